/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-columns.h"

#include "acq-import-file.h"
#include "acq-mapping-repository.h"
#include "acq-spreadsheet.h"

gboolean
acq_import_columns_recall (AcqConnection *connection, const AcqImportSource *source, const AcqImportKind *wanted,
                           GHashTable **ret_mapping, AcqImportKind *ret_kind, GError **error)
{
  g_auto (GStrv) fingerprints = NULL;
  gint64 count;

  *ret_mapping = NULL;
  if (!acq_mapping_repository_count (connection, &count, error))
    return FALSE;
  if (count == 0)
    return TRUE;
  fingerprints = acq_column_mapping_fingerprints_of (source);
  for (gsize i = 0; fingerprints[i] != NULL; i++)
    {
      g_autofree char *code = NULL;
      g_autoptr (GError) cause = NULL;
      g_autoptr (GHashTable) mapping = acq_mapping_repository_load (connection, fingerprints[i], &code, &cause);

      if (cause != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      if (mapping == NULL || !acq_import_kind_from_code (code, ret_kind)
          || (wanted != NULL && *wanted != *ret_kind))
        continue;
      *ret_mapping = g_steal_pointer (&mapping);
      break;
    }
  return TRUE;
}

gboolean
acq_import_columns_keep (AcqConnection *connection, const AcqImportSource *source, AcqImportKind kind, GError **error)
{
  g_autoptr (AcqColumnMapping) mapping = acq_column_mapping_new (source, kind);
  g_autofree char *fingerprint = NULL;
  gboolean is_of_it = FALSE;

  for (guint i = 0; mapping != NULL && i < mapping->columns->len; i++)
    is_of_it = is_of_it
               || acq_mapped_field (source->mapping, acq_column_mapping_column (mapping, i)->heading, i) != NULL;
  if (!is_of_it)
    return TRUE;
  fingerprint = acq_column_mapping_fingerprint (mapping);
  return acq_mapping_repository_save (connection, fingerprint, acq_import_kind_to_code (kind), source->mapping, error);
}

gboolean
acq_import_columns_forget (AcqCompanyFile *file, const char *fingerprint, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin_unrecorded (file, error);

  return change != NULL
         && acq_mapping_repository_remove (acq_company_file_connection (file), fingerprint, error)
         && acq_change_commit (change, "forget_columns", fingerprint, "", error);
}

/* A table is read as what is said of it, else as what was remembered, else as what it looks like; where it looks like nothing,
   it is offered as a statement. FALSE: no table. */
static gboolean
find_kind (AcqImportSource *source, const AcqImportOptions *options, AcqImportKind *kind)
{
  const AcqImportFormat *format = acq_import_format_sniff (source, options->kind, NULL);

  if (format != NULL && !format->is_table)
    return FALSE;
  *kind = options->kind != NULL ? *options->kind : format != NULL ? format->kind : ACQ_IMPORT_KIND_STATEMENT;
  return *kind != ACQ_IMPORT_KIND_LEDGER;
}

AcqColumnMapping *
acq_import_columns_load (AcqCompanyFile *file, const char *path, GBytes *bytes, const AcqImportOptions *options,
                         gboolean *ret_remembered)
{
  g_autoptr (GBytes) content = bytes != NULL ? g_bytes_ref (bytes) : acq_import_file_map (path, NULL);
  g_autoptr (GHashTable) remembered = NULL;
  g_autoptr (AcqSpreadsheetCache) spreadsheet = acq_spreadsheet_cache_new ();
  AcqImportSource source;
  AcqImportKind kind;

  *ret_remembered = FALSE;
  if (content == NULL)
    return NULL;
  source = acq_import_file_source (file, path, content, options);
  source.spreadsheet = spreadsheet;
  if (source.mapping == NULL
      && !acq_import_columns_recall (acq_company_file_connection (file), &source, options->kind, &remembered, &kind,
                                     NULL))
    return NULL;
  *ret_remembered = remembered != NULL;
  if (remembered != NULL)
    source.mapping = remembered;
  else if (!find_kind (&source, options, &kind))
    return NULL;
  return acq_column_mapping_new (&source, kind);
}
