/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-clock.h"
#include "acq-connection.h"

G_BEGIN_DECLS

/**
 * AcqCompanyFile:
 *
 * The file of one company, open for reading and writing in one thread.
 */
typedef struct _AcqCompanyFile AcqCompanyFile;

/* Makes a new file; one that is there already is left alone and is an error. A failed attempt leaves nothing
   behind. */
AcqCompanyFile *acq_company_file_create (const char *path, AcqClock clock, GError **error);
/* Opens, checks and, after a copy beside it ("…before-v2"), migrates. */
AcqCompanyFile *acq_company_file_open (const char *path, AcqClock clock, GError **error);
void acq_company_file_close (AcqCompanyFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCompanyFile, acq_company_file_close)

AcqConnection *acq_company_file_connection (AcqCompanyFile *self);
AcqClock acq_company_file_clock (const AcqCompanyFile *self);
/* NULL for a file in memory. */
const char *acq_company_file_path (const AcqCompanyFile *self);

/* While it records, each change notes the rows that it touches, so that it can be taken back; off at first. Forgets the last
   changeset. */
void acq_company_file_set_recording (AcqCompanyFile *self, gboolean recording);
gboolean acq_company_file_is_recording (const AcqCompanyFile *self);
/* (transfer full) (nullable): what the last committed change did, once; NULL where it touched no row, or was not recorded. */
GBytes *acq_company_file_take_changeset (AcqCompanyFile *self);

/**
 * AcqChange:
 *
 * One change of the company file: a transaction with its line in the journal, or its lines, that leaves no trace otherwise.
 * Freeing it before it was committed takes everything back.
 */
typedef struct _AcqChange AcqChange;

AcqChange *acq_change_begin (AcqCompanyFile *file, GError **error);
/* One that is taken back in its own way, or touches more rows than memory should hold: an import. */
AcqChange *acq_change_begin_unrecorded (AcqCompanyFile *file, GError **error);
/* From here on the change notes what it touches, if the file records: what it did before cannot be taken back. Once. */
gboolean acq_change_record (AcqChange *self, GError **error);
/* Writes a line while the change goes on. */
gboolean acq_change_note (AcqChange *self, const char *action, const char *subject, const char *detail,
                          GError **error);
/* Commits, with the lines that were noted. */
gboolean acq_change_end (AcqChange *self, GError **error);
/* Writes the line and commits. */
gboolean acq_change_commit (AcqChange *self, const char *action, const char *subject, const char *detail,
                            GError **error);
/**
 * acq_change_apply_inverse:
 * @changeset: of an earlier change of this file
 *
 * Makes all rows what they were before that change. The error is ACQ_STORE_ERROR_LATER_CHANGE where one of them is no longer as
 * that change left it, or something has come to hang on it; this change must then be given up.
 */
gboolean acq_change_apply_inverse (AcqChange *self, GBytes *changeset, GError **error);
void acq_change_free (AcqChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqChange, acq_change_free)

G_END_DECLS
