/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-clock.h"

static void
test_pinned (void)
{
  AcqDay day = acq_day_new (2026, 11, 20);
  AcqClock clock = acq_clock_pinned (day);

  g_assert_cmpint (acq_clock_today (clock), ==, day);
  g_assert_cmpint (acq_clock_now (clock), >, 0);
}

/* The tests run in UTC, where the day and the second must agree but at midnight. */
static void
test_system (void)
{
  AcqClock clock = acq_clock_system ();
  AcqDay before = (AcqDay) (acq_clock_now (clock) / 86400);
  AcqDay today = acq_clock_today (clock);
  AcqDay after = (AcqDay) (acq_clock_now (clock) / 86400);

  g_assert_cmpint (today, >=, before);
  g_assert_cmpint (today, <=, after);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/pinned", test_pinned);
  g_test_add_func ("/clock/system", test_system);
  return g_test_run ();
}
