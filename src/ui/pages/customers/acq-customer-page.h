/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-open-company.h"
#include "acq-page.h"

G_BEGIN_DECLS

/**
 * AcqCustomerPage:
 *
 * One customer: what he owes, how he pays, all that happened with him, and the rules that hold for him.
 *
 * Property "company" (construct-only). Actions: "customer.letter" with the code of a letter model, "customer.remind".
 */
#define ACQ_TYPE_CUSTOMER_PAGE (acq_customer_page_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerPage, acq_customer_page, ACQ, CUSTOMER_PAGE, AcqPage)

/* @code: of the customer; a code that nobody has is said so */
void acq_customer_page_show (AcqCustomerPage *self, const char *code);

G_END_DECLS
