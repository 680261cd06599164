/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-french-number.h"

static void
test_words (void)
{
  static const struct
  {
    gint64 number;
    const char *words;
  } cases[] = {
    { 0, "zéro" },
    { 1, "un" },
    { 16, "seize" },
    { 17, "dix-sept" },
    { 20, "vingt" },
    { 21, "vingt-et-un" },
    { 22, "vingt-deux" },
    { 60, "soixante" },
    { 61, "soixante-et-un" },
    { 70, "soixante-dix" },
    { 71, "soixante-et-onze" },
    { 72, "soixante-douze" },
    { 79, "soixante-dix-neuf" },
    { 80, "quatre-vingts" },
    { 81, "quatre-vingt-un" },
    { 90, "quatre-vingt-dix" },
    { 91, "quatre-vingt-onze" },
    { 99, "quatre-vingt-dix-neuf" },
    { 100, "cent" },
    { 101, "cent-un" },
    { 180, "cent-quatre-vingts" },
    { 200, "deux-cents" },
    { 201, "deux-cent-un" },
    { 280, "deux-cent-quatre-vingts" },
    { 999, "neuf-cent-quatre-vingt-dix-neuf" },
    { 1000, "mille" },
    { 1001, "mille-un" },
    { 1740, "mille-sept-cent-quarante" },
    { 2000, "deux-mille" },
    { 2080, "deux-mille-quatre-vingts" },
    { 26135, "vingt-six-mille-cent-trente-cinq" },
    { 80000, "quatre-vingt-mille" },
    { 200000, "deux-cent-mille" },
    { 1000000, "un million" },
    { 1000001, "un million un" },
    { 80000000, "quatre-vingts millions" },
    { 200000000, "deux-cents millions" },
    { 2300000, "deux millions trois-cent-mille" },
    { 1000000000, "un milliard" },
    { G_GINT64_CONSTANT (2000001000000), "deux billions un million" },
    { G_MAXINT64,
      "neuf trillions deux-cent-vingt-trois billiards trois-cent-soixante-douze billions trente-six "
      "milliards huit-cent-cinquante-quatre millions sept-cent-soixante-quinze-mille-huit-cent-sept" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = acq_french_number_words (cases[i].number);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* The value of one word where it stands; -1: a word that no number has. */
static int
value_of (const char *word)
{
  static const struct
  {
    const char *word;
    int value;
  } values[] = {
    { "zéro", 0 },      { "un", 1 },         { "deux", 2 },      { "trois", 3 },   { "quatre", 4 },
    { "cinq", 5 },      { "six", 6 },        { "sept", 7 },      { "huit", 8 },    { "neuf", 9 },
    { "dix", 10 },      { "onze", 11 },      { "douze", 12 },    { "treize", 13 }, { "quatorze", 14 },
    { "quinze", 15 },   { "seize", 16 },     { "vingt", 20 },    { "vingts", 20 }, { "trente", 30 },
    { "quarante", 40 }, { "cinquante", 50 }, { "soixante", 60 }, { "et", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (values[i].word, word) == 0)
      return values[i].value;
  return -1;
}

/* Reads a number below a million as a Frenchman does: "quatre-vingt" multiplies, the rest adds up. */
static int
read_back (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "-", -1);
  int thousands = 0, hundreds = 0, below = 0;

  for (char **part = parts; *part != NULL; part++)
    {
      if (strcmp (*part, "mille") == 0)
        {
          thousands = MAX (hundreds + below, 1);
          hundreds = below = 0;
        }
      else if (g_str_has_prefix (*part, "cent"))
        {
          hundreds = MAX (below, 1) * 100;
          below = 0;
        }
      else if (g_str_has_prefix (*part, "vingt") && below == 4)
        below = 80;
      else
        {
          g_assert_cmpint (value_of (*part), >=, 0);
          below += value_of (*part);
        }
    }
  return thousands * 1000 + hundreds + below;
}

/* A plural stands only at the end: "deux-cents", "quatre-vingts". */
static void
check_plurals (int number, const char *words)
{
  const char *hundreds = strstr (words, "cents"), *eighty = strstr (words, "vingts");

  g_assert_true (hundreds == NULL || hundreds[5] == '\0');
  g_assert_true (eighty == NULL || eighty[6] == '\0');
  g_assert_cmpint (hundreds != NULL, ==, number % 100 == 0 && number % 1000 >= 200);
  g_assert_cmpint (eighty != NULL, ==, number % 100 == 80);
  g_assert_null (strchr (words, ' '));
}

static void
test_all_below_a_million (void)
{
  for (int number = 0; number < 1000000; number++)
    {
      g_autofree char *words = acq_french_number_words (number);

      if (read_back (words) != number)
        g_error ("%d is \"%s\"", number, words);
      check_plurals (number, words);
    }
}

static void
test_euros (void)
{
  static const struct
  {
    gint64 cents;
    const char *words;
  } cases[] = {
    { 0, "zéro euro" },
    { 1, "un centime" },
    { 50, "cinquante centimes" },
    { 100, "un euro" },
    { 101, "un euro et un centime" },
    { 174000, "mille-sept-cent-quarante euros" },
    { 2613571, "vingt-six-mille-cent-trente-cinq euros et soixante-et-onze centimes" },
    { 8000, "quatre-vingts euros" },
    { 20080, "deux-cents euros et quatre-vingts centimes" },
    { 100000000, "un million d’euros" },
    { 200000000, "deux millions d’euros" },
    { 100000001, "un million d’euros et un centime" },
    { 100000100, "un million un euros" },
    { 150000000, "un million cinq-cent-mille euros" },
    { G_GINT64_CONSTANT (100000000000), "un milliard d’euros" },
    { G_GINT64_CONSTANT (100100000000), "un milliard un million d’euros" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = acq_french_euro_words (cases[i].cents);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/french-number/words", test_words);
  g_test_add_func ("/french-number/all-below-a-million", test_all_below_a_million);
  g_test_add_func ("/french-number/euros", test_euros);
  return g_test_run ();
}
