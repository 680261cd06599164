/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-job.h"

#include "acq-bank-repository.h"
#include "acq-batch-repository.h"
#include "acq-customer-repository.h"
#include "acq-import-columns.h"
#include "acq-import-file.h"
#include "acq-import-intake.h"
#include "acq-import-observer.h"
#include "acq-invoice-repository.h"
#include "acq-notice-repository.h"
#include "acq-receipt-repository.h"
#include "acq-spreadsheet.h"
#include "acq-workflow-error.h"

#define HASHED_BYTES 65536

static void
rejection_free (gpointer data)
{
  AcqRejection *self = data;

  g_free (self->detail);
  g_free (self);
}

void
acq_import_result_free (AcqImportResult *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_ptr_array_unref (self->rejected);
  g_free (self);
}

static AcqImportResult *
import_result_new (const char *path)
{
  AcqImportResult *self = g_new0 (AcqImportResult, 1);

  self->path = g_strdup (path);
  self->balance = "absent";
  self->rejected = g_ptr_array_new_with_free_func (rejection_free);
  return self;
}

/* Tells one file from another: statements carry their days and balances at both ends. All of a large file would cost as much as
   a fifth of reading it. */
static char *
hash_file (const AcqImportSource *source)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT, source->size);
  gsize end = MIN (source->size, HASHED_BYTES);

  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, source->bytes, (gssize) end);
  g_checksum_update (checksum, source->bytes + source->size - end, (gssize) end);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
open_batch (AcqImportIntake *intake, const AcqImportSource *source, AcqBatch *batch, GError **error)
{
  batch->kind = g_strdup (acq_import_kind_to_code (intake->result->format->kind));
  batch->format = g_strdup (intake->result->format->code);
  batch->path = g_strdup (source->path);
  batch->file_hash = hash_file (source);
  batch->imported_on = source->today;
  if (!acq_batch_repository_insert (intake->connection, batch, error))
    return FALSE;
  intake->result->batch = batch->id;
  return TRUE;
}

static gboolean
close_batch (AcqImportIntake *intake, AcqBatch *batch, GError **error)
{
  AcqImportResult *result = intake->result;
  gint64 linked, explained;

  batch->read = result->read;
  batch->added = result->added;
  batch->updated = result->updated;
  batch->duplicates = result->duplicates;
  batch->rejected = result->n_rejected;
  g_free (batch->balance);
  batch->balance = g_strdup (result->balance);
  if (!acq_batch_repository_finish (intake->connection, batch, error)
      || !acq_receipt_repository_link (intake->connection, &linked, error)
      || !acq_notice_repository_link (intake->connection, &explained, error))
    return FALSE;
  result->explained += explained;
  return acq_notice_repository_count_waiting (intake->connection, result->batch, &result->waiting, error);
}

static gboolean
count_news (AcqImportIntake *intake, GError **error)
{
  AcqImportResult *result = intake->result;

  return acq_connection_get_int (intake->connection, &result->new_customers, error,
                                 "SELECT count(*) FROM customer WHERE batch_id = ?", "i", result->batch)
         && acq_connection_get_int (intake->connection, &result->old_items, error,
                                    "SELECT count(*) FROM invoice WHERE batch_id = ? AND old_item", "i",
                                    result->batch);
}

static gboolean
read_all (AcqImportIntake *intake, const AcqImportSource *source, AcqBatch *batch, GError **error)
{
  const AcqImportFormat *format = intake->result->format;

  if (!open_batch (intake, source, batch, error) || !format->read (source, &acq_import_observed_sink, intake, error))
    return FALSE;
  if (intake->result->read == 0 && format->kind != ACQ_IMPORT_KIND_STATEMENT)
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "no record");
      return FALSE;
    }
  return acq_import_intake_settle_links (intake, error) && close_batch (intake, batch, error)
         && count_news (intake, error);
}

static gboolean
keep_or_drop (AcqChange *change, AcqImportResult *result, const AcqImportOptions *options, GError **error)
{
  g_autofree char *subject = g_strdup_printf ("batch %" G_GINT64_FORMAT, result->batch);
  g_autofree char *name = g_path_get_basename (result->path);
  g_autofree char *detail = g_strdup_printf (
    "file=%s format=%s added=%" G_GINT64_FORMAT " updated=%" G_GINT64_FORMAT " duplicates=%" G_GINT64_FORMAT
    " rejected=%" G_GINT64_FORMAT,
    name, result->format->code, result->added, result->updated, result->duplicates, result->n_rejected);

  if (!options->dry_run)
    return acq_change_commit (change, "import", subject, detail, error);
  result->batch = 0;
  return TRUE;
}

/* A table like one whose columns the user has named is read in that way again. */
static const AcqImportFormat *
recognise (AcqCompanyFile *file, AcqImportSource *source, const AcqImportOptions *options, GHashTable **ret_remembered,
           GError **error)
{
  AcqImportKind kind;

  if (source->mapping == NULL
      && !acq_import_columns_recall (acq_company_file_connection (file), source, options->kind, ret_remembered, &kind,
                                     error))
    return NULL;
  if (*ret_remembered == NULL)
    return acq_import_format_sniff (source, options->kind, error);
  source->mapping = *ret_remembered;
  return acq_import_format_sniff (source, &kind, error);
}

/* What the user has said of the columns holds for the next file too. */
static gboolean
keep_columns (AcqImportIntake *intake, const AcqImportSource *source, GError **error)
{
  const AcqImportFormat *format = intake->result->format;

  if (intake->options->mapping == NULL || intake->options->dry_run || !format->is_table)
    return TRUE;
  return acq_import_columns_keep (intake->connection, source, format->kind, error);
}

AcqImportResult *
acq_import_bytes (AcqCompanyFile *file, const char *name, GBytes *bytes, const AcqImportOptions *options,
                  GError **error)
{
  g_autoptr (AcqImportResult) result = import_result_new (name);
  g_autoptr (AcqBatch) batch = acq_batch_new ();
  g_autoptr (AcqChange) change = NULL;
  g_autoptr (AcqImportIntake) intake = NULL;
  g_autoptr (GHashTable) remembered = NULL;
  g_autoptr (AcqSpreadsheetCache) spreadsheet = acq_spreadsheet_cache_new ();
  AcqImportSource source = acq_import_file_source (file, name, bytes, options);

  source.spreadsheet = spreadsheet;
  if (source.size == 0)
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "0 bytes");
      return NULL;
    }
  result->format = recognise (file, &source, options, &remembered, error);
  if (result->format == NULL)
    return NULL;
  change = acq_change_begin_unrecorded (file, error);
  if (change == NULL)
    return NULL;
  intake = acq_import_intake_new (file, result, options, error);
  if (intake == NULL || !read_all (intake, &source, batch, error) || !keep_columns (intake, &source, error)
      || !keep_or_drop (change, result, options, error))
    return NULL;
  return g_steal_pointer (&result);
}

AcqImportResult *
acq_import_file (AcqCompanyFile *file, const char *path, const AcqImportOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = acq_import_file_map (path, error);

  return bytes == NULL ? NULL : acq_import_bytes (file, path, bytes, options, error);
}

static AcqBatch *
find_standing_batch (AcqConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqBatch) batch = acq_batch_repository_find (connection, batch_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (batch == NULL || batch->undone)
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR,
                   batch == NULL ? ACQ_WORKFLOW_ERROR_NO_SUCH_BATCH : ACQ_WORKFLOW_ERROR_ALREADY_UNDONE,
                   "%" G_GINT64_FORMAT, batch_id);
      return NULL;
    }
  return g_steal_pointer (&batch);
}

gboolean
acq_import_undo (AcqCompanyFile *file, gint64 batch_id, gint64 *ret_removed, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin_unrecorded (file, error);
  g_autoptr (AcqBatch) batch = NULL;
  g_autofree char *subject = g_strdup_printf ("batch %" G_GINT64_FORMAT, batch_id);
  g_autofree char *detail = NULL;
  gint64 receipts, restored, invoices, transactions, notices, customers, linked, explained;

  if (change == NULL)
    return FALSE;
  batch = find_standing_batch (connection, batch_id, error);
  if (batch == NULL || !acq_batch_repository_restore (connection, batch_id, &restored, error)
      || !acq_receipt_repository_remove_batch (connection, batch_id, &receipts, error)
      || !acq_notice_repository_remove_batch (connection, batch_id, &notices, error)
      || !acq_bank_repository_remove_batch (connection, batch_id, &transactions, error)
      || !acq_invoice_repository_remove_batch (connection, batch_id, &invoices, error)
      || !acq_customer_repository_remove_batch (connection, batch_id, &customers, error)
      || !acq_batch_repository_mark_undone (connection, batch_id, error)
      /* What was one with something of this import may be one with something else now. */
      || !acq_receipt_repository_link (connection, &linked, error)
      || !acq_notice_repository_link (connection, &explained, error))
    return FALSE;
  *ret_removed = restored + transactions + notices + invoices + customers;
  detail = g_strdup_printf ("removed=%" G_GINT64_FORMAT, *ret_removed);
  return acq_change_commit (change, "undo", subject, detail, error);
}
