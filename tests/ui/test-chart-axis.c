/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-axis.h"
#include "acq-chart-measure.h"

#include "acq-money.h"

typedef struct
{
  gint64 lowest, highest, finest;
  gint64 minimum, maximum, step;
} AxisCase;

static const AxisCase cases[] = {
  { 0, 1460000, 100, 0, 1500000, 500000 },         /* weeks of 14.6 k€ */
  { 0, 8432000, 100, 0, 10000000, 2500000 },       /* 84 k€: quarters of a power of ten */
  { 0, 14, 1, 0, 15, 5 },                          /* days */
  { 0, 9, 1, 0, 10, 5 },                           /* no tick at two and a half days */
  { 0, 4, 1, 0, 4, 1 },
  { 0, 0, 100, 0, 100, 100 },                      /* nothing at all */
  { 0, 1, 100, 0, 100, 100 },                      /* one cent */
  { -300000, 900000, 100, -500000, 1000000, 500000 },
  { -700, -100, 100, -800, 0, 200 },
  { 35, 56, 1, 30, 60, 10 },                       /* of a line that does not begin at zero */
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AxisCase *c = &cases[i];
      AcqChartAxis axis = acq_chart_axis_cover (c->lowest, c->highest, c->finest);

      g_test_message ("%" G_GINT64_FORMAT " to %" G_GINT64_FORMAT, c->lowest, c->highest);
      g_assert_cmpint (axis.minimum, ==, c->minimum);
      g_assert_cmpint (axis.maximum, ==, c->maximum);
      g_assert_cmpint (axis.step, ==, c->step);
    }
}

static gint64
random_value (void)
{
  gint64 magnitude = 1;

  for (int power = g_test_rand_int_range (0, 19); power > 0; power--)
    magnitude *= 10;
  return (gint64) (g_test_rand_double_range (-1, 1) * (double) magnitude);
}

/* Whatever the values: few round steps that cover them, and every tick where it belongs. */
static void
test_random (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 a = random_value (), b = random_value (), finest = g_test_rand_bit () ? 1 : 100;
      AcqChartAxis axis = acq_chart_axis_cover (MIN (a, b), MAX (a, b), finest);
      guint n_ticks = acq_chart_axis_count_ticks (&axis);

      g_assert_cmpint (axis.step % finest, ==, 0);
      g_assert_cmpint (axis.minimum, <=, MAX (MIN (a, b), -ACQ_CHART_AXIS_LIMIT));
      g_assert_cmpint (axis.maximum, >=, MIN (MAX (a, b), ACQ_CHART_AXIS_LIMIT));
      g_assert_cmpuint (n_ticks, >=, 2);
      g_assert_cmpuint (n_ticks, <=, ACQ_CHART_AXIS_MAX_STEPS + 1);
      g_assert_cmpint (acq_chart_axis_get_tick (&axis, 0), ==, axis.minimum);
      g_assert_cmpint (acq_chart_axis_get_tick (&axis, n_ticks - 1), ==, axis.maximum);
      g_assert_cmpfloat (acq_chart_axis_place (&axis, a), >=, 0);
      g_assert_cmpfloat (acq_chart_axis_place (&axis, b), <=, 1);
    }
}

static void
test_beyond_all_measure (void)
{
  AcqChartAxis axis = acq_chart_axis_cover (G_MININT64, G_MAXINT64, 100);

  g_assert_cmpint (axis.minimum, ==, -ACQ_CHART_AXIS_LIMIT);
  g_assert_cmpint (axis.maximum, ==, ACQ_CHART_AXIS_LIMIT);
  g_assert_cmpfloat_with_epsilon (acq_chart_axis_place (&axis, G_MAXINT64), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (acq_chart_axis_place (&axis, 0), 0.5, 1e-9);
}

static void
test_units (void)
{
  static const struct
  {
    gint64 largest;
    gint64 size;
    const char *sign;
  } units[] = {
    { 0, 100, "€" },
    { 99999, 100, "€" },
    { 100000, 100000, "k€" },
    { 99999999, 100000, "k€" },
    { 100000000, 100000000, "M€" },
    { ACQ_MONEY_MAX, 100000000, "M€" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      AcqChartUnit unit = acq_chart_measure_choose_unit (&ACQ_CHART_MEASURE_EUROS, units[i].largest);

      g_assert_cmpint (unit.size, ==, units[i].size);
      g_assert_cmpstr (unit.sign, ==, units[i].sign);
    }
  g_assert_cmpint (acq_chart_measure_choose_unit (&ACQ_CHART_MEASURE_DAYS, 4000).size, ==, 1);
}

static void
assert_figure (char *figure, const char *expected)
{
  g_assert_cmpstr (figure, ==, expected);
  g_free (figure);
}

static void
test_figures (void)
{
  AcqChartUnit thousands = acq_chart_measure_choose_unit (&ACQ_CHART_MEASURE_EUROS, 1240000);
  AcqChartUnit days = acq_chart_measure_choose_unit (&ACQ_CHART_MEASURE_DAYS, 14);

  assert_figure (acq_chart_unit_format (&thousands, 980000, 1), "9.8");
  assert_figure (acq_chart_unit_format (&thousands, 985000, 1), "9.9");
  assert_figure (acq_chart_unit_format (&thousands, 4999, 1), "0.0");
  assert_figure (acq_chart_unit_format (&thousands, -4999, 1), "0.0");
  assert_figure (acq_chart_unit_format (&thousands, -985000, 1), "−9.9");
  assert_figure (acq_chart_unit_format (&thousands, 123456789000, 0), "1,234,568");
  assert_figure (acq_chart_unit_format (&days, G_MININT64, 0), "−9,223,372,036,854,775,808");
  assert_figure (acq_chart_unit_format_tick (&thousands, 1500000, TRUE), "15 k€");
  assert_figure (acq_chart_unit_format_tick (&thousands, 1000000, FALSE), "10");
  assert_figure (acq_chart_unit_format_tick (&thousands, 250000, FALSE), "2.5");
  assert_figure (acq_chart_unit_format_tick (&thousands, 25000, FALSE), "0.25");
  assert_figure (acq_chart_unit_format_tick (&days, 15, TRUE), "15");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-axis/cases", test_cases);
  g_test_add_func ("/chart-axis/random", test_random);
  g_test_add_func ("/chart-axis/beyond-all-measure", test_beyond_all_measure);
  g_test_add_func ("/chart-axis/units", test_units);
  g_test_add_func ("/chart-axis/figures", test_figures);
  return g_test_run ();
}
