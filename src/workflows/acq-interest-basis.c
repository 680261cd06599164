/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-interest-basis.h"

#include "acq-legal-rates.h"
#include "acq-money.h"
#include "acq-settings-repository.h"

#define MAX_RATE 10000

AcqInterestBasis *
acq_interest_basis_load (AcqConnection *connection, GError **error)
{
  g_autoptr (AcqInterestBasis) self = g_new0 (AcqInterestBasis, 1);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *rate = acq_settings_repository_get (connection, "penalty_rate", &local_error);
  gint64 contract_rate;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  self->agreed = ACQ_RATE_RULE_ECB_PLUS_10;
  if (rate != NULL && !acq_rate_rule_from_code (rate, &self->agreed) && acq_amount_parse (rate, 2, &contract_rate))
    {
      self->agreed = ACQ_RATE_RULE_CONTRACT;
      self->contract_rate = (int) contract_rate;
    }
  self->law = acq_legal_rates_load (connection, error);
  return self->law == NULL ? NULL : g_steal_pointer (&self);
}

void
acq_interest_basis_free (AcqInterestBasis *self)
{
  if (self == NULL)
    return;
  acq_legal_values_free (self->law);
  g_free (self);
}

AcqRateRule
acq_interest_basis_get_rule (const AcqInterestBasis *self, AcqDebtorRegime regime)
{
  return regime == ACQ_DEBTOR_REGIME_PROFESSIONAL ? self->agreed : acq_rate_rule_for_regime (regime);
}

AcqInterestClaim
acq_interest_basis_claim (const AcqInterestBasis *self, AcqRateRule rule, AcqDay as_of)
{
  AcqInterestClaim claim = acq_interest_claim_init (as_of, rule);

  claim.contract_rate = self->contract_rate;
  return claim;
}

char *
acq_penalty_rate_normalize (const char *value)
{
  AcqRateRule rule;
  gint64 rate;

  if (acq_rate_rule_from_code (value, &rule))
    return rule == ACQ_RATE_RULE_ECB_PLUS_10 || rule == ACQ_RATE_RULE_LEGAL_TIMES_3 ? g_strdup (value) : NULL;
  if (!acq_amount_parse_written (value, 2, &rate) || rate <= 0 || rate > MAX_RATE)
    return NULL;
  return acq_amount_format (rate);
}
