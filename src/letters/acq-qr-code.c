/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-qr-code.h"

#include <qrencode.h>
#include <string.h>

#define MAX_BYTES     331
#define MAX_NAME      70
#define MAX_REFERENCE 140
#define MAX_CENTS     G_GINT64_CONSTANT (99999999999)

static char *
cut (const char *text, glong characters)
{
  return g_utf8_strlen (text, -1) <= characters ? g_strdup (text) : g_utf8_substring (text, 0, characters);
}

char *
acq_epc_payload (const char *bic, const char *name, const char *iban, gint64 cents, const char *reference)
{
  g_autofree char *short_name = cut (name, MAX_NAME);
  g_autofree char *short_reference = cut (reference, MAX_REFERENCE);
  g_autofree char *payload = NULL;

  if (cents < 1 || cents > MAX_CENTS)
    return NULL;
  payload = g_strdup_printf ("BCD\n002\n1\nSCT\n%s\n%s\n%s\nEUR%" G_GINT64_FORMAT ".%02d\n\n\n%s",
                             bic == NULL ? "" : bic, short_name, iban, cents / 100, (int) (cents % 100),
                             short_reference);
  return strlen (payload) <= MAX_BYTES ? g_steal_pointer (&payload) : NULL;
}

/* The symbol as a mask of one pixel a module, with its top left corner at the first module. Owned by the caller. */
static cairo_surface_t *
make_mask (const QRcode *code)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, code->width, code->width);
  unsigned char *bytes = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);

  if (bytes == NULL)
    return mask;
  for (int i = 0; i < code->width; i++)
    for (int j = 0; j < code->width; j++)
      bytes[i * stride + j] = (code->data[i * code->width + j] & 1) != 0 ? 0xff : 0;
  cairo_surface_mark_dirty (mask);
  return mask;
}

/* A stencil of some hundred bytes, as sharp as an outline at any size: the outlines of a symbol of 41 rows are longer than
   the page of text that they stand on. */
static void
draw_mask (cairo_t *cr, cairo_surface_t *mask, double x, double y, double module)
{
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (mask);

  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, module, module);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
}

gboolean
acq_qr_code_draw (cairo_t *cr, const char *text, double x, double y, double size)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  cairo_surface_t *mask;

  if (code == NULL)
    return FALSE;
  mask = make_mask (code);
  draw_mask (cr, mask, x, y, size / code->width);
  cairo_surface_destroy (mask);
  QRcode_free (code);
  return TRUE;
}
