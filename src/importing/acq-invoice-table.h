/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-table.h"

G_BEGIN_DECLS

/**
 * acq_invoice_table_read:
 *
 * Turns the rows of a table with headings (French or English, in any order, below any junk) into invoices. Where no
 * heading tells of invoices but the table is an aged balance, its columns become opening balances, one a customer and
 * column, whose days follow from the source's "today": never later than they may be late.
 *
 * Rows of one number are one invoice: with different due days (or a column of due amounts) its due items, with the same
 * day and total but different VAT its VAT lines, else its parts. A credit note is known by its kind, by its sign, or by
 * both. An invoice without a due day gets no due item (see acq_invoice_complete_due_items()); terms in the row give one.
 * Totals, titles and repeated headings are passed over; every other row is an invoice or is rejected.
 *
 * Returns: %FALSE with ACQ_IMPORT_ERROR_NO_COLUMNS where no headings were found, ACQ_IMPORT_ERROR_EMPTY where nothing
 *   stands below them, or with the sink's error
 */
gboolean acq_invoice_table_read (const AcqTable *table, const AcqImportSource *source,
                                 const AcqImportSink *sink, gpointer user_data, GError **error);

/* The same for a table of customers. */
gboolean acq_customer_table_read (const AcqTable *table, const AcqImportSource *source,
                                  const AcqImportSink *sink, gpointer user_data, GError **error);

G_END_DECLS
