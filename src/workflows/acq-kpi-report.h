/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-kpi.h"

G_BEGIN_DECLS

/* All figures of a period, in euros. */
typedef struct
{
  AcqPeriod period;
  GArray *figures; /* (element-type AcqKpiFigure) */
} AcqKpiReport;

/**
 * acq_kpi_report_new:
 * @period: an end that is ACQ_DAY_NONE is today, or the day after the same day one year before the last; the last day is
 *   not after today, nor before the first
 */
AcqKpiReport *acq_kpi_report_new (const AcqLedger *ledger, AcqDay today, AcqPeriod period);
void acq_kpi_report_free (AcqKpiReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqKpiReport, acq_kpi_report_free)

G_END_DECLS
