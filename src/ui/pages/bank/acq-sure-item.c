/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sure-item.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-evidence-chips.h"
#include "acq-settlement-text.h"

struct _AcqSureItem
{
  GObject parent_instance;

  gint64 transaction_id;
  char *name;
  char *amount;
  char *caption;
  GPtrArray *chips; /* (element-type AcqEvidenceChip) */
};

G_DEFINE_FINAL_TYPE (AcqSureItem, acq_sure_item, G_TYPE_OBJECT)

AcqSureItem *
acq_sure_item_new (const AcqBankAgenda *agenda, const AcqSureReceipt *receipt)
{
  AcqSureItem *self = g_object_new (ACQ_TYPE_SURE_ITEM, NULL);
  const AcqBooks *books = agenda->view->books;
  const AcqTransaction *transaction = receipt->transaction;
  g_autofree char *day = acq_day_text_short (transaction->booked, books->today);
  g_autofree char *pays = acq_settlement_text (books->ledger, receipt->proposal->allocations);

  self->transaction_id = transaction->id;
  self->name = g_strdup (receipt->customer != NULL ? receipt->customer->name : _ ("Several customers"));
  self->amount = acq_amount_text (transaction->amount - transaction->matched, transaction->currency);
  /* Translators: a day and what was done on it: "20 Nov · pays F2026-0226". */
  self->caption = g_strdup_printf (_ ("%s · %s"), day, pays);
  self->chips = acq_evidence_chips_list (books->ledger, transaction, receipt->proposal);
  return self;
}

gint64
acq_sure_item_get_transaction_id (AcqSureItem *self)
{
  g_return_val_if_fail (ACQ_IS_SURE_ITEM (self), 0);
  return self->transaction_id;
}

const char *
acq_sure_item_get_name (AcqSureItem *self)
{
  g_return_val_if_fail (ACQ_IS_SURE_ITEM (self), NULL);
  return self->name;
}

const char *
acq_sure_item_get_amount (AcqSureItem *self)
{
  g_return_val_if_fail (ACQ_IS_SURE_ITEM (self), NULL);
  return self->amount;
}

const char *
acq_sure_item_get_caption (AcqSureItem *self)
{
  g_return_val_if_fail (ACQ_IS_SURE_ITEM (self), NULL);
  return self->caption;
}

const GPtrArray *
acq_sure_item_get_chips (AcqSureItem *self)
{
  g_return_val_if_fail (ACQ_IS_SURE_ITEM (self), NULL);
  return self->chips;
}

static void
acq_sure_item_finalize (GObject *object)
{
  AcqSureItem *self = ACQ_SURE_ITEM (object);

  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->amount);
  g_free (self->caption);
  G_OBJECT_CLASS (acq_sure_item_parent_class)->finalize (object);
}

static void
acq_sure_item_class_init (AcqSureItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_sure_item_finalize;
}

static void
acq_sure_item_init (AcqSureItem *self)
{
}
