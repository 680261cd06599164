/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-kpi.h"
#include "acq-promise-record.h"
#include "acq-reminder-effects.h"

G_BEGIN_DECLS

/* What figures are measured on, made once for all of them. */
typedef struct
{
  const AcqLedger *ledger;
  const AcqReceivables *receivables;
  const AcqPaymentCases *cases;
  AcqPeriod period;
  AcqOwed before; /* at the end of the day before the period */
  AcqOwed owed;   /* at the end of its last day */
  AcqDso dso;
  gint64 disputed;  /* of what is owed */
  GArray *promises; /* (element-type AcqPromise) as known on the last day */
  AcqReminderEffects effects;
} AcqKpiScene;

/* A row of the table: its function fills in the value or the gap, and the parts. */
typedef void (*AcqKpiFunc) (const AcqKpiScene *scene, AcqKpiFigure *figure);

void acq_kpi_outstanding (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_overdue (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_overdue_share (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_aged_balance (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_dispute_rate (const AcqKpiScene *scene, AcqKpiFigure *figure);

void acq_kpi_dso (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_dso_count_back (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_best_dso (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_best_dso_count_back (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_days_delinquent (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_days_delinquent_count_back (const AcqKpiScene *scene, AcqKpiFigure *figure);

void acq_kpi_collection_effectiveness (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_collection_rate (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_at_risk_rate (const AcqKpiScene *scene, AcqKpiFigure *figure);

void acq_kpi_mean_delay (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_mean_delay_with_open (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_days_to_pay (const AcqKpiScene *scene, AcqKpiFigure *figure);

void acq_kpi_promises_kept (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_promised_amount_kept (const AcqKpiScene *scene, AcqKpiFigure *figure);

void acq_kpi_response_rate (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_paid_after_first_reminder (const AcqKpiScene *scene, AcqKpiFigure *figure);
void acq_kpi_recovered_after_reminders (const AcqKpiScene *scene, AcqKpiFigure *figure);

/* For those functions. */
void acq_kpi_figure_add (AcqKpiFigure *self, const char *code, AcqKpiUnit unit, gint64 value);
/* part ÷ whole × 100, or the gap where the whole is not above zero. */
void acq_kpi_figure_set_share (AcqKpiFigure *self, gint64 part, gint64 whole, AcqKpiGap gap);

/* CEI, in hundredths of a per cent: what was collected of what could be. FALSE, without touching the result, where
   nothing could be. */
gboolean acq_kpi_effectiveness (gint64 owed_before, gint64 sales, gint64 owed, gint64 not_due,
                                gint64 *ret_share);

G_END_DECLS
