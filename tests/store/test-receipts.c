/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-repository.h"
#include "acq-batch-repository.h"
#include "acq-customer-repository.h"
#include "acq-invoice-repository.h"
#include "acq-ledger-repository.h"
#include "acq-receipt-repository.h"
#include "store-case.h"

#define DAY(text) acq_day_parse_iso (text)

/* One customer; invoices F1 and F2 of 100.00, credit note A1 of -20.00; an account. */
static StoreCase *
new_case (void)
{
  static const char company[]
    = "INSERT INTO customer (id, code, name, name_key, kind, kind_source) VALUES"
      " (1, 'C1', 'Dupont', 'dupont', 'company', 'stated');"
      "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance) VALUES"
      " (1, 'F1', 1, 'invoice', '2026-01-10', 'EUR', 10000, 10000),"
      " (2, 'F2', 1, 'invoice', '2026-01-10', 'EUR', 10000, 10000),"
      " (3, 'A1', 1, 'credit_note', '2026-01-11', 'EUR', -2000, -2000);"
      "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance) SELECT id, 'normal',"
      " '2026-02-10', 'EUR', total, balance FROM invoice;"
      "INSERT INTO account (id, iban, currency) VALUES (1, 'FR7630004028379876543210943', 'EUR');";
  StoreCase *self = store_case_new ();
  g_autoptr (GError) error = NULL;

  acq_connection_exec (self->connection, company, &error);
  g_assert_no_error (error);
  return self;
}

static gint64
add_receipt (StoreCase *self, const char *day, gint64 amount, AcqMeans means, AcqReceiptState state,
             AcqReceiptSource source)
{
  g_autoptr (AcqReceipt) receipt = acq_receipt_new ();
  g_autoptr (GError) error = NULL;

  receipt->customer_id = 1;
  receipt->day = DAY (day);
  receipt->amount = amount;
  receipt->currency = ACQ_CURRENCY_EUR;
  receipt->means = means;
  receipt->state = state;
  receipt->source = source;
  acq_receipt_repository_insert (self->connection, receipt, 0, &error);
  g_assert_no_error (error);
  return receipt->id;
}

static gint64
add_line (StoreCase *self, const char *day, gint64 amount, AcqMeans means)
{
  g_autoptr (AcqTransaction) line = acq_transaction_new ();
  g_autoptr (GError) error = NULL;

  line->account_id = 1;
  line->booked = DAY (day);
  line->amount = amount;
  line->label = g_strdup ("VIR SEPA RECU");
  line->means = means;
  acq_bank_repository_insert (self->connection, line, 0, &error);
  g_assert_no_error (error);
  return line->id;
}

static void
allocate (StoreCase *self, gint64 receipt, gint64 invoice, gint64 amount)
{
  g_autoptr (GError) error = NULL;

  acq_receipt_repository_allocate (self->connection, receipt, invoice, amount, ACQ_ALLOCATION_ORIGIN_HAND,
                                   &error);
  g_assert_no_error (error);
  store_case_assert_sound (self);
}

static void
expect (const StoreCase *self, const char *sql, const char *expected)
{
  g_autofree char *answer = store_case_ask (self, sql);

  g_assert_cmpstr (answer, ==, expected);
}

static void
test_transaction (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqTransaction) line = acq_transaction_new (), read = NULL;
  AcqTransaction *part = acq_transaction_new ();
  const AcqTransaction *read_part;

  line->account_id = 1;
  line->booked = DAY ("2026-02-01");
  line->value = DAY ("2026-02-02");
  line->amount = -12345;
  line->label = g_strdup ("label");
  line->bank_ref = g_strdup ("ref");
  line->counterparty = g_strdup ("party");
  line->counterparty_iban = g_strdup ("iban");
  line->remittance = g_strdup ("remittance");
  line->end_to_end = g_strdup ("e2e");
  line->cheque_number = g_strdup ("7");
  line->means = ACQ_MEANS_DIRECT_DEBIT;
  line->returned = TRUE;
  line->return_reason = g_strdup ("AM04");
  part->amount = -345;
  part->bank_ref = g_strdup ("part");
  part->means = ACQ_MEANS_CHEQUE;
  part->returned = TRUE;
  line->children = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  g_ptr_array_add (line->children, part);
  g_assert_true (acq_bank_repository_insert (self->connection, line, 0, NULL));
  expect (
    self,
    "SELECT account_id || booked || value_day || amount || matched || label || bank_ref || counterparty ||"
    " counterparty_iban || remittance || end_to_end || cheque_number || means || returned ||"
    " return_reason || ignored FROM bank_transaction",
    "12026-02-012026-02-02-123450labelrefpartyibanremittancee2e7direct_debit1AM040");
  read = acq_bank_repository_find (self->connection, line->id, NULL);
  g_assert_true (read->booked == line->booked && read->value == line->value && read->amount == line->amount
                 && read->means == line->means && read->returned && !read->ignored && read->account_id == 1);
  g_assert_cmpstr (read->label, ==, "label");
  g_assert_cmpstr (read->bank_ref, ==, "ref");
  g_assert_cmpstr (read->counterparty, ==, "party");
  g_assert_cmpstr (read->counterparty_iban, ==, "iban");
  g_assert_cmpstr (read->remittance, ==, "remittance");
  g_assert_cmpstr (read->end_to_end, ==, "e2e");
  g_assert_cmpstr (read->cheque_number, ==, "7");
  g_assert_cmpstr (read->return_reason, ==, "AM04");
  g_assert_cmpstr (read->currency.code, ==, "EUR");
  read_part = read->children->pdata[0];
  g_assert_true (read_part->amount == -345 && read_part->booked == line->booked && read_part->returned
                 && read_part->means == ACQ_MEANS_CHEQUE);
  g_assert_cmpstr (read_part->bank_ref, ==, "part");
  g_assert_cmpstr (read_part->label, ==, "");
  g_assert_null (acq_bank_repository_find (self->connection, 99, NULL));
}

static void
test_allocations (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = NULL;
  gint64 line = add_line (self, "2026-02-15", 15000, ACQ_MEANS_TRANSFER);
  gint64 receipt = add_receipt (self, "2026-02-15", 15000, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED,
                                ACQ_RECEIPT_SOURCE_BANK);
  gint64 removed;
  g_autoptr (AcqReceipt) read = NULL;

  g_assert_true (
    acq_connection_run (self->connection, NULL, "UPDATE receipt SET transaction_id = ?", "i", line));
  before = store_case_dump (self, TRUE);
  allocate (self, receipt, 1, 6000);
  allocate (self, receipt, 1, 4000);
  allocate (self, receipt, 3, -2000);
  allocate (self, receipt, 2, 7000);
  expect (self, "SELECT group_concat (balance) FROM invoice", "0,3000,0");
  expect (self, "SELECT matched FROM bank_transaction", "15000");
  read = acq_receipt_repository_find_by_transaction (self->connection, line, NULL);
  g_assert_cmpuint (read->allocations->len, ==, 3);
  g_assert_cmpint (acq_receipt_allocated (read), ==, 15000);
  /* One goes back alone, the others stay. */
  g_assert_true (acq_receipt_repository_take_back (self->connection, receipt, 1, &removed, NULL));
  g_assert_cmpint (removed, ==, 1);
  expect (self, "SELECT group_concat (balance) FROM invoice", "10000,3000,0");
  store_case_assert_sound (self);
  g_assert_true (acq_receipt_repository_take_back (self->connection, receipt, 0, &removed, NULL));
  g_assert_cmpint (removed, ==, 2);
  store_case_assert_dump (self, TRUE, before);
}

/* A cheque in hand gives way to the bank line that brings it, and is in hand again once that is taken back. */
static void
test_in_flight (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = NULL;
  gint64 cheque = add_receipt (self, "2026-02-10", 10000, ACQ_MEANS_CHEQUE, ACQ_RECEIPT_STATE_IN_HAND,
                               ACQ_RECEIPT_SOURCE_HAND);
  gint64 money = add_receipt (self, "2026-02-15", 20000, ACQ_MEANS_CHEQUE, ACQ_RECEIPT_STATE_CREDITED,
                              ACQ_RECEIPT_SOURCE_BANK);
  gint64 removed;

  allocate (self, cheque, 1, 10000);
  expect (self, "SELECT balance FROM invoice WHERE id = 1", "10000");
  before = store_case_dump (self, TRUE);
  allocate (self, money, 2, 10000);
  allocate (self, money, 1, 10000);
  g_assert_true (acq_receipt_repository_replace_in_flight (self->connection, money, 1, NULL));
  expect (self, "SELECT state || replaced_by || state_since FROM receipt WHERE id = 1",
          "replaced22026-02-10");
  expect (self, "SELECT balance FROM invoice WHERE id = 1", "0");
  store_case_assert_sound (self);
  g_assert_true (acq_receipt_repository_take_back (self->connection, money, 2, &removed, NULL));
  expect (self, "SELECT state FROM receipt WHERE id = 1", "replaced");
  g_assert_true (acq_receipt_repository_take_back (self->connection, money, 1, &removed, NULL));
  store_case_assert_dump (self, TRUE, before);
}

/* Less money than the cheque cannot be the cheque. */
static void
test_in_flight_larger (void)
{
  g_autoptr (StoreCase) self = new_case ();
  gint64 cheque = add_receipt (self, "2026-02-10", 10000, ACQ_MEANS_CHEQUE, ACQ_RECEIPT_STATE_IN_HAND,
                               ACQ_RECEIPT_SOURCE_HAND);
  gint64 money = add_receipt (self, "2026-02-15", 5000, ACQ_MEANS_CHEQUE, ACQ_RECEIPT_STATE_CREDITED,
                              ACQ_RECEIPT_SOURCE_BANK);

  allocate (self, cheque, 1, 10000);
  allocate (self, money, 1, 5000);
  g_assert_true (acq_receipt_repository_replace_in_flight (self->connection, money, 1, NULL));
  expect (self, "SELECT state FROM receipt WHERE id = 1", "in_hand");
}

static void
test_link (void)
{
  static const struct
  {
    const char *day;
    AcqMeans receipt_means, line_means;
    AcqReceiptState state;
    gint64 amount, linked;
  } cases[] = {
    { "2026-02-10", ACQ_MEANS_TRANSFER, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED, 5000, 1 },
    { "2026-02-20", ACQ_MEANS_TRANSFER, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED, 5000, 1 },
    { "2026-02-09", ACQ_MEANS_TRANSFER, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED, 5000, 0 },
    { "2026-02-21", ACQ_MEANS_TRANSFER, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED, 5000, 0 },
    { "2026-02-15", ACQ_MEANS_CHEQUE, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED, 5000, 0 },
    { "2026-02-15", ACQ_MEANS_UNKNOWN, ACQ_MEANS_CARD, ACQ_RECEIPT_STATE_CREDITED, 5000, 1 },
    { "2026-02-15", ACQ_MEANS_CARD, ACQ_MEANS_UNKNOWN, ACQ_RECEIPT_STATE_CREDITED, 5000, 1 },
    { "2026-02-15", ACQ_MEANS_CASH, ACQ_MEANS_UNKNOWN, ACQ_RECEIPT_STATE_CREDITED, 5000, 0 },
    { "2026-02-15", ACQ_MEANS_WRITE_OFF, ACQ_MEANS_UNKNOWN, ACQ_RECEIPT_STATE_CREDITED, 5000, 0 },
    { "2026-02-15", ACQ_MEANS_CHEQUE, ACQ_MEANS_CHEQUE, ACQ_RECEIPT_STATE_IN_HAND, 5000, 0 },
    { "2026-02-15", ACQ_MEANS_TRANSFER, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED, 4999, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      gint64 receipt = add_receipt (self, cases[i].day, cases[i].amount, cases[i].receipt_means,
                                    cases[i].state, ACQ_RECEIPT_SOURCE_LEDGER);
      gint64 linked;

      allocate (self, receipt, 1, cases[i].amount);
      add_line (self, "2026-02-15", 5000, cases[i].line_means);
      g_assert_true (acq_receipt_repository_link (self->connection, &linked, NULL));
      g_assert_cmpint (linked, ==, cases[i].linked);
      expect (self, "SELECT matched FROM bank_transaction", cases[i].linked == 1 ? "5000" : "0");
      store_case_assert_sound (self);
    }
}

/* Each once, nearest days first. */
static void
test_link_nearest (void)
{
  g_autoptr (StoreCase) self = new_case ();
  gint64 linked;

  add_receipt (self, "2026-02-11", 5000, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED,
               ACQ_RECEIPT_SOURCE_LEDGER);
  add_receipt (self, "2026-02-14", 5000, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED,
               ACQ_RECEIPT_SOURCE_LEDGER);
  add_receipt (self, "2026-02-15", 5000, ACQ_MEANS_TRANSFER, ACQ_RECEIPT_STATE_CREDITED,
               ACQ_RECEIPT_SOURCE_LEDGER);
  add_line (self, "2026-02-15", 5000, ACQ_MEANS_TRANSFER);
  add_line (self, "2026-02-13", 5000, ACQ_MEANS_TRANSFER);
  g_assert_true (acq_receipt_repository_link (self->connection, &linked, NULL));
  g_assert_cmpint (linked, ==, 2);
  expect (self,
          "SELECT group_concat (pair) FROM (SELECT id || ':' || transaction_id AS pair FROM receipt"
          " WHERE transaction_id > 0 ORDER BY transaction_id)",
          "3:1,2:2");
  g_assert_true (acq_receipt_repository_link (self->connection, &linked, NULL));
  g_assert_cmpint (linked, ==, 0);
}

static gint64
new_batch (StoreCase *self)
{
  g_autoptr (AcqBatch) batch = acq_batch_new ();

  batch->kind = g_strdup ("ledger");
  batch->format = g_strdup ("fec");
  batch->path = g_strdup ("a.txt");
  batch->file_hash = g_strdup ("00");
  batch->imported_on = DAY ("2026-11-20");
  g_assert_true (acq_batch_repository_insert (self->connection, batch, NULL));
  return batch->id;
}

static void
test_batch (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBatch) batch = acq_batch_new (), read = NULL;
  g_autoptr (GPtrArray) list = NULL;

  batch->id = new_batch (self);
  batch->read = 1;
  batch->added = 2;
  batch->updated = 3;
  batch->duplicates = 4;
  batch->rejected = 5;
  g_free (batch->balance);
  batch->balance = g_strdup ("mismatch");
  g_assert_true (acq_batch_repository_finish (self->connection, batch, NULL));
  g_assert_true (acq_batch_repository_insert_rejection (self->connection, 1, 7, "bad_day", "x", NULL));
  expect (
    self,
    "SELECT kind || format || path || file_hash || imported_on || read || added || updated || duplicates ||"
    " rejected || balance || undone FROM batch",
    "ledgerfeca.txt002026-11-2012345mismatch0");
  expect (self, "SELECT batch_id || place || reason || detail || dismissed FROM rejection", "17bad_dayx0");
  read = acq_batch_repository_find (self->connection, 1, NULL);
  g_assert_true (read->read == 1 && read->added == 2 && read->updated == 3 && read->duplicates == 4
                 && read->rejected == 5 && !read->undone && read->imported_on == DAY ("2026-11-20"));
  g_assert_cmpstr (read->kind, ==, "ledger");
  g_assert_cmpstr (read->balance, ==, "mismatch");
  g_assert_true (acq_batch_repository_mark_undone (self->connection, 1, NULL));
  list = acq_batch_repository_list (self->connection, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (((AcqBatch *) list->pdata[0])->undone);
  expect (self, "SELECT dismissed FROM rejection", "1");
  g_assert_null (acq_batch_repository_find (self->connection, 9, NULL));
}

/* Whatever an import changes in a row, the revision brings it back. */
static void
test_revisions (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = NULL;
  gint64 restored;

  g_assert_true (acq_connection_exec (
    self->connection,
    "UPDATE invoice SET performed = '2026-01-01', prepaid = 1, balance = 9999, order_reference = 'o',"
    " engagement = 'e', deposited = '2026-01-02', deposit_status = 's', corrects = 'c', penalty_note = 'p',"
    " indemnity_note = 'i', discount_note = 'd', factored = 1, opening = 1, old_item = 1,"
    " reminders_before = 2, last_reminder_before = '2026-01-03' WHERE id = 1;"
    "UPDATE due_item SET balance = 9999 WHERE invoice_id = 1;"
    "INSERT INTO vat_line (invoice_id, rate, base, tax) VALUES (1, 2000, 8333, 1667);"
    "UPDATE customer SET siren = '1', siret = '2', vat_number = '3', address = 'a', postcode = 'p',"
    " city = 'c', country = 'BE', language = 'en', terms = '30', credit_limit = 5,"
    " insolvent_since = '2026-01-01', precious = 1;"
    "INSERT INTO contact (customer_id, role, name) VALUES (1, 'pays', 'x'), (1, 'other', 'y');",
    NULL));
  before = store_case_dump (self, FALSE);
  new_batch (self);
  for (int turn = 0; turn < 2; turn++)
    {
      g_assert_true (acq_batch_repository_keep_invoice (self->connection, 1, 1, NULL));
      g_assert_true (acq_batch_repository_keep_customer (self->connection, 1, 1, NULL));
      g_assert_true (acq_connection_exec (
        self->connection,
        "UPDATE invoice SET kind = 'credit_note', issued = '2020-01-01', performed = NULL, currency = 'USD',"
        " total = -1, prepaid = 0, order_reference = NULL, engagement = NULL, deposited = NULL,"
        " deposit_status = NULL, corrects = NULL, penalty_note = NULL, indemnity_note = NULL,"
        " discount_note = NULL, factored = 0, cancelled = 1, opening = 0, old_item = 0, reminders_before = 0,"
        " last_reminder_before = NULL WHERE id = 1; DELETE FROM due_item WHERE invoice_id = 1;"
        "DELETE FROM vat_line; DELETE FROM contact;"
        "UPDATE customer SET code = 'X', name = 'X', name_key = 'x', kind = 'consumer', kind_source = "
        "'guessed',"
        " siren = NULL, siret = NULL, vat_number = NULL, address = NULL, postcode = NULL, city = NULL,"
        " country = NULL, language = NULL, terms = NULL",
        NULL));
    }
  expect (self, "SELECT count(*) FROM revision", "2");
  g_assert_true (acq_batch_repository_restore (self->connection, 1, &restored, NULL));
  g_assert_cmpint (restored, ==, 2);
  store_case_assert_dump (self, FALSE, before);
}

static void
test_later_revision (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) error = NULL;
  gint64 restored;

  new_batch (self);
  new_batch (self);
  g_assert_true (acq_batch_repository_keep_invoice (self->connection, 1, 1, NULL));
  g_assert_true (acq_batch_repository_keep_invoice (self->connection, 2, 1, NULL));
  g_assert_false (acq_batch_repository_restore (self->connection, 1, &restored, &error));
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE);
  g_assert_cmpstr (error->message, ==, "import 2");
  g_assert_true (acq_batch_repository_restore (self->connection, 2, &restored, NULL));
  g_assert_true (acq_batch_repository_mark_undone (self->connection, 2, NULL));
  g_assert_true (acq_batch_repository_restore (self->connection, 1, &restored, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/receipts/transaction", test_transaction);
  g_test_add_func ("/store/receipts/allocations", test_allocations);
  g_test_add_func ("/store/receipts/in-flight", test_in_flight);
  g_test_add_func ("/store/receipts/in-flight-larger", test_in_flight_larger);
  g_test_add_func ("/store/receipts/link", test_link);
  g_test_add_func ("/store/receipts/link-nearest", test_link_nearest);
  g_test_add_func ("/store/receipts/batch", test_batch);
  g_test_add_func ("/store/receipts/revisions", test_revisions);
  g_test_add_func ("/store/receipts/later-revision", test_later_revision);
  return g_test_run ();
}
