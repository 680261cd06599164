/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AcqLetterFiles:
 *
 * Files that appear together or not at all: each is written under another name beside its place, takes its own once all are
 * there, and gives it back unless what it tells of is kept too. All errors are ACQ_WORKFLOW_ERROR_UNREADABLE_FILE and name the
 * path that was wished for.
 */
typedef struct _AcqLetterFiles AcqLetterFiles;

AcqLetterFiles *acq_letter_files_new (void);
/* Unless they were kept, none of the files is left, and what they replaced is back in its place. */
void acq_letter_files_free (AcqLetterFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterFiles, acq_letter_files_free)

/* Writes a file that is to stand at a path and to replace the one that stands there. */
gboolean acq_letter_files_add (AcqLetterFiles *self, const char *path, GBytes *bytes, GError **error);
/* Writes a file into a folder under a name of that stem that no other has: "stem.pdf", "stem-2.pdf". Characters that some
   system does not take are replaced. */
gboolean acq_letter_files_add_named (AcqLetterFiles *self, const char *folder, const char *stem,
                                     GBytes *bytes, GError **error);

/* Gives all their names. On an error some may have theirs: free it. */
gboolean acq_letter_files_put_in_place (AcqLetterFiles *self, GError **error);
/* What was put in place stays. */
void acq_letter_files_keep (AcqLetterFiles *self);

G_END_DECLS
