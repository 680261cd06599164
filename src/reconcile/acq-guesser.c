/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-guesser.h"

#include "acq-cheque-deposit.h"
#include "acq-collections.h"
#include "acq-outgoing.h"
#include "acq-payer-guesses.h"
#include "acq-slip-deposit.h"

/* More equal invoices of strangers than this, and an amount is not even worth a question. */
#define MAX_STRANGERS    5
#define MAX_GUESS_CHANCE 0.5
#define MAX_COLLECTED    6
#define GOOD_COVERAGE    0.5
/* How likely what stands behind a payout or a deposit must be, in stages: what is clear is taken before what is not. */
#define ODDS_ONE    (-2.0)
#define ODDS_LIKELY (-6.0)
#define ODDS_LEAST  (-24.0)

typedef struct
{
  AcqSolving *solving;
  AcqCollections *collections;
  GHashTable *cheques_used; /* gint64 id */
} Guesser;

static AcqTask *
get_task (const Guesser *self, guint place)
{
  return self->solving->tasks->pdata[place];
}

/* (element-type AcqOpenReceipt): of the tasks that are open. */
static GPtrArray *
collect_open (const Guesser *self)
{
  GPtrArray *open = g_ptr_array_new ();

  for (guint i = 0; i < self->solving->tasks->len; i++)
    {
      const AcqTask *task = get_task (self, i);

      for (guint j = 0; task->outcome == ACQ_OUTCOME_OPEN && j < task->receipts->len; j++)
        g_ptr_array_add (open, task->receipts->pdata[j]);
    }
  return open;
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
is_one_of_twins (const Guesser *self, const AcqOpenReceipt *receipt, const AcqExplanation *best)
{
  return best->parts->len == 1
         && acq_open_items_has_twin (self->solving->items, g_array_index (best->parts, AcqPart, 0).item,
                                     receipt->entry->booked, receipt->part->currency);
}

/* Whether the best explanation is worth a question by now. */
static gboolean
is_worth_asking (const Guesser *self, const AcqOpenReceipt *receipt, const GPtrArray *explanations,
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
  return best->chance * acq_open_items_n_customers (self->solving->items) < MAX_GUESS_CHANCE;
}

/* No cheque is credited by two lines. */
static void
use_cheques (Guesser *self, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 *id = g_new (gint64, 1);

      *id = g_array_index (ids, gint64, i);
      g_hash_table_add (self->cheques_used, id);
    }
}

static gboolean
guess_deposit (Guesser *self, AcqTask *task)
{
  g_autoptr (AcqChequeDeposit) deposit = NULL;
  AcqOpenReceipt *receipt = task->receipts->pdata[0];

  if (task->receipts->len != 1 || receipt->guessed || !acq_cheque_deposit_is_one (receipt))
    return FALSE;
  deposit = acq_slip_deposit_find (self->solving->ledger, self->solving->items, receipt, self->cheques_used);
  if (deposit == NULL)
    deposit
      = acq_cheque_deposit_find (self->solving->ledger, self->solving->items, receipt, self->cheques_used);
  if (deposit == NULL)
    return FALSE;
  use_cheques (self, deposit->receipt_ids);
  g_array_append_vals (task->replaced, deposit->receipt_ids->data, deposit->receipt_ids->len);
  acq_task_add (task, deposit->explanation);
  acq_open_items_post (self->solving->items, deposit->explanation->parts);
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
guess_named_deposit (const Guesser *self, const AcqOpenReceipt *receipt, GuessKind kind)
{
  g_autoptr (AcqExplanation) deposit = NULL;

  if (kind != GUESS_NAMED || !receipt->label->says_deposit)
    return NULL;
  deposit = acq_explainer_find_partial (&self->solving->explainer, receipt, FALSE);
  return deposit != NULL && deposit->by_reference && deposit->payer.strength > ACQ_PAYER_NOBODY
           ? g_steal_pointer (&deposit)
           : NULL;
}

static void
guess_receipt (Guesser *self, AcqTask *task, AcqOpenReceipt *receipt, GuessKind kind)
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
        explanations = acq_explainer_find (&self->solving->explainer, receipt, kind == GUESS_BY_AMOUNT);
      if (explanations != NULL && explanations->len > 0
          && is_worth_asking (self, receipt, explanations, kind))
        best = explanations->pdata[0];
      else if (kind == GUESS_PARTIAL || kind == GUESS_NEAR || kind == GUESS_GROUPED_NEAR)
        best = partial
          = acq_explainer_find_partial (&self->solving->explainer, receipt, kind == GUESS_PARTIAL);
    }
  if (best == NULL)
    return;
  receipt->guessed = TRUE;
  acq_task_add (task, best);
  acq_open_items_post (self->solving->items, best->parts);
  acq_open_items_post (self->solving->items, best->kept);
  acq_collections_learn (self->collections, acq_collections_kind (receipt), best->parts);
}

static void
guess_outgoing (Guesser *self, AcqTask *task, GuessKind kind)
{
  gboolean found = acq_task_is_return (task) ? acq_outgoing_post_return (
                     self->solving, task, kind == GUESS_PARTIAL ? ACQ_RETURN_ANY : ACQ_RETURN_TIED)
                                             : acq_outgoing_post_refund (self->solving, task, FALSE);

  if (found || acq_outgoing_note_excess (self->solving, task))
    task->outcome = ACQ_OUTCOME_PROBABLE;
}

/* What went back of payments that are matched already is not there for anything else. */
static void
note_excess (Guesser *self)
{
  for (guint i = 0; i < self->solving->tasks->len; i++)
    if (get_task (self, i)->outcome == ACQ_OUTCOME_OPEN && acq_task_is_refund (get_task (self, i))
        && acq_outgoing_note_excess (self->solving, get_task (self, i)))
      get_task (self, i)->outcome = ACQ_OUTCOME_PROBABLE;
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
guess (Guesser *self, AcqTask *task, GuessKind kind)
{
  if (task->entry->amount < 0)
    {
      guess_outgoing (self, task, kind);
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
  acq_past_payments_add (self->solving->past, task->entry, task->parts);
  task->outcome = ACQ_OUTCOME_PROBABLE;
}

static gboolean
may_be_guessed (const AcqOpenReceipt *receipt)
{
  return receipt->label->payer_key != NULL && receipt->amount > 0
         && acq_collections_kind (receipt) == ACQ_COLLECTION_NONE;
}

/* Lets lines whose words name nobody be explained by the customers who fit them best. */
static void
guess_payers (Guesser *self)
{
  g_autoptr (GPtrArray) open = collect_open (self);
  g_autoptr (GHashTable) guesses = NULL;

  for (guint i = open->len; i > 0; i--)
    if (!may_be_guessed (open->pdata[i - 1]))
      g_ptr_array_remove_index (open, i - 1);
  guesses = acq_payer_guesses_make (self->solving->items, open);
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

/* The customers of sure matches pay by themselves. */
static void
learn_from_sure (Guesser *self)
{
  for (guint i = 0; i < self->solving->tasks->len; i++)
    if (get_task (self, i)->outcome == ACQ_OUTCOME_SURE)
      acq_collections_learn (self->collections, ACQ_COLLECTION_NONE, get_task (self, i)->parts);
}

static gboolean
run_round (Guesser *self, GuessKind kind, GCancellable *cancellable, GError **error)
{
  if (kind == GUESS_GROUPED)
    guess_payers (self);
  if (kind == GUESS_COLLECTED_ONE)
    acq_collections_infer_tariffs (self->collections);
  for (guint i = 0; i < self->solving->tasks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (get_task (self, i)->outcome == ACQ_OUTCOME_OPEN)
        guess (self, get_task (self, i), kind);
    }
  return TRUE;
}

gboolean
acq_guesser_run (AcqSolving *solving, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) cheques_used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Guesser self = { .solving = solving, .cheques_used = cheques_used };
  g_autoptr (GPtrArray) receipts = collect_open (&self);
  gboolean whole = TRUE;

  for (guint i = 0; i < solving->tasks->len; i++)
    use_cheques (&self, get_task (&self, i)->replaced);
  self.collections = acq_collections_new (solving->ledger, solving->items, solving->habits, receipts);
  learn_from_sure (&self);
  note_excess (&self);
  for (GuessKind kind = GUESS_NAMED; whole && kind <= GUESS_PARTIAL; kind++)
    whole = run_round (&self, kind, cancellable, error);
  acq_collections_free (self.collections);
  return whole;
}
