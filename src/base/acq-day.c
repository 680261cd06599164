/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-day.h"

#define FIRST_YEAR 1900
#define LAST_YEAR 2999

/* Days of the proleptic Gregorian calendar counted in eras of 400 years that begin on 1 March, so that the
   leap day ends its year: https://howardhinnant.github.io/date_algorithms.html describes the arithmetic. */
static AcqDay
days_from_civil (int year, int month, int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = (y >= 0 ? y : y - 399) / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static void
civil_from_days (AcqDay days, int *year, int *month, int *day)
{
  int z = days + 719468;
  int era = (z >= 0 ? z : z - 146096) / 146097;
  int day_of_era = z - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;

  *day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  *month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  *year = year_of_era + era * 400 + (*month <= 2);
}

static int
days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  gboolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

  return month == 2 && leap ? 29 : lengths[month - 1];
}

AcqDay
acq_day_new (int year, int month, int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
    return ACQ_DAY_NONE;
  if (day < 1 || day > days_in_month (year, month))
    return ACQ_DAY_NONE;
  return days_from_civil (year, month, day);
}

gboolean
acq_day_is_valid (AcqDay day)
{
  return day >= days_from_civil (FIRST_YEAR, 1, 1) && day <= days_from_civil (LAST_YEAR, 12, 31);
}

void
acq_day_get (AcqDay day, int *ret_year, int *ret_month, int *ret_day)
{
  int year, month, day_of_month;

  civil_from_days (day, &year, &month, &day_of_month);
  if (ret_year != NULL)
    *ret_year = year;
  if (ret_month != NULL)
    *ret_month = month;
  if (ret_day != NULL)
    *ret_day = day_of_month;
}

static int
read_digits (const char *text, int count)
{
  int value = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

AcqDay
acq_day_parse_iso (const char *text)
{
  int year, month, day;

  if (text == NULL)
    return ACQ_DAY_NONE;
  year = read_digits (text, 4);
  if (year < 0 || text[4] != '-')
    return ACQ_DAY_NONE;
  month = read_digits (text + 5, 2);
  if (month < 0 || text[7] != '-')
    return ACQ_DAY_NONE;
  day = read_digits (text + 8, 2);
  if (day < 0 || text[10] != '\0')
    return ACQ_DAY_NONE;
  return acq_day_new (year, month, day);
}

const char *
acq_day_write_iso (AcqDay day, char buffer[ACQ_DAY_ISO_SIZE])
{
  int parts[3];
  static const struct { int at, width; } places[] = { { 0, 4 }, { 5, 2 }, { 8, 2 } };

  if (!acq_day_is_valid (day))
    {
      buffer[0] = '\0';
      return buffer;
    }
  civil_from_days (day, &parts[0], &parts[1], &parts[2]);
  for (int p = 0; p < 3; p++)
    for (int i = places[p].width - 1, rest = parts[p]; i >= 0; i--, rest /= 10)
      buffer[places[p].at + i] = (char) ('0' + rest % 10);
  buffer[4] = buffer[7] = '-';
  buffer[10] = '\0';
  return buffer;
}

char *
acq_day_to_iso (AcqDay day)
{
  char buffer[ACQ_DAY_ISO_SIZE];

  if (!acq_day_is_valid (day))
    return NULL;
  return g_strdup (acq_day_write_iso (day, buffer));
}

int
acq_day_weekday (AcqDay day)
{
  /* 1970-01-01 was a Thursday. */
  int index = (day % 7 + 7 + 3) % 7;

  return index + 1;
}

AcqDay
acq_day_add_months (AcqDay day, int months)
{
  int year, month, day_of_month, index;

  g_return_val_if_fail (acq_day_is_valid (day), ACQ_DAY_NONE);

  civil_from_days (day, &year, &month, &day_of_month);
  index = year * 12 + month - 1 + months;
  year = index / 12;
  month = index % 12 + 1;
  return acq_day_new (year, month, MIN (day_of_month, days_in_month (year, month)));
}

AcqDay
acq_day_end_of_month (AcqDay day)
{
  int year, month;

  acq_day_get (day, &year, &month, NULL);
  return acq_day_new (year, month, days_in_month (year, month));
}

int
acq_day_year (AcqDay day)
{
  int year;

  acq_day_get (day, &year, NULL, NULL);
  return year;
}

AcqDay
acq_day_start_of_half_year (AcqDay day)
{
  int year, month;

  acq_day_get (day, &year, &month, NULL);
  return acq_day_new (year, month <= 6 ? 1 : 7, 1);
}

AcqDay
acq_day_end_of_half_year (AcqDay day)
{
  int year, month;

  acq_day_get (day, &year, &month, NULL);
  return month <= 6 ? acq_day_new (year, 6, 30) : acq_day_new (year, 12, 31);
}
