/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a card shows. All texts are in the user's language; NULL is left out. */
typedef struct
{
  const char *figure;
  const char *detail;
  const char *change; /* with its sign */
  gboolean improved;
  const char *period; /* that the change is over */
  GListModel *trend;  /* (nullable) of AcqChartPoint */
} AcqFigure;

/**
 * AcqFigureCard:
 *
 * One figure of the dashboard with its trend; a button as a whole, which opens the lines that the figure is made of.
 *
 * Properties, construct-only: `title`, `page` and `target` (where it leads), `columns` (of the sparkline).
 */
#define ACQ_TYPE_FIGURE_CARD (acq_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (AcqFigureCard, acq_figure_card, ACQ, FIGURE_CARD, GtkButton)

void acq_figure_card_set_figure (AcqFigureCard *self, const AcqFigure *figure);

G_END_DECLS
