/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-rule-repository.h"

GPtrArray *
acq_label_rule_repository_list (AcqConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_label_rule_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT id, words FROM label_rule ORDER BY id", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      AcqLabelRule *rule = acq_label_rule_new (acq_rows_text (rows, 1));

      if (rule == NULL)
        continue;
      rule->id = acq_rows_int (rows, 0);
      g_ptr_array_add (rules, rule);
    }
  if (local_error == NULL)
    return g_steal_pointer (&rules);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_label_rule_repository_insert (AcqConnection *connection, AcqLabelRule *rule, AcqDay day, GError **error)
{
  return acq_connection_run (connection, error,
                             "INSERT INTO label_rule (words, created) VALUES (?, ?) ON CONFLICT (words) DO NOTHING", "td",
                             rule->text, day)
         && acq_connection_get_int (connection, &rule->id, error, "SELECT id FROM label_rule WHERE words = ?", "t",
                                    rule->text);
}

gboolean
acq_label_rule_repository_remove (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (connection, error,
                             "UPDATE bank_transaction SET ignored = 0, label_rule_id = NULL WHERE label_rule_id = ?",
                             "i", id)
         && acq_connection_run (connection, error, "DELETE FROM label_rule WHERE id = ?", "i", id);
}

gboolean
acq_label_rule_repository_apply (AcqConnection *connection, gint64 id, gint64 transaction_id, GError **error)
{
  return acq_connection_run (connection, error,
                             "UPDATE bank_transaction SET ignored = 1, label_rule_id = ? WHERE id = ?", "ii", id,
                             transaction_id);
}

GArray *
acq_label_rule_repository_count (AcqConnection *connection, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT (SELECT count(*) FROM bank_transaction WHERE label_rule_id = r.id) FROM label_rule r ORDER BY r.id", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      gint64 count = acq_rows_int (rows, 0);

      g_array_append_val (counts, count);
    }
  if (local_error == NULL)
    return g_steal_pointer (&counts);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
