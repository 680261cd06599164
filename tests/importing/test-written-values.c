/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-decimal-text.h"
#include "acq-written-day.h"

static void
expect_day (const char *text, AcqDayOrder order, const char *iso)
{
  char written[ACQ_DAY_ISO_SIZE];

  g_assert_cmpstr (acq_day_write_iso (acq_written_day_parse (text, order), written), ==, iso);
}

static void
test_days (void)
{
  static const char *const same[] = {
    "15/01/2026",       "15.1.26",         "2026-01-15",   "2026-01-15T00:00:00", "20260115",
    "15012026",         "15 janv. 2026",   "15-Jan-26",    "15 janvier 2026",     "46037",
    "15/01/2026 00:00", "jeu. 15/01/2026", "Jan 15, 2026", "46037 00:00",
  };
  static const char *const wrong[] = {
    "",           "31/02/2026", "15/13/2026", "bientôt", "12",     "15/01", "1234567890123", "15/01/2026 bis",
    "99/99/9999", "0",          "-",          "1,5",     "46 037", NULL,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    expect_day (same[i], ACQ_DAY_ORDER_DAY_FIRST, "2026-01-15");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    expect_day (wrong[i], ACQ_DAY_ORDER_DAY_FIRST, "");
  expect_day ("03/04/2026", ACQ_DAY_ORDER_DAY_FIRST, "2026-04-03");
  expect_day ("03/04/2026", ACQ_DAY_ORDER_MONTH_FIRST, "2026-03-04");
  expect_day ("1er août 2026", ACQ_DAY_ORDER_DAY_FIRST, "2026-08-01");
  expect_day ("31/12/75", ACQ_DAY_ORDER_DAY_FIRST, "1975-12-31");
}

static void
test_order (void)
{
  AcqDayOrderEvidence evidence = { 0 };

  acq_day_order_weigh (&evidence, "03/04/2026");
  g_assert_cmpint (acq_day_order_decide (&evidence), ==, ACQ_DAY_ORDER_DAY_FIRST);
  acq_day_order_weigh (&evidence, "01/25/2026");
  g_assert_cmpint (acq_day_order_decide (&evidence), ==, ACQ_DAY_ORDER_MONTH_FIRST);
  acq_day_order_weigh (&evidence, "25/01/2026");
  g_assert_cmpint (acq_day_order_decide (&evidence), ==, ACQ_DAY_ORDER_DAY_FIRST);
}

static void
test_decimals (void)
{
  static const struct
  {
    const char *text;
    gint64 minor;
    const char *plain;
  } cases[] = {
    { "1234.56", 123456, "1234.56" },
    { "1234.5599999999999", 123456, "1234.56" },
    { "-0.005", -1, "-0.005" },
    { "0.0049", 0, "0.0049" },
    { "1.2E3", 120000, "1200" },
    { "1E-2", 1, "0.01" },
    { "9.995", 1000, "9.995" },
    { "0", 0, "0" },
    { "-0", 0, "0" },
    { "000", 0, "0" },
    { "20260001", 2026000100, "20260001" },
    { "100.", 10000, "100" },
    { ".5", 50, "0.5" },
    { "73282932000074", 0, "73282932000074" },
  };
  static const char *const wrong[] = { "", "abc", "1,5", "1.2.3", "1E", "1E99", "--1", " 1", ".", "E5" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = acq_decimal_to_plain (cases[i].text);
      gint64 minor = 0;

      acq_decimal_to_minor (cases[i].text, 2, &minor);
      g_assert_cmpint (minor, ==, cases[i].minor);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 minor;

      g_assert_false (acq_decimal_to_minor (wrong[i], 2, &minor));
      g_assert_null (acq_decimal_to_plain (wrong[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importing/written-values/days", test_days);
  g_test_add_func ("/importing/written-values/order", test_order);
  g_test_add_func ("/importing/written-values/decimals", test_decimals);
  return g_test_run ();
}
