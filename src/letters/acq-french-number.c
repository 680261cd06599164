/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-french-number.h"

#define MILLION G_GINT64_CONSTANT (1000000)

static const char *const below_twenty[] = {
  "zéro", "un",   "deux",  "trois",  "quatre",   "cinq",   "six",   "sept",     "huit",     "neuf",
  "dix",  "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
};

/* Seventy and ninety count on from sixty and eighty. */
static const char *const tens[] = {
  NULL,        NULL,       "vingt",    "trente",       "quarante",
  "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt",
};

static void
append (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append_c (words, '-');
  g_string_append (words, word);
}

/* number: 1 … 99. ends: nothing follows that would take the plural of "quatre-vingts" away. */
static void
append_tens (GString *words, guint number, gboolean ends)
{
  guint ten = number / 10, unit = number % 10;

  if (number < G_N_ELEMENTS (below_twenty))
    {
      append (words, below_twenty[number]);
      return;
    }
  append (words, tens[ten]);
  if (ten == 7 || ten == 9)
    unit += 10;
  if (ten < 8 && (unit == 1 || unit == 11))
    append (words, "et");
  if (unit > 0)
    append (words, below_twenty[unit]);
  else if (number == 80 && ends)
    g_string_append_c (words, 's');
}

/* number: 1 … 999 */
static void
append_hundreds (GString *words, guint number, gboolean ends)
{
  guint hundreds = number / 100, rest = number % 100;

  if (hundreds > 1)
    append (words, below_twenty[hundreds]);
  if (hundreds > 0)
    append (words, "cent");
  if (hundreds > 1 && rest == 0 && ends)
    g_string_append_c (words, 's');
  if (rest > 0)
    append_tens (words, rest, ends);
}

/* number: 1 … 999 999 */
static char *
below_million (guint number)
{
  GString *words = g_string_new (NULL);
  guint thousands = number / 1000, rest = number % 1000;

  if (thousands > 1)
    append_hundreds (words, thousands, FALSE);
  if (thousands > 0)
    append (words, "mille");
  if (rest > 0)
    append_hundreds (words, rest, TRUE);
  return g_string_free (words, FALSE);
}

static void
append_group (GString *text, guint number, const char *noun)
{
  g_autofree char *words = number == 0 ? NULL : below_million (number);

  if (words == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, words);
  if (noun != NULL)
    g_string_append_printf (text, " %s%s", noun, number > 1 ? "s" : "");
}

char *
acq_french_number_words (gint64 number)
{
  static const struct
  {
    gint64 value;
    const char *noun;
  } groups[] = {
    { MILLION * MILLION * MILLION, "trillion" },
    { 1000 * MILLION * MILLION, "billiard" },
    { MILLION * MILLION, "billion" },
    { 1000 * MILLION, "milliard" },
    { MILLION, "million" },
  };
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (number >= 0, g_string_free (text, FALSE));

  if (number == 0)
    g_string_append (text, below_twenty[0]);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      append_group (text, (guint) (number / groups[i].value), groups[i].noun);
      number %= groups[i].value;
    }
  append_group (text, (guint) number, NULL);
  return g_string_free (text, FALSE);
}

/* "un million d’euros" but "un million cent euros". */
static char *
euro_part (gint64 euros)
{
  g_autofree char *words = acq_french_number_words (euros);
  gboolean noun = euros >= MILLION && euros % MILLION == 0;

  return g_strconcat (words, noun ? " d’euros" : euros > 1 ? " euros" : " euro", NULL);
}

char *
acq_french_euro_words (gint64 cents)
{
  gint64 euros = cents / 100, rest = cents % 100;
  g_autofree char *whole = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (cents >= 0, g_strdup (""));

  whole = euros > 0 || rest == 0 ? euro_part (euros) : NULL;
  if (rest == 0)
    return g_steal_pointer (&whole);
  part = acq_french_number_words (rest);
  return g_strdup_printf ("%s%s%s centime%s", whole == NULL ? "" : whole, whole == NULL ? "" : " et ", part,
                          rest > 1 ? "s" : "");
}
