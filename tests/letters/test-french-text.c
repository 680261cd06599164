/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-french-text.h"
#include "acq-letter-text.h"

static void
assert_text (char *taken, const char *expected)
{
  g_autofree char *text = taken;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_amounts (void)
{
  assert_text (acq_french_amount (2597243), "25\u202f972,43\u202f€");
  assert_text (acq_french_amount (0), "0,00\u202f€");
  assert_text (acq_french_amount (-5), "\u22120,05\u202f€");
  assert_text (acq_french_amount (G_MININT64),
               "\u221292\u202f233\u202f720\u202f368\u202f547\u202f758,08\u202f€");
  assert_text (acq_french_figure (100000000), "1\u202f000\u202f000,00");
  assert_text (acq_french_rate (1240), "12,40\u202f%");
  assert_text (acq_french_points (1000), "10");
  assert_text (acq_french_points (825), "8,25");
  assert_text (acq_french_short_amount (4000), "40\u202f€");
  assert_text (acq_french_short_amount (4050), "40,50\u202f€");
}

static void
test_days (void)
{
  const AcqDay days[] = { acq_day_new (2025, 12, 30), acq_day_new (2026, 7, 28), acq_day_new (2026, 10, 1) };

  assert_text (acq_french_day (acq_day_new (2026, 11, 23)), "23\u00a0novembre 2026");
  assert_text (acq_french_day (acq_day_new (2026, 7, 1)), "1ᵉʳ\u00a0juillet 2026");
  assert_text (acq_french_weekday_day (acq_day_new (2026, 12, 8)), "mardi 8\u00a0décembre 2026");
  assert_text (acq_french_short_day (acq_day_new (2026, 2, 9)), "09/02/2026");
  assert_text (acq_french_half_year (acq_day_new (2026, 7, 1)), "2ᵉ\u00a0sem. 2026");
  assert_text (acq_french_days_list (days, 3),
               "30\u00a0décembre 2025, 28\u00a0juillet et 1ᵉʳ\u00a0octobre 2026");
  assert_text (acq_french_days_list (days, 1), "30\u00a0décembre 2025");
}

static void
test_counts (void)
{
  assert_text (acq_french_count (1), "une");
  assert_text (acq_french_count (6), "six");
  assert_text (acq_french_count (20), "vingt");
  assert_text (acq_french_count (21), "21");
  assert_text (acq_french_count (1000), "1\u202f000");
}

static void
test_spaces (void)
{
  assert_text (acq_french_spaces ("Objet : a ; b ! c ? 5 % 3 € « x » l'eau 12:30"),
               "Objet\u202f: a\u202f; b\u202f! c\u202f? 5\u202f% 3\u202f€ «\u202fx\u202f» l’eau 12:30");
}

static void
test_printable (void)
{
  assert_text (acq_french_printable ("a\n b\t\001c\u202ed\u200b \xff"), "a b cd \ufffd");
  assert_text (acq_french_printable (NULL), "");
}

/* What a field says is never read as a mark, a field or a command. */
static void
test_fields_are_inert (void)
{
  assert_text (acq_letter_text_fill ("*{name}* doit|5|~{name} :", "name", "*{total}*|~_\001%s", NULL),
               "\001*{total}*|~_ %s\001 doit\0025\002\u00a0*{total}*|~_ %s\u202f:");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/french-text/amounts", test_amounts);
  g_test_add_func ("/french-text/days", test_days);
  g_test_add_func ("/french-text/counts", test_counts);
  g_test_add_func ("/french-text/spaces", test_spaces);
  g_test_add_func ("/french-text/printable", test_printable);
  g_test_add_func ("/french-text/fields-are-inert", test_fields_are_inert);
  return g_test_run ();
}
