/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-debtor-regime.h"
#include "acq-legal-values.h"

G_BEGIN_DECLS

/**
 * AcqRateRule:
 *
 * Which yearly rate a day bears.
 *
 * - ECB_PLUS_10: article L441-10 II of the Code de commerce, where nothing else was agreed: each day bears the rate of
 *   its own half-year.
 * - PUBLIC_ECB_PLUS_8: article R2192-31 of the Code de la commande publique: the ECB rate of the half-year in which
 *   interest began, plus 8 points, not anchored anew.
 * - LEGAL: articles 1231-6 and 1344-1 of the Code civil, rate of professional creditors; 5 points more from two months
 *   after a judgment became enforceable (L313-3 of the Code monétaire et financier).
 * - LEGAL_TIMES_3: the least that a contract between professionals may say, and a usual clause.
 * - CONTRACT: the fixed rate of the contract or of the terms of sale.
 * - NONE: no interest is claimed.
 */
typedef enum
{
  ACQ_RATE_RULE_NONE,
  ACQ_RATE_RULE_ECB_PLUS_10,
  ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8,
  ACQ_RATE_RULE_LEGAL,
  ACQ_RATE_RULE_LEGAL_TIMES_3,
  ACQ_RATE_RULE_CONTRACT,
} AcqRateRule;

ACQ_DECLARE_CODES (AcqRateRule, acq_rate_rule)

/* The rule of a debtor with whom nothing else was agreed; NONE for an unknown one. */
AcqRateRule acq_rate_rule_for_regime (AcqDebtorRegime regime);

/* What the rule adds to the rate of the ECB, in hundredths of a per cent, where interest begins on that day; 0 for a rule that
   is not made that way. */
int acq_rate_rule_get_points (AcqRateRule rule, AcqDay began, const AcqLegalValues *law);

/* The rate of one day, or ACQ_LEGAL_VALUE_NONE with an error. @began is the first day that accrues. */
int acq_rate_rule_get_rate (AcqRateRule rule, int contract_rate, AcqDay began, AcqDay day,
                            const AcqLegalValues *law, GError **error);

/* The first day between two (both included) whose half-year's floor, three times the legal rate, lies above a contract's
   rate; ACQ_DAY_NONE where there is none. Half-years that are not known are passed over. For a warning: the contract's
   rate is never replaced. */
AcqDay acq_contract_rate_find_below_floor (int contract_rate, AcqDay first, AcqDay last,
                                           const AcqLegalValues *law);
/* Whether a judge would probably lower it (1231-5 of the Code civil). For a warning. */
gboolean acq_contract_rate_is_excessive (int contract_rate, AcqDay day, const AcqLegalValues *law);

G_END_DECLS
