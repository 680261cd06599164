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

/* Neighbouring dark modules of a row are one thick line: two points to write where rectangles would have four each. */
static void
add_row (cairo_t *cr, const unsigned char *row, int width, double x, double y, double module)
{
  for (int i = 0; i < width; i++)
    {
      int run = 0;

      while (i + run < width && (row[i + run] & 1) != 0)
        run++;
      if (run > 0)
        {
          cairo_move_to (cr, x + i * module, y + module / 2);
          cairo_line_to (cr, x + (i + run) * module, y + module / 2);
        }
      i += run;
    }
}

gboolean
acq_qr_code_draw (cairo_t *cr, const char *text, double x, double y, double size)
{
  QRcode *code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  double module;

  if (code == NULL)
    return FALSE;
  module = size / code->width;
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, module);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (int i = 0; i < code->width; i++)
    add_row (cr, code->data + i * code->width, code->width, x, y + i * module, module);
  cairo_stroke (cr);
  QRcode_free (code);
  return TRUE;
}
