/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-chart-table.h"
#include "acq-chart.h"

G_BEGIN_DECLS

/**
 * AcqChartCard:
 *
 * A chart with all that belongs to it: a title that says what it shows, a caption with unit, period and how to read it, "?"
 * with the method and the scope, and a toggle that shows the same values as a table.
 *
 * Properties: `title`, `caption`, `method`, `chart`. Empty texts take no room; without a method there is no "?". The
 * card gives the chart its title. Signal: `open` (target), of the chart and of the table.
 */
#define ACQ_TYPE_CHART_CARD (acq_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqChartCard, acq_chart_card, ACQ, CHART_CARD, GtkWidget)

GtkWidget *acq_chart_card_new (const char *title, AcqChart *chart);
AcqChart *acq_chart_card_get_chart (AcqChartCard *self);
/* How the table's columns are headed; without it they are "Item" and "Value". Copies the texts. */
void acq_chart_card_set_table_titles (AcqChartCard *self, const AcqChartTableTitles *titles);
void acq_chart_card_show_table (AcqChartCard *self, gboolean show);

G_END_DECLS
