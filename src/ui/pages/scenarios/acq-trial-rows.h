/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-scenario-trial.h"

G_BEGIN_DECLS

/* One message of a trial as a row: when, to whom, what, and whether the kept scenario would not send it. */
GtkWidget *acq_trial_row_new (const AcqTrialMessage *message, AcqDay today);

/* All messages of a trial in a window of their own, those that would leave no more apart. */
void acq_trial_rows_present_all (GtkWidget *parent, const AcqScenarioTrial *trial);

G_END_DECLS
