/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-accounts.h"
#include "acq-bank-line-entry.h"
#include "acq-fact-entry.h"
#include "acq-ledger-repository.h"
#include "acq-matching.h"
#include "acq-payment-record.h"
#include "acq-rejected-lines.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define BALANCES "SELECT group_concat (balance) FROM (SELECT balance FROM invoice ORDER BY number)"

/* F1 of 100 due in December, F2 of 50 that is late, a credit note F3 of 20; line 1 of 138 and line 2 of 88 after the due day of F2,
   line 3 of 200. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autofree char *lines
    = import_case_ofx ("98765432109", (const char *const[]){ "20261110 138.00 A VIR DUPONT",
                                                             "20261111 88.00 B VIR DUPONT",
                                                             "20261112 200.00 C VIR DUPONT", NULL });

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/11/2026;05/12/2026;C1;Dupont;100,00;;\n"
                             "F2;05/10/2026;05/11/2026;C1;Dupont;50,00;;\n"
                             "F3;05/10/2026;05/11/2026;C1;Dupont;-20,00;;\n",
                    "3 0 0 0");
  import_case_read (self, "a.ofx", lines, "3 0 0 0");
  return self;
}

static gboolean
match_short (StoreCase *self, gint64 line, AcqShortfall answer, gboolean always, const char *first,
             const char *second, GError **error)
{
  const char *numbers[] = { first, second, NULL };
  AcqShortPayment payment = { line, numbers, answer, always };
  g_autofree char *before = store_case_dump (self, TRUE);
  gboolean done = acq_bank_line_match_short (self->file, &payment, error);

  store_case_assert_sound (self);
  if (!done)
    store_case_assert_dump (self, TRUE, before);
  return done;
}

/* 138 pays F2 whole and all but 12 of F1. */
static void
test_answers (void)
{
  static const struct
  {
    AcqShortfall answer;
    const char *balances;
    const char *settled;
    const char *noted;
  } cases[] = {
    { ACQ_SHORTFALL_STILL_OWED, "1200,0,-2000", NULL, NULL },
    { ACQ_SHORTFALL_BANK_FEE, "0,0,-2000", "1200write_offbank_fee2026-11-10", NULL },
    { ACQ_SHORTFALL_DISCOUNT, "0,0,-2000", "1200write_offdiscount2026-11-10", NULL },
    { ACQ_SHORTFALL_CREDIT_NOTE, "1200,0,-2000", NULL, "holdcredit_note0" },
    { ACQ_SHORTFALL_DISPUTE, "1200,0,-2000", NULL, "disputedispute1200" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      gint64 removed;

      g_assert_true (match_short (self, 1, cases[i].answer, FALSE, "F2", "F1", NULL));
      import_case_expect (self, BALANCES, cases[i].balances);
      import_case_expect (self,
                          "SELECT amount || means || reason || day FROM receipt WHERE beside IS NOT NULL",
                          cases[i].settled);
      import_case_expect (self, "SELECT kind || reason || coalesce (amount, 0) FROM note", cases[i].noted);
      import_case_expect (self, "SELECT matched FROM bank_transaction WHERE id = 1", "13800");
      import_case_expect (self, "SELECT count(*) FROM customer WHERE shortfall IS NOT NULL", "0");
      /* What was written off beside the payment goes with it. */
      g_assert_true (acq_match_take_back (self->file, 1, NULL, &removed, NULL));
      store_case_assert_sound (self);
      import_case_expect (self, BALANCES, "10000,5000,-2000");
      import_case_expect (self, "SELECT count(*) FROM receipt WHERE beside IS NOT NULL", "0");
    }
}

/* A credit note is used up first: 88 and 20 of it leave 42 of F1 and F2 open. Taken out again, all goes. */
static void
test_credit_note (void)
{
  g_autoptr (StoreCase) self = new_case ();
  const char *numbers[] = { "F3", "F2", "F1", NULL };
  AcqShortPayment payment = { 2, numbers, ACQ_SHORTFALL_BANK_FEE, FALSE };
  gint64 removed;

  g_assert_true (acq_bank_line_match_short (self->file, &payment, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, BALANCES, "0,0,0");
  import_case_expect (self, "SELECT amount FROM receipt WHERE beside IS NOT NULL", "4200");
  g_assert_true (acq_match_take_back (self->file, 2, "F1", &removed, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, BALANCES, "10000,0,0");
  import_case_expect (self, "SELECT count(*) FROM receipt WHERE beside IS NOT NULL", "0");
}

static void
test_import_undone (void)
{
  for (gint64 batch = 1; batch <= 2; batch++)
    {
      g_autoptr (StoreCase) self = new_case ();

      g_assert_true (match_short (self, 1, ACQ_SHORTFALL_BANK_FEE, FALSE, "F2", "F1", NULL));
      import_case_undo (self, batch);
      import_case_expect (self, "SELECT count(*) FROM receipt WHERE beside IS NOT NULL", "0");
    }
}

static void
test_refused (void)
{
  static const struct
  {
    gint64 line;
    const char *first, *second;
    AcqShortfall answer;
    AcqWorkflowError code;
  } cases[] = {
    { 9, "F1", NULL, ACQ_SHORTFALL_STILL_OWED, ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION },
    { 1, "F9", NULL, ACQ_SHORTFALL_STILL_OWED, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE },
    { 1, "F1", NULL, ACQ_SHORTFALL_STILL_OWED, ACQ_WORKFLOW_ERROR_NOT_SHORT },
    { 3, "F1", "F2", ACQ_SHORTFALL_STILL_OWED, ACQ_WORKFLOW_ERROR_NOT_SHORT },
    { 2, "F1", "F2", ACQ_SHORTFALL_STILL_OWED, ACQ_WORKFLOW_ERROR_NOT_SHORT },
    /* Who paid late gets no discount. */
    { 1, "F1", "F2", ACQ_SHORTFALL_DISCOUNT, ACQ_WORKFLOW_ERROR_NOT_SHORT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      g_autoptr (GError) error = NULL;

      g_assert_false (match_short (self, cases[i].line, cases[i].answer, TRUE, cases[i].first, cases[i].second,
                                   &error));
      g_assert_error (error, ACQ_WORKFLOW_ERROR, (int) cases[i].code);
    }
}

/* The user saw 22 missing of F1 and called them a fee. What had been paid of it is taken back before his answer arrives: 62 are no
   fee. */
static void
test_outdated (void)
{
  g_autoptr (StoreCase) self = new_case ();
  const char *numbers[] = { "F2", "F1", NULL };
  AcqShortPayment payment = { 2, numbers, ACQ_SHORTFALL_BANK_FEE, TRUE, 2200 };
  AcqPaymentEntry earlier = { "F1", 4000, acq_day_parse_iso ("2026-11-09"), ACQ_MEANS_CASH, NULL };
  g_autoptr (GError) error = NULL;
  AcqReceiptState state;

  g_assert_true (acq_fact_enter_payment (self->file, &earlier, &state, NULL));
  import_case_expect (self, BALANCES, "6000,5000,-2000");
  g_assert_true (acq_payment_take_back (self->file, 1, NULL));
  g_assert_false (acq_bank_line_match_short (self->file, &payment, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  import_case_expect (self, BALANCES, "10000,5000,-2000");
  import_case_expect (self, "SELECT count(*) FROM customer WHERE shortfall IS NOT NULL", "0");
  g_assert_true (acq_fact_enter_payment (self->file, &earlier, &state, NULL));
  g_assert_true (acq_bank_line_match_short (self->file, &payment, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, BALANCES, "0,0,-2000");
}

static AcqShortfall
preselect (StoreCase *self, gint64 line, const char *number)
{
  g_autoptr (AcqLedger) ledger
    = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WHOLE, acq_day_parse_iso ("2026-11-20"), NULL);
  g_autoptr (GPtrArray) invoices = g_ptr_array_new ();

  g_ptr_array_add (invoices, acq_ledger_find_invoice_by_number (ledger, number));
  return acq_bank_line_preselect (ledger, ledger->transactions->pdata[line - 1], invoices);
}

/* "Always like this": offered first where it may be, and forgotten when the user says that it is still owed. */
static void
test_always (void)
{
  g_autoptr (StoreCase) self = new_case ();

  g_assert_cmpint (preselect (self, 2, "F1"), ==, ACQ_SHORTFALL_STILL_OWED);
  g_assert_true (match_short (self, 1, ACQ_SHORTFALL_DISCOUNT, TRUE, "F2", "F1", NULL));
  import_case_expect (self, "SELECT shortfall FROM customer", "discount");
  import_case_read (self, "b.csv",
                    INVOICES "F5;05/11/2026;05/12/2026;C1;Dupont;90,00;;\n"
                             "F6;05/10/2026;05/11/2026;C1;Dupont;90,00;;\n",
                    "2 0 0 0");
  g_assert_cmpint (preselect (self, 2, "F5"), ==, ACQ_SHORTFALL_DISCOUNT);
  g_assert_cmpint (preselect (self, 2, "F6"), ==, ACQ_SHORTFALL_STILL_OWED);
  g_assert_true (match_short (self, 2, ACQ_SHORTFALL_STILL_OWED, TRUE, "F5", NULL, NULL));
  import_case_expect (self, "SELECT shortfall FROM customer", NULL);
}

static void
test_ignored (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) error = NULL, unknown = NULL;

  g_assert_true (acq_bank_line_set_ignored (self->file, 3, TRUE, NULL));
  import_case_expect (self, "SELECT group_concat (ignored) FROM bank_transaction", "0,0,1");
  g_assert_true (acq_bank_line_set_ignored (self->file, 3, FALSE, NULL));
  import_case_expect (self, "SELECT sum (ignored) FROM bank_transaction", "0");
  g_assert_true (match_short (self, 1, ACQ_SHORTFALL_STILL_OWED, FALSE, "F2", "F1", NULL));
  g_assert_false (acq_bank_line_set_ignored (self->file, 1, TRUE, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MATCHED);
  g_assert_false (acq_bank_line_set_ignored (self->file, 99, TRUE, &unknown));
  g_assert_error (unknown, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION);
}

static void
test_accounts (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  const AcqBankAccount *account;
  AcqStatementBreak gap;

  g_assert_true (acq_connection_exec (
    self->connection,
    "UPDATE statement SET first_day = '2026-11-01', last_day = '2026-11-12', closing = 5000, balance = 'ok';"
    "INSERT INTO statement (account_id, batch_id, first_day, last_day, balance)"
    " VALUES (1, 1, '2026-11-15', '2026-11-19', 'mismatch')",
    NULL));
  g_assert_true (acq_bank_account_rename (self->file, 1, "  Compte\tcourant ", NULL));
  accounts = acq_bank_accounts_list (self->file, NULL);
  g_assert_cmpuint (accounts->len, ==, 1);
  account = accounts->pdata[0];
  g_assert_cmpstr (account->name, ==, "Compte courant");
  g_assert_cmpint (account->first_covered, ==, acq_day_parse_iso ("2026-11-01"));
  g_assert_cmpint (account->last_covered, ==, acq_day_parse_iso ("2026-11-19"));
  g_assert_cmpuint (account->breaks->len, ==, 1);
  gap = g_array_index (account->breaks, AcqStatementBreak, 0);
  g_assert_cmpint (gap.kind, ==, ACQ_STATEMENT_BREAK_GAP);
  g_assert_cmpint (gap.days.first, ==, acq_day_parse_iso ("2026-11-13"));
  g_assert_cmpint (gap.days.last, ==, acq_day_parse_iso ("2026-11-14"));
  g_assert_cmpint (account->last_line, ==, acq_day_parse_iso ("2026-11-12"));
  g_assert_true (account->has_closing && account->closing == 5000
                 && account->closing_day == acq_day_parse_iso ("2026-11-12"));
  g_assert_cmpstr (account->verdict, ==, "mismatch");
  g_assert_cmpint (account->imported_on, ==, acq_day_parse_iso ("2026-11-20"));
  g_assert_cmpstr (acq_bank_accounts_verdict (accounts), ==, "mismatch");
  g_assert_cmpint (acq_bank_accounts_covered_until (accounts), ==, acq_day_parse_iso ("2026-11-19"));
  g_assert_false (acq_bank_account_rename (self->file, 9, "x", &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE);
}

static void
test_no_account (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GPtrArray) accounts = acq_bank_accounts_list (self->file, NULL);

  g_assert_cmpuint (accounts->len, ==, 0);
  g_assert_cmpstr (acq_bank_accounts_verdict (accounts), ==, "absent");
  g_assert_cmpint (acq_bank_accounts_covered_until (accounts), ==, ACQ_DAY_NONE);
}

static void
test_rejected_lines (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  gint64 batch = import_case_read (self, "a.csv",
                                   INVOICES "F1;32/11/2026;05/12/2026;C1;Dupont;100,00;;\n"
                                            "F2;05/10/2026;05/11/2026;C1;Dupont;?;;\n"
                                            "F3;05/10/2026;05/11/2026;C1;Dupont;50,00;;\n",
                                   "1 0 0 2");
  g_autoptr (GPtrArray) lines = acq_rejected_lines_list (self->file, 0, NULL), left = NULL, none = NULL;
  const AcqRejectedLine *line = lines->pdata[0];

  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpint (line->place, ==, 2);
  g_assert_cmpstr (line->reason, ==, "bad_day");
  g_assert_true (acq_rejected_lines_dismiss (self->file, line->id, NULL));
  left = acq_rejected_lines_list (self->file, batch, NULL);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_true (acq_rejected_lines_dismiss_all (self->file, batch, NULL));
  none = acq_rejected_lines_list (self->file, 0, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank-line-entry/answers", test_answers);
  g_test_add_func ("/bank-line-entry/credit-note", test_credit_note);
  g_test_add_func ("/bank-line-entry/import-undone", test_import_undone);
  g_test_add_func ("/bank-line-entry/outdated", test_outdated);
  g_test_add_func ("/bank-line-entry/refused", test_refused);
  g_test_add_func ("/bank-line-entry/always", test_always);
  g_test_add_func ("/bank-line-entry/ignored", test_ignored);
  g_test_add_func ("/bank-line-entry/accounts", test_accounts);
  g_test_add_func ("/bank-line-entry/no-account", test_no_account);
  g_test_add_func ("/bank-line-entry/rejected-lines", test_rejected_lines);
  return g_test_run ();
}
