/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payer-entry.h"

#include "acq-lookup.h"
#include "acq-settings-repository.h"

/* How often it was confirmed. */
static int
count_confirmations (AcqConnection *connection, gint64 customer_id, const char *key)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, NULL, "SELECT confirmations FROM payer_alias WHERE customer_id = ? AND key = ?", "it",
    customer_id, key);

  return rows != NULL && acq_rows_next (rows, NULL) ? (int) acq_rows_int (rows, 0) : 0;
}

gboolean
acq_payer_entry_forget (AcqCompanyFile *file, const char *customer, const char *key, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqChange) change = acq_change_begin (file, error);
  gint64 id = change == NULL ? 0 : acq_lookup_customer (connection, customer, error);

  if (id == 0)
    return FALSE;
  for (int i = count_confirmations (connection, id, key); i > 0; i--)
    if (!acq_settings_repository_forget_payer (connection, key, id, error))
      return FALSE;
  return acq_change_commit (change, "forget_payer", customer, key, error);
}
