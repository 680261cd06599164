/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-press.h"
#include "acq-letter.h"
#include "acq-pdf-writer.h"

G_BEGIN_DECLS

/* What was written. */
typedef struct
{
  guint n_pages;
  guint n_letter_pages; /* without annexes and pieces */
  gint64 total_due;     /* the sum that is demanded, cents */
} AcqLetterReport;

/**
 * acq_formal_notice_write:
 *
 * The formal notice as a PDF: to a professional or a public body with penalties, indemnity and their annex, to a consumer (or
 * an association or co-ownership) with the principal alone; then the copy of each invoice and credit note. It does not
 * judge: acq_letter_find_flaws() says beforehand what blocks it. The same letter gives the same bytes.
 *
 * Returns: (transfer full): the PDF; %NULL with an ACQ_LETTER_ERROR
 */
GBytes *acq_formal_notice_write (AcqLetterPress *press, const AcqLetter *letter, AcqLetterReport *ret_report,
                                 GError **error);

/* Appends the notice to a document of several letters that are printed in one go; each counts its own pages. FALSE with an
   ACQ_LETTER_ERROR, and then nothing was drawn. */
gboolean acq_formal_notice_append (AcqLetterPress *press, const AcqLetter *letter, AcqPdfWriter *writer,
                                   AcqLetterReport *ret_report, GError **error);

G_END_DECLS
