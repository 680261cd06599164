/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-disputed-amount.h"
#include "acq-kpi-table.h"

static const char *const unit_codes[] = { "amount", "days", "per_cent", "count" };
static const char *const gap_codes[]
  = { "none", "short_history", "no_sales", "nothing_owed", "unknown_days", "no_cases" };

ACQ_DEFINE_CODES (AcqKpiUnit, acq_kpi_unit, unit_codes)
ACQ_DEFINE_CODES (AcqKpiGap, acq_kpi_gap, gap_codes)

/* A new figure is one function and its line here. */
static const struct
{
  const char *code;
  AcqKpiUnit unit;
  AcqKpiFunc measure;
} table[] = {
  { "outstanding", ACQ_KPI_UNIT_AMOUNT, acq_kpi_outstanding },
  { "overdue", ACQ_KPI_UNIT_AMOUNT, acq_kpi_overdue },
  { "overdue_share", ACQ_KPI_UNIT_PER_CENT, acq_kpi_overdue_share },
  { "aged_balance", ACQ_KPI_UNIT_AMOUNT, acq_kpi_aged_balance },
  { "dso", ACQ_KPI_UNIT_DAYS, acq_kpi_dso },
  { "dso_count_back", ACQ_KPI_UNIT_DAYS, acq_kpi_dso_count_back },
  { "best_dso", ACQ_KPI_UNIT_DAYS, acq_kpi_best_dso },
  { "best_dso_count_back", ACQ_KPI_UNIT_DAYS, acq_kpi_best_dso_count_back },
  { "average_days_delinquent", ACQ_KPI_UNIT_DAYS, acq_kpi_days_delinquent },
  { "average_days_delinquent_count_back", ACQ_KPI_UNIT_DAYS, acq_kpi_days_delinquent_count_back },
  { "collection_effectiveness", ACQ_KPI_UNIT_PER_CENT, acq_kpi_collection_effectiveness },
  { "collection_rate", ACQ_KPI_UNIT_PER_CENT, acq_kpi_collection_rate },
  { "at_risk_rate", ACQ_KPI_UNIT_PER_CENT, acq_kpi_at_risk_rate },
  { "mean_delay", ACQ_KPI_UNIT_DAYS, acq_kpi_mean_delay },
  { "mean_delay_with_open", ACQ_KPI_UNIT_DAYS, acq_kpi_mean_delay_with_open },
  { "average_days_to_pay", ACQ_KPI_UNIT_DAYS, acq_kpi_days_to_pay },
  { "promises_kept", ACQ_KPI_UNIT_PER_CENT, acq_kpi_promises_kept },
  { "promised_amount_kept", ACQ_KPI_UNIT_PER_CENT, acq_kpi_promised_amount_kept },
  { "dispute_rate", ACQ_KPI_UNIT_PER_CENT, acq_kpi_dispute_rate },
  { "response_rate", ACQ_KPI_UNIT_PER_CENT, acq_kpi_response_rate },
  { "paid_after_first_reminder", ACQ_KPI_UNIT_PER_CENT, acq_kpi_paid_after_first_reminder },
  { "recovered_after_reminders", ACQ_KPI_UNIT_AMOUNT, acq_kpi_recovered_after_reminders },
};

const char *
acq_kpi_code_at (guint index)
{
  return index < G_N_ELEMENTS (table) ? table[index].code : NULL;
}

void
acq_kpi_figure_add (AcqKpiFigure *self, const char *code, AcqKpiUnit unit, gint64 value)
{
  g_return_if_fail (self->n_parts < ACQ_KPI_MOST_PARTS);
  self->parts[self->n_parts++] = (AcqKpiPart){ code, unit, value };
}

void
acq_kpi_figure_set_share (AcqKpiFigure *self, gint64 part, gint64 whole, AcqKpiGap gap)
{
  if (whole <= 0)
    self->gap = gap;
  else
    self->value = acq_amount_scale (part, 10000, whole);
}

GArray *
acq_kpi_measure (const AcqLedger *ledger, const AcqReceivables *receivables, const AcqPaymentCases *cases,
                 AcqPeriod period)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (AcqKpiFigure));
  AcqKpiScene scene = { .ledger = ledger, .receivables = receivables, .cases = cases, .period = period };
  g_autoptr (GArray) promises = acq_promise_record_new (ledger, receivables, period.last);

  scene.before = acq_receivables_measure (receivables, period.first - 1);
  scene.owed = acq_receivables_measure (receivables, period.last);
  scene.dso = acq_dso_measure (receivables, &scene.owed, period.first);
  scene.disputed = acq_disputed_amount (ledger, receivables, period.last);
  scene.promises = promises;
  scene.effects = acq_reminder_effects_measure (ledger, receivables, cases, period);
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      AcqKpiFigure figure = { .code = table[i].code, .unit = table[i].unit };

      table[i].measure (&scene, &figure);
      g_array_append_val (figures, figure);
    }
  return figures;
}

const AcqKpiFigure *
acq_kpi_find (const GArray *figures, const char *code)
{
  for (guint i = 0; i < figures->len; i++)
    if (strcmp (g_array_index (figures, AcqKpiFigure, i).code, code) == 0)
      return &g_array_index (figures, AcqKpiFigure, i);
  return NULL;
}
