/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-settlement-check.h"

/* A plan is no reminder: it is agreed on with a debtor whatever held his reminders back. But nobody acknowledges what he
   disputes, nor what money that is there may have paid already. */
static const AcqLetterFlaw flaws_of_plans[] = {
  ACQ_LETTER_FLAW_NO_ITEMS,         ACQ_LETTER_FLAW_INCOMPLETE_SENDER,  ACQ_LETTER_FLAW_KIND_UNKNOWN,
  ACQ_LETTER_FLAW_RATE_UNCONFIRMED, ACQ_LETTER_FLAW_ADDRESS_INCOMPLETE, ACQ_LETTER_FLAW_DISPUTED,
  ACQ_LETTER_FLAW_INSOLVENT,        ACQ_LETTER_FLAW_FACTORED,           ACQ_LETTER_FLAW_PAYMENT_IN_FLIGHT,
  ACQ_LETTER_FLAW_POSSIBLE_RECEIPT, ACQ_LETTER_FLAW_UNALLOCATED_CREDIT, ACQ_LETTER_FLAW_OTHER_CURRENCY,
  ACQ_LETTER_FLAW_CONSUMER_CHARGED, ACQ_LETTER_FLAW_UNPRINTABLE_TEXT,
};

static const AcqLetterFlaw flaws_of_receipts[] = {
  ACQ_LETTER_FLAW_INCOMPLETE_SENDER,  ACQ_LETTER_FLAW_ADDRESS_TOO_LONG, ACQ_LETTER_FLAW_ADDRESS_SIX_LINES,
  ACQ_LETTER_FLAW_ADDRESS_INCOMPLETE, ACQ_LETTER_FLAW_UNPRINTABLE_TEXT,
};

static void
add_if (GArray *found, gboolean holds, AcqLetterFlaw flaw)
{
  if (holds)
    g_array_append_val (found, flaw);
}

static gboolean
lacks_choice (const AcqPaymentPlanLetter *letter)
{
  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    if (letter->choices[claim] == ACQ_CREDITOR_CHOICE_NONE
        && acq_payment_plan_letter_has_claim (letter, claim))
      return TRUE;
  return FALSE;
}

static gboolean
has_wrong_sum (const AcqPaymentPlanLetter *letter)
{
  gint64 sum = 0;

  for (guint i = 0; i < letter->parts->len; i++)
    {
      gint64 amount = g_array_index (letter->parts, AcqPlanPart, i).amount;

      if (amount <= 0)
        return TRUE;
      sum += amount;
    }
  return sum != acq_payment_plan_letter_total (letter);
}

static gboolean
has_wrong_day (const AcqPaymentPlanLetter *letter)
{
  AcqDay before = letter->debt->day;

  for (guint i = 0; i < letter->parts->len; i++)
    {
      const AcqPlanPart *part = &g_array_index (letter->parts, AcqPlanPart, i);

      if (part->due <= before || !part->working)
        return TRUE;
      before = part->due;
    }
  return FALSE;
}

GArray *
acq_payment_plan_letter_find_flaws (AcqLetterPress *press, const AcqPaymentPlanLetter *letter)
{
  GArray *found
    = acq_letter_find_flaws_among (press, letter->debt, flaws_of_plans, G_N_ELEMENTS (flaws_of_plans));
  gboolean open = lacks_choice (letter);

  add_if (found, open, ACQ_LETTER_FLAW_CHOICE_MISSING);
  /* As long as a choice is open the sum is, too. */
  add_if (found, !open && has_wrong_sum (letter), ACQ_LETTER_FLAW_PLAN_SUM);
  add_if (found, has_wrong_day (letter), ACQ_LETTER_FLAW_INSTALMENT_DAY);
  return found;
}

static AcqLetter *
envelope_of (const AcqPaymentReceipt *receipt)
{
  AcqLetter *letter = acq_letter_new ();

  letter->company = receipt->company;
  letter->customer = receipt->customer;
  letter->recipient = receipt->recipient;
  letter->reference = g_strdup (receipt->reference);
  letter->day = receipt->day;
  for (guint i = 0; i < receipt->invoices->len; i++)
    {
      const AcqPaidInvoice *invoice = &g_array_index (receipt->invoices, AcqPaidInvoice, i);

      acq_letter_add_item (letter, invoice->number, invoice->issued, invoice->issued, invoice->total);
    }
  return letter;
}

GArray *
acq_payment_receipt_find_flaws (AcqLetterPress *press, const AcqPaymentReceipt *receipt)
{
  g_autoptr (AcqLetter) envelope = envelope_of (receipt);
  GArray *found
    = acq_letter_find_flaws_among (press, envelope, flaws_of_receipts, G_N_ELEMENTS (flaws_of_receipts));
  gboolean received = receipt->credited != ACQ_DAY_NONE && receipt->credited <= receipt->day
                      && acq_payment_receipt_amount (receipt) > 0;
  gboolean claims = acq_payment_receipt_has_claim (receipt);

  add_if (found, receipt->other_money, ACQ_LETTER_FLAW_OTHER_CURRENCY);
  add_if (found, claims && receipt->choice == ACQ_CREDITOR_CHOICE_NONE, ACQ_LETTER_FLAW_CHOICE_MISSING);
  add_if (found, !received, ACQ_LETTER_FLAW_NOTHING_RECEIVED);
  add_if (found,
          claims && receipt->choice == ACQ_CREDITOR_CHOICE_CLAIMED && receipt->accepted_until != ACQ_DAY_NONE
            && acq_payment_receipt_rest (receipt) == 0,
          ACQ_LETTER_FLAW_OFFER_BROKEN);
  return found;
}
