/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dashboard-figures.h"

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

AcqDashboardFigures *
acq_dashboard_figures_new (const AcqLedger *ledger, const AcqStandings *standings, AcqDay today)
{
  AcqDashboardFigures *self = g_new0 (AcqDashboardFigures, 1);
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);

  self->today = today;
  self->weeks = g_array_new (FALSE, FALSE, sizeof (AcqForecastWeek));
  self->expected_last = ACQ_DAY_NONE;
  add_trends (self, receivables);
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
