/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-limitation.h"

static AcqLegalValueKind
kind_of_regime (AcqDebtorRegime regime)
{
  switch (regime)
    {
    case ACQ_DEBTOR_REGIME_PUBLIC_BUYER:
      return ACQ_LEGAL_VALUE_LIMITATION_PUBLIC;
    case ACQ_DEBTOR_REGIME_PROFESSIONAL:
    case ACQ_DEBTOR_REGIME_NON_PROFESSIONAL:
      return ACQ_LEGAL_VALUE_LIMITATION_PROFESSIONAL;
    case ACQ_DEBTOR_REGIME_CONSUMER:
    case ACQ_DEBTOR_REGIME_UNKNOWN:
    default:
      return ACQ_LEGAL_VALUE_LIMITATION_CONSUMER;
    }
}

/* The last day of a period that starts to run on that day. */
static AcqDay
end_of_period (const AcqLegalValues *law, AcqDebtorRegime regime, AcqDay start)
{
  int months = acq_legal_values_get (law, kind_of_regime (regime), start);

  if (regime == ACQ_DEBTOR_REGIME_PUBLIC_BUYER)
    return acq_day_add_months (acq_day_new (acq_day_year (start), 12, 31), months);
  return acq_day_add_months (start, months);
}

AcqLimitation
acq_limitation_of_debt (const AcqLegalValues *law, AcqDebtorRegime regime, AcqDay performed, AcqDay issued)
{
  AcqDay start = performed != ACQ_DAY_NONE ? performed : issued;
  AcqLimitation self = { ACQ_DAY_NONE, ACQ_DAY_NONE, performed == ACQ_DAY_NONE, regime };

  g_return_val_if_fail (acq_day_is_valid (start), self);

  self.last_day = self.possible_day = end_of_period (law, regime, start);
  return self;
}

void
acq_limitation_acknowledge (AcqLimitation *self, const AcqLegalValues *law, AcqDay day)
{
  if (day != ACQ_DAY_NONE && day <= self->possible_day)
    self->possible_day = MAX (self->possible_day, end_of_period (law, self->regime, day));
}
