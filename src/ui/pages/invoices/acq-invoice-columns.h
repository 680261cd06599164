/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-invoice-query.h"

G_BEGIN_DECLS

/**
 * AcqInvoiceColumns:
 *
 * Invoices in columns, where there is room for them. The titles order by their column. Property "order" notifies when the
 * order or its direction changes. Signal "open" (guint position): Enter or a double click on a row.
 */
#define ACQ_TYPE_INVOICE_COLUMNS (acq_invoice_columns_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceColumns, acq_invoice_columns, ACQ, INVOICE_COLUMNS, GtkWidget)

/* @model: (transfer none): of AcqInvoiceListRow */
void acq_invoice_columns_set_model (AcqInvoiceColumns *self, GtkSelectionModel *model);
void acq_invoice_columns_get_order (AcqInvoiceColumns *self, AcqInvoiceOrder *ret_order,
                                    gboolean *ret_descending);
/* Has the cells say what their rows show now. */
void acq_invoice_columns_refresh (AcqInvoiceColumns *self);
void acq_invoice_columns_scroll_to_top (AcqInvoiceColumns *self);
/* Scrolls there. */
void acq_invoice_columns_reveal (AcqInvoiceColumns *self, guint position);

G_END_DECLS
