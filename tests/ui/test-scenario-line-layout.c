/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-line-layout.h"

#define VIEW 620
#define CARD 132
#define MANY 40
/* Places are whole pixels. */
#define ROUNDING 1

/* The promises that hold whatever the steps: nothing over another, each dot at its card, later further to the right. */
static void
assert_readable (const AcqScenarioLineLayout *line, const int *days, guint n_days)
{
  g_assert_cmpfloat (line->due, >, line->start);
  g_assert_cmpfloat (line->end, >, line->due);
  for (guint i = 0; i < n_days; i++)
    {
      const AcqScenarioLinePlace *one = acq_scenario_line_layout_get_place (line, i);

      g_assert_cmpfloat (one->card, >=, 0);
      g_assert_cmpfloat (one->card + CARD, <=, line->width + ROUNDING);
      g_assert_cmpfloat (one->dot, >, one->card);
      g_assert_cmpfloat (one->dot, <, one->card + CARD);
      g_assert_cmpuint (one->lane, <, line->lanes[one->above]);
      if (days[i] < 0)
        g_assert_cmpfloat (one->card + CARD, <, line->due);
      else
        g_assert_cmpfloat (one->card, >, line->due);
      for (guint j = 0; j < i; j++)
        {
          const AcqScenarioLinePlace *other = acq_scenario_line_layout_get_place (line, j);

          if (days[i] > days[j])
            g_assert_cmpfloat (one->dot, >, other->dot);
          if (one->above == other->above && one->lane == other->lane)
            g_assert_cmpfloat (ABS (one->card - other->card), >=, CARD + ACQ_SCENARIO_LINE_GAP - ROUNDING);
        }
    }
}

/* Each day has one place, further to the right than the one before. */
static void
assert_monotonic (const AcqScenarioLineLayout *line, int first, int last)
{
  for (int day = first; day <= last; day++)
    {
      double x = acq_scenario_line_layout_get_x (line, day);

      g_assert_cmpfloat (x, <, acq_scenario_line_layout_get_x (line, day + 1));
      g_assert_cmpint (acq_scenario_line_layout_get_day (line, x), ==, day);
    }
}

static void
test_usual (void)
{
  static const int days[] = { -5, 3, 10, 16, 30, 45 };
  g_autoptr (AcqScenarioLineLayout) line = acq_scenario_line_layout_new (days, G_N_ELEMENTS (days), VIEW, CARD, CARD);

  assert_readable (line, days, G_N_ELEMENTS (days));
  assert_monotonic (line, -20, 60);
  g_assert_cmpfloat (line->width, ==, VIEW);
  g_assert_cmpuint (line->lanes[FALSE], ==, 1);
  g_assert_cmpuint (line->lanes[TRUE], ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_assert_cmpint (acq_scenario_line_layout_get_place (line, i)->above, ==, i % 2 == 0);
      g_assert_cmpfloat_with_epsilon (acq_scenario_line_layout_get_x (line, days[i]),
                                      acq_scenario_line_layout_get_place (line, i)->dot, 0.001);
    }
}

static void
test_empty (void)
{
  g_autoptr (AcqScenarioLineLayout) line = acq_scenario_line_layout_new (NULL, 0, VIEW, CARD, CARD);

  g_assert_cmpuint (line->places->len, ==, 0);
  g_assert_cmpuint (line->ticks->len, >, 0);
  g_assert_cmpfloat (line->due, >, line->start);
  g_assert_cmpfloat (line->width, ==, VIEW);
  assert_monotonic (line, -10, 40);
}

/* Forty steps a week apart do not fit: two lanes a side, and the line is longer than the view. */
static void
test_many (void)
{
  int days[MANY];
  g_autoptr (AcqScenarioLineLayout) line = NULL;

  for (int i = 0; i < MANY; i++)
    days[i] = (i - 3) * 7 + (i < 3 ? 0 : 1);
  line = acq_scenario_line_layout_new (days, MANY, VIEW, CARD, CARD);
  assert_readable (line, days, MANY);
  assert_monotonic (line, -30, 280);
  g_assert_cmpuint (line->lanes[FALSE], ==, 2);
  g_assert_cmpuint (line->lanes[TRUE], ==, 2);
  g_assert_cmpfloat (line->width, >, VIEW);
}

/* Four on each side are one lane; a ninth step is the fifth above. */
static void
test_lanes (void)
{
  static const int days[] = { 1, 8, 15, 22, 29, 36, 43, 50, 57 };
  g_autoptr (AcqScenarioLineLayout) eight = acq_scenario_line_layout_new (days, 8, VIEW, CARD, CARD);
  g_autoptr (AcqScenarioLineLayout) nine = acq_scenario_line_layout_new (days, 9, VIEW, CARD, CARD);

  g_assert_cmpuint (eight->lanes[TRUE], ==, 1);
  g_assert_cmpuint (nine->lanes[TRUE], ==, 2);
  g_assert_cmpuint (nine->lanes[FALSE], ==, 1);
}

/* The picture is linear where there is room for it. */
static void
test_linear (void)
{
  static const int days[] = { -20, 20, 50 };
  g_autoptr (AcqScenarioLineLayout) line = acq_scenario_line_layout_new (days, 3, 900, CARD, CARD);
  double day = acq_scenario_line_layout_get_x (line, 1) - line->due;

  g_assert_cmpfloat_with_epsilon (acq_scenario_line_layout_get_x (line, 50) - line->due, 50 * day, 0.001);
  g_assert_cmpfloat_with_epsilon (line->due - acq_scenario_line_layout_get_x (line, -20), 20 * day, 0.001);
}

/* Cards are as wide as they would like to be, but for the room. */
static void
test_card_width (void)
{
  static const int days[] = { -5, 3, 10, 16, 30, 45 };
  g_autoptr (AcqScenarioLineLayout) wide = acq_scenario_line_layout_new (days, 6, 1200, CARD, 2 * CARD);
  g_autoptr (AcqScenarioLineLayout) usual = acq_scenario_line_layout_new (days, 6, VIEW, CARD, 2 * CARD);
  g_autoptr (AcqScenarioLineLayout) narrow = acq_scenario_line_layout_new (days, 6, 300, CARD, 2 * CARD);

  g_assert_cmpfloat (wide->card_width, >, usual->card_width);
  g_assert_cmpfloat (usual->width, ==, VIEW);
  g_assert_cmpfloat (narrow->card_width, ==, CARD);
  g_assert_cmpfloat (narrow->width, >, 300);
}

static void
assert_ticks (const AcqScenarioLineLayout *line)
{
  guint n_units = 0;

  for (guint i = 0; i < line->ticks->len; i++)
    {
      const AcqScenarioLineTick *tick = &g_array_index (line->ticks, AcqScenarioLineTick, i);

      g_assert_cmpint (tick->day, !=, 0);
      g_assert_cmpfloat_with_epsilon (tick->x, acq_scenario_line_layout_get_x (line, tick->day), 0.001);
      n_units += tick->with_unit;
      for (guint j = 0; j < line->places->len; j++)
        g_assert_cmpfloat (ABS (tick->x - acq_scenario_line_layout_get_place (line, j)->dot), >, 9);
      if (i > 0)
        g_assert_cmpfloat (tick->x - tick[-1].x, >=, 38);
    }
  g_assert_cmpuint (n_units, <=, 1);
}

/* Whatever the days, in whatever order. */
static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      int days[MANY], limit = g_test_rand_bit () ? 40 : 730;
      guint n_days = (guint) g_test_rand_int_range (0, MANY + 1);
      g_autoptr (AcqScenarioLineLayout) line = NULL;

      for (guint i = 0; i < n_days; i++)
        days[i] = g_test_rand_int_range (-limit, limit + 1);
      line = acq_scenario_line_layout_new (days, n_days, g_test_rand_int_range (0, 2000), CARD, CARD);
      assert_readable (line, days, n_days);
      assert_monotonic (line, -limit, limit);
      assert_ticks (line);
    }
}

/* The scale stays where it is under the pointer, and the card does not leave its side. */
static void
test_move (void)
{
  static const int before[] = { -5, 3, 10 }, after[] = { -5, 1, 60 };
  g_autoptr (AcqScenarioLineLayout) line = acq_scenario_line_layout_new (before, 3, VIEW, CARD, CARD);
  g_autoptr (AcqScenarioLineLayout) moved = acq_scenario_line_layout_move (line, after, before, 3);

  for (int day = -20; day < 100; day++)
    g_assert_cmpfloat (acq_scenario_line_layout_get_x (moved, day), ==, acq_scenario_line_layout_get_x (line, day));
  g_assert_cmpfloat (acq_scenario_line_layout_get_place (moved, 0)->card, ==,
                     acq_scenario_line_layout_get_place (line, 0)->card);
  g_assert_cmpfloat_with_epsilon (acq_scenario_line_layout_get_place (moved, 2)->dot,
                                  acq_scenario_line_layout_get_x (line, 60), 0.001);
  g_assert_cmpfloat (acq_scenario_line_layout_get_place (moved, 1)->card, >, moved->due);
  g_assert_cmpfloat (moved->width, >, line->width);
  assert_ticks (moved);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-line-layout/usual", test_usual);
  g_test_add_func ("/scenario-line-layout/empty", test_empty);
  g_test_add_func ("/scenario-line-layout/many", test_many);
  g_test_add_func ("/scenario-line-layout/lanes", test_lanes);
  g_test_add_func ("/scenario-line-layout/linear", test_linear);
  g_test_add_func ("/scenario-line-layout/card-width", test_card_width);
  g_test_add_func ("/scenario-line-layout/random", test_random);
  g_test_add_func ("/scenario-line-layout/move", test_move);
  return g_test_run ();
}
