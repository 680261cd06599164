/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No chart has more grid lines than this besides the one that its axis begins at. */
#define ACQ_CHART_AXIS_MAX_STEPS 4

/* Values beyond this, either way, are drawn as if they were this. */
#define ACQ_CHART_AXIS_LIMIT G_GINT64_CONSTANT (1000000000000000000)

/**
 * AcqChartAxis:
 *
 * A scale with round ticks: from minimum to maximum, both multiples of step, in the chart's whole numbers. Pure
 * arithmetic; the values know no pixels.
 */
typedef struct
{
  gint64 minimum;
  gint64 maximum;
  gint64 step; /* at least 1 */
} AcqChartAxis;

/**
 * acq_chart_axis_cover:
 * @lowest: the least of all values, and @highest the greatest
 * @finest: at least 1; no step is smaller, and each is a multiple of it
 *
 * The axis whose step is the smallest of 1, 2, 2.5 or 5 times a power of ten of @finest with which at most
 * ACQ_CHART_AXIS_MAX_STEPS steps cover the values. Bars need an axis that holds zero: pass it as one of the bounds. Where
 * both are equal there is one step above them.
 */
AcqChartAxis acq_chart_axis_cover (gint64 lowest, gint64 highest, gint64 finest);

/* At least 2. */
guint acq_chart_axis_count_ticks (const AcqChartAxis *self);
gint64 acq_chart_axis_get_tick (const AcqChartAxis *self, guint index);

/* Where a value lies, 0.0 at the minimum and 1.0 at the maximum; values beyond them are put on them. */
double acq_chart_axis_place (const AcqChartAxis *self, gint64 value);

G_END_DECLS
