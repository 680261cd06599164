/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-pdf-writer.h"

#include <cairo-pdf.h>

#include "acq-letter-layout.h"
#include "acq-pdf-addendum.h"

struct _AcqPdfWriter
{
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *bytes;
  GPtrArray *figures; /* words of each figure, in order */
  guint n_pages;
};

static const cairo_user_data_key_t figures_key;

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (AcqPdfWriter *self, const char *title, const char *author, AcqDay day)
{
  char iso[ACQ_DAY_ISO_SIZE];
  g_autofree char *stamp = g_strconcat (acq_day_write_iso (day, iso), "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Acquit");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

/* Version 1.4 keeps objects and their table in the form that the addendum reads, with later versions of cairo too. */
AcqPdfWriter *
acq_pdf_writer_new (const char *title, const char *author, AcqDay day)
{
  AcqPdfWriter *self = g_new0 (AcqPdfWriter, 1);

  self->bytes = g_byte_array_new ();
  self->figures = g_ptr_array_new_with_free_func (g_free);
  self->surface = cairo_pdf_surface_create_for_stream (append_bytes, self->bytes, ACQ_MM (ACQ_PAGE_WIDTH),
                                                       ACQ_MM (ACQ_PAGE_HEIGHT));
  cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, title, author, day);
  self->cr = cairo_create (self->surface);
  cairo_set_user_data (self->cr, &figures_key, self->figures, NULL);
  return self;
}

void
acq_pdf_writer_free (AcqPdfWriter *self)
{
  if (self == NULL)
    return;
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_ptr_array_unref (self->figures);
  g_free (self);
}

cairo_t *
acq_pdf_writer_cairo (AcqPdfWriter *self)
{
  return self->cr;
}

void
acq_pdf_writer_set_page_size (AcqPdfWriter *self, double width, double height)
{
  cairo_pdf_surface_set_size (self->surface, ACQ_MM (width), ACQ_MM (height));
}

void
acq_pdf_writer_end_page (AcqPdfWriter *self)
{
  cairo_show_page (self->cr);
  self->n_pages++;
}

void
acq_pdf_writer_add_bookmark (AcqPdfWriter *self, const char *title)
{
  g_autofree char *link = g_strdup_printf ("page=%u pos=[0 0]", self->n_pages + 1);

  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, title, link,
                                 CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

GBytes *
acq_pdf_writer_finish (AcqPdfWriter *self, GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  if (status == CAIRO_STATUS_SUCCESS)
    {
      cairo_surface_finish (self->surface);
      status = cairo_surface_status (self->surface);
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_WRITE, "cairo: %s",
                   cairo_status_to_string (status));
      return NULL;
    }
  if (!acq_pdf_addendum_append (self->bytes, self->figures, error))
    return NULL;
  return g_bytes_new (self->bytes->data, self->bytes->len);
}

void
acq_pdf_begin_figure (cairo_t *cr, const char *words)
{
  GPtrArray *figures = cairo_get_user_data (cr, &figures_key);

  if (figures != NULL)
    g_ptr_array_add (figures, g_strdup (words));
  cairo_tag_begin (cr, "Figure", NULL);
}

void
acq_pdf_end_figure (cairo_t *cr)
{
  cairo_tag_end (cr, "Figure");
}
