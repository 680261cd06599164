/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-certainty-rules.h"

#define LEAST_SINGLE_ODDS 50
#define LEAST_RUN_ODDS    100
#define LEAST_KNOWN_ODDS  5
#define GREATEST_ODDS     100000
#define LEAST_AMOUNT      100

AcqCertaintyRules
acq_certainty_rules_default (void)
{
  return (AcqCertaintyRules){
    .single_odds = 100,
    .run_odds = 200,
    .known_odds = 5,
    .names_prove = TRUE,
    .patterns_prove = TRUE,
    .learned_prove = TRUE,
    .strangers_prove = TRUE,
    .sums_are_sure = TRUE,
    .deposits_are_sure = TRUE,
    .returns_are_sure = TRUE,
    .least_amount = LEAST_AMOUNT,
    .greatest_amount = 0,
  };
}

AcqCertaintyRules
acq_certainty_rules_clamp (const AcqCertaintyRules *self)
{
  AcqCertaintyRules rules = *self;

  rules.single_odds = CLAMP (rules.single_odds, LEAST_SINGLE_ODDS, GREATEST_ODDS);
  rules.run_odds = CLAMP (rules.run_odds, LEAST_RUN_ODDS, GREATEST_ODDS);
  rules.known_odds = CLAMP (rules.known_odds, LEAST_KNOWN_ODDS, GREATEST_ODDS);
  rules.least_amount = MAX (rules.least_amount, LEAST_AMOUNT);
  rules.greatest_amount = MAX (rules.greatest_amount, 0);
  return rules;
}
