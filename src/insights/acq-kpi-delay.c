/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How late money comes, weighted by amounts: a day on a large invoice counts more than one on a small one. */
#include "acq-kpi-table.h"

#define HUNDREDTHS 100

typedef struct
{
  gint64 weight;
  __int128 weighted; /* days × amounts */
  guint n;
} Mean;

static void
add_to_mean (Mean *mean, int days, gint64 amount)
{
  mean->weight += amount;
  mean->weighted += (__int128) days * amount;
  mean->n++;
}

static void
set_mean (AcqKpiFigure *figure, const Mean *mean)
{
  __int128 scaled = mean->weighted * HUNDREDTHS;
  gint64 half = mean->weight / 2;

  if (mean->weight <= 0)
    figure->gap = ACQ_KPI_GAP_NO_CASES;
  else
    figure->value = (gint64) ((scaled + (scaled < 0 ? -half : half)) / mean->weight);
}

static Mean
measure_paid (const AcqKpiScene *scene, gboolean since_due)
{
  Mean mean = { 0 };

  for (guint i = 0; i < scene->cases->parts->len; i++)
    {
      const AcqPaidPart *part = &g_array_index (scene->cases->parts, AcqPaidPart, i);

      if (acq_period_contains (scene->period, part->day))
        add_to_mean (&mean, part->day - (since_due ? part->due : part->invoice->issued), part->amount);
    }
  return mean;
}

void
acq_kpi_mean_delay (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  Mean mean = measure_paid (scene, TRUE);

  acq_kpi_figure_add (figure, "paid", ACQ_KPI_UNIT_AMOUNT, mean.weight);
  acq_kpi_figure_add (figure, "payments", ACQ_KPI_UNIT_COUNT, mean.n);
  set_mean (figure, &mean);
}

static void
add_open (Mean *mean, const AcqReceivable *row, AcqDay day)
{
  const GArray *items = row->invoice->due_items;
  gint64 settled = acq_receivable_settled_by (row, day);

  for (guint i = 0; i < items->len; i++)
    {
      const AcqDueItem *item = &g_array_index (items, AcqDueItem, i);
      gint64 balance = acq_due_item_settle (item, i + 1 == items->len, &settled);
      AcqDay due = acq_receivable_due_day (row, item, day);

      if (balance > 0 && due < day)
        add_to_mean (mean, day - due, balance);
    }
}

/* What is overdue on the last day counts with the days that it is late so far. */
void
acq_kpi_mean_delay_with_open (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  Mean paid = measure_paid (scene, TRUE), open = { 0 }, both;
  AcqDay day = scene->period.last;

  for (guint i = 0; i < acq_receivables_count (scene->receivables); i++)
    {
      const AcqReceivable *row = acq_receivables_get (scene->receivables, i);

      if (row->issued <= day && row->settled > day)
        add_open (&open, row, day);
    }
  both = (Mean){ paid.weight + open.weight, paid.weighted + open.weighted, paid.n + open.n };
  acq_kpi_figure_add (figure, "paid", ACQ_KPI_UNIT_AMOUNT, paid.weight);
  acq_kpi_figure_add (figure, "overdue", ACQ_KPI_UNIT_AMOUNT, open.weight);
  acq_kpi_figure_add (figure, "payments", ACQ_KPI_UNIT_COUNT, paid.n);
  acq_kpi_figure_add (figure, "open_due_items", ACQ_KPI_UNIT_COUNT, open.n);
  set_mean (figure, &both);
}

void
acq_kpi_days_to_pay (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  Mean mean = measure_paid (scene, FALSE);

  acq_kpi_figure_add (figure, "paid", ACQ_KPI_UNIT_AMOUNT, mean.weight);
  acq_kpi_figure_add (figure, "payments", ACQ_KPI_UNIT_COUNT, mean.n);
  set_mean (figure, &mean);
}
