/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How the columns of a chart's table are headed; NULL leaves a column out. */
typedef struct
{
  const char *name;
  const char *value;
  const char *range;
  const char *note;
} AcqChartTableTitles;

/**
 * AcqChartTable:
 *
 * The twin of a chart: the same model as a table, for reading, for screen readers and for who wants figures. Opening a row
 * emits `open` (target) like the chart.
 */
#define ACQ_TYPE_CHART_TABLE (acq_chart_table_get_type ())
G_DECLARE_FINAL_TYPE (AcqChartTable, acq_chart_table, ACQ, CHART_TABLE, GtkWidget)

/* The model is of AcqChartPoint; the title is the table's accessible label. */
GtkWidget *acq_chart_table_new (GListModel *model, const char *title, const AcqChartTableTitles *titles);

G_END_DECLS
