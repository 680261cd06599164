/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-draft.h"

G_BEGIN_DECLS

/**
 * AcqScenarioHead:
 *
 * What a scenario as a whole is: its name, the rest between two messages, and what follows its last step. A preset has its own
 * name as long as it is as it came. Each change is written to the draft at once.
 *
 * Property: "draft" (nullable).
 */
#define ACQ_TYPE_SCENARIO_HEAD (acq_scenario_head_get_type ())
G_DECLARE_FINAL_TYPE (AcqScenarioHead, acq_scenario_head, ACQ, SCENARIO_HEAD, GtkWidget)

GtkWidget *acq_scenario_head_new (void);

void acq_scenario_head_set_draft (AcqScenarioHead *self, AcqScenarioDraft *draft);

G_END_DECLS
