/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of a file is enough to recognise it by. */
#define ACQ_TEXT_HEAD_BYTES 65536

typedef enum
{
  ACQ_TEXT_ENCODING_UTF_8,
  ACQ_TEXT_ENCODING_WINDOWS_1252,
} AcqTextEncoding;

/**
 * AcqTextDecoder:
 *
 * The bytes of a text file and what they mean. Each encoding that is left after acq_text_decoder_init() keeps ASCII
 * as it is, so that a reader may look for its separators in @text and decode only what lies between them: a large
 * file is never copied as a whole (UTF-16 apart).
 *
 * What a header claims is not asked: French banks write UTF-8 under "CHARSET:1252" and the other way round. Text is
 * UTF-8 where all of it is well-formed UTF-8, else Windows-1252, of which ISO 8859-1 and nearly all of ISO 8859-15 are parts.
 */
typedef struct
{
  const char *text; /* not zero-terminated; holds no zero byte; without its byte order mark */
  gsize size;
  AcqTextEncoding encoding;
  char *converted; /* what UTF-16 became; NULL for everything else */
} AcqTextDecoder;

/* Looks through all the bytes, which must outlive the decoder. FALSE with ACQ_IMPORT_ERROR_ENCODING for what is no
   text (a zero byte, ill-formed UTF-16). Clear it in either case. */
gboolean acq_text_decoder_init (AcqTextDecoder *self, const guint8 *bytes, gsize size, GError **error);
/* As above for the first ACQ_TEXT_HEAD_BYTES alone, of which the last character may be cut. */
gboolean acq_text_decoder_init_head (AcqTextDecoder *self, const guint8 *bytes, gsize size);
void acq_text_decoder_clear (AcqTextDecoder *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AcqTextDecoder, acq_text_decoder_clear)

/* Appends a piece of @text as UTF-8. A piece ends where a character ends, as it does beside an ASCII character. */
void acq_text_decoder_append (const AcqTextDecoder *self, GString *to, const char *piece, gsize len);

G_END_DECLS
