/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-layers.h"

#include <math.h>

#include "acq-chart-text.h"

/* Between the figure of a tick and the plot. */
#define TICK_GAP         6
#define CORNER           2
#define WHISKER_HALF_CAP 6
#define WHISKER_WIDTH    2
#define HALO             1.5f

double
acq_chart_frame_get_y (const AcqChartFrame *self, gint64 value)
{
  return self->plot.origin.y + self->plot.size.height * (1 - acq_chart_axis_place (&self->axis, value));
}

double
acq_chart_frame_get_slot_width (const AcqChartFrame *self)
{
  return self->n_slots > 0 ? self->plot.size.width / self->n_slots : self->plot.size.width;
}

double
acq_chart_frame_get_x (const AcqChartFrame *self, guint slot)
{
  return self->plot.origin.x + (slot + 0.5) * acq_chart_frame_get_slot_width (self);
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

void
acq_chart_layer_grid (const AcqChartFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget,
                      const AcqChartUnit *unit, const AcqChartPalette *palette)
{
  guint n_ticks = acq_chart_axis_count_ticks (&frame->axis);
  double half_line = acq_chart_text_height (widget, ACQ_CHART_TEXT_SMALL) / 2.0;

  for (guint i = 0; i < n_ticks; i++)
    {
      gint64 tick = acq_chart_axis_get_tick (&frame->axis, i);
      g_autofree char *figure = acq_chart_unit_format_tick (unit, tick, i + 1 == n_ticks);
      g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, figure, ACQ_CHART_TEXT_SMALL);
      double y = acq_chart_frame_get_y (frame, tick);

      fill (snapshot, &palette->grid, frame->plot.origin.x, floor (y), frame->plot.size.width, 1);
      acq_chart_text_draw (snapshot, layout, frame->plot.origin.x - TICK_GAP, floor (y - half_line), 1,
                           &palette->dim);
    }
}

int
acq_chart_layer_measure_ticks (const AcqChartAxis *axis, GtkWidget *widget, const AcqChartUnit *unit)
{
  guint n_ticks = acq_chart_axis_count_ticks (axis);
  int widest = 0;

  for (guint i = 0; i < n_ticks; i++)
    {
      gint64 tick = acq_chart_axis_get_tick (axis, i);
      g_autofree char *figure = acq_chart_unit_format_tick (unit, tick, i + 1 == n_ticks);
      g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, figure, ACQ_CHART_TEXT_SMALL);

      widest = MAX (widest, acq_chart_text_width (layout));
    }
  return widest + TICK_GAP;
}

void
acq_chart_layer_baseline (const AcqChartFrame *frame, GtkSnapshot *snapshot, const AcqChartPalette *palette)
{
  double y = floor (acq_chart_frame_get_y (frame, MAX (0, frame->axis.minimum)));

  fill (snapshot, &palette->baseline, frame->plot.origin.x, y, frame->plot.size.width, 1);
}

static void
fill_rounded (GtkSnapshot *snapshot, const graphene_rect_t *area, const float radii[4], const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init (&rounded, area,
                         &GRAPHENE_SIZE_INIT (radii[0], radii[0]), &GRAPHENE_SIZE_INIT (radii[1], radii[1]),
                         &GRAPHENE_SIZE_INIT (radii[2], radii[2]), &GRAPHENE_SIZE_INIT (radii[3], radii[3]));
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

void
acq_chart_layer_column (GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean downwards,
                        const GdkRGBA *color)
{
  float top = downwards ? 0 : CORNER, bottom = downwards ? CORNER : 0;

  fill_rounded (snapshot, area, (const float[]){ top, top, bottom, bottom }, color);
}

void
acq_chart_layer_bar (GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean leftwards, const GdkRGBA *color)
{
  float left = leftwards ? CORNER : 0, right = leftwards ? 0 : CORNER;

  fill_rounded (snapshot, area, (const float[]){ left, right, right, left }, color);
}

static void
draw_whisker (GtkSnapshot *snapshot, double x, double top, double bottom, double halo, const GdkRGBA *color)
{
  double half = WHISKER_WIDTH / 2.0 + halo, cap = WHISKER_HALF_CAP;

  fill (snapshot, color, x - half, top - half, 2 * half, bottom - top + 2 * half);
  fill (snapshot, color, x - cap, top - half, 2 * cap, 2 * half);
  fill (snapshot, color, x - cap, bottom - half, 2 * cap, 2 * half);
}

void
acq_chart_layer_whisker (const AcqChartFrame *frame, GtkSnapshot *snapshot, guint slot, gint64 low, gint64 high,
                         const AcqChartPalette *palette)
{
  double x = round (acq_chart_frame_get_x (frame, slot));
  double top = round (acq_chart_frame_get_y (frame, high)), bottom = round (acq_chart_frame_get_y (frame, low));

  draw_whisker (snapshot, x, top, bottom, HALO, &palette->halo);
  draw_whisker (snapshot, x, top, bottom, 0, &palette->whisker);
}

void
acq_chart_layer_line (GtkSnapshot *snapshot, const graphene_point_t *points, guint n_points, double width,
                      const GdkRGBA *color)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  gboolean begun = FALSE, any = FALSE;
  cairo_t *cr = NULL;

  for (guint i = 0; i < n_points; i++)
    if (!isnan (points[i].x))
      {
        graphene_rect_t spot = GRAPHENE_RECT_INIT (points[i].x, points[i].y, 0, 0);

        if (any)
          graphene_rect_union (&bounds, &spot, &bounds);
        else
          bounds = spot;
        any = TRUE;
      }
  if (!any)
    return;

  graphene_rect_inset (&bounds, (float) -width, (float) -width);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  for (guint i = 0; i < n_points; i++)
    {
      if (isnan (points[i].x))
        begun = FALSE;
      else if (begun)
        cairo_line_to (cr, points[i].x, points[i].y);
      else
        {
          cairo_move_to (cr, points[i].x, points[i].y);
          begun = TRUE;
        }
    }
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
acq_chart_layer_dot (GtkSnapshot *snapshot, double x, double y, double radius, const GdkRGBA *color)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius), (float) (2 * radius),
                                             (float) (2 * radius));
  float corner = (float) radius;

  fill_rounded (snapshot, &area, (const float[]){ corner, corner, corner, corner }, color);
}

void
acq_chart_layer_current (GtkSnapshot *snapshot, const graphene_rect_t *area, gboolean focused,
                         const AcqChartPalette *palette)
{
  GdkRGBA tint = palette->text;
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 4);
  tint.alpha *= 0.07f;
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &tint, area);
  gtk_snapshot_pop (snapshot);
  if (focused)
    gtk_snapshot_append_border (snapshot, &outline, (const float[]){ 2, 2, 2, 2 },
                                (const GdkRGBA[]){ palette->focus, palette->focus, palette->focus, palette->focus });
}
