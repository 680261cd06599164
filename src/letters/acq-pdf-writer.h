/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "acq-day.h"
#include "acq-letter-error.h"

G_BEGIN_DECLS

/**
 * AcqPdfWriter:
 *
 * A PDF in memory: tagged, in French, with bookmarks. Its bytes depend on what it is given alone, never on the clock.
 */
typedef struct _AcqPdfWriter AcqPdfWriter;

/* The day is what the metadata say of its making. */
AcqPdfWriter *acq_pdf_writer_new (const char *title, const char *author, AcqDay day);
void acq_pdf_writer_free (AcqPdfWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPdfWriter, acq_pdf_writer_free)

/* In points. Borrowed. */
cairo_t *acq_pdf_writer_cairo (AcqPdfWriter *self);
/* Of the page being drawn, before anything is on it, and of those behind it; millimetres. A4 unless it is said. */
void acq_pdf_writer_set_page_size (AcqPdfWriter *self, double width, double height);
void acq_pdf_writer_end_page (AcqPdfWriter *self);
/* To the page being drawn. */
void acq_pdf_writer_add_bookmark (AcqPdfWriter *self, const char *title);

/* Ends the document. NULL with ACQ_LETTER_ERROR_WRITE. */
GBytes *acq_pdf_writer_finish (AcqPdfWriter *self, GError **error);

/* Around a drawing that is no text, with the words for those who do not see it. Any cairo context: only a writer's keeps the
   words. */
void acq_pdf_begin_figure (cairo_t *cr, const char *words);
void acq_pdf_end_figure (cairo_t *cr);

G_END_DECLS
