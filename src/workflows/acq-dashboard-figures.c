/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dashboard-figures.h"

#define SOON_WEEKS 4

static void
add_trends (AcqDashboardFigures *self, const AcqReceivables *receivables)
{
  AcqTrends trends;

  acq_trends_measure (receivables, &trends);
  self->owed = trends.today;
  self->outstanding = trends.outstanding;
  self->overdue = trends.overdue;
  self->dso_parts = trends.dso_today;
  self->dso = trends.dso;
}

static void
add_forecast (AcqDashboardFigures *self, const AcqForecastRequest *request)
{
  g_autoptr (AcqForecast) forecast = acq_forecast_new (request);

  self->few_cases = forecast->few_cases;
  self->known_until = forecast->known_until;
  self->unread = forecast->unread;
  self->expected_last = acq_forecast_first_monday (self->today) + SOON_WEEKS * 7 - 1;
  self->expected = acq_forecast_sum (forecast, 0, SOON_WEEKS);
  if (forecast->lines->len > 0)
    g_array_append_vals (self->weeks, forecast->weeks->data, forecast->weeks->len);
}

AcqDashboardFigures *
acq_dashboard_figures_new (const AcqLedger *ledger, const AcqStandings *standings, AcqDay today)
{
  AcqDashboardFigures *self = g_new0 (AcqDashboardFigures, 1);
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);
  g_autoptr (AcqPaymentCases) cases = acq_payment_cases_new (receivables);
  AcqForecastRequest request = {
    ledger,
    receivables,
    cases,
    standings,
    today,
    acq_forecast_known_until (ledger, today),
    ACQ_DASHBOARD_WEEKS,
  };

  self->today = today;
  self->weeks = g_array_new (FALSE, FALSE, sizeof (AcqForecastWeek));
  add_trends (self, receivables);
  add_forecast (self, &request);
  self->watched = acq_watch_list_new (ledger, standings, ACQ_CURRENCY_EUR, today, ACQ_DASHBOARD_WATCHED);
  return self;
}

void
acq_dashboard_figures_free (AcqDashboardFigures *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->weeks);
  g_array_unref (self->watched);
  g_free (self);
}
