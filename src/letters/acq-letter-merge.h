/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-day.h"
#include "acq-letter-error.h"

G_BEGIN_DECLS

/* One of the documents that become one. Borrowed. */
typedef struct
{
  GBytes *pdf;
  const char *title; /* of its bookmark */
} AcqMergePart;

/**
 * acq_letter_merge:
 * @title: of the whole
 * @author: the sender
 * @day: that of the letters
 * @both_sides: each part begins on a front side, behind a blank page where the one before it ends on such a side
 *
 * The pages of all parts, as they are, in one document: their text stays text and their drawings stay sharp.
 *
 * Returns: (transfer full): a PDF, or %NULL with G_IO_ERROR_CANCELLED, ACQ_LETTER_ERROR_WRITE, or ACQ_LETTER_ERROR_COPY
 *   and the title of a part that is no PDF
 */
GBytes *acq_letter_merge (const AcqMergePart *parts, gsize n_parts, const char *title, const char *author,
                          AcqDay day, gboolean both_sides, GCancellable *cancellable, GError **error);

/* 0 for what is no PDF. */
guint acq_letter_count_pages (GBytes *pdf);

G_END_DECLS
