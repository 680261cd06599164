/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-check.h"
#include "acq-scenario-draft.h"

static AcqScenarioDraft *
draft_preset (const char *code)
{
  g_autoptr (AcqScenarioEntry) entry
    = acq_scenario_entry_new (acq_scenario_copy (acq_scenario_find_preset (code)));

  return acq_scenario_draft_new (entry, FALSE);
}

static int
place_of (AcqScenarioDraft *draft, guint step)
{
  int day;

  g_assert_true (acq_scenario_draft_step_place (draft, step, &day));
  return day;
}

/* A card goes where it is dragged, but over neither a neighbour nor the due line; a whole drag is one step back. */
static void
test_move (void)
{
  g_autoptr (AcqScenarioDraft) draft = draft_preset ("progressive"); /* -5, 1, 7, 14, 30 */

  g_assert_false (acq_scenario_draft_get_modified (draft));
  g_assert_cmpint (acq_scenario_draft_move_step (draft, 2, 9), ==, 9);
  g_assert_cmpint (acq_scenario_draft_move_step (draft, 2, 40), ==, 13);
  g_assert_cmpint (acq_scenario_draft_move_step (draft, 0, 12), ==, -1);
  g_assert_cmpint (acq_scenario_draft_move_step (draft, 1, -4), ==, 1);
  g_assert_true (acq_scenario_draft_get_modified (draft));
  acq_scenario_draft_undo (draft);
  g_assert_cmpint (place_of (draft, 0), ==, -5);
  g_assert_cmpint (place_of (draft, 2), ==, 13);
  acq_scenario_draft_undo (draft);
  g_assert_cmpint (place_of (draft, 2), ==, 7);
  g_assert_false (acq_scenario_draft_get_can_undo (draft));
  g_assert_false (acq_scenario_draft_get_modified (draft));
}

static void
test_add_and_remove (void)
{
  g_autoptr (AcqScenarioDraft) draft = draft_preset ("formal"); /* 8, 22, 37, notice at 45 */

  acq_scenario_draft_select (draft, 0);
  g_assert_cmpuint (acq_scenario_draft_add_step (draft), ==, 1);
  g_assert_cmpint (place_of (draft, 1), ==, 15);
  g_assert_cmpuint (acq_scenario_draft_add_step_before_due (draft), ==, 0);
  g_assert_cmpint (place_of (draft, 0), ==, -5);
  g_assert_cmpuint (acq_scenario_draft_get_selected (draft), ==, 0);
  acq_scenario_draft_select (draft, 5);
  g_assert_cmpuint (acq_scenario_draft_add_step (draft), ==, 5);
  g_assert_cmpint (acq_scenario_draft_get_scenario (draft)->steps[6].tone, ==, ACQ_TONE_FORMAL_NOTICE);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (acq_scenario_draft_get_scenario (draft)->steps[i].level, ==, (int) i);
  g_assert_true (acq_scenario_is_valid (acq_scenario_draft_get_scenario (draft)));
  acq_scenario_draft_remove_step (draft, 6);
  g_assert_cmpuint (acq_scenario_draft_get_selected (draft), ==, 5);
  while (acq_scenario_draft_get_can_undo (draft))
    acq_scenario_draft_undo (draft);
  g_assert_false (acq_scenario_draft_get_modified (draft));
}

/* Who counted from a step that goes keeps his day. */
static void
test_remove_anchor (void)
{
  g_autoptr (AcqScenarioDraft) draft = draft_preset ("standard"); /* 3, 10, 30 */
  AcqStep last = acq_scenario_draft_get_scenario (draft)->steps[2];
  int day;

  last.anchor = ACQ_ANCHOR_PREVIOUS;
  last.offset = 12;
  acq_scenario_draft_set_step (draft, 2, &last);
  g_assert_cmpint (place_of (draft, 2), ==, 22);
  acq_scenario_draft_remove_step (draft, 1);
  g_assert_cmpint (place_of (draft, 1), ==, 22);
  last = acq_scenario_draft_get_scenario (draft)->steps[1];
  last.anchor = ACQ_ANCHOR_MONTH_END;
  acq_scenario_draft_set_step (draft, 1, &last);
  g_assert_false (acq_scenario_draft_step_place (draft, 1, &day));
  g_assert_cmpint (day, ==, 22 + 15);
}

/* Another day to count from leaves a step where it stands. */
static void
test_set_anchor (void)
{
  g_autoptr (AcqScenarioDraft) draft = draft_preset ("progressive"); /* -5, 1, 7, 14, 30 */
  static const struct
  {
    guint step;
    AcqAnchor anchor;
    int offset;
  } moves[] = {
    { 3, ACQ_ANCHOR_PREVIOUS, 7 }, { 3, ACQ_ANCHOR_DUE, 14 },  { 4, ACQ_ANCHOR_MONTH_END, 15 }, { 4, ACQ_ANCHOR_PREVIOUS, 16 },
    { 4, ACQ_ANCHOR_DUE, 30 },     { 0, ACQ_ANCHOR_ISSUED, 25 }, { 0, ACQ_ANCHOR_DUE, -5 },       { 1, ACQ_ANCHOR_PREVIOUS, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      const AcqStep *step;

      acq_scenario_draft_set_anchor (draft, moves[i].step, moves[i].anchor);
      step = &acq_scenario_draft_get_scenario (draft)->steps[moves[i].step];
      g_assert_cmpint (step->anchor, ==, moves[i].anchor);
      g_assert_cmpint (step->offset, ==, moves[i].offset);
      g_assert_true (acq_scenario_is_valid (acq_scenario_draft_get_scenario (draft)));
    }
  acq_scenario_draft_set_anchor (draft, 0, ACQ_ANCHOR_PREVIOUS);
  g_assert_cmpint (acq_scenario_draft_get_scenario (draft)->steps[0].anchor, ==, ACQ_ANCHOR_DUE);
}

/* Nor does it go before the day that it counts from. */
static void
test_move_before_anchor (void)
{
  g_autoptr (AcqScenarioDraft) draft = draft_preset ("progressive");

  acq_scenario_draft_set_anchor (draft, 0, ACQ_ANCHOR_ISSUED);
  acq_scenario_draft_set_anchor (draft, 4, ACQ_ANCHOR_MONTH_END);
  acq_scenario_draft_move_step (draft, 0, -200);
  acq_scenario_draft_move_step (draft, 4, 15);
  acq_scenario_draft_move_step (draft, 4, 1);
  g_assert_cmpint (acq_scenario_draft_get_scenario (draft)->steps[0].offset, ==, 0);
  g_assert_cmpint (acq_scenario_draft_get_scenario (draft)->steps[4].offset, ==, 0);
  g_assert_true (acq_scenario_is_valid (acq_scenario_draft_get_scenario (draft)));
}

static void
test_who_gets_it (void)
{
  g_autoptr (AcqScenarioDraft) draft = draft_preset ("standard");
  const AcqSegmentCondition many = { ACQ_CRITERION_OUTSTANDING, 1000000 }, more = { ACQ_CRITERION_OUTSTANDING, 2000000 };

  acq_scenario_draft_set_condition (draft, 0, &many);
  acq_scenario_draft_set_condition (draft, 0, &more);
  acq_scenario_draft_set_name (draft, "Grands");
  acq_scenario_draft_set_name (draft, "Grands comptes");
  g_assert_cmpuint (acq_scenario_draft_get_entry (draft)->conditions->len, ==, 1);
  acq_scenario_draft_mark_saved (draft);
  g_assert_false (acq_scenario_draft_get_modified (draft));
  acq_scenario_draft_remove_condition (draft, 0);
  g_assert_true (acq_scenario_draft_get_modified (draft));
  acq_scenario_draft_undo (draft);
  g_assert_cmpint (g_array_index (acq_scenario_draft_get_entry (draft)->conditions, AcqSegmentCondition, 0).value, ==, 2000000);
  g_assert_cmpstr (acq_scenario_draft_get_scenario (draft)->name, ==, "Grands comptes");
}

static guint
count_before_due (const AcqScenario *scenario)
{
  guint n = 0;

  for (guint i = 0; i < scenario->n_steps; i++)
    n += scenario->steps[i].level == 0;
  return n;
}

/* Whatever is dragged, added and removed: the levels have no hole, no card goes over the due line or another one, and all of it
   can be taken back. */
static void
test_any_edit (void)
{
  for (guint round = 0; round < 300; round++)
    {
      gsize n;
      const AcqScenario *presets = acq_scenario_presets (&n);
      g_autoptr (AcqScenarioDraft) draft
        = draft_preset (presets[g_test_rand_int_range (0, (gint32) n)].code);

      for (guint edit = 0; edit < 40; edit++)
        {
          const AcqScenario *scenario = acq_scenario_draft_get_scenario (draft);
          guint n_before = count_before_due (scenario), step = 0;

          if (scenario->n_steps > 0)
            step = (guint) g_test_rand_int_range (0, (gint32) scenario->n_steps);
          acq_scenario_draft_select (draft, step);
          switch (g_test_rand_int_range (0, 5))
            {
            case 0:
              acq_scenario_draft_add_step (draft);
              break;
            case 1:
              acq_scenario_draft_add_step_before_due (draft);
              break;
            case 2:
              if (scenario->n_steps > 1)
                acq_scenario_draft_remove_step (draft, step);
              break;
            default:
              if (scenario->n_steps > 0)
                acq_scenario_draft_move_step (draft, step, g_test_rand_int_range (-60, 120));
              g_assert_cmpuint (count_before_due (acq_scenario_draft_get_scenario (draft)), ==, n_before);
            }
          g_assert_true (acq_scenario_is_valid (acq_scenario_draft_get_scenario (draft)));
        }
      while (acq_scenario_draft_get_can_undo (draft))
        acq_scenario_draft_undo (draft);
      g_assert_false (acq_scenario_draft_get_modified (draft));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-draft/move", test_move);
  g_test_add_func ("/scenario-draft/add-and-remove", test_add_and_remove);
  g_test_add_func ("/scenario-draft/remove-anchor", test_remove_anchor);
  g_test_add_func ("/scenario-draft/set-anchor", test_set_anchor);
  g_test_add_func ("/scenario-draft/move-before-anchor", test_move_before_anchor);
  g_test_add_func ("/scenario-draft/who-gets-it", test_who_gets_it);
  g_test_add_func ("/scenario-draft/any-edit", test_any_edit);
  return g_test_run ();
}
