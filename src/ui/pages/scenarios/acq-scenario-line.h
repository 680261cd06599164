/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-draft.h"

G_BEGIN_DECLS

/**
 * AcqScenarioLine:
 *
 * The steps of a scenario along a time line whose zero is the due day, in order to move, choose and remove them. It scrolls
 * sideways where it is too long, and is a list where there is little width. Its height follows from its width.
 *
 * Property: "draft" (AcqScenarioDraft, nullable).
 */
#define ACQ_TYPE_SCENARIO_LINE (acq_scenario_line_get_type ())
G_DECLARE_FINAL_TYPE (AcqScenarioLine, acq_scenario_line, ACQ, SCENARIO_LINE, GtkWidget)

GtkWidget *acq_scenario_line_new (void);
void acq_scenario_line_set_draft (AcqScenarioLine *self, AcqScenarioDraft *draft);
/* (nullable), borrowed. */
AcqScenarioDraft *acq_scenario_line_get_draft (AcqScenarioLine *self);

G_END_DECLS
