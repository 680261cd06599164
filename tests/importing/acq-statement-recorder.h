/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-row-source.h"

G_BEGIN_DECLS

/* A sink that writes statements down, one line a record, and fails the test where a reader breaks the contract of
   acq-import-sink.h: texts that are no UTF-8, days that are none, lines outside a statement. */
typedef struct
{
  GString *log;
  GHashTable *mapping; /* (nullable) borrowed: what the columns of a table hold */
  gboolean is_open;
  guint n_statements;
  guint n_transactions;
  guint n_rejects;
  gint64 sum;           /* of all amounts */
  gint64 statement_sum; /* of those of the statement in hand */
  guint n_mismatches;   /* statements whose balances do not enclose their lines */
} AcqStatementRecorder;

AcqStatementRecorder *acq_statement_recorder_new (void);
void acq_statement_recorder_free (AcqStatementRecorder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqStatementRecorder, acq_statement_recorder_free)

/* Reads bytes in one format; NULL: the one sniffed. FALSE with the error. */
gboolean acq_statement_recorder_read (AcqStatementRecorder *self, const AcqImportFormat *format,
                                      const void *bytes, gsize size, GError **error);

/* Reads rows as a bank's table. */
gboolean acq_statement_recorder_read_rows (AcqStatementRecorder *self, AcqRowSource *rows, GError **error);

/* Fails the test unless the text reads as that log. */
void acq_statement_recorder_expect (const AcqImportFormat *format, const char *text, const char *log);
/* Fails the test unless the text is refused with that error. */
void acq_statement_recorder_expect_error (const AcqImportFormat *format, const char *text, gssize size,
                                          AcqImportError code);
/* Reads a text with many random changes and cuts; only crashes and broken contracts fail. */
void acq_statement_recorder_damage (const AcqImportFormat *format, const char *text, guint rounds);

G_END_DECLS
