/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reason.h"
#include "acq-scenario.h"

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
  g_assert_cmpint (acq_scenario_find_step (acq_scenario_find_preset ("formal"), 4)->channel, ==,
                   ACQ_CHANNEL_REGISTERED_LETTER);
  g_assert_cmpint (acq_scenario_find_step (acq_scenario_find_preset ("progressive"), 2)->channel, ==,
                   ACQ_CHANNEL_CALL);
  g_assert_null (acq_scenario_find_step (acq_scenario_standard (), 0));
}

static void
test_invalid (void)
{
  AcqStep steps[3] = { { .code = "a", .level = 1, .offset = 3 },
                       { .code = "b", .level = 2, .offset = 10 },
                       { .code = "c", .level = 3, .offset = 20 } };
  AcqScenario scenario = { "own", 7, steps, 3 };

  g_assert_true (acq_scenario_is_valid (&scenario));
  steps[2].level = 4;
  g_assert_false (acq_scenario_is_valid (&scenario));
  steps[2].level = 3;
  steps[2].offset = 10;
  g_assert_false (acq_scenario_is_valid (&scenario));
  steps[2].offset = 20;
  steps[0].level = 0;
  g_assert_false (acq_scenario_is_valid (&scenario));
  steps[0].level = 1;
  scenario.minimum_interval = 0;
  g_assert_false (acq_scenario_is_valid (&scenario));
  scenario.minimum_interval = 7;
  scenario.n_steps = 0;
  g_assert_false (acq_scenario_is_valid (&scenario));
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
  g_test_add_func ("/dunning/scenario/invalid", test_invalid);
  g_test_add_func ("/dunning/scenario/codes", test_codes);
  g_test_add_func ("/dunning/scenario/reasons", test_reasons);
  return g_test_run ();
}
