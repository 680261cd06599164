/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-error.h"
#include "acq-reference-rates.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

static void
test_built_in (void)
{
  g_autoptr (AcqReferenceRates) rates = acq_reference_rates_new ();

  for (AcqDay first = day ("2009-01-01"); first <= day ("2026-07-01");
       first = acq_day_end_of_half_year (first) + 1)
    {
      const AcqReferenceRate *rate = acq_reference_rates_find (rates, acq_day_end_of_half_year (first));

      g_assert_nonnull (rate);
      g_assert_cmpint (rate->first, ==, first);
      g_assert_cmpint (rate->ecb, >=, 0);
      g_assert_cmpint (rate->legal_professional, >, 0);
      g_assert_cmpint (rate->legal_individual, >=, rate->legal_professional);
      g_assert_cmpint (rate->confirmed, ==, first != day ("2026-07-01"));
      g_assert_nonnull (rate->source);
    }
  g_assert_null (acq_reference_rates_find (rates, day ("2008-12-31")));
  g_assert_null (acq_reference_rates_find (rates, day ("2027-01-01")));
}

static void
test_missing_names_what_to_enter (void)
{
  g_autoptr (AcqReferenceRates) rates = acq_reference_rates_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
    acq_reference_rates_get (rates, day ("2027-05-01"), ACQ_RATE_FIGURE_LEGAL_PROFESSIONAL, &error), ==,
    ACQ_RATE_NONE);
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_MISSING);
  g_assert_nonnull (strstr (error->message, "2027-S1"));
  g_assert_cmpint (
    acq_reference_rates_find_missing (rates, day ("2026-01-01"), day ("2027-02-01"), ACQ_RATE_FIGURE_ECB), ==,
    day ("2027-01-01"));
  g_assert_cmpint (
    acq_reference_rates_find_missing (rates, day ("2026-01-01"), day ("2026-12-31"), ACQ_RATE_FIGURE_ECB), ==,
    ACQ_DAY_NONE);
}

static void
test_user_adds_half_years (void)
{
  g_autoptr (AcqReferenceRates) rates = acq_reference_rates_new ();
  AcqReferenceRate rate
    = { day ("2027-01-01"), 225, ACQ_RATE_NONE, ACQ_RATE_NONE, TRUE, day ("2027-01-04"), NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_reference_rates_add (rates, &rate, &error));
  g_assert_cmpint (acq_reference_rates_get (rates, day ("2027-06-30"), ACQ_RATE_FIGURE_ECB, NULL), ==, 225);
  rate.first = day ("2026-07-01");
  rate.ecb = 240;
  g_assert_true (acq_reference_rates_add (rates, &rate, &error));
  g_assert_true (acq_reference_rates_find (rates, day ("2026-11-21"))->confirmed);
  rate.first = day ("2026-07-02");
  g_assert_false (acq_reference_rates_add (rates, &rate, &error));
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID);
  g_clear_error (&error);
  rate.first = day ("2027-07-01");
  rate.ecb = 10001;
  g_assert_false (acq_reference_rates_add (rates, &rate, &error));
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal/rates/built-in", test_built_in);
  g_test_add_func ("/legal/rates/missing", test_missing_names_what_to_enter);
  g_test_add_func ("/legal/rates/user-adds", test_user_adds_half_years);
  return g_test_run ();
}
