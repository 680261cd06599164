/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"

G_BEGIN_DECLS

/* How the columns of tables were read before. A table is known by a fingerprint of its headings. */

gboolean acq_mapping_repository_count (AcqConnection *connection, gint64 *ret_count, GError **error);
/* (transfer full) (nullable): heading or letters of a column to the code of what it holds; NULL without an error where none is
   kept. *ret_kind: the code of what the table is about; free it. */
GHashTable *acq_mapping_repository_load (AcqConnection *connection, const char *fingerprint, char **ret_kind,
                                         GError **error);
/* In place of what was kept. */
gboolean acq_mapping_repository_save (AcqConnection *connection, const char *fingerprint, const char *kind,
                                      GHashTable *columns, GError **error);
gboolean acq_mapping_repository_remove (AcqConnection *connection, const char *fingerprint, GError **error);

G_END_DECLS
