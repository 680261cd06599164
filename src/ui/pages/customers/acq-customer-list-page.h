/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-open-company.h"
#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqCustomerListPage:
 *
 * All customers with what they owe, how they pay and what happens next. Opening one activates the action
 * "customers.show" (its code) of an ancestor. Figures, filters and orders are worked out off the main loop.
 *
 * Property "company" (construct-only).
 */
#define ACQ_TYPE_CUSTOMER_LIST_PAGE (acq_customer_list_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerListPage, acq_customer_list_page, ACQ, CUSTOMER_LIST_PAGE, AcqPage)

/* @filter: code of an AcqCustomerFilter; another changes nothing */
void acq_customer_list_page_set_filter (AcqCustomerListPage *self, const char *filter);

G_END_DECLS
