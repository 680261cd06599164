/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came after reminders: nobody can say that it came because of them. */
#include "acq-kpi-table.h"

void
acq_kpi_response_rate (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  const AcqReminderEffects *effects = &scene->effects;

  acq_kpi_figure_add (figure, "customers_reminded", ACQ_KPI_UNIT_COUNT, effects->n_customers);
  acq_kpi_figure_add (figure, "customers_reacted", ACQ_KPI_UNIT_COUNT, effects->n_reacted);
  acq_kpi_figure_set_share (figure, effects->n_reacted, effects->n_customers, ACQ_KPI_GAP_NO_CASES);
}

void
acq_kpi_paid_after_first_reminder (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  const AcqReminderEffects *effects = &scene->effects;

  acq_kpi_figure_add (figure, "invoices_reminded", ACQ_KPI_UNIT_COUNT, effects->n_first);
  acq_kpi_figure_add (figure, "invoices_paid", ACQ_KPI_UNIT_COUNT, effects->n_first_paid);
  acq_kpi_figure_add (figure, "amount_reminded", ACQ_KPI_UNIT_AMOUNT, effects->first_amount);
  acq_kpi_figure_add (figure, "amount_paid", ACQ_KPI_UNIT_AMOUNT, effects->first_paid_amount);
  acq_kpi_figure_add (figure, "invoices_waiting", ACQ_KPI_UNIT_COUNT, effects->n_first_waiting);
  acq_kpi_figure_set_share (figure, effects->n_first_paid, effects->n_first, ACQ_KPI_GAP_NO_CASES);
}

void
acq_kpi_recovered_after_reminders (const AcqKpiScene *scene, AcqKpiFigure *figure)
{
  const AcqReminderEffects *effects = &scene->effects;

  figure->value = effects->recovered;
  acq_kpi_figure_add (figure, "payments", ACQ_KPI_UNIT_COUNT, effects->n_recovered);
  if (scene->ledger->reminders->len == 0)
    figure->gap = ACQ_KPI_GAP_NO_CASES;
}
