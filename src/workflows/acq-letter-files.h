/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AcqLetterFiles:
 *
 * Files that appear together or not at all: each is written under another name beside its place, and takes its own once all
 * are there.
 */
typedef struct _AcqLetterFiles AcqLetterFiles;

AcqLetterFiles *acq_letter_files_new (void);
/* What has not been put in its place is removed. */
void acq_letter_files_free (AcqLetterFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterFiles, acq_letter_files_free)

/* Writes a file that is to stand at a path and to replace the one that stands there. FALSE with
   ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, as below. */
gboolean acq_letter_files_add (AcqLetterFiles *self, const char *path, GBytes *bytes, GError **error);
/* Writes a file into a folder under a name of that stem that no other has: "stem.pdf", "stem-2.pdf". Characters that some
   system does not take are replaced. */
gboolean acq_letter_files_add_named (AcqLetterFiles *self, const char *folder, const char *stem,
                                     GBytes *bytes, GError **error);

/* Gives all their names, those that replace nothing first. Where one cannot take its own, those before it are removed again. */
gboolean acq_letter_files_put_in_place (AcqLetterFiles *self, GError **error);

G_END_DECLS
