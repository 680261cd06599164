/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-day-text.h"

#include <glib/gi18n.h>

static const char *const months[] = {
  N_ ("January"), N_ ("February"), N_ ("March"),     N_ ("April"),   N_ ("May"),      N_ ("June"),
  N_ ("July"),    N_ ("August"),   N_ ("September"), N_ ("October"), N_ ("November"), N_ ("December"),
};

static const char *const short_months[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const char *const weekdays[] = {
  N_ ("Monday"), N_ ("Tuesday"),  N_ ("Wednesday"), N_ ("Thursday"),
  N_ ("Friday"), N_ ("Saturday"), N_ ("Sunday"),
};

/* The day of the month: French says "1ᵉʳ" for the first, and figures for the others. */
static char *
write_ordinal (int day)
{
  if (day == 1)
    /* Translators: the first day of a month: French writes "1ᵉʳ". */
    return g_strdup (C_ ("day of month", "1"));
  return g_strdup_printf ("%d", day);
}

static char *
write_with_month (AcqDay day, const char *month, gboolean with_year)
{
  g_autofree char *ordinal = NULL;
  int year, day_of_month;

  acq_day_get (day, &year, NULL, &day_of_month);
  ordinal = write_ordinal (day_of_month);
  if (with_year)
    /* Translators: a day: day of the month, month, year; with no-break spaces. */
    return g_strdup_printf (C_ ("day", "%1$s\u00a0%2$s\u00a0%3$d"), ordinal, month, year);
  /* Translators: a day: day of the month, month; with a no-break space. */
  return g_strdup_printf (C_ ("day", "%1$s\u00a0%2$s"), ordinal, month);
}

static const char *
month_of (AcqDay day)
{
  int month;

  acq_day_get (day, NULL, &month, NULL);
  return _ (months[month - 1]);
}

char *
acq_day_text_numeric (AcqDay day)
{
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  /* Translators: a day; year, month and day of the month stand in this order: use %3$02d/%2$02d/%1$04d for 31/12/2026. */
  return g_strdup_printf (_ ("%1$04d-%2$02d-%3$02d"), year, month, day_of_month);
}

char *
acq_day_text_short (AcqDay day, AcqDay today)
{
  int month;

  acq_day_get (day, NULL, &month, NULL);
  return write_with_month (day, g_dpgettext2 (NULL, "short month", short_months[month - 1]),
                           acq_day_year (day) != acq_day_year (today));
}

char *
acq_day_text (AcqDay day, AcqDay today)
{
  return write_with_month (day, month_of (day), acq_day_year (day) != acq_day_year (today));
}

char *
acq_day_text_full (AcqDay day)
{
  return write_with_month (day, month_of (day), TRUE);
}

char *
acq_day_text_weekday (AcqDay day, AcqDay today)
{
  g_autofree char *text = acq_day_text (day, today);

  /* Translators: day of the week, and the day ("23 November"). */
  return g_strdup_printf (C_ ("day", "%1$s %2$s"), _ (weekdays[acq_day_weekday (day) - 1]), text);
}

char *
acq_day_text_relative (AcqDay day, AcqDay today)
{
  if (day == today)
    return g_strdup (_ ("today"));
  if (day == today - 1)
    return g_strdup (_ ("yesterday"));
  if (day == today + 1)
    return g_strdup (_ ("tomorrow"));
  if (ABS (day - today) < 7)
    return acq_day_text_weekday (day, today);
  return acq_day_text (day, today);
}

char *
acq_day_text_when (AcqDay day, AcqDay today)
{
  g_autofree char *text = NULL;

  if (ABS (day - today) <= 1)
    return acq_day_text_relative (day, today);
  if (day > today && day < today + 7)
    return g_strdup (_ (weekdays[acq_day_weekday (day) - 1]));
  text = acq_day_text_short (day, today);
  /* Translators: when: a day, "27 Nov". */
  return g_strdup_printf (C_ ("day", "on %s"), text);
}

char *
acq_month_text (AcqDay day)
{
  /* Translators: a month and its year. */
  return g_strdup_printf (C_ ("month", "%1$s %2$d"), month_of (day), acq_day_year (day));
}

char *
acq_month_text_short (AcqDay day)
{
  int month;

  acq_day_get (day, NULL, &month, NULL);
  return g_strdup_printf (C_ ("month", "%1$s %2$d"), g_dpgettext2 (NULL, "short month", short_months[month - 1]),
                          acq_day_year (day));
}

/* Without a year people mean the one that lies nearest. */
static AcqDay
find_nearest_year (int month, int day_of_month, AcqDay today)
{
  AcqDay best = ACQ_DAY_NONE;

  for (int year = acq_day_year (today) - 1; year <= acq_day_year (today) + 1; year++)
    {
      AcqDay day = acq_day_new (year, month, day_of_month);

      if (day != ACQ_DAY_NONE && (best == ACQ_DAY_NONE || ABS (day - today) < ABS (best - today)))
        best = day;
    }
  return best;
}

static int
read_number (const char *text)
{
  gint64 number;

  return g_ascii_string_to_signed (text, 10, 0, 9999, &number, NULL) ? (int) number : -1;
}

AcqDay
acq_day_parse_typed (const char *text, AcqDay today)
{
  g_autofree char *stripped = text == NULL ? NULL : g_strstrip (g_strdup (text));
  g_auto (GStrv) parts = NULL;
  AcqDay iso = acq_day_parse_iso (stripped);
  guint n_parts;
  int year;

  if (stripped == NULL || iso != ACQ_DAY_NONE)
    return iso;
  parts = g_strsplit_set (stripped, "/.- ", -1);
  n_parts = g_strv_length (parts);
  if (n_parts == 2)
    return find_nearest_year (read_number (parts[1]), read_number (parts[0]), today);
  if (n_parts != 3)
    return ACQ_DAY_NONE;
  year = read_number (parts[2]);
  if (year >= 0 && year < 100)
    year += 2000;
  return acq_day_new (year, read_number (parts[1]), read_number (parts[0]));
}
