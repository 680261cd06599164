/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-column-mapping.h"
#include "acq-import-job.h"

G_BEGIN_DECLS

/* The columns of tables: what they hold, and what is remembered of those that were read before. */

/**
 * acq_import_columns_load:
 * @path: or the name of @bytes
 * @bytes: (nullable): NULL to read the file
 * @options: its kind and mapping count
 * @ret_remembered: how the table is read was remembered of an earlier one
 *
 * Looks at the beginning of a file alone.
 *
 * Returns: (transfer full) (nullable): %NULL where it is no table or cannot be read
 */
AcqColumnMapping *acq_import_columns_load (AcqCompanyFile *file, const char *path, GBytes *bytes,
                                           const AcqImportOptions *options, gboolean *ret_remembered);

/* The mapping of a table like this one, if one is kept for that kind (NULL: any); then *ret_kind is of what it is. FALSE with an
   error where the company file cannot be read; *ret_mapping is NULL where none is kept. */
gboolean acq_import_columns_recall (AcqConnection *connection, const AcqImportSource *source, const AcqImportKind *wanted,
                                    GHashTable **ret_mapping, AcqImportKind *ret_kind, GError **error);
/* Keeps the source's mapping, if it names a column of this table. Within a change. */
gboolean acq_import_columns_keep (AcqConnection *connection, const AcqImportSource *source, AcqImportKind kind,
                                  GError **error);
/* From now on tables like this one are guessed again. */
gboolean acq_import_columns_forget (AcqCompanyFile *file, const char *fingerprint, GError **error);

G_END_DECLS
