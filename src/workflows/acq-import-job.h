/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-import-format.h"

G_BEGIN_DECLS

/* A record that could not be kept. */
typedef struct
{
  guint64 place; /* line, record or row from 1; 0: none */
  AcqReject reason;
  char *detail; /* nullable */
} AcqRejection;

/**
 * AcqImportResult:
 *
 * What one file brought. Records that were read are added, updated, duplicates or rejected.
 */
typedef struct
{
  char *path;
  const AcqImportFormat *format;
  gint64 batch; /* 0 for a dry run */
  gint64 read;
  gint64 added;
  gint64 updated;
  gint64 duplicates;
  gint64 explained;     /* bank lines whose single payments are known now */
  gint64 waiting;       /* notices of this file about lines that no statement brought yet */
  gint64 new_customers; /* among what was added, or beside it */
  gint64 old_items;     /* invoices that were late before: what became of them is to be asked */
  const char *balance; /* "ok", "mismatch", "absent" */
  GPtrArray *rejected; /* (element-type AcqRejection) the first ACQ_IMPORT_MAX_REJECTIONS of them */
  gint64 n_rejected;
} AcqImportResult;

/* More lines of trouble than this help nobody; all are counted, these are listed. */
#define ACQ_IMPORT_MAX_REJECTIONS 1000

void acq_import_result_free (AcqImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqImportResult, acq_import_result_free)

typedef struct _AcqImportObserver AcqImportObserver;

typedef struct
{
  const AcqImportKind *kind; /* NULL: what sniffing says */
  GHashTable *mapping;       /* (nullable) heading to field code, for tables */
  gboolean dry_run;          /* read all, keep nothing */
  GCancellable *cancellable; /* (nullable) */
  void (*progress) (gpointer user_data, guint64 done, guint64 total); /* (nullable) in bytes of the file */
  gpointer user_data;
  const AcqImportObserver *observer; /* (nullable) */
  gpointer observer_data;
} AcqImportOptions;

/**
 * acq_import_file:
 *
 * Reads one file into the company file: all of it apart from its rejected records, or nothing. Importing the
 * same file again adds nothing.
 *
 * Returns: (transfer full) (nullable): %NULL with an error of ACQ_IMPORT_ERROR, ACQ_STORE_ERROR or
 *   ACQ_WORKFLOW_ERROR
 */
AcqImportResult *acq_import_file (AcqCompanyFile *file, const char *path, const AcqImportOptions *options,
                                  GError **error);

/* As above for what came otherwise: a table pasted or typed. The name stands for the path. */
AcqImportResult *acq_import_bytes (AcqCompanyFile *file, const char *name, GBytes *bytes,
                                   const AcqImportOptions *options, GError **error);

/* Takes an import back, first the allocations of its receipts. *ret_removed counts the rows that went. */
gboolean acq_import_undo (AcqCompanyFile *file, gint64 batch_id, gint64 *ret_removed, GError **error);

G_END_DECLS
