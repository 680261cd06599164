/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"

G_BEGIN_DECLS

/* One of the invoices or receipts that a reader passed, as far as tests count them. */
typedef struct
{
  char *customer; /* code, else name */
  char *number;   /* NULL for a receipt */
  gint64 total;
  gint64 prepaid;
  gint64 allocated; /* Σ of what receipts were said to settle of it; of a receipt: Σ of what it settles */
} AcqRecordedAmount;

/* A sink that writes down what it gets, one line a record, for tests to compare. Fails the test where what it is passed
   breaks the contract of acq-import-sink.h. */
typedef struct
{
  GString *log;
  guint n_invoices, n_customers, n_receipts, n_copies, n_rejects;
  GArray *invoices; /* (element-type AcqRecordedAmount) */
  GArray *receipts;
  GHashTable *numbers; /* number to index in "invoices" plus one */
} AcqRecordingSink;

AcqRecordingSink *acq_recording_sink_new (void);
void acq_recording_sink_free (AcqRecordingSink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRecordingSink, acq_recording_sink_free)

/* The functions to pass to a reader, with the recording sink as user data. */
const AcqImportSink *acq_recording_sink_functions (void);

/* Reads bytes in one format. FALSE with the error. */
gboolean acq_recording_sink_read (AcqRecordingSink *self, const AcqImportFormat *format, const char *path,
                                  const void *bytes, gsize size, GError **error);
/* As above for a text; ends the test where it is refused. Returns the log. */
const char *acq_recording_sink_read_text (AcqRecordingSink *self, const AcqImportFormat *format,
                                          const char *text);

/* The format of that code; ends the test where there is none. */
const AcqImportFormat *acq_test_format (const char *code);
/* A file under the shared samples, or NULL. */
char *acq_test_sample (const char *relative);
/* All files under a folder of the samples that end so, sorted; empty where there are none. */
GPtrArray *acq_test_samples (const char *folder, const char *suffix);

G_END_DECLS
