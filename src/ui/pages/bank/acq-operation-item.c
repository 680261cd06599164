/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-operation-item.h"

#include <glib/gi18n.h>

#include "acq-account-strip.h"
#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-settlement-text.h"

struct _AcqOperationItem
{
  GObject parent_instance;

  AcqBankListing *listing;
  guint index;
};

G_DEFINE_FINAL_TYPE (AcqOperationItem, acq_operation_item, G_TYPE_OBJECT)

static const struct
{
  const char *words;
  const char *style;
} statuses[] = {
  [ACQ_TRANSACTION_STATUS_OPEN] = { NC_ ("bank line", "To match"), "attention" },
  [ACQ_TRANSACTION_STATUS_PARTLY_MATCHED] = { NC_ ("bank line", "Partly matched"), "attention" },
  [ACQ_TRANSACTION_STATUS_MATCHED] = { NC_ ("bank line", "Matched"), "done" },
  [ACQ_TRANSACTION_STATUS_IGNORED] = { NC_ ("bank line", "Left out"), "neutral" },
  [ACQ_TRANSACTION_STATUS_OUTGOING] = { NC_ ("bank line", "Outgoing"), "neutral" },
};

AcqOperationItem *
acq_operation_item_new (AcqBankListing *listing, guint index)
{
  AcqOperationItem *self = g_object_new (ACQ_TYPE_OPERATION_ITEM, NULL);

  self->listing = acq_bank_listing_ref (listing);
  self->index = index;
  return self;
}

const AcqBankLine *
acq_operation_item_get_line (AcqOperationItem *self)
{
  g_return_val_if_fail (ACQ_IS_OPERATION_ITEM (self), NULL);
  return acq_bank_listing_get (self->listing, self->index);
}

char *
acq_operation_item_tell_day (AcqOperationItem *self)
{
  return acq_day_text_short (acq_operation_item_get_line (self)->booked, self->listing->books->today);
}

char *
acq_operation_item_tell_label (AcqOperationItem *self)
{
  return g_strdup (acq_operation_item_get_line (self)->label);
}

char *
acq_operation_item_tell_settled (AcqOperationItem *self)
{
  const AcqReceipt *receipt
    = acq_bank_listing_find_receipt (self->listing, acq_operation_item_get_line (self));

  return receipt == NULL ? g_strdup ("")
                         : acq_settlement_text_of_receipt (self->listing->books->ledger, receipt);
}

char *
acq_operation_item_tell_account (AcqOperationItem *self)
{
  return acq_account_strip_name_account (
    self->listing->accounts->pdata[acq_operation_item_get_line (self)->account]);
}

char *
acq_operation_item_tell_amount (AcqOperationItem *self)
{
  const AcqBankLine *line = acq_operation_item_get_line (self);

  return acq_amount_text (line->amount, line->currency);
}

static gboolean
is_open_return (const AcqBankLine *line)
{
  return line->returned && line->matched == 0 && line->status == ACQ_TRANSACTION_STATUS_OUTGOING;
}

char *
acq_operation_item_tell_status (AcqOperationItem *self)
{
  const AcqBankLine *line = acq_operation_item_get_line (self);

  if (is_open_return (line))
    return g_strdup (C_ ("bank line", "Came back unpaid"));
  return g_strdup (g_dpgettext2 (NULL, "bank line", statuses[line->status].words));
}

const char *
acq_operation_item_get_status_style (AcqOperationItem *self)
{
  const AcqBankLine *line = acq_operation_item_get_line (self);

  return is_open_return (line) ? "stop" : statuses[line->status].style;
}

static void
acq_operation_item_finalize (GObject *object)
{
  acq_bank_listing_unref (ACQ_OPERATION_ITEM (object)->listing);
  G_OBJECT_CLASS (acq_operation_item_parent_class)->finalize (object);
}

static void
acq_operation_item_class_init (AcqOperationItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_operation_item_finalize;
}

static void
acq_operation_item_init (AcqOperationItem *self)
{
}
