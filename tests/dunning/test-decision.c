/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-company.h"

/* Due on Monday 2 November 2026; messages leave from Monday to Friday. */
static AcqItemFacts
facts_of (const char *scenario)
{
  AcqDay due = a_day ("2026-11-02");

  return (AcqItemFacts){ .scenario = acq_scenario_find_preset (scenario),
                         .due = due,
                         .counted_from = due,
                         .reached = -1,
                         .last_message = ACQ_DAY_NONE };
}

static AcqDecision
decide (const AcqItemFacts *facts, const char *today)
{
  g_autoptr (SmallCompany) company = small_company_new (today);

  return acq_decide (facts, company->settings, a_day (today));
}

static void
test_step_day (void)
{
  AcqItemFacts facts = facts_of ("standard");
  AcqDecision decision = decide (&facts, "2026-11-04");

  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_NONE);
  g_assert_cmpint (decision.day, ==, a_day ("2026-11-05"));
  g_assert_true (acq_reasons_has (&decision.reasons, ACQ_REASON_NOT_DUE));
  g_assert_cmpint (decision.reasons.until[ACQ_REASON_NOT_DUE], ==, a_day ("2026-11-04"));
  decision = decide (&facts, "2026-11-05");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_REMIND);
  g_assert_cmpstr (decision.step->code, ==, "first_reminder");
  g_assert_true (acq_reasons_is_empty (&decision.reasons));
  /* Saturday; Wednesday 11 November is a holiday. */
  decision = decide (&facts, "2026-11-07");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_NONE);
  g_assert_cmpint (decision.day, ==, a_day ("2026-11-09"));
  decision = decide (&facts, "2026-11-11");
  g_assert_cmpint (decision.day, ==, a_day ("2026-11-12"));
}

static void
test_levels_in_order (void)
{
  AcqItemFacts facts = facts_of ("standard");

  for (int level = 1; level <= 3; level++)
    {
      AcqDecision decision = decide (&facts, "2027-03-02");

      g_assert_cmpint (decision.kind, ==, ACQ_DECISION_REMIND);
      g_assert_cmpint (decision.step->level, ==, level);
      facts.reached = level;
    }
  g_assert_cmpint (decide (&facts, "2027-03-02").kind, ==, ACQ_DECISION_NONE);
  g_assert_true (acq_reasons_has (&(AcqReasons){ decide (&facts, "2027-03-02").reasons.codes, { 0 } },
                                  ACQ_REASON_SCENARIO_FINISHED));
}

/* The last step has its interval, a formal notice the time that it gives. */
static void
test_after_last_step (void)
{
  AcqItemFacts facts = facts_of ("standard");
  AcqScenario scenario = *facts.scenario;
  AcqDecision decision;

  scenario.sequel = ACQ_SEQUEL_LAWYER;
  facts.scenario = &scenario;
  facts.reached = 3;
  facts.reached_on = a_day ("2026-12-03");
  decision = decide (&facts, "2026-12-09");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_NONE);
  g_assert_false (acq_reasons_has (&decision.reasons, ACQ_REASON_SCENARIO_FINISHED));
  g_assert_cmpint (decision.reasons.until[ACQ_REASON_NOT_DUE], ==, a_day ("2026-12-09"));
  decision = decide (&facts, "2026-12-10");
  g_assert_true (acq_reasons_has (&decision.reasons, ACQ_REASON_SCENARIO_FINISHED));
  g_assert_false (acq_reasons_has (&decision.reasons, ACQ_REASON_NOT_DUE));
  g_assert_cmpint (decision.sequel, ==, ACQ_SEQUEL_LAWYER);
  facts.noticed = TRUE;
  /* The 18th and then a week-end: the day itself works. */
  decision = decide (&facts, "2026-12-18");
  g_assert_cmpint (decision.reasons.until[ACQ_REASON_NOT_DUE], ==, a_day ("2026-12-18"));
  g_assert_true (acq_reasons_has (&(AcqReasons){ decide (&facts, "2026-12-19").reasons.codes, { 0 } },
                                  ACQ_REASON_SCENARIO_FINISHED));
  scenario.sequel = ACQ_SEQUEL_FORMAL_NOTICE;
  g_assert_cmpint (decide (&facts, "2026-12-19").sequel, ==, ACQ_SEQUEL_ASK);
  facts.noticed = FALSE;
  g_assert_cmpint (decide (&facts, "2026-12-19").sequel, ==, ACQ_SEQUEL_FORMAL_NOTICE);
}

/* Nothing is asked of the user as long as something else holds the invoice back. */
static void
test_held_after_last_step (void)
{
  AcqItemFacts facts = facts_of ("standard");
  AcqDecision decision;

  facts.reached = 3;
  acq_reasons_add (&facts.blocks, ACQ_REASON_PROMISE_PENDING, a_day ("2027-03-01"));
  decision = decide (&facts, "2027-03-01");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_HOLD);
  g_assert_false (acq_reasons_has (&decision.reasons, ACQ_REASON_SCENARIO_FINISHED));
  decision = decide (&facts, "2027-03-02");
  g_assert_true (acq_reasons_has (&decision.reasons, ACQ_REASON_SCENARIO_FINISHED));
}

static void
test_interval (void)
{
  AcqItemFacts facts = facts_of ("standard");
  AcqDecision decision;

  facts.last_message = a_day ("2026-11-04");
  decision = decide (&facts, "2026-11-06");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_HOLD);
  g_assert_cmpint (decision.reasons.until[ACQ_REASON_INTERVAL], ==, a_day ("2026-11-10"));
  /* The 11th is a holiday. */
  g_assert_cmpint (decision.day, ==, a_day ("2026-11-12"));
  facts.scenario = acq_scenario_find_preset ("progressive");
  facts.reached = 1;
  g_assert_cmpint (decide (&facts, "2026-11-06").day, ==, a_day ("2026-11-10"));
}

static void
test_before_due (void)
{
  AcqItemFacts facts = facts_of ("progressive");
  AcqDecision decision = decide (&facts, "2026-10-20");

  g_assert_cmpint (decision.step->level, ==, 0);
  g_assert_cmpint (decision.day, ==, a_day ("2026-10-28"));
  decision = decide (&facts, "2026-11-02");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_REMIND);
  g_assert_cmpint (decision.step->level, ==, 0);
  decision = decide (&facts, "2026-11-03");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_REMIND);
  g_assert_cmpint (decision.step->level, ==, 1);
  g_assert_true (acq_reasons_has (&decision.reasons, ACQ_REASON_BEFORE_DUE_DROPPED));
}

static void
test_block_ends (void)
{
  AcqItemFacts facts = facts_of ("standard");
  AcqDecision decision;

  acq_reasons_add (&facts.blocks, ACQ_REASON_PROMISE_PENDING, a_day ("2026-11-20"));
  decision = decide (&facts, "2026-11-20");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_HOLD);
  g_assert_cmpint (decision.day, ==, a_day ("2026-11-23"));
  g_assert_cmpint (decide (&facts, "2026-11-23").kind, ==, ACQ_DECISION_REMIND);
  acq_reasons_add (&facts.blocks, ACQ_REASON_EXCLUDED, ACQ_DAY_NONE);
  decision = decide (&facts, "2026-11-23");
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_HOLD);
  g_assert_cmpint (decision.day, ==, ACQ_DAY_NONE);
}

static void
test_habit_moves_first_step_only (void)
{
  AcqItemFacts facts = facts_of ("standard");

  facts.first_offset = 11;
  g_assert_cmpint (decide (&facts, "2026-11-05").day, ==, a_day ("2026-11-13"));
  facts.reached = 1;
  g_assert_cmpint (decide (&facts, "2026-11-05").day, ==, a_day ("2026-11-12"));
}

static void
test_company_without_days (void)
{
  g_autoptr (SmallCompany) company = small_company_new ("2026-11-05");
  AcqItemFacts facts = facts_of ("standard");
  AcqDecision decision;

  company->settings->weekdays = 0;
  decision = acq_decide (&facts, company->settings, a_day ("2026-11-05"));
  g_assert_cmpint (decision.kind, ==, ACQ_DECISION_NONE);
  g_assert_cmpint (decision.day, ==, ACQ_DAY_NONE);
}

/* The steps before the due day, each in its time; one that is passed by never comes again. */
static void
test_several_before_due (void)
{
  const AcqStep steps[] = {
    { .code = "thanks", .level = 0, .offset = 5, .anchor = ACQ_ANCHOR_ISSUED },
    { .code = "soon", .level = 0, .offset = -10 },
    { .code = "tomorrow", .level = 0, .offset = -3 },
    { .code = "first", .level = 1, .offset = 3 },
  };
  const AcqScenario scenario = { "own", NULL, 5, steps, G_N_ELEMENTS (steps), ACQ_SEQUEL_ASK };
  AcqItemFacts facts = facts_of ("standard");

  facts.scenario = &scenario;
  facts.issued = a_day ("2026-10-02");
  g_assert_cmpint (decide (&facts, "2026-10-02").day, ==, a_day ("2026-10-07"));
  acq_item_facts_take_step (&facts, &steps[0], a_day ("2026-10-07"));
  facts.last_message = a_day ("2026-10-07");
  g_assert_cmpstr (decide (&facts, "2026-10-08").step->code, ==, "soon");
  acq_item_facts_take_step (&facts, &steps[2], a_day ("2026-10-30"));
  facts.last_message = a_day ("2026-10-30");
  g_assert_cmpstr (decide (&facts, "2026-10-31").step->code, ==, "first");
  acq_item_facts_take_step (&facts, &steps[3], a_day ("2026-11-05"));
  g_assert_null (acq_item_facts_next_before_due (&facts, 0));
  g_assert_null (decide (&facts, "2026-11-20").step);
}

static void
test_anchors (void)
{
  const AcqStep steps[] = {
    { .code = "first", .level = 1, .offset = 4, .anchor = ACQ_ANCHOR_MONTH_END },
    { .code = "second", .level = 2, .offset = 9, .anchor = ACQ_ANCHOR_PREVIOUS },
  };
  const AcqScenario scenario = { "own", NULL, 5, steps, G_N_ELEMENTS (steps), ACQ_SEQUEL_ASK };
  AcqItemFacts facts = facts_of ("standard");

  facts.scenario = &scenario;
  g_assert_cmpint (decide (&facts, "2026-11-03").day, ==, a_day ("2026-12-04"));
  acq_item_facts_take_step (&facts, &steps[0], a_day ("2026-12-08"));
  g_assert_cmpint (decide (&facts, "2026-12-09").day, ==, a_day ("2026-12-17"));
  /* However far back it is counted from, nothing is called late that is not. */
  facts.counted_from = a_day ("2027-01-05");
  g_assert_cmpint (decide (&facts, "2026-12-20").day, ==, a_day ("2027-01-06"));
}

static void
test_conditions (void)
{
  const AcqStep steps[] = {
    { .code = "call", .level = 1, .offset = 3, .condition = { .minimum_amount = 30000, .or_new_customer = TRUE } },
    { .code = "mail", .level = 2, .offset = 10,
      .condition = { .kinds = ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_CONSUMER) } },
    { .code = "last", .level = 3, .offset = 30 },
  };
  const AcqScenario scenario = { "own", NULL, 5, steps, G_N_ELEMENTS (steps), ACQ_SEQUEL_ASK };
  AcqItemFacts facts = facts_of ("standard");

  facts.scenario = &scenario;
  facts.kind = ACQ_CUSTOMER_KIND_COMPANY;
  facts.asked = 29999;
  g_assert_cmpstr (decide (&facts, "2026-11-05").step->code, ==, "last");
  facts.asked = 30000;
  g_assert_cmpstr (decide (&facts, "2026-11-05").step->code, ==, "call");
  facts.asked = 100;
  facts.is_new = TRUE;
  g_assert_cmpstr (decide (&facts, "2026-11-05").step->code, ==, "call");
  facts.reached = 1;
  facts.kind = ACQ_CUSTOMER_KIND_CONSUMER;
  g_assert_cmpstr (decide (&facts, "2026-11-05").step->code, ==, "mail");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dunning/decision/step-day", test_step_day);
  g_test_add_func ("/dunning/decision/levels", test_levels_in_order);
  g_test_add_func ("/dunning/decision/after-last-step", test_after_last_step);
  g_test_add_func ("/dunning/decision/held-after-last-step", test_held_after_last_step);
  g_test_add_func ("/dunning/decision/interval", test_interval);
  g_test_add_func ("/dunning/decision/before-due", test_before_due);
  g_test_add_func ("/dunning/decision/block-ends", test_block_ends);
  g_test_add_func ("/dunning/decision/habit", test_habit_moves_first_step_only);
  g_test_add_func ("/dunning/decision/no-days", test_company_without_days);
  g_test_add_func ("/dunning/decision/several-before-due", test_several_before_due);
  g_test_add_func ("/dunning/decision/anchors", test_anchors);
  g_test_add_func ("/dunning/decision/conditions", test_conditions);
  return g_test_run ();
}
