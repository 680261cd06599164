/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-draft.h"

G_BEGIN_DECLS

/* From this width on, in pixels, the steps stand along a line; below it they are a list. */
#define ACQ_SCENARIO_BOARD_LINE_WIDTH 480

/**
 * AcqScenarioBoard:
 *
 * What scrolls inside AcqScenarioLine: the cards, and the line drawn behind them. Its height follows from its width. A card goes
 * to another day by drag and by the arrow keys, is chosen by a click, Enter or the space bar, and removed by Delete.
 */
#define ACQ_TYPE_SCENARIO_BOARD (acq_scenario_board_get_type ())
G_DECLARE_FINAL_TYPE (AcqScenarioBoard, acq_scenario_board, ACQ, SCENARIO_BOARD, GtkWidget)

/* @draft: (nullable): what is shown; a reference is taken */
void acq_scenario_board_set_draft (AcqScenarioBoard *self, AcqScenarioDraft *draft);
/* (nullable), borrowed. */
AcqScenarioDraft *acq_scenario_board_get_draft (AcqScenarioBoard *self);

G_END_DECLS
