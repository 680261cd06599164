/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company-setup.h"
#include "acq-fact-entry.h"
#include "acq-matching.h"
#include "acq-workflow-error.h"
#include "import-case.h"

#define LINES(...) ((const char *const[]){ __VA_ARGS__, NULL })
#define ALIASES    "SELECT group_concat (confirmations) FROM payer_alias"
#define BALANCES   "SELECT group_concat (balance) FROM (SELECT balance FROM invoice ORDER BY number)"

/* Invoices F1 to F3 of 100, 50 and 30, a credit note F4 of 20; lines 1 to 3 of the same payer, 150, 30 and a return of 50. */
static StoreCase *
new_case (void)
{
  StoreCase *self = store_case_new ();
  g_autofree char *lines
    = import_case_ofx ("98765432109", LINES ("20260910 150.00 A VIR DUPONT", "20260911 30.00 B VIR DUPONT",
                                             "20260912 -50.00 C REJET DUPONT"));

  import_case_read (self, "a.csv",
                    INVOICES
                    "F1;05/08/2026;05/09/2026;C1;Dupont;100,00;;\n"
                    "F2;05/08/2026;05/09/2026;C1;Dupont;50,00;;\nF3;05/08/2026;05/09/2026;C2;Martin;30,00;;\n"
                    "F4;05/08/2026;05/09/2026;C1;Dupont;-20,00;;\n",
                    "4 0 0 0");
  import_case_read (self, "a.ofx", lines, "3 0 0 0");
  return self;
}

static gboolean
match (StoreCase *self, gint64 line, const char *first, gint64 first_amount, const char *second,
       gint64 second_amount, GError **error)
{
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();
  gboolean matched;

  acq_match_parts_add (parts, first, first_amount);
  if (second != NULL)
    acq_match_parts_add (parts, second, second_amount);
  matched = acq_match_by_hand (self->file, line, parts, error);
  store_case_assert_sound (self);
  return matched;
}

static void
unmatch (StoreCase *self, gint64 line, const char *number, gint64 expected)
{
  g_autoptr (GError) error = NULL;
  gint64 removed;

  acq_match_take_back (self->file, line, number, &removed, &error);
  g_assert_no_error (error);
  g_assert_cmpint (removed, ==, expected);
  store_case_assert_sound (self);
}

static void
test_by_hand (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, FALSE);

  g_assert_true (match (self, 1, "F1", 10000, "F2", 3000, NULL));
  import_case_expect (self, BALANCES, "0,2000,3000,-2000");
  import_case_expect (self, ALIASES, "1");
  /* The rest, and the credit note with it. */
  g_assert_true (match (self, 1, "F2", 2000, NULL, 0, NULL));
  import_case_expect (self, "SELECT matched FROM bank_transaction WHERE id = 1", "15000");
  unmatch (self, 1, "F1", 1);
  import_case_expect (self, BALANCES, "10000,0,3000,-2000");
  unmatch (self, 1, NULL, 1);
  import_case_expect (self, "SELECT count(*) FROM payer_alias", "0");
  import_case_expect (self, "SELECT count(*) FROM allocation", "0");
  g_assert_true (acq_connection_exec (self->connection,
                                      "DELETE FROM receipt; UPDATE invoice SET old_item = 1"
                                      " WHERE number IN ('F1', 'F2')",
                                      NULL));
  store_case_assert_dump (self, FALSE, before);
}

/* What another line taught stays when one match is taken back bit by bit. */
static void
test_unlearning (void)
{
  g_autoptr (StoreCase) self = new_case ();

  g_assert_true (match (self, 2, "F2", 3000, NULL, 0, NULL));
  g_assert_true (match (self, 1, "F1", 10000, "F2", 2000, NULL));
  import_case_expect (self, ALIASES, "2");
  unmatch (self, 1, "F1", 1);
  unmatch (self, 1, "F2", 1);
  import_case_expect (self, ALIASES, "1");
}

static void
test_refused (void)
{
  static const struct
  {
    gint64 line;
    const char *number;
    gint64 amount;
    AcqWorkflowError code;
  } cases[] = {
    { 9, "F1", 100, ACQ_WORKFLOW_ERROR_NO_SUCH_TRANSACTION },
    { 1, "F9", 100, ACQ_WORKFLOW_ERROR_NO_SUCH_INVOICE },
    { 1, "F1", 10001, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED },
    { 2, "F1", 3001, ACQ_WORKFLOW_ERROR_MORE_THAN_RECEIPT },
    { 1, "F1", 0, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED },
    { 1, "F1", G_MAXINT64, ACQ_WORKFLOW_ERROR_MORE_THAN_RECEIPT },
    { 1, "F1", -100, ACQ_WORKFLOW_ERROR_MORE_THAN_RECEIPT },
    { 1, "F4", 100, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED },
    { 3, "F1", -100, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StoreCase) self = new_case ();
      g_autofree char *before = store_case_dump (self, TRUE);
      g_autoptr (GError) error = NULL;

      g_assert_false (match (self, cases[i].line, cases[i].number, cases[i].amount, NULL, 0, &error));
      g_assert_error (error, ACQ_WORKFLOW_ERROR, (int) cases[i].code);
      store_case_assert_dump (self, TRUE, before);
    }
}

/* The first part is good, the second is not: nothing stays. A credit note is used up; a return reopens what was paid. */
static void
test_parts (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (match (self, 1, "F1", 10000, "F3", 3001, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED);
  store_case_assert_dump (self, TRUE, before);
  g_assert_true (match (self, 1, "F1", 10000, "F4", -2000, NULL));
  import_case_expect (self, BALANCES, "0,5000,3000,0");
  g_assert_true (match (self, 1, "F2", 5000, NULL, 0, NULL));
  g_assert_true (match (self, 3, "F2", -5000, NULL, 0, NULL));
  import_case_expect (self, BALANCES, "0,5000,3000,0");
  unmatch (self, 3, NULL, 1);
  import_case_expect (self, BALANCES, "0,0,3000,0");
}

static AcqReceiptState
pay (StoreCase *self, const char *number, gint64 amount, AcqMeans means, GError **error)
{
  AcqPaymentEntry entry = { number, amount, acq_day_parse_iso ("2026-09-09"), means, NULL };
  AcqReceiptState state = ACQ_RECEIPT_STATE_RETURNED;

  acq_fact_enter_payment (self->file, &entry, &state, error);
  store_case_assert_sound (self);
  return state;
}

static void
test_payments (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (GError) twice = NULL, nothing = NULL, credit = NULL;
  g_autofree char *before = NULL;

  g_assert_cmpint (pay (self, "F3", 3000, ACQ_MEANS_CHEQUE, NULL), ==, ACQ_RECEIPT_STATE_IN_HAND);
  import_case_expect (self, BALANCES, "10000,5000,3000,-2000");
  before = store_case_dump (self, TRUE);
  pay (self, "F3", 1, ACQ_MEANS_CASH, &twice);
  g_assert_error (twice, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED);
  pay (self, "F1", 0, ACQ_MEANS_CASH, &nothing);
  g_assert_error (nothing, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_AMOUNT);
  pay (self, "F4", 100, ACQ_MEANS_CASH, &credit);
  g_assert_error (credit, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_OWED);
  store_case_assert_dump (self, TRUE, before);
  /* The bank line brings the cheque; taken back, it is in hand again. */
  g_assert_true (match (self, 2, "F3", 3000, NULL, 0, NULL));
  import_case_expect (self, "SELECT state FROM receipt WHERE source = 'hand'", "replaced");
  unmatch (self, 2, NULL, 1);
  import_case_expect (self, "SELECT state FROM receipt WHERE source = 'hand'", "in_hand");
  g_assert_cmpint (pay (self, "F1", 4000, ACQ_MEANS_WRITE_OFF, NULL), ==, ACQ_RECEIPT_STATE_CREDITED);
  import_case_expect (self, BALANCES, "6000,5000,3000,-2000");
}

/* A transfer that the user enters is the bank line that shows it. */
static void
test_payment_and_line (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *lines = import_case_ofx ("98765432109", LINES ("20260911 40.00 D VIR DUPONT"));
  g_autoptr (GError) error = NULL;

  import_case_read (self, "b.ofx", lines, "1 0 0 0");
  pay (self, "F1", 4000, ACQ_MEANS_TRANSFER, NULL);
  import_case_expect (self, "SELECT matched FROM bank_transaction WHERE id = 4", "4000");
  g_assert_false (match (self, 4, "F1", 4000, NULL, 0, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_MORE_THAN_RECEIPT);
}

static gboolean
note (StoreCase *self, AcqNoteKind kind, const char *number, const char *customer, const char *until,
      GError **error)
{
  AcqNoteEntry entry = { kind, number, customer, -1, ACQ_DAY_NONE, acq_day_parse_iso (until), NULL };
  gint64 id;

  return acq_fact_enter_note (self->file, &entry, &id, error);
}

static void
test_notes (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, TRUE);
  g_autoptr (GError) promise = NULL, past = NULL, nobody = NULL;

  g_assert_false (note (self, ACQ_NOTE_KIND_PROMISE, "F1", NULL, "", &promise));
  g_assert_error (promise, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_assert_false (note (self, ACQ_NOTE_KIND_HOLD, "F1", NULL, "2026-11-19", &past));
  g_assert_error (past, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_DAY);
  g_assert_false (note (self, ACQ_NOTE_KIND_EXCLUDE, NULL, "Nobody", "", &nobody));
  g_assert_error (nobody, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER);
  store_case_assert_dump (self, TRUE, before);
  g_assert_true (note (self, ACQ_NOTE_KIND_PROMISE, "F1", NULL, "2026-11-20", NULL));
  import_case_expect (self, "SELECT group_concat (number) FROM invoice WHERE old_item", "F2,F3");
  /* Each open invoice of the customer had the reminder, the credit note had none. */
  g_assert_true (note (self, ACQ_NOTE_KIND_REMINDED, NULL, "C1", "", NULL));
  import_case_expect (self, "SELECT group_concat (invoice_id) FROM reminder", "1,2");
  import_case_expect (self, "SELECT group_concat (number) FROM invoice WHERE old_item", "F3");
}

static void
test_details (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autofree char *before = store_case_dump (self, TRUE);
  g_autofree char *path = store_case_path (self, "other.acquit");
  g_autoptr (GError) value = NULL, key = NULL, setup = NULL;

  g_assert_false (acq_fact_set_details (self->file, LINES ("name=Dupont", "siren=123456789"), &value));
  g_assert_error (value, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE);
  g_assert_false (acq_fact_set_details (self->file, LINES ("name=Dupont", "colour=blue"), &key));
  g_assert_error (key, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNKNOWN_KEY);
  store_case_assert_dump (self, TRUE, before);
  g_assert_null (acq_company_setup (path, store_case_clock (), LINES ("siren=1"), &setup));
  g_assert_nonnull (setup);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (acq_fact_set_details (self->file, LINES ("name=Dupont", "siren=732 829 320"), NULL));
  import_case_expect (self, "SELECT value FROM company_detail WHERE key = 'siren'", "732829320");
}

/* What rests on a match goes with it: a return that had reopened the invoice, and the rest of a netted receipt that would give
   more than it has. */
static void
test_take_back_what_rests_on_it (void)
{
  g_autoptr (StoreCase) self = new_case ();

  g_assert_true (match (self, 1, "F1", 10000, "F2", 5000, NULL));
  g_assert_true (match (self, 3, "F2", -5000, NULL, 0, NULL));
  import_case_expect (self, BALANCES, "0,5000,3000,-2000");
  unmatch (self, 1, NULL, 2);
  import_case_expect (self, BALANCES, "10000,5000,3000,-2000");
  import_case_expect (self, "SELECT matched FROM bank_transaction WHERE id = 3", "0");
  g_assert_true (match (self, 2, "F2", 5000, "F4", -2000, NULL));
  import_case_expect (self, BALANCES, "10000,0,3000,0");
  unmatch (self, 2, "F4", 2);
  import_case_expect (self, BALANCES, "10000,5000,3000,-2000");
}

/* An answer is read once somebody notes what came of it; a hold is ended by a new one. */
static void
test_notes_end (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqNoteEntry entry = { .kind = ACQ_NOTE_KIND_ANSWER, .number = "F1", .amount = -1, .day = ACQ_DAY_NONE, .until = ACQ_DAY_NONE };
  gint64 id;

  g_assert_true (acq_fact_enter_note (self->file, &entry, &id, NULL));
  entry.kind = ACQ_NOTE_KIND_HOLD;
  g_assert_true (acq_fact_enter_note (self->file, &entry, &id, NULL));
  g_assert_true (acq_fact_enter_note (self->file, &entry, &id, NULL));
  import_case_expect (self, "SELECT group_concat (kind || closed) FROM (SELECT * FROM note ORDER BY id)",
                      "answer1,hold1,hold0");
  store_case_assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/matching/by-hand", test_by_hand);
  g_test_add_func ("/matching/unlearning", test_unlearning);
  g_test_add_func ("/matching/refused", test_refused);
  g_test_add_func ("/matching/parts", test_parts);
  g_test_add_func ("/matching/what-rests-on-it", test_take_back_what_rests_on_it);
  g_test_add_func ("/facts/payments", test_payments);
  g_test_add_func ("/facts/payment-and-line", test_payment_and_line);
  g_test_add_func ("/facts/notes", test_notes);
  g_test_add_func ("/facts/notes-end", test_notes_end);
  g_test_add_func ("/facts/details", test_details);
  return g_test_run ();
}
