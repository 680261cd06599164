/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-repository.h"

#define COLUMNS                                                                                              \
  "id, number, customer_id, kind, issued, performed, currency, total, prepaid, balance, order_reference,"    \
  " engagement, deposited, deposit_status, corrects, penalty_note, indemnity_note, discount_note, factored," \
  " cancelled, opening, old_item, reminders_before, last_reminder_before"

/* A cancelled invoice is owed by nobody: its parts must not stand in the index of open ones. */
static gint64
kept_balance (const AcqInvoice *invoice, const AcqDueItem *item)
{
  return invoice->cancelled ? 0 : item->balance;
}

static gboolean
write_parts (AcqConnection *connection, AcqInvoice *invoice, GError **error)
{
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      AcqDueItem *item = acq_invoice_due_item (invoice, i);

      if (!acq_connection_run (connection, error,
                               "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"
                               " VALUES (?, ?, ?, ?, ?, ?)",
                               "itdtii", invoice->id, acq_due_kind_to_code (item->kind), item->due,
                               invoice->currency.code, item->amount, kept_balance (invoice, item)))
        return FALSE;
      item->id = acq_connection_last_id (connection);
    }
  for (guint i = 0; i < invoice->vat_lines->len; i++)
    {
      const AcqVatLine *line = &g_array_index (invoice->vat_lines, AcqVatLine, i);

      if (!acq_connection_run (connection, error,
                               "INSERT INTO vat_line (invoice_id, rate, base, tax, reverse_charge)"
                               " VALUES (?, ?, ?, ?, ?)",
                               "iiiib", invoice->id, (gint64) line->rate, line->base, line->tax,
                               line->reverse_charge))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_invoice_repository_insert (AcqConnection *connection, AcqInvoice *invoice, gint64 batch_id,
                               GError **error)
{
  if (!acq_connection_run (
        connection, error,
        "INSERT INTO invoice (number, customer_id, kind, issued, performed, currency, total, prepaid, "
        "balance,"
        " order_reference, engagement, deposited, deposit_status, corrects, penalty_note, indemnity_note,"
        " discount_note, factored, cancelled, opening, old_item, reminders_before, last_reminder_before, "
        "batch_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "titddtiiittdtttttbbbbidz", invoice->number, invoice->customer_id,
        acq_invoice_kind_to_code (invoice->kind), invoice->issued, invoice->performed, invoice->currency.code,
        invoice->total, invoice->prepaid, invoice->balance, invoice->order_reference, invoice->engagement,
        invoice->deposited, invoice->deposit_status, invoice->corrects, invoice->penalty_note,
        invoice->indemnity_note, invoice->discount_note, invoice->factored, invoice->cancelled,
        invoice->opening, invoice->old_item, (gint64) invoice->reminders_before,
        invoice->last_reminder_before, batch_id))
    return FALSE;
  invoice->id = acq_connection_last_id (connection);
  return write_parts (connection, invoice, error);
}

static gboolean
sum_settled (AcqConnection *connection, gint64 id, gint64 *ret_settled, GError **error)
{
  *ret_settled = 0;
  return acq_connection_get_int (connection, ret_settled, error,
                                 "SELECT coalesce (sum (a.amount), 0) FROM allocation a"
                                 " JOIN receipt r ON r.id = a.receipt_id"
                                 " WHERE a.invoice_id = ? AND r.state = 'credited'",
                                 "i", id);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const AcqDueItem *left = a, *right = b;
  gboolean left_late = left->kind == ACQ_DUE_KIND_RETENTION,
           right_late = right->kind == ACQ_DUE_KIND_RETENTION;

  if (left_late != right_late)
    return left_late ? 1 : -1;
  return (left->due > right->due) - (left->due < right->due);
}

/* (element-type AcqDueItem) (nullable): NULL on an error. */
static GArray *
list_kept_parts (AcqConnection *connection, gint64 invoice_id, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT kind, due FROM due_item WHERE invoice_id = ? ORDER BY id", "i", invoice_id);
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (AcqDueItem));
  g_autoptr (GError) local_error = NULL;

  while (rows != NULL && acq_rows_next (rows, &local_error))
    {
      AcqDueItem part = { .due = acq_rows_day (rows, 1) };

      acq_due_kind_from_code (acq_rows_text (rows, 0), &part.kind);
      g_array_append_val (parts, part);
    }
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (rows != NULL)
    {
      g_array_sort (parts, compare_parts);
      return g_steal_pointer (&parts);
    }
  return NULL;
}

/* On which day the part falls due that fell due on this one: parts are known by their place, or by their day where there are more
   or fewer of them now. ACQ_DAY_NONE: there is none such. */
static AcqDay
find_new_due (const GArray *before, const GArray *after, AcqDay due)
{
  const GArray *known = before->len == after->len ? before : after;

  for (guint i = 0; i < known->len; i++)
    if (g_array_index (known, AcqDueItem, i).due == due)
      return g_array_index (after, AcqDueItem, i).due;
  return ACQ_DAY_NONE;
}

typedef struct
{
  gint64 id;
  AcqDay due;
} DatedReminder;

/* (element-type DatedReminder) (nullable): those that were of one part. NULL on an error. */
static GArray *
list_dated_reminders (AcqConnection *connection, gint64 invoice_id, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT id, due FROM reminder WHERE invoice_id = ? AND due IS NOT NULL", "i",
    invoice_id);
  g_autoptr (GArray) reminders = g_array_new (FALSE, FALSE, sizeof (DatedReminder));
  g_autoptr (GError) local_error = NULL;

  while (rows != NULL && acq_rows_next (rows, &local_error))
    {
      DatedReminder reminder = { acq_rows_int (rows, 0), acq_rows_day (rows, 1) };

      g_array_append_val (reminders, reminder);
    }
  if (local_error == NULL && rows != NULL)
    return g_steal_pointer (&reminders);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* Reminders are those of a part by its due day: where that is corrected they stay its own, or it would be reminded of from the
   start again. Where the parts are others now, they are those of the invoice. */
static gboolean
move_reminders (AcqConnection *connection, const AcqInvoice *invoice, GError **error)
{
  g_autoptr (GArray) reminders = list_dated_reminders (connection, invoice->id, error);
  g_autoptr (GArray) before = NULL, after = NULL;

  if (reminders == NULL || reminders->len == 0)
    return reminders != NULL;
  before = list_kept_parts (connection, invoice->id, error);
  after = g_array_copy (invoice->due_items);
  g_array_sort (after, compare_parts);
  for (guint i = 0; before != NULL && i < reminders->len; i++)
    {
      const DatedReminder *reminder = &g_array_index (reminders, DatedReminder, i);
      AcqDay due = find_new_due (before, after, reminder->due);

      if (due != reminder->due
          && !acq_connection_run (connection, error, "UPDATE reminder SET due = ? WHERE id = ?", "di", due,
                                  reminder->id))
        return FALSE;
    }
  return before != NULL;
}

gboolean
acq_invoice_repository_update (AcqConnection *connection, AcqInvoice *invoice, GError **error)
{
  gint64 settled;

  if (!sum_settled (connection, invoice->id, &settled, error) || !move_reminders (connection, invoice, error))
    return FALSE;
  acq_invoice_spread_settled (invoice, settled + invoice->prepaid);
  return acq_connection_run (
           connection, error,
           "UPDATE invoice SET number = ?, customer_id = ?, kind = ?, issued = ?, performed = ?, currency = "
           "?,"
           " total = ?, prepaid = ?, balance = ?, order_reference = ?, engagement = ?, deposited = ?,"
           " deposit_status = ?, corrects = ?, penalty_note = ?, indemnity_note = ?, discount_note = ?,"
           " factored = ?, cancelled = ?, opening = ?, old_item = ?, reminders_before = ?,"
           " last_reminder_before = ? WHERE id = ?",
           "titddtiiittdtttttbbbbidi", invoice->number, invoice->customer_id,
           acq_invoice_kind_to_code (invoice->kind), invoice->issued, invoice->performed,
           invoice->currency.code, invoice->total, invoice->prepaid, invoice->balance,
           invoice->order_reference, invoice->engagement, invoice->deposited, invoice->deposit_status,
           invoice->corrects, invoice->penalty_note, invoice->indemnity_note, invoice->discount_note,
           invoice->factored, invoice->cancelled, invoice->opening, invoice->old_item,
           (gint64) invoice->reminders_before, invoice->last_reminder_before, invoice->id)
         && acq_connection_run (connection, error, "DELETE FROM due_item WHERE invoice_id = ?", "i",
                                invoice->id)
         && acq_connection_run (connection, error, "DELETE FROM vat_line WHERE invoice_id = ?", "i",
                                invoice->id)
         && write_parts (connection, invoice, error);
}

static AcqInvoice *
read_invoice (AcqRows *rows)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->id = acq_rows_int (rows, 0);
  invoice->number = acq_rows_dup_text (rows, 1);
  invoice->customer_id = acq_rows_int (rows, 2);
  acq_invoice_kind_from_code (acq_rows_text (rows, 3), &invoice->kind);
  invoice->issued = acq_rows_day (rows, 4);
  invoice->performed = acq_rows_day (rows, 5);
  invoice->currency = acq_currency_parse (acq_rows_text (rows, 6));
  invoice->total = acq_rows_int (rows, 7);
  invoice->prepaid = acq_rows_int (rows, 8);
  invoice->balance = acq_rows_int (rows, 9);
  invoice->order_reference = acq_rows_dup_text (rows, 10);
  invoice->engagement = acq_rows_dup_text (rows, 11);
  invoice->deposited = acq_rows_day (rows, 12);
  invoice->deposit_status = acq_rows_dup_text (rows, 13);
  invoice->corrects = acq_rows_dup_text (rows, 14);
  invoice->penalty_note = acq_rows_dup_text (rows, 15);
  invoice->indemnity_note = acq_rows_dup_text (rows, 16);
  invoice->discount_note = acq_rows_dup_text (rows, 17);
  invoice->factored = acq_rows_int (rows, 18) != 0;
  invoice->cancelled = acq_rows_int (rows, 19) != 0;
  invoice->opening = acq_rows_int (rows, 20) != 0;
  invoice->old_item = acq_rows_int (rows, 21) != 0;
  invoice->reminders_before = (int) acq_rows_int (rows, 22);
  invoice->last_reminder_before = acq_rows_day (rows, 23);
  return invoice;
}

/* Columns id, kind, due, amount, balance from "first" on. */
static void
read_due_item (AcqRows *rows, int first, AcqInvoice *invoice)
{
  AcqDueItem item = { .id = acq_rows_int (rows, first) };

  acq_due_kind_from_code (acq_rows_text (rows, first + 1), &item.kind);
  item.due = acq_rows_day (rows, first + 2);
  item.amount = acq_rows_int (rows, first + 3);
  item.balance = acq_rows_int (rows, first + 4);
  g_array_append_val (invoice->due_items, item);
}

#define DUE_ITEM_ORDER " ORDER BY invoice_id, kind = 'retention', due, id"

static gboolean
read_parts (AcqConnection *connection, AcqInvoice *invoice, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) items = acq_connection_query (
    connection, error,
    "SELECT id, kind, due, amount, balance FROM due_item WHERE invoice_id = ?" DUE_ITEM_ORDER, "i",
    invoice->id);
  g_autoptr (AcqRows) lines = acq_connection_query (
    connection, error,
    "SELECT rate, base, tax, reverse_charge FROM vat_line WHERE invoice_id = ? ORDER BY id", "i",
    invoice->id);

  if (items == NULL || lines == NULL)
    return FALSE;
  while (acq_rows_next (items, &local_error))
    read_due_item (items, 0, invoice);
  while (local_error == NULL && acq_rows_next (lines, &local_error))
    acq_invoice_add_vat_line (invoice, (int) acq_rows_int (lines, 0), acq_rows_int (lines, 1),
                              acq_rows_int (lines, 2), acq_rows_int (lines, 3) != 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

AcqInvoice *
acq_invoice_repository_find (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqInvoice) invoice = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM invoice WHERE id = ?", "i", id);

  if (rows == NULL)
    return NULL;
  if (acq_rows_next (rows, &local_error))
    invoice = read_invoice (rows);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  if (invoice == NULL || !read_parts (connection, invoice, error))
    return NULL;
  return g_steal_pointer (&invoice);
}

gint64
acq_invoice_repository_find_id (AcqConnection *connection, const char *number, GError **error)
{
  gint64 id = 0;

  if (!acq_connection_get_int (connection, &id, error, "SELECT id FROM invoice WHERE number = ?", "t",
                               number))
    return -1;
  return id;
}

gboolean
acq_invoice_repository_refresh_balance (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqInvoice) invoice = acq_invoice_repository_find (connection, id, error);
  gint64 settled;

  if (invoice == NULL || !sum_settled (connection, id, &settled, error))
    return FALSE;
  acq_invoice_spread_settled (invoice, settled + invoice->prepaid);
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      if (!acq_connection_run (connection, error, "UPDATE due_item SET balance = ? WHERE id = ?", "ii",
                               kept_balance (invoice, item), item->id))
        return FALSE;
    }
  return acq_connection_run (connection, error, "UPDATE invoice SET balance = ? WHERE id = ?", "ii",
                             invoice->balance, id);
}

gboolean
acq_invoice_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM invoice ORDER BY id", "");
  g_autoptr (AcqRows) items = acq_connection_query (
    connection, error, "SELECT invoice_id, id, kind, due, amount, balance FROM due_item" DUE_ITEM_ORDER, "");
  g_autoptr (AcqRows) lines = acq_connection_query (
    connection, error, "SELECT invoice_id, rate, base, tax, reverse_charge FROM vat_line ORDER BY id", "");

  if (rows == NULL || items == NULL || lines == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    acq_ledger_take_invoice (ledger, read_invoice (rows));
  while (local_error == NULL && acq_rows_next (items, &local_error))
    read_due_item (items, 1, acq_ledger_find_invoice (ledger, acq_rows_int (items, 0)));
  while (local_error == NULL && acq_rows_next (lines, &local_error))
    acq_invoice_add_vat_line (acq_ledger_find_invoice (ledger, acq_rows_int (lines, 0)),
                              (int) acq_rows_int (lines, 1), acq_rows_int (lines, 2), acq_rows_int (lines, 3),
                              acq_rows_int (lines, 4) != 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_invoice_repository_answer_old_item (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE invoice SET old_item = 0 WHERE id = ?", "i", id);
}

gboolean
acq_invoice_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                     GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT number FROM invoice WHERE batch_id = ?"
                            " AND (EXISTS (SELECT 1 FROM note WHERE invoice_id = invoice.id)"
                            " OR EXISTS (SELECT 1 FROM reminder WHERE invoice_id = invoice.id)"
                            " OR EXISTS (SELECT 1 FROM message_item WHERE invoice_id = invoice.id)"
                            " OR EXISTS (SELECT 1 FROM plan_invoice WHERE invoice_id = invoice.id)"
                            " OR EXISTS (SELECT 1 FROM issued_letter_invoice WHERE invoice_id = invoice.id))"
                            " LIMIT 1",
                            "i", batch_id);

  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE, "%s", acq_rows_text (rows, 0));
      return FALSE;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (!acq_connection_run (connection, error, "DELETE FROM attachment WHERE batch_id = ?", "i", batch_id)
      || !acq_connection_run (connection, error, "DELETE FROM invoice WHERE batch_id = ?", "i", batch_id))
    return FALSE;
  *ret_removed = acq_connection_changes (connection);
  return TRUE;
}

gboolean
acq_invoice_repository_each_open_item (AcqConnection *connection, AcqCurrency currency, AcqOpenItemFunc func,
                                       gpointer user_data, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT due, balance FROM due_item WHERE currency = ? AND balance <> 0 ORDER BY due",
    "t", currency.code);

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    func (user_data, acq_rows_day (rows, 0), acq_rows_int (rows, 1));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_invoice_repository_add_copy (AcqConnection *connection, gint64 id, const char *name, GBytes *bytes,
                                 gint64 batch_id, gboolean *ret_added, GError **error)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  if (!acq_connection_run (connection, error,
                           "INSERT OR IGNORE INTO attachment (invoice_id, name, sha256, bytes, batch_id)"
                           " VALUES (?, ?, ?, ?, ?)",
                           "ittBz", id, name, sha256, bytes, batch_id))
    return FALSE;
  *ret_added = acq_connection_changes (connection) > 0;
  return TRUE;
}

GBytes *
acq_invoice_repository_load_copy (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT bytes FROM attachment WHERE invoice_id = ? ORDER BY id DESC LIMIT 1", "i", id);

  if (rows == NULL || !acq_rows_next (rows, error))
    return NULL;
  return acq_rows_dup_bytes (rows, 0);
}
