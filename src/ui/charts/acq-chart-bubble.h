/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-chart-point.h"

G_BEGIN_DECLS

/* A popover that shows the value of one datum, without taking the pointer or the focus from the chart. */
GtkWidget *acq_chart_bubble_new (void);
void acq_chart_bubble_show (GtkPopover *bubble, AcqChartPoint *point, const graphene_rect_t *anchor);

G_END_DECLS
