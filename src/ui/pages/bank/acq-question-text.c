/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-question-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-settlement-text.h"

static const AcqBankChoice *
first_choice (const AcqBankQuestion *question)
{
  return question->choices->len > 0 ? question->choices->pdata[0] : NULL;
}

static char *
amount_of (const AcqBankQuestion *question, gint64 amount)
{
  return acq_amount_text (amount, question->transaction->currency);
}

/* Whether all that is open about it is which of one customer's invoices it pays. */
static gboolean
knows_payer (const AcqBankQuestion *question)
{
  const AcqBankChoice *first = first_choice (question);

  return question->kind != ACQ_BANK_QUESTION_PAYER
         || (question->choices->len == 1 && first->allocations->len == 0);
}

char *
acq_question_text_name (const AcqBankQuestion *question)
{
  const AcqBankChoice *first = first_choice (question);
  const AcqTransaction *transaction = question->transaction;

  if (question->kind == ACQ_BANK_QUESTION_CHEQUES)
    return g_strdup (_ ("Cheque deposit"));
  if (first != NULL && first->customer != NULL && knows_payer (question))
    return g_strdup (first->customer->name);
  if (transaction->counterparty != NULL)
    return g_strdup (transaction->counterparty);
  return g_strdup (transaction->label[0] != '\0' ? transaction->label : _ ("Receipt without a label"));
}

static char *
numbers_of_first (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  return acq_settlement_text_numbers (ledger, first_choice (question)->allocations);
}

static char *
brief_of_payer (const AcqBankQuestion *question)
{
  if (knows_payer (question))
    return g_strdup (_ ("Which invoices does it pay?"));
  return g_strdup (_ ("Unknown payer: who is it?"));
}

static char *
brief_of_return (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  g_autofree char *numbers = NULL;

  if (question->choices->len == 0)
    return g_strdup (_ ("Came back unpaid: which payment?"));
  numbers = numbers_of_first (question, ledger);
  return g_strdup_printf (_ ("Came back unpaid: reopen %s?"), numbers);
}

static char *
brief_of_payout (const AcqBankQuestion *question)
{
  guint n_invoices = first_choice (question)->allocations->len;
  g_autofree char *fees = amount_of (question, question->difference);

  return g_strdup_printf (ngettext ("%u invoice, less %s of fees?", "%u invoices, less %s of fees?", n_invoices),
                          n_invoices, fees);
}

/* Money that went out and pays no credit note. */
static gboolean
is_of_excess (const AcqBankQuestion *question)
{
  for (guint i = 0; question->proposal != NULL && i < question->proposal->evidence->len; i++)
    if (g_array_index (question->proposal->evidence, AcqEvidence, i) == ACQ_EVIDENCE_EXCESS_REFUND)
      return TRUE;
  return FALSE;
}

char *
acq_question_text_brief (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  g_autofree char *amount = amount_of (question, question->amount);
  g_autofree char *difference = amount_of (question, question->difference);
  g_autofree char *numbers = NULL;

  switch (question->kind)
    {
    case ACQ_BANK_QUESTION_SHORT:
      return g_strdup_printf (_ ("%s is missing: why?"), difference);
    case ACQ_BANK_QUESTION_WHICH:
      return g_strdup_printf (ngettext ("%u invoice of %s: is it this one?", "%u invoices of %s: which one?",
                                        question->choices->len),
                              question->choices->len, amount);
    case ACQ_BANK_QUESTION_PROBABLE:
      numbers = numbers_of_first (question, ledger);
      return g_strdup_printf (_ ("Is it the payment of %s?"), numbers);
    case ACQ_BANK_QUESTION_CHEQUES:
      return g_strdup (_ ("Whose cheques are these?"));
    case ACQ_BANK_QUESTION_PAYOUT:
      return brief_of_payout (question);
    case ACQ_BANK_QUESTION_REFUND:
      numbers = numbers_of_first (question, ledger);
      if (is_of_excess (question))
        return g_strdup_printf (_ ("Is it what was paid too much for %s?"), numbers);
      return g_strdup_printf (_ ("Was %s paid back?"), numbers);
    case ACQ_BANK_QUESTION_TOO_MUCH:
      return g_strdup_printf (_ ("%s too much: what is it for?"), difference);
    case ACQ_BANK_QUESTION_RETURNED:
      return brief_of_return (question, ledger);
    case ACQ_BANK_QUESTION_PAYER:
    default:
      return brief_of_payer (question);
    }
}

char *
acq_question_text_heading (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  g_autofree char *difference = amount_of (question, question->difference);

  switch (question->kind)
    {
    case ACQ_BANK_QUESTION_SHORT:
      return g_strdup_printf (_ ("%s is missing. Why?"), difference);
    case ACQ_BANK_QUESTION_WHICH:
      return g_strdup (_ ("Which invoice does it pay?"));
    case ACQ_BANK_QUESTION_TOO_MUCH:
      return g_strdup_printf (_ ("%s too much. What is it for?"), difference);
    case ACQ_BANK_QUESTION_PAYER:
      return knows_payer (question) ? brief_of_payer (question) : g_strdup (_ ("Who is it?"));
    case ACQ_BANK_QUESTION_PROBABLE:
    case ACQ_BANK_QUESTION_PAYOUT:
    case ACQ_BANK_QUESTION_CHEQUES:
    case ACQ_BANK_QUESTION_RETURNED:
    case ACQ_BANK_QUESTION_REFUND:
    default:
      return acq_question_text_brief (question, ledger);
    }
}

/* What the invoices of the first choice come to. */
static char *
explain_sum (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  const AcqBankChoice *first = first_choice (question);
  g_autofree char *numbers = numbers_of_first (question, ledger);
  g_autofree char *sum = amount_of (question, acq_bank_choice_owed (first, ledger));

  return g_strdup_printf (
    ngettext ("%s left to pay of invoice %s.", "%s left to pay of invoices %s.", first->allocations->len), sum,
    numbers);
}

static char *
explain_probable (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  gint64 rest = acq_bank_choice_owed (first_choice (question), ledger) - question->amount;
  g_autofree char *text = NULL;

  if (rest <= 0)
    return g_strdup (_ ("Not certain enough to be accepted unasked."));
  text = amount_of (question, rest);
  return g_strdup_printf (_ ("It would be a part: %s would be left to pay."), text);
}

char *
acq_question_text_explanation (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  g_autofree char *amount = amount_of (question, question->amount);

  switch (question->kind)
    {
    case ACQ_BANK_QUESTION_SHORT:
    case ACQ_BANK_QUESTION_PAYOUT:
    case ACQ_BANK_QUESTION_TOO_MUCH:
      return explain_sum (question, ledger);
    case ACQ_BANK_QUESTION_WHICH:
      return g_strdup_printf (_ ("All of them are of %s."), amount);
    case ACQ_BANK_QUESTION_PROBABLE:
      return explain_probable (question, ledger);
    case ACQ_BANK_QUESTION_CHEQUES:
      if (question->choices->len > 0)
        return g_strdup (_ ("The bank does not say who signed them. These invoices add up to it."));
      return g_strdup (_ ("The bank does not say who signed them."));
    case ACQ_BANK_QUESTION_REFUND:
      if (is_of_excess (question))
        return g_strdup (_ ("The rest of that payment is then to be matched with the invoice."));
      return g_strdup (_ ("The credit note would be used up."));
    case ACQ_BANK_QUESTION_RETURNED:
      return g_strdup (_ ("What it had paid is owed again."));
    case ACQ_BANK_QUESTION_PAYER:
    default:
      if (question->choices->len == 0)
        return g_strdup (_ ("No open invoice explains this amount."));
      return NULL;
    }
}

static const char *const shortfalls[] = {
  [ACQ_SHORTFALL_STILL_OWED] = NC_ ("shortfall", "Still owed"),
  [ACQ_SHORTFALL_BANK_FEE] = NC_ ("shortfall", "Bank fee"),
  [ACQ_SHORTFALL_DISCOUNT] = NC_ ("shortfall", "Early-payment discount"),
  [ACQ_SHORTFALL_CREDIT_NOTE] = NC_ ("shortfall", "Credit note to come"),
  [ACQ_SHORTFALL_DISPUTE] = NC_ ("shortfall", "Dispute"),
};

char *
acq_question_text_answer (const AcqBankQuestion *question, const AcqBankAnswer *answer,
                          const AcqLedger *ledger)
{
  const AcqBankChoice *choice;

  if (answer->kind == ACQ_BANK_ANSWER_SHORTFALL)
    return g_strdup (g_dpgettext2 (NULL, "shortfall", shortfalls[answer->shortfall]));
  if (answer->kind == ACQ_BANK_ANSWER_IGNORE)
    return g_strdup (question->amount < 0 ? _ ("Not a customer’s") : _ ("Not a customer"));
  if (question->kind == ACQ_BANK_QUESTION_PAYOUT)
    return g_strdup (answer->kind == ACQ_BANK_ANSWER_PAYOUT ? _ ("Paid, less the fees") : _ ("Paid in part"));
  choice = question->choices->pdata[answer->choice];
  if (answer->kind == ACQ_BANK_ANSWER_INTEREST)
    return g_strdup (_ ("With late interest"));
  if (question->kind == ACQ_BANK_QUESTION_TOO_MUCH)
    return g_strdup (_ ("All that is owed"));
  if (question->kind == ACQ_BANK_QUESTION_PAYER)
    return g_strdup (choice->customer->name);
  return acq_settlement_text_numbers (ledger, choice->allocations);
}

static char *
mean_shortfall (const AcqBankQuestion *question, AcqShortfall shortfall)
{
  g_autofree char *missing = amount_of (question, question->difference);

  switch (shortfall)
    {
    case ACQ_SHORTFALL_BANK_FEE:
      return g_strdup (_ ("the customer’s bank kept them"));
    case ACQ_SHORTFALL_DISCOUNT:
      return g_strdup (_ ("less for paying quickly"));
    case ACQ_SHORTFALL_CREDIT_NOTE:
      return g_strdup_printf (_ ("you owe them a credit note of %s"), missing);
    case ACQ_SHORTFALL_DISPUTE:
      return g_strdup_printf (_ ("the customer contests %s"), missing);
    case ACQ_SHORTFALL_STILL_OWED:
    default:
      return g_strdup_printf (_ ("the invoice keeps %s to pay"), missing);
    }
}

/* Whether the invoices to choose from are of several customers, so that numbers alone do not tell them apart. */
static gboolean
has_several_customers (const AcqBankQuestion *question)
{
  for (guint i = 1; i < question->choices->len; i++)
    if (((const AcqBankChoice *) question->choices->pdata[i])->customer != first_choice (question)->customer)
      return TRUE;
  return FALSE;
}

/* Whose invoices they are, each customer once. */
static char *
list_customers (const AcqBankChoice *choice, const AcqLedger *ledger)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < choice->allocations->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (ledger, g_array_index (choice->allocations, AcqProposedAllocation, i).invoice_id);
      const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);

      if (!g_ptr_array_find (names, customer->name, NULL))
        g_ptr_array_add (names, customer->name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

static char *
mean_match (const AcqBankQuestion *question, const AcqBankChoice *choice, const AcqBooks *books)
{
  const AcqInvoice *invoice;
  g_autofree char *due = NULL;
  g_autofree char *difference = amount_of (question, question->difference);

  if (question->kind == ACQ_BANK_QUESTION_TOO_MUCH)
    return g_strdup_printf (_ ("%s stays as a credit"), difference);
  if (question->kind == ACQ_BANK_QUESTION_PAYOUT)
    return g_strdup_printf (_ ("the invoices keep %s to pay"), difference);
  if (question->kind == ACQ_BANK_QUESTION_CHEQUES)
    return list_customers (choice, books->ledger);
  if (choice->allocations->len > 1)
    return g_strdup (choice->customer != NULL ? choice->customer->name : _ ("several customers"));
  invoice = acq_ledger_find_invoice (books->ledger,
                                     g_array_index (choice->allocations, AcqProposedAllocation, 0).invoice_id);
  due = acq_day_text (acq_invoice_due_day (invoice), books->today);
  if (question->kind == ACQ_BANK_QUESTION_PAYER)
    /* Translators: an invoice's number, or its customer, and its due day. */
    return g_strdup_printf (_ ("%s, due %s"), invoice->number, due);
  if (has_several_customers (question))
    return g_strdup_printf (_ ("%s, due %s"), choice->customer->name, due);
  return g_strdup_printf (_ ("due %s"), due);
}

static char *
mean_payout (const AcqBankQuestion *question)
{
  g_autofree char *fees = amount_of (question, question->difference);

  return g_strdup_printf (_ ("%s of commission are written off"), fees);
}

char *
acq_question_text_meaning (const AcqBankQuestion *question, const AcqBankAnswer *answer, const AcqBooks *books)
{
  switch (answer->kind)
    {
    case ACQ_BANK_ANSWER_SHORTFALL:
      return mean_shortfall (question, answer->shortfall);
    case ACQ_BANK_ANSWER_MATCH:
      return mean_match (question, question->choices->pdata[answer->choice], books);
    case ACQ_BANK_ANSWER_INTEREST:
      return g_strdup (_ ("the rest pays indemnities and penalties"));
    case ACQ_BANK_ANSWER_PAYOUT:
      return mean_payout (question);
    case ACQ_BANK_ANSWER_CUSTOMER:
      return g_strdup (_ ("choose among the open invoices"));
    case ACQ_BANK_ANSWER_IGNORE:
    default:
      return g_strdup (_ ("it is left out, and not asked about again"));
    }
}
