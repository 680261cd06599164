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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dunning/decision/step-day", test_step_day);
  g_test_add_func ("/dunning/decision/levels", test_levels_in_order);
  g_test_add_func ("/dunning/decision/interval", test_interval);
  g_test_add_func ("/dunning/decision/before-due", test_before_due);
  g_test_add_func ("/dunning/decision/block-ends", test_block_ends);
  g_test_add_func ("/dunning/decision/habit", test_habit_moves_first_step_only);
  g_test_add_func ("/dunning/decision/no-days", test_company_without_days);
  return g_test_run ();
}
