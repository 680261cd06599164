/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-query.h"
#include "acq-customer-row.h"

G_BEGIN_DECLS

/**
 * AcqCustomerModel:
 *
 * Some of the customers of a listing, in an order that was worked out elsewhere, as a list of AcqCustomerRow. Rows are
 * made when they are asked for.
 */
#define ACQ_TYPE_CUSTOMER_MODEL (acq_customer_model_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerModel, acq_customer_model, ACQ, CUSTOMER_MODEL, GObject)

AcqCustomerModel *acq_customer_model_new (void);
/* @rows: (element-type guint): rows of the listing */
void acq_customer_model_show (AcqCustomerModel *self, AcqCustomerListing *listing, GArray *rows);
/* The place of a customer in the list; FALSE where it is not shown. */
gboolean acq_customer_model_find (AcqCustomerModel *self, const char *code, guint *ret_position);

G_END_DECLS
