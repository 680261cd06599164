/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mapping-repository.h"

gboolean
acq_mapping_repository_count (AcqConnection *connection, gint64 *ret_count, GError **error)
{
  return acq_connection_get_int (connection, ret_count, error, "SELECT count(*) FROM column_mapping", "");
}

GHashTable *
acq_mapping_repository_load (AcqConnection *connection, const char *fingerprint, char **ret_kind, GError **error)
{
  g_autoptr (GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *kind = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT kind, each.key, each.value FROM column_mapping, json_each (columns) AS each"
                            " WHERE headings_hash = ?",
                            "t", fingerprint);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      g_free (kind);
      kind = acq_rows_dup_text (rows, 0);
      g_hash_table_insert (columns, acq_rows_dup_text (rows, 1), acq_rows_dup_text (rows, 2));
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (g_hash_table_size (columns) > 0)
    {
      *ret_kind = g_steal_pointer (&kind);
      return g_steal_pointer (&columns);
    }
  return NULL;
}

gboolean
acq_mapping_repository_save (AcqConnection *connection, const char *fingerprint, const char *kind, GHashTable *columns,
                             GError **error)
{
  GHashTableIter iter;
  gpointer name, code;

  if (!acq_mapping_repository_remove (connection, fingerprint, error)
      || !acq_connection_run (connection, error,
                              "INSERT INTO column_mapping (headings_hash, kind, columns) VALUES (?, ?, '{}')", "tt",
                              fingerprint, kind))
    return FALSE;
  g_hash_table_iter_init (&iter, columns);
  while (g_hash_table_iter_next (&iter, &name, &code))
    if (!acq_connection_run (connection, error,
                             "UPDATE column_mapping SET columns = json_patch (columns, json_object (?, ?))"
                             " WHERE headings_hash = ?",
                             "ttt", name, code, fingerprint))
      return FALSE;
  return TRUE;
}

gboolean
acq_mapping_repository_remove (AcqConnection *connection, const char *fingerprint, GError **error)
{
  return acq_connection_run (connection, error, "DELETE FROM column_mapping WHERE headings_hash = ?", "t",
                             fingerprint);
}
