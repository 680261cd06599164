/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "acq-text-decoder.h"

G_BEGIN_DECLS

#define ACQ_OFX_TAG_SIZE 24

/**
 * AcqOfxTokenizer:
 *
 * Cuts OFX into tags and what follows them, both the SGML of version 1, where the tags of values are not closed, and the
 * XML of version 2, and the mixture of both that banks write. There is no stack: an OFX aggregate is told by its name.
 */
typedef struct
{
  const AcqTextDecoder *decoder;
  const char *p;
  const char *end;
  const char *tag_start;      /* of the tag read last */
  char tag[ACQ_OFX_TAG_SIZE]; /* its name in capitals; a longer name is cut */
  gboolean is_closing;
  const char *value; /* what follows it up to the next tag, without white space at its ends */
  gsize value_len;
  const char *counted; /* lines are counted up to here */
  guint64 line;
} AcqOfxTokenizer;

void acq_ofx_tokenizer_init (AcqOfxTokenizer *self, const AcqTextDecoder *decoder);
/* Goes to the next tag. FALSE at the end, and with an error: a document type declaration (HOSTILE), a tag that the file
   does not end (TRUNCATED). */
gboolean acq_ofx_tokenizer_next (AcqOfxTokenizer *self, GError **error);
/* Appends the value with its character references resolved, up to a length that no value has. */
void acq_ofx_tokenizer_append_value (const AcqOfxTokenizer *self, GString *to);
/* The line the tag stands on. */
guint64 acq_ofx_tokenizer_line (AcqOfxTokenizer *self);

G_END_DECLS
