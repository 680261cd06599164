/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-forecast-report.h"

#define SUNDAY 7

AcqForecast *
acq_forecast_report_new (const AcqLedger *ledger, const AcqStandings *standings, AcqDay today, guint n_weeks)
{
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);
  g_autoptr (AcqPaymentCases) cases = acq_payment_cases_new (receivables);
  AcqForecastRequest request = {
    ledger, receivables, cases, standings, today, acq_forecast_known_until (ledger, today), n_weeks,
  };

  return acq_forecast_new (&request);
}

GArray *
acq_forecast_report_check (const AcqLedger *ledger, AcqDay today, guint n_checks)
{
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);
  g_autoptr (AcqPaymentCases) cases = acq_payment_cases_new (receivables);
  AcqForecastRequest request = { .ledger = ledger, .receivables = receivables, .cases = cases };
  AcqDay known = acq_forecast_known_until (ledger, today);

  return acq_forecast_check_new (&request, known - acq_day_weekday (known) % SUNDAY, 1, n_checks);
}
