/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-business-calendar.h"

struct _AcqBusinessCalendar
{
  AcqHolidayRegion region;
  GArray *closures; /* AcqPeriod */
};

static const char *const region_codes[] = {
  "mainland", "alsace_moselle", "guadeloupe", "martinique", "guyane", "reunion", "mayotte",
};

/* The day of the abolition of slavery (decree 83-1003). */
static const struct
{
  AcqHolidayRegion region;
  int month, day;
} abolition_days[] = {
  { ACQ_HOLIDAY_REGION_MAYOTTE, 4, 27 }, { ACQ_HOLIDAY_REGION_MARTINIQUE, 5, 22 },
  { ACQ_HOLIDAY_REGION_GUADELOUPE, 5, 27 }, { ACQ_HOLIDAY_REGION_GUYANE, 6, 10 },
  { ACQ_HOLIDAY_REGION_REUNION, 12, 20 },
};

static const struct
{
  int month, day;
} fixed_holidays[] = {
  { 1, 1 }, { 5, 1 }, { 5, 8 }, { 7, 14 }, { 8, 15 }, { 11, 1 }, { 11, 11 }, { 12, 25 },
};

ACQ_DEFINE_CODES (AcqHolidayRegion, acq_holiday_region, region_codes)

AcqBusinessCalendar *
acq_business_calendar_new (AcqHolidayRegion region)
{
  AcqBusinessCalendar *self = g_new0 (AcqBusinessCalendar, 1);

  self->region = region;
  self->closures = g_array_new (FALSE, FALSE, sizeof (AcqPeriod));
  return self;
}

AcqHolidayRegion
acq_business_calendar_region (const AcqBusinessCalendar *self)
{
  return self->region;
}

void
acq_business_calendar_free (AcqBusinessCalendar *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->closures);
  g_free (self);
}

void
acq_business_calendar_add_closure (AcqBusinessCalendar *self, AcqPeriod closure)
{
  g_return_if_fail (closure.first != ACQ_DAY_NONE && closure.last != ACQ_DAY_NONE);

  g_array_append_val (self->closures, closure);
}

AcqDay
acq_easter_sunday (int year)
{
  /* The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int sum = h + l - 7 * m + 114;

  return acq_day_new (year, sum / 31, sum % 31 + 1);
}

static gboolean
is_regional_holiday (AcqHolidayRegion region, int month, int day, int after_easter)
{
  if (region == ACQ_HOLIDAY_REGION_ALSACE_MOSELLE)
    return after_easter == -2 || (month == 12 && day == 26);
  for (gsize i = 0; i < G_N_ELEMENTS (abolition_days); i++)
    if (abolition_days[i].region == region)
      return abolition_days[i].month == month && abolition_days[i].day == day;
  return FALSE;
}

gboolean
acq_business_calendar_is_holiday (const AcqBusinessCalendar *self, AcqDay day)
{
  int year, month, day_of_month, after_easter;

  acq_day_get (day, &year, &month, &day_of_month);
  for (gsize i = 0; i < G_N_ELEMENTS (fixed_holidays); i++)
    if (fixed_holidays[i].month == month && fixed_holidays[i].day == day_of_month)
      return TRUE;
  /* Easter Monday, Ascension, Whit Monday. */
  after_easter = day - acq_easter_sunday (year);
  if (after_easter == 1 || after_easter == 39 || after_easter == 50)
    return TRUE;
  return is_regional_holiday (self->region, month, day_of_month, after_easter);
}

gboolean
acq_business_calendar_is_working_day (const AcqBusinessCalendar *self, AcqDay day)
{
  if (acq_day_weekday (day) > 5 || acq_business_calendar_is_holiday (self, day))
    return FALSE;
  for (guint i = 0; i < self->closures->len; i++)
    if (acq_period_contains (g_array_index (self->closures, AcqPeriod, i), day))
      return FALSE;
  return TRUE;
}

AcqDay
acq_business_calendar_next_working_day (const AcqBusinessCalendar *self, AcqDay day)
{
  /* A company closed for years is a slip; without a bound it would be a hang. */
  for (int i = 0; i < 4000; i++)
    if (acq_business_calendar_is_working_day (self, day + i))
      return day + i;
  return day;
}

gboolean
acq_day_is_bank_day (AcqDay day)
{
  int year, month, day_of_month, after_easter;

  if (acq_day_weekday (day) > 5)
    return FALSE;
  acq_day_get (day, &year, &month, &day_of_month);
  after_easter = day - acq_easter_sunday (year);
  if (after_easter == -2 || after_easter == 1)
    return FALSE;
  return !((month == 1 && day_of_month == 1) || (month == 5 && day_of_month == 1)
           || (month == 12 && (day_of_month == 25 || day_of_month == 26)));
}

AcqDay
acq_day_add_bank_days (AcqDay day, int bank_days)
{
  g_return_val_if_fail (bank_days >= 0, day);

  while (bank_days > 0)
    if (acq_day_is_bank_day (++day))
      bank_days--;
  return day;
}
