/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-law.h"

AcqDebtorRegime
acq_customer_regime (const AcqCustomer *customer)
{
  return acq_debtor_regime_for_kind (acq_customer_kind_to_code (customer->kind));
}

gboolean
acq_customer_claims_interest_by_law (const AcqCustomer *customer)
{
  AcqDebtorRegime regime = acq_customer_regime (customer);

  return regime == ACQ_DEBTOR_REGIME_PROFESSIONAL || regime == ACQ_DEBTOR_REGIME_PUBLIC_BUYER;
}
