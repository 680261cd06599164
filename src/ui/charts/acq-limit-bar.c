/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-limit-bar.h"

#include <math.h>

#include "acq-chart-axis.h"
#include "acq-chart-layers.h"
#include "acq-chart-text.h"

#define MIN_WIDTH      48
#define NATURAL_WIDTH  200
#define THICKNESS      14
#define THIN           8
#define PART_GAP       2
#define LEGEND_GAP     6
#define SWATCH         10
#define SWATCH_GAP     6
#define LEGEND_SPACING 16
#define MARK_WIDTH     2

struct _AcqLimitBar
{
  AcqChart parent_instance;

  gint64 limit;
  gboolean legend;
};

G_DEFINE_FINAL_TYPE (AcqLimitBar, acq_limit_bar, ACQ_TYPE_CHART)

enum
{
  PROP_0,
  PROP_LEGEND,
  PROP_LIMIT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gint64
get_part (AcqLimitBar *self, guint index)
{
  gint64 value = acq_chart_point_get (acq_chart_get_point (ACQ_CHART (self), index))->value;

  return value == ACQ_CHART_UNKNOWN ? 0 : CLAMP (value, 0, ACQ_CHART_AXIS_LIMIT);
}

/* In drawing, where the sum of anything fits. */
static double
get_sum (AcqLimitBar *self, guint n_parts)
{
  double sum = 0;

  for (guint i = 0; i < n_parts; i++)
    sum += (double) get_part (self, i);
  return sum;
}

static double
get_whole (AcqLimitBar *self)
{
  return MAX (MAX ((double) self->limit, get_sum (self, acq_chart_get_n_points (ACQ_CHART (self)))), 1);
}

static int
get_thickness (AcqLimitBar *self)
{
  return self->legend ? THICKNESS : THIN;
}

static double
get_bar_top (AcqLimitBar *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  return self->legend ? 0 : floor ((height - get_thickness (self)) / 2.0);
}

static graphene_rect_t
get_part_area (AcqLimitBar *self, guint index)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), whole = get_whole (self);
  double x = floor (get_sum (self, index) / whole * width), length = (double) get_part (self, index) / whole * width;

  if (get_part (self, index) > 0)
    length = MAX (length - PART_GAP, 1);
  return GRAPHENE_RECT_INIT ((float) x, (float) get_bar_top (self), (float) length, get_thickness (self));
}

static gboolean
acq_limit_bar_get_area (AcqChart *chart, guint index, graphene_rect_t *ret_slot, graphene_rect_t *ret_anchor)
{
  *ret_slot = *ret_anchor = get_part_area (ACQ_LIMIT_BAR (chart), index);
  ret_slot->size.width = MAX (ret_slot->size.width, PART_GAP);
  return gtk_widget_get_width (GTK_WIDGET (chart)) > 0;
}

/* The parts of the legend follow each other in lines. Without a snapshot it is only measured. Returns its height. */
static double
draw_legend (AcqLimitBar *self, GtkSnapshot *snapshot, double width)
{
  AcqChart *chart = ACQ_CHART (self);
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_points = acq_chart_get_n_points (chart);
  double line_height = acq_chart_text_height (widget, ACQ_CHART_TEXT_SMALL), x = 0, y = 0;

  for (guint i = 0; i < n_points; i++)
    {
      AcqChartPoint *point = acq_chart_get_point (chart, i);
      g_autoptr (PangoLayout) text
        = acq_chart_text_new (widget, acq_chart_point_get (point)->label, ACQ_CHART_TEXT_SMALL);
      double room = MAX (1, width - SWATCH - SWATCH_GAP), needed = MIN (acq_chart_text_width (text), room);

      pango_layout_set_width (text, (int) ceil (needed) * PANGO_SCALE);
      if (x > 0 && x + SWATCH + SWATCH_GAP + needed > width)
        {
          x = 0;
          y += line_height + 2;
        }
      if (snapshot != NULL)
        {
          double top = get_thickness (self) + LEGEND_GAP + y;
          graphene_rect_t swatch
            = GRAPHENE_RECT_INIT ((float) x, (float) round (top + (line_height - SWATCH) / 2), SWATCH, SWATCH);

          acq_chart_layer_column (snapshot, &swatch, FALSE, acq_chart_get_color (chart, point));
          acq_chart_text_draw (snapshot, text, x + SWATCH + SWATCH_GAP, top, 0, &acq_chart_get_palette (chart)->text);
        }
      x += SWATCH + SWATCH_GAP + needed + LEGEND_SPACING;
    }
  return n_points > 0 ? y + line_height : 0;
}

static void
draw_parts (AcqLimitBar *self, GtkSnapshot *snapshot)
{
  AcqChart *chart = ACQ_CHART (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self)), whole = get_whole (self);
  guint n_points = acq_chart_get_n_points (chart);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, (float) get_bar_top (self), (float) width, get_thickness (self));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &all, get_thickness (self) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &acq_chart_get_palette (chart)->rest, &all);
  for (guint i = 0; i < n_points; i++)
    {
      graphene_rect_t area = get_part_area (self, i);
      graphene_rect_t gap = GRAPHENE_RECT_INIT (area.origin.x + area.size.width, area.origin.y, PART_GAP,
                                                area.size.height);

      if (get_part (self, i) == 0)
        continue;
      gtk_snapshot_append_color (snapshot, acq_chart_get_color (chart, acq_chart_get_point (chart, i)), &area);
      gtk_snapshot_append_color (snapshot, &acq_chart_get_palette (chart)->halo, &gap);
    }
  gtk_snapshot_pop (snapshot);
  if (self->limit > 0 && (double) self->limit < whole)
    gtk_snapshot_append_color (snapshot, &acq_chart_get_palette (chart)->whisker,
                               &GRAPHENE_RECT_INIT ((float) floor ((double) self->limit / whole * width) - MARK_WIDTH,
                                                    all.origin.y, MARK_WIDTH, all.size.height));
}

static void
acq_limit_bar_draw (AcqChart *chart, GtkSnapshot *snapshot)
{
  AcqLimitBar *self = ACQ_LIMIT_BAR (chart);

  draw_parts (self, snapshot);
  if (self->legend)
    draw_legend (self, snapshot, gtk_widget_get_width (GTK_WIDGET (chart)));
  acq_chart_snapshot_current (chart, snapshot);
}

static GtkSizeRequestMode
acq_limit_bar_get_request_mode (GtkWidget *widget)
{
  return ACQ_LIMIT_BAR (widget)->legend ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
acq_limit_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  AcqLimitBar *self = ACQ_LIMIT_BAR (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = self->legend ? NATURAL_WIDTH : MIN_WIDTH;
      return;
    }
  *minimum = get_thickness (self);
  if (self->legend && acq_chart_get_n_points (ACQ_CHART (self)) > 0)
    *minimum += LEGEND_GAP + (int) ceil (draw_legend (self, NULL, for_size > 0 ? for_size : NATURAL_WIDTH));
  *natural = *minimum;
}

static void
acq_limit_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AcqLimitBar *self = ACQ_LIMIT_BAR (object);

  switch (id)
    {
    case PROP_LEGEND:
      g_value_set_boolean (value, self->legend);
      break;
    case PROP_LIMIT:
      g_value_set_int64 (value, self->limit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_limit_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AcqLimitBar *self = ACQ_LIMIT_BAR (object);

  switch (id)
    {
    case PROP_LEGEND:
      self->legend = g_value_get_boolean (value);
      break;
    case PROP_LIMIT:
      acq_limit_bar_set_limit (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
acq_limit_bar_class_init (AcqLimitBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = acq_limit_bar_get_property;
  object_class->set_property = acq_limit_bar_set_property;
  GTK_WIDGET_CLASS (klass)->get_request_mode = acq_limit_bar_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = acq_limit_bar_measure;
  ACQ_CHART_CLASS (klass)->draw = acq_limit_bar_draw;
  ACQ_CHART_CLASS (klass)->get_area = acq_limit_bar_get_area;
  properties[PROP_LEGEND]
    = g_param_spec_boolean ("legend", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_LIMIT] = g_param_spec_int64 ("limit", NULL, NULL, 0, G_MAXINT64, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                 | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
acq_limit_bar_init (AcqLimitBar *self)
{
}

AcqLimitBar *
acq_limit_bar_new (gboolean legend)
{
  return g_object_new (ACQ_TYPE_LIMIT_BAR, "legend", legend, NULL);
}

void
acq_limit_bar_set_limit (AcqLimitBar *self, gint64 limit)
{
  g_return_if_fail (ACQ_IS_LIMIT_BAR (self));
  g_return_if_fail (limit >= 0);

  if (self->limit == limit)
    return;
  self->limit = limit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIMIT]);
}
