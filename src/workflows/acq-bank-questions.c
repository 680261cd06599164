/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-questions.h"

#include "acq-bank-line-entry.h"
#include "acq-deposit-candidates.h"
#include "acq-label.h"

/* More invoices of the same amount are not a choice any more. */
#define MAX_CHOICES 6
/* An invoice may be issued so many days after it was paid. */
#define MAX_EARLY_DAYS 7

/* What the questions of one view are made with. */
typedef struct
{
  const AcqLedger *ledger;
  GHashTable *transactions; /* gint64* to AcqTransaction */
  GHashTable *by_balance;   /* gint64* balance to GPtrArray of AcqInvoice, at most one more than MAX_CHOICES */
} Asking;

static void
choice_free (gpointer data)
{
  AcqBankChoice *self = data;

  g_array_unref (self->allocations);
  g_free (self);
}

static void
question_free (gpointer data)
{
  AcqBankQuestion *self = data;

  g_ptr_array_unref (self->choices);
  g_free (self);
}

static AcqBankChoice *
add_choice (AcqBankQuestion *question, const AcqCustomer *customer)
{
  AcqBankChoice *choice = g_new0 (AcqBankChoice, 1);

  choice->customer = customer;
  choice->allocations = g_array_new (FALSE, FALSE, sizeof (AcqProposedAllocation));
  g_ptr_array_add (question->choices, choice);
  return choice;
}

static void
add_allocation (AcqBankChoice *choice, const AcqInvoice *invoice, gint64 amount)
{
  AcqProposedAllocation allocation = { invoice->id, amount };

  g_array_append_val (choice->allocations, allocation);
}

static const AcqInvoice *
invoice_of (const AcqLedger *ledger, const GArray *allocations, guint index)
{
  return acq_ledger_find_invoice (ledger,
                                  g_array_index (allocations, AcqProposedAllocation, index).invoice_id);
}

/* NULL where the invoices are of several customers. */
static const AcqCustomer *
find_customer (const AcqLedger *ledger, const GArray *allocations)
{
  const AcqCustomer *customer = NULL;

  for (guint i = 0; i < allocations->len; i++)
    {
      const AcqInvoice *invoice = invoice_of (ledger, allocations, i);
      const AcqCustomer *other = acq_ledger_find_customer (ledger, invoice->customer_id);

      if (customer != NULL && other != customer)
        return NULL;
      customer = other;
    }
  return customer;
}

gint64
acq_bank_choice_owed (const AcqBankChoice *self, const AcqLedger *ledger)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->allocations->len; i++)
    sum += acq_ledger_find_invoice (ledger, g_array_index (self->allocations, AcqProposedAllocation, i).invoice_id)->balance;
  return sum;
}

GPtrArray *
acq_bank_choice_invoices (const AcqBankChoice *self, const AcqLedger *ledger)
{
  GPtrArray *invoices = g_ptr_array_new ();

  for (guint i = 0; i < self->allocations->len; i++)
    g_ptr_array_add (invoices, (gpointer) invoice_of (ledger, self->allocations, i));
  return invoices;
}

static gboolean
may_be_paid (const AcqInvoice *invoice, const AcqTransaction *transaction)
{
  return !invoice->cancelled && invoice->balance > 0 && invoice->issued <= transaction->booked + MAX_EARLY_DAYS
         && acq_currency_equal (invoice->currency, transaction->currency);
}

static gboolean
has_choice_of (const AcqBankQuestion *question, const AcqInvoice *invoice)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      const AcqBankChoice *choice = question->choices->pdata[i];

      if (choice->allocations->len == 1
          && g_array_index (choice->allocations, AcqProposedAllocation, 0).invoice_id == invoice->id)
        return TRUE;
    }
  return FALSE;
}

static void
add_exact (const Asking *asking, AcqBankQuestion *question, const AcqInvoice *invoice)
{
  if (question->choices->len < MAX_CHOICES && may_be_paid (invoice, question->transaction)
      && invoice->balance == question->amount && !has_choice_of (question, invoice))
    add_allocation (
      add_choice (question, acq_ledger_find_customer (asking->ledger, invoice->customer_id)), invoice,
      question->amount);
}

static void
add_exact_of (const Asking *asking, AcqBankQuestion *question, const GArray *could_settle)
{
  for (guint i = 0; could_settle != NULL && i < could_settle->len; i++)
    add_exact (asking, question,
               acq_ledger_find_invoice (asking->ledger, g_array_index (could_settle, gint64, i)));
}

static gboolean
has_evidence (const AcqProposal *proposal, AcqEvidence wanted)
{
  for (guint i = 0; i < proposal->evidence->len; i++)
    if (g_array_index (proposal->evidence, AcqEvidence, i) == wanted)
      return TRUE;
  return FALSE;
}

static gboolean
is_cheque_deposit (const AcqTransaction *transaction)
{
  AcqLabel *label;
  gboolean deposit;

  if (transaction->amount <= 0)
    return FALSE;
  label = acq_label_read (transaction);
  deposit = label->cheque_deposit;
  acq_label_free (label);
  return deposit;
}

/* Something is missing, and it is not that the customer pays in parts. */
static gint64
find_shortfall (const Asking *asking, const AcqBankQuestion *question)
{
  const AcqBankChoice *first = question->choices->pdata[0];
  g_autoptr (GPtrArray) invoices = acq_bank_choice_invoices (first, asking->ledger);

  if (has_evidence (question->proposal, ACQ_EVIDENCE_PARTIAL_DEPOSIT_WORDS)
      || has_evidence (question->proposal, ACQ_EVIDENCE_EXACT_DUE_ITEM)
      || has_evidence (question->proposal, ACQ_EVIDENCE_DUE_ORDER))
    return 0;
  return acq_bank_line_find_shortfall (question->transaction, invoices);
}

static gboolean
is_of_one_customer (const AcqBankQuestion *question)
{
  const AcqBankChoice *first = question->choices->pdata[0];

  for (guint i = 1; i < question->choices->len; i++)
    if (((const AcqBankChoice *) question->choices->pdata[i])->customer != first->customer)
      return FALSE;
  return TRUE;
}

static gint64
sum_of (const GArray *allocations)
{
  gint64 sum = 0;

  for (guint i = 0; i < allocations->len; i++)
    sum += g_array_index (allocations, AcqProposedAllocation, i).amount;
  return sum;
}

static gboolean
has_choice_like (const AcqBankQuestion *question, const GArray *allocations)
{
  for (guint i = 0; i < question->choices->len; i++)
    {
      const GArray *other = ((const AcqBankChoice *) question->choices->pdata[i])->allocations;
      guint same = 0;

      for (guint j = 0; j < other->len && other->len == allocations->len; j++)
        for (guint k = 0; k < allocations->len; k++)
          same += g_array_index (other, AcqProposedAllocation, j).invoice_id
                  == g_array_index (allocations, AcqProposedAllocation, k).invoice_id;
      if (same > 0 && same == allocations->len)
        return TRUE;
    }
  return FALSE;
}

/* The sets of invoices that the cheques may be. */
static void
ask_cheques (const Asking *asking, AcqBankQuestion *question)
{
  g_autoptr (GPtrArray) sets = acq_deposit_candidates_find (asking->ledger, question->transaction, MAX_CHOICES);

  question->kind = ACQ_BANK_QUESTION_CHEQUES;
  for (guint i = 0; i < sets->len && question->choices->len < MAX_CHOICES; i++)
    {
      const GArray *set = sets->pdata[i];

      if (!has_choice_like (question, set))
        g_array_append_vals (add_choice (question, find_customer (asking->ledger, set))->allocations, set->data, set->len);
    }
}

/* Kinds that their evidence tells; FALSE for any other. */
static gboolean
ask_by_evidence (AcqBankQuestion *question)
{
  if (has_evidence (question->proposal, ACQ_EVIDENCE_REFUND)
      || has_evidence (question->proposal, ACQ_EVIDENCE_EXCESS_REFUND))
    question->kind = ACQ_BANK_QUESTION_REFUND;
  else if (has_evidence (question->proposal, ACQ_EVIDENCE_COMMISSION))
    {
      question->kind = ACQ_BANK_QUESTION_PAYOUT;
      question->difference = sum_of (question->proposal->kept);
    }
  else if (has_evidence (question->proposal, ACQ_EVIDENCE_PAID_TOO_MUCH))
    {
      question->kind = ACQ_BANK_QUESTION_TOO_MUCH;
      question->difference = question->amount - sum_of (question->proposal->allocations);
    }
  else
    return FALSE;
  return TRUE;
}

static void
ask_proposed (const Asking *asking, AcqBankQuestion *question, const AcqProposal *proposal)
{
  AcqBankChoice *choice = add_choice (question, find_customer (asking->ledger, proposal->allocations));

  g_array_append_vals (choice->allocations, proposal->allocations->data, proposal->allocations->len);
  question->proposal = proposal;
  if (ask_by_evidence (question))
    return;
  question->difference = find_shortfall (asking, question);
  if (question->amount < 0)
    question->kind = ACQ_BANK_QUESTION_RETURNED;
  else if (is_cheque_deposit (question->transaction))
    ask_cheques (asking, question);
  else if (question->difference > 0)
    question->kind = ACQ_BANK_QUESTION_SHORT;
  else
    {
      add_exact_of (asking, question, proposal->could_settle);
      question->kind = question->choices->len > 1 && is_of_one_customer (question) ? ACQ_BANK_QUESTION_WHICH
                                                                                   : ACQ_BANK_QUESTION_PROBABLE;
    }
}

/* All that could be settled, where it is of one customer and less than came in. */
static gboolean
ask_too_much (const Asking *asking, AcqBankQuestion *question, const GArray *could_settle)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (AcqProposedAllocation));
  const AcqCustomer *customer;
  gint64 sum = 0;

  for (guint i = 0; i < could_settle->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (asking->ledger, g_array_index (could_settle, gint64, i));
      AcqProposedAllocation allocation = { invoice->id, invoice->balance };

      if (!may_be_paid (invoice, question->transaction))
        continue;
      g_array_append_val (all, allocation);
      sum += invoice->balance;
    }
  customer = find_customer (asking->ledger, all);
  if (customer == NULL || sum >= question->amount)
    return FALSE;
  question->kind = ACQ_BANK_QUESTION_TOO_MUCH;
  question->difference = question->amount - sum;
  g_array_append_vals (add_choice (question, customer)->allocations, all->data, all->len);
  return TRUE;
}

/* Customers whose open invoices the line could settle, though not exactly. */
static void
add_customers (const Asking *asking, AcqBankQuestion *question, const GArray *could_settle)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < question->choices->len; i++)
    g_hash_table_add (seen, (gpointer) ((const AcqBankChoice *) question->choices->pdata[i])->customer);
  for (guint i = 0; i < could_settle->len && question->choices->len < MAX_CHOICES; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (asking->ledger, g_array_index (could_settle, gint64, i));
      const AcqCustomer *customer = acq_ledger_find_customer (asking->ledger, invoice->customer_id);

      if (may_be_paid (invoice, question->transaction) && g_hash_table_add (seen, (gpointer) customer))
        add_choice (question, customer);
    }
}

static void
ask_unmatched (const Asking *asking, AcqBankQuestion *question, const GArray *could_settle)
{
  const GPtrArray *same = g_hash_table_lookup (asking->by_balance, &question->amount);

  question->kind = ACQ_BANK_QUESTION_PAYER;
  if (question->amount < 0)
    {
      question->kind = ACQ_BANK_QUESTION_RETURNED;
      return;
    }
  if (is_cheque_deposit (question->transaction))
    {
      ask_cheques (asking, question);
      return;
    }
  add_exact_of (asking, question, could_settle);
  if (question->choices->len > 1 && is_of_one_customer (question))
    question->kind = ACQ_BANK_QUESTION_WHICH;
  if (question->choices->len > 0 || ask_too_much (asking, question, could_settle))
    return;
  for (guint i = 0; same != NULL && same->len <= MAX_CHOICES && i < same->len; i++)
    add_exact (asking, question, same->pdata[i]);
  add_customers (asking, question, could_settle);
}

static AcqBankQuestion *
question_new (const AcqTransaction *transaction)
{
  AcqBankQuestion *self = g_new0 (AcqBankQuestion, 1);

  self->transaction = transaction;
  self->amount = transaction->amount - transaction->matched;
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  return self;
}

static void
add_sure (AcqBankAgenda *agenda, const Asking *asking, const AcqTransaction *transaction,
          const AcqProposal *proposal)
{
  AcqSureReceipt *sure = g_new0 (AcqSureReceipt, 1);

  sure->transaction = transaction;
  sure->proposal = proposal;
  sure->customer = find_customer (asking->ledger, proposal->allocations);
  g_ptr_array_add (agenda->sure, sure);
}

static void
ask_all (AcqBankAgenda *agenda, const Asking *asking)
{
  const AcqReconciliation *reconciliation = agenda->view->planning->reconciliation;

  for (guint i = 0; i < reconciliation->proposals->len; i++)
    {
      const AcqProposal *proposal = reconciliation->proposals->pdata[i];
      const AcqTransaction *transaction
        = g_hash_table_lookup (asking->transactions, &proposal->transaction_id);

      if (proposal->certainty == ACQ_CERTAINTY_SURE)
        add_sure (agenda, asking, transaction, proposal);
      else
        {
          g_ptr_array_add (agenda->questions, question_new (transaction));
          ask_proposed (asking, agenda->questions->pdata[agenda->questions->len - 1], proposal);
        }
    }
  for (guint i = 0; i < reconciliation->unmatched->len; i++)
    {
      const AcqUnmatchedReceipt *unmatched = reconciliation->unmatched->pdata[i];

      g_ptr_array_add (agenda->questions, question_new (g_hash_table_lookup (asking->transactions,
                                                                             &unmatched->transaction_id)));
      ask_unmatched (asking, agenda->questions->pdata[agenda->questions->len - 1], unmatched->could_settle);
    }
}

static int
compare_days (const AcqTransaction *left, const AcqTransaction *right)
{
  if (left->booked != right->booked)
    return left->booked > right->booked ? -1 : 1;
  return left->id > right->id ? -1 : left->id < right->id;
}

static gint
compare_sure (gconstpointer a, gconstpointer b)
{
  return compare_days ((*(AcqSureReceipt *const *) a)->transaction,
                       (*(AcqSureReceipt *const *) b)->transaction);
}

/* Those that have a likely answer come first: they are quickly dealt with. */
static gint
compare_questions (gconstpointer a, gconstpointer b)
{
  const AcqBankQuestion *left = *(AcqBankQuestion *const *) a, *right = *(AcqBankQuestion *const *) b;

  if (left->kind != right->kind)
    return (int) left->kind - (int) right->kind;
  return compare_days (left->transaction, right->transaction);
}

static void
sum_up (AcqBankAgenda *agenda)
{
  for (guint i = 0; i < agenda->sure->len; i++)
    {
      const AcqTransaction *transaction = ((const AcqSureReceipt *) agenda->sure->pdata[i])->transaction;
      gint64 left = transaction->amount - transaction->matched;

      if (i == 0)
        agenda->currency = transaction->currency;
      if (acq_currency_equal (transaction->currency, agenda->currency))
        agenda->sum += MAX (left, 0);
      else
        agenda->mixed = TRUE;
    }
}

static GHashTable *
index_transactions (const AcqLedger *ledger)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ledger->transactions->len; i++)
    {
      AcqTransaction *transaction = ledger->transactions->pdata[i];

      g_hash_table_insert (index, &transaction->id, transaction);
    }
  return index;
}

static GHashTable *
index_balances (const AcqLedger *ledger)
{
  GHashTable *index
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      AcqInvoice *invoice = ledger->invoices->pdata[i];
      GPtrArray *same;

      if (invoice->balance <= 0)
        continue;
      same = g_hash_table_lookup (index, &invoice->balance);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (index, &invoice->balance, same);
        }
      if (same->len <= MAX_CHOICES)
        g_ptr_array_add (same, invoice);
    }
  return index;
}

AcqBankAgenda *
acq_bank_agenda_new (AcqCompanyView *view)
{
  AcqBankAgenda *self;
  const AcqLedger *ledger = view->books->ledger;
  g_autoptr (GHashTable) transactions = index_transactions (ledger);
  g_autoptr (GHashTable) by_balance = index_balances (ledger);
  Asking asking = { ledger, transactions, by_balance };

  g_return_val_if_fail (view->planning != NULL, NULL);
  self = g_atomic_rc_box_new0 (AcqBankAgenda);
  self->view = acq_company_view_ref (view);
  self->sure = g_ptr_array_new_with_free_func (g_free);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->currency = ACQ_CURRENCY_EUR;
  ask_all (self, &asking);
  g_ptr_array_sort (self->sure, compare_sure);
  g_ptr_array_sort (self->questions, compare_questions);
  sum_up (self);
  return self;
}

AcqBankAgenda *
acq_bank_agenda_ref (AcqBankAgenda *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqBankAgenda *self = data;

  g_ptr_array_unref (self->sure);
  g_ptr_array_unref (self->questions);
  acq_company_view_unref (self->view);
}

void
acq_bank_agenda_unref (AcqBankAgenda *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
