/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-format.h"

#include <string.h>

#include "acq-import-format-rows.h"

/* The table itself is the list in meson.build, of which FORMATS (ROW) is made. */
#define DECLARE(format) extern const AcqImportFormat format;
#define ADDRESS(format) &format,

FORMATS (DECLARE)

static const AcqImportFormat *const formats[] = { FORMATS (ADDRESS) NULL };

static const char *const kind_codes[] = { "statement", "invoices", "customers", "ledger" };

ACQ_DEFINE_CODES (AcqImportKind, acq_import_kind, kind_codes)

const AcqImportFormat *const *
acq_import_formats (void)
{
  return formats;
}

static gboolean
size_is_right (const AcqImportSource *source, GError **error)
{
  if (source->size > 0 && source->size <= ACQ_IMPORT_MAX_BYTES)
    return TRUE;
  if (source->size == 0)
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "the file is empty");
  else
    g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TOO_LARGE, "%" G_GSIZE_FORMAT " bytes",
                 source->size);
  return FALSE;
}

/* The beginnings of files that people mistake for some that can be read. */
static const struct
{
  gsize offset;
  const char *bytes;
  gsize size;
  AcqImportError error;
} strangers[] = {
  { 0, "\377\330\377", 3, ACQ_IMPORT_ERROR_PICTURE },
  { 0, "\211PNG\r\n\032\n", 8, ACQ_IMPORT_ERROR_PICTURE },
  { 0, "GIF8", 4, ACQ_IMPORT_ERROR_PICTURE },
  { 0, "II*\0", 4, ACQ_IMPORT_ERROR_PICTURE },
  { 0, "MM\0*", 4, ACQ_IMPORT_ERROR_PICTURE },
  { 8, "WEBP", 4, ACQ_IMPORT_ERROR_PICTURE },
  { 4, "ftyphei", 7, ACQ_IMPORT_ERROR_PICTURE },
  { 0, "SQLite format 3", 16, ACQ_IMPORT_ERROR_COMPANY_FILE },
};

static AcqImportError
name_stranger (const AcqImportSource *source)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    if (source->size >= strangers[i].offset + strangers[i].size
        && memcmp (source->bytes + strangers[i].offset, strangers[i].bytes, strangers[i].size) == 0)
      return strangers[i].error;
  return ACQ_IMPORT_ERROR_UNKNOWN_FORMAT;
}

const AcqImportFormat *
acq_import_format_sniff (const AcqImportSource *source, const AcqImportKind *kind, GError **error)
{
  const AcqImportFormat *surest = NULL;
  int best = 0;

  if (!size_is_right (source, error))
    return NULL;
  for (gsize i = 0; formats[i] != NULL; i++)
    {
      int sureness;

      if (kind != NULL && formats[i]->kind != *kind)
        continue;
      sureness = formats[i]->sniff (source);
      if (sureness > best)
        {
          best = sureness;
          surest = formats[i];
        }
    }
  if (surest == NULL)
    g_set_error_literal (error, ACQ_IMPORT_ERROR, name_stranger (source), "no format recognises the file");
  return surest;
}
