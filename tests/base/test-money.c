/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-money.h"

#include <string.h>

#define REFUSED G_MININT64

typedef struct
{
  const char *text;
  int decimals;
  gint64 minor; /* REFUSED: no amount */
} AmountCase;

static const AmountCase plain_cases[] = {
  { "1234.56", 2, 123456 },
  { "-7", 2, -700 },
  { "+0.5", 2, 50 },
  { "0", 2, 0 },
  { "-0.00", 2, 0 },
  { "1.230", 2, 123 },
  { "12", 0, 12 },
  { "12.0", 0, 12 },
  { "1.234", 3, 1234 },
  { "10000000000.00", 2, ACQ_MONEY_MAX },
  { "10000000000.01", 2, REFUSED },
  { "99999999999999999999999999", 2, REFUSED },
  { "1.234", 2, REFUSED },
  { "", 2, REFUSED },
  { "-", 2, REFUSED },
  { ".5", 2, REFUSED },
  { "5.", 2, REFUSED },
  { "1,5", 2, REFUSED },
  { " 1", 2, REFUSED },
  { "1 ", 2, REFUSED },
  { "1e3", 2, REFUSED },
  { "--1", 2, REFUSED },
  { "0x10", 2, REFUSED },
  { NULL, 2, REFUSED },
};

static const AmountCase written_cases[] = {
  { "1 234,56 €", 2, 123456 },
  { "1\u00a0234,56\u00a0€", 2, 123456 },
  { "1\u202f234,56", 2, 123456 },
  { "1.234,56", 2, 123456 },
  { "1,234.56", 2, 123456 },
  { "1'200.00", 2, 120000 },
  { "1\u2019200,00", 2, 120000 },
  { "1234", 2, 123400 },
  { "1.234", 2, 123400 },
  { "1,234", 2, 123400 },
  { "1.234", 3, 1234 },
  { "0,123", 2, REFUSED },
  { "0.500", 2, 50 },
  { "1234,567", 2, REFUSED },
  { "1.234.567,89", 2, 123456789 },
  { "1,234,567", 2, 123456700 },
  { "1.234,567", 2, REFUSED },
  { "12.34,56", 2, REFUSED },
  { "1,2,3", 2, REFUSED },
  { "(12,00)", 2, -1200 },
  { "12,00-", 2, -1200 },
  { "-12,00", 2, -1200 },
  { "- 12,00", 2, -1200 },
  { "\u22123,5", 2, -350 },
  { "\u20133,5", 2, -350 },
  { "+3,5", 2, 350 },
  { "(12,00", 2, REFUSED },
  { "(-12,00)", 2, REFUSED },
  { "--12", 2, REFUSED },
  { "12-3", 2, REFUSED },
  { "EUR 12,5", 2, 1250 },
  { "12,5 EUR", 2, 1250 },
  { "$12.50", 2, 1250 },
  { ",5", 2, 50 },
  { "5,", 2, 500 },
  { ",", 2, REFUSED },
  { "", 2, REFUSED },
  { "   ", 2, REFUSED },
  { "abc", 2, REFUSED },
  { "12a", 2, REFUSED },
  { "1e5", 2, REFUSED },
  { "\xff" "12", 2, REFUSED },
  { "1 000", 0, 1000 },
  { "10 000 000 000,00", 2, ACQ_MONEY_MAX },
  { "10 000 000 000,01", 2, REFUSED },
  { "111111111111111111111111111111111111111111111111111111111111111111111111", 2, REFUSED },
  { NULL, 2, REFUSED },
};

static void
check_amounts (const AmountCase *cases, gsize n_cases, gboolean (*parse) (const char *, int, gint64 *))
{
  for (gsize i = 0; i < n_cases; i++)
    {
      gint64 minor = 42;
      gboolean taken = parse (cases[i].text, cases[i].decimals, &minor);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (taken, ==, cases[i].minor != REFUSED);
      g_assert_cmpint (minor, ==, taken ? cases[i].minor : 42);
    }
}

static void
test_parse (void)
{
  check_amounts (plain_cases, G_N_ELEMENTS (plain_cases), acq_amount_parse);
}

static void
test_parse_written (void)
{
  check_amounts (written_cases, G_N_ELEMENTS (written_cases), acq_amount_parse_written);
}

static void
test_format (void)
{
  static const struct
  {
    gint64 minor;
    const char *currency, *text;
  } cases[] = {
    { 123456, "EUR", "1234.56" }, { -5, "EUR", "-0.05" },     { 0, "EUR", "0.00" },
    { 100, "JPY", "100" },        { -1234, "TND", "-1.234" }, { G_MININT64, "EUR", "-92233720368547758.08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = acq_money_format (acq_money_new (cases[i].minor, acq_currency_parse (cases[i].currency)));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Groups of three with spaces, comma, as a French accountant writes. */
static char *
write_french (gint64 minor)
{
  g_autofree char *plain = acq_amount_format (ABS (minor));
  GString *text = g_string_new (minor < 0 ? "-" : "");
  gsize whole = strlen (plain) - 3;

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, "\u202f");
      g_string_append_c (text, plain[i]);
    }
  g_string_append_printf (text, ",%s €", plain + whole + 1);
  return g_string_free (text, FALSE);
}

static void
test_round_trips (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 magnitude = (gint64) 1 << g_test_rand_int_range (0, 40);
      gint64 minor = (gint64) (((guint64) (guint32) g_test_rand_int () << 20 ^ (guint32) g_test_rand_int ()) % (guint64) magnitude);
      g_autofree char *plain = NULL;
      g_autofree char *french = NULL;
      gint64 again = 0;

      minor = i % 2 == 0 ? minor : -minor;
      plain = acq_amount_format (minor);
      french = write_french (minor);
      g_assert_true (acq_amount_parse (plain, 2, &again));
      g_assert_cmpint (again, ==, minor);
      g_assert_true (acq_amount_parse_written (plain, 2, &again));
      g_assert_cmpint (again, ==, minor);
      g_assert_true (acq_amount_parse_written (french, 2, &again));
      g_assert_cmpint (again, ==, minor);
    }
}

static void
test_currencies (void)
{
  g_assert_cmpstr (acq_currency_parse ("eur").code, ==, "EUR");
  g_assert_false (acq_currency_is_set (acq_currency_parse (NULL)));
  g_assert_false (acq_currency_is_set (acq_currency_parse ("EU")));
  g_assert_false (acq_currency_is_set (acq_currency_parse ("EURO")));
  g_assert_false (acq_currency_is_set (acq_currency_parse ("E1R")));
  g_assert_true (acq_currency_equal (acq_currency_parse ("EUR"), ACQ_CURRENCY_EUR));
  g_assert_false (acq_currency_equal (acq_currency_parse ("CHF"), ACQ_CURRENCY_EUR));
  g_assert_cmpint (acq_currency_decimals (ACQ_CURRENCY_EUR), ==, 2);
  g_assert_cmpint (acq_currency_decimals (acq_currency_parse ("XPF")), ==, 0);
  g_assert_cmpint (acq_currency_decimals (acq_currency_parse ("TND")), ==, 3);
}

static void
test_add (void)
{
  AcqMoney sum = acq_money_new (7, ACQ_CURRENCY_EUR);

  g_assert_true (acq_money_add (acq_money_new (100, ACQ_CURRENCY_EUR), acq_money_new (-250, ACQ_CURRENCY_EUR), &sum));
  g_assert_cmpint (sum.minor, ==, -150);
  g_assert_false (acq_money_add (sum, acq_money_new (1, acq_currency_parse ("USD")), &sum));
  g_assert_false (acq_money_add (acq_money_new (G_MAXINT64, ACQ_CURRENCY_EUR), acq_money_new (1, ACQ_CURRENCY_EUR), &sum));
  g_assert_false (acq_money_add (acq_money_new (G_MININT64, ACQ_CURRENCY_EUR), acq_money_new (-1, ACQ_CURRENCY_EUR), &sum));
  g_assert_cmpint (sum.minor, ==, -150);
}

static void
test_scale (void)
{
  g_assert_cmpint (acq_amount_scale (100, 1, 3), ==, 33);
  g_assert_cmpint (acq_amount_scale (200, 1, 3), ==, 67);
  g_assert_cmpint (acq_amount_scale (1, 1, 2), ==, 1);
  g_assert_cmpint (acq_amount_scale (-1, 1, 2), ==, -1);
  g_assert_cmpint (acq_amount_scale (3, -1, 2), ==, -2);
  g_assert_cmpint (acq_amount_scale (0, 5, 7), ==, 0);
  g_assert_cmpint (acq_amount_scale (ACQ_MONEY_MAX, ACQ_MONEY_MAX, ACQ_MONEY_MAX), ==, ACQ_MONEY_MAX);
  /* 1,200.00 at 12.15 % for 46 days. */
  g_assert_cmpint (acq_amount_scale (120000, 1215 * 46, 10000 * 365), ==, 1837);
  for (int i = 0; i < 20000; i++)
    {
      gint64 a = g_test_rand_int (), b = g_test_rand_int_range (0, 1000000), c = g_test_rand_int_range (1, 4000000);
      gint64 scaled = acq_amount_scale (a, b, c);
      gint64 rest = ABS (a * b - scaled * c);

      g_assert_cmpint (rest * 2, <=, c);
      g_assert_cmpint (acq_amount_scale (-a, b, c), ==, -scaled);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/parse-written", test_parse_written);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/round-trips", test_round_trips);
  g_test_add_func ("/money/currencies", test_currencies);
  g_test_add_func ("/money/add", test_add);
  g_test_add_func ("/money/scale", test_scale);
  return g_test_run ();
}
