/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-chart.h"

G_BEGIN_DECLS

/* Which figures stand beside the columns without being asked for. */
typedef enum
{
  ACQ_COLUMN_FIGURES_NONE,
  ACQ_COLUMN_FIGURES_BELOW,   /* value and range of each, under its label */
  ACQ_COLUMN_FIGURES_NOTABLE, /* above the highest and the last */
} AcqColumnFigures;

/**
 * AcqColumnChart:
 *
 * Upright bars from zero with whiskers for ranges, labels under them, and at most four grid lines. What does not fit
 * into a narrow chart is left out, ranges before figures and every other label; nothing overlaps.
 */
#define ACQ_TYPE_COLUMN_CHART (acq_column_chart_get_type ())
G_DECLARE_FINAL_TYPE (AcqColumnChart, acq_column_chart, ACQ, COLUMN_CHART, AcqChart)

AcqColumnChart *acq_column_chart_new (AcqColumnFigures figures);
/* What the figures are in, by the values that the chart has now. */
AcqChartUnit acq_column_chart_get_unit (AcqColumnChart *self);

G_END_DECLS
