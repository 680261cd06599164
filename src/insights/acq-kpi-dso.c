/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of sales that are owed, by both methods; what is late of them. */
#include "acq-kpi-table.h"

/* TRUE where there is a figure. */
static gboolean
add_parts (const AcqKpiScene *scene, AcqKpiFigure *figure, gint64 receivables)
{
  const AcqDso *dso = &scene->dso;

  acq_kpi_figure_add (figure, "receivables", ACQ_KPI_UNIT_AMOUNT, receivables);
  acq_kpi_figure_add (figure, "sales", ACQ_KPI_UNIT_AMOUNT, dso->sales);
  acq_kpi_figure_add (figure, "days", ACQ_KPI_UNIT_COUNT, dso->days);
  if (!acq_receivables_is_known (scene->receivables, &scene->owed))
    figure->gap = ACQ_KPI_GAP_UNKNOWN_DAYS;
  else if (dso->sales <= 0)
    figure->gap = ACQ_KPI_GAP_NO_SALES;
  else if (!dso->known)
    figure->gap = ACQ_KPI_GAP_SHORT_HISTORY;
  return figure->gap == ACQ_KPI_GAP_NONE;
}

void
acq_kpi_dso (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  const AcqDso *dso = &scene->dso;
  gint64 undisputed;

  if (add_parts (scene, figure, dso->receivables)
      && acq_dso_by_balance (dso->receivables - scene->disputed, dso->sales, dso->days, &undisputed))
    acq_kpi_figure_add (figure, "without_disputed", ACQ_KPI_UNIT_DAYS, undisputed);
  acq_kpi_figure_add (figure, "disputed", ACQ_KPI_UNIT_AMOUNT, scene->disputed);
  acq_kpi_figure_add (figure, "unapplied_receipts", ACQ_KPI_UNIT_AMOUNT, scene->owed.unapplied);
  acq_kpi_figure_add (figure, "insolvent", ACQ_KPI_UNIT_AMOUNT, scene->owed.doubtful);
  figure->value = dso->by_balance;
}

void
acq_kpi_best_dso (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  add_parts (scene, figure, scene->dso.not_due);
  figure->value = scene->dso.best;
}

/* What is sold before the period counts too: the method goes back as far as it must. */
static void
add_count_back (const AcqKpiScene *scene, AcqKpiFigure *figure, gint64 receivables, gint64 days)
{
  acq_kpi_figure_add (figure, "receivables", ACQ_KPI_UNIT_AMOUNT, receivables);
  figure->value = days;
  figure->at_least = scene->dso.beyond;
  if (!acq_receivables_is_known (scene->receivables, &scene->owed))
    figure->gap = ACQ_KPI_GAP_UNKNOWN_DAYS;
  else if (acq_receivables_first_sale (scene->receivables) == ACQ_DAY_NONE)
    figure->gap = ACQ_KPI_GAP_NO_SALES;
}

void
acq_kpi_dso_count_back (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  add_count_back (scene, figure, scene->dso.receivables, scene->dso.count_back);
}

void
acq_kpi_best_dso_count_back (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  add_count_back (scene, figure, scene->dso.not_due, scene->dso.best_count_back);
  figure->at_least = scene->dso.best_beyond;
}

void
acq_kpi_days_delinquent (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  add_parts (scene, figure, scene->dso.receivables);
  acq_kpi_figure_add (figure, "dso", ACQ_KPI_UNIT_DAYS, scene->dso.by_balance);
  acq_kpi_figure_add (figure, "best_dso", ACQ_KPI_UNIT_DAYS, scene->dso.best);
  figure->value = scene->dso.by_balance - scene->dso.best;
}

void
acq_kpi_days_delinquent_count_back (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  add_count_back (scene, figure, scene->dso.receivables, scene->dso.count_back - scene->dso.best_count_back);
  acq_kpi_figure_add (figure, "dso_count_back", ACQ_KPI_UNIT_DAYS, scene->dso.count_back);
  acq_kpi_figure_add (figure, "best_dso_count_back", ACQ_KPI_UNIT_DAYS, scene->dso.best_count_back);
}
