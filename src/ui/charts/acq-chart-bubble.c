/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-bubble.h"

#include <math.h>

/* Longer names, such as those of customers, are folded. */
#define MAX_WIDTH 300
#define PADDING_X 10
#define PADDING_Y 6
#define GAP       6
#define CORNER    6

static PangoLayout *
make_text (GtkWidget *chart, AcqChartPoint *point)
{
  const AcqChartDatum *datum = acq_chart_point_get (point);
  g_autofree char *value = g_markup_printf_escaped ("<b>%s</b>", datum->value_text);
  g_autofree char *name = g_markup_escape_text (datum->name, -1);
  g_autofree char *range = datum->range_text != NULL ? g_markup_escape_text (datum->range_text, -1) : NULL;
  g_autofree char *note = datum->note != NULL ? g_markup_escape_text (datum->note, -1) : NULL;
  const char *const lines[] = { name, value, range, note };
  g_autoptr (GString) markup = g_string_new (NULL);
  PangoLayout *layout = gtk_widget_create_pango_layout (chart, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", lines[i]);
  pango_layout_set_markup (layout, markup->str, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* The edge of the part of the page that is in view, in the chart's pixels. */
static double
get_upper_edge (GtkWidget *chart)
{
  GtkWidget *view = gtk_widget_get_ancestor (chart, GTK_TYPE_VIEWPORT);
  double x = 0, y = 0;

  if (view == NULL)
    view = GTK_WIDGET (gtk_widget_get_root (chart));
  if (view == NULL || !gtk_widget_translate_coordinates (view, chart, 0, 0, &x, &y))
    return 0;
  return y;
}

void
acq_chart_bubble_draw (GtkSnapshot *snapshot, GtkWidget *chart, AcqChartPoint *point,
                       const graphene_rect_t *anchor, const AcqChartPalette *palette)
{
  g_autoptr (PangoLayout) layout = make_text (chart, point);
  PangoRectangle text;
  GskRoundedRect outline;
  double x = 0, y = 0, width = 0, height = 0;

  pango_layout_get_pixel_extents (layout, NULL, &text);
  if (text.width > MAX_WIDTH)
    pango_layout_set_width (layout, MAX_WIDTH * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &text);
  width = text.width + 2 * PADDING_X;
  height = text.height + 2 * PADDING_Y;
  x = anchor->origin.x + anchor->size.width / 2 - width / 2;
  x = round (CLAMP (x, 0, MAX (0, gtk_widget_get_width (chart) - width)));
  y = round (MAX (anchor->origin.y - GAP - height, get_upper_edge (chart) + GAP));

  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height), CORNER);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.25f }, 0, 1, 0, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &palette->bubble, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (
    snapshot, &outline, (const float[]){ 1, 1, 1, 1 },
    (const GdkRGBA[]){ palette->grid, palette->grid, palette->grid, palette->grid });
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x + PADDING_X - text.x), (float) y + PADDING_Y));
  gtk_snapshot_append_layout (snapshot, layout, &palette->text);
  gtk_snapshot_restore (snapshot);
}
