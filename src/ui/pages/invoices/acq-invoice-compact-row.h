/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-invoice-list-row.h"

G_BEGIN_DECLS

/**
 * AcqInvoiceCompactRow:
 *
 * One invoice on two lines, where there is no room for columns.
 */
#define ACQ_TYPE_INVOICE_COMPACT_ROW (acq_invoice_compact_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceCompactRow, acq_invoice_compact_row, ACQ, INVOICE_COMPACT_ROW, GtkWidget)

/* @row: (nullable) */
void acq_invoice_compact_row_show (AcqInvoiceCompactRow *self, AcqInvoiceListRow *row);

/* Has all such rows of a list view say what their rows show now. */
void acq_invoice_compact_row_refresh_all (GtkListView *list);

/* Makes such rows for a list view. */
GtkListItemFactory *acq_invoice_compact_row_factory_new (void);

G_END_DECLS
