/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-kinds.h"

#include "acq-claim-waiver.h"
#include "acq-customer-law.h"
#include "acq-interest-report.h"
#include "acq-settlement-check.h"

/* Set-off and write-offs settle an invoice, but nobody received them. */
static gboolean
is_money (AcqMeans means)
{
  return means != ACQ_MEANS_COMPENSATION && means != ACQ_MEANS_WRITE_OFF && means != ACQ_MEANS_CREDIT_NOTE;
}

/* The invoice that a part of a receipt paid, where it is one of the customer's; NULL otherwise. */
static const AcqInvoice *
paid_invoice (const AcqLetterSource *source, const AcqCustomer *customer, const AcqAllocation *allocation)
{
  const AcqInvoice *invoice = acq_ledger_find_invoice (source->ledger, allocation->invoice_id);

  return allocation->amount > 0 && invoice != NULL && invoice->customer_id == customer->id ? invoice : NULL;
}

static gboolean
pays (const AcqLetterSource *source, const AcqReceipt *receipt, const AcqCustomer *customer,
      const AcqInvoice *only)
{
  if (receipt->state != ACQ_RECEIPT_STATE_CREDITED || receipt->amount <= 0 || receipt->day > source->today
      || !is_money (receipt->means))
    return FALSE;
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqInvoice *invoice
        = paid_invoice (source, customer, &g_array_index (receipt->allocations, AcqAllocation, i));

      if (invoice != NULL && (only == NULL || invoice == only))
        return TRUE;
    }
  return FALSE;
}

static const AcqReceipt *
find_receipt (const AcqLetterSource *source, const AcqCustomer *customer, const AcqInvoice *only,
              gint64 payment)
{
  const AcqReceipt *found = NULL;

  for (guint i = 0; i < source->ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = source->ledger->receipts->pdata[i];

      if ((payment == 0 || receipt->id == payment) && pays (source, receipt, customer, only)
          && (found == NULL || receipt->day >= found->day))
        found = receipt;
    }
  return found;
}

/* Credit notes that the receipt used up: they settled a part of what its allocations say, and nobody received that. */
static gint64
used_credit (const AcqReceipt *receipt)
{
  gint64 credit = 0;

  for (guint i = 0; i < receipt->allocations->len; i++)
    credit -= MIN (g_array_index (receipt->allocations, AcqAllocation, i).amount, 0);
  return credit;
}

static void
add_invoices (const AcqLetterSource *source, const AcqReceipt *money, AcqPaymentReceipt *receipt,
              GArray *ret_ids)
{
  gint64 credit = used_credit (money);

  for (guint i = 0; i < money->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (money->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = paid_invoice (source, receipt->customer, allocation);
      gint64 by_credit = invoice == NULL ? 0 : MIN (credit, allocation->amount);
      gint64 amount = allocation->amount - by_credit;

      if (invoice == NULL)
        continue;
      credit -= by_credit;
      g_array_append_val (ret_ids, invoice->id);
      if (amount > 0)
        acq_payment_receipt_add_invoice (receipt, invoice->number, invoice->issued, invoice->total,
                                         invoice->total - MAX (invoice->balance, 0) - amount, amount);
    }
}

/* What the invoices bear beside their principal on the day of the payment, unless it was given up before. */
static gboolean
add_claims (const AcqLetterSource *source, const GArray *ids, AcqPaymentReceipt *receipt, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const AcqInvoice *invoice = acq_ledger_find_invoice (source->ledger, g_array_index (ids, gint64, i));
      g_autoptr (AcqInterestReport) report = acq_interest_report_new (
        source->ledger, source->history, source->basis, invoice, receipt->credited, error);

      if (report == NULL)
        return FALSE;
      if (report->rule == ACQ_RATE_RULE_NONE)
        continue;
      receipt->penalties += report->interest->interest - report->interest->interest_paid;
      receipt->indemnity += report->indemnity;
    }
  return TRUE;
}

/* All that the customer paid between the notice and its date. */
static gint64
received_in_time (const AcqLetterSource *source, const AcqCustomer *customer, AcqDay first, AcqDay last)
{
  gint64 sum = 0;

  for (guint i = 0; i < source->ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = source->ledger->receipts->pdata[i];

      if (receipt->day >= first && receipt->day <= last && pays (source, receipt, customer, NULL))
        sum += receipt->amount;
    }
  return sum;
}

/* The notice took its sum as settlement in full if it came by its date: who met that owes nothing more. */
static gboolean
add_notice (const AcqLetterSource *source, const GArray *ids, AcqPaymentReceipt *receipt, GError **error)
{
  g_autoptr (AcqIssuedLetter) notice = NULL;
  AcqDay until;

  if (!acq_find_formal_notice (source, receipt->customer->id, ids, receipt->credited, &notice, error))
    return FALSE;
  if (notice == NULL)
    return TRUE;
  receipt->notice_day = notice->day;
  until = acq_formal_notice_deadline (source, notice->day);
  if (receipt->credited <= until
      && received_in_time (source, receipt->customer, notice->day, until) >= notice->total_due)
    receipt->accepted_until = until;
  return TRUE;
}

static void
add_money (const AcqLetterSource *source, const AcqReceipt *money, AcqPaymentReceipt *receipt)
{
  const AcqCustomer *payer
    = money->customer_id == 0 ? NULL : acq_ledger_find_customer (source->ledger, money->customer_id);

  receipt->credited = money->day;
  receipt->means = money->means;
  receipt->other_money = !acq_currency_equal (money->currency, ACQ_CURRENCY_EUR);
  if (payer != NULL && payer != receipt->customer)
    receipt->payer = g_strdup (payer->name);
  for (guint i = 0; i < money->interest->len; i++)
    {
      const AcqInterestPayment *paid = &g_array_index (money->interest, AcqInterestPayment, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (source->ledger, paid->invoice_id);

      if (invoice == NULL || invoice->customer_id != receipt->customer->id)
        continue;
      receipt->paid_penalties += paid->penalties;
      receipt->paid_indemnity += paid->indemnity;
    }
}

AcqPaymentReceipt *
acq_draft_payment_receipt (const AcqLetterSource *source, const AcqCustomer *customer, const AcqInvoice *only,
                           gint64 payment, const char *reference, AcqCreditorChoice choice, GError **error)
{
  g_autoptr (AcqPaymentReceipt) receipt = acq_payment_receipt_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const AcqReceipt *money = find_receipt (source, customer, only, payment);

  receipt->company = source->ledger->company;
  receipt->customer = customer;
  receipt->recipient = acq_ledger_find_recipient (source->ledger, customer);
  receipt->reference = g_strdup (reference);
  receipt->day = source->today;
  receipt->choice = choice;
  if (money == NULL)
    return g_steal_pointer (&receipt);
  add_money (source, money, receipt);
  add_invoices (source, money, receipt, ids);
  if (!add_claims (source, ids, receipt, error) || !add_notice (source, ids, receipt, error))
    return NULL;
  return g_steal_pointer (&receipt);
}

static gint64
payment_of (const AcqLetterRequest *request)
{
  return request->n_payments == 0 ? 0 : request->payments[0];
}

GBytes *
acq_write_payment_receipt (const AcqLetterTask *task, AcqLetterResult *result, GError **error)
{
  g_autoptr (AcqPaymentReceipt) receipt
    = acq_draft_payment_receipt (task->source, task->customer, task->only, payment_of (task->request),
                                 task->reference, task->request->choices[ACQ_PLAN_CLAIM_PENALTIES], error);
  g_autoptr (GArray) flaws = NULL;
  AcqLetterReport report = { 0 };
  GBytes *pdf;

  if (receipt == NULL)
    return NULL;
  flaws = acq_payment_receipt_find_flaws (task->press, receipt);
  if (!acq_letter_flaws_decide (flaws, task->request->accepted, &result->warnings, error))
    return NULL;
  for (guint i = 0; i < receipt->invoices->len; i++)
    g_ptr_array_add (result->numbers, g_strdup (g_array_index (receipt->invoices, AcqPaidInvoice, i).number));
  pdf = acq_payment_receipt_write (task->press, receipt, &report, error);
  result->n_pages = report.n_pages;
  result->total_due = report.total_due;
  result->claim_day = acq_payment_receipt_has_claim (receipt) ? receipt->credited : ACQ_DAY_NONE;
  return pdf;
}

gboolean
acq_payment_receipt_issued (AcqCompanyFile *file, const AcqLetterRequest *request,
                            const AcqLetterResult *result, GError **error)
{
  if (request->choices[ACQ_PLAN_CLAIM_PENALTIES] != ACQ_CREDITOR_CHOICE_WAIVED
      || result->claim_day == ACQ_DAY_NONE)
    return TRUE;
  return acq_claim_waiver_write (file, result->numbers, ACQ_WAIVER_ALL, result->claim_day, result->reference,
                                 error);
}

gboolean
acq_payment_receipt_ask (const AcqLetterTask *task, AcqClaimQuestion *question, GError **error)
{
  g_autoptr (AcqPaymentReceipt) receipt
    = acq_draft_payment_receipt (task->source, task->customer, task->only, payment_of (task->request),
                                 task->reference, ACQ_CREDITOR_CHOICE_NONE, error);

  if (receipt == NULL)
    return FALSE;
  question->by_law = acq_customer_claims_interest_by_law (task->customer);
  question->principal = acq_payment_receipt_amount (receipt) - receipt->paid_penalties - receipt->paid_indemnity;
  question->day = receipt->credited;
  question->asked[ACQ_PLAN_CLAIM_PENALTIES] = acq_payment_receipt_has_claim (receipt);
  question->amounts[ACQ_PLAN_CLAIM_PENALTIES] = receipt->penalties + receipt->indemnity;
  question->accepted_until = acq_payment_receipt_rest (receipt) == 0 ? receipt->accepted_until : ACQ_DAY_NONE;
  return TRUE;
}
