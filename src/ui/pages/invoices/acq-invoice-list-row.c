/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-list-row.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-invoice-state-text.h"

struct _AcqInvoiceListRow
{
  GObject parent_instance;

  AcqInvoiceListing *listing;
  guint place;
};

G_DEFINE_FINAL_TYPE (AcqInvoiceListRow, acq_invoice_list_row, G_TYPE_OBJECT)

AcqInvoiceListRow *
acq_invoice_list_row_new (AcqInvoiceListing *listing, guint place)
{
  AcqInvoiceListRow *self = g_object_new (ACQ_TYPE_INVOICE_LIST_ROW, NULL);

  acq_invoice_list_row_show (self, listing, place);
  return self;
}

void
acq_invoice_list_row_show (AcqInvoiceListRow *self, AcqInvoiceListing *listing, guint place)
{
  g_return_if_fail (ACQ_IS_INVOICE_LIST_ROW (self));
  acq_invoice_listing_ref (listing);
  g_clear_pointer (&self->listing, acq_invoice_listing_unref);
  self->listing = listing;
  self->place = place;
}

const AcqInvoiceLine *
acq_invoice_list_row_get_line (AcqInvoiceListRow *self)
{
  g_return_val_if_fail (ACQ_IS_INVOICE_LIST_ROW (self), NULL);
  return acq_invoice_listing_line (self->listing, self->place);
}

AcqInvoiceListing *
acq_invoice_list_row_get_listing (AcqInvoiceListRow *self)
{
  g_return_val_if_fail (ACQ_IS_INVOICE_LIST_ROW (self), NULL);
  return self->listing;
}

static AcqDay
get_today (AcqInvoiceListRow *self)
{
  return self->listing->view->books->today;
}

char *
acq_invoice_list_row_write_due (AcqInvoiceListRow *self)
{
  const AcqInvoiceLine *line = acq_invoice_list_row_get_line (self);

  return line->due == ACQ_DAY_NONE ? g_strdup ("") : acq_day_text_short (line->due, get_today (self));
}

char *
acq_invoice_list_row_write_balance (AcqInvoiceListRow *self)
{
  const AcqInvoice *invoice = acq_invoice_list_row_get_line (self)->invoice;

  return acq_amount_text (invoice->balance, invoice->currency);
}

char *
acq_invoice_list_row_write_state (AcqInvoiceListRow *self)
{
  return acq_invoice_state_text (acq_invoice_list_row_get_line (self), get_today (self));
}

char *
acq_invoice_list_row_write_late (AcqInvoiceListRow *self)
{
  return acq_days_late_text_short (acq_invoice_list_row_get_line (self)->days_late);
}

char *
acq_invoice_list_row_describe (AcqInvoiceListRow *self)
{
  const AcqInvoiceLine *line = acq_invoice_list_row_get_line (self);
  g_autofree char *balance = acq_invoice_list_row_write_balance (self);
  g_autofree char *state = acq_invoice_list_row_write_state (self);
  g_autofree char *late = acq_invoice_lateness_text (line, get_today (self));

  /* Translators: number, customer, what is left to pay, state ("Disputed") and lateness ("30 days late") of an invoice. */
  return g_strdup_printf (_ ("%s, %s, %s, %s, %s"), line->invoice->number, line->customer->name, balance,
                          state, late);
}

const char *
acq_invoice_state_class (AcqInvoiceState state)
{
  switch (state)
    {
    case ACQ_INVOICE_STATE_PAID:
      return "done";
    case ACQ_INVOICE_STATE_INSOLVENT:
    case ACQ_INVOICE_STATE_DISPUTED:
    case ACQ_INVOICE_STATE_FORMAL_NOTICE:
    case ACQ_INVOICE_STATE_PROMISE_BROKEN:
    case ACQ_INVOICE_STATE_PLAN_BROKEN:
      return "stop";
    case ACQ_INVOICE_STATE_PROMISED:
    case ACQ_INVOICE_STATE_PROMISE_AWAITED:
    case ACQ_INVOICE_STATE_IN_PLAN:
    case ACQ_INVOICE_STATE_CHEQUE_IN_HAND:
    case ACQ_INVOICE_STATE_IN_FLIGHT:
    case ACQ_INVOICE_STATE_HELD:
      return "information";
    case ACQ_INVOICE_STATE_OVERDUE:
      return "attention";
    case ACQ_INVOICE_STATE_CANCELLED:
    case ACQ_INVOICE_STATE_CREDIT_NOTE:
    case ACQ_INVOICE_STATE_CREDIT_USED:
    case ACQ_INVOICE_STATE_EXCLUDED:
    case ACQ_INVOICE_STATE_NOT_DUE:
      break;
    }
  return "neutral";
}

static void
acq_invoice_list_row_finalize (GObject *object)
{
  acq_invoice_listing_unref (ACQ_INVOICE_LIST_ROW (object)->listing);
  G_OBJECT_CLASS (acq_invoice_list_row_parent_class)->finalize (object);
}

static void
acq_invoice_list_row_class_init (AcqInvoiceListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_invoice_list_row_finalize;
}

static void
acq_invoice_list_row_init (AcqInvoiceListRow *self)
{
}
