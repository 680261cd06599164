/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much of what could be collected was. */
#include "acq-kpi-table.h"

#define AT_RISK_DAYS 90

gboolean
acq_kpi_effectiveness (gint64 owed_before, gint64 sales, gint64 owed, gint64 not_due, gint64 *ret_share)
{
  gint64 could = owed_before + sales - not_due;

  if (could <= 0)
    return FALSE;
  *ret_share = acq_amount_scale (owed_before + sales - owed, 10000, could);
  return TRUE;
}

void
acq_kpi_collection_effectiveness (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  gint64 before = acq_ageing_outstanding (&scene->before.ageing) - scene->before.unapplied;
  gint64 after = acq_ageing_outstanding (&scene->owed.ageing) - scene->owed.unapplied;
  gint64 sales = acq_receivables_sales (scene->receivables, scene->period);
  gint64 not_due = scene->owed.ageing.buckets[ACQ_AGEING_NOT_DUE];

  acq_kpi_figure_add (figure, "owed_before", ACQ_KPI_UNIT_AMOUNT, before);
  acq_kpi_figure_add (figure, "sales", ACQ_KPI_UNIT_AMOUNT, sales);
  acq_kpi_figure_add (figure, "owed", ACQ_KPI_UNIT_AMOUNT, after);
  acq_kpi_figure_add (figure, "not_due", ACQ_KPI_UNIT_AMOUNT, not_due);
  if (!acq_receivables_is_known (scene->receivables, &scene->before))
    figure->gap = ACQ_KPI_GAP_SHORT_HISTORY;
  else if (!acq_kpi_effectiveness (before, sales, after, not_due, &figure->value))
    figure->gap = ACQ_KPI_GAP_NOTHING_OWED;
}

/* Of the parts that fell due within some days, so many days after their due day at the latest. */
typedef struct
{
  gint64 due;
  gint64 left;
  guint n;
} Cohort;

static void
add_row (Cohort *cohort, const AcqReceivable *row, AcqPeriod due_within, AcqDay by, int after)
{
  const GArray *items = row->invoice->due_items;

  for (guint i = 0; i < items->len; i++)
    {
      const AcqDueItem *item = &g_array_index (items, AcqDueItem, i);
      AcqDay seen = after < 0 ? by : item->due + after;
      gint64 settled = acq_receivable_settled_by (row, seen), left = 0;

      if (!acq_period_contains (due_within, item->due) || row->issued > by)
        continue;
      for (guint j = 0; j <= i; j++)
        left = acq_due_item_settle (&g_array_index (items, AcqDueItem, j), j + 1 == items->len, &settled);
      cohort->due += item->amount;
      cohort->left += CLAMP (left, 0, item->amount);
      cohort->n++;
    }
}

/* @after: the day on which each part is looked at, counted from its due day; below zero: all on the last day. */
static Cohort
measure_cohort (const AcqKpiScene *scene, AcqPeriod due_within, int after)
{
  Cohort cohort = { 0 };

  for (guint i = 0; i < acq_receivables_count (scene->receivables); i++)
    {
      const AcqReceivable *row = acq_receivables_get (scene->receivables, i);

      if (!acq_invoice_is_credit_note (row->invoice))
        add_row (&cohort, row, due_within, scene->period.last, after);
    }
  return cohort;
}

/* Of what fell due in the period, what is settled at its end. */
void
acq_kpi_collection_rate (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  Cohort cohort = measure_cohort (scene, scene->period, -1);

  acq_kpi_figure_add (figure, "fell_due", ACQ_KPI_UNIT_AMOUNT, cohort.due);
  acq_kpi_figure_add (figure, "settled", ACQ_KPI_UNIT_AMOUNT, cohort.due - cohort.left);
  acq_kpi_figure_add (figure, "due_items", ACQ_KPI_UNIT_COUNT, cohort.n);
  acq_kpi_figure_set_share (figure, cohort.due - cohort.left, cohort.due, ACQ_KPI_GAP_NO_CASES);
}

/* Of what became 90 days late in the period, or would have, what was not settled by then. */
void
acq_kpi_at_risk_rate (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  AcqPeriod due_within = { scene->period.first - AT_RISK_DAYS, scene->period.last - AT_RISK_DAYS };
  Cohort cohort = measure_cohort (scene, due_within, AT_RISK_DAYS);

  acq_kpi_figure_add (figure, "fell_due", ACQ_KPI_UNIT_AMOUNT, cohort.due);
  acq_kpi_figure_add (figure, "unpaid_after_90_days", ACQ_KPI_UNIT_AMOUNT, cohort.left);
  acq_kpi_figure_add (figure, "due_items", ACQ_KPI_UNIT_COUNT, cohort.n);
  acq_kpi_figure_set_share (figure, cohort.left, cohort.due, ACQ_KPI_GAP_NO_CASES);
}
