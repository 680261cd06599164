/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-import-sink.h"

G_BEGIN_DECLS

/* What a file is about; the words of "import --as". */
typedef enum
{
  ACQ_IMPORT_KIND_STATEMENT, /* bank lines */
  ACQ_IMPORT_KIND_INVOICES,
  ACQ_IMPORT_KIND_CUSTOMERS,
  ACQ_IMPORT_KIND_LEDGER,    /* an accounting export: invoices and receipts with their lettering */
} AcqImportKind;

ACQ_DECLARE_CODES (AcqImportKind, acq_import_kind)

/* Nothing a person exports is larger; a larger file is refused before it is read. */
#define ACQ_IMPORT_MAX_BYTES (G_GUINT64_CONSTANT (1) << 30)

/* A spreadsheet that was unpacked to look into it: several formats do. */
typedef struct _AcqSpreadsheetCache AcqSpreadsheetCache;

/**
 * AcqImportSource:
 *
 * One file to read: its bytes (mapped, not copied) and what else a reader may want to know.
 */
typedef struct
{
  const char *path;      /* for its name only: readers do not open it again */
  const guint8 *bytes;
  gsize size;
  AcqDay today;
  AcqCurrency currency;  /* where the file names none */
  GHashTable *mapping;   /* (nullable) heading as text to field code: overrules what is guessed for tables */
  GCancellable *cancellable; /* (nullable) */
  AcqSpreadsheetCache *spreadsheet; /* (nullable): where it is NULL each look unpacks anew */
} AcqImportSource;

/**
 * AcqImportFormat:
 *
 * One row of the table of formats. A new format is one file that defines such a row, and one line in
 * meson.build, of which the table is made.
 */
typedef struct
{
  const char *code;      /* stable, snake_case: "ofx", "cfonb120" */
  const char *name;      /* for people, the same in each language: "OFX", "CFONB 120" */
  AcqImportKind kind;
  /* How sure the format is that this is its file, from 0 (not at all) to 100, from the first bytes alone. */
  int (*sniff) (const AcqImportSource *source);
  gboolean (*read) (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error);
  gboolean is_table; /* what its columns hold may be guessed, and told by AcqImportSource.mapping */
} AcqImportFormat;

/* All formats, NULL-terminated, static. */
const AcqImportFormat *const *acq_import_formats (void);

/* The format that is surest of the file, among those of one kind if one is given (NULL: any); NULL with an error where none is. */
const AcqImportFormat *acq_import_format_sniff (const AcqImportSource *source, const AcqImportKind *kind, GError **error);

G_END_DECLS
