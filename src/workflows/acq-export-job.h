/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/* One thing that can be written out: a row of the table of exports. */
typedef struct _AcqExportTable AcqExportTable;

/* "customers", "invoices", "transactions", "ageing", "backup"; NULL for another word. */
const AcqExportTable *acq_export_find_table (const char *name);

/* Writes it to a new file, or in the place of an old one once all is written (a backup never takes another
   file's place). Tables are CSV with semicolons, UTF-8 with a byte order mark, days as ISO 8601 and amounts
   with a dot: what French spreadsheets and scripts both read. */
gboolean acq_export_write (AcqCompanyFile *file, const AcqExportTable *table, const char *path,
                           GError **error);

G_END_DECLS
