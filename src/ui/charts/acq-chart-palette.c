/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-chart-palette.h"

#include "acq-style.h"

static const struct
{
  const char *name;
  gsize offset;
} colors[] = {
  { "acq_chart_text", G_STRUCT_OFFSET (AcqChartPalette, text) },
  { "acq_chart_dim", G_STRUCT_OFFSET (AcqChartPalette, dim) },
  { "acq_chart_grid", G_STRUCT_OFFSET (AcqChartPalette, grid) },
  { "acq_chart_baseline", G_STRUCT_OFFSET (AcqChartPalette, baseline) },
  { "acq_chart_pale", G_STRUCT_OFFSET (AcqChartPalette, pale) },
  { "acq_chart_line", G_STRUCT_OFFSET (AcqChartPalette, line) },
  { "acq_chart_whisker", G_STRUCT_OFFSET (AcqChartPalette, whisker) },
  { "acq_chart_halo", G_STRUCT_OFFSET (AcqChartPalette, halo) },
  { "acq_chart_focus", G_STRUCT_OFFSET (AcqChartPalette, focus) },
  { "acq_chart_bubble", G_STRUCT_OFFSET (AcqChartPalette, bubble) },
  { "acq_chart_rest", G_STRUCT_OFFSET (AcqChartPalette, rest) },
  { "acq_chart_bar", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_NORMAL]) },
  { "acq_ageing_not_due", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_NOT_DUE]) },
  { "acq_ageing_1_to_30", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_1_TO_30]) },
  { "acq_ageing_31_to_60", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_31_TO_60]) },
  { "acq_ageing_61_to_90", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_61_TO_90]) },
  { "acq_ageing_over_90", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_OVER_90]) },
  { "acq_chart_overdue", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_OVERDUE]) },
  { "acq_chart_promised", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_PROMISED]) },
  { "acq_chart_planned", G_STRUCT_OFFSET (AcqChartPalette, tones[ACQ_CHART_TONE_PLANNED]) },
};

void
acq_chart_palette_read (AcqChartPalette *self, GtkWidget *widget)
{
  for (gsize i = 0; i < G_N_ELEMENTS (colors); i++)
    acq_style_lookup_color (widget, colors[i].name, G_STRUCT_MEMBER_P (self, colors[i].offset));
}
