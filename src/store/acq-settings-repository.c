/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-settings-repository.h"

AcqCompany *
acq_settings_repository_load_company (AcqConnection *connection, GError **error)
{
  g_autoptr (AcqCompany) company = acq_company_new ();
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT key, value FROM company_detail", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    acq_company_set (company, acq_rows_text (rows, 0), acq_rows_text (rows, 1));
  if (local_error == NULL)
    return g_steal_pointer (&company);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_settings_repository_set_company (AcqConnection *connection, const char *key, const char *value,
                                     GError **error)
{
  if (value == NULL || value[0] == '\0')
    return acq_connection_run (connection, error, "DELETE FROM company_detail WHERE key = ?", "t", key);
  return acq_connection_run (connection, error,
                             "INSERT INTO company_detail (key, value) VALUES (?, ?)"
                             " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                             "tt", key, value);
}

char *
acq_settings_repository_get (AcqConnection *connection, const char *key, GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT value FROM setting WHERE key = ?", "t", key);

  if (rows == NULL || !acq_rows_next (rows, error))
    return NULL;
  return acq_rows_dup_text (rows, 0);
}

gboolean
acq_settings_repository_set (AcqConnection *connection, const char *key, const char *value, GError **error)
{
  return acq_connection_run (connection, error,
                             "INSERT INTO setting (key, value) VALUES (?, ?)"
                             " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                             "tt", key, value);
}

gboolean
acq_settings_repository_learn_payer (AcqConnection *connection, const char *key, gboolean is_iban,
                                     gint64 customer_id, GError **error)
{
  return acq_connection_run (
    connection, error,
    "INSERT INTO payer_alias (key, is_iban, customer_id, confirmations) VALUES (?, ?, ?, 1)"
    " ON CONFLICT (key, customer_id) DO UPDATE SET confirmations = confirmations + 1",
    "tbi", key, is_iban, customer_id);
}

gboolean
acq_settings_repository_forget_payer (AcqConnection *connection, const char *key, gint64 customer_id,
                                      GError **error)
{
  return acq_connection_run (connection, error,
                             "UPDATE payer_alias SET confirmations = confirmations - 1"
                             " WHERE key = ? AND customer_id = ?",
                             "ti", key, customer_id)
         && acq_connection_run (connection, error, "DELETE FROM payer_alias WHERE confirmations < 1", "");
}

gboolean
acq_settings_repository_load_aliases (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT key, is_iban, customer_id, confirmations FROM payer_alias ORDER BY key, customer_id", "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      AcqPayerAlias *alias = g_new0 (AcqPayerAlias, 1);

      alias->key = acq_rows_dup_text (rows, 0);
      alias->is_iban = acq_rows_int (rows, 1) != 0;
      alias->customer_id = acq_rows_int (rows, 2);
      alias->confirmations = (int) acq_rows_int (rows, 3);
      g_ptr_array_add (ledger->aliases, alias);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
