/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-pdf-renderer.h"

G_BEGIN_DECLS

/**
 * AcqPdfPages:
 *
 * The pages of a PDF below each other, each drawn at the resolution of the screen once it comes into sight, and forgotten
 * when it is far away. Lives in a scrolled window, whose vertical adjustment it is given.
 *
 * Properties: "page", the page in sight, from 0; "zoom", thousandths, 1000 being the paper's size on the screen.
 */
#define ACQ_TYPE_PDF_PAGES (acq_pdf_pages_get_type ())
G_DECLARE_FINAL_TYPE (AcqPdfPages, acq_pdf_pages, ACQ, PDF_PAGES, GtkWidget)

void acq_pdf_pages_set_adjustment (AcqPdfPages *self, GtkAdjustment *vertical);
/* (nullable) */
void acq_pdf_pages_set_renderer (AcqPdfPages *self, AcqPdfRenderer *renderer);

guint acq_pdf_pages_get_page (AcqPdfPages *self);
/* Scrolls to the top of a page; beyond the last one: to the last one. */
void acq_pdf_pages_show_page (AcqPdfPages *self, guint page);

/* 0: as wide as the window has room for. What is in sight stays in sight. */
void acq_pdf_pages_set_zoom (AcqPdfPages *self, guint zoom);
guint acq_pdf_pages_get_zoom (AcqPdfPages *self);
/* What the zoom comes to: never 0 once there is a document. */
guint acq_pdf_pages_get_effective_zoom (AcqPdfPages *self);

/* Whether all that is in sight is drawn as sharp as it can be. */
gboolean acq_pdf_pages_is_settled (AcqPdfPages *self);
/* How many pages are kept as pictures. */
guint acq_pdf_pages_n_kept (AcqPdfPages *self);
/* What the page in sight says; NULL until it was drawn. */
const char *acq_pdf_pages_get_text (AcqPdfPages *self);

G_END_DECLS
