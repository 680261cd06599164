/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-solver.h"

#include "acq-guesser.h"
#include "acq-outgoing.h"
#include "acq-payer-patterns.h"
#include "acq-slip-deposit.h"
#include "acq-suspects.h"
#include "acq-verdict.h"

#define MAX_ROUNDS 8

struct _AcqSolver
{
  AcqSolving solving;
  AcqReferenceIndex *references;
  AcqPayerIndex *payers;
  AcqRecordedMoney *recorded;
  AcqSuspects *suspects;
  AcqVerdict verdict;
  GPtrArray *returns; /* (element-type AcqTask) those of payments that came back */
  GHashTable *equals; /* payer key and amount to GArray of places */
  guint64 counter;
  guint64 *touched; /* counter of the last posting, by customer */
};

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  const AcqTransaction *first = (*(AcqTask *const *) a)->entry, *second = (*(AcqTask *const *) b)->entry;

  if (first->booked != second->booked)
    return first->booked < second->booked ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static char *
equality_key (const AcqOpenReceipt *receipt)
{
  if (receipt->label->payer_key == NULL)
    return NULL;
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, receipt->label->payer_key, receipt->amount);
}

static void
file_equal (AcqSolver *self, guint place)
{
  const AcqTask *task = self->solving.tasks->pdata[place];

  for (guint i = 0; i < task->receipts->len; i++)
    {
      char *key = equality_key (task->receipts->pdata[i]);
      GArray *list = key != NULL ? g_hash_table_lookup (self->equals, key) : NULL;

      if (key == NULL)
        continue;
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->equals, g_strdup (key), list);
        }
      g_array_append_val (list, place);
      g_free (key);
    }
}

static void
collect_in_flight (AcqSolver *self)
{
  self->verdict.in_flight = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->solving.ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = self->solving.ledger->receipts->pdata[i];
      guint item;

      for (guint j = 0; acq_receipt_is_in_flight (receipt) && j < receipt->allocations->len; j++)
        if (acq_open_items_find (self->solving.items,
                                 g_array_index (receipt->allocations, AcqAllocation, j).invoice_id, &item))
          g_hash_table_add (self->verdict.in_flight, GUINT_TO_POINTER (item + 1));
    }
}

static AcqTask *
get_task (const AcqSolver *self, guint place)
{
  return self->solving.tasks->pdata[place];
}

static void
read_tasks (AcqSolver *self, AcqDay today)
{
  g_autoptr (AcqOwnTransfers) own_transfers = acq_own_transfers_new (self->solving.ledger);
  const AcqTaskContext context
    = { self->solving.ledger, today, self->solving.items, self->references, self->payers, own_transfers };

  for (guint i = 0; i < self->solving.ledger->transactions->len; i++)
    {
      AcqTask *task = acq_task_new (&context, self->solving.ledger->transactions->pdata[i]);

      if (task != NULL)
        g_ptr_array_add (self->solving.tasks, task);
    }
}

AcqSolver *
acq_solver_new (const AcqLedger *ledger, AcqDay today, const AcqCertaintyRules *rules)
{
  AcqSolver *self = g_new0 (AcqSolver, 1);

  self->solving.ledger = ledger;
  self->solving.items = acq_open_items_new (ledger);
  self->solving.habits = acq_payment_habits_new (ledger, self->solving.items);
  self->references = acq_reference_index_new (ledger);
  self->payers = acq_payer_index_new (ledger, self->solving.items);
  self->solving.past = acq_past_payments_new (ledger, self->solving.items);
  self->recorded = acq_recorded_money_new (ledger, self->solving.items);
  self->suspects = acq_suspects_new (self->solving.items);
  self->solving.explainer = (AcqExplainer){ self->solving.items, self->solving.habits };
  self->verdict.items = self->solving.items;
  self->verdict.recorded = self->recorded;
  self->solving.rules = acq_certainty_rules_default ();
  if (rules != NULL)
    self->solving.rules = acq_certainty_rules_clamp (rules);
  self->verdict.rules = self->solving.rules;
  self->solving.tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_task_free);
  self->equals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->touched = g_new0 (guint64, ledger->customers->len + 1);
  collect_in_flight (self);
  read_tasks (self, today);
  g_ptr_array_sort (self->solving.tasks, compare_tasks);
  self->returns = g_ptr_array_new ();
  for (guint i = 0; i < self->solving.tasks->len; i++)
    if (acq_task_is_return (get_task (self, i)))
      g_ptr_array_add (self->returns, get_task (self, i));
  for (guint i = 0; i < self->solving.tasks->len; i++)
    file_equal (self, i);
  return self;
}

void
acq_solver_free (AcqSolver *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->returns);
  g_ptr_array_unref (self->solving.tasks);
  acq_suspects_free (self->suspects);
  acq_past_payments_free (self->solving.past);
  acq_recorded_money_free (self->recorded);
  acq_payer_index_free (self->payers);
  acq_reference_index_free (self->references);
  acq_payment_habits_free (self->solving.habits);
  acq_open_items_free (self->solving.items);
  g_hash_table_unref (self->verdict.in_flight);
  g_hash_table_unref (self->equals);
  g_free (self->touched);
  g_free (self);
}

const GPtrArray *
acq_solver_tasks (const AcqSolver *self)
{
  return self->solving.tasks;
}

const AcqOpenItems *
acq_solver_items (const AcqSolver *self)
{
  return self->solving.items;
}

/* The same payer sent the same sum more often than invoices ask for it: which of the payments was this one's? */
static gboolean
is_paid_twice (const AcqSolver *self, guint place, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  g_autofree char *key = equality_key (receipt);
  const GArray *places = key != NULL ? g_hash_table_lookup (self->equals, key) : NULL;
  guint item = g_array_index (best->parts, AcqPart, 0).item;

  if (best->parts->len != 1 || best->by_reference)
    return FALSE;
  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      guint other = g_array_index (places, guint, i);
      const AcqTransaction *entry = get_task (self, other)->entry;

      if (other == place || get_task (self, other)->outcome != ACQ_OUTCOME_OPEN
          || !acq_open_items_is_candidate (self->solving.items, item, entry->booked, entry->currency))
        continue;
      if (!acq_open_items_has_twin (self->solving.items, item, entry->booked, entry->currency))
        return TRUE;
    }
  return FALSE;
}

/* Whether the customer had another invoice over as much before this run, be it that a later line names and takes it. */
static gboolean
had_twin (const AcqSolver *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  guint item = g_array_index (best->parts, AcqPart, 0).item, n;
  const guint *all = acq_open_items_all_of_customer (self->solving.items, best->customer, &n);

  for (guint i = 0; i < n; i++)
    {
      const AcqInvoice *invoice = acq_open_items_get (self->solving.items, all[i])->invoice;

      if (all[i] != item && invoice->balance == receipt->amount && invoice->issued <= receipt->entry->booked)
        return TRUE;
    }
  return FALSE;
}

/* The payment itself may come back later: then what a later line names may have been paid by this one first. */
static gboolean
may_come_back (const AcqSolver *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  for (guint i = 0; i < self->returns->len; i++)
    {
      const AcqTransaction *back = ((AcqTask *) self->returns->pdata[i])->entry;

      if (back->amount == -receipt->amount && back->booked >= receipt->entry->booked)
        return best->parts->len == 1 && had_twin (self, receipt, best);
    }
  return FALSE;
}

/* A payment that came back and of which nobody knows for sure what it reopens: it may be what this one pays again. */
static gboolean
may_be_reopened (const AcqSolver *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  for (guint i = 0; i < self->returns->len; i++)
    {
      const AcqTask *back = self->returns->pdata[i];

      if (back->outcome == ACQ_OUTCOME_SURE || back->entry->booked > receipt->entry->booked)
        continue;
      if (acq_open_receipt_find_payer (back->receipts->pdata[0], best->customer).strength > ACQ_PAYER_NOBODY)
        return TRUE;
      for (guint j = 0; j < best->parts->len; j++)
        if (g_array_index (best->parts, AcqPart, j).amount == -back->entry->amount)
          return TRUE;
    }
  return FALSE;
}

/* What may be posted for this receipt without asking, or NULL; the caller keeps the explanations. */
static AcqExplanation *
find_sure (AcqSolver *self, guint place, const AcqOpenReceipt *receipt, GPtrArray *explanations)
{
  AcqExplanation *best;

  if (explanations->len == 0 || !((AcqExplanation *) explanations->pdata[0])->exact)
    {
      best = acq_explainer_find_partial (&self->solving.explainer, receipt, FALSE);
      if (best != NULL && acq_verdict_is_sure_deposit (&self->verdict, receipt, best))
        {
          g_ptr_array_add (explanations, best);
          return best;
        }
      acq_explanation_free (best);
      return NULL;
    }
  best = explanations->pdata[0];
  if (!acq_verdict_is_sure (&self->verdict, receipt, explanations))
    return NULL;
  if (!best->by_reference
      && (acq_suspects_taint (self->suspects, place, best) || may_be_reopened (self, receipt, best)
          || may_come_back (self, receipt, best)))
    return NULL;
  return is_paid_twice (self, place, receipt, best) ? NULL : best;
}

static void
touch (AcqSolver *self, const GArray *parts)
{
  self->counter++;
  for (guint i = 0; i < parts->len; i++)
    {
      guint customer
        = acq_open_items_get (self->solving.items, g_array_index (parts, AcqPart, i).item)->customer;

      if (customer != ACQ_NO_CUSTOMER)
        self->touched[customer] = self->counter;
    }
}

static void
settle (AcqSolver *self, guint place)
{
  AcqTask *task = get_task (self, place);

  task->outcome = ACQ_OUTCOME_SURE;
  touch (self, task->parts);
  acq_suspects_clear (self->suspects, place);
  for (guint i = 0; i < task->parts->len; i++)
    if (g_array_index (task->parts, AcqPart, i).amount > 0)
      acq_payment_habits_learn (self->solving.habits, g_array_index (task->parts, AcqPart, i).item,
                                task->entry->booked);
  g_array_set_size (task->could_settle, 0);
}

static gboolean
try_outgoing (AcqSolver *self, guint place)
{
  AcqTask *task = get_task (self, place);
  gboolean sure = acq_task_is_return (task) ? acq_outgoing_post_return (&self->solving, task, ACQ_RETURN_SURE)
                                            : acq_outgoing_post_refund (&self->solving, task, TRUE);

  if (sure)
    settle (self, place);
  return sure;
}

static void
give_up (AcqSolver *self, AcqTask *task)
{
  acq_open_items_take_back (self->solving.items, task->parts);
  g_array_set_size (task->parts, 0);
  task->evidence = 0;
}

static gboolean
try_slip (AcqSolver *self, guint place)
{
  AcqTask *task = get_task (self, place);
  const AcqOpenReceipt *receipt = task->receipts->pdata[0];
  g_autoptr (AcqChequeDeposit) deposit = NULL;

  if (task->receipts->len != 1 || task->own_transfer == ACQ_OWN_TRANSFER_YES || !acq_cheque_deposit_is_one (receipt))
    return FALSE;
  deposit = acq_slip_deposit_find (self->solving.ledger, self->solving.items, receipt, NULL);
  if (deposit == NULL
      || !acq_slip_deposit_is_sure (deposit, self->solving.ledger, &self->verdict, self->solving.tasks, receipt))
    return FALSE;
  g_array_append_vals (task->replaced, deposit->receipt_ids->data, deposit->receipt_ids->len);
  acq_task_add (task, deposit->explanation);
  acq_open_items_post (self->solving.items, deposit->explanation->parts);
  acq_past_payments_add (self->solving.past, task->entry, task->parts);
  settle (self, place);
  return TRUE;
}

static gboolean
try_sure (AcqSolver *self, guint place)
{
  AcqTask *task = get_task (self, place);
  gboolean sure = task->own_transfer != ACQ_OWN_TRANSFER_YES;

  if (task->entry->amount < 0)
    return try_outgoing (self, place);
  if (try_slip (self, place))
    return TRUE;
  g_array_set_size (task->could_settle, 0);
  for (guint i = 0; i < task->receipts->len; i++)
    {
      const AcqOpenReceipt *receipt = task->receipts->pdata[i];
      g_autoptr (GPtrArray) explanations = acq_explainer_find (&self->solving.explainer, receipt, FALSE);
      AcqExplanation *best = find_sure (self, place, receipt, explanations);

      acq_task_note_could_settle (task, self->solving.items, receipt, explanations);
      if (best == NULL)
        {
          sure = FALSE;
          acq_suspects_file (self->suspects, place, receipt, explanations);
          continue;
        }
      acq_task_add (task, best);
      acq_open_items_post (self->solving.items, best->parts);
    }
  if (!sure)
    {
      give_up (self, task);
      return FALSE;
    }
  acq_past_payments_add (self->solving.past, task->entry, task->parts);
  settle (self, place);
  return TRUE;
}

/* Whether a posting since it was last looked at concerns anything that it depends on. */
static gboolean
is_stale (const AcqSolver *self, const AcqTask *task)
{
  if (task->evaluated == 0 || task->entry->amount < 0)
    return TRUE;
  for (guint i = 0; i < task->receipts->len; i++)
    {
      const GArray *payers = ((AcqOpenReceipt *) task->receipts->pdata[i])->payers;

      for (guint j = 0; j < payers->len; j++)
        if (self->touched[g_array_index (payers, AcqPayer, j).customer] >= task->evaluated)
          return TRUE;
    }
  for (guint i = 0; i < task->could_settle->len; i++)
    if (self->touched[acq_open_items_get (self->solving.items, g_array_index (task->could_settle, guint, i))
                        ->customer]
        >= task->evaluated)
      return TRUE;
  return FALSE;
}

/* Looks for payers among all lines that are still open, and has those looked at again whose words were learned. */
static void
learn_patterns (AcqSolver *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GHashTable) learned = NULL;

  for (guint i = 0; i < self->solving.tasks->len; i++)
    {
      const AcqTask *task = get_task (self, i);

      for (guint j = 0; task->outcome == ACQ_OUTCOME_OPEN && j < task->receipts->len; j++)
        g_ptr_array_add (open, task->receipts->pdata[j]);
    }
  learned = acq_payer_patterns_learn (self->payers, self->solving.items, open);
  for (guint i = 0; i < self->solving.tasks->len; i++)
    {
      AcqTask *task = get_task (self, i);

      for (guint j = 0; task->outcome == ACQ_OUTCOME_OPEN && j < task->receipts->len; j++)
        {
          AcqOpenReceipt *receipt = task->receipts->pdata[j];

          if (receipt->label->payer_key == NULL
              || !g_hash_table_contains (learned, receipt->label->payer_key))
            continue;
          g_array_unref (receipt->payers);
          receipt->payers = acq_payer_index_find (self->payers, receipt->part, receipt->label);
          task->evaluated = 0;
        }
    }
}

static gboolean
run_sure_round (AcqSolver *self, GCancellable *cancellable, GError **error, gboolean *ret_found)
{
  *ret_found = FALSE;
  learn_patterns (self);
  for (guint i = 0; i < self->solving.tasks->len; i++)
    {
      AcqTask *task = get_task (self, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (task->outcome != ACQ_OUTCOME_OPEN || !is_stale (self, task))
        continue;
      task->evaluated = ++self->counter;
      if (try_sure (self, i))
        *ret_found = TRUE;
    }
  return TRUE;
}

/* What pass 1 noted may have been settled for sure since. */
static void
forget_settled (AcqSolver *self)
{
  for (guint i = 0; i < self->solving.tasks->len; i++)
    {
      GArray *noted = get_task (self, i)->could_settle;
      guint kept = 0;

      for (guint j = 0; j < noted->len; j++)
        if (acq_open_items_get (self->solving.items, g_array_index (noted, guint, j))->rest > 0)
          g_array_index (noted, guint, kept++) = g_array_index (noted, guint, j);
      g_array_set_size (noted, kept);
    }
}

gboolean
acq_solver_run (AcqSolver *self, GCancellable *cancellable, GError **error)
{
  gboolean found = TRUE;

  for (guint round = 0; found && round < MAX_ROUNDS; round++)
    if (!run_sure_round (self, cancellable, error, &found))
      return FALSE;
  forget_settled (self);
  return acq_guesser_run (&self->solving, cancellable, error);
}
