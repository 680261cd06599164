/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-journal.h"
#include "acq-ledger-repository.h"
#include "store-case.h"

#define LETTER_HASH "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static void
write_letter (StoreCase *self)
{
  static const char letter[]
    = "INSERT INTO issued_letter (id, model, reference, customer_id, day, n_pages, total_due, sha256, pdf) VALUES"
      " (1, 'statement', 'RC-2026-0001', 1, '2026-03-01', 1, 4000, '" LETTER_HASH "', x'616263');"
      "INSERT INTO issued_letter_invoice VALUES (1, 1);"
      "INSERT INTO letter_proof (letter_id, kind, name, added, sha256, bytes) VALUES"
      " (1, 'posting', 'slip.jpg', '2026-03-02', '" LETTER_HASH "', x'616263');";
  g_autoptr (GError) error = NULL;

  acq_connection_begin (self->connection, &error);
  acq_connection_exec (self->connection, letter, &error);
  g_assert_no_error (error);
  acq_journal_append (self->connection, store_case_clock (), "letter", "RC-2026-0001",
                      "model=statement accepted= sha256=" LETTER_HASH, &error);
  acq_connection_commit (self->connection, &error);
  g_assert_no_error (error);
}

/* One invoice of two parts and a credit note, one bank line that settles half of it, one cheque in hand, one plan, one letter
   that left and the scan of its slip. */
static StoreCase *
new_case (void)
{
  static const char company[]
    = "INSERT INTO customer (id, code, name, name_key, kind, kind_source) VALUES"
      " (1, 'C1', 'Dupont', 'DUPONT', 'company', 'stated');"
      "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, prepaid, balance) VALUES"
      " (1, 'F1', 1, 'invoice', '2026-01-10', 'EUR', 10000, 1000, 4000),"
      " (2, 'A1', 1, 'credit_note', '2026-01-11', 'EUR', -500, 0, -500);"
      "INSERT INTO due_item (invoice_id, kind, due, currency, amount, balance) VALUES"
      " (1, 'normal', '2026-02-10', 'EUR', 6000, 0), (1, 'retention', '2027-02-10', 'EUR', 4000, 4000),"
      " (2, 'normal', '2026-02-10', 'EUR', -500, -500);"
      "INSERT INTO account (id, currency) VALUES (1, 'EUR');"
      "INSERT INTO bank_transaction (id, account_id, booked, amount, matched, label, means) VALUES"
      " (1, 1, '2026-02-15', 6000, 5500, 'VIR DUPONT', 'transfer');"
      "INSERT INTO receipt (id, transaction_id, day, amount, currency, means, state, state_since, source) "
      "VALUES"
      " (1, 1, '2026-02-15', 6000, 'EUR', 'transfer', 'credited', '2026-02-15', 'bank'),"
      " (2, NULL, '2026-02-16', 2000, 'EUR', 'cheque', 'in_hand', '2026-02-16', 'hand');"
      "INSERT INTO allocation (receipt_id, invoice_id, amount, origin) VALUES (1, 1, 5000, 'hand'),"
      " (2, 1, 2000, 'hand');"
      "INSERT INTO interest_payment VALUES (1, 1, 200, 300);"
      "INSERT INTO payment_plan (id, customer_id, agreed) VALUES (1, 1, '2026-03-01');"
      "INSERT INTO plan_instalment VALUES (1, '2026-04-01', 4000);";
  StoreCase *self = store_case_new ();
  g_autoptr (GError) error = NULL;

  acq_connection_exec (self->connection, company, &error);
  g_assert_no_error (error);
  write_letter (self);
  return self;
}

static void
test_sound (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqVerification found = { 0 };

  g_assert_true (acq_ledger_repository_verify (self->connection, &found, NULL));
  g_assert_cmpint (found.invoices, ==, 2);
  g_assert_cmpint (found.transactions, ==, 1);
  g_assert_cmpuint (found.journal_lines, ==, 1);
}

static void
test_tampering (void)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } cases[] = {
    { "UPDATE invoice SET balance = 0 WHERE id = 1", "balance of invoice F1" },
    { "UPDATE invoice SET total = 20000 WHERE id = 1", "F1" },
    { "UPDATE invoice SET prepaid = 0 WHERE id = 1", "balance of invoice F1" },
    { "UPDATE receipt SET state = 'credited' WHERE id = 2", "balance of invoice F1" },
    { "UPDATE receipt SET state = 'returned' WHERE id = 1", "balance of invoice F1" },
    { "UPDATE allocation SET amount = 4999 WHERE receipt_id = 1", "balance of invoice F1" },
    { "DELETE FROM allocation WHERE receipt_id = 1", "balance of invoice F1" },
    { "UPDATE due_item SET balance = 0 WHERE kind = 'retention'", "due items of invoice F1" },
    { "UPDATE due_item SET amount = 4001 WHERE kind = 'retention'", "due items of invoice F1" },
    { "DELETE FROM due_item WHERE invoice_id = 2", "due items of invoice A1" },
    { "UPDATE invoice SET cancelled = 1 WHERE id = 1", "due items of invoice F1" },
    { "UPDATE due_item SET currency = 'USD' WHERE invoice_id = 2",
      "currency of the due items of invoice A1" },
    { "UPDATE bank_transaction SET matched = 6000", "matched part of transaction 1" },
    { "UPDATE bank_transaction SET matched = 0", "matched part of transaction 1" },
    { "UPDATE interest_payment SET penalties = 0", "matched part of transaction 1" },
    { "UPDATE receipt SET amount = 5499 WHERE id = 1", "allocations beyond receipt 1" },
    { "UPDATE receipt SET amount = 4999 WHERE id = 1", "allocations beyond receipt 1" },
    { "UPDATE allocation SET amount = 2001 WHERE receipt_id = 2", "allocations beyond receipt 2" },
    { "DELETE FROM plan_instalment", "parts of payment plan 1" },
    { "UPDATE payment_plan SET customer_id = 9", "reference between rows of payment_plan" },
    { "UPDATE issued_letter SET pdf = x'616264'", "bytes of RC-2026-0001" },
    { "UPDATE issued_letter SET pdf = x'616264',"
      " sha256 = 'a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9'",
      "journal of letter RC-2026-0001" },
    { "UPDATE letter_proof SET bytes = x''", "bytes of slip.jpg" },
    { "DELETE FROM account", "reference between rows of bank_transaction" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = new_case ();

      store_case_tamper (self, cases[i].sql);
      store_case_assert_damaged (self, cases[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/verification/sound", test_sound);
  g_test_add_func ("/store/verification/tampering", test_tampering);
  return g_test_run ();
}
