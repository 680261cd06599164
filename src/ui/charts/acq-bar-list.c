/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bar-list.h"

#include <math.h>

#include "acq-chart-layers.h"
#include "acq-chart-text.h"

#define ROW_SPACING   4
#define BAR_INSET     2
#define COLUMN_GAP    12
#define MINIMUM_BAR   60
#define NATURAL_BAR   180
/* The thinnest bar: something is there. */
#define THINNEST      3
/* Labels take no more than this part of the width. */
#define LABEL_SHARE   0.45
#define MINIMUM_LABEL 60

struct _AcqBarList
{
  AcqChart parent_instance;
};

G_DEFINE_FINAL_TYPE (AcqBarList, acq_bar_list, ACQ_TYPE_CHART)

typedef struct
{
  double label_width;
  double left;  /* of the room of bars */
  double right;
  double zero;  /* where bars begin */
  double scale; /* pixels for one */
  double row_height;
} Layout;

static const char *
get_label (const AcqChartDatum *datum)
{
  return datum->label;
}

static const char *
get_value (const AcqChartDatum *datum)
{
  return datum->value_text;
}

static int
measure_widest (AcqChart *chart, const char *(*get_text) (const AcqChartDatum *), AcqChartTextStyle style)
{
  guint n_points = acq_chart_get_n_points (chart);
  int widest = 0;

  for (guint i = 0; i < n_points; i++)
    {
      const char *text = get_text (acq_chart_point_get (acq_chart_get_point (chart, i)));
      g_autoptr (PangoLayout) line = acq_chart_text_new (GTK_WIDGET (chart), text, style);

      widest = MAX (widest, acq_chart_text_width (line));
    }
  return widest;
}

static double
get_row_height (AcqChart *chart)
{
  return acq_chart_text_height (GTK_WIDGET (chart), ACQ_CHART_TEXT_PLAIN) + ROW_SPACING;
}

static gboolean
lay_out (AcqChart *chart, Layout *ret_layout)
{
  double width = gtk_widget_get_width (GTK_WIDGET (chart));
  gint64 lowest = 0, highest = 0;
  Layout layout = { 0 };

  if (!acq_chart_get_extremes (chart, &lowest, &highest) || width <= 0)
    return FALSE;
  layout.label_width = MIN (measure_widest (chart, get_label, ACQ_CHART_TEXT_PLAIN), width * LABEL_SHARE);
  layout.left = layout.label_width + COLUMN_GAP;
  layout.right = width - measure_widest (chart, get_value, ACQ_CHART_TEXT_STRONG) - COLUMN_GAP;
  layout.right = MAX (layout.left + 1, layout.right);
  layout.scale = (layout.right - layout.left) / MAX (1.0, (double) highest - (double) lowest);
  layout.zero = layout.left - (double) lowest * layout.scale;
  layout.row_height
    = MAX (get_row_height (chart), gtk_widget_get_height (GTK_WIDGET (chart)) / (double) acq_chart_get_n_points (chart));
  *ret_layout = layout;
  return TRUE;
}

static graphene_rect_t
get_bar (AcqChart *chart, const Layout *layout, guint index)
{
  gint64 value = acq_chart_point_get (acq_chart_get_point (chart, index))->value;
  double thickness = get_row_height (chart) - ROW_SPACING - 2 * BAR_INSET;
  double y = index * layout->row_height + (layout->row_height - thickness) / 2;
  double length = value == ACQ_CHART_UNKNOWN ? 0 : fabs ((double) value) * layout->scale;

  if (value != 0 && value != ACQ_CHART_UNKNOWN)
    length = MAX (THINNEST, length);
  return GRAPHENE_RECT_INIT ((float) (value < 0 ? layout->zero - length : layout->zero), (float) round (y),
                             (float) length, (float) thickness);
}

static gboolean
acq_bar_list_get_area (AcqChart *chart, guint index, graphene_rect_t *ret_slot, graphene_rect_t *ret_anchor)
{
  Layout layout;

  if (!lay_out (chart, &layout))
    return FALSE;
  *ret_slot = GRAPHENE_RECT_INIT (0, (float) (index * layout.row_height),
                                  gtk_widget_get_width (GTK_WIDGET (chart)), (float) layout.row_height);
  *ret_anchor = get_bar (chart, &layout, index);
  return TRUE;
}

static void
draw_row (AcqChart *chart, GtkSnapshot *snapshot, const Layout *layout, guint index)
{
  AcqChartPoint *point = acq_chart_get_point (chart, index);
  const AcqChartDatum *datum = acq_chart_point_get (point);
  const AcqChartPalette *palette = acq_chart_get_palette (chart);
  GtkWidget *widget = GTK_WIDGET (chart);
  g_autoptr (PangoLayout) label = acq_chart_text_new (widget, datum->label, ACQ_CHART_TEXT_PLAIN);
  g_autoptr (PangoLayout) value = acq_chart_text_new (widget, datum->value_text, ACQ_CHART_TEXT_STRONG);
  graphene_rect_t bar = get_bar (chart, layout, index);
  double y = index * layout->row_height
             + (layout->row_height - acq_chart_text_height (widget, ACQ_CHART_TEXT_PLAIN)) / 2;

  pango_layout_set_width (label, (int) ceil (layout->label_width) * PANGO_SCALE);
  acq_chart_text_draw (snapshot, label, 0, round (y), 0, &palette->text);
  if (bar.size.width > 0)
    acq_chart_layer_bar (snapshot, &bar, datum->value < 0, acq_chart_get_color (chart, point));
  acq_chart_text_draw (snapshot, value, gtk_widget_get_width (widget), round (y), 1, &palette->text);
}

static void
acq_bar_list_draw (AcqChart *chart, GtkSnapshot *snapshot)
{
  guint n_points = acq_chart_get_n_points (chart);
  Layout layout;

  if (!lay_out (chart, &layout))
    {
      acq_chart_snapshot_empty (chart, snapshot);
      return;
    }
  for (guint i = 0; i < n_points; i++)
    draw_row (chart, snapshot, &layout, i);
  gtk_snapshot_append_color (snapshot, &acq_chart_get_palette (chart)->baseline,
                             &GRAPHENE_RECT_INIT ((float) floor (layout.zero) - 1, 0, 1,
                                                  (float) (n_points * layout.row_height)));
}

static void
acq_bar_list_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  AcqChart *chart = ACQ_CHART (widget);
  int value = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (int) ceil (MAX (1, acq_chart_get_n_points (chart)) * get_row_height (chart));
      return;
    }
  value = measure_widest (chart, get_value, ACQ_CHART_TEXT_STRONG);
  *minimum = MINIMUM_LABEL + MINIMUM_BAR + value + 2 * COLUMN_GAP;
  *natural = MAX (*minimum, measure_widest (chart, get_label, ACQ_CHART_TEXT_PLAIN) + NATURAL_BAR + value
                              + 2 * COLUMN_GAP);
}

static void
acq_bar_list_class_init (AcqBarListClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = acq_bar_list_measure;
  ACQ_CHART_CLASS (klass)->draw = acq_bar_list_draw;
  ACQ_CHART_CLASS (klass)->get_area = acq_bar_list_get_area;
}

static void
acq_bar_list_init (AcqBarList *self)
{
}

AcqBarList *
acq_bar_list_new (void)
{
  return g_object_new (ACQ_TYPE_BAR_LIST, NULL);
}
