/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-columns.h"

G_BEGIN_DECLS

#define ACQ_IMPORT_PREVIEW_SAMPLES 3

/* One of the first records of a file. */
typedef struct
{
  AcqDay day;     /* ACQ_DAY_NONE: it has none */
  char *text;     /* label of a bank line, number and customer of an invoice, name of a customer or a file */
  gboolean has_amount;
  gint64 amount;
  AcqCurrency currency;
  gboolean known; /* it is there already and will not be added */
} AcqImportSample;

/**
 * AcqImportPreview:
 *
 * What a file would bring if it were imported now, found by an import that keeps nothing. What the file does not hold is 0,
 * NULL or ACQ_DAY_NONE.
 */
typedef struct
{
  AcqImportResult *result;
  GPtrArray *samples; /* (element-type AcqImportSample) at most ACQ_IMPORT_PREVIEW_SAMPLES */
  gint64 n_transactions;
  gint64 n_invoices; /* credit notes included */
  gint64 n_customers; /* different ones, of invoices, receipts or a list */
  gint64 n_receipts;
  gint64 n_copies;
  gint64 n_statements;
  char *bank;    /* of the first statement */
  char *account; /* its name, else its IBAN or number */
  gboolean account_is_named;
  AcqDay first;  /* of the bank lines, else of the invoices */
  AcqDay last;
  AcqDay due;    /* of the only invoice, where it says so */
  gint64 total;  /* of the invoices; meaningless in several currencies */
  AcqCurrency currency;
  gboolean several_currencies;
  gint64 n_paid; /* invoices of which columns or lettering say so */
  gint64 n_partly_paid;
  AcqColumnMapping *columns;   /* (nullable) of a table */
  gboolean columns_remembered; /* of an earlier table like it */
} AcqImportPreview;

/**
 * acq_import_preview_file:
 * @options: "dry_run" and the observer are set here
 *
 * Reads the whole file as acq_import_file() would, and leaves the company file as it is. The same errors.
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
AcqImportPreview *acq_import_preview_file (AcqCompanyFile *file, const char *path,
                                           const AcqImportOptions *options, GError **error);
AcqImportPreview *acq_import_preview_bytes (AcqCompanyFile *file, const char *name, GBytes *bytes,
                                            const AcqImportOptions *options, GError **error);
void acq_import_preview_free (AcqImportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqImportPreview, acq_import_preview_free)

/* How many records would be kept: added or made newer. */
gint64 acq_import_preview_news (const AcqImportPreview *self);
/* What the columns hold was guessed and is only likely. */
gboolean acq_import_preview_columns_want_a_look (const AcqImportPreview *self);
/* Something of it wants a look: its columns do, lines are refused, a balance does not add up, or it brings nothing new. */
gboolean acq_import_preview_wants_a_look (const AcqImportPreview *self);

G_END_DECLS
