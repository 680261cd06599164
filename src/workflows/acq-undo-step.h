/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/**
 * AcqUndoStep:
 *
 * One change that the user can take back, and the words to offer it with. It lives in memory, for as long as the file is open.
 */
typedef struct _AcqUndoStep AcqUndoStep;

/**
 * acq_undo_step_take:
 *
 * The last change of a file that records (acq_company_file_set_recording()): call it right after the workflow that made it.
 *
 * Returns: (transfer full) (nullable): %NULL where that change touched nothing or was not recorded, or could not be read
 */
AcqUndoStep *acq_undo_step_take (AcqCompanyFile *file);
/* An import: taken back with all that it brought. The subject is the file's name. */
AcqUndoStep *acq_undo_step_new_for_import (gint64 batch, const char *name);
/* As above for files that came in together, in the order in which they came: the last one goes first. */
AcqUndoStep *acq_undo_step_new_for_imports (const gint64 *batches, gsize n_batches, const char *name);
AcqUndoStep *acq_undo_step_ref (AcqUndoStep *self);
void acq_undo_step_unref (AcqUndoStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqUndoStep, acq_undo_step_unref)

/* The action of the change's line in the journal: "payment", "match", "promise", "import"… for the window to phrase. */
const char *acq_undo_step_action (const AcqUndoStep *self);
/* The invoice, customer or file that the change was about. (nullable) */
const char *acq_undo_step_subject (const AcqUndoStep *self);

/**
 * acq_undo_step_apply:
 *
 * Takes the change back by a change of its own, with the line "undo" in the journal; in a file that records, that one can be
 * taken back in its turn ("redo"). Refused with ACQ_STORE_ERROR_LATER_CHANGE, nothing changed, where something later stands on
 * it.
 */
gboolean acq_undo_step_apply (AcqCompanyFile *file, AcqUndoStep *step, GError **error);

G_END_DECLS
