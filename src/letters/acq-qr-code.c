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

/* One bit a module, as cairo's A1 has them. */
static cairo_surface_t *
make_image (const QRcode *code)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A1, code->width, code->width);
  unsigned char *bits = cairo_image_surface_get_data (image);
  int stride = cairo_image_surface_get_stride (image);

  if (bits == NULL)
    return image;
  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      if ((code->data[y * code->width + x] & 1) != 0)
        {
          guint32 *word = (guint32 *) (gpointer) (bits + y * stride) + x / 32;

          *word |= G_BYTE_ORDER == G_LITTLE_ENDIAN ? 1u << x % 32 : 0x80000000u >> x % 32;
        }
  cairo_surface_mark_dirty (image);
  return image;
}

gboolean
acq_qr_code_draw (cairo_t *cr, const char *text, double x, double y, double size)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  cairo_surface_t *image;
  cairo_pattern_t *pattern;

  if (code == NULL)
    return FALSE;
  image = make_image (code);
  pattern = cairo_pattern_create_for_surface (image);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_NEAREST);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / code->width, size / code->width);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_mask (cr, pattern);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (image);
  QRcode_free (code);
  return TRUE;
}
