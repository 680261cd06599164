/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is owed, how much of it is late and how much is disputed. */
#include "acq-kpi-table.h"

void
acq_kpi_outstanding (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  const AcqOwed *owed = &scene->owed;

  figure->value = acq_ageing_outstanding (&owed->ageing);
  acq_kpi_figure_add (figure, "invoices", ACQ_KPI_UNIT_COUNT, owed->n_invoices);
  acq_kpi_figure_add (figure, "customers", ACQ_KPI_UNIT_COUNT, owed->n_customers);
  acq_kpi_figure_add (figure, "not_due", ACQ_KPI_UNIT_AMOUNT, owed->ageing.buckets[ACQ_AGEING_NOT_DUE]);
  acq_kpi_figure_add (figure, "overdue", ACQ_KPI_UNIT_AMOUNT, acq_ageing_overdue (&owed->ageing));
  acq_kpi_figure_add (figure, "credits", ACQ_KPI_UNIT_AMOUNT, owed->ageing.credits);
  acq_kpi_figure_add (figure, "unapplied_receipts", ACQ_KPI_UNIT_AMOUNT, owed->unapplied);
  acq_kpi_figure_add (figure, "insolvent", ACQ_KPI_UNIT_AMOUNT, owed->doubtful);
  if (!acq_receivables_is_known (scene->receivables, owed))
    figure->gap = ACQ_KPI_GAP_UNKNOWN_DAYS;
}

void
acq_kpi_overdue (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  const AcqOwed *owed = &scene->owed;

  figure->value = acq_ageing_overdue (&owed->ageing);
  acq_kpi_figure_add (figure, "invoices", ACQ_KPI_UNIT_COUNT, owed->n_overdue_invoices);
  acq_kpi_figure_add (figure, "customers", ACQ_KPI_UNIT_COUNT, owed->n_overdue_customers);
  if (!acq_receivables_is_known (scene->receivables, owed))
    figure->gap = ACQ_KPI_GAP_UNKNOWN_DAYS;
}

/* Of what is owed before credits: these belong to no column. */
void
acq_kpi_overdue_share (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  gint64 overdue = acq_ageing_overdue (&scene->owed.ageing);
  gint64 owed = acq_ageing_outstanding (&scene->owed.ageing) - scene->owed.ageing.credits;

  acq_kpi_figure_add (figure, "overdue", ACQ_KPI_UNIT_AMOUNT, overdue);
  acq_kpi_figure_add (figure, "owed", ACQ_KPI_UNIT_AMOUNT, owed);
  acq_kpi_figure_set_share (figure, overdue, owed, ACQ_KPI_GAP_NOTHING_OWED);
}

void
acq_kpi_aged_balance (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  const AcqAgeing *ageing = &scene->owed.ageing;

  figure->value = acq_ageing_outstanding (ageing);
  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    acq_kpi_figure_add (figure, acq_ageing_bucket_to_code ((AcqAgeingBucket) i), ACQ_KPI_UNIT_AMOUNT,
                        ageing->buckets[i]);
  acq_kpi_figure_add (figure, "credits", ACQ_KPI_UNIT_AMOUNT, ageing->credits);
}

void
acq_kpi_dispute_rate (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  gint64 owed = acq_ageing_outstanding (&scene->owed.ageing) - scene->owed.ageing.credits;

  acq_kpi_figure_add (figure, "disputed", ACQ_KPI_UNIT_AMOUNT, scene->disputed);
  acq_kpi_figure_add (figure, "owed", ACQ_KPI_UNIT_AMOUNT, owed);
  acq_kpi_figure_set_share (figure, scene->disputed, owed, ACQ_KPI_GAP_NOTHING_OWED);
}
