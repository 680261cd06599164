/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-trend.h"

#define WEEK 7

gboolean
acq_trend_change (const AcqTrend *self, gint64 *ret_change)
{
  AcqTrendPoint today = acq_trend_today (self);

  if (!today.known || !self->month_ago.known)
    return FALSE;
  *ret_change = today.value - self->month_ago.value;
  return TRUE;
}

/* The figures of one day, each at its place. */
static void
measure_day (const AcqReceivables *receivables, AcqDay day, AcqTrends *trends, AcqTrendPoint *outstanding,
             AcqTrendPoint *overdue, AcqTrendPoint *dso)
{
  AcqOwed owed = acq_receivables_measure (receivables, day);
  gboolean known = acq_receivables_is_known (receivables, &owed);

  trends->today = owed;
  trends->dso_today = acq_dso_measure (receivables, &owed, acq_dso_first_day (day));
  *outstanding = (AcqTrendPoint){ day, known, acq_ageing_outstanding (&owed.ageing) };
  *overdue = (AcqTrendPoint){ day, known, acq_ageing_overdue (&owed.ageing) };
  *dso = (AcqTrendPoint){ day, known && trends->dso_today.known, trends->dso_today.by_balance };
}

void
acq_trends_measure (const AcqReceivables *receivables, AcqTrends *ret_trends)
{
  AcqDay today = acq_receivables_today (receivables);

  measure_day (receivables, acq_day_add_months (today, -1), ret_trends, &ret_trends->outstanding.month_ago,
               &ret_trends->overdue.month_ago, &ret_trends->dso.month_ago);
  /* The day itself comes last and stays. */
  for (int i = 0; i < ACQ_TREND_POINTS; i++)
    measure_day (receivables, today - WEEK * (ACQ_TREND_POINTS - 1 - i), ret_trends,
                 &ret_trends->outstanding.points[i], &ret_trends->overdue.points[i],
                 &ret_trends->dso.points[i]);
}
