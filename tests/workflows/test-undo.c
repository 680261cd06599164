/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-workflow-error.h"
#include "import-case.h"

#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define ACCOUNT    "98765432109"

static gint64
read_lines (StoreCase *self, const char *const *lines, const char *counts)
{
  g_autofree char *text = import_case_ofx (ACCOUNT, lines);

  return import_case_read (self, "statement.ofx", text, counts);
}

/* Takes the file in and back out again: all is as it was. */
static void
in_and_out (StoreCase *self, const char *text, const char *counts)
{
  g_autofree char *before = store_case_dump (self, FALSE);

  import_case_undo (self, import_case_read (self, "last.txt", text, counts));
  store_case_assert_dump (self, FALSE, before);
}

#define F1 "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;\n"
#define F2 "F2;05/09/2026;05/10/2026;C2;Martin SARL;50,00;;\n"
#define DETAILED                                                                                             \
  "Numéro facture;Date facture;Échéance;Code client;Client;Total TTC;SIREN;E-mail;Adresse;Ville;Commande\n"

static void
test_receivables (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  in_and_out (self, INVOICES F1 F2, "2 0 0 0");
  import_case_read (self, "a.csv", INVOICES F1, "1 0 0 0");
  in_and_out (self, INVOICES F1 F2, "1 0 1 0");
  in_and_out (self, INVOICES "F1;06/09/2026;15/10/2026;C1;Dupont SARL;120,00;20,00;\n", "0 1 0 0");
  in_and_out (
    self, DETAILED "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;732829320;a@a.example;1 rue A;Dole;B 12\n",
    "0 1 0 0");
}

/* The same invoice twice in one file: what it becomes is this import's as well. */
static void
test_changed_in_one_file (void)
{
  static const char *const texts[] = {
    INVOICES F1 "F1;05/09/2026;25/10/2026;C1;Dupont SARL;130,00;;\n",
    DETAILED "F1;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;;;;;\n"
             "F2;05/09/2026;05/10/2026;C1;Dupont SARL;100,00;732829320;;;;\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (StoreCase) self = store_case_new ();
      g_autofree char *path = store_case_write (self, "a.csv", texts[i]);
      g_autofree char *before = store_case_dump (self, FALSE);
      AcqImportOptions options = { 0 };
      g_autoptr (AcqImportResult) result = acq_import_file (self->file, path, &options, NULL);

      g_assert_nonnull (result);
      store_case_assert_sound (self);
      import_case_undo (self, result->batch);
      store_case_assert_dump (self, FALSE, before);
    }
}

#define CUSTOMERS "Code client;Nom;Ville;E-mail;Destinataire;Payeur\n"

static void
test_customers (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  static const char table[]
    = CUSTOMERS "C1;Syndic;Dole;s@s.example;;\nC2;Copro A;Dole;;C1;C3\nC3;Copro B;Dole;;C1;\n";

  in_and_out (self, table, "3 0 0 0");
  import_case_read (self, "a.csv", table, "3 0 0 0");
  import_case_expect (self,
                      "SELECT group_concat (code || coalesce (recipient_id, '-') || coalesce (payer_id, '-'))"
                      " FROM customer",
                      "C1--,C213,C31-");
  /* Whether the one who is named stands before or behind. */
  import_case_read (self, "b.csv", table, "0 0 3 0");
  in_and_out (self, CUSTOMERS "C1;Syndic;Dole;other@s.example;;\nC4;Copro C;Dole;;C1;\n", "1 1 0 0");
  in_and_out (self, CUSTOMERS "C5;E;Dole;;C6;\nC6;F;Dole;;;C5\n", "2 0 0 0");
}

static void
test_statement (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *first = import_case_ofx (ACCOUNT, LINES ("20260105 10.00 - A", "20260110 20.00 - B"));
  g_autofree char *second = import_case_ofx (ACCOUNT, LINES ("20260110 20.00 - B", "20260115 30.00 - C"));
  g_autofree char *third = import_case_ofx (ACCOUNT, LINES ("20260112 40.00 - D", "20260115 30.00 - C"));

  in_and_out (self, first, "2 0 0 0");
  import_case_read (self, "1.ofx", first, "2 0 0 0");
  in_and_out (self, second, "1 0 1 0");
  import_case_read (self, "2.ofx", second, "1 0 1 0");
  in_and_out (self, third, "1 0 1 0");
}

/* What one statement found there already is unknown once the import that had brought it is taken back. */
static void
test_shared_lines (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  gint64 first = read_lines (self, LINES ("20260105 10.00 - A", "20260110 20.00 - B"), "2 0 0 0");

  read_lines (self, LINES ("20260110 20.00 - B", "20260115 30.00 - C"), "1 0 1 0");
  import_case_undo (self, first);
  import_case_expect (self, "SELECT count(*) FROM statement WHERE first_day IS NOT NULL", "0");
  read_lines (self, LINES ("20260105 10.00 - A", "20260110 20.00 - B"), "2 0 0 0");
  import_case_expect (self, "SELECT count(*) FROM bank_transaction", "3");
}

#define LEDGER                                                                                               \
  FEC SALE ("1", "20260110", "C1", "F1", "100,00", "A") BANK ("2", "20260201", "C1", "100,00", "A")
#define OPEN FEC SALE ("1", "20260110", "C1", "F1", "100,00", "") BANK ("2", "20260201", "C1", "100,00", "")

/* The same receipt told by the accounts and by the bank counts once, whichever comes first. */
static void
test_ledger_and_statement (void)
{
  g_autofree char *lines = import_case_ofx (ACCOUNT, LINES ("20260203 100.00 - VIR C1"));

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (StoreCase) self = store_case_new ();

      import_case_read (self, "first.txt", turn == 0 ? LEDGER : lines, turn == 0 ? "2 0 0 0" : "1 0 0 0");
      in_and_out (self, turn == 0 ? lines : LEDGER, turn == 0 ? "1 0 0 0" : "2 0 0 0");
      import_case_read (self, "second.txt", turn == 0 ? lines : LEDGER, turn == 0 ? "1 0 0 0" : "2 0 0 0");
      import_case_expect (self, "SELECT count(*) || ':' || sum (amount) FROM receipt", "1:10000");
      import_case_expect (self, "SELECT balance FROM invoice", "0");
      import_case_expect (self, "SELECT matched FROM bank_transaction", "10000");
      import_case_read (self, "again.txt", LEDGER, "0 0 2 0");
      import_case_read (self, "again.ofx", lines, "0 0 1 0");
      import_case_expect (self, "SELECT count(*) || ':' || sum (amount) FROM receipt", "1:10000");
    }
}

/* A later export letters what an earlier one left open: that is the later one's, and goes with it. */
static void
test_lettered_later (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  import_case_read (self, "open.txt", OPEN, "2 0 0 0");
  import_case_expect (self, "SELECT balance FROM invoice", "10000");
  in_and_out (self, LEDGER, "0 1 1 0");
  import_case_read (self, "lettered.txt", LEDGER, "0 1 1 0");
  import_case_expect (self, "SELECT balance FROM invoice", "0");
  import_case_read (self, "lettered.txt", LEDGER, "0 0 2 0");
}

/* A number that two customers use: the money of the one does not pay the invoice of the other. */
static void
test_number_of_another (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  import_case_read (self, "a.csv", INVOICES "F1;05/01/2026;05/02/2026;C9;Petit SARL;100,00;;\n", "1 0 0 0");
  import_case_read (self, "a.txt", LEDGER, "0 0 0 2");
  import_case_expect (self, "SELECT count(*) FROM customer", "1");
  import_case_expect (self, "SELECT balance FROM invoice", "10000");
}

static void
test_ledger (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  in_and_out (self, LEDGER, "2 0 0 0");
  import_case_read (self, "a.csv", INVOICES "F1;10/01/2026;10/02/2026;C1;Client C1;100,00;;\n", "1 0 0 0");
  in_and_out (self, LEDGER, "1 0 1 0");
}

static void
test_refusals (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GError) unknown = NULL, undone = NULL, later = NULL;
  gint64 first = import_case_read (self, "a.csv", INVOICES F1, "1 0 0 0"), second, removed;
  g_autofree char *before = NULL;

  g_assert_false (acq_import_undo (self->file, 99, &removed, &unknown));
  g_assert_error (unknown, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_BATCH);
  second = import_case_read (self, "b.csv", INVOICES "F1;05/09/2026;15/10/2026;C1;Dupont SARL;100,00;;\n",
                             "0 1 0 0");
  before = store_case_dump (self, TRUE);
  g_assert_false (acq_import_undo (self->file, first, &removed, &later));
  g_assert_error (later, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE);
  store_case_assert_dump (self, TRUE, before);
  import_case_undo (self, second);
  g_assert_false (acq_import_undo (self->file, second, &removed, &undone));
  g_assert_error (undone, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_ALREADY_UNDONE);
  import_case_undo (self, first);
  import_case_expect (self, "SELECT count(*) FROM invoice", "0");
  import_case_read (self, "a.csv", INVOICES F1, "1 0 0 0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/receivables", test_receivables);
  g_test_add_func ("/undo/changed-in-one-file", test_changed_in_one_file);
  g_test_add_func ("/undo/customers", test_customers);
  g_test_add_func ("/undo/statement", test_statement);
  g_test_add_func ("/undo/shared-lines", test_shared_lines);
  g_test_add_func ("/undo/ledger-and-statement", test_ledger_and_statement);
  g_test_add_func ("/undo/lettered-later", test_lettered_later);
  g_test_add_func ("/undo/number-of-another", test_number_of_another);
  g_test_add_func ("/undo/ledger", test_ledger);
  g_test_add_func ("/undo/refusals", test_refusals);
  return g_test_run ();
}
