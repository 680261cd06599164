/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From cheques in the drawer to the one line with which the bank credits them, and back. */
#include "acq-cheque-slip-draft.h"
#include "acq-fact-entry.h"
#include "acq-letter-error.h"
#include "acq-matching.h"
#include "acq-payment-record.h"
#include "acq-undo-step.h"
#include "acq-workflow-error.h"
#include "import-case.h"
#include "sender-case.h"

#define DAY(text) acq_day_parse_iso (text)
#define STATES    "SELECT group_concat (state, ' ') FROM (SELECT state FROM receipt WHERE source = 'hand' ORDER BY id)"
#define BALANCES  "SELECT group_concat (balance) FROM (SELECT balance FROM invoice ORDER BY number)"

/* Four invoices of three customers; Martin's are paid by Holding. */
static StoreCase *
new_case (void)
{
  static const char *const more[] = { "legal_form=EI", "bic=CMCIFR2A", "bank_name=CMC", NULL };
  StoreCase *self = store_case_new ();

  import_case_read (self, "a.csv",
                    INVOICES "F1;05/10/2026;05/11/2026;C1;Aubert;310,00;;\n"
                             "F2;05/10/2026;05/11/2026;C2;Blanchet;120,50;;\n"
                             "F3;05/10/2026;05/11/2026;C3;Chevalier;77,20;;\n"
                             "F4;05/10/2026;05/11/2026;C3;Chevalier;400,00;;\n",
                    "4 0 0 0");
  sender_case_give_details (self, more);
  return self;
}

static gint64
pay (StoreCase *self, const char *number, gint64 amount, const char *cheque, const char *drawer)
{
  gint64 id = 0;
  AcqPaymentEntry entry = { number, amount, DAY ("2026-11-18"), ACQ_MEANS_CHEQUE, NULL };
  AcqReceiptState state;

  entry.cheque_number = cheque;
  entry.cheque_bank = "CIC";
  entry.cheque_drawer = drawer;
  entry.id = &id;
  g_assert_true (acq_fact_enter_payment (self->file, &entry, &state, NULL));
  g_assert_cmpint (state, ==, ACQ_RECEIPT_STATE_IN_HAND);
  return id;
}

/* 310,00 + 120,50 + 77,20. */
static void
pay_three (StoreCase *self)
{
  pay (self, "F1", 31000, "0000417", NULL);
  pay (self, "F2", 12050, "0002206", NULL);
  pay (self, "F3", 7720, "0008853", "Cabinet Moreau");
}

static AcqLetterResult *
issue (StoreCase *self, const gint64 *payments, gsize n_payments, GError **error)
{
  AcqLetterRequest request
    = { .model = ACQ_LETTER_MODEL_CHEQUE_SLIP, .payments = payments, .n_payments = n_payments };
  AcqLetterResult *result = acq_letter_issue (self->file, &request, error);

  store_case_assert_sound (self);
  return result;
}

static guint
post_sure (StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqBooks) books = acq_books_load (self->file, &error);
  g_autoptr (AcqReconciliation) reconciliation = NULL;
  guint posted = 0;

  g_assert_no_error (error);
  reconciliation = acq_reconciliation_run (books->ledger, books->today, NULL, NULL, NULL);
  g_assert_true (acq_match_post_sure (self->file, books->ledger, reconciliation, &posted, &error));
  store_case_assert_sound (self);
  return posted;
}

static void
test_issue (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) result = NULL, again = NULL;
  g_autoptr (GError) error = NULL, nothing = NULL;

  pay_three (self);
  result = issue (self, NULL, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (result->reference, ==, "REM-2026-0001");
  g_assert_cmpint (result->total_due, ==, 50770);
  g_assert_cmpuint (result->numbers->len, ==, 3);
  import_case_expect (self, STATES, "deposited deposited deposited");
  import_case_expect (self, "SELECT reference || day || total || n_cheques FROM cheque_slip",
                      "REM-2026-00012026-11-20507703");
  import_case_expect (self, "SELECT count (*) FROM issued_letter WHERE model = 'cheque_slip'", "1");
  import_case_expect (self, "SELECT action || subject FROM journal ORDER BY id DESC", "letterREM-2026-0001");
  /* They are not credited yet: the invoices are owed, and covered for six bank days. */
  import_case_expect (self, BALANCES, "31000,12050,7720,40000");
  import_case_expect (self, "SELECT DISTINCT state_since FROM receipt", "2026-11-20");
  again = issue (self, NULL, 0, &nothing);
  g_assert_error (nothing, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (nothing->message, ==, "no_cheques");
}

static void
test_covered (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (AcqBooks) books = NULL;

  pay_three (self);
  result = issue (self, NULL, 0, NULL);
  books = acq_books_load (self->file, NULL);
  /* Friday 20 November and six bank days. */
  g_assert_cmpint (acq_receipt_covers_until (books->ledger->receipts->pdata[0]), ==, DAY ("2026-11-30"));
}

static void
test_chosen (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) first = NULL, again = NULL, unknown = NULL;
  g_autoptr (GError) error = NULL, twice = NULL, none = NULL;
  const gint64 chosen[] = { 3, 1, 3 }, other[] = { 2, 1 }, missing[] = { 99 };

  pay_three (self);
  first = issue (self, chosen, G_N_ELEMENTS (chosen), &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->total_due, ==, 38720);
  import_case_expect (self, STATES, "deposited in_hand deposited");
  again = issue (self, other, G_N_ELEMENTS (other), &twice);
  g_assert_error (twice, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (twice->message, ==, "cheque_handed_in");
  import_case_expect (self, STATES, "deposited in_hand deposited");
  unknown = issue (self, missing, 1, &none);
  g_assert_error (none, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT);
}

/* One piece of paper for two invoices is one line, and cannot be handed in again with the rest of it. */
static void
test_one_cheque_of_two (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqBooks) books = NULL;
  g_autoptr (AcqChequeSlip) slip = NULL;
  g_autoptr (AcqLetterResult) result = NULL, again = NULL;
  g_autoptr (GError) error = NULL;
  const AcqSlipCheque *cheque;
  const gint64 part[] = { 1 };

  pay (self, "F3", 7720, "0000001", "Cabinet Moreau");
  pay (self, "F4", 20000, "0000001", "Cabinet Moreau");
  books = acq_books_load (self->file, NULL);
  slip = acq_draft_cheque_slip (books->ledger, NULL, 0, DAY ("2026-11-20"), "REM", NULL, NULL);
  g_assert_cmpuint (slip->cheques->len, ==, 1);
  cheque = slip->cheques->pdata[0];
  g_assert_cmpstr (cheque->drawer, ==, "Cabinet Moreau");
  g_assert_cmpstr (cheque->on_behalf, ==, "Chevalier");
  g_assert_cmpint (cheque->amount, ==, 27720);
  g_assert_cmpint (cheque->allocated, ==, 27720);
  g_assert_true (cheque->in_part);
  g_assert_cmpuint (cheque->invoices->len, ==, 2);
  result = issue (self, part, 1, NULL);
  again = issue (self, NULL, 0, &error);
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, "cheque_handed_in");
}

/* A cheque that is dated later stays in the drawer. */
static void
test_later (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqPaymentEntry later = { "F1", 31000, DAY ("2026-11-30"), ACQ_MEANS_CHEQUE, NULL };
  AcqReceiptState state;
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_fact_enter_payment (self->file, &later, &state, NULL));
  g_assert_null (issue (self, NULL, 0, &error));
  g_assert_cmpstr (error->message, ==, "no_cheques");
}

static void
test_bank_day (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest sunday
    = { .model = ACQ_LETTER_MODEL_CHEQUE_SLIP, .day = DAY ("2026-11-22") };
  g_autoptr (GError) error = NULL;

  pay_three (self);
  g_assert_null (acq_letter_issue (self->file, &sunday, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, "deposit_day_not_working");
  g_assert_cmpint (acq_cheque_slip_day (DAY ("2026-11-20")), ==, DAY ("2026-11-20"));
  g_assert_cmpint (acq_cheque_slip_day (DAY ("2026-11-21")), ==, DAY ("2026-11-23"));
  g_assert_cmpint (acq_cheque_slip_day (DAY ("2026-12-25")), ==, DAY ("2026-12-28"));
}

static void
test_take_back (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (GError) alone = NULL, none = NULL;

  pay_three (self);
  result = issue (self, NULL, 0, NULL);
  g_assert_false (acq_payment_take_back (self->file, 1, &alone));
  g_assert_error (alone, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE);
  g_assert_true (acq_cheque_slip_take_back (self->file, "REM-2026-0001", NULL));
  store_case_assert_sound (self);
  import_case_expect (self, STATES, "in_hand in_hand in_hand");
  import_case_expect (self, "SELECT DISTINCT state_since FROM receipt", "2026-11-18");
  import_case_expect (self, "SELECT count (*) FROM cheque_slip", "0");
  g_assert_false (acq_cheque_slip_take_back (self->file, "REM-2026-0001", &none));
  g_assert_error (none, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_SLIP);
  g_assert_true (acq_payment_take_back (self->file, 1, NULL));
  acq_letter_result_free (result);
  result = issue (self, NULL, 0, NULL);
  g_assert_cmpstr (result->reference, ==, "REM-2026-0002");
  g_assert_cmpint (result->total_due, ==, 19770);
}

/* In the window the slip is one step that can be taken back, and made again. */
static void
test_undo_step (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (AcqUndoStep) step = NULL, redo = NULL;

  pay_three (self);
  acq_company_file_set_recording (self->file, TRUE);
  result = issue (self, NULL, 0, NULL);
  step = acq_undo_step_take (self->file);
  g_assert_cmpstr (acq_undo_step_subject (step), ==, "REM-2026-0001");
  g_assert_true (acq_undo_step_apply (self->file, step, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, STATES, "in_hand in_hand in_hand");
  redo = acq_undo_step_take (self->file);
  g_assert_true (acq_undo_step_apply (self->file, redo, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, STATES, "deposited deposited deposited");
}

static void
read_line (StoreCase *self, const char *line)
{
  g_autofree char *lines = import_case_ofx ("98765432109", (const char *const[]){ line, NULL });

  import_case_read (self, "a.ofx", lines, "1 0 0 0");
}

/* The bank's line is sure, each invoice is paid once, and what is taken back is deposited again. */
static void
test_credited (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) result = NULL;
  g_autoptr (GError) later = NULL;
  gint64 removed;

  pay_three (self);
  result = issue (self, NULL, 0, NULL);
  store_case_tamper (self, "UPDATE cheque_slip SET day = '2026-11-18'");
  read_line (self, "20261120 507.70 A REMISE CHEQUES 0012345");
  g_assert_cmpuint (post_sure (self), ==, 1);
  import_case_expect (self, BALANCES, "0,0,0,40000");
  import_case_expect (self, STATES, "replaced replaced replaced");
  import_case_expect (self, "SELECT count (*) FROM receipt WHERE state = 'credited'", "1");
  g_assert_cmpuint (post_sure (self), ==, 0);
  g_assert_false (acq_cheque_slip_take_back (self->file, "REM-2026-0001", &later));
  g_assert_error (later, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE);
  g_assert_true (acq_match_take_back (self->file, 1, NULL, &removed, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, STATES, "deposited deposited deposited");
  import_case_expect (self, BALANCES, "31000,12050,7720,40000");
  g_assert_cmpuint (post_sure (self), ==, 1);
}

/* Two cheques for one invoice: both give way to the line. */
static void
test_two_for_one (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) result = NULL;

  pay (self, "F4", 15000, "1", NULL);
  pay (self, "F4", 25000, "2", NULL);
  result = issue (self, NULL, 0, NULL);
  read_line (self, "20261120 400.00 A REMISE DE 2 CHEQUES");
  g_assert_cmpuint (post_sure (self), ==, 1);
  import_case_expect (self, BALANCES, "31000,12050,7720,0");
  import_case_expect (self, STATES, "replaced replaced");
}

/* Another slip of the same sum: the user is asked; his word credits one of them. */
static void
test_rival (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) first = NULL, second = NULL;
  g_autoptr (GPtrArray) parts = acq_match_parts_new ();
  const gint64 one[] = { 1 }, other[] = { 2 };

  pay (self, "F1", 31000, "1", NULL);
  pay (self, "F4", 31000, "2", NULL);
  first = issue (self, one, 1, NULL);
  second = issue (self, other, 1, NULL);
  read_line (self, "20261120 310.00 A REMISE CHEQUE");
  g_assert_cmpuint (post_sure (self), ==, 0);
  acq_match_parts_add (parts, "F4", 31000);
  g_assert_true (acq_match_by_hand (self->file, 1, parts, NULL));
  store_case_assert_sound (self);
  import_case_expect (self, STATES, "deposited replaced");
  import_case_expect (self, BALANCES, "31000,12050,7720,9000");
}

static void
test_describe (void)
{
  g_autoptr (StoreCase) self = new_case ();
  g_autoptr (AcqLetterResult) result = NULL;
  const AcqChequeDetails second = { 2, (char *) " 0004711 ", (char *) "" };
  const AcqChequeDetails missing = { 99, (char *) "1", (char *) "CIC" };
  g_autoptr (GError) error = NULL, none = NULL;

  pay_three (self);
  g_assert_true (acq_cheques_describe (self->file, &second, 1, NULL));
  import_case_expect (self, "SELECT cheque_number || coalesce (cheque_bank, '-') FROM receipt WHERE id = 2", "0004711-");
  result = issue (self, NULL, 0, NULL);
  g_assert_true (g_strv_contains ((const char *const *) result->warnings, "cheque_number_missing"));
  g_assert_false (acq_cheques_describe (self->file, &second, 1, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_STATE);
  g_assert_false (acq_cheques_describe (self->file, &missing, 1, &none));
  g_assert_error (none, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT);
}

/* What is looked at changes nothing; a cheque that left the drawer meanwhile stops it. */
static void
test_draft (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request = { .model = ACQ_LETTER_MODEL_CHEQUE_SLIP };
  g_autoptr (GBytes) draft = NULL, newer = NULL;
  g_autoptr (GError) outdated = NULL;
  g_autofree char *before = NULL;

  pay_three (self);
  before = store_case_dump (self, TRUE);
  draft = acq_letter_draft (self->file, &request, NULL, NULL);
  store_case_assert_dump (self, TRUE, before);
  g_assert_true (acq_payment_move (self->file, 1, ACQ_RECEIPT_STATE_DEPOSITED, DAY ("2026-11-20"), NULL));
  g_assert_false (acq_letter_issue_draft (self->file, &request, draft, &outdated));
  g_assert_error (outdated, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED);
  newer = acq_letter_draft (self->file, &request, NULL, NULL);
  g_assert_true (acq_letter_issue_draft (self->file, &request, newer, NULL));
  g_assert_true (acq_letter_issue_draft (self->file, &request, newer, NULL));
  import_case_expect (self, "SELECT count (*) FROM cheque_slip", "1");
  import_case_expect (self, "SELECT total FROM cheque_slip", "19770");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cheque-slips/issue", test_issue);
  g_test_add_func ("/cheque-slips/covered", test_covered);
  g_test_add_func ("/cheque-slips/chosen", test_chosen);
  g_test_add_func ("/cheque-slips/one-cheque-of-two", test_one_cheque_of_two);
  g_test_add_func ("/cheque-slips/later", test_later);
  g_test_add_func ("/cheque-slips/bank-day", test_bank_day);
  g_test_add_func ("/cheque-slips/take-back", test_take_back);
  g_test_add_func ("/cheque-slips/undo-step", test_undo_step);
  g_test_add_func ("/cheque-slips/credited", test_credited);
  g_test_add_func ("/cheque-slips/two-for-one", test_two_for_one);
  g_test_add_func ("/cheque-slips/rival", test_rival);
  g_test_add_func ("/cheque-slips/describe", test_describe);
  g_test_add_func ("/cheque-slips/draft", test_draft);
  return g_test_run ();
}
