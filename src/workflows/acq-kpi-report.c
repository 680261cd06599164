/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-kpi-report.h"

AcqKpiReport *
acq_kpi_report_new (const AcqLedger *ledger, AcqDay today, AcqPeriod period)
{
  AcqKpiReport *self = g_new0 (AcqKpiReport, 1);
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, today);
  g_autoptr (AcqPaymentCases) cases = acq_payment_cases_new (receivables);

  self->period.last = period.last == ACQ_DAY_NONE ? today : period.last;
  self->period.first = period.first == ACQ_DAY_NONE ? acq_dso_first_day (self->period.last) : period.first;
  self->figures = acq_kpi_measure (ledger, receivables, cases, self->period);
  return self;
}

void
acq_kpi_report_free (AcqKpiReport *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->figures);
  g_free (self);
}
