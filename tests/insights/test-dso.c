/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-kpi-table.h"
#include "ledger-case.h"

static void
test_by_balance (void)
{
  gint64 days = -1;

  g_assert_true (acq_dso_by_balance (3000000, 6000000, 90, &days));
  g_assert_cmpint (days, ==, 4500);
  g_assert_true (acq_dso_by_balance (570000, 760000, 91, &days));
  g_assert_cmpint (days, ==, 6825);
  g_assert_true (acq_dso_by_balance (-5, 760000, 91, &days));
  g_assert_cmpint (days, ==, 0);
  g_assert_false (acq_dso_by_balance (5, 0, 91, &days));
  g_assert_false (acq_dso_by_balance (5, -20, 91, &days));
}

static void
test_count_back (void)
{
  static const AcqMonthSales published[] = { { 120000, 30 }, { 80000, 31 }, { 70000, 30 } };
  static const AcqMonthSales corrected[] = { { 1250000, 30 }, { 1000000, 31 }, { 600000, 30 } };
  gboolean beyond = TRUE;

  g_assert_cmpint (acq_dso_count_back (250000, published, 3, &beyond), ==, 8243);
  g_assert_false (beyond);
  g_assert_cmpint (acq_dso_count_back (2000000, corrected, 3, &beyond), ==, 5325);
  g_assert_false (beyond);
  g_assert_cmpint (acq_dso_count_back (270000, published, 3, &beyond), ==, 9100);
  g_assert_false (beyond);
  g_assert_cmpint (acq_dso_count_back (270001, published, 3, &beyond), ==, 9100);
  g_assert_true (beyond);
  g_assert_cmpint (acq_dso_count_back (0, published, 3, &beyond), ==, 0);
  g_assert_false (beyond);
}

/* A month without sales counts its days; one of credit notes adds what it lacks. */
static void
test_odd_months (void)
{
  static const AcqMonthSales empty[] = { { 0, 30 }, { 100000, 31 } };
  static const AcqMonthSales credited[] = { { -20000, 30 }, { 100000, 31 } };
  gboolean beyond;

  g_assert_cmpint (acq_dso_count_back (50000, empty, 2, &beyond), ==, 3000 + 1550);
  g_assert_cmpint (acq_dso_count_back (50000, credited, 2, &beyond), ==, 3000 + 2170);
  g_assert_false (beyond);
}

static void
test_effectiveness (void)
{
  gint64 share = 0;

  g_assert_true (acq_kpi_effectiveness (9000000, 6000000, 7000000, 4000000, &share));
  g_assert_cmpint (share, ==, 7273);
  g_assert_false (acq_kpi_effectiveness (0, 100, 100, 100, &share));
}

/* The month that runs counts the days that have passed; opening balances are no sales; insolvent customers and money that
   waits are no receivables of the DSO. */
static void
test_measure (void)
{
  AcqDay today = acq_day_new (2026, 11, 21);
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *good = case_customer (ledger, "Durand SA"), *bad = case_customer (ledger, "Failli SARL");
  g_autoptr (AcqReceivables) receivables = NULL;
  AcqOwed owed;
  AcqDso dso;

  bad->insolvent_since = today - 10;
  case_invoice (ledger, good, acq_day_new (2026, 11, 5), acq_day_new (2026, 12, 5), 210000);
  case_invoice (ledger, good, acq_day_new (2026, 10, 5), acq_day_new (2026, 11, 5), 310000);
  case_invoice (ledger, good, acq_day_new (2026, 1, 1), acq_day_new (2026, 1, 31), 80000)->opening = TRUE;
  case_invoice (ledger, bad, acq_day_new (2026, 10, 7), acq_day_new (2026, 11, 7), 50000);
  case_receipt (ledger, good, today - 3, 20000);
  case_derive (ledger);
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);
  owed = acq_receivables_measure (receivables, today);
  dso = acq_dso_measure (receivables, &owed, acq_dso_first_day (today));
  g_assert_cmpint (acq_ageing_outstanding (&owed.ageing), ==, 650000);
  g_assert_cmpint (owed.unapplied, ==, 20000);
  g_assert_cmpint (owed.doubtful, ==, 50000);
  g_assert_cmpint (dso.receivables, ==, 580000);
  g_assert_cmpint (dso.not_due, ==, 190000);
  g_assert_cmpint (dso.sales, ==, 570000);
  /* From the first sale on 5 October, as the year is not full. */
  g_assert_cmpint (dso.days, ==, 48);
  g_assert_true (dso.known);
  g_assert_cmpint (dso.by_balance, ==, 4884);
  /* November 210 000 in 21 days, October 360 000 in 31 days, and 10 000 more than ever was sold. */
  g_assert_cmpint (dso.count_back, ==, 5200);
  g_assert_true (dso.beyond);
  g_assert_cmpint (dso.best_count_back, ==, 1900);
}

static void
test_too_little (void)
{
  AcqDay today = acq_day_new (2026, 11, 21);
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  g_autoptr (AcqReceivables) nothing = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);
  g_autoptr (AcqReceivables) young = NULL;
  AcqOwed owed = acq_receivables_measure (nothing, today);

  g_assert_false (acq_dso_measure (nothing, &owed, acq_dso_first_day (today)).known);
  case_invoice (ledger, case_customer (ledger, "Durand SA"), today - 28, today + 2, 1000);
  case_derive (ledger);
  young = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);
  owed = acq_receivables_measure (young, today);
  g_assert_false (acq_dso_measure (young, &owed, acq_dso_first_day (today)).known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insights/dso/by-balance", test_by_balance);
  g_test_add_func ("/insights/dso/count-back", test_count_back);
  g_test_add_func ("/insights/dso/odd-months", test_odd_months);
  g_test_add_func ("/insights/dso/effectiveness", test_effectiveness);
  g_test_add_func ("/insights/dso/measure", test_measure);
  g_test_add_func ("/insights/dso/too-little", test_too_little);
  return g_test_run ();
}
