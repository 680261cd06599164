/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-text.h"

/* That of captions: 12 to a body of 14.7. */
#define SMALL_SCALE 0.82

PangoLayout *
acq_chart_text_new (GtkWidget *widget, const char *text, AcqChartTextStyle style)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (style == ACQ_CHART_TEXT_SMALL || style == ACQ_CHART_TEXT_SMALL_STRONG)
    pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  if (style == ACQ_CHART_TEXT_STRONG || style == ACQ_CHART_TEXT_SMALL_STRONG)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

int
acq_chart_text_width (PangoLayout *layout)
{
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

int
acq_chart_text_height (GtkWidget *widget, AcqChartTextStyle style)
{
  g_autoptr (PangoLayout) layout = acq_chart_text_new (widget, "0", style);
  int height = 0;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

void
acq_chart_text_draw (GtkSnapshot *snapshot, PangoLayout *layout, double x, double y, double align,
                     const GdkRGBA *color)
{
  int width = acq_chart_text_width (layout);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (x - width * align), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}
