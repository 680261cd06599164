/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"
#include "acq-letter-error.h"

G_BEGIN_DECLS

/* Whether the bytes begin as a PDF, and as a picture that acq_picture_page_new() reads. */
gboolean acq_bytes_are_pdf (GBytes *bytes);
gboolean acq_bytes_are_picture (GBytes *bytes);

/**
 * acq_picture_page_new:
 * @picture: a PNG or JPEG, as a scanner or a telephone makes them
 * @day: what the metadata say of its making
 *
 * The picture on one A4 page, whole, upright as it is stored and not larger than the page. A JPEG's bytes go in as they are.
 *
 * Returns: (transfer full): a PDF; %NULL with ACQ_LETTER_ERROR_COPY where the picture is damaged, absurdly large or
 *   neither of the two
 */
GBytes *acq_picture_page_new (GBytes *picture, const char *title, const char *author, AcqDay day, GError **error);

G_END_DECLS
