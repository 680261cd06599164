/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-invoice-query.h"

G_BEGIN_DECLS

/**
 * AcqInvoiceTable:
 *
 * Invoices in columns, where there is room for them. The titles order by their column. Property "order" notifies when the
 * order or its direction changes. Signal "open" (guint position): Enter or a double click on a row.
 */
#define ACQ_TYPE_INVOICE_TABLE (acq_invoice_table_get_type ())
G_DECLARE_FINAL_TYPE (AcqInvoiceTable, acq_invoice_table, ACQ, INVOICE_TABLE, GtkWidget)

/* @model: (transfer none): of AcqInvoiceRow */
void acq_invoice_table_set_model (AcqInvoiceTable *self, GtkSelectionModel *model);
void acq_invoice_table_get_order (AcqInvoiceTable *self, AcqInvoiceOrder *ret_order,
                                  gboolean *ret_descending);
/* Scrolls there. */
void acq_invoice_table_reveal (AcqInvoiceTable *self, guint position);

G_END_DECLS
