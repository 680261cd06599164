/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-scenario-book.h"
#include "acq-scenario-check.h"

G_BEGIN_DECLS

/* Scenarios in the user's language. */

/* The company's own name for it, or the preset's. Borrowed from the scenario, or static. */
const char *acq_scenario_name_text (const AcqScenario *scenario);

/* Where a step stands: "D−5", "D+10", "3 days after the invoice", "8 days after the step before". Free it. */
char *acq_step_place_text (const AcqStep *step);

/* What it does, in short: "4 steps, from D+3 to D+45". Free it. */
char *acq_scenario_steps_text (const AcqScenario *scenario);

/* Why an invoice goes through a scenario: "by the rule “Large accounts”", "chosen for this customer". Free it. */
char *acq_scenario_grounds_text (AcqScenarioGrounds grounds, const AcqScenario *scenario);

/* What is wrong or odd, as a sentence that names the step. Free it. */
char *acq_scenario_flaw_text (const AcqScenario *scenario, const AcqScenarioFlaw *flaw);

G_END_DECLS
