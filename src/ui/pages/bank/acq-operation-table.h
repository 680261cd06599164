/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-bank-listing.h"

G_BEGIN_DECLS

/**
 * AcqOperationTable:
 *
 * Bank lines in columns. A line's menu holds actions "operations.…" (x: the bank line's id). Where there is little room some
 * columns are left out. Signal "order-changed": a column's title was clicked.
 */
#define ACQ_TYPE_OPERATION_TABLE (acq_operation_table_get_type ())
G_DECLARE_FINAL_TYPE (AcqOperationTable, acq_operation_table, ACQ, OPERATION_TABLE, GtkWidget)

void acq_operation_table_set_model (AcqOperationTable *self, GListModel *model);
/* The order that the user has asked for; by day, the latest first, where none. */
void acq_operation_table_get_order (AcqOperationTable *self, AcqBankOrder *ret_order,
                                    gboolean *ret_descending);
/* Brings a row into view and selects it. */
void acq_operation_table_select (AcqOperationTable *self, guint position);

G_END_DECLS
