/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-legal-rate-repository.h"

gboolean
acq_legal_rate_repository_each (AcqConnection *connection, AcqLegalRateFunc func, gpointer user_data, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT kind, valid_from, rate, checked_on, source FROM legal_rate", "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    func (user_data, acq_rows_text (rows, 0), acq_rows_day (rows, 1), (int) acq_rows_int (rows, 2),
          acq_rows_day (rows, 3), acq_rows_text (rows, 4));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_legal_rate_repository_keep (AcqConnection *connection, const char *kind, AcqDay valid_from, int rate,
                                AcqDay checked_on, const char *source, GError **error)
{
  return acq_connection_run (connection, error,
                             "INSERT INTO legal_rate (kind, valid_from, rate, checked_on, source) VALUES (?, ?, ?, ?, ?)"
                             " ON CONFLICT (kind, valid_from) DO UPDATE SET rate = excluded.rate,"
                             " checked_on = excluded.checked_on, source = excluded.source",
                             "tdidt", kind, valid_from, (gint64) rate, checked_on, source);
}
