/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-customer-query.h"

G_BEGIN_DECLS

/**
 * AcqCustomerTable:
 *
 * Customers in columns. A click on a column's head asks for another order; who fills the model works it out.
 *
 * Property: "order", an AcqCustomerOrder as a number, which notifies when the order or its direction changes.
 * Signal: "open" (position), when a row is opened.
 */
#define ACQ_TYPE_CUSTOMER_TABLE (acq_customer_table_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerTable, acq_customer_table, ACQ, CUSTOMER_TABLE, GtkWidget)

/* @model: of AcqCustomerRow */
void acq_customer_table_set_model (AcqCustomerTable *self, GtkSelectionModel *model);
/* The order that is asked for: at first the largest outstanding first. */
void acq_customer_table_get_order (AcqCustomerTable *self, AcqCustomerOrder *ret_order,
                                   gboolean *ret_descending);

G_END_DECLS
