/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-batch-repository.h"

#include "acq-invoice-repository.h"
#include "acq-receipt-repository.h"

#define COLUMNS                                                                                              \
  "id, kind, format, path, file_hash, imported_on, read, added, updated, duplicates, rejected, balance, "    \
  "undone"

AcqBatch *
acq_batch_new (void)
{
  AcqBatch *self = g_new0 (AcqBatch, 1);

  self->imported_on = ACQ_DAY_NONE;
  self->balance = g_strdup ("absent");
  return self;
}

void
acq_batch_free (AcqBatch *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->format);
  g_free (self->path);
  g_free (self->file_hash);
  g_free (self->balance);
  g_free (self);
}

gboolean
acq_batch_repository_insert (AcqConnection *connection, AcqBatch *batch, GError **error)
{
  if (!acq_connection_run (
        connection, error,
        "INSERT INTO batch (kind, format, path, file_hash, imported_on) VALUES (?, ?, ?, ?, ?)", "ttttd",
        batch->kind, batch->format, batch->path, batch->file_hash, batch->imported_on))
    return FALSE;
  batch->id = acq_connection_last_id (connection);
  return TRUE;
}

gboolean
acq_batch_repository_finish (AcqConnection *connection, const AcqBatch *batch, GError **error)
{
  return acq_connection_run (
    connection, error,
    "UPDATE batch SET read = ?, added = ?, updated = ?, duplicates = ?, rejected = ?,"
    " balance = ? WHERE id = ?",
    "iiiiiti", batch->read, batch->added, batch->updated, batch->duplicates, batch->rejected, batch->balance,
    batch->id);
}

gboolean
acq_batch_repository_insert_rejection (AcqConnection *connection, gint64 batch_id, guint64 place,
                                       const char *reason, const char *detail, GError **error)
{
  return acq_connection_run (connection, error,
                             "INSERT INTO rejection (batch_id, place, reason, detail) VALUES (?, ?, ?, ?)",
                             "iitt", batch_id, (gint64) place, reason, detail);
}

static AcqBatch *
read_batch (AcqRows *rows)
{
  AcqBatch *batch = g_new0 (AcqBatch, 1);

  batch->id = acq_rows_int (rows, 0);
  batch->kind = acq_rows_dup_text (rows, 1);
  batch->format = acq_rows_dup_text (rows, 2);
  batch->path = acq_rows_dup_text (rows, 3);
  batch->file_hash = acq_rows_dup_text (rows, 4);
  batch->imported_on = acq_rows_day (rows, 5);
  batch->read = acq_rows_int (rows, 6);
  batch->added = acq_rows_int (rows, 7);
  batch->updated = acq_rows_int (rows, 8);
  batch->duplicates = acq_rows_int (rows, 9);
  batch->rejected = acq_rows_int (rows, 10);
  batch->balance = acq_rows_dup_text (rows, 11);
  batch->undone = acq_rows_int (rows, 12) != 0;
  return batch;
}

AcqBatch *
acq_batch_repository_find (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM batch WHERE id = ?", "i", id);

  if (rows == NULL || !acq_rows_next (rows, error))
    return NULL;
  return read_batch (rows);
}

GPtrArray *
acq_batch_repository_list (AcqConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_batch_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM batch ORDER BY id", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (batches, read_batch (rows));
  if (local_error == NULL)
    return g_steal_pointer (&batches);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_batch_repository_mark_undone (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE batch SET undone = 1 WHERE id = ?", "i", id)
         && acq_connection_run (connection, error, "UPDATE rejection SET dismissed = 1 WHERE batch_id = ?",
                                "i", id)
         && acq_connection_run (connection, error, "DELETE FROM revision WHERE batch_id = ?", "i", id);
}

#define NOT_KEPT_YET " AND NOT EXISTS (SELECT 1 FROM revision WHERE batch_id = ?1 AND subject = "

gboolean
acq_batch_repository_keep_invoice (AcqConnection *connection, gint64 batch_id, gint64 invoice_id,
                                   GError **error)
{
  return acq_connection_run (
    connection, error,
    "INSERT INTO revision (batch_id, subject, row_id, before) SELECT ?1, 'invoice', id, json_object ("
    "'kind', kind, 'issued', issued, 'performed', performed, 'currency', currency, 'total', total,"
    " 'prepaid', prepaid, 'order_reference', order_reference, 'engagement', engagement, 'deposited', "
    "deposited,"
    " 'deposit_status', deposit_status, 'corrects', corrects, 'penalty_note', penalty_note,"
    " 'indemnity_note', indemnity_note, 'discount_note', discount_note, 'factored', factored,"
    " 'cancelled', cancelled, 'opening', opening, 'old_item', old_item, 'reminders_before', reminders_before,"
    " 'last_reminder_before', last_reminder_before,"
    " 'due_items', (SELECT json_group_array (json_object ('kind', kind, 'due', due, 'amount', amount))"
    " FROM due_item WHERE invoice_id = invoice.id),"
    " 'vat_lines', (SELECT json_group_array (json_object ('rate', rate, 'base', base, 'tax', tax,"
    " 'reverse_charge', reverse_charge)) FROM vat_line WHERE invoice_id = invoice.id))"
    " FROM invoice WHERE id = ?2" NOT_KEPT_YET "'invoice' AND row_id = ?2)",
    "ii", batch_id, invoice_id);
}

gboolean
acq_batch_repository_keep_customer (AcqConnection *connection, gint64 batch_id, gint64 customer_id,
                                    GError **error)
{
  return acq_connection_run (
    connection, error,
    "INSERT INTO revision (batch_id, subject, row_id, before) SELECT ?1, 'customer', id, json_object ("
    "'code', code, 'code_generated', code_generated, 'name', name, 'name_key', name_key, 'kind', kind, 'kind_source', kind_source, 'siren', "
    "siren,"
    " 'siret', siret, 'vat_number', vat_number, 'address', address, 'postcode', postcode, 'city', city,"
    " 'country', country, 'language', language, 'recipient_id', recipient_id, 'payer_id', payer_id, 'terms', "
    "terms,"
    " 'contacts', (SELECT json_group_array (json_object ('role', role, 'name', name, 'email', email,"
    " 'phone', phone)) FROM contact WHERE customer_id = customer.id))"
    " FROM customer WHERE id = ?2" NOT_KEPT_YET "'customer' AND row_id = ?2)",
    "ii", batch_id, customer_id);
}

gboolean
acq_batch_repository_keep_receipt (AcqConnection *connection, gint64 batch_id, gint64 receipt_id,
                                   GError **error)
{
  return acq_connection_run (connection, error,
                             "INSERT INTO revision (batch_id, subject, row_id, before)"
                             " SELECT ?1, 'receipt', ?2, '{}' WHERE TRUE" NOT_KEPT_YET
                             "'receipt' AND row_id = ?2)",
                             "ii", batch_id, receipt_id);
}

gboolean
acq_batch_repository_keep_transaction (AcqConnection *connection, gint64 batch_id, gint64 transaction_id,
                                       GError **error)
{
  return acq_connection_run (
    connection, error,
    "INSERT INTO revision (batch_id, subject, row_id, before) SELECT ?1, 'transaction', id, json_object ("
    "'batch_id', batch_id, 'booked', booked, 'value_day', value_day, 'label', label, 'bank_ref', bank_ref,"
    " 'counterparty', counterparty, 'counterparty_iban', counterparty_iban, 'remittance', remittance,"
    " 'end_to_end', end_to_end, 'cheque_number', cheque_number, 'means', means, 'returned', returned,"
    " 'return_reason', return_reason, 'message_id', message_id, 'payment_id', payment_id,"
    " 'provisional', provisional,"
    " 'parts', (SELECT json_group_array (json_object ('amount', amount, 'label', label, 'bank_ref', bank_ref,"
    " 'counterparty', counterparty, 'counterparty_iban', counterparty_iban, 'remittance', remittance,"
    " 'end_to_end', end_to_end, 'means', means, 'returned', returned, 'notice_id', notice_id))"
    " FROM transaction_part WHERE transaction_id = bank_transaction.id))"
    " FROM bank_transaction WHERE id = ?2" NOT_KEPT_YET "'transaction' AND row_id = ?2)",
    "ii", batch_id, transaction_id);
}

/* A line that a report told first goes back to it, unless that was taken back meanwhile: then it goes with the statement. */
static gboolean
restore_transaction (AcqConnection *connection, gint64 id, const char *before, GError **error)
{
  gint64 stands = 0;

  if (!acq_connection_get_int (connection, &stands, error,
                               "SELECT EXISTS (SELECT 1 FROM batch WHERE id = ? ->> 'batch_id' AND NOT undone)", "t",
                               before))
    return FALSE;
  if (stands == 0)
    return TRUE;
  return acq_connection_run (
           connection, error,
           "UPDATE receipt SET day = ?2 ->> 'booked' WHERE transaction_id = ?1"
           " AND day = (SELECT booked FROM bank_transaction WHERE id = ?1)",
           "it", id, before)
         && acq_connection_run (
           connection, error,
           "UPDATE bank_transaction SET (batch_id, booked, value_day, label, bank_ref, counterparty,"
           " counterparty_iban, remittance, end_to_end, cheque_number, means, returned, return_reason,"
           " message_id, payment_id, provisional) = (SELECT ?2 ->> 'batch_id', ?2 ->> 'booked', ?2 ->> 'value_day',"
           " ?2 ->> 'label', ?2 ->> 'bank_ref', ?2 ->> 'counterparty', ?2 ->> 'counterparty_iban',"
           " ?2 ->> 'remittance', ?2 ->> 'end_to_end', ?2 ->> 'cheque_number', ?2 ->> 'means',"
           " ?2 ->> 'returned', ?2 ->> 'return_reason', ?2 ->> 'message_id', ?2 ->> 'payment_id',"
           " ?2 ->> 'provisional') WHERE id = ?1",
           "it", id, before)
         && acq_connection_run (connection, error, "DELETE FROM transaction_part WHERE transaction_id = ?", "i", id)
         && acq_connection_run (
           connection, error,
           "INSERT INTO transaction_part (transaction_id, amount, label, bank_ref, counterparty,"
           " counterparty_iban, remittance, end_to_end, means, returned, notice_id)"
           " SELECT ?1, value ->> 'amount', value ->> 'label', value ->> 'bank_ref', value ->> 'counterparty',"
           " value ->> 'counterparty_iban', value ->> 'remittance', value ->> 'end_to_end', value ->> 'means',"
           " value ->> 'returned', value ->> 'notice_id' FROM json_each (?2, '$.parts')"
           " WHERE value ->> 'notice_id' IS NULL"
           " OR EXISTS (SELECT 1 FROM notice WHERE id = value ->> 'notice_id')",
           "it", id, before);
}

static gboolean
restore_customer (AcqConnection *connection, gint64 id, const char *before, GError **error)
{
  return acq_connection_run (
           connection, error,
           "UPDATE customer SET (code, code_generated, name, name_key, kind, kind_source, siren, siret, vat_number,"
           " address, postcode, city, country, language, recipient_id, payer_id, terms) = (SELECT ?2 ->> 'code',"
           " ?2 ->> 'code_generated', ?2 ->> 'name', ?2 ->> 'name_key', ?2 ->> 'kind', ?2 ->> 'kind_source',"
           " ?2 ->> 'siren', ?2 ->> 'siret', ?2 ->> 'vat_number', ?2 ->> 'address', ?2 ->> 'postcode',"
           " ?2 ->> 'city', ?2 ->> 'country', ?2 ->> 'language', ?2 ->> 'recipient_id', ?2 ->> 'payer_id',"
           " ?2 ->> 'terms') WHERE id = ?1",
           "it", id, before)
         && acq_connection_run (connection, error, "DELETE FROM contact WHERE customer_id = ?", "i", id)
         && acq_connection_run (connection, error,
                                "INSERT INTO contact (customer_id, role, name, email, phone)"
                                " SELECT ?1, value ->> 'role', value ->> 'name', value ->> 'email',"
                                " value ->> 'phone' FROM json_each (?2, '$.contacts')",
                                "it", id, before);
}

static gboolean
restore_invoice (AcqConnection *connection, gint64 id, const char *before, GError **error)
{
  return acq_connection_run (
           connection, error,
           "UPDATE invoice SET (kind, issued, performed, currency, total, prepaid, order_reference, "
           "engagement,"
           " deposited, deposit_status, corrects, penalty_note, indemnity_note, discount_note, factored, "
           "cancelled,"
           " opening, old_item, reminders_before, last_reminder_before) = (SELECT ?2 ->> 'kind', ?2 ->> "
           "'issued',"
           " ?2 ->> 'performed', ?2 ->> 'currency', ?2 ->> 'total', ?2 ->> 'prepaid', ?2 ->> "
           "'order_reference',"
           " ?2 ->> 'engagement', ?2 ->> 'deposited', ?2 ->> 'deposit_status', ?2 ->> 'corrects',"
           " ?2 ->> 'penalty_note', ?2 ->> 'indemnity_note', ?2 ->> 'discount_note', ?2 ->> 'factored',"
           " ?2 ->> 'cancelled', ?2 ->> 'opening', ?2 ->> 'old_item', ?2 ->> 'reminders_before',"
           " ?2 ->> 'last_reminder_before') WHERE id = ?1",
           "it", id, before)
         && acq_connection_run (connection, error, "DELETE FROM due_item WHERE invoice_id = ?", "i", id)
         && acq_connection_run (connection, error, "DELETE FROM vat_line WHERE invoice_id = ?", "i", id)
         && acq_connection_run (connection, error,
                                "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance)"
                                " SELECT ?1, value ->> 'kind', value ->> 'due', ?2 ->> 'currency',"
                                " value ->> 'amount', value ->> 'amount' FROM json_each (?2, '$.due_items')",
                                "it", id, before)
         && acq_connection_run (connection, error,
                                "INSERT INTO vat_line (invoice_id, rate, base, tax, reverse_charge)"
                                " SELECT ?1, value ->> 'rate', value ->> 'base', value ->> 'tax',"
                                " value ->> 'reverse_charge' FROM json_each (?2, '$.vat_lines')",
                                "it", id, before)
         && acq_invoice_repository_refresh_balance (connection, id, error);
}

static gboolean
restore_row (AcqConnection *connection, const char *subject, gint64 id, const char *before, GError **error)
{
  if (g_strcmp0 (subject, "invoice") == 0)
    return restore_invoice (connection, id, before, error);
  if (g_strcmp0 (subject, "receipt") == 0)
    return acq_receipt_repository_take_back_lettering (connection, id, error);
  if (g_strcmp0 (subject, "transaction") == 0)
    return restore_transaction (connection, id, before, error);
  return restore_customer (connection, id, before, error);
}

static gboolean
check_no_later_revision (AcqConnection *connection, gint64 batch_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT l.batch_id FROM revision r JOIN revision l ON l.subject = r.subject AND l.row_id = r.row_id"
    " AND l.batch_id > r.batch_id WHERE r.batch_id = ?1"
    " UNION SELECT r.batch_id FROM revision r JOIN invoice i ON r.subject = 'invoice' AND r.row_id = i.id"
    " WHERE i.batch_id = ?1 AND r.batch_id <> ?1"
    " UNION SELECT r.batch_id FROM revision r JOIN receipt c ON r.subject = 'receipt' AND r.row_id = c.id"
    " WHERE c.batch_id = ?1 AND r.batch_id <> ?1"
    " UNION SELECT r.batch_id FROM revision r JOIN customer c ON r.subject = 'customer' AND r.row_id = c.id"
    " WHERE c.batch_id = ?1 AND NOT EXISTS (SELECT 1 FROM invoice WHERE customer_id = c.id AND batch_id IS "
    "NOT ?1)"
    " AND r.batch_id <> ?1 LIMIT 1",
    "i", batch_id);

  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE, "import %" G_GINT64_FORMAT,
                   acq_rows_int (rows, 0));
      return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_batch_repository_restore (AcqConnection *connection, gint64 batch_id, gint64 *ret_restored,
                              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = NULL;

  *ret_restored = 0;
  if (!check_no_later_revision (connection, batch_id, error))
    return FALSE;
  rows = acq_connection_query (
    connection, error, "SELECT subject, row_id, before FROM revision WHERE batch_id = ? ORDER BY id DESC",
    "i", batch_id);
  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      gint64 id = acq_rows_int (rows, 1);
      g_autofree char *before = acq_rows_dup_text (rows, 2);

      if (!restore_row (connection, acq_rows_text (rows, 0), id, before, error))
        return FALSE;
      ++*ret_restored;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
