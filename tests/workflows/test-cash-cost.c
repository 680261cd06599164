/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cash-cost-text.h"
#include "acq-money.h"

/* 1.5 % of 10 000 € is 150 €; 6 % a year over 60 days 98.63 €. */
static void
test_factoring (void)
{
  AcqCashTerms terms = acq_cash_terms_usual ();

  g_assert_cmpint (acq_factoring_cost (&terms, 1000000), ==, 15000 + 9863);
  g_assert_cmpint (acq_factoring_cost (&terms, 0), ==, 0);
  terms.factoring_rate = 0;
  g_assert_cmpint (acq_factoring_cost (&terms, 1000000), ==, 15000);
  terms = (AcqCashTerms){ 9999, 9999, 1000, 0, 30 };
  g_assert_cmpint (acq_factoring_cost (&terms, ACQ_MONEY_MAX), >, ACQ_MONEY_MAX);
}

/* 2 % for thirty days: 2 ÷ 98 × 365 ÷ 30 is 24.83 % a year. */
static void
test_discount (void)
{
  AcqCashTerms terms = acq_cash_terms_usual ();

  g_assert_cmpint (acq_discount_cost (&terms, 1000000), ==, 20000);
  g_assert_cmpint (acq_discount_cost (&terms, 25), ==, 1);
  g_assert_cmpint (acq_discount_yearly_rate (&terms), ==, 2483);
  terms.discount_days = 365;
  terms.discount = 100;
  g_assert_cmpint (acq_discount_yearly_rate (&terms), ==, 101);
  terms.discount = 0;
  g_assert_cmpint (acq_discount_yearly_rate (&terms), ==, 0);
}

/* More never costs less, and a year of the equivalent rate over the days gives the discount back, to the rounding. */
static void
test_properties (void)
{
  for (int run = 0; run < 10000; run++)
    {
      AcqCashTerms terms = {
        .factoring_fee = g_test_rand_int_range (0, 1000),
        .factoring_rate = g_test_rand_int_range (0, 3000),
        .factoring_days = g_test_rand_int_range (1, 366),
        .discount = g_test_rand_int_range (0, 2000),
        .discount_days = g_test_rand_int_range (1, 366),
      };
      gint64 amount = g_test_rand_int_range (0, 100000000), more = amount + g_test_rand_int_range (0, 100000);
      gint64 early = amount - acq_discount_cost (&terms, amount);
      gint64 interest
        = acq_amount_scale (early, acq_discount_yearly_rate (&terms) * terms.discount_days, 10000 * 365);

      g_assert_cmpint (acq_factoring_cost (&terms, amount), >=, 0);
      g_assert_cmpint (acq_factoring_cost (&terms, amount), <=, acq_factoring_cost (&terms, more));
      g_assert_cmpint (acq_discount_cost (&terms, amount), <=, amount);
      /* Half a hundredth of a per cent over at most a year, and a cent for each rounding. */
      g_assert_cmpint (ABS (interest - acq_discount_cost (&terms, amount)), <=, amount / 20000 + 3);
    }
}

static void
test_text (void)
{
  AcqCashTerms terms = acq_cash_terms_usual ();
  g_autofree char *text = acq_cash_cost_text (&terms, 1000000, ACQ_CURRENCY_EUR);

  g_assert_nonnull (strstr (text, "248.63"));
  g_assert_nonnull (strstr (text, "24.83"));
  g_assert_nonnull (strstr (text, "60 days"));
}

static void
test_normalize (void)
{
  g_autofree char *share = acq_cash_share_normalize ("1.5");

  g_assert_cmpstr (share, ==, "1.50");
  g_assert_null (acq_cash_share_normalize ("100"));
  g_assert_null (acq_cash_share_normalize ("-1"));
  g_assert_null (acq_cash_share_normalize ("a lot"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash-cost/factoring", test_factoring);
  g_test_add_func ("/cash-cost/discount", test_discount);
  g_test_add_func ("/cash-cost/properties", test_properties);
  g_test_add_func ("/cash-cost/text", test_text);
  g_test_add_func ("/cash-cost/normalize", test_normalize);
  return g_test_run ();
}
