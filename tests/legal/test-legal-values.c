/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-error.h"
#include "acq-legal-values.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

static void
check_value (const AcqLegalValue *value, AcqDay until)
{
  g_assert_cmpint (value->valid_from, !=, ACQ_DAY_NONE);
  g_assert_cmpint (value->checked_on, !=, ACQ_DAY_NONE);
  g_assert_cmpstr (value->source, !=, "");
  g_assert_cmpint (value->value, >=, 0);
  g_assert_cmpint (value->valid_from, >, until);
  g_assert_false (value->entered);
}

/* Each value has its source and its day; spans of one kind follow one another without an overlap. */
static void
test_every_value_says_where_it_comes_from (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();

  for (int kind = 0; kind < ACQ_N_LEGAL_VALUE_KINDS; kind++)
    {
      g_autoptr (GPtrArray) values = acq_legal_values_list (law, kind);
      AcqDay until = ACQ_DAY_NONE;

      g_test_message ("%s", acq_legal_value_kind_to_code (kind));
      g_assert_cmpuint (values->len, >, 0);
      for (guint i = 0; i < values->len; i++)
        {
          const AcqLegalValue *value = values->pdata[i];

          check_value (value, until);
          g_assert_true (value->valid_to != ACQ_DAY_NONE || i == values->len - 1);
          until = value->valid_to;
        }
    }
}

static void
test_half_years_are_whole (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();

  for (AcqDay first = day ("2009-01-01"); first <= day ("2026-07-01"); first = acq_day_end_of_half_year (first) + 1)
    for (int kind = 0; kind <= ACQ_LEGAL_VALUE_LEGAL_RATE_INDIVIDUAL; kind++)
      {
        const AcqLegalValue *rate = acq_legal_values_find (law, kind, acq_day_end_of_half_year (first));

        g_assert_nonnull (rate);
        g_assert_cmpint (rate->valid_from, ==, first);
        g_assert_cmpint (rate->valid_to, ==, acq_day_end_of_half_year (first));
        g_assert_cmpint (rate->confirmed, ==, first != day ("2026-07-01"));
      }
  for (int kind = 0; kind <= ACQ_LEGAL_VALUE_LEGAL_RATE_INDIVIDUAL; kind++)
    {
      g_assert_null (acq_legal_values_find (law, kind, day ("2008-12-31")));
      g_assert_null (acq_legal_values_find (law, kind, day ("2027-01-01")));
    }
}

static void
test_values_change_on_their_day (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();

  g_assert_cmpint (acq_legal_values_get (law, ACQ_LEGAL_VALUE_RECOVERY_INDEMNITY, day ("2012-12-31")), ==, 0);
  g_assert_cmpint (acq_legal_values_get (law, ACQ_LEGAL_VALUE_RECOVERY_INDEMNITY, day ("2013-01-01")), ==, 4000);
  g_assert_cmpint (acq_legal_values_get (law, ACQ_LEGAL_VALUE_RECOVERY_INDEMNITY, day ("2040-01-01")), ==, 4000);
  g_assert_cmpint (acq_legal_values_get (law, ACQ_LEGAL_VALUE_ORDER_SERVICE, day ("2026-08-31")), ==, 6);
  g_assert_cmpint (acq_legal_values_get (law, ACQ_LEGAL_VALUE_ORDER_SERVICE, day ("2026-09-01")), ==, 3);
}

static void
test_missing_names_what_to_enter (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
    acq_legal_values_get_rate (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day ("2027-05-01"), &error), ==,
    ACQ_LEGAL_VALUE_NONE);
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_MISSING);
  g_assert_nonnull (strstr (error->message, "2027-S1"));
  g_assert_cmpint (
    acq_legal_values_find_missing (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2026-01-01"), day ("2027-02-01")), ==,
    day ("2027-01-01"));
  g_assert_cmpint (
    acq_legal_values_find_missing (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2026-01-01"), day ("2026-12-31")), ==,
    ACQ_DAY_NONE);
}

static void
test_user_enters_half_years (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  g_autoptr (GError) error = NULL;
  const AcqLegalValue *value;

  g_assert_true (acq_legal_values_enter (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2027-03-04"), 225, day ("2027-01-04"),
                                         "BCE", &error));
  g_assert_cmpint (acq_legal_values_get_rate (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2027-06-30"), NULL), ==, 225);
  g_assert_null (acq_legal_values_find (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2027-07-01")));
  g_assert_null (acq_legal_values_find (law, ACQ_LEGAL_VALUE_LEGAL_RATE_PROFESSIONAL, day ("2027-03-04")));

  g_assert_true (acq_legal_values_enter (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2026-11-21"), 240, day ("2026-11-22"),
                                         "BCE", &error));
  value = acq_legal_values_find (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2026-07-01"));
  g_assert_true (value->confirmed && value->entered);
  g_assert_cmpstr (value->source, ==, "BCE");

  g_assert_false (acq_legal_values_enter (law, ACQ_LEGAL_VALUE_ECB_RATE, day ("2027-01-01"), 10001, ACQ_DAY_NONE, NULL,
                                          &error));
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID);
  g_clear_error (&error);
  g_assert_false (acq_legal_values_enter (law, ACQ_LEGAL_VALUE_ECB_RATE, ACQ_DAY_NONE, 200, ACQ_DAY_NONE, NULL, &error));
  g_assert_error (error, ACQ_LEGAL_ERROR, ACQ_LEGAL_ERROR_RATE_INVALID);
}

static void
test_half_year_names (void)
{
  g_autofree char *name = acq_half_year_name (day ("2026-07-01"));

  g_assert_cmpstr (name, ==, "2026-S2");
  g_assert_cmpint (acq_half_year_parse ("2026-S2"), ==, day ("2026-07-01"));
  g_assert_cmpint (acq_half_year_parse ("2027-S1"), ==, day ("2027-01-01"));
  g_assert_cmpint (acq_half_year_parse ("2027-S3"), ==, ACQ_DAY_NONE);
  g_assert_cmpint (acq_half_year_parse ("20x7-S1"), ==, ACQ_DAY_NONE);
  g_assert_cmpint (acq_half_year_parse ("2027-S11"), ==, ACQ_DAY_NONE);
  g_assert_cmpint (acq_half_year_parse (NULL), ==, ACQ_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal/values/sources", test_every_value_says_where_it_comes_from);
  g_test_add_func ("/legal/values/half-years", test_half_years_are_whole);
  g_test_add_func ("/legal/values/changes", test_values_change_on_their_day);
  g_test_add_func ("/legal/values/missing", test_missing_names_what_to_enter);
  g_test_add_func ("/legal/values/entered", test_user_enters_half_years);
  g_test_add_func ("/legal/values/names", test_half_year_names);
  return g_test_run ();
}
