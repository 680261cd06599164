/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-chart-axis.h"
#include "acq-chart-measure.h"
#include "acq-chart-palette.h"

G_BEGIN_DECLS

/**
 * AcqChartFrame:
 *
 * Where the data of a chart with an upright axis are drawn: the area of the plot, its scale, and how many slots of equal
 * width share it. The layers below draw onto it, one over the other.
 */
typedef struct
{
  graphene_rect_t plot;
  AcqChartAxis axis;
  guint n_slots;
} AcqChartFrame;

/* Pixels. */
double acq_chart_frame_get_y (const AcqChartFrame *self, gint64 value);
double acq_chart_frame_get_slot_width (const AcqChartFrame *self);
/* The middle of a slot. */
double acq_chart_frame_get_x (const AcqChartFrame *self, guint slot);

/* Lines at the ticks, their figures to the left of the plot, the unit once on the top one. */
void acq_chart_layer_grid (const AcqChartFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget,
                           const AcqChartUnit *unit, const AcqChartPalette *palette);
/* The room that the figures of the ticks take, in pixels. */
int acq_chart_layer_measure_ticks (const AcqChartAxis *axis, GtkWidget *widget, const AcqChartUnit *unit);
/* The line that bars stand on, drawn over them. */
void acq_chart_layer_baseline (const AcqChartFrame *frame, GtkSnapshot *snapshot, const AcqChartPalette *palette);

/* A bar with rounded corners at its end, away from zero. */
void acq_chart_layer_column (GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean downwards,
                             const GdkRGBA *color);
void acq_chart_layer_bar (GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean leftwards, const GdkRGBA *color);
/* From low to high in the middle of a slot, with short ends. */
void acq_chart_layer_whisker (const AcqChartFrame *frame, GtkSnapshot *snapshot, guint slot, gint64 low, gint64 high,
                              const AcqChartPalette *palette);
/* A polyline through n_points; an x that is not a number is a gap. */
void acq_chart_layer_line (GtkSnapshot *snapshot, const graphene_point_t *points, guint n_points, double width,
                           const GdkRGBA *color);
void acq_chart_layer_dot (GtkSnapshot *snapshot, double x, double y, double radius, const GdkRGBA *color);
/* The frame around the datum that has the keyboard's focus or the pointer. */
void acq_chart_layer_current (GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean focused,
                              const AcqChartPalette *palette);

G_END_DECLS
