/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-day.h"

static AcqDay
day_of (const char *iso)
{
  AcqDay day = acq_day_parse_iso (iso);

  g_assert_cmpint (day, !=, ACQ_DAY_NONE);
  return day;
}

/* Every day there is, beside GLib's own calendar. */
static void
test_all_days (void)
{
  AcqDay first = acq_day_new (1900, 1, 1), last = acq_day_new (2999, 12, 31);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 1900);
  for (AcqDay day = first; day <= last; day++)
    {
      int year, month, day_of_month;

      acq_day_get (day, &year, &month, &day_of_month);
      g_assert_cmpint (year, ==, g_date_get_year (&date));
      g_assert_cmpint (month, ==, (int) g_date_get_month (&date));
      g_assert_cmpint (day_of_month, ==, g_date_get_day (&date));
      g_assert_cmpint (acq_day_weekday (day), ==, (int) g_date_get_weekday (&date));
      g_assert_cmpint (acq_day_new (year, month, day_of_month), ==, day);
      g_date_add_days (&date, 1);
    }
  g_assert_true (acq_day_is_valid (first));
  g_assert_true (acq_day_is_valid (last));
  g_assert_false (acq_day_is_valid (first - 1));
  g_assert_false (acq_day_is_valid (last + 1));
  g_assert_false (acq_day_is_valid (ACQ_DAY_NONE));
}

static void
test_no_such_day (void)
{
  static const int parts[][3] = {
    { 2023, 2, 29 }, { 2100, 2, 29 }, { 2024, 2, 30 }, { 2024, 13, 1 },  { 2024, 0, 1 },
    { 2024, 4, 31 }, { 2024, 1, 0 },  { 2024, 1, 32 }, { 1899, 12, 31 }, { 3000, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpint (acq_day_new (parts[i][0], parts[i][1], parts[i][2]), ==, ACQ_DAY_NONE);
  g_assert_cmpint (acq_day_new (2000, 2, 29), !=, ACQ_DAY_NONE);
  g_assert_cmpint (acq_day_new (1970, 1, 1), ==, 0);
}

static void
test_iso (void)
{
  static const char *const wrong[] = {
    "", "2026", "2026-11", "2026-11-2", "2026-1-20", "2026-11-200", "2026/11/20", "20261120", " 2026-11-20",
    "2026-11-20 ", "2026-02-29", "abcd-11-20", "2026-11-20T00:00:00",
  };
  g_autofree char *iso = acq_day_to_iso (acq_day_new (2026, 11, 20));
  char buffer[ACQ_DAY_ISO_SIZE] = "kept?";

  g_assert_cmpstr (iso, ==, "2026-11-20");
  g_assert_null (acq_day_to_iso (ACQ_DAY_NONE));
  g_assert_cmpstr (acq_day_write_iso (ACQ_DAY_NONE, buffer), ==, "");
  g_assert_cmpstr (acq_day_write_iso (acq_day_new (1900, 1, 1), buffer), ==, "1900-01-01");
  g_assert_cmpint (acq_day_parse_iso (NULL), ==, ACQ_DAY_NONE);
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (acq_day_parse_iso (wrong[i]), ==, ACQ_DAY_NONE);
  for (int i = 0; i < 5000; i++)
    {
      AcqDay day = g_test_rand_int_range (acq_day_new (1900, 1, 1), acq_day_new (2999, 12, 31) + 1);

      g_assert_cmpint (acq_day_parse_iso (acq_day_write_iso (day, buffer)), ==, day);
    }
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } cases[] = {
    { "2026-01-31", 1, "2026-02-28" },  { "2024-01-31", 1, "2024-02-29" },  { "2026-03-31", -1, "2026-02-28" },
    { "2026-12-15", 1, "2027-01-15" },  { "2026-01-15", -1, "2025-12-15" }, { "2026-05-31", 12, "2027-05-31" },
    { "2024-02-29", 12, "2025-02-28" }, { "2026-08-31", 1, "2026-09-30" },  { "2026-11-20", 0, "2026-11-20" },
    { "2026-11-20", 60, "2031-11-20" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (acq_day_add_months (day_of (cases[i].from), cases[i].months), ==, day_of (cases[i].to));
}

static void
test_ends (void)
{
  g_assert_cmpint (acq_day_end_of_month (day_of ("2024-02-01")), ==, day_of ("2024-02-29"));
  g_assert_cmpint (acq_day_end_of_month (day_of ("2026-12-31")), ==, day_of ("2026-12-31"));
  g_assert_cmpint (acq_day_start_of_half_year (day_of ("2026-06-30")), ==, day_of ("2026-01-01"));
  g_assert_cmpint (acq_day_end_of_half_year (day_of ("2026-06-30")), ==, day_of ("2026-06-30"));
  g_assert_cmpint (acq_day_start_of_half_year (day_of ("2026-07-01")), ==, day_of ("2026-07-01"));
  g_assert_cmpint (acq_day_end_of_half_year (day_of ("2026-07-01")), ==, day_of ("2026-12-31"));
  g_assert_cmpint (acq_day_year (day_of ("2026-07-01")), ==, 2026);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/all-days", test_all_days);
  g_test_add_func ("/day/no-such-day", test_no_such_day);
  g_test_add_func ("/day/iso", test_iso);
  g_test_add_func ("/day/months", test_months);
  g_test_add_func ("/day/ends", test_ends);
  return g_test_run ();
}
