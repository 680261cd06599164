/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"
#include "acq-payer-habits.h"

G_BEGIN_DECLS

/**
 * AcqCustomerAccount:
 *
 * What a view holds about one customer: the rows that are his, what became of his promises, and how he pays. Never
 * changed once made, and counted. It costs one walk over the company's rows: made off the main loop.
 */
typedef struct
{
  AcqCompanyView *view; /* owned: all else borrows from it */
  const AcqCustomer *customer;
  AcqLedger
    *rows; /* of this customer alone; receipts are those that pay any of his invoices, or that are his */
  GArray *promises; /* (element-type AcqPromise) in all currencies */
  AcqReceivables *receivables;
  AcqPayerHabit *habit; /* in euros */
} AcqCustomerAccount;

/* The customer must be one of the view's. */
AcqCustomerAccount *acq_customer_account_new (const AcqCompanyView *view, const AcqCustomer *customer);
AcqCustomerAccount *acq_customer_account_ref (AcqCustomerAccount *self);
void acq_customer_account_unref (AcqCustomerAccount *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCustomerAccount, acq_customer_account_unref)

/* What became of a promise; NULL where there was nothing to keep. */
const AcqPromise *acq_customer_account_find_promise (const AcqCustomerAccount *self, const AcqNote *note);

G_END_DECLS
