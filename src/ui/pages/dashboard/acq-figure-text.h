/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-dashboard-figures.h"
#include "acq-figure-card.h"

G_BEGIN_DECLS

/* The dashboard's figures in the user's words. */
void acq_figure_text_show_outstanding (AcqFigureCard *card, const AcqDashboardFigures *figures);
void acq_figure_text_show_overdue (AcqFigureCard *card, const AcqDashboardFigures *figures);
void acq_figure_text_show_delay (AcqFigureCard *card, const AcqDashboardFigures *figures);
void acq_figure_text_show_expected (AcqFigureCard *card, const AcqDashboardFigures *figures);

/* How to read the chart of expected receipts whose figures are in units of so many cents. Free it. */
char *acq_figure_text_of_weeks (const AcqDashboardFigures *figures, gint64 unit);
/* How the aged balance is made up, and what is missing from it to what is outstanding. Free it. */
char *acq_figure_text_of_ageing (const AcqDashboardFigures *figures);
const char *acq_figure_text_forecast_method (void);

G_END_DECLS
