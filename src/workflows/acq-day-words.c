/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-day-words.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* Of each pair the French word, then the English one; folded. */
static const char *const weekdays[][2] = {
  { "LUNDI", "MONDAY" },    { "MARDI", "TUESDAY" },   { "MERCREDI", "WEDNESDAY" }, { "JEUDI", "THURSDAY" },
  { "VENDREDI", "FRIDAY" }, { "SAMEDI", "SATURDAY" }, { "DIMANCHE", "SUNDAY" },
};

static const char *const months[][2] = {
  { "JANVIER", "JANUARY" }, { "FEVRIER", "FEBRUARY" },  { "MARS", "MARCH" },
  { "AVRIL", "APRIL" },     { "MAI", "MAY" },           { "JUIN", "JUNE" },
  { "JUILLET", "JULY" },    { "AOUT", "AUGUST" },       { "SEPTEMBRE", "SEPTEMBER" },
  { "OCTOBRE", "OCTOBER" }, { "NOVEMBRE", "NOVEMBER" }, { "DECEMBRE", "DECEMBER" },
};

/* Beginnings of words about money that comes. */
static const char *const promises[] = {
  "REGL", "PAI", "PAY", "VIRE", "CHEQ", "ENVO", "PART", "SEND", "SENT", "TRANSFER", "SETTLE", "VERS",
};

/* 1 for the first; 0: none of them. */
static int
find_place (const char *word, const char *const names[][2], gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_str_equal (word, names[i][0]) || g_str_equal (word, names[i][1]))
      return (int) i + 1;
  return 0;
}

/* "27", "27TH", "1ER"; 0: no day of a month. */
static int
read_number (const char *word)
{
  static const char *const endings[] = { "", "ER", "ST", "ND", "RD", "TH", NULL };
  gsize n_digits = strspn (word, "0123456789");

  if (n_digits == 0 || n_digits > 2 || !g_strv_contains (endings, word + n_digits))
    return 0;
  return (int) g_ascii_strtoull (word, NULL, 10);
}

static AcqDay
next_weekday (int weekday, AcqDay today)
{
  AcqDay day = today + 1;

  while (acq_day_weekday (day) != weekday)
    day++;
  return day;
}

/* This year's, or else the next one's. */
static AcqDay
next_of_month (int day_of_month, int month, AcqDay today)
{
  AcqDay day = acq_day_new (acq_day_year (today), month, day_of_month);

  return day == ACQ_DAY_NONE || day >= today ? day
                                             : acq_day_new (acq_day_year (today) + 1, month, day_of_month);
}

static AcqDay
next_number (int day_of_month, AcqDay today)
{
  AcqDay first = acq_day_end_of_month (today) + 1, day;
  int year, month;

  acq_day_get (today, &year, &month, NULL);
  day = acq_day_new (year, month, day_of_month);
  if (day != ACQ_DAY_NONE && day >= today)
    return day;
  acq_day_get (first, &year, &month, NULL);
  return acq_day_new (year, month, day_of_month);
}

/* "LE 27", "THE 27TH": a number alone is an amount, an hour or an invoice. */
static gboolean
is_article (const char *word)
{
  static const char *const articles[] = { "LE", "THE", "AU", "DU", "BY", "ON", NULL };

  return word != NULL && g_strv_contains (articles, word);
}

static AcqDay
read_number_at (char **words, guint i, AcqDay today)
{
  int number = read_number (words[i]);
  int month = words[i + 1] == NULL ? 0 : find_place (words[i + 1], months, G_N_ELEMENTS (months));
  int before = i == 0 ? 0 : find_place (words[i - 1], months, G_N_ELEMENTS (months));

  if (number == 0)
    return ACQ_DAY_NONE;
  if (month != 0 || before != 0)
    return next_of_month (number, month != 0 ? month : before, today);
  return i > 0 && is_article (words[i - 1]) ? next_number (number, today) : ACQ_DAY_NONE;
}

static AcqDay
read_at (char **words, guint i, AcqDay today)
{
  int weekday = find_place (words[i], weekdays, G_N_ELEMENTS (weekdays));
  gboolean is_end = g_str_equal (words[i], "FIN") || g_str_equal (words[i], "END");

  if (weekday != 0 && (words[i + 1] == NULL || read_number (words[i + 1]) == 0))
    return next_weekday (weekday, today);
  if (g_str_equal (words[i], "DEMAIN") || g_str_equal (words[i], "TOMORROW"))
    return today + 1;
  if (is_end)
    for (guint ahead = 1; ahead <= 3 && words[i + ahead] != NULL; ahead++)
      if (g_str_equal (words[i + ahead], "MOIS") || g_str_equal (words[i + ahead], "MONTH"))
        return acq_day_end_of_month (today);
  return read_number_at (words, i, today);
}

/* "27/11": folding would part it into two numbers. */
static AcqDay
read_figures (const char *text, AcqDay today)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(\\d{1,2})[/.](\\d{1,2})\\b", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *day = NULL, *month = NULL;

  if (!g_regex_match (regex, text, 0, &match))
    return ACQ_DAY_NONE;
  day = g_match_info_fetch (match, 1);
  month = g_match_info_fetch (match, 2);
  return next_of_month ((int) g_ascii_strtoull (day, NULL, 10), (int) g_ascii_strtoull (month, NULL, 10),
                        today);
}

AcqDay
acq_day_words_find (const char *text, AcqDay today)
{
  g_autofree char *folded = acq_text_fold (text);
  g_auto (GStrv) words = acq_text_fold_words (folded);
  AcqDay day = text == NULL ? ACQ_DAY_NONE : read_figures (text, today);

  for (guint i = 0; day == ACQ_DAY_NONE && words[i] != NULL; i++)
    day = read_at (words, i, today);
  return day;
}

gboolean
acq_day_words_promise (const char *text)
{
  g_autofree char *folded = acq_text_fold (text);
  g_auto (GStrv) words = acq_text_fold_words (folded);

  for (guint i = 0; words[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (promises); j++)
      if (g_str_has_prefix (words[i], promises[j]))
        return TRUE;
  return FALSE;
}
