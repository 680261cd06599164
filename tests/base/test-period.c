/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-period.h"

static void
test_contains (void)
{
  AcqPeriod closed = { 10, 20 }, open = { ACQ_DAY_NONE, 20 }, endless = { 10, ACQ_DAY_NONE };

  g_assert_true (acq_period_contains (closed, 10));
  g_assert_true (acq_period_contains (closed, 20));
  g_assert_false (acq_period_contains (closed, 9));
  g_assert_false (acq_period_contains (closed, 21));
  g_assert_true (acq_period_contains (open, -100000));
  g_assert_false (acq_period_contains (open, 21));
  g_assert_true (acq_period_contains (endless, 100000));
  g_assert_false (acq_period_contains (endless, 9));
}

static void
test_cover (void)
{
  AcqPeriod adjacent[] = { { 11, 20 }, { 1, 10 } };
  AcqPeriod gap[] = { { 1, 10 }, { 12, 20 } };
  AcqPeriod nested[] = { { 1, 20 }, { 3, 4 }, { 15, 30 } };

  g_assert_true (acq_periods_cover (adjacent, 2, (AcqPeriod){ 1, 20 }));
  g_assert_false (acq_periods_cover (gap, 2, (AcqPeriod){ 1, 20 }));
  g_assert_true (acq_periods_cover (gap, 2, (AcqPeriod){ 12, 20 }));
  g_assert_true (acq_periods_cover (nested, 3, (AcqPeriod){ 2, 30 }));
  g_assert_false (acq_periods_cover (nested, 3, (AcqPeriod){ 0, 30 }));
  g_assert_false (acq_periods_cover (nested, 3, (AcqPeriod){ 2, 31 }));
  g_assert_false (acq_periods_cover (NULL, 0, (AcqPeriod){ 5, 5 }));
}

static gboolean
is_in_one (const AcqPeriod *periods, gsize n, AcqDay day)
{
  for (gsize i = 0; i < n; i++)
    if (acq_period_contains (periods[i], day))
      return TRUE;
  return FALSE;
}

/* The definition itself: each wanted day lies in one of the periods. */
static void
test_cover_by_definition (void)
{
  for (int round = 0; round < 20000; round++)
    {
      AcqPeriod periods[6], wanted;
      gsize n = (gsize) g_test_rand_int_range (0, 7);
      gboolean covered = TRUE;

      for (gsize i = 0; i < n; i++)
        {
          periods[i].first = g_test_rand_int_range (0, 30);
          periods[i].last = periods[i].first + g_test_rand_int_range (0, 12);
        }
      wanted.first = g_test_rand_int_range (0, 30);
      wanted.last = wanted.first + g_test_rand_int_range (0, 12);
      for (AcqDay day = wanted.first; day <= wanted.last; day++)
        covered = covered && is_in_one (periods, n, day);
      g_assert_cmpint (acq_periods_cover (periods, n, wanted), ==, covered);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/contains", test_contains);
  g_test_add_func ("/period/cover", test_cover);
  g_test_add_func ("/period/cover-by-definition", test_cover_by_definition);
  return g_test_run ();
}
