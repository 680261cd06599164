/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-certainty-rules.h"
#include "acq-task.h"

G_BEGIN_DECLS

/**
 * AcqSolver:
 *
 * Explains bank lines in order of day, in passes: what is sure, again and again until nothing is added, for each sure match
 * leaves less to mistake; then the best guess for each other line, posted on trial so that later lines see what is
 * left; last, payments of a part. Trial postings never lead to a sure one.
 */
typedef struct _AcqSolver AcqSolver;

/* Borrows the ledger; rules may be NULL for the default ones. */
AcqSolver *acq_solver_new (const AcqLedger *ledger, AcqDay today, const AcqCertaintyRules *rules);
void acq_solver_free (AcqSolver *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqSolver, acq_solver_free)

/* FALSE, with the error set, where it was cancelled. */
gboolean acq_solver_run (AcqSolver *self, GCancellable *cancellable, GError **error);

/* (element-type AcqTask): by day and id of the bank line, with their outcomes. */
const GPtrArray *acq_solver_tasks (const AcqSolver *self);
const AcqOpenItems *acq_solver_items (const AcqSolver *self);

G_END_DECLS
