/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-disputed-amount.h"
#include "acq-trend.h"
#include "ledger-case.h"

#define TODAY 20778

/* What a ledger shows that was closed on that day: later invoices and receipts are taken out, and balances derived. */
static AcqOwed
measure_by_hand (AcqLedger *ledger, AcqDay day)
{
  AcqOwed owed = { .ageing = acq_ageing_init (day) };
  g_autoptr (GHashTable) owing = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *receipt = ledger->receipts->pdata[i];

      receipt->state = receipt->day <= day ? ACQ_RECEIPT_STATE_CREDITED : ACQ_RECEIPT_STATE_RETURNED;
    }
  acq_ledger_derive_balances (ledger);
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      if (invoice->cancelled || invoice->issued > day)
        continue;
      acq_ageing_add_invoice (&owed.ageing, invoice);
      owed.n_invoices += invoice->balance > 0;
      if (invoice->balance > 0)
        g_hash_table_add (owing, GINT_TO_POINTER ((int) invoice->customer_id));
    }
  owed.n_customers = g_hash_table_size (owing);
  for (guint i = 0; i < ledger->receipts->len; i++)
    ((AcqReceipt *) ledger->receipts->pdata[i])->state = ACQ_RECEIPT_STATE_CREDITED;
  acq_ledger_derive_balances (ledger);
  return owed;
}

static void
assert_same (const AcqOwed *ours, const AcqOwed *theirs)
{
  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    {
      g_assert_cmpint (ours->ageing.buckets[i], ==, theirs->ageing.buckets[i]);
      g_assert_cmpuint (ours->ageing.counts[i], ==, theirs->ageing.counts[i]);
    }
  g_assert_cmpint (ours->ageing.credits, ==, theirs->ageing.credits);
  g_assert_cmpuint (ours->n_invoices, ==, theirs->n_invoices);
  g_assert_cmpuint (ours->n_customers, ==, theirs->n_customers);
}

/* Any past day is what the books said on its evening. */
static void
test_past_days (void)
{
  g_autoptr (AcqLedger) ledger = case_random (TODAY);
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);

  for (int i = 0; i < 60; i++)
    {
      AcqDay day = TODAY - i * 11;
      AcqOwed ours = acq_receivables_measure (receivables, day), theirs = measure_by_hand (ledger, day);

      assert_same (&ours, &theirs);
    }
}

static void
test_today (void)
{
  g_autoptr (AcqLedger) ledger = case_random (TODAY);
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  gint64 outstanding = 0;
  AcqTrends trends;

  acq_trends_measure (receivables, &trends);
  for (guint i = 0; i < ledger->invoices->len; i++)
    if (!((AcqInvoice *) ledger->invoices->pdata[i])->cancelled)
      outstanding += ((AcqInvoice *) ledger->invoices->pdata[i])->balance;
  g_assert_cmpint (acq_ageing_outstanding (&trends.today.ageing), ==, outstanding);
  g_assert_true (acq_trend_today (&trends.outstanding).known);
  g_assert_cmpint (acq_trend_today (&trends.outstanding).value, ==, outstanding);
  g_assert_cmpint (acq_trend_today (&trends.overdue).value, ==, acq_ageing_overdue (&trends.today.ageing));
  g_assert_cmpint (acq_trend_today (&trends.dso).value, ==, trends.dso_today.by_balance);
  for (int i = 0; i < ACQ_TREND_POINTS; i++)
    g_assert_cmpint (trends.overdue.points[i].day, ==, TODAY - 7 * (ACQ_TREND_POINTS - 1 - i));
}

/* What is dated after today counts today, as the ledger's balances do. */
static void
test_later_days (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *customer = case_customer (ledger, "Durand SA");
  AcqInvoice *invoice = case_invoice (ledger, customer, TODAY + 2, TODAY + 32, 10000);
  g_autoptr (AcqReceivables) receivables = NULL;
  AcqOwed owed;

  case_pay (ledger, invoice, TODAY + 3, 4000);
  case_derive (ledger);
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  owed = acq_receivables_measure (receivables, TODAY);
  g_assert_cmpint (acq_ageing_outstanding (&owed.ageing), ==, 6000);
  owed = acq_receivables_measure (receivables, TODAY - 1);
  g_assert_cmpint (acq_ageing_outstanding (&owed.ageing), ==, 0);
}

/* A deposit that came before its invoice waits until then; what was paid on unknown days makes the past unknown. */
static void
test_waiting_and_undated (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *customer = case_customer (ledger, "Durand SA");
  AcqInvoice *invoice = case_invoice (ledger, customer, TODAY - 40, TODAY - 10, 10000);
  g_autoptr (AcqReceivables) receivables = NULL;
  AcqOwed owed;

  case_pay (ledger, invoice, TODAY - 50, 3000);
  case_derive (ledger);
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  g_assert_cmpint (acq_receivables_measure (receivables, TODAY - 45).unapplied, ==, 3000);
  owed = acq_receivables_measure (receivables, TODAY - 40);
  g_assert_cmpint (owed.unapplied, ==, 0);
  g_assert_cmpint (acq_ageing_outstanding (&owed.ageing), ==, 7000);
  g_assert_true (acq_receivables_is_known (receivables, &owed));
  g_clear_pointer (&receivables, acq_receivables_free);
  invoice->prepaid = 5000;
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  owed = acq_receivables_measure (receivables, TODAY - 20);
  g_assert_false (acq_receivables_is_known (receivables, &owed));
  owed = acq_receivables_measure (receivables, TODAY);
  g_assert_true (acq_receivables_is_known (receivables, &owed));
}

static void
test_disputes (void)
{
  g_autoptr (AcqLedger) ledger = acq_ledger_new ();
  AcqCustomer *customer = case_customer (ledger, "Durand SA");
  AcqInvoice *whole = case_invoice (ledger, customer, TODAY - 60, TODAY - 30, 10000);
  AcqInvoice *part = case_invoice (ledger, customer, TODAY - 60, TODAY - 30, 20000);
  g_autoptr (AcqReceivables) receivables = NULL;

  case_note (ledger, ACQ_NOTE_KIND_DISPUTE, whole, TODAY - 20, ACQ_DAY_NONE);
  case_note (ledger, ACQ_NOTE_KIND_DISPUTE, part, TODAY - 10, ACQ_DAY_NONE)->amount = 7000;
  case_note (ledger, ACQ_NOTE_KIND_DISPUTE, part, TODAY - 5, ACQ_DAY_NONE)->closed = TRUE;
  case_pay (ledger, whole, TODAY - 2, 4000);
  case_derive (ledger);
  receivables = acq_receivables_new (ledger, ACQ_CURRENCY_EUR, TODAY);
  g_assert_cmpint (acq_disputed_amount (ledger, receivables, TODAY), ==, 6000 + 7000);
  g_assert_cmpint (acq_disputed_amount (ledger, receivables, TODAY - 5), ==, 10000 + 7000);
  g_assert_cmpint (acq_disputed_amount (ledger, receivables, TODAY - 15), ==, 10000);
  g_assert_cmpint (acq_disputed_amount (ledger, receivables, TODAY - 25), ==, 0);
  case_note (ledger, ACQ_NOTE_KIND_DISPUTE, part, TODAY - 1, ACQ_DAY_NONE)->amount = 90000;
  ((AcqNote *) ledger->notes->pdata[3])->invoice_id = 0;
  g_assert_cmpint (acq_disputed_amount (ledger, receivables, TODAY), ==, 6000 + 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insights/receivables/past-days", test_past_days);
  g_test_add_func ("/insights/receivables/today", test_today);
  g_test_add_func ("/insights/receivables/later-days", test_later_days);
  g_test_add_func ("/insights/receivables/waiting-and-undated", test_waiting_and_undated);
  g_test_add_func ("/insights/receivables/disputes", test_disputes);
  return g_test_run ();
}
