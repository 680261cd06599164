/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-draft.h"

G_BEGIN_DECLS

/**
 * AcqStepGroup:
 *
 * All that can be said of the chosen step of a scenario: when it comes, how, to whom, whether it asks first, and on what
 * conditions. Each change is written to the draft at once.
 *
 * Property: "draft" (nullable).
 */
#define ACQ_TYPE_STEP_GROUP (acq_step_group_get_type ())
G_DECLARE_FINAL_TYPE (AcqStepGroup, acq_step_group, ACQ, STEP_GROUP, GtkWidget)

GtkWidget *acq_step_group_new (void);

void acq_step_group_set_draft (AcqStepGroup *self, AcqScenarioDraft *draft);

G_END_DECLS
