/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* The pieces that are made from data, each as a PDF of its own: the statement, the interest period by period, the
   limitation, the record of exchanges, a reminder. Transfer full; NULL with an ACQ_LETTER_ERROR. */
GBytes *acq_evidence_sheet_write (AcqLetterPress *press, const AcqEvidenceFile *self,
                                  const AcqEvidencePiece *piece, const AcqNoticeFigures *figures,
                                  GError **error);

/* Draws a layout page by page under the file's running head, and ends each page. first_page, n_pages: as they are printed. */
void acq_evidence_draw_pages (const AcqEvidenceFile *self, AcqLetterPress *press, AcqPdfWriter *writer,
                              const AcqLetterLayout *layout, guint first_page, guint n_pages);

G_END_DECLS
