/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-column-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "acq-chart-layers.h"
#include "acq-chart-text.h"

#define MINIMUM_WIDTH  180
#define NATURAL_WIDTH  420
#define MINIMUM_HEIGHT 120
#define NATURAL_HEIGHT 240
/* Of a slot's width. */
#define BAR_SHARE     0.53
#define MAX_BAR_WIDTH 42
/* Between the plot and the labels, and between texts side by side. */
#define LABEL_GAP 6
#define TEXT_GAP  4

struct _AcqColumnChart
{
  AcqChart parent_instance;

  AcqColumnFigures figures;
};

G_DEFINE_FINAL_TYPE (AcqColumnChart, acq_column_chart, ACQ_TYPE_CHART)

/* What fits under the columns at the width of the moment. */
typedef struct
{
  AcqChartFrame frame;
  AcqChartUnit unit;
  gboolean values;
  gboolean ranges;
  gboolean rough; /* ranges in whole units, which need less room */
} Layout;

static char *
format_value (const Layout *layout, const AcqChartMeasure *measure, gint64 value, gboolean rough)
{
  return acq_chart_unit_format (&layout->unit, value, layout->unit.size > measure->one && !rough ? 1 : 0);
}

static char *
format_figure (AcqChart *chart, const Layout *layout, const AcqChartDatum *datum)
{
  if (datum->value == ACQ_CHART_UNKNOWN)
    return g_strdup ("–");
  return format_value (layout, acq_chart_get_measure (chart), datum->value, FALSE);
}

static char *
format_range (AcqChart *chart, const Layout *layout, const AcqChartDatum *datum)
{
  const AcqChartMeasure *measure = acq_chart_get_measure (chart);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!datum->ranged)
    return g_strdup ("");
  low = format_value (layout, measure, datum->low, layout->rough);
  high = format_value (layout, measure, datum->high, layout->rough);
  /* Translators: a range of figures, from low to high, with an en dash. */
  return g_strdup_printf (_ ("%s–%s"), low, high);
}

typedef char *(*TextFunc) (AcqChart *chart, const Layout *layout, const AcqChartDatum *datum);

static char *
get_label (AcqChart *chart, const Layout *layout, const AcqChartDatum *datum)
{
  return g_strdup (datum->label);
}

static int
measure_widest (AcqChart *chart, const Layout *layout, TextFunc get_text, AcqChartTextStyle style)
{
  guint n_points = acq_chart_get_n_points (chart);
  int widest = 0;

  for (guint i = 0; i < n_points; i++)
    {
      g_autofree char *text = get_text (chart, layout, acq_chart_point_get (acq_chart_get_point (chart, i)));
      g_autoptr (PangoLayout) line = acq_chart_text_new (GTK_WIDGET (chart), text, style);

      widest = MAX (widest, acq_chart_text_width (line));
    }
  return widest;
}

static void
choose_texts (AcqColumnChart *self, Layout *layout)
{
  AcqChart *chart = ACQ_CHART (self);
  double slot = acq_chart_frame_get_slot_width (&layout->frame);

  if (self->figures != ACQ_COLUMN_FIGURES_BELOW)
    return;
  layout->values = measure_widest (chart, layout, format_figure, ACQ_CHART_TEXT_STRONG) + TEXT_GAP <= slot;
  for (guint i = 0; layout->values && !layout->ranges && i < 2; i++)
    {
      layout->rough = i > 0;
      layout->ranges = measure_widest (chart, layout, format_range, ACQ_CHART_TEXT_SMALL) + TEXT_GAP <= slot;
    }
}

static gboolean
lay_out (AcqColumnChart *self, Layout *ret_layout)
{
  AcqChart *chart = ACQ_CHART (self);
  GtkWidget *widget = GTK_WIDGET (self);
  int small = acq_chart_text_height (widget, ACQ_CHART_TEXT_SMALL);
  int strong = acq_chart_text_height (widget, ACQ_CHART_TEXT_STRONG);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double left = 0, top = self->figures == ACQ_COLUMN_FIGURES_NOTABLE ? small : small / 2.0;
  gint64 lowest = 0, highest = 0;
  Layout layout = { 0 };

  if (!acq_chart_get_extremes (chart, &lowest, &highest))
    return FALSE;
  layout.frame.axis = acq_chart_axis_cover (lowest, highest, acq_chart_get_measure (chart)->one);
  layout.unit = acq_column_chart_get_unit (self);
  layout.frame.n_slots = acq_chart_get_n_points (chart);
  left = acq_chart_layer_measure_ticks (&layout.frame.axis, widget, &layout.unit);
  layout.frame.plot = GRAPHENE_RECT_INIT ((float) left, (float) top, (float) (width - left), 1);
  if (width <= left)
    return FALSE;
  choose_texts (self, &layout);
  layout.frame.plot.size.height
    = (float) (height - top - LABEL_GAP - small - (layout.values ? strong : 0) - (layout.ranges ? small : 0));
  *ret_layout = layout;
  return layout.frame.plot.size.height > 0;
}

static graphene_rect_t
get_bar (const Layout *layout, guint index, const AcqChartDatum *datum)
{
  double width = MIN (MAX_BAR_WIDTH, acq_chart_frame_get_slot_width (&layout->frame) * BAR_SHARE);
  double x = acq_chart_frame_get_x (&layout->frame, index) - width / 2;
  gint64 value = datum->value != ACQ_CHART_UNKNOWN ? datum->value : 0;
  double zero = acq_chart_frame_get_y (&layout->frame, 0), end = acq_chart_frame_get_y (&layout->frame, value);

  return GRAPHENE_RECT_INIT ((float) x, (float) MIN (zero, end), (float) width, (float) fabs (zero - end));
}

static gboolean
acq_column_chart_get_area (AcqChart *chart, guint index, graphene_rect_t *ret_slot, graphene_rect_t *ret_anchor)
{
  const AcqChartDatum *datum = acq_chart_point_get (acq_chart_get_point (chart, index));
  Layout layout;
  double slot = 0, top = 0;

  if (!lay_out (ACQ_COLUMN_CHART (chart), &layout))
    return FALSE;
  slot = acq_chart_frame_get_slot_width (&layout.frame);
  *ret_slot = GRAPHENE_RECT_INIT ((float) (layout.frame.plot.origin.x + index * slot), 0, (float) slot,
                                  gtk_widget_get_height (GTK_WIDGET (chart)));
  *ret_anchor = get_bar (&layout, index, datum);
  if (datum->ranged)
    {
      top = MIN (ret_anchor->origin.y, acq_chart_frame_get_y (&layout.frame, datum->high));
      ret_anchor->size.height += ret_anchor->origin.y - (float) top;
      ret_anchor->origin.y = (float) top;
    }
  return TRUE;
}

static void
draw_columns (AcqChart *chart, GtkSnapshot *snapshot, const Layout *layout)
{
  for (guint i = 0; i < layout->frame.n_slots; i++)
    {
      AcqChartPoint *point = acq_chart_get_point (chart, i);
      const AcqChartDatum *datum = acq_chart_point_get (point);
      graphene_rect_t bar = get_bar (layout, i, datum);

      if (datum->value != ACQ_CHART_UNKNOWN)
        acq_chart_layer_column (snapshot, &bar, datum->value < 0, acq_chart_get_color (chart, point));
    }
  acq_chart_layer_baseline (&layout->frame, snapshot, acq_chart_get_palette (chart));
  for (guint i = 0; i < layout->frame.n_slots; i++)
    {
      const AcqChartDatum *datum = acq_chart_point_get (acq_chart_get_point (chart, i));

      if (datum->ranged && datum->value != ACQ_CHART_UNKNOWN && datum->low < datum->high)
        acq_chart_layer_whisker (&layout->frame, snapshot, i, datum->low, datum->high,
                                 acq_chart_get_palette (chart));
    }
}

/* One line of texts, each in the middle of its slot, or at the edge of the chart rather than beyond it. From the last to
   the first, those that would touch the one behind them are left out. */
static void
draw_texts (AcqChart *chart, GtkSnapshot *snapshot, const Layout *layout, double y, TextFunc get_text,
            AcqChartTextStyle style)
{
  const AcqChartPalette *palette = acq_chart_get_palette (chart);
  double left = layout->frame.plot.origin.x, right = gtk_widget_get_width (GTK_WIDGET (chart));
  double taken = right + TEXT_GAP;

  for (guint i = layout->frame.n_slots; i-- > 0;)
    {
      g_autofree char *text = get_text (chart, layout, acq_chart_point_get (acq_chart_get_point (chart, i)));
      g_autoptr (PangoLayout) line = acq_chart_text_new (GTK_WIDGET (chart), text, style);
      double half = 0, x = 0;

      if (acq_chart_text_width (line) > right - left)
        pango_layout_set_width (line, (int) (right - left) * PANGO_SCALE);
      half = acq_chart_text_width (line) / 2.0;
      x = CLAMP (acq_chart_frame_get_x (&layout->frame, i), left + half, MAX (left + half, right - half));
      if (*text == '\0' || (x + half + TEXT_GAP > taken + 1 && taken <= right))
        continue;
      taken = x - half;
      acq_chart_text_draw (snapshot, line, round (x - half), y, 0,
                           style == ACQ_CHART_TEXT_STRONG ? &palette->text : &palette->dim);
    }
}

/* The highest, where it stands alone, and the last. */
static void
draw_notable (AcqChart *chart, GtkSnapshot *snapshot, const Layout *layout)
{
  const AcqChartPalette *palette = acq_chart_get_palette (chart);
  guint last = layout->frame.n_slots - 1, highest = 0;

  for (guint i = 1; i <= last; i++)
    if (acq_chart_point_get (acq_chart_get_point (chart, i))->value
        > acq_chart_point_get (acq_chart_get_point (chart, highest))->value)
      highest = i;
  for (guint i = MIN (highest, last);; i = last)
    {
      const AcqChartDatum *datum = acq_chart_point_get (acq_chart_get_point (chart, i));
      g_autofree char *text = format_figure (chart, layout, datum);
      g_autoptr (PangoLayout) line = acq_chart_text_new (GTK_WIDGET (chart), text, ACQ_CHART_TEXT_SMALL_STRONG);
      graphene_rect_t bar = get_bar (layout, i, datum);

      acq_chart_text_draw (snapshot, line, acq_chart_frame_get_x (&layout->frame, i),
                           bar.origin.y - acq_chart_text_height (GTK_WIDGET (chart), ACQ_CHART_TEXT_SMALL_STRONG),
                           0.5, &palette->text);
      if (i == last)
        break;
    }
}

static void
acq_column_chart_draw (AcqChart *chart, GtkSnapshot *snapshot)
{
  AcqColumnChart *self = ACQ_COLUMN_CHART (chart);
  GtkWidget *widget = GTK_WIDGET (chart);
  double y = 0;
  Layout layout;

  if (!lay_out (self, &layout))
    {
      acq_chart_snapshot_empty (chart, snapshot);
      return;
    }
  acq_chart_layer_grid (&layout.frame, snapshot, widget, &layout.unit, acq_chart_get_palette (chart));
  draw_columns (chart, snapshot, &layout);
  if (self->figures == ACQ_COLUMN_FIGURES_NOTABLE)
    draw_notable (chart, snapshot, &layout);

  y = layout.frame.plot.origin.y + layout.frame.plot.size.height + LABEL_GAP;
  draw_texts (chart, snapshot, &layout, y, get_label, ACQ_CHART_TEXT_SMALL);
  y += acq_chart_text_height (widget, ACQ_CHART_TEXT_SMALL);
  if (layout.values)
    draw_texts (chart, snapshot, &layout, y, format_figure, ACQ_CHART_TEXT_STRONG);
  y += acq_chart_text_height (widget, ACQ_CHART_TEXT_STRONG);
  if (layout.ranges)
    draw_texts (chart, snapshot, &layout, y, format_range, ACQ_CHART_TEXT_SMALL);
}

static void
acq_column_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
acq_column_chart_class_init (AcqColumnChartClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = acq_column_chart_measure;
  ACQ_CHART_CLASS (klass)->draw = acq_column_chart_draw;
  ACQ_CHART_CLASS (klass)->get_area = acq_column_chart_get_area;
}

static void
acq_column_chart_init (AcqColumnChart *self)
{
}

AcqColumnChart *
acq_column_chart_new (AcqColumnFigures figures)
{
  AcqColumnChart *self = g_object_new (ACQ_TYPE_COLUMN_CHART, NULL);

  self->figures = figures;
  return self;
}

AcqChartUnit
acq_column_chart_get_unit (AcqColumnChart *self)
{
  gint64 lowest = 0, highest = 0;

  acq_chart_get_extremes (ACQ_CHART (self), &lowest, &highest);
  return acq_chart_measure_choose_unit (acq_chart_get_measure (ACQ_CHART (self)),
                                        MAX (highest, -CLAMP (lowest, -G_MAXINT64, 0)));
}
