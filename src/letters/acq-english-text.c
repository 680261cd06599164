/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-english-text.h"

#include <string.h>

#include "acq-french-text.h"

static const char *const months[] = { "January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December" };
static const char *const weekdays[]
  = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
static const char *const counts[]
  = { "no",       "one",     "two",     "three",     "four",     "five",     "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty" };

static void
append_grouped (GString *text, guint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize len = strlen (digits);

  for (gsize i = 0; i < len; i++)
    {
      if (i > 0 && (len - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

static void
append_figure (GString *text, gint64 minor, AcqCurrency currency)
{
  int decimals = acq_currency_decimals (currency);
  guint64 scale = decimals == 0 ? 1 : decimals == 2 ? 100 : 1000;
  guint64 magnitude = minor < 0 ? -(guint64) minor : (guint64) minor;

  append_grouped (text, magnitude / scale);
  if (decimals > 0)
    g_string_append_printf (text, ".%0*d", decimals, (int) (magnitude % scale));
}

char *
acq_english_figure (gint64 minor, AcqCurrency currency)
{
  GString *text = g_string_new (minor < 0 ? "\u2212" : "");

  append_figure (text, minor, currency);
  return g_string_free (text, FALSE);
}

char *
acq_english_amount (gint64 minor, AcqCurrency currency)
{
  GString *text = g_string_new (minor < 0 ? "\u2212" : "");

  if (acq_currency_equal (currency, ACQ_CURRENCY_EUR))
    g_string_append (text, "€");
  else
    g_string_append_printf (text, "%s" ACQ_WIDE_SPACE, currency.code);
  append_figure (text, minor, currency);
  return g_string_free (text, FALSE);
}

char *
acq_english_short_day_month (AcqDay day)
{
  int month, day_of_month;

  acq_day_get (day, NULL, &month, &day_of_month);
  return g_strdup_printf ("%d" ACQ_WIDE_SPACE "%.3s", day_of_month, months[month - 1]);
}

char *
acq_english_short_day (AcqDay day)
{
  g_autofree char *date = acq_english_short_day_month (day);

  return g_strdup_printf ("%s" ACQ_WIDE_SPACE "%d", date, acq_day_year (day));
}

char *
acq_english_day_month (AcqDay day)
{
  int month, day_of_month;

  acq_day_get (day, NULL, &month, &day_of_month);
  return g_strdup_printf ("%d" ACQ_WIDE_SPACE "%s", day_of_month, months[month - 1]);
}

char *
acq_english_day (AcqDay day)
{
  g_autofree char *date = acq_english_day_month (day);

  return g_strdup_printf ("%s %d", date, acq_day_year (day));
}

const char *
acq_english_weekday (AcqDay day)
{
  return weekdays[acq_day_weekday (day) - 1];
}

char *
acq_english_count (guint count)
{
  GString *figures;

  if (count < G_N_ELEMENTS (counts))
    return g_strdup (counts[count]);
  figures = g_string_new (NULL);
  append_grouped (figures, count);
  return g_string_free (figures, FALSE);
}

char *
acq_english_typeset (const char *text)
{
  GString *set = g_string_new (text);

  g_string_replace (set, "'", "’", 0);
  return g_string_free (set, FALSE);
}
