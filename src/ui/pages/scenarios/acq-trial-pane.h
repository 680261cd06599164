/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-trial-run.h"

G_BEGIN_DECLS

/**
 * AcqTrialPane:
 *
 * What a scenario that is edited would do: what is odd about it, with a way to mend it, how many messages would leave and when,
 * and to whom. Activates "win.open" for customers.
 */
#define ACQ_TYPE_TRIAL_PANE (acq_trial_pane_get_type ())
G_DECLARE_FINAL_TYPE (AcqTrialPane, acq_trial_pane, ACQ, TRIAL_PANE, GtkWidget)

/* Both nullable. */
void acq_trial_pane_set_draft (AcqTrialPane *self, AcqScenarioDraft *draft);
void acq_trial_pane_set_run (AcqTrialPane *self, AcqTrialRun *run);

G_END_DECLS
