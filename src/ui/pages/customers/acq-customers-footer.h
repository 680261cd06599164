/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-customer-query.h"

G_BEGIN_DECLS

/**
 * AcqCustomersFooter:
 *
 * Under the list of customers: how many are shown and in which order, what the colours of the limit bars mean, and what all
 * of them owe.
 */
#define ACQ_TYPE_CUSTOMERS_FOOTER (acq_customers_footer_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomersFooter, acq_customers_footer, ACQ, CUSTOMERS_FOOTER, GtkWidget)

/* @rows: (element-type guint): those that are shown */
void acq_customers_footer_show (AcqCustomersFooter *self, const AcqCustomerListing *listing,
                                const GArray *rows, const AcqCustomerQuery *query);

G_END_DECLS
