/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-company-view.h"
#include "acq-scenario-draft.h"

G_BEGIN_DECLS

/**
 * AcqScenarioEditor:
 *
 * One scenario on its time line, the chosen step, who gets it, and what it would do on the company's file.
 *
 * Signals: "tried", when acq_scenario_editor_get_summary() may say something else, and "resized", when
 * acq_scenario_editor_is_wide() may.
 */
#define ACQ_TYPE_SCENARIO_EDITOR (acq_scenario_editor_get_type ())
G_DECLARE_FINAL_TYPE (AcqScenarioEditor, acq_scenario_editor, ACQ, SCENARIO_EDITOR, GtkWidget)

/* Nullable: nothing is edited. */
void acq_scenario_editor_set_draft (AcqScenarioEditor *self, AcqScenarioDraft *draft);
/* What it is tried on; a complete view. Nullable. */
void acq_scenario_editor_set_view (AcqScenarioEditor *self, AcqCompanyView *view);
/* How many customers would get it: "34 customers of 41"; NULL while that is not known. Free it. */
char *acq_scenario_editor_get_summary (AcqScenarioEditor *self);
/* The trial stands beside the steps. */
gboolean acq_scenario_editor_is_wide (AcqScenarioEditor *self);

G_END_DECLS
