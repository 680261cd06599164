/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-sparkline.h"

#include <math.h>

#include "acq-chart-layers.h"

#define WIDTH      66
#define MIN_WIDTH  36
#define HEIGHT     26
#define LINE       1.8
#define DOT        3.0
#define MAX_COLUMN 13
#define COLUMN_GAP 4

struct _AcqSparkline
{
  AcqChart parent_instance;

  gboolean columns;
};

G_DEFINE_FINAL_TYPE (AcqSparkline, acq_sparkline, ACQ_TYPE_CHART)

enum
{
  PROP_0,
  PROP_COLUMNS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  double lowest;
  double highest;
  double width;
  double height;
  guint n_points;
} Layout;

static gboolean
lay_out (AcqSparkline *self, Layout *ret_layout)
{
  AcqChart *chart = ACQ_CHART (self);
  guint n_points = acq_chart_get_n_points (chart);
  gboolean any = FALSE;
  Layout layout = { 0 };

  for (guint i = 0; i < n_points; i++)
    {
      gint64 value = acq_chart_point_get (acq_chart_get_point (chart, i))->value;

      if (value == ACQ_CHART_UNKNOWN)
        continue;
      layout.lowest = any || self->columns ? MIN (layout.lowest, (double) value) : (double) value;
      layout.highest = any || self->columns ? MAX (layout.highest, (double) value) : (double) value;
      any = TRUE;
    }
  layout.width = gtk_widget_get_width (GTK_WIDGET (self));
  layout.height = gtk_widget_get_height (GTK_WIDGET (self));
  layout.n_points = n_points;
  *ret_layout = layout;
  return any && layout.width > 2 * DOT && layout.height > 2 * DOT;
}

static double
get_share (const Layout *layout, gint64 value)
{
  double span = layout->highest - layout->lowest;

  return span > 0 ? ((double) value - layout->lowest) / span : 0.5;
}

/* Of a line: the dot at its end stays within the widget. */
static graphene_point_t
get_spot (const Layout *layout, guint index, gint64 value)
{
  double x = layout->n_points > 1 ? index / (double) (layout->n_points - 1) : 1;

  if (value == ACQ_CHART_UNKNOWN)
    return GRAPHENE_POINT_INIT (NAN, NAN);
  return GRAPHENE_POINT_INIT ((float) (DOT + x * (layout->width - 2 * DOT)),
                              (float) (DOT + (1 - get_share (layout, value)) * (layout->height - 2 * DOT)));
}

static graphene_rect_t
get_column (const Layout *layout, guint index, gint64 value)
{
  double slot = layout->width / layout->n_points;
  double width = CLAMP (slot - COLUMN_GAP, 1, MAX_COLUMN);
  double span = MAX (1, layout->highest - layout->lowest);
  double zero = layout->height * layout->highest / span;
  double length = value == ACQ_CHART_UNKNOWN ? 0 : layout->height * fabs ((double) value) / span;

  if (value != 0 && value != ACQ_CHART_UNKNOWN)
    length = MAX (1, length);
  return GRAPHENE_RECT_INIT ((float) ((index + 0.5) * slot - width / 2), (float) (value < 0 ? zero : zero - length),
                             (float) width, (float) length);
}

static gboolean
acq_sparkline_get_area (AcqChart *chart, guint index, graphene_rect_t *ret_slot, graphene_rect_t *ret_anchor)
{
  AcqSparkline *self = ACQ_SPARKLINE (chart);
  gint64 value = acq_chart_point_get (acq_chart_get_point (chart, index))->value;
  double slot = 0;
  Layout layout;

  if (!lay_out (self, &layout))
    return FALSE;
  slot = layout.width / layout.n_points;
  *ret_slot = GRAPHENE_RECT_INIT ((float) (index * slot), 0, (float) slot, (float) layout.height);
  *ret_anchor = *ret_slot;
  if (self->columns)
    *ret_anchor = get_column (&layout, index, value);
  else if (value != ACQ_CHART_UNKNOWN)
    {
      graphene_point_t spot = get_spot (&layout, index, value);

      *ret_anchor = GRAPHENE_RECT_INIT (spot.x - (float) DOT, spot.y - (float) DOT, 2 * (float) DOT,
                                        2 * (float) DOT);
    }
  return TRUE;
}

static void
draw_line (AcqChart *chart, GtkSnapshot *snapshot, const Layout *layout)
{
  const GdkRGBA *color = &acq_chart_get_palette (chart)->line;
  g_autofree graphene_point_t *points = g_new (graphene_point_t, layout->n_points);
  guint current = acq_chart_get_current (chart);
  graphene_point_t last;

  for (guint i = 0; i < layout->n_points; i++)
    points[i] = get_spot (layout, i, acq_chart_point_get (acq_chart_get_point (chart, i))->value);
  acq_chart_layer_line (snapshot, points, layout->n_points, LINE, color);
  last = points[layout->n_points - 1];
  if (!isnan (last.x))
    acq_chart_layer_dot (snapshot, last.x, last.y, DOT, color);
  if (current != ACQ_CHART_NO_DATUM && !isnan (points[current].x))
    acq_chart_layer_dot (snapshot, points[current].x, points[current].y, DOT, color);
}

static void
acq_sparkline_draw (AcqChart *chart, GtkSnapshot *snapshot)
{
  AcqSparkline *self = ACQ_SPARKLINE (chart);
  Layout layout;

  if (!lay_out (self, &layout))
    return;
  if (!self->columns)
    draw_line (chart, snapshot, &layout);
  else
    for (guint i = 0; i < layout.n_points; i++)
      {
        AcqChartPoint *point = acq_chart_get_point (chart, i);
        gint64 value = acq_chart_point_get (point)->value;
        graphene_rect_t column = get_column (&layout, i, value);

        acq_chart_layer_column (snapshot, &column, value < 0, acq_chart_get_color (chart, point));
      }
}

static void
acq_sparkline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
acq_sparkline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLUMNS)
    g_value_set_boolean (value, ACQ_SPARKLINE (object)->columns);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_sparkline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COLUMNS)
    ACQ_SPARKLINE (object)->columns = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
acq_sparkline_class_init (AcqSparklineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_sparkline_get_property;
  object_class->set_property = acq_sparkline_set_property;
  GTK_WIDGET_CLASS (klass)->measure = acq_sparkline_measure;
  ACQ_CHART_CLASS (klass)->draw = acq_sparkline_draw;
  ACQ_CHART_CLASS (klass)->get_area = acq_sparkline_get_area;
  properties[PROP_COLUMNS]
    = g_param_spec_boolean ("columns", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_sparkline_init (AcqSparkline *self)
{
}

AcqSparkline *
acq_sparkline_new (gboolean columns)
{
  return g_object_new (ACQ_TYPE_SPARKLINE, "columns", columns, NULL);
}
