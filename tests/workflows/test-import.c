/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-workflow-error.h"
#include "import-case.h"

#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define ACCOUNT    "98765432109"

static gint64
read_lines (StoreCase *self, const char *account, const char *const *lines, const char *counts)
{
  g_autofree char *text = import_case_ofx (account, lines);

  return import_case_read (self, "statement.ofx", text, counts);
}

#define COUNT_LINES "SELECT count(*) FROM bank_transaction"

static void
test_twice (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  const char *const *lines = LINES ("20260105 100.00 A VIR DUPONT", "20260105 40.00 - CHEQUE",
                                    "20260105 40.00 - CHEQUE", "20260106 -8.00 B FRAIS");
  static const char csv[]
    = "Date;Libellé;Montant\n05/02/2026;VIREMENT PETIT;10,00\n05/02/2026;VIREMENT PETIT;10,00\n";

  read_lines (self, ACCOUNT, lines, "4 0 0 0");
  read_lines (self, ACCOUNT, lines, "0 0 4 0");
  import_case_expect (self, COUNT_LINES, "4");
  import_case_read (self, "a.csv", csv, "2 0 0 0");
  import_case_read (self, "b.csv", csv, "0 0 2 0");
  import_case_expect (self, COUNT_LINES, "6");
}

/* Statements whose boundaries differ, in either order: identical lines stay as many as the fullest file shows. */
static void
test_overlap (void)
{
  const char *const *early
    = LINES ("20260105 10.00 - A", "20260106 20.00 - B", "20260106 20.00 - B", "20260107 30.00 - C");
  const char *const *late = LINES ("20260106 20.00 - B", "20260106 20.00 - B", "20260107 30.00 - C",
                                   "20260107 30.00 - C", "20260108 40.00 - D");

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (StoreCase) self = store_case_new ();

      read_lines (self, ACCOUNT, turn == 0 ? early : late, turn == 0 ? "4 0 0 0" : "5 0 0 0");
      read_lines (self, ACCOUNT, turn == 0 ? late : early, turn == 0 ? "2 0 3 0" : "1 0 3 0");
      read_lines (self, ACCOUNT, early, "0 0 4 0");
      read_lines (self, ACCOUNT, late, "0 0 5 0");
      import_case_expect (self, "SELECT count(*) || ':' || sum (amount) FROM bank_transaction", "6:15000");
    }
}

static void
test_bank_ids (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_lines (self, ACCOUNT, LINES ("20260105 10.00 I1 SAME"), "1 0 0 0");
  /* Another id is another line, whatever the label; the same id the same line. */
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 I2 SAME"), "1 0 0 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 I1 REWORDED"), "0 0 1 0");
  /* The day, the amount and the account are part of it. */
  read_lines (self, ACCOUNT, LINES ("20260106 10.00 I1 SAME"), "1 0 0 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.01 I1 SAME"), "1 0 0 0");
  read_lines (self, "11111111111", LINES ("20260105 10.00 I1 SAME"), "1 0 0 0");
  /* Where one of both has none, the label tells. */
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 - SAME", "20260105 10.00 - SAME"), "0 0 2 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 - OTHER"), "1 0 0 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 I9 OTHER"), "0 0 1 0");
}

/* A file without ids, then the same days with ids, then again newest first. */
static void
test_bank_ids_late (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  read_lines (self, ACCOUNT, LINES ("20260105 10.00 - SAME"), "1 0 0 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 I1 SAME", "20260105 10.00 I2 SAME"), "1 0 1 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 I1 SAME", "20260105 10.00 I2 SAME"), "0 0 2 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 I2 SAME", "20260105 10.00 I1 SAME"), "0 0 2 0");
}

/* Two statements of one account in one file may share a day. */
static void
test_two_statements (void)
{
  static const char statement[] = "<STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>" ACCOUNT
                                  "</ACCTID></BANKACCTFROM><STMTTRN><DTPOSTED>20260105</DTPOSTED>"
                                  "<TRNAMT>5</TRNAMT><MEMO>SAME</MEMO></STMTTRN></STMTRS>";
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *text = g_strconcat ("<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?>\n<OFX>", statement,
                                       statement, "</OFX>", NULL);

  read_lines (self, ACCOUNT, LINES ("20260105 5.00 - SAME"), "1 0 0 0");
  import_case_read (self, "two.ofx", text, "1 0 1 0");
  import_case_read (self, "two.ofx", text, "0 0 2 0");
}

/* Where several accounts are known, the lines of a statement without a name tell whose it is. */
static void
test_nameless (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  static const char *const lines[]
    = { "20260105 10.00 - A", "20260106 20.00 - B", "20260107 30.00 - C", "20260108 40.00 - D", NULL };

  read_lines (self, "11111111111", LINES ("20260105 10.00 - A", "20260105 11.00 - E", "20260105 12.00 - F"),
              "3 0 0 0");
  read_lines (self, ACCOUNT, LINES ("20260105 10.00 - A", "20260106 20.00 - B", "20260107 30.00 - C"),
              "3 0 0 0");
  read_lines (self, NULL, lines, "1 0 3 0");
  import_case_expect (self,
                      "SELECT number FROM account a JOIN bank_transaction t ON t.account_id = a.id"
                      " WHERE t.amount = 4000",
                      ACCOUNT);
  import_case_expect (self, "SELECT count(*) FROM account", "2");
}

#define BALANCE "SELECT total || ' ' || prepaid || ' ' || balance FROM invoice WHERE number = 'F1'"

static void
test_invoice_updates (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  import_case_read (self, "a.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", "1 0 0 0");
  import_case_read (self, "b.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", "0 0 1 0");
  import_case_read (self, "c.csv", INVOICES "F1;05/09/2026;15/10/2026;C1;Dupont SARL;100,00;;\n", "0 1 0 0");
  import_case_expect (self, "SELECT due FROM due_item", "2026-10-15");
  import_case_read (self, "d.csv", INVOICES "F1;05/09/2026;15/10/2026;C1;Dupont SARL;120,00;;\n", "0 1 0 0");
  import_case_expect (self, BALANCE, "12000 0 12000");
  import_case_expect (self, "SELECT count(*) FROM customer", "1");
}

/* A number that another customer has: nothing of the record stays. */
static void
test_other_customer (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *before = NULL;

  import_case_read (self, "a.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", "1 0 0 0");
  before = store_case_dump (self, FALSE);
  import_case_read (self, "b.csv", INVOICES "F1;05/09/2026;05/10/2026;C2;Martin SARL;70,00;;\n", "0 0 0 1");
  store_case_assert_dump (self, FALSE, before);
  import_case_expect (self, "SELECT reason FROM rejection", "other_customers");
}

/* What the table says was paid, and what the bank showed, are the same money. */
static void
test_paid_elsewhere (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  import_case_read (self, "a.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", "1 0 0 0");
  g_assert_true (acq_connection_exec (
    self->connection,
    "INSERT INTO receipt (id, day, amount, currency, means, state, state_since, source) VALUES"
    " (1, '2026-10-01', 6000, 'EUR', 'transfer', 'credited', '2026-10-01', 'hand');"
    "INSERT INTO allocation (receipt_id, invoice_id, amount, origin) VALUES (1, 1, 6000, 'hand');"
    "UPDATE invoice SET balance = 4000; UPDATE due_item SET balance = 4000",
    NULL));
  import_case_read (self, "b.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;40,00\n",
                    "0 0 1 0");
  import_case_expect (self, BALANCE, "10000 0 4000");
  import_case_read (self, "c.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;60,00;\n",
                    "0 0 1 0");
  import_case_expect (self, BALANCE, "10000 0 4000");
  /* The table has not heard of the money yet. */
  import_case_read (self, "d.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;0,00;100,00\n",
                    "0 0 1 0");
  import_case_expect (self, BALANCE, "10000 0 4000");
  /* It knows of more than the bank. */
  import_case_read (self, "e.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;10,00\n",
                    "0 1 0 0");
  import_case_expect (self, BALANCE, "10000 3000 1000");
  import_case_read (self, "f.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;10,00\n",
                    "0 0 1 0");
  import_case_read (self, "g.csv", INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;100,00;0,00\n",
                    "0 1 0 0");
  import_case_expect (self, BALANCE, "10000 4000 0");
}

static void
test_credit_notes (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  static const char table[]
    = INVOICES "A1;05/09/2026;;C1;Dupont SARL;-30,00;;\nA2;05/09/2026;;C1;Dupont SARL;-20,00;;-5,00\n";

  import_case_read (self, "a.csv", table, "2 0 0 0");
  import_case_expect (self, "SELECT group_concat (kind || total || balance) FROM invoice",
                      "credit_note-3000-3000,credit_note-2000-500");
  import_case_read (self, "b.csv", table, "0 0 2 0");
  import_case_expect (self, "SELECT sum (old_item) FROM invoice", "0");
}

/* What was late when the first file came in is asked about; what comes later is not. */
static void
test_old_items (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n"
                             "F2;05/11/2026;05/12/2026;C1;Dupont "
                             "SARL;100,00;;\nF3;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;0,00\n",
                    "3 0 0 0");
  import_case_expect (self, "SELECT group_concat (number) FROM invoice WHERE old_item", "F1");
  import_case_read (self, "b.csv", INVOICES "F4;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", "1 0 0 0");
  import_case_expect (self, "SELECT group_concat (number) FROM invoice WHERE old_item", "F1");
}

static void
test_refused (void)
{
  static const char *const texts[] = {
    "Dear customer, nothing here is a table.\n",
    "",
    INVOICES,
    "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1</BANKACCTFROM>"
    "<STMTTRN><DTPOSTED>20260105<TRNAMT>5<NAME>A</STMTTRN><STMTTRN><DTPOSTED>2026",
    FEC SALE ("1", "20260110", "C1", "F1", "100,00", "") "VE|V|1|2026",
  };
  g_autoptr (StoreCase) self = store_case_new ();

  import_case_read (self, "a.csv", INVOICES "F9;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", "1 0 0 0");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import_case_try (self, "refused.txt", texts[i], &error));
      g_assert_error (error, ACQ_IMPORT_ERROR, error->code);
    }
}

static void
test_dry_run (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_write (self, "a.csv",
                                            INVOICES "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n"
                                                     "F2;;05/10/2026;C1;Dupont SARL;x;;\n");
  g_autofree char *before = store_case_dump (self, TRUE);
  AcqImportOptions options = { .dry_run = TRUE };
  g_autoptr (AcqImportResult) result = acq_import_file (self->file, path, &options, NULL);

  g_assert_cmpint (result->added, ==, 1);
  g_assert_cmpint (result->n_rejected, ==, 1);
  g_assert_cmpint (result->batch, ==, 0);
  store_case_assert_dump (self, TRUE, before);
}

static void
test_cancelled (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GString) table = g_string_new (INVOICES);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *before = store_case_dump (self, TRUE);
  AcqImportOptions options = { .cancellable = cancellable };

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (table, "F%d;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n", i);
  path = store_case_write (self, "a.csv", table->str);
  g_cancellable_cancel (cancellable);
  g_assert_null (acq_import_file (self->file, path, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  store_case_assert_dump (self, TRUE, before);
}

/* A table without codes and an accounting export with codes tell of the same customers; homonyms whose codes differ are two. */
static void
test_codes_come_late (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  gint64 coded;

  import_case_read (self, "a.csv", INVOICES "F1;05/01/2026;04/02/2026;;Client DUPONT;100,00;;\n", "1 0 0 0");
  coded = import_case_read (self, "fec.txt", FEC SALE ("1", "20260105", "DUPONT", "F1", "100,00", ""), "0 0 1 0");
  import_case_expect (self, "SELECT group_concat (code) FROM customer", "DUPONT");
  import_case_undo (self, coded);
  import_case_expect (self, "SELECT group_concat (code) FROM customer", "C00001");
  import_case_read (self, "b.csv",
                    INVOICES "F2;05/01/2026;04/02/2026;A7;Petit;10,00;;\nF3;05/01/2026;04/02/2026;B7;Petit;20,00;;\n",
                    "2 0 0 0");
  import_case_expect (self, "SELECT group_concat (code) FROM (SELECT code FROM customer ORDER BY code)",
                      "A7,B7,C00001");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/twice", test_twice);
  g_test_add_func ("/import/overlap", test_overlap);
  g_test_add_func ("/import/bank-ids", test_bank_ids);
  g_test_add_func ("/import/bank-ids-late", test_bank_ids_late);
  g_test_add_func ("/import/two-statements", test_two_statements);
  g_test_add_func ("/import/nameless", test_nameless);
  g_test_add_func ("/import/invoice-updates", test_invoice_updates);
  g_test_add_func ("/import/other-customer", test_other_customer);
  g_test_add_func ("/import/paid-elsewhere", test_paid_elsewhere);
  g_test_add_func ("/import/credit-notes", test_credit_notes);
  g_test_add_func ("/import/old-items", test_old_items);
  g_test_add_func ("/import/codes-come-late", test_codes_come_late);
  g_test_add_func ("/import/refused", test_refused);
  g_test_add_func ("/import/dry-run", test_dry_run);
  g_test_add_func ("/import/cancelled", test_cancelled);
  return g_test_run ();
}
