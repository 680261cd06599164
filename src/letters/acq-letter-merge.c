/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-merge.h"

#include <poppler.h>

#include "acq-pdf-writer.h"

/* What is written, and so many pages of it. */
typedef struct
{
  AcqPdfWriter *writer;
  guint n_pages;
} Merge;

static void
merge_clear (Merge *self)
{
  acq_pdf_writer_free (self->writer);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static void
add_page (Merge *self, PopplerPage *page, const char *bookmark)
{
  cairo_t *cr = acq_pdf_writer_cairo (self->writer);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  acq_pdf_writer_set_page_size (self->writer, width * 25.4 / 72, height * 25.4 / 72);
  if (bookmark != NULL)
    acq_pdf_writer_add_bookmark (self->writer, bookmark);
  cairo_tag_begin (cr, "P", NULL);
  cairo_save (cr);
  poppler_page_render_for_printing (page, cr);
  cairo_restore (cr);
  cairo_tag_end (cr, "P");
  acq_pdf_writer_end_page (self->writer);
  self->n_pages++;
}

static gboolean
add_part (Merge *self, const AcqMergePart *part, gboolean both_sides, GError **error)
{
  PopplerDocument *document = poppler_document_new_from_bytes (part->pdf, NULL, NULL);

  if (document == NULL)
    {
      g_set_error_literal (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY, part->title);
      return FALSE;
    }
  if (both_sides && self->n_pages % 2 == 1)
    {
      acq_pdf_writer_end_page (self->writer);
      self->n_pages++;
    }
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);

      add_page (self, page, i == 0 ? part->title : NULL);
      g_object_unref (page);
    }
  g_object_unref (document);
  return TRUE;
}

GBytes *
acq_letter_merge (const AcqMergePart *parts, gsize n_parts, const char *title, const char *author, AcqDay day,
                  gboolean both_sides, GCancellable *cancellable, GError **error)
{
  g_auto (Merge) merge = { NULL, 0 };

  g_return_val_if_fail (n_parts > 0, NULL);

  merge.writer = acq_pdf_writer_new (title, author, day);
  for (gsize i = 0; i < n_parts; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !add_part (&merge, &parts[i], both_sides, error))
      return NULL;
  return acq_pdf_writer_finish (merge.writer, error);
}

guint
acq_letter_count_pages (GBytes *pdf)
{
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, NULL);
  guint n_pages = 0;

  if (document != NULL)
    {
      n_pages = (guint) poppler_document_get_n_pages (document);
      g_object_unref (document);
    }
  return n_pages;
}
