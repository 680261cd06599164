/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-error.h"

G_BEGIN_DECLS

/**
 * acq_pdf_addendum_append:
 * @pdf: a finished PDF as cairo writes it up to version 1.4: objects in the open, a cross-reference table
 * @figures: (element-type utf8): words for the figures, in their order
 *
 * Adds what cairo cannot say as an incremental update (ISO 32000-1, 7.5.6): the language, the title as the window's
 * name, the words of each figure, and that the cells of table heads speak for their columns.
 *
 * Returns: %FALSE with ACQ_LETTER_ERROR_WRITE where the PDF is not of that form
 */
gboolean acq_pdf_addendum_append (GByteArray *pdf, const GPtrArray *figures, GError **error);

G_END_DECLS
