/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-solver.h"

#include "acq-cheque-deposit.h"
#include "acq-collections.h"
#include "acq-payer-guesses.h"
#include "acq-payer-patterns.h"
#include "acq-refund.h"
#include "acq-returned-payment.h"
#include "acq-suspects.h"
#include "acq-verdict.h"

#define MAX_ROUNDS         8
#define MAX_EQUAL_SEARCHED 400
/* More equal invoices of strangers than this, and an amount is not even worth a question. */
#define MAX_STRANGERS    5
#define MAX_GUESS_CHANCE 0.5
#define MAX_COLLECTED    6
#define GOOD_COVERAGE    0.5
/* How likely what stands behind a payout or a deposit must be, in stages: what is clear is taken before what is not. */
#define ODDS_ONE    (-2.0)
#define ODDS_LIKELY (-6.0)
#define ODDS_LEAST  (-24.0)
/* Banks send back within days; what is contested later names what it contests. */
#define USUAL_RETURN_DAYS 30

/* How much must tie a returned payment to the one that it undoes. */
typedef enum
{
  RETURN_SURE,
  RETURN_TIED,
  RETURN_ANY,
} ReturnStage;

struct _AcqSolver
{
  const AcqLedger *ledger;
  AcqOpenItems *items;
  AcqPaymentHabits *habits;
  AcqReferenceIndex *references;
  AcqPayerIndex *payers;
  AcqPastPayments *past;
  AcqRecordedMoney *recorded;
  AcqSuspects *suspects;
  AcqCollections *collections; /* once guessing has begun */
  AcqExplainer explainer;
  AcqVerdict verdict;
  GPtrArray *tasks;
  GPtrArray *returns;       /* (element-type AcqTask) those of payments that came back */
  GPtrArray *receipts;      /* (element-type AcqOpenReceipt) of the tasks that guessing began with */
  GHashTable *equals;       /* payer key and amount to GArray of places */
  GHashTable *cheques_used; /* gint64 id */
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
  const AcqTask *task = self->tasks->pdata[place];

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
  for (guint i = 0; i < self->ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = self->ledger->receipts->pdata[i];
      guint item;

      for (guint j = 0; acq_receipt_is_in_flight (receipt) && j < receipt->allocations->len; j++)
        if (acq_open_items_find (self->items,
                                 g_array_index (receipt->allocations, AcqAllocation, j).invoice_id, &item))
          g_hash_table_add (self->verdict.in_flight, GUINT_TO_POINTER (item + 1));
    }
}

static AcqTask *
get_task (const AcqSolver *self, guint place)
{
  return self->tasks->pdata[place];
}

static void
read_tasks (AcqSolver *self, AcqDay today)
{
  g_autoptr (AcqOwnTransfers) own_transfers = acq_own_transfers_new (self->ledger);
  const AcqTaskContext context
    = { self->ledger, today, self->items, self->references, self->payers, own_transfers };

  for (guint i = 0; i < self->ledger->transactions->len; i++)
    {
      AcqTask *task = acq_task_new (&context, self->ledger->transactions->pdata[i]);

      if (task != NULL)
        g_ptr_array_add (self->tasks, task);
    }
}

AcqSolver *
acq_solver_new (const AcqLedger *ledger, AcqDay today, const AcqCertaintyRules *rules)
{
  AcqSolver *self = g_new0 (AcqSolver, 1);

  self->ledger = ledger;
  self->items = acq_open_items_new (ledger);
  self->habits = acq_payment_habits_new (ledger, self->items);
  self->references = acq_reference_index_new (ledger);
  self->payers = acq_payer_index_new (ledger, self->items);
  self->past = acq_past_payments_new (ledger, self->items);
  self->recorded = acq_recorded_money_new (ledger, self->items);
  self->suspects = acq_suspects_new (self->items);
  self->explainer = (AcqExplainer){ self->items, self->habits };
  self->verdict.items = self->items;
  self->verdict.recorded = self->recorded;
  self->verdict.rules = acq_certainty_rules_default ();
  if (rules != NULL)
    self->verdict.rules = acq_certainty_rules_clamp (rules);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_task_free);
  self->equals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self->cheques_used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->touched = g_new0 (guint64, ledger->customers->len + 1);
  collect_in_flight (self);
  read_tasks (self, today);
  g_ptr_array_sort (self->tasks, compare_tasks);
  self->returns = g_ptr_array_new ();
  for (guint i = 0; i < self->tasks->len; i++)
    if (acq_task_is_return (get_task (self, i)))
      g_ptr_array_add (self->returns, get_task (self, i));
  for (guint i = 0; i < self->tasks->len; i++)
    file_equal (self, i);
  return self;
}

void
acq_solver_free (AcqSolver *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->returns);
  g_ptr_array_unref (self->tasks);
  acq_collections_free (self->collections);
  g_clear_pointer (&self->receipts, g_ptr_array_unref);
  acq_suspects_free (self->suspects);
  acq_past_payments_free (self->past);
  acq_recorded_money_free (self->recorded);
  acq_payer_index_free (self->payers);
  acq_reference_index_free (self->references);
  acq_payment_habits_free (self->habits);
  acq_open_items_free (self->items);
  g_hash_table_unref (self->verdict.in_flight);
  g_hash_table_unref (self->equals);
  g_hash_table_unref (self->cheques_used);
  g_free (self->touched);
  g_free (self);
}

const GPtrArray *
acq_solver_tasks (const AcqSolver *self)
{
  return self->tasks;
}

const AcqOpenItems *
acq_solver_items (const AcqSolver *self)
{
  return self->items;
}

/* Whether the item's customer had another one of that amount open for a payment of that day. */
static gboolean
has_equal_item (const AcqSolver *self, guint item, AcqDay booked, AcqCurrency currency)
{
  const AcqOpenItem *wanted = acq_open_items_get (self->items, item);
  g_autoptr (GArray) open
    = acq_open_items_of_customer (self->items, wanted->customer, booked, currency, MAX_EQUAL_SEARCHED);

  for (guint i = 0; i < open->len; i++)
    {
      guint other = g_array_index (open, guint, i);

      if (other != item && acq_open_items_get (self->items, other)->rest == wanted->rest)
        return TRUE;
    }
  return FALSE;
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
          || !acq_open_items_is_candidate (self->items, item, entry->booked, entry->currency))
        continue;
      if (!has_equal_item (self, item, entry->booked, entry->currency))
        return TRUE;
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
      best = acq_explainer_find_partial (&self->explainer, receipt, FALSE);
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
      && (acq_suspects_taint (self->suspects, place, best) || may_be_reopened (self, receipt, best)))
    return NULL;
  return is_paid_twice (self, place, receipt, best) ? NULL : best;
}

static void
touch (AcqSolver *self, const GArray *parts)
{
  self->counter++;
  for (guint i = 0; i < parts->len; i++)
    {
      guint customer = acq_open_items_get (self->items, g_array_index (parts, AcqPart, i).item)->customer;

      if (customer != ACQ_NO_CUSTOMER)
        self->touched[customer] = self->counter;
    }
}

static void
settle (AcqSolver *self, guint place, AcqOutcome outcome)
{
  AcqTask *task = get_task (self, place);

  task->outcome = outcome;
  touch (self, task->parts);
  if (outcome != ACQ_OUTCOME_SURE)
    return;
  acq_suspects_clear (self->suspects, place);
  for (guint i = 0; i < task->parts->len; i++)
    if (g_array_index (task->parts, AcqPart, i).amount > 0)
      acq_payment_habits_learn (self->habits, g_array_index (task->parts, AcqPart, i).item,
                                task->entry->booked);
  g_array_set_size (task->could_settle, 0);
}

/* Money of that sum, or a deposit of cheques, that nobody has explained yet: it may be what came back. */
static gboolean
may_return_another (const AcqSolver *self, const AcqTask *task)
{
  AcqDay booked = task->entry->booked;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const AcqTask *other = get_task (self, i);

      if (other->outcome != ACQ_OUTCOME_OPEN || other->entry->amount < 0 || other->entry->booked > booked
          || other->entry->booked < booked - USUAL_RETURN_DAYS)
        continue;
      if (other->entry->amount == -task->entry->amount
          || (other->entry->amount > -task->entry->amount
              && acq_cheque_deposit_is_one (other->receipts->pdata[0])))
        return TRUE;
    }
  return FALSE;
}

/* A whole tie, or a payer who paid that sum just once and lately, with nothing else that it could be. */
static gboolean
is_sure_return (const AcqSolver *self, const AcqTask *task, const AcqPastPayment *payment,
                AcqEvidenceSet evidence, gboolean alone)
{
  if (evidence == 0 || !alone || !self->verdict.rules.returns_are_sure)
    return FALSE;
  return acq_past_payments_is_tied (evidence)
         || (payment->day >= task->entry->booked - USUAL_RETURN_DAYS && !may_return_another (self, task));
}

/* Posts a return against the payment it undoes. */
static gboolean
try_return (AcqSolver *self, guint place, ReturnStage stage)
{
  AcqTask *task = get_task (self, place);
  AcqEvidenceSet evidence;
  gboolean alone;
  AcqPastPayment *payment
    = acq_past_payments_find_returned (self->past, task->receipts->pdata[0], &evidence, &alone);

  if (payment == NULL || (stage == RETURN_TIED && evidence == 0)
      || (stage == RETURN_SURE && !is_sure_return (self, task, payment, evidence, alone)))
    return FALSE;
  for (guint i = 0; i < payment->parts->len; i++)
    {
      AcqPart part = g_array_index (payment->parts, AcqPart, i);

      part.amount = -part.amount;
      g_array_append_val (task->parts, part);
    }
  payment->taken = TRUE;
  task->evidence = evidence | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_RETURNED_PAYMENT)
                   | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_EXACT_AMOUNT);
  acq_open_items_post (self->items, task->parts);
  settle (self, place, stage == RETURN_SURE ? ACQ_OUTCOME_SURE : ACQ_OUTCOME_PROBABLE);
  return TRUE;
}

static gboolean
try_refund (AcqSolver *self, guint place, gboolean guess)
{
  AcqTask *task = get_task (self, place);
  gboolean sure;
  g_autoptr (AcqExplanation) refund = acq_refund_find (self->items, task->receipts->pdata[0], &sure);

  if (refund == NULL || (!sure && !guess))
    return FALSE;
  acq_task_add (task, refund);
  acq_open_items_post (self->items, refund->parts);
  settle (self, place, guess ? ACQ_OUTCOME_PROBABLE : ACQ_OUTCOME_SURE);
  return TRUE;
}

static void
give_up (AcqSolver *self, AcqTask *task)
{
  acq_open_items_take_back (self->items, task->parts);
  g_array_set_size (task->parts, 0);
  task->evidence = 0;
}

static gboolean
try_sure (AcqSolver *self, guint place)
{
  AcqTask *task = get_task (self, place);
  gboolean sure = task->own_transfer != ACQ_OWN_TRANSFER_YES;

  if (acq_task_is_return (task))
    return try_return (self, place, RETURN_SURE);
  if (acq_task_is_refund (task))
    return try_refund (self, place, FALSE);
  g_array_set_size (task->could_settle, 0);
  for (guint i = 0; i < task->receipts->len; i++)
    {
      const AcqOpenReceipt *receipt = task->receipts->pdata[i];
      g_autoptr (GPtrArray) explanations = acq_explainer_find (&self->explainer, receipt, FALSE);
      AcqExplanation *best = find_sure (self, place, receipt, explanations);

      acq_task_note_could_settle (task, self->items, receipt, explanations);
      if (best == NULL)
        {
          sure = FALSE;
          acq_suspects_file (self->suspects, place, receipt, explanations);
          continue;
        }
      acq_task_add (task, best);
      acq_open_items_post (self->items, best->parts);
    }
  if (!sure)
    {
      give_up (self, task);
      return FALSE;
    }
  acq_past_payments_add (self->past, task->entry, task->parts);
  settle (self, place, ACQ_OUTCOME_SURE);
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
    if (self
          ->touched[acq_open_items_get (self->items, g_array_index (task->could_settle, guint, i))->customer]
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

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const AcqTask *task = get_task (self, i);

      for (guint j = 0; task->outcome == ACQ_OUTCOME_OPEN && j < task->receipts->len; j++)
        g_ptr_array_add (open, task->receipts->pdata[j]);
    }
  learned = acq_payer_patterns_learn (self->payers, self->items, open);
  for (guint i = 0; i < self->tasks->len; i++)
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
  for (guint i = 0; i < self->tasks->len; i++)
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
  for (guint i = 0; i < self->tasks->len; i++)
    {
      GArray *noted = get_task (self, i)->could_settle;
      guint kept = 0;

      for (guint j = 0; j < noted->len; j++)
        if (acq_open_items_get (self->items, g_array_index (noted, guint, j))->rest > 0)
          g_array_index (noted, guint, kept++) = g_array_index (noted, guint, j);
      g_array_set_size (noted, kept);
    }
}

/* From what says most to what says least: what is taken by the first cannot mislead the last. */
typedef enum
{
  GUESS_NAMED, /* by a whole name or number */
  GUESS_NEAR,
  GUESS_GROUPED, /* by acq_payer_guesses_make() */
  GUESS_GROUPED_NEAR,
  GUESS_HINTED, /* by a part of a name */
  GUESS_COLLECTED_ONE,
  GUESS_COLLECTED_LIKELY,
  GUESS_COLLECTED,
  GUESS_BY_AMOUNT,
  GUESS_PARTIAL,
} GuessKind;

static guint
count_strangers (const GPtrArray *explanations)
{
  guint n = 0;

  for (guint i = 0; i < explanations->len; i++)
    n += ((AcqExplanation *) explanations->pdata[i])->payer.strength == ACQ_PAYER_NOBODY ? 1 : 0;
  return n;
}

static GuessKind
kind_of (const AcqExplanation *best)
{
  if (best->by_reference || best->by_ends || best->payer.strength >= ACQ_PAYER_FULL_NAME)
    return GUESS_NAMED;
  if (best->payer.strength == ACQ_PAYER_HINT)
    return best->payer.guessed ? GUESS_GROUPED : GUESS_HINTED;
  return GUESS_BY_AMOUNT;
}

/* Which of several equal invoices it was depends on what the same payer paid before, be it a little less than one of them. */
static gboolean
is_one_of_twins (const AcqSolver *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  return best->parts->len == 1
         && has_equal_item (self, g_array_index (best->parts, AcqPart, 0).item, receipt->entry->booked,
                            receipt->part->currency);
}

/* Whether the best explanation is worth a question by now. */
static gboolean
is_worth_asking (const AcqSolver *self, const AcqOpenReceipt *receipt, const GPtrArray *explanations,
                 GuessKind kind)
{
  const AcqExplanation *best = explanations->pdata[0];

  switch (kind_of (best))
    {
    case GUESS_NAMED:
      return kind >= GUESS_NEAR || best->by_reference || !is_one_of_twins (self, receipt, best);
    case GUESS_GROUPED:
      return kind >= (is_one_of_twins (self, receipt, best) ? GUESS_GROUPED_NEAR : GUESS_GROUPED);
    case GUESS_HINTED:
      return kind >= GUESS_HINTED
             && (best->payer.coverage >= GOOD_COVERAGE || best->chance < MAX_GUESS_CHANCE);
    default:
      break;
    }
  if (kind < GUESS_BY_AMOUNT)
    return FALSE;
  if (best->parts->len == 1)
    return count_strangers (explanations) <= MAX_STRANGERS;
  return best->chance * acq_open_items_n_customers (self->items) < MAX_GUESS_CHANCE;
}

static gboolean
guess_deposit (AcqSolver *self, AcqTask *task)
{
  g_autoptr (AcqChequeDeposit) deposit = NULL;
  AcqOpenReceipt *receipt = task->receipts->pdata[0];

  if (task->receipts->len != 1 || receipt->guessed || !acq_cheque_deposit_is_one (receipt))
    return FALSE;
  deposit = acq_cheque_deposit_find (self->ledger, self->items, receipt, self->cheques_used);
  if (deposit == NULL)
    return FALSE;
  for (guint i = 0; i < deposit->receipt_ids->len; i++)
    {
      gint64 *id = g_new (gint64, 1);

      *id = g_array_index (deposit->receipt_ids, gint64, i);
      g_hash_table_add (self->cheques_used, id);
    }
  g_array_append_vals (task->replaced, deposit->receipt_ids->data, deposit->receipt_ids->len);
  acq_task_add (task, deposit->explanation);
  acq_open_items_post (self->items, deposit->explanation->parts);
  receipt->guessed = TRUE;
  return TRUE;
}

static gboolean
is_collecting (GuessKind kind)
{
  return kind >= GUESS_COLLECTED_ONE && kind <= GUESS_COLLECTED;
}

/* "Acompte" beside the number of one of the payer's invoices: a part of that one, even if another asks for just as much. */
static AcqExplanation *
guess_named_deposit (const AcqSolver *self, const AcqOpenReceipt *receipt, GuessKind kind)
{
  g_autoptr (AcqExplanation) deposit = NULL;

  if (kind != GUESS_NAMED || !receipt->label->says_deposit)
    return NULL;
  deposit = acq_explainer_find_partial (&self->explainer, receipt, FALSE);
  return deposit != NULL && deposit->by_reference && deposit->payer.strength > ACQ_PAYER_NOBODY
           ? g_steal_pointer (&deposit)
           : NULL;
}

static void
guess_receipt (AcqSolver *self, AcqTask *task, AcqOpenReceipt *receipt, GuessKind kind)
{
  g_autoptr (AcqExplanation) partial = NULL;
  g_autoptr (GPtrArray) explanations = NULL;
  const AcqExplanation *best = NULL;
  gboolean collected = acq_collections_kind (receipt) == ACQ_COLLECTION_PAYOUT;

  if (receipt->guessed || (collected && !is_collecting (kind) && receipt->references->items->len == 0))
    return;
  if (is_collecting (kind))
    best = partial
      = acq_collections_explain (self->collections, receipt, kind == GUESS_COLLECTED_ONE ? 1 : MAX_COLLECTED,
                                 kind == GUESS_COLLECTED_ONE      ? ODDS_ONE
                                 : kind == GUESS_COLLECTED_LIKELY ? ODDS_LIKELY
                                                                  : ODDS_LEAST);
  else if ((partial = guess_named_deposit (self, receipt, kind)) != NULL)
    best = partial;
  else
    {
      if (kind != GUESS_PARTIAL)
        explanations = acq_explainer_find (&self->explainer, receipt, kind == GUESS_BY_AMOUNT);
      if (explanations != NULL && explanations->len > 0
          && is_worth_asking (self, receipt, explanations, kind))
        best = explanations->pdata[0];
      else if (kind == GUESS_PARTIAL || kind == GUESS_NEAR || kind == GUESS_GROUPED_NEAR)
        best = partial = acq_explainer_find_partial (&self->explainer, receipt, kind == GUESS_PARTIAL);
    }
  if (best == NULL)
    return;
  receipt->guessed = TRUE;
  acq_task_add (task, best);
  acq_open_items_post (self->items, best->parts);
  acq_open_items_post (self->items, best->kept);
  acq_collections_learn (self->collections, acq_collections_kind (receipt), best->parts);
}

static void
guess_outgoing (AcqSolver *self, guint place, GuessKind kind)
{
  if (acq_task_is_return (get_task (self, place)))
    try_return (self, place, kind == GUESS_PARTIAL ? RETURN_ANY : RETURN_TIED);
  else
    try_refund (self, place, TRUE);
}

/* Whether nothing is left to find, or nothing more can be: the rest of a batch may be found later than its first payments. */
static gboolean
is_finished (const AcqTask *task, GuessKind kind)
{
  for (guint i = 0; i < task->receipts->len && kind < GUESS_PARTIAL; i++)
    if (!((AcqOpenReceipt *) task->receipts->pdata[i])->guessed)
      return FALSE;
  return task->parts->len > 0;
}

static void
guess (AcqSolver *self, guint place, GuessKind kind)
{
  AcqTask *task = get_task (self, place);

  if (task->entry->amount < 0)
    {
      guess_outgoing (self, place, kind);
      return;
    }
  if ((task->own_transfer != ACQ_OWN_TRANSFER_NO && kind >= GUESS_GROUPED)
      || (task->receipts->len > 1 && kind == GUESS_NAMED))
    return;
  if (kind != GUESS_NAMED || !guess_deposit (self, task))
    for (guint i = 0; i < task->receipts->len; i++)
      guess_receipt (self, task, task->receipts->pdata[i], kind);
  if (!is_finished (task, kind))
    return;
  acq_past_payments_add (self->past, task->entry, task->parts);
  settle (self, place, ACQ_OUTCOME_PROBABLE);
}

static gboolean
may_be_guessed (const AcqOpenReceipt *receipt)
{
  return receipt->label->payer_key != NULL && receipt->amount > 0
         && acq_collections_kind (receipt) == ACQ_COLLECTION_NONE;
}

/* Lets lines whose words name nobody be explained by the customers who fit them best. */
static void
guess_payers (AcqSolver *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autoptr (GHashTable) guesses = NULL;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const AcqTask *task = get_task (self, i);

      for (guint j = 0; task->outcome == ACQ_OUTCOME_OPEN && j < task->receipts->len; j++)
        if (may_be_guessed (task->receipts->pdata[j]))
          g_ptr_array_add (open, task->receipts->pdata[j]);
    }
  guesses = acq_payer_guesses_make (self->items, open);
  for (guint i = 0; i < open->len; i++)
    {
      AcqOpenReceipt *receipt = open->pdata[i];
      AcqPayer payer = { .strength = ACQ_PAYER_HINT, .guessed = TRUE, .third_party = TRUE };
      gpointer customer = g_hash_table_lookup (guesses, receipt->label->payer_key);

      if (customer == NULL)
        continue;
      payer.customer = GPOINTER_TO_UINT (customer) - 1;
      if (receipt->payers->len > 0
          && g_array_index (receipt->payers, AcqPayer, 0).strength < ACQ_PAYER_FULL_NAME)
        g_array_set_size (receipt->payers, 0);
      g_array_append_val (receipt->payers, payer);
    }
}

static void
begin_guessing (AcqSolver *self)
{
  self->receipts = g_ptr_array_new ();
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const AcqTask *task = get_task (self, i);

      for (guint j = 0; task->outcome == ACQ_OUTCOME_OPEN && j < task->receipts->len; j++)
        g_ptr_array_add (self->receipts, task->receipts->pdata[j]);
    }
  self->collections = acq_collections_new (self->ledger, self->items, self->habits, self->receipts);
  for (guint i = 0; i < self->tasks->len; i++)
    if (get_task (self, i)->outcome == ACQ_OUTCOME_SURE)
      acq_collections_learn (self->collections, ACQ_COLLECTION_NONE, get_task (self, i)->parts);
}

gboolean
acq_solver_run (AcqSolver *self, GCancellable *cancellable, GError **error)
{
  gboolean found = TRUE;

  for (guint round = 0; found && round < MAX_ROUNDS; round++)
    if (!run_sure_round (self, cancellable, error, &found))
      return FALSE;
  forget_settled (self);
  begin_guessing (self);
  for (GuessKind kind = GUESS_NAMED; kind <= GUESS_PARTIAL; kind++)
    {
      if (kind == GUESS_GROUPED)
        guess_payers (self);
      if (kind == GUESS_COLLECTED_ONE)
        acq_collections_infer_tariffs (self->collections);
      for (guint i = 0; i < self->tasks->len; i++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (get_task (self, i)->outcome == ACQ_OUTCOME_OPEN)
            guess (self, i, kind);
        }
    }
  return TRUE;
}
