/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer.h"
#include "acq-debtor-regime.h"

G_BEGIN_DECLS

AcqDebtorRegime acq_customer_regime (const AcqCustomer *customer);
/* Professionals and public buyers owe interest and indemnity of right; a consumer, an association or a co-ownership owes the
   legal rate from the notice on, and its letter names no figure. */
gboolean acq_customer_claims_interest_by_law (const AcqCustomer *customer);

G_END_DECLS
