/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-standing.h"

#define TODAY 20500
#define CUSTOMER 1
#define INVOICE 5

typedef struct
{
  AcqLedger *ledger;
  AcqCustomer *customer;
  AcqInvoice *invoice; /* 10,000 minor units, due twenty days ago */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->ledger = acq_ledger_new ();
  fixture->customer = acq_customer_new ();
  fixture->customer->id = CUSTOMER;
  fixture->invoice = acq_invoice_new ();
  fixture->invoice->id = INVOICE;
  fixture->invoice->number = g_strdup ("F1");
  fixture->invoice->customer_id = CUSTOMER;
  fixture->invoice->issued = TODAY - 50;
  fixture->invoice->total = 10000;
  acq_invoice_add_due_item (fixture->invoice, ACQ_DUE_KIND_NORMAL, TODAY - 20, 10000);
  acq_ledger_take_customer (fixture->ledger, fixture->customer);
  acq_ledger_take_invoice (fixture->ledger, fixture->invoice);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  acq_ledger_free (fixture->ledger);
}

static AcqNote *
add_note (Fixture *fixture, AcqNoteKind kind, gint64 invoice_id, gint64 amount, AcqDay until)
{
  AcqNote *note = acq_note_new ();

  note->kind = kind;
  note->customer_id = CUSTOMER;
  note->invoice_id = invoice_id;
  note->amount = amount;
  note->day = TODAY - 10;
  note->until = until;
  g_ptr_array_add (fixture->ledger->notes, note);
  return note;
}

static AcqReceipt *
add_receipt (Fixture *fixture, gint64 amount, gint64 allocated, AcqReceiptState state, AcqDay since)
{
  AcqReceipt *receipt = acq_receipt_new ();
  AcqAllocation allocation = { 0, INVOICE, allocated, ACQ_ALLOCATION_ORIGIN_HAND };

  receipt->amount = amount;
  receipt->state = state;
  receipt->day = receipt->state_since = since;
  g_array_append_val (receipt->allocations, allocation);
  g_ptr_array_add (fixture->ledger->receipts, receipt);
  return receipt;
}

static void
add_plan (Fixture *fixture, AcqDay agreed, AcqDay first, AcqDay second)
{
  AcqPaymentPlan *plan = acq_payment_plan_new ();
  AcqInstalment instalments[] = { { first, 4000 }, { second, 6000 } };
  gint64 invoice_id = INVOICE;

  plan->customer_id = CUSTOMER;
  plan->agreed = agreed;
  g_array_append_vals (plan->instalments, instalments, 2);
  g_array_append_val (plan->invoice_ids, invoice_id);
  g_ptr_array_add (fixture->ledger->plans, plan);
}

static AcqStanding
stand (Fixture *fixture)
{
  g_autoptr (AcqStandings) standings = NULL;

  acq_ledger_derive_balances (fixture->ledger);
  standings = acq_standings_new (fixture->ledger);
  return acq_standings_get (standings, fixture->invoice, TODAY);
}

static void
expect_status (Fixture *fixture, const char *status, AcqDay until)
{
  AcqStanding standing = stand (fixture);

  g_assert_cmpstr (acq_invoice_status_to_code (standing.status), ==, status);
  g_assert_cmpint (standing.until, ==, until);
}

/* From the weakest to the strongest: each status gives way to the next that is added. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  expect_status (fixture, "open", ACQ_DAY_NONE);
  add_receipt (fixture, 1000, 1000, ACQ_RECEIPT_STATE_CREDITED, TODAY - 15);
  expect_status (fixture, "partly_paid", ACQ_DAY_NONE);
  add_note (fixture, ACQ_NOTE_KIND_HOLD, INVOICE, -1, TODAY + 3);
  expect_status (fixture, "held", TODAY + 3);
  add_plan (fixture, TODAY - 10, TODAY + 5, TODAY + 35);
  expect_status (fixture, "in_plan", TODAY + 5);
  add_note (fixture, ACQ_NOTE_KIND_PROMISE, INVOICE, -1, TODAY);
  expect_status (fixture, "promised", TODAY);
  add_note (fixture, ACQ_NOTE_KIND_DISPUTE, INVOICE, 500, ACQ_DAY_NONE);
  expect_status (fixture, "disputed", ACQ_DAY_NONE);
  add_note (fixture, ACQ_NOTE_KIND_EXCLUDE, 0, -1, ACQ_DAY_NONE);
  expect_status (fixture, "excluded", ACQ_DAY_NONE);
  fixture->customer->insolvent_since = TODAY;
  expect_status (fixture, "insolvent", ACQ_DAY_NONE);
  add_receipt (fixture, 9000, 9000, ACQ_RECEIPT_STATE_CREDITED, TODAY - 1);
  expect_status (fixture, "paid", ACQ_DAY_NONE);
  fixture->invoice->cancelled = TRUE;
  expect_status (fixture, "cancelled", ACQ_DAY_NONE);
}

static void
test_notes_end (Fixture *fixture, gconstpointer data)
{
  AcqNote *closed = add_note (fixture, ACQ_NOTE_KIND_EXCLUDE, 0, -1, ACQ_DAY_NONE);

  closed->closed = TRUE;
  add_note (fixture, ACQ_NOTE_KIND_HOLD, INVOICE, -1, TODAY - 1);
  add_note (fixture, ACQ_NOTE_KIND_PROMISE, INVOICE, -1, TODAY - 1);
  add_note (fixture, ACQ_NOTE_KIND_DISPUTE, INVOICE, -1, TODAY - 1);
  expect_status (fixture, "open", ACQ_DAY_NONE);
}

/* Of several holds the one that lasts longest counts, and one without end lasts longest. */
static void
test_longest_hold (Fixture *fixture, gconstpointer data)
{
  add_note (fixture, ACQ_NOTE_KIND_HOLD, INVOICE, -1, TODAY + 9);
  add_note (fixture, ACQ_NOTE_KIND_HOLD, 0, -1, TODAY + 4);
  expect_status (fixture, "held", TODAY + 9);
  add_note (fixture, ACQ_NOTE_KIND_HOLD, 0, -1, ACQ_DAY_NONE);
  expect_status (fixture, "held", ACQ_DAY_NONE);
}

static void
test_insolvent_later (Fixture *fixture, gconstpointer data)
{
  fixture->customer->insolvent_since = TODAY + 1;
  expect_status (fixture, "open", ACQ_DAY_NONE);
}

static void
test_overdue (Fixture *fixture, gconstpointer data)
{
  AcqStanding standing = stand (fixture);

  g_assert_true (standing.overdue);
  g_assert_cmpint (standing.overdue_amount, ==, 10000);
  g_assert_cmpint (standing.chaseable, ==, 10000);
  /* On its due day an invoice is not overdue. */
  acq_invoice_due_item (fixture->invoice, 0)->due = TODAY;
  standing = stand (fixture);
  g_assert_false (standing.overdue);
  acq_invoice_due_item (fixture->invoice, 0)->due = TODAY - 1;
  standing = stand (fixture);
  g_assert_true (standing.overdue);
}

static void
test_retention (Fixture *fixture, gconstpointer data)
{
  AcqStanding standing;

  acq_invoice_due_item (fixture->invoice, 0)->amount = 9500;
  acq_invoice_add_due_item (fixture->invoice, ACQ_DUE_KIND_RETENTION, TODAY + 300, 500);
  standing = stand (fixture);
  g_assert_cmpint (standing.overdue_amount, ==, 9500);
  g_assert_cmpint (standing.retained, ==, 500);
  g_assert_cmpint (standing.chaseable, ==, 9500);
  acq_invoice_due_item (fixture->invoice, 1)->due = TODAY - 1;
  standing = stand (fixture);
  g_assert_cmpint (standing.retained, ==, 0);
  g_assert_cmpint (standing.chaseable, ==, 10000);
}

static void
test_disputed_part (Fixture *fixture, gconstpointer data)
{
  AcqStanding standing;

  add_note (fixture, ACQ_NOTE_KIND_DISPUTE, INVOICE, 2500, ACQ_DAY_NONE);
  standing = stand (fixture);
  g_assert_cmpint (standing.disputed, ==, 2500);
  g_assert_cmpint (standing.chaseable, ==, 7500);
  add_note (fixture, ACQ_NOTE_KIND_DISPUTE, INVOICE, -1, ACQ_DAY_NONE);
  standing = stand (fixture);
  g_assert_cmpint (standing.disputed, ==, 10000);
  g_assert_cmpint (standing.chaseable, ==, 0);
}

static void
test_in_flight (Fixture *fixture, gconstpointer data)
{
  AcqReceipt *cheque = add_receipt (fixture, 4000, 4000, ACQ_RECEIPT_STATE_DEPOSITED, TODAY - 2);
  AcqDay until = acq_receipt_covers_until (cheque);
  AcqStanding standing = stand (fixture);

  g_assert_cmpint (standing.in_flight, ==, 4000);
  g_assert_cmpint (standing.in_flight_until, ==, until);
  g_assert_cmpint (standing.chaseable, ==, 6000);
  g_assert_cmpint (fixture->invoice->balance, ==, 10000);
  /* It should have arrived long ago. */
  cheque->state_since = TODAY - 30;
  standing = stand (fixture);
  g_assert_cmpint (standing.in_flight, ==, 0);
  g_assert_cmpint (standing.chaseable, ==, 10000);
  cheque->state = ACQ_RECEIPT_STATE_IN_HAND;
  standing = stand (fixture);
  g_assert_cmpint (standing.in_flight, ==, 4000);
  g_assert_cmpint (standing.in_flight_until, ==, ACQ_DAY_NONE);
}

/* A plan holds only while its instalments are paid; what came before it was agreed does not count for it. */
static void
test_plan (Fixture *fixture, gconstpointer data)
{
  add_plan (fixture, TODAY - 40, TODAY - 5, TODAY + 25);
  expect_status (fixture, "open", ACQ_DAY_NONE);
  add_receipt (fixture, 4000, 4000, ACQ_RECEIPT_STATE_CREDITED, TODAY - 41);
  expect_status (fixture, "partly_paid", ACQ_DAY_NONE);
  add_receipt (fixture, 4000, 4000, ACQ_RECEIPT_STATE_CREDITED, TODAY - 6);
  expect_status (fixture, "in_plan", TODAY + 25);
  ((AcqPaymentPlan *) fixture->ledger->plans->pdata[0])->ended = TRUE;
  expect_status (fixture, "partly_paid", ACQ_DAY_NONE);
}

static void
test_credit_note (Fixture *fixture, gconstpointer data)
{
  AcqStanding standing;

  fixture->invoice->kind = ACQ_INVOICE_KIND_CREDIT_NOTE;
  fixture->invoice->total = -10000;
  acq_invoice_due_item (fixture->invoice, 0)->amount = -10000;
  standing = stand (fixture);
  g_assert_cmpint (standing.status, ==, ACQ_INVOICE_STATUS_OPEN);
  g_assert_false (standing.overdue);
  g_assert_cmpint (standing.chaseable, ==, 0);
}

static void
test_unallocated_credit (Fixture *fixture, gconstpointer data)
{
  AcqReceipt *receipt = add_receipt (fixture, 12000, 10000, ACQ_RECEIPT_STATE_CREDITED, TODAY - 2);
  g_autoptr (AcqStandings) standings = NULL;

  acq_ledger_derive_balances (fixture->ledger);
  standings = acq_standings_new (fixture->ledger);
  g_assert_cmpint (acq_standings_unallocated_credit (standings, CUSTOMER, ACQ_CURRENCY_EUR), ==, 2000);
  g_assert_cmpint (acq_standings_unallocated_credit (standings, 99, ACQ_CURRENCY_EUR), ==, 0);
  g_clear_pointer (&standings, acq_standings_free);

  receipt->state = ACQ_RECEIPT_STATE_DEPOSITED;
  standings = acq_standings_new (fixture->ledger);
  g_assert_cmpint (acq_standings_unallocated_credit (standings, CUSTOMER, ACQ_CURRENCY_EUR), ==, 0);
  g_clear_pointer (&standings, acq_standings_free);

  /* The rest of a receipt that paid for somebody else too is nobody's yet. */
  receipt->state = ACQ_RECEIPT_STATE_CREDITED;
  receipt->customer_id = 99;
  standings = acq_standings_new (fixture->ledger);
  g_assert_cmpint (acq_standings_unallocated_credit (standings, CUSTOMER, ACQ_CURRENCY_EUR), ==, 0);
}

/* Credit in one currency is none in another. */
static void
test_credit_currencies (Fixture *fixture, gconstpointer data)
{
  AcqInvoice *note = acq_invoice_new ();
  g_autoptr (AcqStandings) standings = NULL;

  note->id = INVOICE + 1;
  note->number = g_strdup ("A1");
  note->customer_id = CUSTOMER;
  note->kind = ACQ_INVOICE_KIND_CREDIT_NOTE;
  note->currency = acq_currency_parse ("USD");
  note->issued = TODAY - 30;
  note->total = -3000;
  acq_invoice_add_due_item (note, ACQ_DUE_KIND_NORMAL, TODAY - 30, -3000);
  acq_ledger_take_invoice (fixture->ledger, note);
  add_receipt (fixture, 12000, 10000, ACQ_RECEIPT_STATE_CREDITED, TODAY - 2);
  acq_ledger_derive_balances (fixture->ledger);
  standings = acq_standings_new (fixture->ledger);
  g_assert_cmpint (acq_standings_unallocated_credit (standings, CUSTOMER, note->currency), ==, 3000);
  g_assert_cmpint (acq_standings_unallocated_credit (standings, CUSTOMER, ACQ_CURRENCY_EUR), ==, 2000);
  g_assert_cmpint (acq_standings_unallocated_credit (standings, CUSTOMER, acq_currency_parse ("CHF")), ==, 0);
}

static AcqInvoice *
add_invoice (Fixture *fixture, gint64 id, AcqDay due, const char *currency)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->id = id;
  invoice->number = g_strdup_printf ("F%" G_GINT64_FORMAT, id);
  invoice->customer_id = CUSTOMER;
  invoice->currency = acq_currency_parse (currency);
  invoice->issued = TODAY - 60;
  invoice->total = 4000;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, due, 4000);
  acq_ledger_take_invoice (fixture->ledger, invoice);
  return invoice;
}

/* 7,000 fall on the oldest invoice (of whose 4,000 it disputes 1,000 itself), the rest on the next one, nothing on the last. */
static void
test_customer_disputes_amount (Fixture *fixture, gconstpointer data)
{
  AcqInvoice *last = add_invoice (fixture, INVOICE + 1, TODAY - 10, "EUR");
  AcqInvoice *oldest = add_invoice (fixture, INVOICE + 2, TODAY - 25, "EUR");
  AcqInvoice *dollars = add_invoice (fixture, INVOICE + 3, TODAY - 30, "USD");
  g_autoptr (AcqStandings) standings = NULL;
  AcqStanding standing;

  add_note (fixture, ACQ_NOTE_KIND_DISPUTE, oldest->id, 1000, ACQ_DAY_NONE);
  add_note (fixture, ACQ_NOTE_KIND_DISPUTE, 0, 7000, TODAY);
  acq_ledger_derive_balances (fixture->ledger);
  standings = acq_standings_new (fixture->ledger);
  g_assert_cmpint (acq_standings_get (standings, oldest, TODAY).disputed, ==, 4000);
  standing = acq_standings_get (standings, fixture->invoice, TODAY);
  g_assert_cmpint (standing.disputed, ==, 4000);
  g_assert_cmpint (standing.chaseable, ==, 6000);
  standing = acq_standings_get (standings, last, TODAY);
  g_assert_cmpint (standing.status, ==, ACQ_INVOICE_STATUS_OPEN);
  g_assert_cmpint (standing.chaseable, ==, 4000);
  g_assert_cmpint (acq_standings_get (standings, dollars, TODAY).disputed, ==, 4000);
  g_assert_cmpint (acq_standings_get (standings, oldest, TODAY + 1).disputed, ==, 1000);
  g_assert_cmpint (acq_standings_get (standings, fixture->invoice, TODAY + 1).disputed, ==, 0);
}

static void
test_lists (Fixture *fixture, gconstpointer data)
{
  AcqReminder *reminder = acq_reminder_new ();
  g_autoptr (AcqStandings) standings = NULL;

  reminder->invoice_id = INVOICE;
  g_ptr_array_add (fixture->ledger->reminders, reminder);
  add_note (fixture, ACQ_NOTE_KIND_CALL, INVOICE, -1, ACQ_DAY_NONE);
  add_note (fixture, ACQ_NOTE_KIND_CALL, INVOICE, -1, ACQ_DAY_NONE);
  add_note (fixture, ACQ_NOTE_KIND_HOLD, 0, -1, ACQ_DAY_NONE);
  add_receipt (fixture, 1, 1, ACQ_RECEIPT_STATE_IN_HAND, TODAY);
  standings = acq_standings_new (fixture->ledger);
  g_assert_cmpuint (acq_standings_notes_of_invoice (standings, INVOICE)->len, ==, 2);
  g_assert_cmpuint (acq_standings_notes_of_customer (standings, CUSTOMER)->len, ==, 1);
  g_assert_cmpuint (acq_standings_reminders_of (standings, INVOICE)->len, ==, 1);
  g_assert_cmpuint (acq_standings_in_flight_of (standings, INVOICE)->len, ==, 1);
  g_assert_cmpuint (acq_standings_reminders_of (standings, 99)->len, ==, 0);
  g_assert_null (acq_standings_plan_of (standings, INVOICE));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/standing/order", test_order },
    { "/standing/notes-end", test_notes_end },
    { "/standing/longest-hold", test_longest_hold },
    { "/standing/insolvent-later", test_insolvent_later },
    { "/standing/overdue", test_overdue },
    { "/standing/retention", test_retention },
    { "/standing/disputed-part", test_disputed_part },
    { "/standing/in-flight", test_in_flight },
    { "/standing/plan", test_plan },
    { "/standing/credit-note", test_credit_note },
    { "/standing/unallocated-credit", test_unallocated_credit },
    { "/standing/credit-currencies", test_credit_currencies },
    { "/standing/customer-disputes-amount", test_customer_disputes_amount },
    { "/standing/lists", test_lists },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
