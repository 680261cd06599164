/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dashboard-models.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-chart-point.h"
#include "acq-day-text.h"

static void
take_point (GListStore *store, const AcqChartDatum *datum)
{
  g_autoptr (AcqChartPoint) point = acq_chart_point_new (datum);

  g_list_store_append (store, point);
}

char *
acq_dashboard_days_text (gint64 hundredths)
{
  gint64 days = (hundredths + (hundredths < 0 ? -50 : 50)) / 100;
  g_autofree char *number = acq_number_text (days);

  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) ABS (days)), number);
}

static char *
phrase_amount (gint64 value)
{
  return acq_amount_text_rounded (value, ACQ_CURRENCY_EUR);
}

static GListModel *
trend_new (const AcqTrend *trend, char *(*phrase) (gint64 value))
{
  GListStore *store = g_list_store_new (ACQ_TYPE_CHART_POINT);
  AcqDay today = acq_trend_today (trend).day;

  for (guint i = 0; i < ACQ_TREND_POINTS; i++)
    {
      const AcqTrendPoint *point = &trend->points[i];
      g_autofree char *day = acq_day_text_short (point->day, today);
      g_autofree char *text = point->known ? phrase (point->value) : g_strdup (_ ("not known"));

      take_point (store, &(AcqChartDatum){
                           .label = day,
                           .value = point->known ? point->value : ACQ_CHART_UNKNOWN,
                           .value_text = text,
                         });
    }
  return G_LIST_MODEL (store);
}

GListModel *
acq_dashboard_trend_of_amounts (const AcqTrend *trend)
{
  return trend_new (trend, phrase_amount);
}

GListModel *
acq_dashboard_trend_of_days (const AcqTrend *trend)
{
  return trend_new (trend, acq_dashboard_days_text);
}

static void
add_week (GListStore *store, const AcqForecastWeek *week, AcqDay today)
{
  g_autofree char *label = acq_day_text_short (week->first, week->first);
  g_autofree char *day = acq_day_text (week->first, today);
  g_autofree char *name = g_strdup_printf (_ ("Week of %s"), day);
  g_autofree char *value = phrase_amount (week->amount.likely);
  g_autofree char *low = phrase_amount (week->amount.low);
  g_autofree char *high = phrase_amount (week->amount.high);
  g_autofree char *range = g_strdup_printf (_ ("between %s and %s"), low, high);
  g_autofree char *iso = acq_day_to_iso (week->first);
  g_autofree char *target = g_strconcat ("expected:", iso, NULL);

  take_point (store, &(AcqChartDatum){
                       .label = label,
                       .name = name,
                       .value = week->amount.likely,
                       .ranged = TRUE,
                       .low = week->amount.low,
                       .high = week->amount.high,
                       .value_text = value,
                       .range_text = range,
                       .target = target,
                     });
}

GListModel *
acq_dashboard_weeks (const AcqDashboardFigures *figures, guint n_weeks)
{
  GListStore *store = g_list_store_new (ACQ_TYPE_CHART_POINT);

  for (guint i = 0; i < MIN (figures->weeks->len, n_weeks); i++)
    add_week (store, &g_array_index (figures->weeks, AcqForecastWeek, i), figures->today);
  return G_LIST_MODEL (store);
}

GListModel *
acq_dashboard_ageing (const AcqDashboardFigures *figures)
{
  static const struct
  {
    const char *label;
    const char *target;
  } buckets[ACQ_AGEING_N_BUCKETS] = {
    { N_ ("Not due yet"), "filter:not-due" },           { N_ ("1 to 30 days"), "filter:overdue-1-30" },
    { N_ ("31 to 60 days"), "filter:overdue-31-60" },   { N_ ("61 to 90 days"), "filter:overdue-61-90" },
    { N_ ("More than 90 days"), "filter:overdue-91" },
  };
  GListStore *store = g_list_store_new (ACQ_TYPE_CHART_POINT);

  for (guint i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    {
      guint n_invoices = figures->owed.invoices_in[i];
      g_autofree char *value = phrase_amount (figures->owed.ageing.buckets[i]);
      g_autofree char *note = g_strdup_printf (ngettext ("%u invoice", "%u invoices", n_invoices), n_invoices);

      take_point (store, &(AcqChartDatum){
                           .label = _ (buckets[i].label),
                           .value = figures->owed.ageing.buckets[i],
                           .value_text = value,
                           .note = note,
                           .tone = ACQ_CHART_TONE_NOT_DUE + i,
                           .target = buckets[i].target,
                         });
    }
  return G_LIST_MODEL (store);
}
