/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-invoice.h"
#include "acq-table-view.h"

G_BEGIN_DECLS

/* The figures of one row of a table of invoices, with the signs of a credit note set right. */
typedef struct
{
  guint row;
  AcqInvoiceKind kind;
  gboolean cancelled;
  AcqCurrency currency;
  AcqDay issued;
  AcqDay due; /* ACQ_DAY_NONE: not given */
  gint64 total;
  gboolean has_total; /* it stands in the row; else it was worked out */
  gboolean has_due_amount;
  gint64 due_amount;
  gboolean has_net;
  gint64 net;
  gint64 tax;
  int rate; /* hundredths of a per cent; -1: not given */
  gint64 paid;
  gboolean has_balance;
  gint64 balance;
} AcqInvoiceRow;

/* FALSE with the reason where the row cannot be kept. */
gboolean acq_invoice_row_read (const AcqTableView *view, guint row, AcqInvoiceRow *ret_row,
                               AcqReject *ret_reason);

/* The part of the total that is retained (an amount, or per cent); 0: none. */
gint64 acq_invoice_row_retention (const AcqTableView *view, guint row, AcqCurrency currency, gint64 total);

/* The rate of a VAT line: the given one, else the French rate that fits the amounts, else what they come to. */
int acq_invoice_row_rate (const AcqInvoiceRow *self);

G_END_DECLS
