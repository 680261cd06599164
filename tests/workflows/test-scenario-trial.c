/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-draft.h"
#include "acq-scenario-trial.h"
#include "example-case.h"

#define TODAY "2026-11-20"

typedef struct
{
  StoreCase *file;
  AcqPlanning *planning;
} Case;

static void
case_set_up (Case *self, gconstpointer bytes)
{
  g_autoptr (GError) error = NULL;

  self->file = store_case_new_copy ((GBytes *) bytes, acq_day_parse_iso (TODAY));
  self->planning = acq_planning_new (self->file->file, &error);
  g_assert_no_error (error);
}

static void
case_tear_down (Case *self, gconstpointer bytes)
{
  acq_planning_free (self->planning);
  store_case_free (self->file);
}

static const AcqScenarioEntry *
default_entry (const Case *self)
{
  return acq_scenario_book_find (self->planning->scenarios, self->planning->scenarios->default_code);
}

/* Nothing edited: what the trial shows is the company's plan, and nothing differs. */
static void
test_as_kept (Case *self, gconstpointer bytes)
{
  const AcqScenarioEntry *entry = default_entry (self);
  g_autoptr (AcqScenarioTrial) trial = acq_scenario_trial_new (self->planning, entry, entry);
  g_autoptr (AcqPlan) plan
    = acq_plan_new (&self->planning->request, self->planning->request.today + ACQ_SCENARIO_TRIAL_DAYS);
  guint n = 0, n_weeks = 0;

  for (guint i = 0; i < plan->messages->len; i++)
    n += ((const AcqPlanMessage *) plan->messages->pdata[i])->scenario
         == acq_scenario_book_default (self->planning->scenarios);
  g_assert_cmpuint (n, >, 10);
  g_assert_cmpuint (trial->messages->len, ==, n);
  g_assert_cmpuint (trial->dropped->len, ==, 0);
  g_assert_cmpuint (trial->n_soon, ==, trial->n_soon_saved);
  g_assert_cmpuint (trial->n_soon, >, 0);
  g_assert_cmpuint (trial->n_customers, ==, trial->n_all);
  for (guint i = 0; i < trial->messages->len; i++)
    g_assert_false (g_array_index (trial->messages, AcqTrialMessage, i).differs);
  for (guint week = 0; week < 14; week++)
    n_weeks += acq_scenario_trial_count_week (trial, week);
  g_assert_cmpuint (n_weeks, ==, n);
}

/* A step less: its messages are said to leave no more, and what comes instead is marked. */
static void
test_step_removed (Case *self, gconstpointer bytes)
{
  const AcqScenarioEntry *kept = default_entry (self);
  g_autoptr (AcqScenarioDraft) draft = acq_scenario_draft_new (kept, FALSE);
  g_autoptr (AcqScenarioTrial) trial = NULL;

  acq_scenario_draft_remove_step (draft, (guint) kept->scenario->n_steps - 1);
  trial = acq_scenario_trial_new (self->planning, acq_scenario_draft_get_entry (draft), kept);
  g_assert_cmpuint (trial->dropped->len, >, 0);
  for (guint i = 0; i < trial->messages->len; i++)
    g_assert_cmpint (g_array_index (trial->messages, AcqTrialMessage, i).tone, !=, ACQ_TONE_LAST);
}

/* A scenario that nobody has yet gets its customers by its rule; of those, none stays with the default. */
static void
test_new_rule (Case *self, gconstpointer bytes)
{
  const AcqSegmentCondition companies = { ACQ_CRITERION_KIND_IN, ACQ_CUSTOMER_KIND_BIT (ACQ_CUSTOMER_KIND_COMPANY) };
  g_autoptr (AcqScenarioEntry) entry = acq_scenario_entry_new (
    acq_scenario_new ("mine", "Mine", 7, ACQ_SEQUEL_ASK, acq_scenario_standard ()->steps,
                      acq_scenario_standard ()->n_steps));
  g_autoptr (AcqScenarioTrial) nobody = acq_scenario_trial_new (self->planning, entry, NULL);
  g_autoptr (AcqScenarioTrial) trial = NULL;
  guint n = 0;

  g_assert_cmpuint (nobody->n_customers, ==, 0);
  g_assert_cmpuint (nobody->messages->len, ==, 0);
  g_array_append_val (entry->conditions, companies);
  trial = acq_scenario_trial_new (self->planning, entry, NULL);
  for (guint i = 0; i < self->planning->ledger->customers->len; i++)
    n += ((const AcqCustomer *) self->planning->ledger->customers->pdata[i])->kind == ACQ_CUSTOMER_KIND_COMPANY;
  g_assert_cmpuint (trial->n_customers, ==, n);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, trial->n_all);
  g_assert_cmpuint (trial->messages->len, >, 0);
  g_assert_null (acq_scenario_book_find (self->planning->scenarios, "mine"));
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) bytes = NULL;

  g_test_init (&argc, &argv, NULL);
  bytes = example_case_make (acq_day_parse_iso (TODAY));
  g_test_add ("/scenario-trial/as-kept", Case, bytes, case_set_up, test_as_kept, case_tear_down);
  g_test_add ("/scenario-trial/step-removed", Case, bytes, case_set_up, test_step_removed, case_tear_down);
  g_test_add ("/scenario-trial/new-rule", Case, bytes, case_set_up, test_new_rule, case_tear_down);
  return g_test_run ();
}
