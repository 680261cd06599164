/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-file.h"

#include <sys/stat.h>

#include "acq-workflow-error.h"

GBytes *
acq_import_file_map (const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GMappedFile) mapped = NULL;
  struct stat about;

  if (stat (path, &about) == 0 && !S_ISREG (about.st_mode))
    {
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, "%s", path);
      return NULL;
    }
  if (stat (path, &about) == 0 && (guint64) about.st_size > ACQ_IMPORT_MAX_BYTES)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TOO_LARGE, "%" G_GINT64_FORMAT " bytes",
                   (gint64) about.st_size);
      return NULL;
    }
  mapped = g_mapped_file_new (path, FALSE, &local_error);
  if (mapped != NULL)
    return g_mapped_file_get_bytes (mapped);
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, "%s", local_error->message);
  return NULL;
}

AcqImportSource
acq_import_file_source (AcqCompanyFile *file, const char *path, GBytes *bytes, const AcqImportOptions *options)
{
  AcqImportSource source = {
    .path = path,
    .today = acq_clock_today (acq_company_file_clock (file)),
    .currency = ACQ_CURRENCY_EUR,
    .mapping = options->mapping,
    .cancellable = options->cancellable,
  };

  source.bytes = g_bytes_get_data (bytes, &source.size);
  return source;
}
