/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-debtor-regime.h"

static const char *const regime_codes[] = {
  "unknown", "professional", "public_buyer", "consumer", "non_professional",
};

ACQ_DEFINE_CODES (AcqDebtorRegime, acq_debtor_regime, regime_codes)

static const struct
{
  const char *kind_code;
  AcqDebtorRegime regime;
} regimes[] = {
  { "company", ACQ_DEBTOR_REGIME_PROFESSIONAL },
  { "sole_trader", ACQ_DEBTOR_REGIME_PROFESSIONAL },
  { "public_body", ACQ_DEBTOR_REGIME_PUBLIC_BUYER },
  { "consumer", ACQ_DEBTOR_REGIME_CONSUMER },
  { "association", ACQ_DEBTOR_REGIME_NON_PROFESSIONAL },
  { "co_ownership", ACQ_DEBTOR_REGIME_NON_PROFESSIONAL },
};

AcqDebtorRegime
acq_debtor_regime_for_kind (const char *kind_code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (regimes); i++)
    if (g_strcmp0 (kind_code, regimes[i].kind_code) == 0)
      return regimes[i].regime;
  return ACQ_DEBTOR_REGIME_UNKNOWN;
}
