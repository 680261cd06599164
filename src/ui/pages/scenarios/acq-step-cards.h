/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-draft.h"
#include "acq-scenario-line-drawing.h"

G_BEGIN_DECLS

/* Pixels that a card needs, and a list of them. */
#define ACQ_STEP_CARDS_LEAST_WIDTH 132
#define ACQ_STEP_CARDS_LIST_WIDTH  166

/* Where the cards of a scenario stand in pixels: all of one size, along a line or in a list. */

/* Days after the due day (element-type int), in the order of the steps. Free it. */
GArray *acq_step_cards_list_days (const AcqScenarioDraft *draft);

/* How wide the widest card (element-type AcqStepCard) would like to be, within bounds. */
int acq_step_cards_measure_width (const GPtrArray *cards);

/**
 * acq_step_cards_frame_line:
 * @widget: which they are drawn on
 * @draft: (nullable): without it there are no cards
 * @gaps: (element-type int): days after a step before that is too near; 0: it is not
 * @layout: borrowed by what comes out
 *
 * On both sides of a line, each lane further from it than the one before.
 */
AcqLineFrame *acq_step_cards_frame_line (GtkWidget *widget, const AcqScenarioDraft *draft,
                                         const GPtrArray *cards, const GArray *gaps,
                                         const AcqScenarioLineLayout *layout);
/* One under the other, the due day between them; as wide as the widget. */
AcqLineFrame *acq_step_cards_frame_list (GtkWidget *widget, const AcqScenarioDraft *draft,
                                         const GPtrArray *cards, const GArray *gaps, int width);

G_END_DECLS
