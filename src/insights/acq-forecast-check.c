/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-forecast-check.h"

#define WEEK 7

static gint64
sum_received (const AcqPaymentCases *cases, AcqDay owed_on, AcqPeriod period)
{
  gint64 sum = 0;

  for (guint i = 0; i < cases->parts->len; i++)
    {
      const AcqPaidPart *part = &g_array_index (cases->parts, AcqPaidPart, i);

      if (part->invoice->issued <= owed_on && acq_period_contains (period, part->day))
        sum += part->amount;
    }
  return sum;
}

static AcqForecastCheck
check_one (const AcqForecastRequest *request, AcqDay sunday, guint n_weeks)
{
  AcqForecastRequest past = *request;
  g_autoptr (AcqForecast) forecast = NULL;
  AcqForecastCheck check = { .first = sunday + 1, .last = sunday + (int) n_weeks * WEEK };

  past.standings = NULL;
  past.day = past.known_until = sunday;
  past.n_weeks = n_weeks;
  forecast = acq_forecast_new (&past);
  check.expected = acq_forecast_sum (forecast, 0, n_weeks);
  check.received = sum_received (request->cases, sunday, (AcqPeriod){ check.first, check.last });
  check.inside = check.received >= check.expected.low && check.received <= check.expected.high;
  return check;
}

GArray *
acq_forecast_check_new (const AcqForecastRequest *request, AcqDay last, guint n_weeks, guint n_checks)
{
  GArray *checks = g_array_new (FALSE, FALSE, sizeof (AcqForecastCheck));
  AcqDay first_sale = acq_receivables_first_sale (request->receivables);

  for (guint i = n_checks; i > 0; i--)
    {
      AcqDay sunday = last - (int) (n_weeks + i - 1) * WEEK;
      AcqForecastCheck check;

      if (first_sale == ACQ_DAY_NONE || sunday < first_sale)
        continue;
      check = check_one (request, sunday, n_weeks);
      g_array_append_val (checks, check);
    }
  return checks;
}
