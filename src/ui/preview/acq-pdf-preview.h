/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqPdfPreview:
 *
 * Shows the exact bytes of a letter: pages below each other with zoom, page keys and the number of the page in sight. Opening
 * and drawing happen on other threads; a document of hundreds of pages costs no more than those in sight.
 *
 * Actions: preview.zoom-in, preview.zoom-out, preview.fit-width, preview.next-page, preview.previous-page,
 * preview.first-page, preview.last-page. Property: "pdf", GBytes; NULL shows an empty backdrop.
 */
#define ACQ_TYPE_PDF_PREVIEW (acq_pdf_preview_get_type ())
G_DECLARE_FINAL_TYPE (AcqPdfPreview, acq_pdf_preview, ACQ, PDF_PREVIEW, GtkWidget)

GtkWidget *acq_pdf_preview_new (void);

/* (nullable) Bytes that are no document are said so in words. The same bytes again leave the view as it is. */
void acq_pdf_preview_set_pdf (AcqPdfPreview *self, GBytes *pdf);
GBytes *acq_pdf_preview_get_pdf (AcqPdfPreview *self);

/* Instead of a document: why there is none, in the user's language. */
void acq_pdf_preview_set_refusal (AcqPdfPreview *self, const char *title, const char *description);

G_END_DECLS
