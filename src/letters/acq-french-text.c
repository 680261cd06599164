/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-french-text.h"

#include <string.h>

#define MINUS "\u2212"

static const char *const months[] = { "janvier", "février", "mars",      "avril",   "mai",      "juin",
                                      "juillet", "août",    "septembre", "octobre", "novembre", "décembre" };
static const char *const weekdays[]
  = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
static const char *const counts[]
  = { "aucune",   "une",    "deux",  "trois",    "quatre",   "cinq",     "six",
      "sept",     "huit",   "neuf",  "dix",      "onze",     "douze",    "treize",
      "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt" };

/* Digits in groups of three. */
static void
append_grouped (GString *text, guint64 number)
{
  char digits[24];
  gsize len = (gsize) g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, number);

  for (gsize i = 0; i < len; i++)
    {
      if (i > 0 && (len - i) % 3 == 0)
        g_string_append (text, ACQ_NARROW_SPACE);
      g_string_append_c (text, digits[i]);
    }
}

static guint64
append_sign (GString *text, gint64 number)
{
  if (number >= 0)
    return (guint64) number;
  g_string_append (text, MINUS);
  return -(guint64) number;
}

static char *
format_hundredths (gint64 hundredths, const char *suffix)
{
  GString *text = g_string_sized_new (24);
  guint64 magnitude = append_sign (text, hundredths);

  append_grouped (text, magnitude / 100);
  g_string_append_printf (text, ",%02u%s", (guint) (magnitude % 100), suffix);
  return g_string_free (text, FALSE);
}

char *
acq_french_amount (gint64 cents)
{
  return format_hundredths (cents, ACQ_NARROW_SPACE "€");
}

char *
acq_french_figure (gint64 cents)
{
  return format_hundredths (cents, "");
}

char *
acq_french_rate (int rate)
{
  return format_hundredths (rate, ACQ_NARROW_SPACE "%");
}

char *
acq_french_rate_figure (int rate)
{
  return format_hundredths (rate, "");
}

char *
acq_french_number (gint64 number)
{
  GString *text = g_string_sized_new (24);

  append_grouped (text, append_sign (text, number));
  return g_string_free (text, FALSE);
}

char *
acq_french_points (int points)
{
  return points % 100 == 0 ? acq_french_number (points / 100) : acq_french_rate_figure (points);
}

char *
acq_french_short_amount (gint64 cents)
{
  g_autofree char *whole = acq_french_number (cents / 100);

  return cents % 100 == 0 ? g_strconcat (whole, ACQ_NARROW_SPACE "€", NULL) : acq_french_amount (cents);
}

static void
append_day_month (GString *text, int month, int day)
{
  g_string_append_printf (text, "%d%s" ACQ_WIDE_SPACE "%s", day, day == 1 ? "ᵉʳ" : "", months[month - 1]);
}

char *
acq_french_day_month (AcqDay day)
{
  GString *text = g_string_sized_new (24);
  int month, day_of_month;

  acq_day_get (day, NULL, &month, &day_of_month);
  append_day_month (text, month, day_of_month);
  return g_string_free (text, FALSE);
}

char *
acq_french_day (AcqDay day)
{
  GString *text = g_string_sized_new (32);
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  append_day_month (text, month, day_of_month);
  g_string_append_printf (text, " %d", year);
  return g_string_free (text, FALSE);
}

char *
acq_french_weekday_day (AcqDay day)
{
  g_autofree char *date = acq_french_day (day);

  return g_strconcat (weekdays[acq_day_weekday (day) - 1], " ", date, NULL);
}

char *
acq_french_short_day (AcqDay day)
{
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%02d/%02d/%04d", day_of_month, month, year);
}

static char *
half_year (AcqDay day, const char *word)
{
  int year, month;

  acq_day_get (day, &year, &month, NULL);
  return g_strdup_printf ("%s" ACQ_WIDE_SPACE "%s %d", month <= 6 ? "1ᵉʳ" : "2ᵉ", word, year);
}

char *
acq_french_half_year (AcqDay day)
{
  return half_year (day, "sem.");
}

char *
acq_french_half_year_long (AcqDay day)
{
  return half_year (day, "semestre");
}

char *
acq_french_count (guint count)
{
  return count < G_N_ELEMENTS (counts) ? g_strdup (counts[count]) : acq_french_number (count);
}

char *
acq_french_list (const char *const *texts, gsize n_texts, const char *last_separator)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < n_texts; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 == n_texts ? last_separator : ", ");
      g_string_append (list, texts[i]);
    }
  return g_string_free (list, FALSE);
}

char *
acq_french_days_list (const AcqDay *days, gsize n_days)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n_days; i++)
    {
      gboolean year_follows = i + 1 < n_days && acq_day_year (days[i + 1]) == acq_day_year (days[i]);

      g_ptr_array_add (texts, year_follows ? acq_french_day_month (days[i]) : acq_french_day (days[i]));
    }
  return acq_french_list ((const char *const *) texts->pdata, texts->len, " et ");
}

static gboolean
wants_narrow_space_before (const char *text)
{
  return *text != '\0'
         && (strchr (";:!?%", *text) != NULL || g_str_has_prefix (text, "€") || g_str_has_prefix (text, "»"));
}

char *
acq_french_spaces (const char *text)
{
  GString *spaced = g_string_sized_new (strlen (text) + 16);

  for (const char *p = text; *p != '\0'; p++)
    if (*p == ' ' && wants_narrow_space_before (p + 1))
      g_string_append (spaced, ACQ_NARROW_SPACE);
    else if (*p == ' ' && p - text >= 2 && strncmp (p - 2, "«", 2) == 0)
      g_string_append (spaced, ACQ_NARROW_SPACE);
    else if (*p == '\'')
      g_string_append (spaced, "’");
    else
      g_string_append_c (spaced, *p);
  return g_string_free (spaced, FALSE);
}

/* Format characters (directional marks and overrides, joiners, soft hyphens) and private ones change or hide what a reader
   sees. */
static gboolean
is_hidden (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_FORMAT || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_UNASSIGNED
         || type == G_UNICODE_SURROGATE;
}

char *
acq_french_printable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text == NULL ? "" : text, -1);
  GString *line = g_string_sized_new (strlen (valid));
  gboolean pending = FALSE;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != 0x00a0 && c != 0x202f && (g_unichar_isspace (c) || g_unichar_iscntrl (c)))
        {
          pending = line->len > 0;
          continue;
        }
      if (is_hidden (c))
        continue;
      if (pending)
        g_string_append_c (line, ' ');
      pending = FALSE;
      g_string_append_unichar (line, c);
    }
  return g_string_free (line, FALSE);
}
