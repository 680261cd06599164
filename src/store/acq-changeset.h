/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

/**
 * AcqRecording:
 *
 * Listens to one transaction and notes each row that it inserts, changes or deletes, in every table but the journal.
 */
typedef struct _AcqRecording AcqRecording;

AcqRecording *acq_recording_begin (AcqConnection *connection, GError **error);
void acq_recording_free (AcqRecording *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRecording, acq_recording_free)

/**
 * acq_recording_take:
 * @ret_changeset: (transfer full) (nullable): %NULL where nothing was changed
 *
 * What was noted so far, for acq_changeset_apply_inverse(). Must be called before the transaction ends. It holds copies of rows,
 * so it is worth nothing in another file.
 */
gboolean acq_recording_take (AcqRecording *self, GBytes **ret_changeset, GError **error);

/**
 * acq_changeset_apply_inverse:
 *
 * Makes every row of the changeset what it was before. Where one of them is no longer as the changeset left it, or where another
 * row has come to hang on it, the error is ACQ_STORE_ERROR_LATER_CHANGE. Must be called inside a transaction, which after an error
 * must be rolled back.
 */
gboolean acq_changeset_apply_inverse (AcqConnection *connection, GBytes *changeset, GError **error);

G_END_DECLS
