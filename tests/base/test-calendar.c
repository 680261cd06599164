/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-business-calendar.h"

typedef struct
{
  int year;
  const char *easter;
  const char *movable[3]; /* Easter Monday, Ascension, Whit Monday */
} MovableFeasts;

/* As published by the Bureau des longitudes. */
static const MovableFeasts feasts[] = {
  { 2024, "2024-03-31", { "2024-04-01", "2024-05-09", "2024-05-20" } },
  { 2025, "2025-04-20", { "2025-04-21", "2025-05-29", "2025-06-09" } },
  { 2026, "2026-04-05", { "2026-04-06", "2026-05-14", "2026-05-25" } },
  { 2027, "2027-03-28", { "2027-03-29", "2027-05-06", "2027-05-17" } },
  { 2028, "2028-04-16", { "2028-04-17", "2028-05-25", "2028-06-05" } },
  { 2029, "2029-04-01", { "2029-04-02", "2029-05-10", "2029-05-21" } },
  { 2030, "2030-04-21", { "2030-04-22", "2030-05-30", "2030-06-10" } },
};

static const int fixed[][2] = { { 1, 1 }, { 5, 1 }, { 5, 8 }, { 7, 14 }, { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 } };

static AcqDay
day_of (const char *iso)
{
  AcqDay day = acq_day_parse_iso (iso);

  g_assert_cmpint (day, !=, ACQ_DAY_NONE);
  return day;
}

static gboolean
is_listed (const MovableFeasts *year, AcqDay day)
{
  int month, day_of_month;

  for (gsize i = 0; i < G_N_ELEMENTS (year->movable); i++)
    if (day_of (year->movable[i]) == day)
      return TRUE;
  acq_day_get (day, NULL, &month, &day_of_month);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i][0] == month && fixed[i][1] == day_of_month)
      return TRUE;
  return FALSE;
}

/* Each day of seven years: a holiday if and only if it is listed. */
static void
test_mainland (void)
{
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);

  for (gsize i = 0; i < G_N_ELEMENTS (feasts); i++)
    {
      AcqDay first = acq_day_new (feasts[i].year, 1, 1), last = acq_day_new (feasts[i].year, 12, 31);

      g_assert_cmpint (acq_easter_sunday (feasts[i].year), ==, day_of (feasts[i].easter));
      for (AcqDay day = first; day <= last; day++)
        {
          gboolean holiday = is_listed (&feasts[i], day);

          g_assert_cmpint (acq_business_calendar_is_holiday (calendar, day), ==, holiday);
          g_assert_cmpint (acq_business_calendar_is_working_day (calendar, day), ==,
                           !holiday && acq_day_weekday (day) <= 5);
        }
    }
}

static int
count_holidays (AcqHolidayRegion region, int year)
{
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (region);
  int count = 0;

  for (AcqDay day = acq_day_new (year, 1, 1); day <= acq_day_new (year, 12, 31); day++)
    count += acq_business_calendar_is_holiday (calendar, day);
  return count;
}

static void
test_regions (void)
{
  static const struct
  {
    const char *code, *extra;
    int more;
  } cases[] = {
    { "alsace_moselle", "2026-04-03", 2 }, { "alsace_moselle", "2026-12-26", 2 }, { "guadeloupe", "2026-05-27", 1 },
    { "martinique", "2026-05-22", 1 },     { "guyane", "2026-06-10", 1 },         { "reunion", "2026-12-20", 1 },
    { "mayotte", "2026-04-27", 1 },
  };
  g_autoptr (AcqBusinessCalendar) mainland = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);

  g_assert_cmpint (count_holidays (ACQ_HOLIDAY_REGION_MAINLAND, 2026), ==, 11);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqHolidayRegion region;
      g_autoptr (AcqBusinessCalendar) calendar = NULL;

      g_assert_true (acq_holiday_region_from_code (cases[i].code, &region));
      g_assert_cmpstr (acq_holiday_region_to_code (region), ==, cases[i].code);
      calendar = acq_business_calendar_new (region);
      g_assert_true (acq_business_calendar_is_holiday (calendar, day_of (cases[i].extra)));
      g_assert_false (acq_business_calendar_is_holiday (mainland, day_of (cases[i].extra)));
      g_assert_cmpint (count_holidays (region, 2026), ==, 11 + cases[i].more);
    }
}

static void
test_closures (void)
{
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);

  acq_business_calendar_add_closure (calendar, (AcqPeriod){ day_of ("2026-08-03"), day_of ("2026-08-14") });
  acq_business_calendar_add_closure (calendar, (AcqPeriod){ day_of ("2026-12-24"), day_of ("2027-01-03") });
  g_assert_true (acq_business_calendar_is_working_day (calendar, day_of ("2026-07-31")));
  g_assert_false (acq_business_calendar_is_working_day (calendar, day_of ("2026-08-03")));
  g_assert_false (acq_business_calendar_is_working_day (calendar, day_of ("2026-08-14")));
  g_assert_false (acq_business_calendar_is_holiday (calendar, day_of ("2026-08-03")));
  g_assert_cmpint (acq_business_calendar_next_working_day (calendar, day_of ("2026-08-01")), ==, day_of ("2026-08-17"));
  g_assert_cmpint (acq_business_calendar_next_working_day (calendar, day_of ("2026-12-25")), ==, day_of ("2027-01-04"));
  g_assert_cmpint (acq_business_calendar_next_working_day (calendar, day_of ("2026-11-20")), ==, day_of ("2026-11-20"));
  /* Whit Monday is no day to let a notice expire on. */
  g_assert_cmpint (acq_business_calendar_next_working_day (calendar, day_of ("2026-05-23")), ==, day_of ("2026-05-26"));
}

static void
test_bank_days (void)
{
  g_assert_false (acq_day_is_bank_day (day_of ("2026-04-03")));
  g_assert_false (acq_day_is_bank_day (day_of ("2026-04-06")));
  g_assert_false (acq_day_is_bank_day (day_of ("2026-12-25")));
  g_assert_false (acq_day_is_bank_day (day_of ("2025-12-26")));
  g_assert_false (acq_day_is_bank_day (day_of ("2026-11-21")));
  /* The bank works on days on which the company does not. */
  g_assert_true (acq_day_is_bank_day (day_of ("2026-07-14")));
  g_assert_true (acq_day_is_bank_day (day_of ("2026-05-14")));
  g_assert_cmpint (acq_day_add_bank_days (day_of ("2026-11-20"), 0), ==, day_of ("2026-11-20"));
  g_assert_cmpint (acq_day_add_bank_days (day_of ("2026-11-20"), 2), ==, day_of ("2026-11-24"));
  g_assert_cmpint (acq_day_add_bank_days (day_of ("2026-11-21"), 1), ==, day_of ("2026-11-23"));
  g_assert_cmpint (acq_day_add_bank_days (day_of ("2026-04-02"), 1), ==, day_of ("2026-04-07"));
  g_assert_cmpint (acq_day_add_bank_days (day_of ("2025-12-24"), 6), ==, day_of ("2026-01-06"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar/mainland", test_mainland);
  g_test_add_func ("/calendar/regions", test_regions);
  g_test_add_func ("/calendar/closures", test_closures);
  g_test_add_func ("/calendar/bank-days", test_bank_days);
  return g_test_run ();
}
