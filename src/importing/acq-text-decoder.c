/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-text-decoder.h"

#include <string.h>

#include "acq-import-error.h"

/* Windows-1252 from 0x80 to 0x9f. Its five holes become the control characters of the same number, as the WHATWG
   encoding standard has it, and are squeezed away with the other white space. */
static const gunichar windows_1252[] = {
  0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static gboolean
starts_with (const guint8 *bytes, gsize size, const char *mark, gsize mark_len)
{
  return size >= mark_len && memcmp (bytes, mark, mark_len) == 0;
}

static gboolean
refuse_zero_bytes (AcqTextDecoder *self, GError **error)
{
  const char *zero = self->size == 0 ? NULL : memchr (self->text, 0, self->size);

  if (zero == NULL)
    return TRUE;
  g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_ENCODING,
               "byte %" G_GSIZE_FORMAT ": not a text file", (gsize) (zero - self->text) + 1);
  return FALSE;
}

static gboolean
convert_utf_16 (AcqTextDecoder *self, const guint8 *bytes, gsize size, const char *charset, GError **error)
{
  gsize written = 0;

  self->converted = g_convert ((const char *) bytes + 2, (gssize) (size - 2) & ~(gssize) 1, "UTF-8", charset,
                               NULL, &written, NULL);
  if (self->converted == NULL)
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_ENCODING, "ill-formed UTF-16");
      return FALSE;
    }
  self->text = self->converted;
  self->size = written;
  return refuse_zero_bytes (self, error);
}

/* Whether "valid" bytes of text end within a character that the end of the head cut off. */
static gboolean
ends_within_character (const AcqTextDecoder *self, const char *end)
{
  gsize left = self->size - (gsize) (end - self->text);

  return left < 4 && g_utf8_get_char_validated (end, (gssize) left) == (gunichar) -2;
}

static gboolean
recognise (AcqTextDecoder *self, const guint8 *bytes, gsize size, gboolean is_head, GError **error)
{
  const char *end;

  *self = (AcqTextDecoder){ .text = (const char *) bytes, .size = size };
  if (starts_with (bytes, size, "\xff\xfe", 2))
    return convert_utf_16 (self, bytes, size, "UTF-16LE", error);
  if (starts_with (bytes, size, "\xfe\xff", 2))
    return convert_utf_16 (self, bytes, size, "UTF-16BE", error);
  if (starts_with (bytes, size, "\xef\xbb\xbf", 3))
    {
      self->text += 3;
      self->size -= 3;
    }
  if (!refuse_zero_bytes (self, error))
    return FALSE;
  if (self->size == 0 || g_utf8_validate_len (self->text, self->size, &end))
    return TRUE;
  if (is_head && ends_within_character (self, end))
    self->size = (gsize) (end - self->text);
  else
    self->encoding = ACQ_TEXT_ENCODING_WINDOWS_1252;
  return TRUE;
}

gboolean
acq_text_decoder_init (AcqTextDecoder *self, const guint8 *bytes, gsize size, GError **error)
{
  return recognise (self, bytes, size, FALSE, error);
}

gboolean
acq_text_decoder_init_head (AcqTextDecoder *self, const guint8 *bytes, gsize size)
{
  return recognise (self, bytes, MIN (size, ACQ_TEXT_HEAD_BYTES), size > ACQ_TEXT_HEAD_BYTES, NULL);
}

void
acq_text_decoder_clear (AcqTextDecoder *self)
{
  g_clear_pointer (&self->converted, g_free);
  self->text = NULL;
  self->size = 0;
}

void
acq_text_decoder_append (const AcqTextDecoder *self, GString *to, const char *piece, gsize len)
{
  const char *end = piece + len;

  if (self->encoding == ACQ_TEXT_ENCODING_UTF_8)
    {
      g_string_append_len (to, piece, (gssize) len);
      return;
    }
  while (piece < end)
    {
      const char *from = piece;
      guint8 c;

      while (piece < end && (guint8) *piece < 0x80)
        piece++;
      g_string_append_len (to, from, piece - from);
      if (piece == end)
        return;
      c = (guint8) *piece++;
      g_string_append_unichar (to, c < 0xa0 ? windows_1252[c - 0x80] : c);
    }
}
