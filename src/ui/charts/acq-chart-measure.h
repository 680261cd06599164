/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqChartMeasure:
 *
 * What a chart's whole numbers count: how many make one (100 cents make a euro, one day makes a day), the sign behind
 * figures ("€", "%", "" for none), and whether large figures are shown in thousands or millions of it.
 */
typedef struct
{
  gint64 one;
  char sign[12];
  gboolean thousands;
} AcqChartMeasure;

#define ACQ_CHART_MEASURE_EUROS ((AcqChartMeasure) { 100, "€", TRUE })
#define ACQ_CHART_MEASURE_DAYS  ((AcqChartMeasure) { 1, "", FALSE })

/**
 * AcqChartUnit:
 *
 * What the figures printed on a chart are in: `size` of the measure's whole numbers are one, and its sign stands once,
 * on the top tick ("15 k€").
 */
typedef struct
{
  gint64 size;
  char sign[16];
} AcqChartUnit;

/* The unit in which the largest figure of a chart has one to three digits before the decimal separator. */
AcqChartUnit acq_chart_measure_choose_unit (const AcqChartMeasure *self, gint64 largest);

/* "9.8", "−1,250": in units, rounded half away from zero to that many decimals, 0 to 2. Free it, as below. */
char *acq_chart_unit_format (const AcqChartUnit *self, gint64 value, int decimals);
/* As above with no more decimals than the value has, and the sign where asked: ticks. */
char *acq_chart_unit_format_tick (const AcqChartUnit *self, gint64 value, gboolean with_sign);

G_END_DECLS
