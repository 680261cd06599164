/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ACQ_CHART_TEXT_PLAIN,
  ACQ_CHART_TEXT_SMALL,        /* of axes, ranges, legends */
  ACQ_CHART_TEXT_SMALL_STRONG, /* figures that are the point of a small chart */
  ACQ_CHART_TEXT_STRONG,       /* figures that are the point */
} AcqChartTextStyle;

/* One line with figures of equal width, for drawing on that widget. */
PangoLayout *acq_chart_text_new (GtkWidget *widget, const char *text, AcqChartTextStyle style);
/* In pixels, rounded up. */
int acq_chart_text_width (PangoLayout *layout);
/* The height of one line of that style, in pixels. */
int acq_chart_text_height (GtkWidget *widget, AcqChartTextStyle style);

/* Draws a layout with its top at y; align says which part of it is at x: 0 its left, 0.5 its middle, 1 its right. */
void acq_chart_text_draw (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, double align,
                          const GdkRGBA *color);

G_END_DECLS
