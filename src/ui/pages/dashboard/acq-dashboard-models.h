/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-dashboard-figures.h"

G_BEGIN_DECLS

/* The figures of the dashboard as models of AcqChartPoint, in the user's language. All are (transfer full). */

/* Amounts, or days where the trend is one of delays. */
GListModel *acq_dashboard_trend_of_amounts (const AcqTrend *trend);
GListModel *acq_dashboard_trend_of_days (const AcqTrend *trend);
/* The expected receipts of so many weeks from the first. */
GListModel *acq_dashboard_weeks (const AcqDashboardFigures *figures, guint n_weeks);
/* The aged balance; each column opens its invoices. */
GListModel *acq_dashboard_ageing (const AcqDashboardFigures *figures);

/* "47 days" from hundredths of a day. Free it. */
char *acq_dashboard_days_text (gint64 hundredths);

G_END_DECLS
