/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-bubble.h"

/* Longer names, such as those of customers, are folded. */
#define WIDTH_CHARS 40

/* The pointer goes through to the chart, so that the bubble never hides what it points at. */
static void
bubble_map_cb (GtkWidget *bubble)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (bubble));
  cairo_region_t *nowhere = cairo_region_create ();

  gdk_surface_set_input_region (surface, nowhere);
  cairo_region_destroy (nowhere);
}

GtkWidget *
acq_chart_bubble_new (void)
{
  GtkWidget *bubble = gtk_popover_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "numeric");
  gtk_popover_set_child (GTK_POPOVER (bubble), label);
  gtk_popover_set_autohide (GTK_POPOVER (bubble), FALSE);
  gtk_popover_set_position (GTK_POPOVER (bubble), GTK_POS_TOP);
  gtk_widget_set_can_focus (bubble, FALSE);
  gtk_widget_set_can_target (bubble, FALSE);
  gtk_widget_add_css_class (bubble, "chart-value");
  g_signal_connect_after (bubble, "map", G_CALLBACK (bubble_map_cb), NULL);
  return bubble;
}

void
acq_chart_bubble_show (GtkPopover *bubble, AcqChartPoint *point, const graphene_rect_t *anchor)
{
  const AcqChartDatum *datum = acq_chart_point_get (point);
  GtkLabel *label = GTK_LABEL (gtk_popover_get_child (bubble));
  g_autofree char *heading = g_markup_printf_escaped ("<b>%s</b>", datum->value_text);
  g_autofree char *name = g_markup_escape_text (datum->name, -1);
  g_autofree char *range = datum->range_text != NULL ? g_markup_escape_text (datum->range_text, -1) : NULL;
  g_autofree char *note = datum->note != NULL ? g_markup_escape_text (datum->note, -1) : NULL;
  const char *const lines[] = { name, heading, range, note };
  g_autoptr (GString) markup = g_string_new (NULL);
  GdkRectangle spot = {
    (int) anchor->origin.x, (int) anchor->origin.y, (int) anchor->size.width, MAX (1, (int) anchor->size.height)
  };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL)
      g_string_append_printf (markup, "%s%s", markup->len > 0 ? "\n" : "", lines[i]);
  gtk_label_set_markup (label, markup->str);
  gtk_popover_set_pointing_to (bubble, &spot);
  gtk_popover_popup (bubble);
}
