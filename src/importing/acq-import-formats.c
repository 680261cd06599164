/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-format.h"

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
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNKNOWN_FORMAT,
                         "no format recognises the file");
  return surest;
}
