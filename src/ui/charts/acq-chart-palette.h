/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-chart-point.h"

G_BEGIN_DECLS

/* The colours of charts as the style in force, light, dark or of high contrast, gives them: named colours of charts.css. */
typedef struct
{
  GdkRGBA text;
  GdkRGBA dim;      /* text of axes and of what explains */
  GdkRGBA grid;
  GdkRGBA baseline; /* the axis that bars stand on */
  GdkRGBA pale;     /* bars of few cases */
  GdkRGBA line;
  GdkRGBA whisker;
  GdkRGBA halo;     /* around whiskers, so that they stand out from their bars: the card's colour */
  GdkRGBA focus;
  GdkRGBA bubble;   /* behind the value of the current datum */
  GdkRGBA rest;     /* of a limit that is not used */
  GdkRGBA tones[ACQ_CHART_N_TONES];
} AcqChartPalette;

/* To be asked again when the style has changed. */
void acq_chart_palette_read (AcqChartPalette *self, GtkWidget *widget);

G_END_DECLS
