/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer.h"

G_BEGIN_DECLS

/* What a customer is, in the user's language: "Company", "Consumer". */
const char *acq_customer_kind_text (AcqCustomerKind kind);
/* What follows from it for reminders and letters, as a sentence. */
const char *acq_customer_kind_consequence_text (AcqCustomerKind kind);
/* What somebody does who is the contact of a customer: "Pays the invoices". */
const char *acq_contact_role_text (AcqContactRole role);
/* "Payment within 30 days", "45 days, end of month"; NULL for unknown terms. Free it. */
char *acq_payment_terms_text (AcqPaymentTerms terms);

G_END_DECLS
