/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-reason.h"
#include "acq-scenario-check.h"

static const struct
{
  const char *code;
  int interval;
  int offsets[6];
  gsize n;
} presets[] = {
  { "standard", 7, { 3, 10, 30 }, 3 },
  { "progressive", 6, { -5, 1, 7, 14, 30 }, 5 },
  { "formal", 7, { 8, 22, 37, 45 }, 4 },
  { "consumer", 7, { 7, 15, 25, 40 }, 4 },
  { "public_body", 7, { 5, 15, 30, 45 }, 4 },
};

static void
test_presets (void)
{
  gsize n;

  acq_scenario_presets (&n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (presets));
  g_assert_cmpstr (acq_scenario_standard ()->code, ==, "standard");
  g_assert_null (acq_scenario_find_preset ("none"));
  for (gsize i = 0; i < n; i++)
    {
      const AcqScenario *scenario = acq_scenario_find_preset (presets[i].code);

      g_assert_true (acq_scenario_is_valid (scenario));
      g_assert_cmpint (scenario->minimum_interval, ==, presets[i].interval);
      g_assert_cmpuint (scenario->n_steps, ==, presets[i].n);
      for (gsize j = 0; j < scenario->n_steps; j++)
        {
          g_assert_cmpint (scenario->steps[j].offset, ==, presets[i].offsets[j]);
          g_assert_cmpint (scenario->steps[j].mode, ==, ACQ_MODE_CONFIRM);
        }
    }
  g_assert_cmpint (acq_scenario_find_step_by_code (acq_scenario_find_preset ("formal"), "formal_notice")->channel,
                   ==, ACQ_CHANNEL_REGISTERED_LETTER);
  g_assert_cmpint (acq_scenario_find_step_by_code (acq_scenario_find_preset ("progressive"), "call")->channel, ==,
                   ACQ_CHANNEL_CALL);
  g_assert_null (acq_scenario_find_step_by_code (acq_scenario_standard (), "before_due"));
}

/* Five steps without a flaw, for a test to spoil. */
typedef struct
{
  AcqStep steps[5];
  AcqScenario scenario;
} Spoilt;

static void
spoilt_init (Spoilt *self)
{
  const AcqStep steps[] = {
    { .code = "thanks", .level = 0, .offset = 3, .anchor = ACQ_ANCHOR_ISSUED, .tone = ACQ_TONE_INFORMATIVE },
    { .code = "before", .level = 0, .offset = -8, .tone = ACQ_TONE_INFORMATIVE },
    { .code = "first", .level = 1, .offset = 3, .tone = ACQ_TONE_COURTEOUS },
    { .code = "second", .level = 2, .offset = 10, .anchor = ACQ_ANCHOR_PREVIOUS, .tone = ACQ_TONE_FIRM },
    { .code = "last", .level = 3, .offset = 5, .anchor = ACQ_ANCHOR_MONTH_END, .tone = ACQ_TONE_LAST },
  };

  memcpy (self->steps, steps, sizeof steps);
  self->scenario = (AcqScenario){ "own", "Own", 7, self->steps, G_N_ELEMENTS (steps), ACQ_SEQUEL_LAWYER };
}

/* That flaw and no other, at that step. */
static void
assert_flaw (const Spoilt *self, AcqScenarioFlawKind kind, int step, int days, int limit)
{
  g_autoptr (GArray) flaws = acq_scenario_check (&self->scenario);
  const AcqScenarioFlaw *flaw = &g_array_index (flaws, AcqScenarioFlaw, 0);

  g_assert_cmpuint (flaws->len, ==, 1);
  g_assert_cmpint (flaw->kind, ==, kind);
  g_assert_cmpint (flaw->step, ==, step);
  g_assert_cmpint (flaw->days, ==, days);
  g_assert_cmpint (flaw->limit, ==, limit);
  g_assert_true (acq_scenario_is_valid (&self->scenario) == !acq_scenario_flaw_is_error (flaw));
  g_assert_true (acq_scenario_flaw_is_error (flaw) == (kind < ACQ_SCENARIO_FLAW_GAP));
}

static void
test_errors (void)
{
  Spoilt spoilt;
  g_autoptr (GArray) none = NULL;

  spoilt_init (&spoilt);
  none = acq_scenario_check (&spoilt.scenario);
  g_assert_cmpuint (none->len, ==, 0);
  spoilt.steps[4].level = 5;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_LEVELS, 4, 5, 0);
  spoilt_init (&spoilt);
  spoilt.steps[4].code = "first";
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_CODE, 4, 0, 0);
  spoilt_init (&spoilt);
  spoilt.steps[1].offset = 8;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_OFFSET, 1, 8, ACQ_SCENARIO_MAX_OFFSET);
  spoilt.steps[1].offset = G_MININT;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_OFFSET, 1, G_MININT, ACQ_SCENARIO_MAX_OFFSET);
  spoilt_init (&spoilt);
  spoilt.steps[3].offset = 0;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_OFFSET, 3, 0, ACQ_SCENARIO_MAX_OFFSET);
  spoilt_init (&spoilt);
  spoilt.steps[4].anchor = ACQ_ANCHOR_ISSUED;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_ANCHOR, 4, 0, 0);
  spoilt_init (&spoilt);
  spoilt.steps[3].anchor = ACQ_ANCHOR_DUE;
  spoilt.steps[3].offset = 3;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_ORDER, 3, 3, 3);
  spoilt_init (&spoilt);
  spoilt.steps[2].condition.minimum_amount = -1;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_AMOUNT, 2, 0, 0);
  spoilt_init (&spoilt);
  spoilt.scenario.minimum_interval = -7;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_INTERVAL, ACQ_SCENARIO_WHOLE, -7, ACQ_SCENARIO_MAX_INTERVAL);
  spoilt_init (&spoilt);
  spoilt.scenario.n_steps = 0;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_NO_STEPS, ACQ_SCENARIO_WHOLE, 0, 1);
}

static void
test_oddities (void)
{
  Spoilt spoilt;

  spoilt_init (&spoilt);
  spoilt.steps[3].offset = 6;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_GAP, 3, 6, 7);
  spoilt_init (&spoilt);
  spoilt.steps[3].tone = ACQ_TONE_INFORMATIVE;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_TONE_FALLS, 3, 0, 0);
  spoilt.steps[3].tone = ACQ_TONE_PROPOSAL;
  g_assert_true (acq_scenario_is_valid (&spoilt.scenario));
  spoilt_init (&spoilt);
  spoilt.steps[3].tone = ACQ_TONE_FORMAL_NOTICE;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_NOTICE_NOT_LAST, 4, 0, 0);
  spoilt_init (&spoilt);
  spoilt.steps[2].channel = ACQ_CHANNEL_CALL;
  spoilt.steps[2].mode = ACQ_MODE_AUTOMATIC;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_AUTOMATIC, 2, 0, 0);
  spoilt_init (&spoilt);
  spoilt.scenario.n_steps = 3;
  spoilt.steps[2].tone = ACQ_TONE_LAST;
  assert_flaw (&spoilt, ACQ_SCENARIO_FLAW_TONE_JUMPS, 2, 0, 0);
}

/* A file may say anything: the check neither runs long nor reads beyond. */
static void
test_ten_thousand_steps (void)
{
  g_autofree AcqStep *steps = g_new0 (AcqStep, 10000);
  AcqScenario scenario = { "long", NULL, 7, steps, 10000, ACQ_SEQUEL_ASK };
  g_autoptr (GArray) flaws = NULL;

  for (int i = 0; i < 10000; i++)
    steps[i] = (AcqStep){ .code = "same", .level = i + 1, .offset = i + 1 };
  flaws = acq_scenario_check (&scenario);
  g_assert_cmpint (g_array_index (flaws, AcqScenarioFlaw, 0).kind, ==, ACQ_SCENARIO_FLAW_TOO_MANY_STEPS);
  g_assert_cmpint (g_array_index (flaws, AcqScenarioFlaw, 0).days, ==, 10000);
  g_assert_cmpuint (flaws->len, <, 200);
  g_assert_false (acq_scenario_is_valid (&scenario));
}

static void
test_copy (void)
{
  Spoilt spoilt;
  g_autoptr (AcqScenario) copy = NULL;

  spoilt_init (&spoilt);
  copy = acq_scenario_copy (&spoilt.scenario);
  g_assert_true (acq_scenario_equal (copy, &spoilt.scenario));
  g_assert_true (copy->steps[2].code != spoilt.steps[2].code);
  g_assert_cmpint (copy->sequel, ==, ACQ_SEQUEL_LAWYER);
  g_assert_cmpstr (acq_scenario_find_step_by_code (copy, "second")->code, ==, "second");
  g_assert_null (acq_scenario_find_step_by_code (copy, NULL));
  g_assert_cmpint (acq_scenario_last_reminder_level (copy), ==, 3);
  g_assert_cmpint (acq_scenario_notice_level (copy), ==, 4);
  g_assert_cmpint (acq_scenario_notice_level (acq_scenario_find_preset ("formal")), ==, 4);
  spoilt.steps[1].condition.kinds = ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_COMPANY);
  g_assert_false (acq_scenario_equal (copy, &spoilt.scenario));
}

static void
test_step_days (void)
{
  Spoilt spoilt;
  int day = 0;

  spoilt_init (&spoilt);
  g_assert_false (acq_scenario_step_day (&spoilt.scenario, 0, &day));
  g_assert_true (acq_scenario_step_day (&spoilt.scenario, 1, &day));
  g_assert_cmpint (day, ==, -8);
  g_assert_true (acq_scenario_step_day (&spoilt.scenario, 3, &day));
  g_assert_cmpint (day, ==, 13);
  g_assert_false (acq_scenario_step_day (&spoilt.scenario, 4, &day));
  spoilt.steps[2].anchor = ACQ_ANCHOR_PREVIOUS;
  g_assert_true (acq_scenario_step_day (&spoilt.scenario, 3, &day));
  g_assert_cmpint (day, ==, 13);
}

/* The codes are a contract with scripts. */
static void
test_codes (void)
{
  AcqReason reason;
  static const char *const codes[] = {
    "paid",
    "below_tolerance",
    "not_due",
    "disputed",
    "promise_pending",
    "plan_pending",
    "held",
    "excluded",
    "insolvent",
    "payment_in_flight",
    "unallocated_credit",
    "possible_receipt",
    "unread_answer",
    "interval",
    "scenario_finished",
    "before_due_dropped",
    "factored",
    "retention_not_due",
  };

  g_assert_cmpuint (G_N_ELEMENTS (codes), ==, ACQ_N_REASONS);
  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_true (acq_reason_from_code (codes[i], &reason));
      g_assert_cmpint (reason, ==, i);
    }
  g_assert_cmpstr (acq_need_to_code (ACQ_NEED_BANK_COVERAGE), ==, "bank_coverage");
  g_assert_cmpstr (acq_need_to_code (ACQ_NEED_OLD_ITEMS), ==, "old_items");
  g_assert_cmpstr (acq_need_to_code (ACQ_NEED_RIGHT_TO_SEND), ==, "right_to_send");
  g_assert_cmpstr (acq_need_to_code (ACQ_NEED_CONTACT), ==, "contact");
  g_assert_cmpstr (acq_need_to_code (ACQ_NEED_ATTACHMENT), ==, "attachment");
}

static void
test_reasons (void)
{
  AcqReasons reasons = { 0 }, later;

  g_assert_true (acq_reasons_is_empty (&reasons));
  acq_reasons_add (&reasons, ACQ_REASON_HELD, 100);
  acq_reasons_add (&reasons, ACQ_REASON_HELD, 90);
  g_assert_cmpint (reasons.until[ACQ_REASON_HELD], ==, 100);
  later = acq_reasons_on (&reasons, 100);
  g_assert_true (acq_reasons_has (&later, ACQ_REASON_HELD));
  later = acq_reasons_on (&reasons, 101);
  g_assert_true (acq_reasons_is_empty (&later));
  acq_reasons_add (&reasons, ACQ_REASON_HELD, ACQ_DAY_NONE);
  acq_reasons_add (&reasons, ACQ_REASON_HELD, 500);
  g_assert_cmpint (reasons.until[ACQ_REASON_HELD], ==, ACQ_DAY_NONE);
  later = acq_reasons_on (&reasons, 100000);
  g_assert_true (acq_reasons_has (&later, ACQ_REASON_HELD));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dunning/scenario/presets", test_presets);
  g_test_add_func ("/dunning/scenario/errors", test_errors);
  g_test_add_func ("/dunning/scenario/oddities", test_oddities);
  g_test_add_func ("/dunning/scenario/ten-thousand-steps", test_ten_thousand_steps);
  g_test_add_func ("/dunning/scenario/copy", test_copy);
  g_test_add_func ("/dunning/scenario/step-days", test_step_days);
  g_test_add_func ("/dunning/scenario/codes", test_codes);
  g_test_add_func ("/dunning/scenario/reasons", test_reasons);
  return g_test_run ();
}
