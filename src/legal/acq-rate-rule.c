/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rate-rule.h"

static const char *const rule_codes[] = {
  "none", "ecb_plus_10", "public_ecb_plus_8", "legal", "legal_times_3", "contract",
};

ACQ_DEFINE_CODES (AcqRateRule, acq_rate_rule, rule_codes)

AcqRateRule
acq_rate_rule_for_regime (AcqDebtorRegime regime)
{
  switch (regime)
    {
    case ACQ_DEBTOR_REGIME_PROFESSIONAL:
      return ACQ_RATE_RULE_ECB_PLUS_10;
    case ACQ_DEBTOR_REGIME_PUBLIC_BUYER:
      return ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8;
    case ACQ_DEBTOR_REGIME_CONSUMER:
    case ACQ_DEBTOR_REGIME_NON_PROFESSIONAL:
      return ACQ_RATE_RULE_LEGAL;
    case ACQ_DEBTOR_REGIME_UNKNOWN:
    default:
      return ACQ_RATE_RULE_NONE;
    }
}

int
acq_rate_rule_get_points (AcqRateRule rule, AcqDay began, const AcqLegalValues *law)
{
  switch (rule)
    {
    case ACQ_RATE_RULE_ECB_PLUS_10:
      return acq_legal_values_get (law, ACQ_LEGAL_VALUE_PROFESSIONAL_POINTS, began);
    case ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8:
      return acq_legal_values_get (law, ACQ_LEGAL_VALUE_PUBLIC_POINTS, began);
    default:
      return 0;
    }
}

/* The half-year's rate of one day, so many times, with so much added. */
static int
derive_rate (const AcqLegalValues *law, AcqLegalValueKind kind, AcqDay day, int factor, int points, GError **error)
{
  int rate = acq_legal_values_get_rate (law, kind, day, error);

  return rate == ACQ_LEGAL_VALUE_NONE ? ACQ_LEGAL_VALUE_NONE : rate * factor + points;
}

int
acq_rate_rule_get_rate (AcqRateRule rule, int contract_rate, AcqDay began, AcqDay day,
                        const AcqLegalValues *law, GError **error)
{
  switch (rule)
    {
    case ACQ_RATE_RULE_ECB_PLUS_10:
      return derive_rate (law, ACQ_LEGAL_VALUE_ECB_RATE, day, 1,
                          acq_rate_rule_get_points (rule, day, law), error);
    case ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8:
      return derive_rate (law, ACQ_LEGAL_VALUE_ECB_RATE, began, 1,
                          acq_rate_rule_get_points (rule, began, law), error);
    case ACQ_RATE_RULE_LEGAL:
      return derive_rate (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day, 1, 0, error);
    case ACQ_RATE_RULE_LEGAL_TIMES_3:
      return derive_rate (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day,
                          acq_legal_values_get (law, ACQ_LEGAL_VALUE_FLOOR_FACTOR, day), 0, error);
    case ACQ_RATE_RULE_CONTRACT:
      return contract_rate;
    case ACQ_RATE_RULE_NONE:
    default:
      return 0;
    }
}

AcqDay
acq_contract_rate_find_below_floor (int contract_rate, AcqDay first, AcqDay last,
                                    const AcqLegalValues *law)
{
  for (AcqDay day = acq_day_start_of_half_year (first); day <= last; day = acq_day_end_of_half_year (day) + 1)
    {
      int floor = derive_rate (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day,
                               acq_legal_values_get (law, ACQ_LEGAL_VALUE_FLOOR_FACTOR, day), 0, NULL);

      if (floor != ACQ_LEGAL_VALUE_NONE && contract_rate < floor)
        return MAX (day, first);
    }
  return ACQ_DAY_NONE;
}

gboolean
acq_contract_rate_is_excessive (int contract_rate, AcqDay day, const AcqLegalValues *law)
{
  return contract_rate > acq_legal_values_get (law, ACQ_LEGAL_VALUE_EXCESSIVE_RATE, day);
}
