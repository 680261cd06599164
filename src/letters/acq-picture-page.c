/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-picture-page.h"

#include <string.h>

#include "acq-letter-layout.h"
#include "acq-pdf-writer.h"

/* Pixels on each side; a page at 1,200 dots an inch has fewer. */
#define MAX_SIDE 16000
/* Pixels in all: what is decoded must fit in memory. */
#define MAX_PIXELS (60 * 1000 * 1000)
#define MARGIN     ACQ_MM (10)

static const guint8 png_magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
static const guint8 jpeg_magic[] = { 0xff, 0xd8, 0xff };

static gboolean
begins_with (GBytes *bytes, gconstpointer magic, gsize size)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return length > size && memcmp (data, magic, size) == 0;
}

gboolean
acq_bytes_are_pdf (GBytes *bytes)
{
  return begins_with (bytes, "%PDF-", 5);
}

gboolean
acq_bytes_are_picture (GBytes *bytes)
{
  return begins_with (bytes, png_magic, sizeof png_magic) || begins_with (bytes, jpeg_magic, sizeof jpeg_magic);
}

static gboolean
is_sane (guint width, guint height)
{
  return width > 0 && height > 0 && width <= MAX_SIDE && height <= MAX_SIDE
         && (gsize) width * height <= MAX_PIXELS;
}

/* Whether a marker begins a frame, whose head tells the size. */
static gboolean
is_frame (guint8 marker)
{
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Reads the size off the first frame of a JPEG. */
static gboolean
read_jpeg_size (GBytes *picture, guint *ret_width, guint *ret_height)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (picture, &length);
  gsize at = 2;

  while (at + 9 < length && data[at] == 0xff)
    {
      guint8 marker = data[at + 1];
      gsize size = (gsize) data[at + 2] << 8 | data[at + 3];

      if (marker == 0xff)
        {
          at++;
          continue;
        }
      if (is_frame (marker))
        {
          *ret_height = (guint) data[at + 5] << 8 | data[at + 6];
          *ret_width = (guint) data[at + 7] << 8 | data[at + 8];
          return is_sane (*ret_width, *ret_height);
        }
      if (size < 2)
        return FALSE;
      at += 2 + size;
    }
  return FALSE;
}

/* An image whose pixels are never drawn: the PDF takes the JPEG's own bytes. */
static cairo_surface_t *
open_jpeg (GBytes *picture)
{
  cairo_surface_t *surface;
  gsize length;
  gconstpointer data = g_bytes_get_data (picture, &length);
  guint width = 0, height = 0;

  if (!read_jpeg_size (picture, &width, &height))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_A1, (int) width, (int) height);
  if (cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, data, length, (cairo_destroy_func_t) g_bytes_unref,
                                   g_bytes_ref (picture))
      == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} PngSource;

static cairo_status_t
read_png (void *closure, unsigned char *data, unsigned int length)
{
  PngSource *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Width and height stand at fixed places in the first chunk of a PNG. */
static cairo_surface_t *
open_png (GBytes *picture)
{
  PngSource source;
  cairo_surface_t *surface;

  source.data = g_bytes_get_data (picture, &source.left);
  if (source.left < 33
      || !is_sane (GUINT32_FROM_BE (*(const guint32 *) (gconstpointer) (source.data + 16)),
                   GUINT32_FROM_BE (*(const guint32 *) (gconstpointer) (source.data + 20))))
    return NULL;
  surface = cairo_image_surface_create_from_png_stream (read_png, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return surface;
  cairo_surface_destroy (surface);
  return NULL;
}

/* Filled and not painted: cairo forgets what was recorded of a page, the tag around the picture too, once something opaque is
   painted all over it. */
static void
draw (cairo_surface_t *surface, cairo_t *cr)
{
  double width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  double room_width = ACQ_MM (ACQ_PAGE_WIDTH) - 2 * MARGIN, room_height = ACQ_MM (ACQ_PAGE_HEIGHT) - 2 * MARGIN;
  double scale = MIN (room_width / width, room_height / height);

  cairo_save (cr);
  cairo_translate (cr, MARGIN + (room_width - width * scale) / 2, MARGIN);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_restore (cr);
}

GBytes *
acq_picture_page_new (GBytes *picture, const char *title, const char *author, AcqDay day, GError **error)
{
  cairo_surface_t *surface = begins_with (picture, png_magic, sizeof png_magic)     ? open_png (picture)
                             : begins_with (picture, jpeg_magic, sizeof jpeg_magic) ? open_jpeg (picture)
                                                                                    : NULL;
  g_autoptr (AcqPdfWriter) writer = NULL;

  if (surface == NULL)
    {
      g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY, "%s is no picture that can be read", title);
      return NULL;
    }
  writer = acq_pdf_writer_new (title, author, day);
  acq_pdf_begin_figure (acq_pdf_writer_cairo (writer), title);
  draw (surface, acq_pdf_writer_cairo (writer));
  acq_pdf_end_figure (acq_pdf_writer_cairo (writer));
  cairo_surface_destroy (surface);
  acq_pdf_writer_end_page (writer);
  return acq_pdf_writer_finish (writer, error);
}
