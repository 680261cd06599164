/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"

G_BEGIN_DECLS

/**
 * acq_evidence_archive_write:
 * @file: that acq_evidence_file_write() has just written
 * @pdf: what it gave
 *
 * The file as a ZIP: one folder with the whole, the list of what is missing, each piece in the folder of its chapter,
 * mails as they were sent where they were kept, and "manifest.txt", the SHA-256 of each as sha256sum checks it. Names are
 * plain ASCII, short, and never leave the folder; entries are sorted and bear the file's day at noon. The same file gives
 * the same bytes, in one time zone.
 *
 * Returns: (transfer full): %NULL with an ACQ_LETTER_ERROR or G_IO_ERROR_CANCELLED
 */
GBytes *acq_evidence_archive_write (AcqLetterPress *press, const AcqEvidenceFile *file, GBytes *pdf,
                                    GCancellable *cancellable, GError **error);

/* A name for a file, of a text from anywhere: letters, digits and single hyphens, at most 60 of them; "piece" where nothing
   is left. Free it. */
char *acq_evidence_safe_name (const char *text);

G_END_DECLS
