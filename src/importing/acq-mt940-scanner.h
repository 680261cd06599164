/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "acq-text-decoder.h"

G_BEGIN_DECLS

#define ACQ_MT940_TAG_SIZE 5

/**
 * AcqMt940Scanner:
 *
 * Cuts MT940 and MT942 into fields: ":61:" at the start of a line, and all that follows up to the next. Blocks in braces,
 * the lines that banks put between messages, and the "-" that ends a message are no part of any field.
 */
typedef struct
{
  const AcqTextDecoder *decoder;
  const char *p;
  const char *end;
  guint64 lines;                /* begun so far */
  guint64 line;                 /* on which the field begins */
  char tag[ACQ_MT940_TAG_SIZE]; /* "61", "60F", "NS" */
  GString *content;             /* UTF-8; lines are separated by '\n', blanks at their ends stay */
  gboolean in_block;            /* a "{4:" has no "-}" yet */
  gboolean message_ended;       /* a "-" stands between this field and the one before */
  gboolean is_cut;              /* the file ends within a line */
} AcqMt940Scanner;

void acq_mt940_scanner_init (AcqMt940Scanner *self, const AcqTextDecoder *decoder);
void acq_mt940_scanner_clear (AcqMt940Scanner *self);

/* Goes to the next field; FALSE at the end of the file. A content longer than any bank's is cut at one byte more than
   ACQ_STATEMENT_MAX_TEXT. */
gboolean acq_mt940_scanner_next (AcqMt940Scanner *self);

G_END_DECLS
