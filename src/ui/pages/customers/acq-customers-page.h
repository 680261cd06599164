/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-destination.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqCustomersPage:
 *
 * The list of customers, and one customer's page over it. Targets: "code:C001" for one customer, "filter:overdue" for the
 * list narrowed to what a filter passes.
 *
 * Property "company" (construct-only). Actions: "customers.show" (code), "page.back".
 */
#define ACQ_TYPE_CUSTOMERS_PAGE (acq_customers_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomersPage, acq_customers_page, ACQ, CUSTOMERS_PAGE, GtkWidget)

G_END_DECLS
