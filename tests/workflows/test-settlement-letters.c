/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agreements on payment plans and receipts, from the company file and back into it. */
#include <string.h>

#include "acq-claim-waiver.h"
#include "acq-fact-entry.h"
#include "acq-interest-report.h"
#include "acq-ledger-repository.h"
#include "acq-letter-error.h"
#include "acq-letter-job.h"
#include "acq-payment-plan-entry.h"
#include "acq-workflow-error.h"
#include "import-case.h"
#include "sender-case.h"

#define TODAY day ("2026-11-20")

static AcqDay
day (const char *iso)
{
  return acq_day_parse_iso (iso);
}

/* A joiner whose terms say 10 %, and three invoices: a company's that is late, its next one, a consumer's that is late. */
static StoreCase *
new_case (void)
{
  static const char *const more[] = {
    "legal_form=SARL",
    "capital=20 000 €",
    "registry=Besançon",
    "vat_number=FR14987654324",
    "mediator_name=Médiation Est",
    "mediator_address=3 place du Marché, 25000 Besançon",
    "penalty_rate=10",
    NULL,
  };
  StoreCase *self = store_case_new ();

  import_case_read (self, "a.csv",
                    INVOICES "F1;01/01/2026;31/01/2026;C1;Dupont SARL;1000,00;;\n"
                             "F2;01/11/2026;31/12/2026;C1;Dupont SARL;500,00;;\n"
                             "F3;01/06/2026;30/06/2026;C2;Mme Claire Delaunay;1740,00;;\n",
                    "3 0 0 0");
  sender_case_give_details (self, more);
  store_case_change (self, "UPDATE customer SET address = '5 rue du Pressoir', postcode = '25220', city = 'Thise',"
                           " kind = CASE code WHEN 'C1' THEN 'company' ELSE 'consumer' END");
  return self;
}

static AcqInterestReport *
ask (StoreCase *self, const char *number, AcqDay at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqInterestBasis) basis = acq_interest_basis_load (self->connection, &error);
  g_autoptr (AcqLedger) ledger
    = acq_ledger_repository_load (self->connection, ACQ_LEDGER_WITHOUT_BANK, at, &error);
  g_autoptr (AcqDebtHistory) history = acq_debt_history_new (ledger);
  AcqInterestReport *report = acq_interest_report_new (
    ledger, history, basis, acq_ledger_find_invoice_by_number (ledger, number), at, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_claims (StoreCase *self, const char *number, AcqDay at, gint64 interest, gint64 indemnity)
{
  g_autoptr (AcqInterestReport) report = ask (self, number, at);

  g_assert_cmpint (report->interest->interest, ==, interest);
  g_assert_cmpint (report->indemnity, ==, indemnity);
}

static gint64
interest_at (StoreCase *self, const char *number, AcqDay at)
{
  g_autoptr (AcqInterestReport) report = ask (self, number, at);

  return report->interest->interest;
}

static void
enter_plan (StoreCase *self)
{
  g_autoptr (AcqBusinessCalendar) calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);
  g_autoptr (GArray) parts = acq_payment_plan_split (100000, 4, day ("2026-12-15"), calendar);
  const char *numbers[] = { "F1", NULL };
  const AcqPaymentPlanEntry entry
    = { numbers, &g_array_index (parts, AcqInstalment, 0), parts->len, ACQ_DAY_NONE };
  g_autoptr (GError) error = NULL;
  gint64 id;

  acq_payment_plan_enter (self->file, &entry, &id, &error);
  g_assert_no_error (error);
}

static void
pay (StoreCase *self, const char *number, gint64 amount)
{
  const AcqPaymentEntry payment
    = { .number = number, .amount = amount, .day = TODAY, .means = ACQ_MEANS_TRANSFER };
  g_autoptr (GError) error = NULL;
  AcqReceiptState state;

  acq_fact_enter_payment (self->file, &payment, &state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, ACQ_RECEIPT_STATE_CREDITED);
}

static AcqLetterRequest
plan_request (AcqCreditorChoice penalties, AcqCreditorChoice indemnities, AcqCreditorChoice later)
{
  return (AcqLetterRequest){
    .model = ACQ_LETTER_MODEL_PAYMENT_PLAN,
    .customer = "C1",
    .choices = { penalties, indemnities, later },
  };
}

static AcqLetterRequest
receipt_request (const char *number, AcqCreditorChoice choice)
{
  return (AcqLetterRequest){ .model = ACQ_LETTER_MODEL_RECEIPT, .number = number, .choices = { choice } };
}

static AcqLetterResult *
issue (StoreCase *self, const AcqLetterRequest *request)
{
  g_autoptr (GError) error = NULL;
  AcqLetterResult *result = acq_letter_issue (self->file, request, &error);

  g_assert_no_error (error);
  store_case_assert_sound (self);
  return result;
}

static void
assert_blocked (StoreCase *self, const AcqLetterRequest *request, const char *codes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = acq_letter_draft (self->file, request, NULL, &error);

  g_assert_null (pdf);
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_assert_cmpstr (error->message, ==, codes);
}

/* What is claimed is in the instalments afterwards; what is given up for the time of the plan stops while it is kept. */
static void
test_plan_claims (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request
    = plan_request (ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_WAIVED);
  gint64 interest = interest_at (self, "F1", TODAY);
  g_autofree char *sum = g_strdup_printf ("%" G_GINT64_FORMAT, 100000 + interest + 4000);
  AcqClaimQuestion question;
  g_autoptr (AcqLetterResult) result = NULL;

  enter_plan (self);
  g_assert_true (acq_letter_ask_claims (self->file, &request, &question, NULL));
  g_assert_true (question.by_law && question.asked[0] && question.asked[1] && question.asked[2]);
  g_assert_cmpint (question.principal, ==, 100000);
  g_assert_cmpint (question.amounts[ACQ_PLAN_CLAIM_PENALTIES], ==, interest);
  g_assert_cmpint (question.amounts[ACQ_PLAN_CLAIM_INDEMNITIES], ==, 4000);
  result = issue (self, &request);
  g_assert_cmpstr (result->reference, ==, "ECH-2026-0001");
  g_assert_cmpint (result->total_due, ==, 100000 + interest + 4000);
  g_assert_cmpuint (result->numbers->len, ==, 1);
  import_case_expect (self, "SELECT sum (amount) FROM plan_instalment", sum);
  /* An even plan stays even: whole euros, and the last takes the rest. */
  import_case_expect (self, "SELECT count (DISTINCT amount) FROM plan_instalment", "2");
  import_case_expect (self, "SELECT interest_stop FROM payment_plan", "2026-11-20");
  import_case_expect (self, "SELECT count (*) FROM note", "0");
  import_case_expect (self,
                      "SELECT count (*) FROM journal WHERE action = 'letter' AND detail LIKE"
                      " '% penalties=claimed indemnities=claimed later_penalties=waived %'",
                      "1");
  g_assert_cmpint (interest_at (self, "F1", day ("2026-12-15")), ==, interest);
  g_assert_cmpint (interest_at (self, "F1", day ("2026-12-16")), >, interest);
}

static void
test_plan_waives (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request
    = plan_request (ACQ_CREDITOR_CHOICE_WAIVED, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED);
  g_autoptr (AcqLetterResult) result = NULL;

  enter_plan (self);
  result = issue (self, &request);
  g_assert_cmpint (result->total_due, ==, 104000);
  import_case_expect (self,
                      "SELECT group_concat (kind || ' ' || waives || ' ' || day || ' ' || reason) FROM note",
                      "waiver interest 2026-11-20 ECH-2026-0001");
  import_case_expect (self, "SELECT interest_stop IS NULL FROM payment_plan", "1");
  assert_claims (self, "F1", TODAY, 0, 4000);
  g_assert_cmpint (interest_at (self, "F1", day ("2026-12-10")), >, 0);
}

/* No choice has a default; a letter without one, or about no plan, leaves nothing behind. */
static void
test_plan_refusals (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request
    = plan_request (ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_NONE);
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_letter_issue (self->file, &request, &error));
  g_assert_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_PLAN);
  enter_plan (self);
  assert_blocked (self, &request, "choice_missing");
  import_case_expect (self, "SELECT count (*) FROM issued_letter", "0");
  import_case_expect (self, "SELECT sum (amount) FROM plan_instalment", "100000");
}

/* What came in since the plan was agreed settled its first instalments: the letter is about the rest. */
static void
test_plan_begun (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request
    = plan_request (ACQ_CREDITOR_CHOICE_WAIVED, ACQ_CREDITOR_CHOICE_WAIVED, ACQ_CREDITOR_CHOICE_CLAIMED);
  g_autoptr (AcqLetterResult) result = NULL;

  enter_plan (self);
  pay (self, "F1", 30000);
  result = issue (self, &request);
  g_assert_cmpint (result->total_due, ==, 70000);
  import_case_expect (self, "SELECT sum (amount) FROM plan_instalment", "100000");
  import_case_expect (self, "SELECT group_concat (waives) FROM note", "interest,indemnity");
  assert_claims (self, "F1", TODAY, 0, 0);
}

/* An agreement may be printed anew another day: its sum follows what is owed. */
static void
test_plan_again (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request
    = plan_request (ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED);
  g_autoptr (AcqLetterResult) first = NULL, second = NULL;
  g_autoptr (GBytes) one = NULL, other = NULL;

  enter_plan (self);
  one = acq_letter_draft (self->file, &request, NULL, NULL);
  other = acq_letter_draft (self->file, &request, NULL, NULL);
  g_assert_true (g_bytes_equal (one, other));
  first = issue (self, &request);
  request.day = day ("2026-11-23");
  second = issue (self, &request);
  g_assert_cmpstr (second->reference, ==, "ECH-2026-0002");
  g_assert_cmpint (second->total_due, >, first->total_due);
}

static void
test_receipt_waives (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request = receipt_request ("F1", ACQ_CREDITOR_CHOICE_NONE);
  g_autoptr (AcqLetterResult) result = NULL;

  assert_blocked (self, &request, "nothing_received");
  pay (self, "F1", 100000);
  assert_blocked (self, &request, "choice_missing");
  request.choices[0] = ACQ_CREDITOR_CHOICE_WAIVED;
  result = issue (self, &request);
  g_assert_cmpstr (result->reference, ==, "REC-2026-0001");
  g_assert_cmpint (result->total_due, ==, 100000);
  import_case_expect (
    self, "SELECT group_concat (kind || ' ' || day || ' ' || reason) FROM note WHERE waives IS NULL",
    "waiver 2026-11-20 REC-2026-0001");
  assert_claims (self, "F1", TODAY, 0, 0);
  /* Nothing is left to choose. */
  request.choices[0] = ACQ_CREDITOR_CHOICE_NONE;
  g_clear_pointer (&result, acq_letter_result_free);
  result = issue (self, &request);
  import_case_expect (self, "SELECT count (*) FROM note", "1");
}

static void
test_receipt_claims (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request = receipt_request ("F1", ACQ_CREDITOR_CHOICE_CLAIMED);
  const gint64 first = 1;
  gint64 interest = interest_at (self, "F1", TODAY);
  g_autoptr (AcqLetterResult) result = NULL;

  pay (self, "F1", 40000);
  pay (self, "F1", 60000);
  result = issue (self, &request);
  g_assert_cmpint (result->total_due, ==, 60000);
  import_case_expect (self, "SELECT count (*) FROM note", "0");
  assert_claims (self, "F1", TODAY, interest, 4000);
  /* The money of one day is told apart by its id. */
  request.payments = &first;
  request.n_payments = 1;
  g_clear_pointer (&result, acq_letter_result_free);
  result = issue (self, &request);
  g_assert_cmpint (result->total_due, ==, 40000);
}

/* Who pays in time owes nothing beside the principal, and is told of no waiver. */
static void
test_receipt_in_time (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request = receipt_request ("F2", ACQ_CREDITOR_CHOICE_NONE);
  g_autoptr (AcqLetterResult) result = NULL;

  pay (self, "F2", 50000);
  result = issue (self, &request);
  g_assert_cmpint (result->total_due, ==, 50000);
  import_case_expect (self, "SELECT count (*) FROM note", "0");
}

/* The notice to a consumer took its sum as settlement in full: after it came in time nothing more can be claimed. */
static void
test_receipt_after_notice (void)
{
  const char *const accepted[] = { "missing_copy", "never_reminded", "letter_day_not_working", NULL };
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest notice
    = { .model = ACQ_LETTER_MODEL_FORMAL_NOTICE, .number = "F3", .accepted = accepted, .reason = "test" };
  AcqLetterRequest request = receipt_request ("F3", ACQ_CREDITOR_CHOICE_NONE);
  g_autoptr (AcqLetterResult) noticed = issue (self, &notice);
  g_autoptr (AcqLetterResult) result = NULL;
  AcqClaimQuestion question;

  pay (self, "F3", 174000);
  assert_blocked (self, &request, "choice_missing");
  request.choices[0] = ACQ_CREDITOR_CHOICE_CLAIMED;
  assert_blocked (self, &request, "offer_broken");
  g_assert_true (acq_letter_ask_claims (self->file, &request, &question, NULL));
  g_assert_true (!question.by_law && question.asked[0] && !question.asked[1]);
  g_assert_cmpint (question.accepted_until, ==, day ("2026-12-07"));
  request.choices[0] = ACQ_CREDITOR_CHOICE_WAIVED;
  result = issue (self, &request);
  g_assert_cmpint (noticed->total_due, ==, result->total_due);
  import_case_expect (self, "SELECT count (*) FROM note WHERE kind = 'waiver'", "1");
}

/* What a company paid beside the principal is acknowledged, and neither claimed again nor waived. */
static void
test_receipt_of_claims (void)
{
  g_autoptr (StoreCase) self = new_case ();
  AcqLetterRequest request = receipt_request ("F1", ACQ_CREDITOR_CHOICE_NONE);
  AcqClaimQuestion before, after;

  pay (self, "F1", 100000);
  g_assert_true (acq_letter_ask_claims (self->file, &request, &before, NULL));
  g_assert_cmpint (before.amounts[0], >, 4100);
  store_case_change (self, "UPDATE receipt SET amount = amount + 4100;"
                           "INSERT INTO interest_payment SELECT max (id), (SELECT id FROM invoice WHERE number = 'F1'), 100, 4000"
                           " FROM receipt");
  g_assert_true (acq_letter_ask_claims (self->file, &request, &after, NULL));
  g_assert_true (after.by_law && after.asked[0]);
  g_assert_cmpint (after.amounts[0], ==, before.amounts[0] - 4100);
  g_assert_cmpint (after.principal, ==, before.principal);
}

static void
note_waiver (StoreCase *self, AcqWaiver waives)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (AcqChange) change = acq_change_begin (self->file, NULL);

  g_ptr_array_add (numbers, (gpointer) "F1");
  g_assert_true (acq_claim_waiver_write (self->file, numbers, waives, TODAY, "ECH-2026-0001", NULL));
  g_assert_true (acq_change_commit (change, "letter", "ECH-2026-0001", NULL, NULL));
}

static void
test_part_waivers (void)
{
  g_autoptr (StoreCase) self = new_case ();
  gint64 interest = interest_at (self, "F1", TODAY);

  note_waiver (self, ACQ_WAIVER_INDEMNITY);
  assert_claims (self, "F1", TODAY, interest, 0);
  note_waiver (self, ACQ_WAIVER_INTEREST);
  assert_claims (self, "F1", TODAY, 0, 0);
}

/* A plan that is kept bears no interest, even once it is over; one that was given up owes all of it. */
static void
test_pause (void)
{
  g_autoptr (StoreCase) self = new_case ();
  gint64 interest = interest_at (self, "F1", TODAY);

  enter_plan (self);
  store_case_change (self, "UPDATE payment_plan SET interest_stop = '2026-11-20'");
  g_assert_cmpint (interest_at (self, "F1", day ("2026-12-01")), ==, interest);
  store_case_change (self, "UPDATE payment_plan SET ended = 1");
  g_assert_cmpint (interest_at (self, "F1", day ("2026-12-01")), >, interest);
  pay (self, "F1", 100000);
  g_assert_cmpint (interest_at (self, "F1", day ("2027-12-01")), ==, interest);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settlement-letters/plan-claims", test_plan_claims);
  g_test_add_func ("/settlement-letters/plan-waives", test_plan_waives);
  g_test_add_func ("/settlement-letters/plan-refusals", test_plan_refusals);
  g_test_add_func ("/settlement-letters/plan-begun", test_plan_begun);
  g_test_add_func ("/settlement-letters/plan-again", test_plan_again);
  g_test_add_func ("/settlement-letters/receipt-waives", test_receipt_waives);
  g_test_add_func ("/settlement-letters/receipt-claims", test_receipt_claims);
  g_test_add_func ("/settlement-letters/receipt-in-time", test_receipt_in_time);
  g_test_add_func ("/settlement-letters/receipt-after-notice", test_receipt_after_notice);
  g_test_add_func ("/settlement-letters/receipt-of-claims", test_receipt_of_claims);
  g_test_add_func ("/settlement-letters/part-waivers", test_part_waivers);
  g_test_add_func ("/settlement-letters/pause", test_pause);
  return g_test_run ();
}
