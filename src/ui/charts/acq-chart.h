/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-chart-measure.h"
#include "acq-chart-palette.h"
#include "acq-chart-point.h"

G_BEGIN_DECLS

/**
 * AcqChart:
 *
 * What all charts have in common: a list of points, a title, one datum that is current under the pointer or by the arrow
 * keys and shows its value, Enter or a click that opens it, and words for who does not see it: its role is an image, its label
 * the title, its description all its values.
 *
 * Properties: `model` (of AcqChartPoint), `title`, and `interactive`, TRUE unless the chart is a mere ornament of something
 * that opens as a whole; then it takes neither focus nor clicks, and still shows values under the pointer.
 *
 * Signal: `open` (target), when somebody opens a datum that has a target.
 */
#define ACQ_TYPE_CHART (acq_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (AcqChart, acq_chart, ACQ, CHART, GtkWidget)

struct _AcqChartClass
{
  GtkWidgetClass parent_class;

  void (*draw) (AcqChart *self, GtkSnapshot *snapshot);
  /* Where a datum is, in the widget's pixels: the slot that belongs to it, and within it the part at which its value is
     shown. FALSE where there is no room. */
  gboolean (*get_area) (AcqChart *self, guint index, graphene_rect_t *ret_slot, graphene_rect_t *ret_anchor);
};

/* No datum. */
#define ACQ_CHART_NO_DATUM G_MAXUINT

void acq_chart_set_model (AcqChart *self, GListModel *model);
/* Nullable. */
GListModel *acq_chart_get_model (AcqChart *self);
void acq_chart_set_title (AcqChart *self, const char *title);
const char *acq_chart_get_title (AcqChart *self);
/* What the values count; cents of euros at first. */
void acq_chart_set_measure (AcqChart *self, const AcqChartMeasure *measure);
const AcqChartMeasure *acq_chart_get_measure (AcqChart *self);

guint acq_chart_get_n_points (AcqChart *self);
/* Borrowed from the model. */
AcqChartPoint *acq_chart_get_point (AcqChart *self, guint index);

/* The datum that shows its value, or ACQ_CHART_NO_DATUM. */
guint acq_chart_get_current (AcqChart *self);
/* Makes a datum current as the arrow keys do. */
void acq_chart_set_current (AcqChart *self, guint index);
/* Opens the current datum; FALSE where there is none or it has no target. */
gboolean acq_chart_open_current (AcqChart *self);

/* For charts. */
const AcqChartPalette *acq_chart_get_palette (AcqChart *self);
/* The bar's colour: its tone's, or the pale one where few cases made it. */
const GdkRGBA *acq_chart_get_color (AcqChart *self, AcqChartPoint *point);
/* The least and greatest of all values and ranges, zero included; FALSE where there is no value. */
gboolean acq_chart_get_extremes (AcqChart *self, gint64 *ret_lowest, gint64 *ret_highest);
/* Draws what marks the current datum. It is drawn before the data; a chart that covers it draws it again. */
void acq_chart_snapshot_current (AcqChart *self, GtkSnapshot *snapshot);
/* Says in the middle of the widget that there is nothing to show. */
void acq_chart_snapshot_empty (AcqChart *self, GtkSnapshot *snapshot);

G_END_DECLS
