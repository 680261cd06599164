/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"
#include "acq-scenario-draft.h"
#include "acq-scenario-trial.h"

G_BEGIN_DECLS

/**
 * AcqTrialRun:
 *
 * Keeps a trial of a draft up with what is edited: a moment after each change it is worked out anew on a thread of its own, never
 * two at once. A draft that cannot be used leaves the trial as it was.
 *
 * Property "running": what is there does not say what the draft does now. Signal "changed": there is another trial.
 */
#define ACQ_TYPE_TRIAL_RUN (acq_trial_run_get_type ())
G_DECLARE_FINAL_TYPE (AcqTrialRun, acq_trial_run, ACQ, TRIAL_RUN, GObject)

AcqTrialRun *acq_trial_run_new (void);
/* Nullable: nothing is tried. */
void acq_trial_run_set_draft (AcqTrialRun *self, AcqScenarioDraft *draft);
/* A complete view of the company. Nullable. */
void acq_trial_run_set_view (AcqTrialRun *self, AcqCompanyView *view);
/* Borrowed until the next "changed"; NULL before the first. */
const AcqScenarioTrial *acq_trial_run_get_trial (AcqTrialRun *self);
gboolean acq_trial_run_is_running (AcqTrialRun *self);

G_END_DECLS
