/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-answers.h"

#include "acq-bank-line-entry.h"
#include "acq-bank-repository.h"
#include "acq-customer-law.h"
#include "acq-interest-payment.h"
#include "acq-workflow-error.h"

struct _AcqBankDeed
{
  AcqBankAnswerKind kind;
  gint64 transaction_id;
  char *label; /* of the bank line as the user saw it, and its amount */
  gint64 amount;
  GPtrArray *parts; /* (element-type AcqMatchPart) (nullable) of MATCH, INTEREST and PAYOUT */
  GStrv numbers;    /* of SHORTFALL */
  gint64 missing;   /* of SHORTFALL: as the user saw it */
  GPtrArray *commissions; /* (element-type AcqMatchPart) (nullable) of PAYOUT */
  gint64 owed;            /* of PAYOUT: as the user saw it */
  AcqShortfall shortfall;
  gboolean always;
};

static void
add_answer (GArray *answers, AcqBankAnswerKind kind, AcqShortfall shortfall, guint choice)
{
  AcqBankAnswer answer = { kind, shortfall, choice };

  g_array_append_val (answers, answer);
}

/* Returns the index of the answer to offer first. */
static int
list_shortfalls (GArray *answers, const AcqBankQuestion *question, const AcqLedger *ledger)
{
  g_autoptr (GPtrArray) invoices = acq_bank_choice_invoices (question->choices->pdata[0], ledger);
  AcqShortfall likely = acq_bank_line_preselect (ledger, question->transaction, invoices);
  int preselected = 0;

  for (AcqShortfall i = ACQ_SHORTFALL_STILL_OWED; i <= ACQ_SHORTFALL_DISPUTE; i++)
    {
      if (!acq_bank_line_may_be (i, question->transaction, invoices))
        continue;
      if (i == likely)
        preselected = (int) answers->len;
      add_answer (answers, ACQ_BANK_ANSWER_SHORTFALL, i, 0);
    }
  return preselected;
}

static void
list_choices (GArray *answers, const AcqBankQuestion *question)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      const AcqBankChoice *choice = question->choices->pdata[i];

      add_answer (answers, choice->allocations->len > 0 ? ACQ_BANK_ANSWER_MATCH : ACQ_BANK_ANSWER_CUSTOMER,
                  ACQ_SHORTFALL_STILL_OWED, i);
    }
}

/* Whether what is left over may be what the debtor owes beside late invoices. */
static gboolean
may_be_interest (const AcqBankQuestion *question, const AcqLedger *ledger)
{
  const AcqBankChoice *choice = question->choices->len == 0 ? NULL : question->choices->pdata[0];
  g_autoptr (GPtrArray) invoices = NULL;

  if (question->kind != ACQ_BANK_QUESTION_TOO_MUCH || choice == NULL || choice->customer == NULL
      || !acq_customer_claims_interest_by_law (choice->customer))
    return FALSE;
  invoices = acq_bank_choice_invoices (choice, ledger);
  for (guint i = 0; i < invoices->len; i++)
    if (acq_invoice_due_day (invoices->pdata[i]) < question->transaction->booked)
      return TRUE;
  return FALSE;
}

GArray *
acq_bank_answers_list (const AcqBankQuestion *question, const AcqLedger *ledger, int *ret_preselected)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (AcqBankAnswer));

  if (question->kind == ACQ_BANK_QUESTION_SHORT)
    {
      *ret_preselected = list_shortfalls (answers, question, ledger);
      return answers;
    }
  if (question->kind == ACQ_BANK_QUESTION_PAYOUT)
    add_answer (answers, ACQ_BANK_ANSWER_PAYOUT, ACQ_SHORTFALL_BANK_FEE, 0);
  list_choices (answers, question);
  if (may_be_interest (question, ledger))
    add_answer (answers, ACQ_BANK_ANSWER_INTEREST, ACQ_SHORTFALL_STILL_OWED, 0);
  add_answer (answers, ACQ_BANK_ANSWER_IGNORE, ACQ_SHORTFALL_STILL_OWED, 0);
  *ret_preselected = question->proposal != NULL || question->kind == ACQ_BANK_QUESTION_TOO_MUCH ? 0 : -1;
  return answers;
}

static GStrv
list_numbers (const AcqBankChoice *choice, const AcqLedger *ledger)
{
  g_autoptr (GPtrArray) invoices = acq_bank_choice_invoices (choice, ledger);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();

  for (guint i = 0; i < invoices->len; i++)
    g_strv_builder_add (numbers, ((const AcqInvoice *) invoices->pdata[i])->number);
  return g_strv_builder_end (numbers);
}

static AcqBankDeed *
deed_new (AcqBankAnswerKind kind, const AcqTransaction *transaction)
{
  AcqBankDeed *self = g_new0 (AcqBankDeed, 1);

  self->kind = kind;
  self->transaction_id = transaction->id;
  self->label = g_strdup (transaction->label);
  self->amount = transaction->amount;
  return self;
}

AcqBankDeed *
acq_bank_deed_new (const AcqBankQuestion *question, const AcqLedger *ledger, const AcqBankAnswer *answer,
                   gboolean always)
{
  AcqBankDeed *self;
  const AcqBankChoice *choice = NULL;

  g_return_val_if_fail (answer->kind != ACQ_BANK_ANSWER_CUSTOMER, NULL);
  if (answer->kind != ACQ_BANK_ANSWER_IGNORE)
    choice = question->choices->pdata[answer->choice];
  self = deed_new (answer->kind, question->transaction);
  self->shortfall = answer->shortfall;
  self->always = always;
  if (answer->kind == ACQ_BANK_ANSWER_SHORTFALL)
    {
      self->numbers = list_numbers (choice, ledger);
      self->missing = question->difference;
    }
  else if (choice != NULL)
    self->parts = acq_match_parts_of (ledger, choice->allocations);
  if (answer->kind == ACQ_BANK_ANSWER_PAYOUT)
    {
      self->commissions = acq_match_parts_of (ledger, question->proposal->kept);
      self->owed = acq_bank_choice_owed (choice, ledger);
    }
  return self;
}

AcqBankDeed *
acq_bank_deed_new_for_proposal (const AcqSureReceipt *receipt, const AcqLedger *ledger)
{
  AcqBankDeed *self = deed_new (ACQ_BANK_ANSWER_MATCH, receipt->transaction);

  self->parts = acq_match_parts_of (ledger, receipt->proposal->allocations);
  return self;
}

void
acq_bank_deed_free (AcqBankDeed *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->commissions, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_strfreev);
  g_free (self->label);
  g_free (self);
}

/* An import that was undone elsewhere leaves the ids of its lines to those of the next. */
static gboolean
check_line (const AcqBankDeed *self, AcqCompanyFile *file, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqTransaction) transaction
    = acq_bank_repository_find (acq_company_file_connection (file), self->transaction_id, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (transaction != NULL && transaction->amount == self->amount
      && g_strcmp0 (transaction->label, self->label) == 0)
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_OUTDATED, "%s", self->label);
  return FALSE;
}

gboolean
acq_bank_deed_apply (const AcqBankDeed *self, AcqCompanyFile *file, GError **error)
{
  AcqShortPayment payment = { self->transaction_id, (const char *const *) self->numbers, self->shortfall,
                              self->always, self->missing };
  AcqPayoutMatch payout = { self->transaction_id, self->parts, self->commissions, self->owed };

  if (!check_line (self, file, error))
    return FALSE;
  switch (self->kind)
    {
    case ACQ_BANK_ANSWER_SHORTFALL:
      return acq_bank_line_match_short (file, &payment, error);
    case ACQ_BANK_ANSWER_MATCH:
      return acq_match_by_hand (file, self->transaction_id, self->parts, error);
    case ACQ_BANK_ANSWER_INTEREST:
      return acq_interest_payment_match (file, self->transaction_id, self->parts, NULL, error);
    case ACQ_BANK_ANSWER_PAYOUT:
      return acq_bank_line_match_payout (file, &payout, error);
    case ACQ_BANK_ANSWER_IGNORE:
    case ACQ_BANK_ANSWER_CUSTOMER:
    default:
      return acq_bank_line_set_ignored (file, self->transaction_id, TRUE, error);
    }
}
