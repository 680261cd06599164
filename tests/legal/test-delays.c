/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-due-days.h"
#include "acq-limitation.h"
#include "acq-procedural-deadline.h"

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

static AcqDay
limit (const AcqLegalValues *law, AcqDebtorRegime regime, const char *performed)
{
  return acq_limitation_of_debt (law, regime, day (performed), day ("2026-12-31")).last_day;
}

static void
test_limitation (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  AcqLimitation assumed;

  g_assert_cmpint (limit (law, ACQ_DEBTOR_REGIME_CONSUMER, "2024-03-15"), ==, day ("2026-03-15"));
  g_assert_cmpint (limit (law, ACQ_DEBTOR_REGIME_CONSUMER, "2024-02-29"), ==, day ("2026-02-28"));
  g_assert_cmpint (limit (law, ACQ_DEBTOR_REGIME_UNKNOWN, "2024-03-15"), ==, day ("2026-03-15"));
  g_assert_cmpint (limit (law, ACQ_DEBTOR_REGIME_PROFESSIONAL, "2024-03-15"), ==, day ("2029-03-15"));
  g_assert_cmpint (limit (law, ACQ_DEBTOR_REGIME_NON_PROFESSIONAL, "2024-03-15"), ==, day ("2029-03-15"));
  g_assert_cmpint (limit (law, ACQ_DEBTOR_REGIME_PUBLIC_BUYER, "2024-03-15"), ==, day ("2028-12-31"));
  assumed = acq_limitation_of_debt (law, ACQ_DEBTOR_REGIME_CONSUMER, ACQ_DAY_NONE, day ("2024-03-15"));
  g_assert_true (assumed.assumed);
  g_assert_cmpint (assumed.last_day, ==, day ("2026-03-15"));
  g_assert_false (acq_limitation_of_debt (law, ACQ_DEBTOR_REGIME_CONSUMER, day ("2024-03-15"), day ("2024-04-01")).assumed);
}

/* The hard day never moves; the possible one does, but not by an act after the debt is time-barred. */
static void
test_acknowledgement (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  AcqLimitation limitation
    = acq_limitation_of_debt (law, ACQ_DEBTOR_REGIME_CONSUMER, day ("2024-03-15"), day ("2024-03-15"));

  g_assert_cmpint (limitation.possible_day, ==, day ("2026-03-15"));
  acq_limitation_acknowledge (&limitation, law, day ("2026-03-16"));
  g_assert_cmpint (limitation.possible_day, ==, day ("2026-03-15"));
  acq_limitation_acknowledge (&limitation, law, day ("2025-06-01"));
  g_assert_cmpint (limitation.possible_day, ==, day ("2027-06-01"));
  acq_limitation_acknowledge (&limitation, law, day ("2024-12-01"));
  g_assert_cmpint (limitation.possible_day, ==, day ("2027-06-01"));
  acq_limitation_acknowledge (&limitation, law, ACQ_DAY_NONE);
  g_assert_cmpint (limitation.possible_day, ==, day ("2027-06-01"));
  g_assert_cmpint (limitation.last_day, ==, day ("2026-03-15"));
}

static void
test_deadlines (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);

  /* 31 October is a Saturday, 1 November a holiday and a Sunday. */
  g_assert_cmpint (acq_procedural_deadline_day (ACQ_PROCEDURAL_DEADLINE_CLAIM_DECLARATION, day ("2026-08-31"), law, calendar),
                   ==, day ("2026-11-02"));
  g_assert_cmpint (
    acq_procedural_deadline_day (ACQ_PROCEDURAL_DEADLINE_CLAIM_DECLARATION_ABROAD, day ("2026-08-31"), law, calendar), ==,
    day ("2026-12-31"));
  g_assert_cmpint (acq_procedural_deadline_day (ACQ_PROCEDURAL_DEADLINE_ORDER_SERVICE, day ("2026-08-31"), law, calendar),
                   ==, day ("2027-03-01"));
  g_assert_cmpint (acq_procedural_deadline_day (ACQ_PROCEDURAL_DEADLINE_ORDER_SERVICE, day ("2026-09-01"), law, calendar),
                   ==, day ("2026-12-01"));
  g_assert_cmpint (acq_procedural_deadline_day (ACQ_PROCEDURAL_DEADLINE_ORDER_OPPOSITION, day ("2026-12-01"), law, calendar),
                   ==, day ("2027-01-04"));
}

static void
test_terms (void)
{
  g_autoptr (AcqLegalValues) law = acq_legal_values_new ();
  AcqDay issued = day ("2026-01-15");

  g_assert_cmpint (acq_term_check (law, issued, day ("2026-03-16")), ==, ACQ_TERM_ALLOWED);
  g_assert_cmpint (acq_term_check (law, issued, day ("2026-03-17")), ==, ACQ_TERM_ONLY_MONTH_END);
  g_assert_cmpint (acq_term_check (law, issued, day ("2026-03-31")), ==, ACQ_TERM_ONLY_MONTH_END);
  g_assert_cmpint (acq_term_check (law, issued, day ("2026-03-30")), ==, ACQ_TERM_TOO_LONG);
  g_assert_cmpint (acq_term_check (law, issued, acq_due_day_then_end_of_month (issued, 60)), ==, ACQ_TERM_ONLY_MONTH_END);
  g_assert_cmpint (acq_term_check (law, day ("2026-01-31"), acq_due_day_then_end_of_month (day ("2026-01-31"), 60)), ==,
                   ACQ_TERM_TOO_LONG);
}

static void
test_regimes (void)
{
  g_assert_cmpint (acq_debtor_regime_for_kind ("company"), ==, ACQ_DEBTOR_REGIME_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("sole_trader"), ==, ACQ_DEBTOR_REGIME_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("public_body"), ==, ACQ_DEBTOR_REGIME_PUBLIC_BUYER);
  g_assert_cmpint (acq_debtor_regime_for_kind ("consumer"), ==, ACQ_DEBTOR_REGIME_CONSUMER);
  g_assert_cmpint (acq_debtor_regime_for_kind ("association"), ==, ACQ_DEBTOR_REGIME_NON_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("co_ownership"), ==, ACQ_DEBTOR_REGIME_NON_PROFESSIONAL);
  g_assert_cmpint (acq_debtor_regime_for_kind ("unknown"), ==, ACQ_DEBTOR_REGIME_UNKNOWN);
  g_assert_cmpint (acq_debtor_regime_for_kind (NULL), ==, ACQ_DEBTOR_REGIME_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/legal/delays/limitation", test_limitation);
  g_test_add_func ("/legal/delays/acknowledgement", test_acknowledgement);
  g_test_add_func ("/legal/delays/deadlines", test_deadlines);
  g_test_add_func ("/legal/delays/terms", test_terms);
  g_test_add_func ("/legal/delays/regimes", test_regimes);
  return g_test_run ();
}
