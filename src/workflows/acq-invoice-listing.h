/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"

G_BEGIN_DECLS

/* Where an invoice stands, as one word for a list. Of several that apply the first in this list is told. */
typedef enum
{
  ACQ_INVOICE_STATE_CANCELLED,
  ACQ_INVOICE_STATE_CREDIT_NOTE, /* with something left to use */
  ACQ_INVOICE_STATE_CREDIT_USED,
  ACQ_INVOICE_STATE_PAID,
  ACQ_INVOICE_STATE_INSOLVENT,
  ACQ_INVOICE_STATE_EXCLUDED,
  ACQ_INVOICE_STATE_DISPUTED,
  ACQ_INVOICE_STATE_PROMISED,
  ACQ_INVOICE_STATE_IN_PLAN,
  ACQ_INVOICE_STATE_CHEQUE_IN_HAND,
  ACQ_INVOICE_STATE_IN_FLIGHT,
  ACQ_INVOICE_STATE_HELD,
  ACQ_INVOICE_STATE_FORMAL_NOTICE,   /* it had one, or one is planned next */
  ACQ_INVOICE_STATE_PROMISE_AWAITED, /* its day is past, its days of grace are not */
  ACQ_INVOICE_STATE_PROMISE_BROKEN,
  ACQ_INVOICE_STATE_PLAN_BROKEN,
  ACQ_INVOICE_STATE_OVERDUE,
  ACQ_INVOICE_STATE_NOT_DUE,
} AcqInvoiceState;

ACQ_DECLARE_CODES (AcqInvoiceState, acq_invoice_state)

/* What a list of invoices is narrowed to. Codes are those of the window's targets. */
typedef enum
{
  ACQ_INVOICE_FILTER_OPEN, /* all with a balance, credit notes apart */
  ACQ_INVOICE_FILTER_NOT_DUE,
  ACQ_INVOICE_FILTER_OVERDUE,
  ACQ_INVOICE_FILTER_PROMISED, /* pending or awaited */
  ACQ_INVOICE_FILTER_DISPUTED,
  ACQ_INVOICE_FILTER_OVERDUE_30, /* oldest part 1 to 30 days late */
  ACQ_INVOICE_FILTER_OVERDUE_60,
  ACQ_INVOICE_FILTER_OVERDUE_90,
  ACQ_INVOICE_FILTER_OVERDUE_91, /* more than 90 */
  ACQ_INVOICE_FILTER_PAID,
  ACQ_INVOICE_FILTER_CREDIT_NOTES,
  ACQ_INVOICE_FILTER_ALL, /* paid ones and credit notes too */
} AcqInvoiceFilter;

#define ACQ_N_INVOICE_FILTERS 12

ACQ_DECLARE_CODES (AcqInvoiceFilter, acq_invoice_filter)

/* One invoice of a listing. */
typedef struct
{
  const AcqInvoice *invoice; /* borrowed from the view, as is the customer */
  const AcqCustomer *customer;
  const char *number_key; /* the number as it is searched: lower case, letters and digits alone */
  const char *name_key;   /* the customer's name as it is searched: folded, a space before each word */
  guint customer_place;   /* of his name among all, by the language's order */
  AcqInvoiceState state;
  AcqDay state_day; /* until when, or since when, the state stands; ACQ_DAY_NONE: no such day */
  AcqDay due;       /* the earliest day of what is left, else the earliest of all */
  gint64 overdue;   /* what of the balance is past its day, in minor units */
  int days_late;    /* of the oldest part that is overdue; 0: nothing is */
} AcqInvoiceLine;

/**
 * AcqInvoiceListing:
 *
 * Where all invoices and credit notes of a view stand. Never changed once made, and counted. It costs a walk over all
 * rows: made off the main loop.
 */
typedef struct
{
  AcqCompanyView *view; /* owned: all else borrows from it */
  GArray *lines; /* (element-type AcqInvoiceLine) in the order of the ledger, cancelled ones left out */
  guint counts[ACQ_N_INVOICE_FILTERS];
  GStringChunk *keys;
} AcqInvoiceListing;

AcqInvoiceListing *acq_invoice_listing_new (const AcqCompanyView *view);
AcqInvoiceListing *acq_invoice_listing_ref (AcqInvoiceListing *self);
void acq_invoice_listing_unref (AcqInvoiceListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqInvoiceListing, acq_invoice_listing_unref)

#define acq_invoice_listing_line(self, index) (&g_array_index ((self)->lines, AcqInvoiceLine, index))

/* The place of the invoice of that number; FALSE where there is none. */
gboolean acq_invoice_listing_find (const AcqInvoiceListing *self, const char *number, guint *ret_place);

gboolean acq_invoice_line_pass (const AcqInvoiceLine *self, AcqInvoiceFilter filter);

G_END_DECLS
