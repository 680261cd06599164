/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-forecast-check.h"

G_BEGIN_DECLS

/* What is expected of the invoices in euros that are owed today. The ledger must have been read with its bank lines, for
   they tell up to which day receipts are known; it must live longer. @n_weeks: 1 to ACQ_FORECAST_MOST_WEEKS. */
AcqForecast *acq_forecast_report_new (const AcqLedger *ledger, const AcqStandings *standings, AcqDay today,
                                      guint n_weeks);

/* (element-type AcqForecastCheck) (transfer full): what forecasts of the last weeks would have said of the week after
   them, and what came; the last of them is the last whole week that statements cover. */
GArray *acq_forecast_report_check (const AcqLedger *ledger, AcqDay today, guint n_checks);

G_END_DECLS
