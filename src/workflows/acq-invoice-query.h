/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-invoice-listing.h"

G_BEGIN_DECLS

/* What invoices are ordered by. */
typedef enum
{
  ACQ_INVOICE_ORDER_NUMBER,
  ACQ_INVOICE_ORDER_CUSTOMER,
  ACQ_INVOICE_ORDER_DUE,
  ACQ_INVOICE_ORDER_BALANCE,
  ACQ_INVOICE_ORDER_STATE,
  ACQ_INVOICE_ORDER_LATE,
} AcqInvoiceOrder;

/* Which invoices are shown, and in which order. */
typedef struct
{
  AcqInvoiceFilter filter;
  const char *
    text; /* an amount, or words: each begins a word of the customer's name or is part of the number; NULL or "": all */
  AcqInvoiceOrder order;
  gboolean descending;
  gboolean in_week; /* only those of which the forecast says that they will probably be settled in the seven days from "week" on */
  AcqDay week;
} AcqInvoiceQuery;

/* Equals stand by due day, then by number. Off the main loop for many invoices.
   Returns: (element-type guint) (transfer full): places in the listing */
GArray *acq_invoice_listing_select (const AcqInvoiceListing *self, const AcqInvoiceQuery *query);

/* Σ balances of these places, or of what of them is overdue, one of each currency, never added across them; euros first.
   Returns: (element-type AcqMoney) (transfer full): empty where there is nothing to add */
GArray *acq_invoice_listing_sums (const AcqInvoiceListing *self, const GArray *places, gboolean overdue);

G_END_DECLS
