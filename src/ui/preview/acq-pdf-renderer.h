/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One page as it was drawn. */
typedef struct
{
  GdkTexture *texture;
  char *text; /* what the page says */
} AcqPdfRendering;

void acq_pdf_rendering_free (AcqPdfRendering *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPdfRendering, acq_pdf_rendering_free)

/**
 * AcqPdfRenderer:
 *
 * An open PDF that draws its pages on other threads, one at a time.
 */
#define ACQ_TYPE_PDF_RENDERER (acq_pdf_renderer_get_type ())
G_DECLARE_FINAL_TYPE (AcqPdfRenderer, acq_pdf_renderer, ACQ, PDF_RENDERER, GObject)

/* The error is one of poppler's, or G_IO_ERROR_INVALID_DATA where there is no page. */
void acq_pdf_renderer_open_async (GBytes *pdf, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
AcqPdfRenderer *acq_pdf_renderer_open_finish (GAsyncResult *result, GError **error);

guint acq_pdf_renderer_n_pages (AcqPdfRenderer *self);
/* Of a page, from 0, in points. */
graphene_size_t acq_pdf_renderer_page_size (AcqPdfRenderer *self, guint page);

/* Draws a page on white, to fill exactly that many pixels. */
void acq_pdf_renderer_render_async (AcqPdfRenderer *self, guint page, int width, int height,
                                    GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
AcqPdfRendering *acq_pdf_renderer_render_finish (AcqPdfRenderer *self, GAsyncResult *result, GError **error);

G_END_DECLS
