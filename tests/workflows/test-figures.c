/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the example company: that they agree with its books, with each other, and with what came later. */
#include <string.h>

#include "acq-dashboard-figures.h"
#include "acq-example-job.h"
#include "acq-forecast-report.h"
#include "acq-kpi-report.h"
#include "acq-kpi-text.h"
#include "acq-ledger-repository.h"
#include "store-case.h"

typedef struct
{
  StoreCase *store;
  AcqDay today;
  AcqLedger *ledger;
  AcqStandings *standings;
} Example;

static void
open_example (Example *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  self->store = store_case_new ();
  self->today = acq_clock_today (store_case_clock ());
  acq_company_file_close (self->store->file);
  path = store_case_path (self->store, "example.acquit");
  self->store->file = acq_example_build (path, store_case_clock (), NULL, NULL, &error);
  g_assert_no_error (error);
  self->store->connection = acq_company_file_connection (self->store->file);
  self->ledger = acq_ledger_repository_load (self->store->connection, ACQ_LEDGER_WHOLE, self->today, &error);
  g_assert_no_error (error);
  self->standings = acq_standings_new (self->ledger);
}

static void
close_example (Example *self)
{
  acq_standings_free (self->standings);
  acq_ledger_free (self->ledger);
  store_case_free (self->store);
}

static gint64
sum_balances (const Example *self, gint64 *ret_overdue)
{
  gint64 sum = 0;

  *ret_overdue = 0;
  for (guint i = 0; i < self->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = self->ledger->invoices->pdata[i];

      if (invoice->cancelled || !acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        continue;
      sum += invoice->balance;
      *ret_overdue += acq_standings_get (self->standings, invoice, self->today).overdue_amount;
    }
  return sum;
}

static void
test_dashboard (void)
{
  Example example = { 0 };
  g_autoptr (AcqDashboardFigures) figures = NULL;
  gint64 outstanding, overdue, change, likely = 0;

  open_example (&example);
  figures = acq_dashboard_figures_new (example.ledger, example.standings, example.today);
  outstanding = sum_balances (&example, &overdue);
  g_assert_cmpint (acq_ageing_outstanding (&figures->owed.ageing), ==, outstanding);
  g_assert_cmpint (acq_ageing_overdue (&figures->owed.ageing), ==, overdue);
  g_assert_cmpint (acq_trend_today (&figures->outstanding).value, ==, outstanding);
  g_assert_cmpint (acq_trend_today (&figures->overdue).value, ==, overdue);
  g_assert_true (acq_trend_change (&figures->outstanding, &change));
  g_assert_cmpint (change, ==, outstanding - figures->outstanding.month_ago.value);
  g_assert_true (acq_trend_change (&figures->dso, &change));
  g_assert_cmpint (acq_trend_today (&figures->dso).value, ==, figures->dso_parts.by_balance);
  g_assert_cmpuint (figures->owed.n_overdue_invoices, <=, figures->owed.n_invoices);
  g_assert_cmpuint (figures->weeks->len, ==, ACQ_DASHBOARD_WEEKS);
  for (guint i = 0; i < 4; i++)
    likely += g_array_index (figures->weeks, AcqForecastWeek, i).amount.likely;
  g_assert_cmpint (figures->expected.likely, ==, likely);
  g_assert_cmpint (figures->expected_last, ==, g_array_index (figures->weeks, AcqForecastWeek, 4).first - 1);
  g_assert_cmpint (figures->expected.likely + figures->unread.likely, <, outstanding);
  g_assert_false (figures->few_cases);
  g_assert_cmpuint (figures->watched->len, ==, ACQ_DASHBOARD_WATCHED);
  close_example (&example);
}

static void
test_empty (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  g_autoptr (AcqStandings) standings = acq_standings_new (ledger);
  AcqDay today = acq_clock_today (store_case_clock ());
  g_autoptr (AcqDashboardFigures) figures = acq_dashboard_figures_new (ledger, standings, today);
  gint64 change;

  g_assert_cmpint (acq_ageing_outstanding (&figures->owed.ageing), ==, 0);
  g_assert_false (acq_trend_today (&figures->dso).known);
  g_assert_false (acq_trend_change (&figures->outstanding, &change));
  g_assert_cmpuint (figures->weeks->len, ==, 0);
  g_assert_cmpuint (figures->watched->len, ==, 0);
  g_assert_true (figures->few_cases);
}

/* Forecasts of the last year, of one week each: the truth lies inside about 8 times out of 10, and the means are not off
   on the whole. The example is the same every day, so that this either holds or does not. */
static void
test_truth (void)
{
  Example example = { 0 };
  g_autoptr (GArray) checks = NULL;
  gint64 expected = 0, received = 0;
  guint inside = 0;

  open_example (&example);
  checks = acq_forecast_report_check (example.ledger, example.today, 52);
  g_assert_cmpuint (checks->len, ==, 52);
  for (guint i = 0; i < checks->len; i++)
    {
      const AcqForecastCheck *check = &g_array_index (checks, AcqForecastCheck, i);

      inside += check->inside;
      expected += check->expected.likely;
      received += check->received;
    }
  g_test_message ("%u of %u weeks inside, expected %" G_GINT64_FORMAT ", received %" G_GINT64_FORMAT, inside,
                  checks->len, expected, received);
  g_assert_cmpuint (inside * 100, >=, checks->len * 65);
  g_assert_cmpuint (inside * 100, <=, checks->len * 95);
  g_assert_cmpint (ABS (expected - received) * 100, <, received * 15);
  close_example (&example);
}

/* Every figure and every part has words, and every figure of the example has a value. */
static void
test_words (void)
{
  Example example = { 0 };
  g_autoptr (AcqKpiReport) report = NULL;

  open_example (&example);
  report = acq_kpi_report_new (example.ledger, example.today, (AcqPeriod){ ACQ_DAY_NONE, ACQ_DAY_NONE });
  g_assert_cmpint (report->period.last - report->period.first, ==, 364);
  for (guint i = 0; i < report->figures->len; i++)
    {
      const AcqKpiFigure *figure = &g_array_index (report->figures, AcqKpiFigure, i);
      g_autofree char *value = acq_kpi_text_figure (figure);

      g_assert_cmpint (figure->gap, ==, ACQ_KPI_GAP_NONE);
      g_assert_cmpstr (acq_kpi_text_name (figure->code), !=, figure->code);
      g_assert_cmpuint (figure->n_parts, >, 0);
      g_assert_nonnull (value);
      for (guint j = 0; j < figure->n_parts; j++)
        g_assert_null (strchr (acq_kpi_text_part (figure->parts[j].code), '_'));
    }
  close_example (&example);
}

static void
test_values (void)
{
  g_autofree char *days = acq_kpi_text_value (ACQ_KPI_UNIT_DAYS, 4715);
  g_autofree char *early = acq_kpi_text_value (ACQ_KPI_UNIT_DAYS, -25);
  g_autofree char *share = acq_kpi_text_value (ACQ_KPI_UNIT_PER_CENT, 10000);
  AcqKpiFigure beyond = { .unit = ACQ_KPI_UNIT_DAYS, .value = 43000, .at_least = TRUE };
  g_autofree char *more = acq_kpi_text_figure (&beyond);

  g_assert_cmpstr (days, ==, "47.2 days");
  g_assert_cmpstr (early, ==, "-0.3 days");
  g_assert_cmpstr (share, ==, "100.0 %");
  g_assert_cmpstr (more, ==, "more than 430.0 days");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workflows/figures/dashboard", test_dashboard);
  g_test_add_func ("/workflows/figures/empty", test_empty);
  g_test_add_func ("/workflows/figures/truth", test_truth);
  g_test_add_func ("/workflows/figures/words", test_words);
  g_test_add_func ("/workflows/figures/values", test_values);
  return g_test_run ();
}
