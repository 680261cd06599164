/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-line-drawing.h"

#include <glib/gi18n.h>
#include <math.h>

#include "acq-chart-layers.h"
#include "acq-chart-text.h"
#include "acq-style.h"

#define AXIS_WIDTH    6
#define STEM_WIDTH    2
#define DUE_WIDTH     3
#define TICK_HEIGHT   13
#define CAPTION_GAP   11
#define DOT_RADIUS    7
#define DOT_RING      2
#define BRACKET_DROP  20
#define BRACKET_HOOK  9
#define BRACKET_WIDTH 2
#define TEXT_PADDING  3
#define LIST_TEXT     28

static const struct
{
  const char *name;
  gsize offset;
} colors[] = {
  { "acq_chart_text", G_STRUCT_OFFSET (AcqLinePalette, text) },
  { "acq_chart_dim", G_STRUCT_OFFSET (AcqLinePalette, dim) },
  { "window_bg_color", G_STRUCT_OFFSET (AcqLinePalette, background) },
  { "acq_line_chosen", G_STRUCT_OFFSET (AcqLinePalette, chosen) },
  { "acq_line_before", G_STRUCT_OFFSET (AcqLinePalette, before) },
  { "acq_line_after", G_STRUCT_OFFSET (AcqLinePalette, after) },
  { "acq_line_warning", G_STRUCT_OFFSET (AcqLinePalette, warning) },
  { "acq_line_done", G_STRUCT_OFFSET (AcqLinePalette, dots[ACQ_LINE_DONE]) },
  { "acq_line_attention", G_STRUCT_OFFSET (AcqLinePalette, dots[ACQ_LINE_ATTENTION]) },
  { "acq_line_stop", G_STRUCT_OFFSET (AcqLinePalette, dots[ACQ_LINE_STOP]) },
  { "acq_line_information", G_STRUCT_OFFSET (AcqLinePalette, dots[ACQ_LINE_INFORMATION]) },
};

void
acq_line_palette_read (AcqLinePalette *self, GtkWidget *widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    acq_style_lookup_color (widget, colors[i].name, G_STRUCT_MEMBER_P (self, colors[i].offset));
}

AcqLineMeaning
acq_line_meaning_from_class (const char *css_class)
{
  static const char *const classes[] = { "done", "attention", "stop", "information" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_equal (classes[i], css_class))
      return (AcqLineMeaning) i;
  g_return_val_if_reached (ACQ_LINE_DONE);
}

static void
clear_spot (gpointer data)
{
  AcqLineSpot *spot = data;

  g_free (spot->gap);
  g_free (spot->short_gap);
}

AcqLineFrame *
acq_line_frame_new (void)
{
  AcqLineFrame *self = g_new0 (AcqLineFrame, 1);

  self->spots = g_array_new (FALSE, TRUE, sizeof (AcqLineSpot));
  g_array_set_clear_func (self->spots, clear_spot);
  return self;
}

void
acq_line_frame_free (AcqLineFrame *self)
{
  g_array_unref (self->spots);
  g_free (self);
}

int
acq_line_caption_height (GtkWidget *widget)
{
  return acq_chart_text_height (widget, ACQ_CHART_TEXT_SMALL_STRONG);
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (snapshot, color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* A line between two places, whichever comes first. */
static void
fill_between (GtkSnapshot *snapshot, const GdkRGBA *color, double from, double to, double y, double thickness)
{
  fill (snapshot, color, MIN (from, to), y - thickness / 2, fabs (to - from), thickness);
}

static void
fill_down (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double from, double to, double thickness)
{
  fill (snapshot, color, x - thickness / 2, MIN (from, to), thickness, fabs (to - from));
}

static double
place (const AcqLineFrame *frame, double x)
{
  return frame->mirrored ? frame->width - x : x;
}

/* On a patch of the background, so that no line goes through it; inside the picture. */
static void
draw_on_patch (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const char *text,
               AcqChartTextStyle style, double x, double y, const AcqLinePalette *palette, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, text, style);
  double width = acq_chart_text_width (layout) + 2 * TEXT_PADDING;
  double left = CLAMP (round (x - width / 2), 0, MAX (0, frame->width - width));

  fill (snapshot, &palette->background, left, y, width, acq_chart_text_height (widget, style));
  acq_chart_text_draw (snapshot, layout, left + TEXT_PADDING, y, 0, color);
}

static const AcqLineSpot *
get_spot (const AcqLineFrame *frame, guint index)
{
  return &g_array_index (frame->spots, AcqLineSpot, index);
}

/* A bracket and what it says stand where the caption would. */
static gboolean
is_in_bracket (const AcqLineFrame *frame, double x, double half_width)
{
  for (guint i = 1; i < frame->spots->len; i++)
    {
      const AcqLineSpot *spot = get_spot (frame, i);
      double one = spot->dot.x, other = get_spot (frame, i - 1)->dot.x;

      if (spot->gap != NULL && x > MIN (one, other) - 2 * half_width && x < MAX (one, other) + 2 * half_width)
        return TRUE;
    }
  return FALSE;
}

static char *
write_tick (const AcqScenarioLineTick *tick)
{
  if (tick->with_unit)
    /* Translators: days after the due day, at a tick of a time line. */
    return g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) tick->day), tick->day);
  /* With a left-to-right mark: the sign stands before the number in every language. */
  return g_strdup_printf (tick->day < 0 ? "\u200e−%d" : "\u200e+%d", ABS (tick->day));
}

static void
draw_ticks (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette)
{
  for (guint i = 0; i < frame->line->ticks->len; i++)
    {
      const AcqScenarioLineTick *tick = &g_array_index (frame->line->ticks, AcqScenarioLineTick, i);
      g_autofree char *text = write_tick (tick);
      g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, text, ACQ_CHART_TEXT_SMALL);
      double half_width = acq_chart_text_width (layout) / 2.0, x = round (place (frame, tick->x));
      double middle = CLAMP (x, half_width, MAX (half_width, frame->width - half_width));

      fill_down (snapshot, &palette->dim, x, frame->axis - TICK_HEIGHT / 2.0, frame->axis + TICK_HEIGHT / 2.0,
                 STEM_WIDTH);
      if (!is_in_bracket (frame, x, half_width))
        acq_chart_text_draw (snapshot, layout, round (middle - half_width), frame->axis + CAPTION_GAP, 0,
                             &palette->dim);
    }
}

static void
draw_axis (const AcqLineFrame *frame, GtkSnapshot *snapshot, const AcqLinePalette *palette)
{
  fill_between (snapshot, &palette->before, place (frame, frame->line->start), frame->due, frame->axis, AXIS_WIDTH);
  fill_between (snapshot, &palette->after, frame->due, place (frame, frame->line->end), frame->axis, AXIS_WIDTH);
}

static void
draw_due (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette)
{
  fill_down (snapshot, &palette->text, frame->due, acq_line_caption_height (widget) + 2, frame->height, DUE_WIDTH);
  draw_on_patch (frame, snapshot, widget, _ ("Due date"), ACQ_CHART_TEXT_SMALL_STRONG, frame->due, 0, palette,
                 &palette->text);
}

/* Words where they fit between the steps; else the number, or the next bracket's words would stand on it. */
static const char *
choose_gap_text (GtkWidget *widget, const AcqLineSpot *spot, double room)
{
  g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, spot->gap, ACQ_CHART_TEXT_SMALL_STRONG);

  return acq_chart_text_width (layout) <= room + TEXT_PADDING ? spot->gap : spot->short_gap;
}

static void
draw_stem (const AcqLineFrame *frame, GtkSnapshot *snapshot, const AcqLineSpot *spot, const AcqLinePalette *palette)
{
  const GdkRGBA *color = spot->chosen ? &palette->chosen : &palette->dim;
  double edge = spot->card.origin.y < frame->axis ? spot->card.origin.y + spot->card.size.height : spot->card.origin.y;

  fill_down (snapshot, color, spot->dot.x, frame->axis, edge, STEM_WIDTH);
}

/* Under the line, from the step before to this one. */
static void
draw_bracket (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, guint index,
              const AcqLinePalette *palette)
{
  const AcqLineSpot *spot = get_spot (frame, index);
  double from = get_spot (frame, index - 1)->dot.x, to = spot->dot.x, y = frame->axis + BRACKET_DROP;

  fill_between (snapshot, &palette->warning, from, to, y, BRACKET_WIDTH);
  fill_down (snapshot, &palette->warning, from, y - BRACKET_HOOK, y + BRACKET_WIDTH / 2.0, BRACKET_WIDTH);
  fill_down (snapshot, &palette->warning, to, y - BRACKET_HOOK, y + BRACKET_WIDTH / 2.0, BRACKET_WIDTH);
  draw_on_patch (frame, snapshot, widget, choose_gap_text (widget, spot, fabs (to - from)),
                 ACQ_CHART_TEXT_SMALL_STRONG, (from + to) / 2, y + BRACKET_WIDTH + 1, palette, &palette->warning);
}

static void
draw_dot (GtkSnapshot *snapshot, const AcqLineSpot *spot, const AcqLinePalette *palette)
{
  double radius = spot->chosen ? DOT_RADIUS + 1 : DOT_RADIUS;

  acq_chart_layer_dot (snapshot, spot->dot.x, spot->dot.y, radius + DOT_RING, &palette->background);
  acq_chart_layer_dot (snapshot, spot->dot.x, spot->dot.y, radius, &palette->dots[spot->meaning]);
}

/* The part of the list's line above the due day, and the one below it. */
static void
draw_rail (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette)
{
  double caption = frame->due - acq_line_caption_height (widget) - 2;
  double side = frame->mirrored ? frame->width - LIST_TEXT : LIST_TEXT;
  g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, _ ("Due date"), ACQ_CHART_TEXT_SMALL_STRONG);

  fill_down (snapshot, &palette->before, frame->axis, 0, frame->due, AXIS_WIDTH);
  fill_down (snapshot, &palette->after, frame->axis, frame->due, frame->height, AXIS_WIDTH);
  fill_between (snapshot, &palette->text, 0, frame->width, frame->due, DUE_WIDTH);
  acq_chart_text_draw (snapshot, layout, side, caption, frame->mirrored ? 1 : 0, &palette->text);
}

static void
draw_list (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette)
{
  draw_rail (frame, snapshot, widget, palette);
  for (guint i = 0; i < frame->spots->len; i++)
    {
      const AcqLineSpot *spot = get_spot (frame, i);
      double edge = frame->mirrored ? spot->card.origin.x + spot->card.size.width : spot->card.origin.x;

      fill_between (snapshot, spot->chosen ? &palette->chosen : &palette->dim, frame->axis, edge, spot->dot.y, STEM_WIDTH);
      draw_dot (snapshot, spot, palette);
      if (spot->gap != NULL)
        {
          g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, spot->gap, ACQ_CHART_TEXT_SMALL_STRONG);

          acq_chart_text_draw (snapshot, layout, edge, spot->card.origin.y - acq_line_caption_height (widget) - 5,
                               frame->mirrored ? 1 : 0, &palette->warning);
        }
    }
}

static void
draw_line (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette)
{
  draw_axis (frame, snapshot, palette);
  draw_ticks (frame, snapshot, widget, palette);
  draw_due (frame, snapshot, widget, palette);
  for (guint i = 0; i < frame->spots->len; i++)
    draw_stem (frame, snapshot, get_spot (frame, i), palette);
  for (guint i = 1; i < frame->spots->len; i++)
    if (get_spot (frame, i)->gap != NULL)
      draw_bracket (frame, snapshot, widget, i, palette);
  for (guint i = 0; i < frame->spots->len; i++)
    draw_dot (snapshot, get_spot (frame, i), palette);
}

static void
draw_empty (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette)
{
  g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, _ ("No step yet"), ACQ_CHART_TEXT_PLAIN);
  double y = frame->line != NULL ? frame->axis - 40 : frame->due + 12;

  acq_chart_text_draw (snapshot, layout, frame->width / 2, y, 0.5, &palette->dim);
}

void
acq_line_draw (const AcqLineFrame *frame, GtkSnapshot *snapshot, GtkWidget *widget, const AcqLinePalette *palette)
{
  if (frame->line != NULL)
    draw_line (frame, snapshot, widget, palette);
  else
    draw_list (frame, snapshot, widget, palette);
  if (frame->spots->len == 0)
    draw_empty (frame, snapshot, widget, palette);
}
