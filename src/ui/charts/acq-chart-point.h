/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* No value: the datum has none, or no range. */
#define ACQ_CHART_UNKNOWN G_MININT64

/* A mean of fewer cases than this says little: its bar is pale. */
#define ACQ_CHART_FEW_CASES 10

/* What a colour means, in charts that give each datum one of its own. Its label always says the same in words. */
typedef enum
{
  ACQ_CHART_TONE_NORMAL,
  ACQ_CHART_TONE_NOT_DUE, /* of the aged balance, from the youngest to the oldest */
  ACQ_CHART_TONE_1_TO_30,
  ACQ_CHART_TONE_31_TO_60,
  ACQ_CHART_TONE_61_TO_90,
  ACQ_CHART_TONE_OVER_90,
  ACQ_CHART_TONE_OVERDUE, /* of what a customer owes */
  ACQ_CHART_TONE_PROMISED,
  ACQ_CHART_TONE_PLANNED,
  ACQ_CHART_N_TONES,
} AcqChartTone;

/**
 * AcqChartDatum:
 *
 * One datum of a chart as its page hands it over. Values are whole numbers of the chart's measure (cents, days), never
 * floating point; texts are in the user's language.
 */
typedef struct
{
  const char *label;      /* short, on the axis: "23 Nov" */
  const char *name;       /* in full, for values shown, tables and speech; NULL: the label */
  gint64 value;           /* ACQ_CHART_UNKNOWN: no bar, a gap in a line */
  gboolean ranged;        /* whether low and high hold */
  gint64 low;
  gint64 high;
  const char *value_text; /* in full, with its unit: "9 800 €" */
  const char *range_text; /* in full; NULL: none */
  const char *note;       /* what else is shown with the value: "from 12 invoices"; NULL: nothing */
  gboolean counted;       /* whether the number of cases is known */
  guint cases;
  AcqChartTone tone;
  const char *target;     /* what opening the datum is about; NULL: it does not open */
} AcqChartDatum;

/**
 * AcqChartPoint:
 *
 * A datum as an item of a list model, immutable. Its properties `name`, `value-text`, `range-text` and `note` are what the
 * table twin of a chart shows.
 */
#define ACQ_TYPE_CHART_POINT (acq_chart_point_get_type ())
G_DECLARE_FINAL_TYPE (AcqChartPoint, acq_chart_point, ACQ, CHART_POINT, GObject)

/* Copies the texts. */
AcqChartPoint *acq_chart_point_new (const AcqChartDatum *datum);
/* Borrowed, as long as the point lives; name and value_text are never NULL in it. */
const AcqChartDatum *acq_chart_point_get (AcqChartPoint *self);
/* Whether so few cases made the value that it must be read with care. */
gboolean acq_chart_point_is_weak (AcqChartPoint *self);
/* "Week of 23 November: 9 800 €, between 7 600 and 11 900 €". Free it. */
char *acq_chart_point_describe (AcqChartPoint *self);

G_END_DECLS
