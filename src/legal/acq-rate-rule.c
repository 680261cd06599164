/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-rate-rule.h"

#define POINTS_PROFESSIONAL 1000
#define POINTS_PUBLIC       800
#define FLOOR_FACTOR        3

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

static int
derive_rate (int rate, int factor, int points)
{
  return rate == ACQ_RATE_NONE ? ACQ_RATE_NONE : rate * factor + points;
}

int
acq_rate_rule_get_rate (AcqRateRule rule, int contract_rate, AcqDay began, AcqDay day,
                        const AcqReferenceRates *rates, GError **error)
{
  switch (rule)
    {
    case ACQ_RATE_RULE_ECB_PLUS_10:
      return derive_rate (acq_reference_rates_get (rates, day, ACQ_RATE_FIGURE_ECB, error), 1,
                          POINTS_PROFESSIONAL);
    case ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8:
      return derive_rate (acq_reference_rates_get (rates, began, ACQ_RATE_FIGURE_ECB, error), 1,
                          POINTS_PUBLIC);
    case ACQ_RATE_RULE_LEGAL:
      return acq_reference_rates_get (rates, day, ACQ_RATE_FIGURE_LEGAL_PROFESSIONAL, error);
    case ACQ_RATE_RULE_LEGAL_TIMES_3:
      return derive_rate (acq_reference_rates_get (rates, day, ACQ_RATE_FIGURE_LEGAL_PROFESSIONAL, error),
                          FLOOR_FACTOR, 0);
    case ACQ_RATE_RULE_CONTRACT:
      return contract_rate;
    case ACQ_RATE_RULE_NONE:
    default:
      return 0;
    }
}

AcqDay
acq_contract_rate_find_below_floor (int contract_rate, AcqDay first, AcqDay last,
                                    const AcqReferenceRates *rates)
{
  for (AcqDay day = acq_day_start_of_half_year (first); day <= last; day = acq_day_end_of_half_year (day) + 1)
    {
      const AcqReferenceRate *rate = acq_reference_rates_find (rates, day);

      if (rate != NULL && rate->legal_professional != ACQ_RATE_NONE
          && contract_rate < FLOOR_FACTOR * rate->legal_professional)
        return MAX (day, first);
    }
  return ACQ_DAY_NONE;
}
