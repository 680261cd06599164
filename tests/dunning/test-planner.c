/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "small-company.h"

/* Friday 20 November 2026 in all of them. */
#define TODAY "2026-11-20"

static const AcqPlanMessage *
message_at (const AcqPlan *plan, guint index)
{
  g_assert_cmpuint (index, <, plan->messages->len);
  return plan->messages->pdata[index];
}

static const AcqPlanItem *
item_at (const AcqPlanMessage *message, guint index)
{
  g_assert_cmpuint (index, <, message->items->len);
  return &g_array_index (message->items, AcqPlanItem, index);
}

/* The plan of today has nothing but this invoice, held for that reason. */
static void
assert_held (SmallCompany *company, const AcqInvoice *invoice, AcqReason reason, AcqDay until)
{
  g_autoptr (AcqPlan) plan = small_company_plan (company, a_day (TODAY));
  const AcqHeldInvoice *held;

  g_assert_cmpuint (plan->messages->len, ==, 0);
  g_assert_cmpuint (plan->held->len, ==, 1);
  held = plan->held->pdata[0];
  g_assert_true (held->invoice == invoice);
  g_assert_true (acq_reasons_has (&held->reasons, reason));
  g_assert_cmpint (held->reasons.until[reason], ==, until);
}

/* A company with one invoice of 1 000 €, fifty days late. */
typedef struct
{
  SmallCompany *company;
  AcqCustomer *customer;
  AcqInvoice *invoice;
} Late;

static void
set_up (Late *late, gconstpointer data)
{
  late->company = small_company_new (TODAY);
  late->customer = small_company_add_customer (late->company, ACQ_CUSTOMER_KIND_COMPANY);
  late->invoice = small_company_add_invoice (late->company, late->customer, a_day ("2026-10-01"), 100000);
}

static void
tear_down (Late *late, gconstpointer data)
{
  small_company_free (late->company);
}

static void
test_whole_scenario (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = small_company_plan (late->company, a_day ("2027-05-01"));
  static const char *const days[] = { "2026-11-20", "2026-11-27", "2026-12-04" };

  g_assert_cmpuint (plan->messages->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const AcqPlanMessage *message = message_at (plan, i);

      g_assert_cmpint (message->day, ==, a_day (days[i]));
      g_assert_cmpint (message->level, ==, (int) i + 1);
      g_assert_cmpint (message->total, ==, 100000);
      g_assert_cmpint (message->mode, ==, ACQ_MODE_CONFIRM);
      g_assert_cmpint (message->channel, ==, ACQ_CHANNEL_MAIL);
      g_assert_cmpuint (message->needs, ==, 0);
      g_assert_true (message->recipient == late->customer);
      g_assert_true (message->customers->pdata[0] == late->customer);
    }
  g_assert_cmpuint (plan->held->len, ==, 0);
}

static void
test_holds (Late *late, gconstpointer data)
{
  AcqNote *note = small_company_add_note (late->company, ACQ_NOTE_KIND_PROMISE, late->invoice);

  note->until = a_day (TODAY);
  /* Money promised for a Friday may be on Tuesday's statement. */
  assert_held (late->company, late->invoice, ACQ_REASON_PROMISE_PENDING, acq_day_add_bank_days (a_day (TODAY), 2));
  note->kind = ACQ_NOTE_KIND_HOLD;
  assert_held (late->company, late->invoice, ACQ_REASON_HELD, a_day (TODAY));
  note->until = ACQ_DAY_NONE;
  assert_held (late->company, late->invoice, ACQ_REASON_HELD, ACQ_DAY_NONE);
  note->kind = ACQ_NOTE_KIND_EXCLUDE;
  assert_held (late->company, late->invoice, ACQ_REASON_EXCLUDED, ACQ_DAY_NONE);
  note->kind = ACQ_NOTE_KIND_DISPUTE;
  assert_held (late->company, late->invoice, ACQ_REASON_DISPUTED, ACQ_DAY_NONE);
  note->kind = ACQ_NOTE_KIND_ANSWER;
  assert_held (late->company, late->invoice, ACQ_REASON_UNREAD_ANSWER, ACQ_DAY_NONE);
  note->closed = TRUE;
  g_hash_table_add (late->company->could_settle, &late->invoice->id);
  assert_held (late->company, late->invoice, ACQ_REASON_POSSIBLE_RECEIPT, ACQ_DAY_NONE);
  g_hash_table_remove_all (late->company->could_settle);
  late->invoice->factored = TRUE;
  assert_held (late->company, late->invoice, ACQ_REASON_FACTORED, ACQ_DAY_NONE);
  late->invoice->factored = FALSE;
  late->customer->insolvent_since = a_day ("2026-11-19");
  assert_held (late->company, late->invoice, ACQ_REASON_INSOLVENT, ACQ_DAY_NONE);
}

/* An agreed day takes the place of the due day: not late before it, reminded step by step after it, and no other way round. */
static void
test_postponed (Late *late, gconstpointer data)
{
  AcqNote *note = small_company_add_note (late->company, ACQ_NOTE_KIND_POSTPONE, late->invoice);
  g_autoptr (AcqPlan) plan = NULL;
  AcqWhy why;

  note->day = a_day ("2026-11-12");
  note->until = a_day ("2026-12-01");
  plan = small_company_plan (late->company, a_day ("2027-05-01"));
  g_assert_cmpuint (plan->held->len, ==, 0);
  g_assert_cmpuint (plan->messages->len, ==, 3);
  g_assert_cmpint (message_at (plan, 0)->day, ==, a_day ("2026-12-04"));
  g_assert_cmpint (item_at (message_at (plan, 0), 0)->due, ==, a_day ("2026-12-01"));
  g_assert_cmpint (item_at (message_at (plan, 0), 0)->due_item->due, ==, a_day ("2026-10-01"));
  g_assert_false (acq_standings_get (late->company->standings, late->invoice, a_day ("2026-12-01")).overdue);
  g_assert_true (acq_standings_get (late->company->standings, late->invoice, a_day ("2026-12-02")).overdue);
  why = acq_plan_why (&late->company->request, late->invoice, a_day (TODAY));
  g_assert_cmpint (why.kind, ==, ACQ_DECISION_NONE);
  g_assert_true (acq_reasons_has (&why.reasons, ACQ_REASON_NOT_DUE));
  g_assert_cmpint (why.postponed_to, ==, note->until);
  g_assert_cmpint (why.postponed_on, ==, note->day);
  g_assert_cmpint (why.day, ==, a_day ("2026-12-04"));
  note->closed = TRUE;
  g_clear_pointer (&plan, acq_plan_free);
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpuint (plan->messages->len, ==, 1);
}

static void
test_steps_done (Late *late, gconstpointer data)
{
  AcqReminder *last;

  small_company_add_reminder (late->company, late->invoice, a_day ("2026-11-18"), 1);
  assert_held (late->company, late->invoice, ACQ_REASON_INTERVAL, a_day ("2026-11-24"));
  late->invoice->reminders_before = 2;
  late->invoice->last_reminder_before = a_day ("2026-10-20");
  last = small_company_add_reminder (late->company, late->invoice, a_day ("2026-11-19"), -1);
  /* The last step has its seven days. */
  assert_held (late->company, late->invoice, ACQ_REASON_NOT_DUE, a_day ("2026-11-25"));
  ((AcqReminder *) late->company->ledger->reminders->pdata[0])->day = a_day ("2026-11-10");
  last->day = a_day ("2026-11-14");
  assert_held (late->company, late->invoice, ACQ_REASON_NOT_DUE, a_day (TODAY));
  last->day = a_day ("2026-11-13");
  assert_held (late->company, late->invoice, ACQ_REASON_SCENARIO_FINISHED, ACQ_DAY_NONE);
}

static void
test_handed_over (Late *late, gconstpointer data)
{
  AcqNote *note;

  small_company_add_reminder (late->company, late->invoice, a_day ("2026-11-01"), 3);
  assert_held (late->company, late->invoice, ACQ_REASON_SCENARIO_FINISHED, ACQ_DAY_NONE);
  note = small_company_add_note (late->company, ACQ_NOTE_KIND_HANDOVER, late->invoice);
  assert_held (late->company, late->invoice, ACQ_REASON_EXCLUDED, ACQ_DAY_NONE);
  g_assert_true (acq_plan_why (small_company_request (late->company), late->invoice, a_day (TODAY)).handover == note);
  note->closed = TRUE;
  assert_held (late->company, late->invoice, ACQ_REASON_SCENARIO_FINISHED, ACQ_DAY_NONE);
}

static void
test_reminders_elsewhere (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;

  late->invoice->reminders_before = 1;
  late->invoice->last_reminder_before = a_day ("2026-10-20");
  small_company_add_reminder (late->company, late->invoice, a_day ("2026-11-02"), -1)->due = ACQ_DAY_NONE;
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpint (message_at (plan, 0)->level, ==, 3);
}

static void
test_broken_promise (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqNote *note = small_company_add_note (late->company, ACQ_NOTE_KIND_PROMISE, late->invoice);

  small_company_add_reminder (late->company, late->invoice, a_day ("2026-11-02"), 1);
  note->until = a_day ("2026-11-27");
  plan = small_company_plan (late->company, a_day ("2026-12-31"));
  g_assert_cmpint (message_at (plan, 0)->day, ==, a_day ("2026-12-02"));
  g_assert_cmpint (message_at (plan, 0)->level, ==, 2);
  g_assert_cmpint (item_at (message_at (plan, 0), 0)->broken_promise, ==, a_day ("2026-11-27"));
  g_assert_cmpuint (plan->held->len, ==, 1);
}

static void
test_payment_plan (Late *late, gconstpointer data)
{
  AcqPaymentPlan *agreed = acq_payment_plan_new ();
  AcqInstalment instalments[] = { { a_day ("2026-11-27"), 50000 }, { a_day ("2026-12-31"), 50000 } };
  g_autoptr (AcqPlan) broken = NULL;
  g_autoptr (AcqPlan) kept = NULL;

  agreed->agreed = a_day ("2026-11-15");
  g_array_append_vals (agreed->instalments, instalments, 2);
  g_array_append_val (agreed->invoice_ids, late->invoice->id);
  g_ptr_array_add (late->company->ledger->plans, agreed);
  assert_held (late->company, late->invoice, ACQ_REASON_PLAN_PENDING, a_day ("2026-11-27"));
  broken = small_company_plan (late->company, a_day ("2026-12-31"));
  g_assert_cmpint (message_at (broken, 0)->day, ==, a_day ("2026-11-30"));
  small_company_add_receipt (late->company, late->invoice, a_day ("2026-11-18"), 50000,
                             ACQ_RECEIPT_STATE_CREDITED);
  kept = small_company_plan (late->company, a_day ("2027-01-31"));
  g_assert_cmpint (message_at (kept, 0)->day, ==, a_day ("2027-01-01") + 3);
}

static void
test_amounts (Late *late, gconstpointer data)
{
  AcqNote *note = small_company_add_note (late->company, ACQ_NOTE_KIND_DISPUTE, late->invoice);
  g_autoptr (AcqPlan) disputed = NULL;
  g_autoptr (AcqPlan) flying = NULL;
  AcqReceipt *cheque;

  note->amount = 30000;
  disputed = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpint (message_at (disputed, 0)->total, ==, 70000);
  cheque = small_company_add_receipt (late->company, late->invoice, a_day ("2026-11-18"), 20000,
                                      ACQ_RECEIPT_STATE_DEPOSITED);
  flying = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpint (message_at (flying, 0)->total, ==, 50000);
  cheque->amount = g_array_index (cheque->allocations, AcqAllocation, 0).amount = 70000;
  assert_held (late->company, late->invoice, ACQ_REASON_PAYMENT_IN_FLIGHT, a_day ("2026-11-26"));
}

static void
test_tolerance (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;

  small_company_add_receipt (late->company, late->invoice, a_day ("2026-10-05"), 98501,
                             ACQ_RECEIPT_STATE_CREDITED);
  assert_held (late->company, late->invoice, ACQ_REASON_BELOW_TOLERANCE, ACQ_DAY_NONE);
  late->company->settings->tolerance = 1499;
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpint (message_at (plan, 0)->total, ==, 1499);
}

/* A credit note of 1 200 € covers the oldest invoice and a part of the next. */
static void
test_credit (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqInvoice *next = small_company_add_invoice (late->company, late->customer, a_day ("2026-10-15"), 50000);

  small_company_add_invoice (late->company, late->customer, a_day ("2026-10-20"), -120000);
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpuint (plan->messages->len, ==, 1);
  g_assert_cmpint (message_at (plan, 0)->total, ==, 30000);
  g_assert_true (item_at (message_at (plan, 0), 0)->invoice == next);
  g_assert_cmpuint (plan->held->len, ==, 1);
  g_assert_true (
    acq_reasons_has (&((AcqHeldInvoice *) plan->held->pdata[0])->reasons, ACQ_REASON_UNALLOCATED_CREDIT));
}

/* The invoice that a credit note names is the one that it covers; what it leaves goes to the oldest. */
static void
test_named_credit (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqInvoice *next = small_company_add_invoice (late->company, late->customer, a_day ("2026-10-15"), 50000);
  AcqInvoice *note = small_company_add_invoice (late->company, late->customer, a_day ("2026-10-20"), -60000);

  note->corrects = g_strdup (next->number);
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpuint (plan->messages->len, ==, 1);
  g_assert_cmpint (message_at (plan, 0)->total, ==, 90000);
  g_assert_true (item_at (message_at (plan, 0), 0)->invoice == late->invoice);
  g_assert_cmpuint (plan->held->len, ==, 1);
  g_assert_true (((AcqHeldInvoice *) plan->held->pdata[0])->invoice == next);
}

/* A credit note in francs covers the invoice in francs, and takes nothing off the one in euros. */
static void
test_credit_in_francs (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqInvoice *francs = small_company_add_invoice (late->company, late->customer, a_day ("2026-10-15"), 50000);
  AcqInvoice *note = small_company_add_invoice (late->company, late->customer, a_day ("2026-10-20"), -60000);
  const AcqHeldInvoice *held;

  francs->currency = note->currency = acq_currency_parse ("CHF");
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpuint (plan->messages->len, ==, 1);
  g_assert_cmpint (message_at (plan, 0)->total, ==, 100000);
  g_assert_cmpstr (message_at (plan, 0)->currency.code, ==, "EUR");
  g_assert_cmpuint (plan->held->len, ==, 1);
  held = plan->held->pdata[0];
  g_assert_true (held->invoice == francs);
  g_assert_true (acq_reasons_has (&held->reasons, ACQ_REASON_UNALLOCATED_CREDIT));
}

/* The customer disputes 300 € of all that he owes: they are taken off once. */
static void
test_customer_dispute (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqNote *note = small_company_add_note (late->company, ACQ_NOTE_KIND_DISPUTE, late->invoice);

  small_company_add_invoice (late->company, late->customer, a_day ("2026-10-05"), 50000);
  note->invoice_id = 0;
  note->amount = 30000;
  note->until = ACQ_DAY_NONE;
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpuint (plan->messages->len, ==, 1);
  g_assert_cmpint (message_at (plan, 0)->total, ==, 120000);
}

static void
test_retention (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) before = NULL;
  g_autoptr (AcqPlan) after = NULL;
  AcqInvoice *works = small_company_add_invoice (late->company, late->customer, a_day ("2026-10-01"), 95000);

  works->total = 100000;
  acq_invoice_add_due_item (works, ACQ_DUE_KIND_RETENTION, a_day ("2026-11-25"), 5000);
  before = small_company_plan (late->company, a_day ("2027-03-01"));
  for (guint i = 0; i < before->messages->len; i++)
    g_assert_cmpint (message_at (before, i)->total, ==, 195000);
  late->company->request.today = a_day ("2026-12-01");
  small_company_add_receipt (late->company, late->invoice, a_day ("2026-11-21"), 100000,
                             ACQ_RECEIPT_STATE_CREDITED);
  small_company_add_receipt (late->company, works, a_day ("2026-11-21"), 95000, ACQ_RECEIPT_STATE_CREDITED);
  after = small_company_plan (late->company, a_day ("2026-12-01"));
  g_assert_true (message_at (after, 0)->release);
  g_assert_cmpint (message_at (after, 0)->total, ==, 5000);
}

/* A managing agent gets one letter for his co-ownerships, each item at its own level. */
static void
test_recipient (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqCustomer *agent = small_company_add_customer (late->company, ACQ_CUSTOMER_KIND_COMPANY);
  AcqCustomer *other = small_company_add_customer (late->company, ACQ_CUSTOMER_KIND_CO_OWNERSHIP);
  AcqInvoice *second = small_company_add_invoice (late->company, other, a_day ("2026-10-10"), 20000);

  late->customer->recipient_id = other->recipient_id = agent->id;
  small_company_add_reminder (late->company, late->invoice, a_day ("2026-11-02"), 1);
  small_company_add_reminder (late->company, late->invoice, a_day ("2026-11-09"), 2);
  plan = small_company_plan (late->company, a_day ("2027-01-31"));
  g_assert_cmpuint (plan->messages->len, ==, 3);
  g_assert_true (message_at (plan, 0)->recipient == agent);
  g_assert_cmpuint (message_at (plan, 0)->customers->len, ==, 2);
  g_assert_cmpint (message_at (plan, 0)->level, ==, 3);
  g_assert_cmpint (message_at (plan, 0)->total, ==, 120000);
  g_assert_cmpint (item_at (message_at (plan, 0), 1)->step->level, ==, 1);
  g_assert_true (item_at (message_at (plan, 1), 0)->invoice == second);
  g_assert_cmpint (message_at (plan, 1)->level, ==, 2);
  g_assert_cmpint (message_at (plan, 1)->day, ==, message_at (plan, 0)->day + 7);
}

static void
test_currencies (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqInvoice *francs = small_company_add_invoice (late->company, late->customer, a_day ("2026-09-10"), 20000);

  francs->currency = acq_currency_parse ("CHF");
  plan = small_company_plan (late->company, a_day ("2026-11-27"));
  g_assert_cmpuint (plan->messages->len, ==, 2);
  g_assert_cmpstr (message_at (plan, 0)->currency.code, ==, "CHF");
  g_assert_cmpint (message_at (plan, 0)->total, ==, 20000);
  g_assert_cmpstr (message_at (plan, 1)->currency.code, ==, "EUR");
  g_assert_cmpint (message_at (plan, 1)->day, ==, a_day ("2026-11-27"));
}

static gboolean
needs (const AcqPlan *plan, AcqNeed need)
{
  return (message_at (plan, 0)->needs & ACQ_NEED_BIT (need)) != 0;
}

static void
test_needs (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;

  g_array_set_size (late->company->ledger->coverage, 0);
  g_ptr_array_set_size (late->customer->contacts, 0);
  late->invoice->old_item = TRUE;
  late->company->settings->right_to_send = FALSE;
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_true (needs (plan, ACQ_NEED_BANK_COVERAGE));
  g_assert_true (needs (plan, ACQ_NEED_CONTACT));
  g_assert_true (needs (plan, ACQ_NEED_OLD_ITEMS));
  g_assert_true (needs (plan, ACQ_NEED_RIGHT_TO_SEND));
  g_assert_false (needs (plan, ACQ_NEED_ATTACHMENT));
}

static gboolean
needs_coverage (Late *late, const char *first, const char *last)
{
  g_autoptr (AcqPlan) plan = NULL;
  AcqCoverage coverage = { 1, { a_day (first), a_day (last) } };

  g_array_set_size (late->company->ledger->coverage, 0);
  g_array_append_val (late->company->ledger->coverage, coverage);
  plan = small_company_plan (late->company, a_day (TODAY));
  return needs (plan, ACQ_NEED_BANK_COVERAGE);
}

/* Issued on 1 September, due on Thursday 1 October: covered up to Monday the 5th, for cheques up to Friday the 9th. */
static void
test_gate (Late *late, gconstpointer data)
{
  late->invoice->issued = a_day ("2026-09-01");
  g_assert_false (needs_coverage (late, "2026-09-01", "2026-10-05"));
  g_assert_true (needs_coverage (late, "2026-09-02", "2026-10-05"));
  g_assert_true (needs_coverage (late, "2026-09-01", "2026-10-04"));
  small_company_add_receipt (late->company, late->invoice, a_day ("2026-10-01"), 100,
                             ACQ_RECEIPT_STATE_CREDITED)
    ->means
    = ACQ_MEANS_CHEQUE;
  g_assert_true (needs_coverage (late, "2026-09-01", "2026-10-08"));
  g_assert_false (needs_coverage (late, "2026-09-01", "2026-10-09"));
  late->company->ledger->n_accounts = 2;
  g_assert_true (needs_coverage (late, "2026-09-01", "2026-10-09"));
}

/* An invoice due on Friday the 20th, reminded on the 23rd: the bank stays one day behind, and so covers the 24th on the 25th. */
static void
test_freshness (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;

  late->invoice->issued = a_day ("2026-10-21");
  acq_invoice_due_item (late->invoice, 0)->due = a_day (TODAY);
  plan = small_company_plan (late->company, a_day ("2026-12-15"));
  g_assert_cmpint (message_at (plan, 0)->day, ==, a_day ("2026-11-23"));
  g_assert_true (needs (plan, ACQ_NEED_BANK_COVERAGE));
  g_assert_cmpuint (message_at (plan, 1)->needs, ==, 0);
}

static void
test_precious (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;

  late->customer->precious = TRUE;
  plan = small_company_plan (late->company, a_day ("2026-11-30"));
  g_assert_cmpint (message_at (plan, 0)->channel, ==, ACQ_CHANNEL_CALL);
  g_assert_cmpint (message_at (plan, 0)->mode, ==, ACQ_MODE_CONFIRM);
  g_assert_cmpint (message_at (plan, 1)->channel, ==, ACQ_CHANNEL_MAIL);
}

static void
test_mode (Late *late, gconstpointer data)
{
  AcqStep steps[] = {
    { "first", 1, 3, ACQ_CHANNEL_MAIL, ACQ_CHANNEL_MAIL, ACQ_TONE_COURTEOUS, ACQ_MODE_AUTOMATIC },
    { "notice", 2, 10, ACQ_CHANNEL_LETTER, ACQ_CHANNEL_LETTER, ACQ_TONE_FORMAL_NOTICE, ACQ_MODE_AUTOMATIC },
  };
  AcqScenario scenario = { "own", NULL, 7, steps, 2, ACQ_SEQUEL_ASK };
  g_autoptr (AcqPlan) plan = NULL;
  g_autoptr (AcqPlan) young = NULL;

  late->company->settings->scenario = &scenario;
  plan = small_company_plan (late->company, a_day ("2026-11-30"));
  g_assert_cmpint (message_at (plan, 0)->mode, ==, ACQ_MODE_AUTOMATIC);
  g_assert_cmpint (message_at (plan, 1)->mode, ==, ACQ_MODE_CONFIRM);
  late->company->settings->confirm_until = a_day (TODAY);
  young = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpint (message_at (young, 0)->mode, ==, ACQ_MODE_CONFIRM);
}

static void
test_public_body (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;

  late->customer->kind = ACQ_CUSTOMER_KIND_PUBLIC_BODY;
  late->invoice->deposited = a_day ("2026-10-26");
  plan = small_company_plan (late->company, a_day ("2026-12-31"));
  g_assert_cmpint (message_at (plan, 0)->day, ==, a_day ("2026-11-30"));
}

/* Four invoices paid nine days late: the next one is left alone until the eleventh day. */
static void
test_loyal_late_payer (Late *late, gconstpointer data)
{
  g_autoptr (AcqPlan) plan = NULL;

  for (int i = 0; i < 4; i++)
    {
      AcqDay due = a_day ("2026-05-04") + 30 * i;
      AcqInvoice *paid = small_company_add_invoice (late->company, late->customer, due, 5000);

      small_company_add_receipt (late->company, paid, due + 9, 5000, ACQ_RECEIPT_STATE_CREDITED);
    }
  acq_invoice_due_item (late->invoice, 0)->due = a_day ("2026-11-16");
  plan = small_company_plan (late->company, a_day ("2026-12-31"));
  g_assert_cmpint (message_at (plan, 0)->day, ==, a_day ("2026-11-27"));
}

static void
test_call_step (Late *late, gconstpointer data)
{
  AcqNote *call;
  g_autoptr (AcqPlan) plan = NULL;
  g_autoptr (AcqPlan) called = NULL;

  late->company->settings->scenario = acq_scenario_find_preset ("progressive");
  small_company_add_reminder (late->company, late->invoice, a_day ("2026-10-02"), 1);
  plan = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpint (message_at (plan, 0)->channel, ==, ACQ_CHANNEL_CALL);
  call = small_company_add_note (late->company, ACQ_NOTE_KIND_CALL, late->invoice);
  call->day = a_day ("2026-11-12");
  called = small_company_plan (late->company, a_day (TODAY));
  g_assert_cmpstr (message_at (called, 0)->step->code, ==, "proposal");
}

/* Two weeks away: 25 recipients wait; ten leave a day, the largest first, and nobody is lost. */
static void
test_backlog (void)
{
  g_autoptr (SmallCompany) company = small_company_new (TODAY);
  g_autoptr (AcqPlan) plan = NULL;

  for (int i = 0; i < 25; i++)
    small_company_add_invoice (company, small_company_add_customer (company, ACQ_CUSTOMER_KIND_COMPANY),
                               a_day ("2026-11-02"), 10000 + 100 * i);
  plan = small_company_plan (company, a_day ("2026-11-24"));
  g_assert_cmpuint (plan->messages->len, ==, 25);
  for (guint i = 0; i < 25; i++)
    {
      g_assert_cmpint (message_at (plan, i)->total, ==, 10000 + 100 * (24 - (int) i));
      g_assert_cmpint (message_at (plan, i)->day, ==,
                       a_day (i < 10   ? "2026-11-20"
                              : i < 20 ? "2026-11-23"
                                       : "2026-11-24"));
    }
  g_assert_cmpuint (plan->held->len, ==, 15);
}

static void
test_why (Late *late, gconstpointer data)
{
  AcqWhy why = acq_plan_why (small_company_request (late->company), late->invoice, a_day (TODAY));
  AcqNote *note;

  g_assert_cmpint (why.kind, ==, ACQ_DECISION_REMIND);
  g_assert_cmpint (why.day, ==, a_day (TODAY));
  g_assert_cmpstr (why.step->code, ==, "first_reminder");
  why = acq_plan_why (small_company_request (late->company), late->invoice, a_day ("2026-11-24"));
  g_assert_cmpint (why.kind, ==, ACQ_DECISION_HOLD);
  g_assert_true (acq_reasons_has (&why.reasons, ACQ_REASON_INTERVAL));
  g_assert_cmpint (why.day, ==, a_day ("2026-11-27"));
  note = small_company_add_note (late->company, ACQ_NOTE_KIND_PROMISE, late->invoice);
  note->until = a_day ("2026-12-01");
  why = acq_plan_why (small_company_request (late->company), late->invoice, a_day (TODAY));
  g_assert_cmpint (why.kind, ==, ACQ_DECISION_HOLD);
  g_assert_cmpint (why.day, ==, a_day ("2026-12-04"));
  small_company_add_receipt (late->company, late->invoice, a_day (TODAY), 100000, ACQ_RECEIPT_STATE_CREDITED);
  why = acq_plan_why (small_company_request (late->company), late->invoice, a_day (TODAY));
  g_assert_cmpint (why.kind, ==, ACQ_DECISION_NONE);
  g_assert_true (acq_reasons_has (&why.reasons, ACQ_REASON_PAID));
}

#define ADD(path, function) g_test_add ("/dunning/planner/" path, Late, NULL, set_up, function, tear_down)

/* A step goes to the role that it names, else to who pays, else to whom there is. */
static void
test_role (void)
{
  const AcqStep steps[] = { { .code = "boss", .level = 1, .offset = 3, .role = ACQ_CONTACT_ROLE_DIRECTS } };
  const AcqScenario scenario = { "own", NULL, 7, steps, 1, ACQ_SEQUEL_ASK };
  g_autoptr (SmallCompany) company = small_company_new (TODAY);
  AcqCustomer *customer = small_company_add_customer (company, ACQ_CUSTOMER_KIND_COMPANY);
  g_autoptr (AcqPlan) plan = NULL;
  AcqPlanMessage *message;

  small_company_add_invoice (company, customer, a_day (TODAY) - 20, 50000);
  company->settings->scenario = &scenario;
  plan = small_company_plan (company, a_day (TODAY));
  g_assert_cmpuint (plan->messages->len, ==, 1);
  message = plan->messages->pdata[0];
  g_assert_cmpstr (acq_plan_message_contact (message)->email, ==, "compta@example.com");
  g_ptr_array_insert (customer->contacts, 0,
                      acq_contact_new (ACQ_CONTACT_ROLE_ORDERS, "Chantier", "chantier@example.com", NULL));
  g_assert_cmpstr (acq_plan_message_contact (message)->email, ==, "compta@example.com");
  g_ptr_array_add (customer->contacts,
                   acq_contact_new (ACQ_CONTACT_ROLE_DIRECTS, "Gérante", "gerante@example.com", NULL));
  g_assert_cmpstr (acq_plan_message_contact (message)->email, ==, "gerante@example.com");
  message->channel = ACQ_CHANNEL_CALL;
  g_assert_cmpstr (acq_plan_message_contact (message)->phone, ==, "0381000000");
  message->channel = ACQ_CHANNEL_LETTER;
  g_assert_null (acq_plan_message_contact (message));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole-scenario", test_whole_scenario);
  ADD ("holds", test_holds);
  ADD ("postponed", test_postponed);
  ADD ("steps-done", test_steps_done);
  ADD ("handed-over", test_handed_over);
  ADD ("reminders-elsewhere", test_reminders_elsewhere);
  ADD ("broken-promise", test_broken_promise);
  ADD ("payment-plan", test_payment_plan);
  ADD ("amounts", test_amounts);
  ADD ("tolerance", test_tolerance);
  ADD ("credit", test_credit);
  ADD ("named-credit", test_named_credit);
  ADD ("credit-in-francs", test_credit_in_francs);
  ADD ("customer-dispute", test_customer_dispute);
  ADD ("retention", test_retention);
  ADD ("recipient", test_recipient);
  ADD ("currencies", test_currencies);
  ADD ("needs", test_needs);
  ADD ("gate", test_gate);
  ADD ("freshness", test_freshness);
  ADD ("precious", test_precious);
  ADD ("mode", test_mode);
  ADD ("public-body", test_public_body);
  ADD ("loyal-late-payer", test_loyal_late_payer);
  ADD ("call-step", test_call_step);
  ADD ("why", test_why);
  g_test_add_func ("/dunning/planner/backlog", test_backlog);
  g_test_add_func ("/dunning/planner/role", test_role);
  return g_test_run ();
}
