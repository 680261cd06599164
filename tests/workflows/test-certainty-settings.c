/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-certainty-settings.h"
#include "acq-fact-entry.h"
#include "acq-planning.h"
#include "acq-workflow-error.h"
#include "import-case.h"

static AcqCertaintyRules
load (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  AcqCertaintyRules rules;

  acq_certainty_settings_load (self->file, &rules, &error);
  g_assert_no_error (error);
  return rules;
}

/* Each rule can be changed to any value in its range and is read back, and all of them can be taken back. */
static void
test_fields (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  AcqCertaintyRules defaults = acq_certainty_rules_default ();
  guint n_fields;
  const AcqCertaintyField *fields = acq_certainty_fields (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      gint64 other = acq_certainty_field_get (&fields[i], &defaults) == fields[i].least ? fields[i].least + 1
                                                                                        : fields[i].least;
      AcqCertaintyRules rules, clamped;

      g_assert_true (acq_certainty_settings_set (self->file, &fields[i], other, NULL));
      rules = load (self);
      g_assert_cmpint (acq_certainty_field_get (&fields[i], &rules), ==, other);
      clamped = acq_certainty_rules_clamp (&rules);
      g_assert_cmpint (acq_certainty_field_get (&fields[i], &clamped), ==, other);
      g_assert_false (acq_certainty_settings_set (self->file, &fields[i], fields[i].greatest + 1, NULL));
      g_assert_false (acq_certainty_settings_set (self->file, &fields[i], fields[i].least - 1, NULL));
    }
  g_assert_true (acq_certainty_settings_reset (self->file, NULL));
  for (guint i = 0; i < n_fields; i++)
    {
      AcqCertaintyRules rules = load (self);

      g_assert_cmpint (acq_certainty_field_get (&fields[i], &rules), ==,
                       acq_certainty_field_get (&fields[i], &defaults));
    }
}

static void
test_typed (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  const char *good[] = { "certainty.names_prove=no", "certainty.single_odds=500", "certainty.greatest_amount=250.50", NULL };
  const char *const bad[] = { "certainty.names_prove=perhaps", "certainty.single_odds=10", "certainty.least_amount=-1",
                              "certainty.single_odds=1e9", "certainty.nonsense=1" };

  g_assert_true (acq_fact_set_details (self->file, good, NULL));
  g_assert_false (load (self).names_prove);
  g_assert_cmpuint (load (self).single_odds, ==, 500);
  g_assert_cmpint (load (self).greatest_amount, ==, 25050);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (acq_fact_set_details (self->file, (const char *[]){ bad[i], NULL }, NULL));
  g_assert_cmpuint (load (self).single_odds, ==, 500);
}

static AcqCertainty
certainty_of_line (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqPlanning) planning = acq_planning_new (self->file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (planning->reconciliation->proposals->len, ==, 1);
  return ((const AcqProposal *) planning->reconciliation->proposals->pdata[0])->certainty;
}

/* What is chosen decides what the window calls sure. */
static void
test_in_force (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20261110 817.34 A VIR MENUISERIE VASSEUR", NULL });

  import_case_read (self, "a.csv", INVOICES "F1;05/10/2026;05/11/2026;C1;Menuiserie Vasseur;817,34;;\n", "1 0 0 0");
  import_case_read (self, "a.ofx", lines, "1 0 0 0");
  g_assert_cmpint (certainty_of_line (self), ==, ACQ_CERTAINTY_SURE);
  g_assert_true (
    acq_certainty_settings_set (self->file, acq_certainty_field_find ("certainty.names_prove"), FALSE, NULL));
  g_assert_cmpint (certainty_of_line (self), ==, ACQ_CERTAINTY_PROBABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/certainty-settings/fields", test_fields);
  g_test_add_func ("/workflows/certainty-settings/typed", test_typed);
  g_test_add_func ("/workflows/certainty-settings/in-force", test_in_force);
  return g_test_run ();
}
