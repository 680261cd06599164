/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-chart-palette.h"
#include "acq-chart-point.h"

G_BEGIN_DECLS

/* Draws the value of a datum above its anchor, over all else. It is drawn and no window of its own, so that it scrolls with
   its chart and never takes the pointer or the focus. It stays within the chart's width and what is in view. */
void acq_chart_bubble_draw (GtkSnapshot *snapshot, GtkWidget *chart, AcqChartPoint *point,
                            const graphene_rect_t *anchor, const AcqChartPalette *palette);

G_END_DECLS
