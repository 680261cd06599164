/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-repository.h"

#include "acq-payment-part.h"

#define COLUMNS                                                                                              \
  "t.id, t.account_id, t.booked, t.value_day, t.amount, t.matched, t.label, t.bank_ref, t.counterparty,"     \
  " t.counterparty_iban, t.remittance, t.end_to_end, t.cheque_number, t.means, t.returned, t.return_reason," \
  " t.ignored, a.currency, coalesce (a.iban, a.number, ''), t.label_rule_id"

/* Column of the result: whether the line has parts. */
#define HAS_PARTS 20

#define HISTORY_DAYS 731

void
acq_known_transaction_free (AcqKnownTransaction *self)
{
  if (self == NULL)
    return;
  g_free (self->bank_ref);
  g_free (self->end_to_end);
  g_free (self->label);
  g_free (self);
}

static gboolean
look_up_account (AcqConnection *connection, const AcqStatement *statement, gint64 *ret_id, GError **error)
{
  const char *currency = statement->currency.code;

  if (statement->iban != NULL)
    return acq_connection_get_int (connection, ret_id, error,
                                   "SELECT id FROM account WHERE iban = ? AND currency = ?", "tt",
                                   statement->iban, currency);
  if (statement->account_number != NULL)
    return acq_connection_get_int (connection, ret_id, error,
                                   "SELECT id FROM account WHERE currency = ?2 AND (number = ?1"
                                   " OR (length (?1) >= 8 AND instr (coalesce (iban, ''), ?1) > 0))"
                                   " ORDER BY number IS NULL LIMIT 1",
                                   "tt", statement->account_number, currency);
  return acq_connection_get_int (connection, ret_id, error,
                                 "SELECT CASE WHEN (SELECT count(*) FROM account WHERE currency = ?1) = 1"
                                 " THEN (SELECT id FROM account WHERE currency = ?1)"
                                 " ELSE (SELECT id FROM account WHERE currency = ?1 AND iban IS NULL"
                                 " AND number IS NULL) END",
                                 "t", currency);
}

gint64
acq_bank_repository_find_account (AcqConnection *connection, const AcqStatement *statement, gint64 batch_id,
                                  GError **error)
{
  gint64 id = 0;

  if (!look_up_account (connection, statement, &id, error))
    return -1;
  if (id != 0)
    return id;
  if (!acq_connection_run (connection, error,
                           "INSERT INTO account (iban, number, name, bank, currency, batch_id)"
                           " VALUES (?, ?, ?, ?, ?, ?)",
                           "tttttz", statement->iban, statement->account_number, statement->account_name,
                           statement->bank, statement->currency.code, batch_id))
    return -1;
  return acq_connection_last_id (connection);
}

GArray *
acq_bank_repository_list_accounts (AcqConnection *connection, AcqCurrency currency, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT id FROM account WHERE currency = ? ORDER BY id", "t", currency.code);

  if (rows == NULL)
    return NULL;
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

gboolean
acq_bank_repository_has_line (AcqConnection *connection, gint64 account_id, AcqDay booked, gint64 amount,
                              gboolean *ret_has, GError **error)
{
  gint64 has = 0;

  if (!acq_connection_get_int (connection, &has, error,
                               "SELECT EXISTS (SELECT 1 FROM bank_transaction WHERE account_id = ?"
                               " AND booked = ? AND amount = ?)",
                               "idi", account_id, booked, amount))
    return FALSE;
  *ret_has = has != 0;
  return TRUE;
}

gint64
acq_bank_repository_find_iban (AcqConnection *connection, const char *iban, AcqCurrency currency,
                               GError **error)
{
  gint64 id = 0;

  if (!acq_connection_get_int (connection, &id, error,
                               "SELECT id FROM account WHERE iban = ? AND currency = ?", "tt", iban,
                               currency.code))
    return -1;
  return id;
}

gboolean
acq_bank_repository_insert_statement (AcqConnection *connection, const AcqStatement *statement,
                                      gint64 account_id, gint64 batch_id, const char *balance, GError **error)
{
  if (!acq_connection_run (
        connection, error,
        "INSERT INTO statement (account_id, batch_id, kind, reference, first_day, last_day, balance)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        "izttddt", account_id, batch_id, acq_statement_kind_to_code (statement->kind), statement->reference,
        statement->first, statement->last, balance))
    return FALSE;
  if (statement->has_opening
      && !acq_connection_run (connection, error,
                              "UPDATE statement SET opening = ? WHERE id = last_insert_rowid ()", "i",
                              statement->opening))
    return FALSE;
  return !statement->has_closing
         || acq_connection_run (connection, error,
                                "UPDATE statement SET closing = ? WHERE id = last_insert_rowid ()", "i",
                                statement->closing);
}

static gboolean
insert_parts (AcqConnection *connection, const AcqTransaction *transaction, GError **error)
{
  for (guint i = 0; transaction->children != NULL && i < transaction->children->len; i++)
    if (!acq_payment_part_insert (connection, ACQ_PAYMENT_PART_INSERT ("transaction_part", "transaction_id"),
                                  transaction->id, transaction->children->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
acq_bank_repository_insert (AcqConnection *connection, AcqTransaction *transaction, gint64 batch_id,
                            GError **error)
{
  if (!acq_connection_run (
        connection, error,
        "INSERT INTO bank_transaction (account_id, batch_id, booked, value_day, amount, label,"
        " bank_ref, counterparty, counterparty_iban, remittance, end_to_end, cheque_number, means,"
        " returned, return_reason, ignored, label_rule_id, message_id, payment_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "izddi"
        "tttttttt"
        "btbztt",
        transaction->account_id, batch_id, transaction->booked, transaction->value, transaction->amount,
        transaction->label, transaction->bank_ref, transaction->counterparty, transaction->counterparty_iban,
        transaction->remittance, transaction->end_to_end, transaction->cheque_number,
        acq_means_to_code (transaction->means), transaction->returned, transaction->return_reason,
        transaction->ignored, transaction->label_rule_id, transaction->message_id, transaction->payment_id))
    return FALSE;
  transaction->id = acq_connection_last_id (connection);
  return insert_parts (connection, transaction, error);
}

gboolean
acq_bank_repository_mark_provisional (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE bank_transaction SET provisional = 1 WHERE id = ?", "i", id);
}

gboolean
acq_bank_repository_has_provisional (AcqConnection *connection, gint64 account_id, gboolean *ret_provisional,
                                     GError **error)
{
  gint64 has = 0;

  if (!acq_connection_get_int (
        connection, &has, error,
        "SELECT EXISTS (SELECT 1 FROM bank_transaction WHERE account_id = ? AND provisional)", "i", account_id))
    return FALSE;
  *ret_provisional = has != 0;
  return TRUE;
}

gboolean
acq_bank_repository_has_parts (AcqConnection *connection, gint64 id, gboolean *ret_parts, GError **error)
{
  gint64 has = 0;

  if (!acq_connection_get_int (connection, &has, error,
                               "SELECT EXISTS (SELECT 1 FROM transaction_part WHERE transaction_id = ?)", "i", id))
    return FALSE;
  *ret_parts = has != 0;
  return TRUE;
}

/* What the report said beyond the statement stays. */
gboolean
acq_bank_repository_confirm (AcqConnection *connection, gint64 id, const AcqTransaction *transaction,
                             gint64 batch_id, GError **error)
{
  AcqTransaction whole = *transaction;

  whole.id = id;
  if (!acq_connection_run (connection, error,
                           "UPDATE receipt SET day = ?2 WHERE transaction_id = ?1"
                           " AND day = (SELECT booked FROM bank_transaction WHERE id = ?1)",
                           "id", id, transaction->booked)
      || !acq_connection_run (
        connection, error,
        "UPDATE bank_transaction SET provisional = 0, batch_id = ?2, booked = ?3, value_day = coalesce (?4, value_day),"
        " label = ?5, bank_ref = coalesce (?6, bank_ref), counterparty = coalesce (?7, counterparty),"
        " counterparty_iban = coalesce (?8, counterparty_iban), remittance = coalesce (?9, remittance),"
        " end_to_end = coalesce (?10, end_to_end), cheque_number = coalesce (?11, cheque_number),"
        " means = iif (?12 = 'unknown', means, ?12), returned = max (returned, ?13),"
        " return_reason = coalesce (?14, return_reason), message_id = coalesce (?15, message_id),"
        " payment_id = coalesce (?16, payment_id) WHERE id = ?1",
        "izddttttttttbttt", id, batch_id, transaction->booked, transaction->value, transaction->label,
        transaction->bank_ref, transaction->counterparty, transaction->counterparty_iban,
        transaction->remittance, transaction->end_to_end, transaction->cheque_number,
        acq_means_to_code (transaction->means), transaction->returned, transaction->return_reason,
        transaction->message_id, transaction->payment_id))
    return FALSE;
  if (transaction->children == NULL || transaction->children->len == 0)
    return TRUE;
  return acq_connection_run (connection, error, "DELETE FROM transaction_part WHERE transaction_id = ?", "i", id)
         && insert_parts (connection, &whole, error);
}

#define KNOWN_COLUMNS "id, booked, amount, bank_ref, end_to_end, label, provisional, batch_id"

static GPtrArray *
read_known (AcqRows *rows, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_known_transaction_free);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      AcqKnownTransaction *transaction = g_new0 (AcqKnownTransaction, 1);

      transaction->id = acq_rows_int (rows, 0);
      transaction->booked = acq_rows_day (rows, 1);
      transaction->amount = acq_rows_int (rows, 2);
      transaction->bank_ref = acq_rows_dup_text (rows, 3);
      transaction->end_to_end = acq_rows_dup_text (rows, 4);
      transaction->label = acq_rows_dup_text (rows, 5);
      transaction->provisional = acq_rows_int (rows, 6) != 0;
      transaction->batch_id = acq_rows_int (rows, 7);
      g_ptr_array_add (known, transaction);
    }
  if (local_error == NULL)
    return g_steal_pointer (&known);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
acq_bank_repository_list_known (AcqConnection *connection, gint64 account_id, AcqDay booked, gint64 batch_id,
                                GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT " KNOWN_COLUMNS " FROM bank_transaction"
                            " WHERE account_id = ? AND booked = ? AND batch_id IS NOT ? ORDER BY id",
                            "idz", account_id, booked, batch_id);

  return read_known (rows, error);
}

GPtrArray *
acq_bank_repository_list_near (AcqConnection *connection, gint64 account_id, AcqDay booked, int days,
                               gint64 amount, gint64 batch_id, GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT " KNOWN_COLUMNS " FROM bank_transaction WHERE account_id = ?"
                            " AND booked BETWEEN ? AND ? AND amount = ? AND batch_id IS NOT ? ORDER BY booked, id",
                            "iddiz", account_id, booked - days, booked + days, amount, batch_id);

  return read_known (rows, error);
}

GHashTable *
acq_bank_repository_list_other_formats (AcqConnection *connection, gint64 account_id, gint64 batch_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT b.id, max (s.last_day) FROM statement s JOIN batch b ON b.id = s.batch_id"
    " WHERE s.account_id = ?1 AND s.kind = 'statement' AND s.last_day IS NOT NULL"
    " AND b.format <> (SELECT format FROM batch WHERE id = ?2) GROUP BY b.id",
    "ii", account_id, batch_id);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      gint64 id = acq_rows_int (rows, 0);

      g_hash_table_insert (days, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (acq_rows_day (rows, 1)));
    }
  if (local_error == NULL)
    return g_steal_pointer (&days);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_bank_repository_has_others (AcqConnection *connection, gint64 account_id, gint64 batch_id,
                                gboolean *ret_others, GError **error)
{
  gint64 others = 0;

  if (!acq_connection_get_int (connection, &others, error,
                               "SELECT EXISTS (SELECT 1 FROM bank_transaction WHERE account_id = ?"
                               " AND batch_id IS NOT ?)",
                               "iz", account_id, batch_id))
    return FALSE;
  *ret_others = others != 0;
  return TRUE;
}

static void
read_transaction (AcqRows *rows, AcqTransaction *transaction)
{
  transaction->id = acq_rows_int (rows, 0);
  transaction->account_id = acq_rows_int (rows, 1);
  transaction->booked = acq_rows_day (rows, 2);
  transaction->value = acq_rows_day (rows, 3);
  transaction->amount = acq_rows_int (rows, 4);
  transaction->matched = acq_rows_int (rows, 5);
  transaction->label = acq_rows_dup_text (rows, 6);
  transaction->bank_ref = acq_rows_dup_text (rows, 7);
  transaction->counterparty = acq_rows_dup_text (rows, 8);
  transaction->counterparty_iban = acq_rows_dup_text (rows, 9);
  transaction->remittance = acq_rows_dup_text (rows, 10);
  transaction->end_to_end = acq_rows_dup_text (rows, 11);
  transaction->cheque_number = acq_rows_dup_text (rows, 12);
  acq_means_from_code (acq_rows_text (rows, 13), &transaction->means);
  transaction->returned = acq_rows_int (rows, 14) != 0;
  transaction->return_reason = acq_rows_dup_text (rows, 15);
  transaction->ignored = acq_rows_int (rows, 16) != 0;
  transaction->currency = acq_currency_parse (acq_rows_text (rows, 17));
  transaction->label_rule_id = acq_rows_int (rows, 19);
}

static gboolean
read_parts (AcqConnection *connection, AcqTransaction *transaction, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT " ACQ_PAYMENT_PART_COLUMNS " FROM transaction_part WHERE transaction_id = ? ORDER BY id", "i",
    transaction->id);

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      AcqTransaction *part = acq_payment_part_read (rows);

      part->booked = transaction->booked;
      part->currency = transaction->currency;
      if (transaction->children == NULL)
        transaction->children = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
      g_ptr_array_add (transaction->children, part);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

AcqTransaction *
acq_bank_repository_find (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqTransaction) transaction = acq_transaction_new ();
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT " COLUMNS " FROM bank_transaction t JOIN account a ON a.id = t.account_id WHERE t.id = ?", "i",
    id);

  if (rows == NULL || !acq_rows_next (rows, error))
    return NULL;
  read_transaction (rows, transaction);
  if (!read_parts (connection, transaction, error))
    return NULL;
  return g_steal_pointer (&transaction);
}

gboolean
acq_bank_repository_refresh_matched (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (
    connection, error,
    "UPDATE bank_transaction SET matched = coalesce ((SELECT sum (a.amount) FROM receipt r"
    " JOIN allocation a ON a.receipt_id = r.id"
    " WHERE r.transaction_id = bank_transaction.id AND r.state = 'credited'), 0)"
    " + coalesce ((SELECT sum (p.penalties + p.indemnity) FROM receipt r"
    " JOIN interest_payment p ON p.receipt_id = r.id"
    " WHERE r.transaction_id = bank_transaction.id AND r.state = 'credited'), 0)"
    " WHERE id = ?",
    "i", id);
}

gboolean
acq_bank_repository_set_ignored (AcqConnection *connection, gint64 id, gboolean ignored, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE bank_transaction SET ignored = ?, label_rule_id = NULL WHERE id = ?", "bi",
                             ignored, id);
}

gboolean
acq_bank_repository_each (AcqConnection *connection, AcqTransactionFunc func, gpointer user_data,
                          GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT " COLUMNS ", EXISTS (SELECT 1 FROM transaction_part WHERE transaction_id = t.id)"
    " FROM bank_transaction t JOIN account a ON a.id = t.account_id ORDER BY t.booked, t.id",
    "");
  gboolean more = TRUE;

  if (rows == NULL)
    return FALSE;
  while (more && acq_rows_next (rows, &local_error))
    {
      g_autoptr (AcqTransaction) transaction = acq_transaction_new ();

      read_transaction (rows, transaction);
      if (acq_rows_int (rows, HAS_PARTS) != 0 && !read_parts (connection, transaction, error))
        return FALSE;
      more = func (user_data, transaction, acq_rows_text (rows, 18));
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

GArray *
acq_bank_repository_list_spans (AcqConnection *connection, gint64 account_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (AcqStatementSpan));
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT first_day, last_day, iif (balance = 'mismatch', NULL, opening),"
    " iif (balance = 'mismatch', NULL, closing) FROM statement"
    " WHERE account_id = ? AND first_day IS NOT NULL AND last_day IS NOT NULL",
    "i", account_id);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      AcqStatementSpan span = {
        .days = { acq_rows_day (rows, 0), acq_rows_day (rows, 1) },
        .has_opening = !acq_rows_is_null (rows, 2),
        .opening = acq_rows_int (rows, 2),
        .has_closing = !acq_rows_is_null (rows, 3),
        .closing = acq_rows_int (rows, 3),
      };

      g_array_append_val (spans, span);
    }
  if (local_error == NULL)
    return g_steal_pointer (&spans);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
add_coverage (AcqConnection *connection, AcqLedger *ledger, gint64 account_id, GError **error)
{
  g_autoptr (GArray) spans = acq_bank_repository_list_spans (connection, account_id, error);
  g_autoptr (GArray) covered = g_array_new (FALSE, FALSE, sizeof (AcqPeriod));

  if (spans == NULL)
    return FALSE;
  acq_statement_chain_read ((AcqStatementSpan *) (void *) spans->data, spans->len, covered, NULL);
  for (guint i = 0; i < covered->len; i++)
    {
      AcqCoverage coverage = { account_id, g_array_index (covered, AcqPeriod, i) };

      g_array_append_val (ledger->coverage, coverage);
    }
  return TRUE;
}

static gboolean
load_coverage (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (connection, error, "SELECT id FROM account ORDER BY id", "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      ledger->n_accounts++;
      if (!add_coverage (connection, ledger, acq_rows_int (rows, 0), error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_bank_repository_load (AcqConnection *connection, AcqLedger *ledger, AcqDay today, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT " COLUMNS ", EXISTS (SELECT 1 FROM transaction_part WHERE transaction_id = t.id)"
    " FROM bank_transaction t JOIN account a ON a.id = t.account_id"
    " WHERE NOT t.ignored AND (t.matched <> t.amount OR t.booked >= ?) ORDER BY t.id",
    "d", today - HISTORY_DAYS);

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      AcqTransaction *transaction = acq_transaction_new ();

      read_transaction (rows, transaction);
      g_ptr_array_add (ledger->transactions, transaction);
      if (acq_rows_int (rows, HAS_PARTS) != 0 && !read_parts (connection, transaction, error))
        return FALSE;
    }
  if (local_error == NULL)
    return load_coverage (connection, ledger, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A later statement that found some of its lines there already does not cover those days by itself: with the
   batch that had brought them gone, nobody knows them, and reminders must wait. */
static gboolean
forget_shared_coverage (AcqConnection *connection, gint64 batch_id, GError **error)
{
  return acq_connection_run (connection, error,
                             "UPDATE statement SET first_day = NULL, last_day = NULL WHERE id IN ("
                             "SELECT o.id FROM statement o JOIN batch b ON b.id = o.batch_id"
                             " JOIN statement s ON s.account_id = o.account_id AND s.batch_id = ?1"
                             " WHERE o.batch_id > ?1 AND b.duplicates > 0"
                             " AND o.first_day <= s.last_day AND o.last_day >= s.first_day)",
                             "i", batch_id);
}

gboolean
acq_bank_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                  GError **error)
{
  if (!forget_shared_coverage (connection, batch_id, error)
      || !acq_connection_run (connection, error, "DELETE FROM bank_transaction WHERE batch_id = ?", "i",
                              batch_id))
    return FALSE;
  *ret_removed = acq_connection_changes (connection);
  return acq_connection_run (connection, error, "DELETE FROM statement WHERE batch_id = ?", "i", batch_id)
         && acq_connection_run (
           connection, error,
           "DELETE FROM account WHERE batch_id = ?"
           " AND NOT EXISTS (SELECT 1 FROM bank_transaction WHERE account_id = account.id)"
           " AND NOT EXISTS (SELECT 1 FROM statement WHERE account_id = account.id)",
           "i", batch_id);
}
