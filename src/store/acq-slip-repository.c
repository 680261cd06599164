/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-slip-repository.h"

#define COLUMNS "id, reference, day, currency, total, n_cheques"

gboolean
acq_slip_repository_insert (AcqConnection *connection, AcqDepositSlip *slip, GError **error)
{
  if (!acq_connection_run (connection, error,
                           "INSERT INTO cheque_slip (reference, day, currency, total, n_cheques)"
                           " VALUES (?, ?, ?, ?, ?)",
                           "tdtii", slip->reference, slip->day, slip->currency.code, slip->total,
                           (gint64) slip->n_cheques))
    return FALSE;
  slip->id = acq_connection_last_id (connection);
  return TRUE;
}

gboolean
acq_slip_repository_hand_in (AcqConnection *connection, const AcqDepositSlip *slip, gint64 receipt_id,
                             GError **error)
{
  if (!acq_connection_run (connection, error,
                           "UPDATE receipt SET slip_id = ?2, state = 'deposited', state_since = ?3"
                           " WHERE id = ?1 AND means = 'cheque' AND state = 'in_hand' AND slip_id IS NULL"
                           " AND transaction_id IS NULL",
                           "iid", receipt_id, slip->id, slip->day))
    return FALSE;
  if (acq_connection_changes (connection) == 1)
    return TRUE;
  g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE, "%s", slip->reference);
  return FALSE;
}

static AcqDepositSlip *
read_slip (AcqRows *rows)
{
  AcqDepositSlip *slip = acq_deposit_slip_new ();

  slip->id = acq_rows_int (rows, 0);
  slip->reference = acq_rows_dup_text (rows, 1);
  slip->day = acq_rows_day (rows, 2);
  slip->currency = acq_currency_parse (acq_rows_text (rows, 3));
  slip->total = acq_rows_int (rows, 4);
  slip->n_cheques = (guint) acq_rows_int (rows, 5);
  return slip;
}

AcqDepositSlip *
acq_slip_repository_find (AcqConnection *connection, const char *reference, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT " COLUMNS " FROM cheque_slip WHERE reference = ?", "t", reference);

  return rows != NULL && acq_rows_next (rows, error) ? read_slip (rows) : NULL;
}

gboolean
acq_slip_repository_take_back (AcqConnection *connection, const AcqDepositSlip *slip, GError **error)
{
  gint64 gone_on = 0;

  if (!acq_connection_get_int (connection, &gone_on, error,
                               "SELECT count (*) FROM receipt WHERE slip_id = ?"
                               " AND (state <> 'deposited' OR transaction_id IS NOT NULL)",
                               "i", slip->id))
    return FALSE;
  if (gone_on > 0)
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE, "%s", slip->reference);
      return FALSE;
    }
  return acq_connection_run (connection, error,
                             "UPDATE receipt SET slip_id = NULL, state = 'in_hand', state_since = day"
                             " WHERE slip_id = ?",
                             "i", slip->id)
         && acq_connection_run (connection, error, "DELETE FROM cheque_slip WHERE id = ?", "i", slip->id);
}

/* The slip whose cheques settle just what the receipt does, invoice by invoice; 0 where there is none. */
static gboolean
find_same (AcqConnection *connection, gint64 receipt_id, gint64 *ret_slip, GError **error)
{
  *ret_slip = 0;
  return acq_connection_get_int (
    connection, ret_slip, error,
    "WITH settled AS (SELECT invoice_id, amount FROM allocation WHERE receipt_id = ?1)"
    " SELECT s.id FROM cheque_slip s JOIN receipt l ON l.id = ?1"
    " WHERE l.amount = s.total AND l.currency = s.currency AND l.day >= s.day"
    " AND NOT EXISTS (SELECT 1 FROM receipt c WHERE c.slip_id = s.id AND (c.state <> 'deposited'"
    " OR c.transaction_id IS NOT NULL))"
    " AND NOT EXISTS (SELECT a.invoice_id, sum (a.amount) FROM allocation a"
    " JOIN receipt c ON c.id = a.receipt_id WHERE c.slip_id = s.id GROUP BY a.invoice_id"
    " EXCEPT SELECT invoice_id, amount FROM settled)"
    " AND NOT EXISTS (SELECT invoice_id, amount FROM settled"
    " EXCEPT SELECT a.invoice_id, sum (a.amount) FROM allocation a"
    " JOIN receipt c ON c.id = a.receipt_id WHERE c.slip_id = s.id GROUP BY a.invoice_id)"
    " ORDER BY s.day, s.id LIMIT 1",
    "i", receipt_id);
}

gboolean
acq_slip_repository_credit (AcqConnection *connection, gint64 receipt_id, gboolean *ret_credited, GError **error)
{
  gint64 slip;

  if (!find_same (connection, receipt_id, &slip, error))
    return FALSE;
  *ret_credited = slip != 0;
  return slip == 0
         || acq_connection_run (connection, error,
                                "UPDATE receipt SET state_before = state, state = 'replaced', replaced_by = ?1"
                                " WHERE slip_id = ?2",
                                "ii", receipt_id, slip);
}

gboolean
acq_slip_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM cheque_slip ORDER BY id", "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (ledger->slips, read_slip (rows));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
