/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-recovery-indemnity.h"

static gboolean
regime_grants_indemnity (AcqDebtorRegime regime)
{
  return regime == ACQ_DEBTOR_REGIME_PROFESSIONAL || regime == ACQ_DEBTOR_REGIME_PUBLIC_BUYER;
}

gint64
acq_recovery_indemnity (const AcqLegalValues *law, AcqDebtorRegime regime, AcqDay due, gboolean was_late, AcqDay insolvent_since)
{
  if (!was_late || !regime_grants_indemnity (regime))
    return 0;
  if (insolvent_since != ACQ_DAY_NONE && due >= insolvent_since)
    return 0;
  return acq_legal_values_get (law, ACQ_LEGAL_VALUE_RECOVERY_INDEMNITY, due);
}
