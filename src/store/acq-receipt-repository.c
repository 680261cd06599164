/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-receipt-repository.h"

#include "acq-bank-repository.h"
#include "acq-invoice-repository.h"

#define COLUMNS                                                                                              \
  "id, transaction_id, customer_id, day, amount, currency, means, state, state_since, source, reason, beside," \
  " cheque_number, cheque_bank, cheque_drawer, slip_id"

gboolean
acq_receipt_repository_insert (AcqConnection *connection, AcqReceipt *receipt, gint64 batch_id,
                               GError **error)
{
  AcqDay since = receipt->state_since == ACQ_DAY_NONE ? receipt->day : receipt->state_since;

  if (!acq_connection_run (
        connection, error,
        "INSERT INTO receipt (transaction_id, customer_id, day, amount, currency, means, state,"
        " state_since, source, reason, beside, batch_id, cheque_number, cheque_bank, cheque_drawer)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "zzditttdttzzttt", receipt->transaction_id, receipt->customer_id, receipt->day, receipt->amount,
        receipt->currency.code, acq_means_to_code (receipt->means),
        acq_receipt_state_to_code (receipt->state), since, acq_receipt_source_to_code (receipt->source),
        receipt->reason, receipt->beside, batch_id, receipt->cheque_number, receipt->cheque_bank,
        receipt->cheque_drawer))
    return FALSE;
  receipt->id = acq_connection_last_id (connection);
  return TRUE;
}

static AcqReceipt *
read_receipt (AcqRows *rows)
{
  AcqReceipt *receipt = acq_receipt_new ();

  receipt->id = acq_rows_int (rows, 0);
  receipt->transaction_id = acq_rows_int (rows, 1);
  receipt->customer_id = acq_rows_int (rows, 2);
  receipt->day = acq_rows_day (rows, 3);
  receipt->amount = acq_rows_int (rows, 4);
  receipt->currency = acq_currency_parse (acq_rows_text (rows, 5));
  acq_means_from_code (acq_rows_text (rows, 6), &receipt->means);
  acq_receipt_state_from_code (acq_rows_text (rows, 7), &receipt->state);
  receipt->state_since = acq_rows_day (rows, 8);
  acq_receipt_source_from_code (acq_rows_text (rows, 9), &receipt->source);
  receipt->reason = acq_rows_dup_text (rows, 10);
  receipt->beside = acq_rows_int (rows, 11);
  receipt->cheque_number = acq_rows_dup_text (rows, 12);
  receipt->cheque_bank = acq_rows_dup_text (rows, 13);
  receipt->cheque_drawer = acq_rows_dup_text (rows, 14);
  receipt->slip_id = acq_rows_int (rows, 15);
  return receipt;
}

/* Of a row that begins with the receipt's id: the allocation's id, invoice_id, amount, origin. */
static void
read_allocation (AcqRows *rows, AcqReceipt *receipt)
{
  AcqAllocation allocation
    = { acq_rows_int (rows, 1), acq_rows_int (rows, 2), acq_rows_int (rows, 3), ACQ_ALLOCATION_ORIGIN_HAND };

  acq_allocation_origin_from_code (acq_rows_text (rows, 4), &allocation.origin);
  g_array_append_val (receipt->allocations, allocation);
}

/* As above: invoice_id, penalties, indemnity. */
static void
read_interest (AcqRows *rows, AcqReceipt *receipt)
{
  AcqInterestPayment paid = { acq_rows_int (rows, 1), acq_rows_int (rows, 2), acq_rows_int (rows, 3) };

  g_array_append_val (receipt->interest, paid);
}

/* Gives each row of a query ordered by receipt, the first column, to its receipt; all receipts are there, by id. */
static gboolean
deal_out (const GPtrArray *receipts, AcqRows *rows, void (*read) (AcqRows *rows, AcqReceipt *receipt),
          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  guint at = 0;

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      gint64 receipt_id = acq_rows_int (rows, 0);

      while (((AcqReceipt *) receipts->pdata[at])->id < receipt_id)
        at++;
      read (rows, receipts->pdata[at]);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* What one receipt settled, asked for by its id so that the others are not looked through. */
static gboolean
read_parts (AcqConnection *connection, AcqReceipt *receipt, GError **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (AcqRows) allocations = acq_connection_query (
    connection, error,
    "SELECT receipt_id, id, invoice_id, amount, origin FROM allocation WHERE receipt_id = ? ORDER BY id", "i",
    receipt->id);
  g_autoptr (AcqRows) interest = NULL;

  g_ptr_array_add (one, receipt);
  if (!deal_out (one, allocations, read_allocation, error))
    return FALSE;
  interest = acq_connection_query (
    connection, error,
    "SELECT receipt_id, invoice_id, penalties, indemnity FROM interest_payment WHERE receipt_id = ?"
    " ORDER BY invoice_id",
    "i", receipt->id);
  return deal_out (one, interest, read_interest, error);
}

static AcqReceipt *
read_one (AcqConnection *connection, AcqRows *rows, GError **error)
{
  g_autoptr (AcqReceipt) receipt = NULL;

  if (rows == NULL || !acq_rows_next (rows, error))
    return NULL;
  receipt = read_receipt (rows);
  return read_parts (connection, receipt, error) ? g_steal_pointer (&receipt) : NULL;
}

AcqReceipt *
acq_receipt_repository_find (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM receipt WHERE id = ?", "i", id);

  return read_one (connection, rows, error);
}

AcqReceipt *
acq_receipt_repository_find_by_transaction (AcqConnection *connection, gint64 transaction_id, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT " COLUMNS " FROM receipt WHERE transaction_id = ?", "i", transaction_id);

  return read_one (connection, rows, error);
}

static gboolean
refresh_transaction_of (AcqConnection *connection, gint64 receipt_id, GError **error)
{
  gint64 transaction_id = 0;

  if (!acq_connection_get_int (connection, &transaction_id, error,
                               "SELECT coalesce (transaction_id, 0) FROM receipt WHERE id = ?", "i",
                               receipt_id))
    return FALSE;
  return transaction_id == 0 || acq_bank_repository_refresh_matched (connection, transaction_id, error);
}

gboolean
acq_receipt_repository_allocate (AcqConnection *connection, gint64 receipt_id, gint64 invoice_id,
                                 gint64 amount, AcqAllocationOrigin origin, GError **error)
{
  return acq_connection_run (
           connection, error,
           "INSERT INTO allocation (receipt_id, invoice_id, amount, origin) VALUES (?, ?, ?, ?)"
           " ON CONFLICT (receipt_id, invoice_id) DO UPDATE SET amount = amount + excluded.amount,"
           " origin = excluded.origin",
           "iiit", receipt_id, invoice_id, amount, acq_allocation_origin_to_code (origin))
         && acq_invoice_repository_refresh_balance (connection, invoice_id, error)
         && refresh_transaction_of (connection, receipt_id, error);
}

gboolean
acq_receipt_repository_pay_interest (AcqConnection *connection, gint64 receipt_id, const AcqInterestPayment *payment,
                                     GError **error)
{
  return acq_connection_run (connection, error,
                             "INSERT INTO interest_payment (receipt_id, invoice_id, penalties, indemnity)"
                             " VALUES (?, ?, ?, ?) ON CONFLICT (receipt_id, invoice_id) DO UPDATE SET"
                             " penalties = penalties + excluded.penalties, indemnity = indemnity + excluded.indemnity",
                             "iiii", receipt_id, payment->invoice_id, payment->penalties, payment->indemnity)
         && refresh_transaction_of (connection, receipt_id, error);
}

/* The ids of the first column. */
static GArray *
list_ids (AcqRows *rows, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;

  while (acq_rows_next (rows, &local_error))
    {
      gint64 id = acq_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (local_error == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static GArray *
list_invoices_of (AcqConnection *connection, gint64 receipt_id, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT invoice_id FROM allocation WHERE receipt_id = ? ORDER BY id", "i", receipt_id);

  return rows == NULL ? NULL : list_ids (rows, error);
}

static gboolean
refresh_invoices (AcqConnection *connection, const GArray *ids, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!acq_invoice_repository_refresh_balance (connection, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/* What was in flight before a bank line took its place is in flight again. */
static gboolean
restore_replaced (AcqConnection *connection, gint64 receipt_id, gint64 invoice_id, GError **error)
{
  return acq_connection_run (
    connection, error,
    "UPDATE receipt SET state = state_before, replaced_by = NULL, state_before = NULL"
    " WHERE replaced_by = ?1 AND (?2 IS NULL OR EXISTS (SELECT 1 FROM allocation"
    " WHERE receipt_id = receipt.id AND invoice_id = ?2))",
    "iz", receipt_id, invoice_id);
}

/* Whether what is left of a match gives more than the receipt has, as when the credit note of a netted one is taken out. */
static gboolean
is_overdrawn (AcqConnection *connection, gint64 receipt_id, gboolean *ret_overdrawn, GError **error)
{
  gint64 overdrawn = 0;

  if (!acq_connection_get_int (
        connection, &overdrawn, error,
        "SELECT (r.amount >= 0 AND s.sum > r.amount) OR (r.amount < 0 AND s.sum < r.amount)"
        " FROM receipt r, (SELECT (SELECT coalesce (sum (amount), 0) FROM allocation WHERE receipt_id = ?1)"
        " + (SELECT coalesce (sum (penalties + indemnity), 0) FROM interest_payment WHERE receipt_id = ?1) sum) s"
        " WHERE r.id = ?1",
        "i", receipt_id))
    return FALSE;
  *ret_overdrawn = overdrawn != 0;
  return TRUE;
}

/* The newest returned payment that reopens more of an invoice than was ever settled; 0 where there is none. */
static gboolean
find_orphaned_return (AcqConnection *connection, gint64 invoice_id, gint64 *ret_allocation,
                      gint64 *ret_receipt, GError **error)
{
  *ret_allocation = *ret_receipt = 0;
  return acq_connection_get_int (
           connection, ret_allocation, error,
           "SELECT a.id FROM allocation a JOIN receipt r ON r.id = a.receipt_id"
           " JOIN invoice i ON i.id = a.invoice_id WHERE a.invoice_id = ?1 AND a.amount < 0"
           " AND r.amount < 0 AND i.total >= 0 AND (SELECT sum (b.amount) FROM allocation b"
           " JOIN receipt o ON o.id = b.receipt_id WHERE b.invoice_id = ?1"
           " AND o.state = 'credited') < 0 ORDER BY r.day DESC, a.id DESC LIMIT 1",
           "i", invoice_id)
         && acq_connection_get_int (connection, ret_receipt, error,
                                    "SELECT receipt_id FROM allocation WHERE id = ?", "i", *ret_allocation);
}

/* A payment that is taken back takes with it the return that had reopened its invoice, or the debt would double. */
static gboolean
drop_orphaned_returns (AcqConnection *connection, const GArray *invoices, GError **error)
{
  for (guint i = 0; i < invoices->len; i++)
    {
      gint64 invoice_id = g_array_index (invoices, gint64, i), allocation_id, receipt_id;

      if (!find_orphaned_return (connection, invoice_id, &allocation_id, &receipt_id, error))
        return FALSE;
      while (allocation_id != 0)
        if (!acq_connection_run (connection, error, "DELETE FROM allocation WHERE id = ?", "i", allocation_id)
            || !refresh_transaction_of (connection, receipt_id, error)
            || !find_orphaned_return (connection, invoice_id, &allocation_id, &receipt_id, error))
          return FALSE;
    }
  return TRUE;
}

/* What was short of a payment that is taken back was not written off after all. */
static gboolean
remove_idle_beside (AcqConnection *connection, GError **error)
{
  return acq_connection_run (connection, error,
                             "DELETE FROM receipt WHERE beside IS NOT NULL"
                             " AND NOT EXISTS (SELECT 1 FROM allocation WHERE receipt_id = receipt.id)",
                             "");
}

static gboolean
delete_allocations (AcqConnection *connection, gint64 receipt_id, gint64 invoice_id, gint64 *removed,
                    GError **error)
{
  if (!acq_connection_run (connection, error,
                           "DELETE FROM allocation WHERE receipt_id = ?1 AND (?2 IS NULL OR invoice_id = ?2)",
                           "iz", receipt_id, invoice_id))
    return FALSE;
  *removed += acq_connection_changes (connection);
  if (!acq_connection_run (connection, error,
                           "DELETE FROM interest_payment WHERE receipt_id = ?1 AND (?2 IS NULL OR invoice_id = ?2)", "iz",
                           receipt_id, invoice_id))
    return FALSE;
  *removed += acq_connection_changes (connection);
  return restore_replaced (connection, receipt_id, invoice_id, error)
         && acq_connection_run (connection, error,
                                "DELETE FROM allocation WHERE receipt_id IN (SELECT id FROM receipt WHERE beside = ?1)"
                                " AND (?2 IS NULL OR invoice_id = ?2)",
                                "iz", receipt_id, invoice_id)
         && remove_idle_beside (connection, error);
}

gboolean
acq_receipt_repository_take_back (AcqConnection *connection, gint64 receipt_id, gint64 invoice_id,
                                  gint64 *ret_removed, GError **error)
{
  g_autoptr (GArray) invoices = list_invoices_of (connection, receipt_id, error);
  gboolean overdrawn;

  *ret_removed = 0;
  if (invoices == NULL || !delete_allocations (connection, receipt_id, invoice_id, ret_removed, error)
      || !is_overdrawn (connection, receipt_id, &overdrawn, error)
      || (overdrawn && !delete_allocations (connection, receipt_id, 0, ret_removed, error)))
    return FALSE;
  return drop_orphaned_returns (connection, invoices, error) && refresh_invoices (connection, invoices, error)
         && refresh_transaction_of (connection, receipt_id, error);
}

gboolean
acq_receipt_repository_take_back_lettering (AcqConnection *connection, gint64 receipt_id, GError **error)
{
  g_autoptr (GArray) invoices = list_invoices_of (connection, receipt_id, error);

  return invoices != NULL
         && acq_connection_run (connection, error,
                                "DELETE FROM allocation WHERE receipt_id = ? AND origin = 'ledger'", "i",
                                receipt_id)
         && refresh_invoices (connection, invoices, error)
         && refresh_transaction_of (connection, receipt_id, error);
}

gboolean
acq_receipt_repository_replace_in_flight (AcqConnection *connection, gint64 receipt_id, gint64 invoice_id,
                                          GError **error)
{
  return acq_connection_run (
    connection, error,
    "UPDATE receipt SET state_before = state, state = 'replaced', replaced_by = ?1"
    " WHERE id = (SELECT r.id FROM receipt r JOIN allocation a ON a.receipt_id = r.id"
    " WHERE a.invoice_id = ?2 AND r.state IN ('in_hand', 'deposited', 'awaited', 'accepted')"
    " AND a.amount <= (SELECT b.amount FROM allocation b WHERE b.receipt_id = ?1 AND b.invoice_id = ?2)"
    " ORDER BY r.day LIMIT 1)",
    "ii", receipt_id, invoice_id);
}

gboolean
acq_receipt_repository_sum_in_flight (AcqConnection *connection, gint64 invoice_id, gint64 *ret_sum,
                                      GError **error)
{
  *ret_sum = 0;
  return acq_connection_get_int (connection, ret_sum, error,
                                 "SELECT coalesce (sum (a.amount), 0) FROM allocation a"
                                 " JOIN receipt r ON r.id = a.receipt_id WHERE a.invoice_id = ?"
                                 " AND r.state IN ('in_hand', 'deposited', 'awaited', 'accepted')",
                                 "i", invoice_id);
}

gboolean
acq_receipt_repository_set_state (AcqConnection *connection, gint64 receipt_id, AcqReceiptState state,
                                  AcqDay since, GError **error)
{
  g_autoptr (GArray) invoices = list_invoices_of (connection, receipt_id, error);

  return invoices != NULL
         && acq_connection_run (connection, error, "UPDATE receipt SET state = ?, state_since = ? WHERE id = ?",
                                "tdi", acq_receipt_state_to_code (state), since, receipt_id)
         && refresh_invoices (connection, invoices, error);
}

gboolean
acq_receipt_repository_describe_cheque (AcqConnection *connection, gint64 receipt_id, const char *number,
                                        const char *bank, GError **error)
{
  return acq_connection_run (connection, error,
                             "UPDATE receipt SET cheque_number = ?, cheque_bank = ? WHERE id = ?", "tti", number,
                             bank, receipt_id);
}

/* The sum of a slip is what the bank got: none of its cheques can be forgotten alone. */
static gboolean
check_on_no_slip (AcqConnection *connection, gint64 receipt_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT s.reference FROM receipt r JOIN cheque_slip s ON s.id = r.slip_id WHERE r.id = ?", "i", receipt_id);

  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE, "%s", acq_rows_text (rows, 0));
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_receipt_repository_remove (AcqConnection *connection, gint64 receipt_id, GError **error)
{
  gint64 removed;

  return check_on_no_slip (connection, receipt_id, error)
         && acq_receipt_repository_take_back (connection, receipt_id, 0, &removed, error)
         && acq_connection_run (connection, error,
                                "DELETE FROM revision WHERE subject = 'receipt' AND row_id = ?", "i",
                                receipt_id)
         && acq_connection_run (connection, error, "DELETE FROM receipt WHERE id = ?", "i", receipt_id);
}

typedef struct
{
  gint64 receipt_id;
  gint64 transaction_id;
} Link;

static GArray *
list_links (AcqConnection *connection, GError **error)
{
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT r.id, t.id, coalesce (k.name, '') || ' ' || coalesce (r.reason, ''),"
    " t.label || ' ' || coalesce (t.counterparty, '')"
    " FROM receipt r JOIN account c ON c.currency = r.currency LEFT JOIN customer k ON k.id = r.customer_id"
    " JOIN bank_transaction t ON t.account_id = c.id AND t.amount = r.amount"
    " AND t.booked BETWEEN date (r.day, '-5 days') AND date (r.day, '+5 days')"
    " WHERE r.transaction_id IS NULL AND r.state = 'credited' AND r.amount <> 0"
    " AND r.means IN ('unknown', 'transfer', 'direct_debit', 'cheque', 'card', 'bill')"
    " AND (r.means = t.means OR r.means = 'unknown' OR t.means = 'unknown') AND NOT t.ignored"
    " AND NOT EXISTS (SELECT 1 FROM receipt o WHERE o.transaction_id = t.id)"
    " ORDER BY abs (julianday (t.booked) - julianday (r.day)), r.id, t.id",
    "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      Link link = { acq_rows_int (rows, 0), acq_rows_int (rows, 1) };

      if (acq_receipt_words_agree (acq_rows_text (rows, 2), acq_rows_text (rows, 3)))
        g_array_append_val (links, link);
    }
  if (local_error == NULL)
    return g_steal_pointer (&links);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_receipt_repository_link (AcqConnection *connection, gint64 *ret_linked, GError **error)
{
  g_autoptr (GArray) links = list_links (connection, error);

  *ret_linked = 0;
  if (links == NULL)
    return FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      Link *link = &g_array_index (links, Link, i);

      if (!acq_connection_run (
            connection, error,
            "UPDATE receipt SET transaction_id = ?2 WHERE id = ?1 AND transaction_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM receipt WHERE transaction_id = ?2)",
            "ii", link->receipt_id, link->transaction_id))
        return FALSE;
      if (acq_connection_changes (connection) == 0)
        continue;
      ++*ret_linked;
      if (!acq_bank_repository_refresh_matched (connection, link->transaction_id, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_receipt_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM receipt ORDER BY id", "");
  g_autoptr (AcqRows) allocations = NULL;
  g_autoptr (AcqRows) interest = NULL;

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (ledger->receipts, read_receipt (rows));
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  allocations = acq_connection_query (
    connection, error,
    "SELECT receipt_id, id, invoice_id, amount, origin FROM allocation ORDER BY receipt_id, id", "");
  if (!deal_out (ledger->receipts, allocations, read_allocation, error))
    return FALSE;
  interest = acq_connection_query (
    connection, error,
    "SELECT receipt_id, invoice_id, penalties, indemnity FROM interest_payment ORDER BY receipt_id, invoice_id", "");
  return deal_out (ledger->receipts, interest, read_interest, error);
}

/* Receipts that another source told of lose only their link to a bank line of the batch; those that the bank
   line alone made go with it. */
static GArray *
list_receipts_of_batch (AcqConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT id FROM receipt WHERE batch_id = ?1 OR (source = 'bank' AND transaction_id IN"
    " (SELECT id FROM bank_transaction WHERE batch_id = ?1))",
    "i", batch_id);

  return rows == NULL ? NULL : list_ids (rows, error);
}

/* A payment that the user typed for an invoice of the batch would be left with nothing to settle, and silence other
   invoices as a credit. */
static gboolean
check_no_typed_payment (AcqConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT i.number FROM invoice i JOIN allocation a ON a.invoice_id = i.id JOIN receipt r ON r.id = "
    "a.receipt_id"
    " WHERE i.batch_id = ? AND r.source = 'hand' AND r.transaction_id IS NULL AND r.beside IS NULL LIMIT 1",
    "i", batch_id);

  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE, "%s", acq_rows_text (rows, 0));
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
take_back_allocations_to_invoices (AcqConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (GArray) receipts = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (connection, error,
                                                   "SELECT a.receipt_id FROM allocation a JOIN invoice i"
                                                   " ON i.id = a.invoice_id WHERE i.batch_id = ?1"
                                                   " UNION SELECT p.receipt_id FROM interest_payment p"
                                                   " JOIN invoice i ON i.id = p.invoice_id WHERE i.batch_id = ?1",
                                                   "i", batch_id);

  if (rows == NULL)
    return FALSE;
  receipts = list_ids (rows, error);
  if (receipts == NULL)
    return FALSE;
  if (!acq_connection_run (
        connection, error,
        "DELETE FROM allocation WHERE invoice_id IN (SELECT id FROM invoice WHERE batch_id = ?)", "i",
        batch_id)
      || !acq_connection_run (
        connection, error,
        "DELETE FROM interest_payment WHERE invoice_id IN (SELECT id FROM invoice WHERE batch_id = ?)", "i", batch_id))
    return FALSE;
  for (guint i = 0; i < receipts->len; i++)
    {
      gint64 id = g_array_index (receipts, gint64, i), removed;
      gboolean overdrawn;

      if (!is_overdrawn (connection, id, &overdrawn, error)
          || (overdrawn && !acq_receipt_repository_take_back (connection, id, 0, &removed, error))
          || !refresh_transaction_of (connection, id, error))
        return FALSE;
    }
  return remove_idle_beside (connection, error);
}

gboolean
acq_receipt_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                     GError **error)
{
  g_autoptr (GArray) receipts = list_receipts_of_batch (connection, batch_id, error);

  if (receipts == NULL || !check_no_typed_payment (connection, batch_id, error)
      || !take_back_allocations_to_invoices (connection, batch_id, error))
    return FALSE;
  for (guint i = 0; i < receipts->len; i++)
    if (!acq_receipt_repository_remove (connection, g_array_index (receipts, gint64, i), error))
      return FALSE;
  *ret_removed = receipts->len;
  return acq_connection_run (connection, error,
                             "UPDATE receipt SET transaction_id = NULL WHERE transaction_id IN"
                             " (SELECT id FROM bank_transaction WHERE batch_id = ?)",
                             "i", batch_id);
}
