/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue-held.h"

#include "acq-lateness-habits.h"

/* Of several reasons for one invoice the first in this list says what to do: what nothing can be done about, then what asks
   something of the user, then what waits for the customer, then what passes by itself. */
static const AcqReason gravest_first[] = {
  ACQ_REASON_INSOLVENT,
  ACQ_REASON_FACTORED,
  ACQ_REASON_EXCLUDED,
  ACQ_REASON_UNREAD_ANSWER,
  ACQ_REASON_POSSIBLE_RECEIPT,
  ACQ_REASON_DISPUTED,
  ACQ_REASON_PAYMENT_IN_FLIGHT,
  ACQ_REASON_UNALLOCATED_CREDIT,
  ACQ_REASON_PROMISE_PENDING,
  ACQ_REASON_PLAN_PENDING,
  ACQ_REASON_HELD,
  ACQ_REASON_SCENARIO_FINISHED,
  ACQ_REASON_INTERVAL,
  ACQ_REASON_NOT_DUE,
  ACQ_REASON_BELOW_TOLERANCE,
  ACQ_REASON_RETENTION_NOT_DUE,
  ACQ_REASON_PAID,
  ACQ_REASON_BEFORE_DUE_DROPPED,
};

G_STATIC_ASSERT (G_N_ELEMENTS (gravest_first) == ACQ_N_REASONS);

static AcqReason
find_gravest (const AcqReasons *reasons)
{
  for (gsize i = 0; i < G_N_ELEMENTS (gravest_first); i++)
    if (acq_reasons_has (reasons, gravest_first[i]))
      return gravest_first[i];
  return ACQ_REASON_NOT_DUE;
}

/* A hold, a dispute or a payment without a day would stand for ever if nobody looked. */
static AcqHeldGroup
group_of (AcqReason reason, AcqDay until)
{
  switch (reason)
    {
    case ACQ_REASON_UNREAD_ANSWER:
    case ACQ_REASON_POSSIBLE_RECEIPT:
    case ACQ_REASON_UNALLOCATED_CREDIT:
    case ACQ_REASON_SCENARIO_FINISHED:
      return ACQ_HELD_FOR_YOU;
    case ACQ_REASON_DISPUTED:
    case ACQ_REASON_PAYMENT_IN_FLIGHT:
    case ACQ_REASON_HELD:
      return until == ACQ_DAY_NONE ? ACQ_HELD_FOR_YOU : ACQ_HELD_FOR_CUSTOMER;
    case ACQ_REASON_PROMISE_PENDING:
    case ACQ_REASON_PLAN_PENDING:
      return ACQ_HELD_FOR_CUSTOMER;
    case ACQ_REASON_INSOLVENT:
    case ACQ_REASON_FACTORED:
    case ACQ_REASON_EXCLUDED:
    case ACQ_REASON_INTERVAL:
    case ACQ_REASON_NOT_DUE:
    case ACQ_REASON_BELOW_TOLERANCE:
    case ACQ_REASON_RETENTION_NOT_DUE:
    case ACQ_REASON_PAID:
    case ACQ_REASON_BEFORE_DUE_DROPPED:
    case ACQ_N_REASONS:
    default:
      return ACQ_HELD_FOR_NOBODY;
    }
}

static AcqQueueHeld *
held_new (AcqQueue *queue, const AcqCustomer *customer, AcqCurrency currency, AcqHeldGroup group)
{
  AcqQueueHeld *self = g_new0 (AcqQueueHeld, 1);

  self->customer = customer;
  self->currency = currency;
  self->group = group;
  self->covered_day = ACQ_DAY_NONE;
  self->until = ACQ_DAY_NONE;
  self->gravest = ACQ_REASON_BEFORE_DUE_DROPPED;
  self->invoices = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  g_ptr_array_add (queue->held, self);
  return self;
}

void
acq_queue_held_free (gpointer held)
{
  AcqQueueHeld *self = held;

  g_ptr_array_unref (self->invoices);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static void
add_once (GPtrArray *array, gconstpointer element)
{
  if (!g_ptr_array_find (array, element, NULL))
    g_ptr_array_add (array, (gpointer) element);
}

void
acq_queue_hold_message (AcqQueue *self, const AcqPlanMessage *message)
{
  AcqQueueHeld *held = held_new (self, message->recipient, message->currency, ACQ_HELD_FOR_YOU);

  held->message = message;
  held->amount = message->total;
  for (guint i = 0; i < message->items->len; i++)
    add_once (held->invoices, g_array_index (message->items, AcqPlanItem, i).invoice);
}

/* While invoices are gathered. */
typedef struct
{
  AcqQueue *queue;
  GHashTable *planned;  /* set of AcqInvoice that a message of the plan is about */
  GHashTable *receipts; /* gint64 id of an invoice to the AcqTransaction that could pay it */
  GHashTable *rows;     /* what row_hash() and row_equal() take for one row to itself */
} Gathering;

static guint
row_hash (gconstpointer row)
{
  const AcqQueueHeld *held = row;

  return g_direct_hash (held->customer) * ACQ_N_HELD_GROUPS + held->group;
}

static gboolean
row_equal (gconstpointer a, gconstpointer b)
{
  const AcqQueueHeld *left = a, *right = b;

  return left->customer == right->customer && left->group == right->group
         && acq_currency_equal (left->currency, right->currency);
}

static AcqQueueHeld *
find_or_add_row (Gathering *gathering, const AcqHeldInvoice *invoice, AcqHeldGroup group)
{
  const AcqQueueHeld wanted
    = { .customer = invoice->customer, .group = group, .currency = invoice->invoice->currency };
  AcqQueueHeld *row = g_hash_table_lookup (gathering->rows, &wanted);

  if (row == NULL)
    {
      row = held_new (gathering->queue, invoice->customer, invoice->invoice->currency, group);
      g_hash_table_add (gathering->rows, row);
    }
  return row;
}

static int
rank (AcqReason reason)
{
  int place = 0;

  while (gravest_first[place] != reason)
    place++;
  return place;
}

static AcqReason
reason_of_note (const AcqNote *note)
{
  switch (note->kind)
    {
    case ACQ_NOTE_KIND_PROMISE:
      return ACQ_REASON_PROMISE_PENDING;
    case ACQ_NOTE_KIND_DISPUTE:
      return ACQ_REASON_DISPUTED;
    case ACQ_NOTE_KIND_HOLD:
      return ACQ_REASON_HELD;
    case ACQ_NOTE_KIND_EXCLUDE:
    case ACQ_NOTE_KIND_HANDOVER:
      return ACQ_REASON_EXCLUDED;
    case ACQ_NOTE_KIND_ANSWER:
      return ACQ_REASON_UNREAD_ANSWER;
    case ACQ_NOTE_KIND_CALL:
    case ACQ_NOTE_KIND_REMINDED:
    case ACQ_NOTE_KIND_WAIVER:
    case ACQ_NOTE_KIND_POSTPONE:
    default:
      return ACQ_N_REASONS;
    }
}

/* A promise is awaited for some bank days after its day. */
static gboolean
is_over (const AcqNote *note, AcqDay today)
{
  if (note->until == ACQ_DAY_NONE)
    return FALSE;
  if (note->kind == ACQ_NOTE_KIND_PROMISE)
    return acq_day_add_bank_days (note->until, ACQ_PROMISE_GRACE_BANK_DAYS) < today;
  return note->until < today;
}

static void
add_notes (AcqQueueHeld *row, const GPtrArray *notes, const AcqReasons *reasons, AcqDay today)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const AcqNote *note = notes->pdata[i];
      AcqReason reason = reason_of_note (note);

      if (reason != ACQ_N_REASONS && acq_reasons_has (reasons, reason) && !is_over (note, today))
        add_once (row->notes, note);
    }
}

static void
add_to_row (const Gathering *gathering, AcqQueueHeld *row, const AcqHeldInvoice *held, AcqReason gravest,
            gint64 overdue)
{
  const AcqBooks *books = gathering->queue->view->books;
  AcqDay until = held->reasons.until[gravest];

  g_ptr_array_add (row->invoices, (gpointer) held->invoice);
  row->amount += overdue;
  if (rank (gravest) < rank (row->gravest))
    {
      row->gravest = gravest;
      row->until = until;
    }
  else if (gravest == row->gravest && until != ACQ_DAY_NONE)
    row->until = row->until == ACQ_DAY_NONE ? until : MIN (row->until, until);
  if (acq_reasons_has (&held->reasons, ACQ_REASON_SCENARIO_FINISHED))
    row->sequel = !acq_reasons_has (&row->reasons, ACQ_REASON_SCENARIO_FINISHED) || row->sequel == held->sequel
                    ? held->sequel
                    : ACQ_SEQUEL_ASK;
  acq_reasons_add_all (&row->reasons, &held->reasons);
  add_notes (row, acq_standings_notes_of_invoice (books->standings, held->invoice->id), &held->reasons,
             books->today);
  add_notes (row, acq_standings_notes_of_customer (books->standings, held->customer->id), &held->reasons,
             books->today);
  if (acq_reasons_has (&held->reasons, ACQ_REASON_POSSIBLE_RECEIPT) && row->receipt == NULL)
    row->receipt = g_hash_table_lookup (gathering->receipts, &held->invoice->id);
}

/* A part of the invoice asks for a decision, whatever holds another part back. */
static void
gather_invoice (Gathering *gathering, const AcqHeldInvoice *held)
{
  const AcqBooks *books = gathering->queue->view->books;
  AcqReason gravest = find_gravest (&held->reasons);
  AcqStanding standing;
  AcqHeldGroup group;

  if (g_hash_table_contains (gathering->planned, held->invoice))
    return;
  standing = acq_standings_get (books->standings, held->invoice, books->today);
  if (!standing.overdue)
    return;
  group = acq_reasons_has (&held->reasons, ACQ_REASON_SCENARIO_FINISHED)
            ? ACQ_HELD_FOR_YOU
            : group_of (gravest, held->reasons.until[gravest]);
  add_to_row (gathering, find_or_add_row (gathering, held, group), held, gravest, standing.overdue_amount);
}

static void
index_receipt (GHashTable *receipts, const AcqTransaction *transaction, const GArray *invoice_ids)
{
  for (guint i = 0; transaction != NULL && i < invoice_ids->len; i++)
    g_hash_table_insert (receipts, &g_array_index (invoice_ids, gint64, i), (gpointer) transaction);
}

static void
index_proposal (GHashTable *receipts, const AcqTransaction *transaction, const AcqProposal *proposal)
{
  index_receipt (receipts, transaction, proposal->could_settle);
  for (guint i = 0; transaction != NULL && i < proposal->allocations->len; i++)
    g_hash_table_insert (receipts,
                         &g_array_index (proposal->allocations, AcqProposedAllocation, i).invoice_id,
                         (gpointer) transaction);
}

/* Which bank line could pay which invoice; of several the latest that is proposed for it. */
static GHashTable *
index_receipts (const AcqCompanyView *view)
{
  const AcqReconciliation *reconciliation = view->planning->reconciliation;
  const GPtrArray *lines = view->books->ledger->transactions;
  GHashTable *receipts = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      AcqTransaction *line = lines->pdata[i];

      g_hash_table_insert (by_id, &line->id, line);
    }
  for (guint i = 0; i < reconciliation->unmatched->len; i++)
    {
      const AcqUnmatchedReceipt *receipt = reconciliation->unmatched->pdata[i];

      index_receipt (receipts, g_hash_table_lookup (by_id, &receipt->transaction_id), receipt->could_settle);
    }
  for (guint i = 0; i < reconciliation->proposals->len; i++)
    {
      const AcqProposal *proposal = reconciliation->proposals->pdata[i];

      index_proposal (receipts, g_hash_table_lookup (by_id, &proposal->transaction_id), proposal);
    }
  return receipts;
}

static GHashTable *
list_planned (const AcqPlan *plan)
{
  GHashTable *planned = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      for (guint j = 0; j < message->items->len; j++)
        g_hash_table_add (planned, (gpointer) g_array_index (message->items, AcqPlanItem, j).invoice);
    }
  return planned;
}

/* Which statements a message waits for; who pays by cheque is given the days that a cheque takes. */
static AcqDay
find_covered_day (const AcqPlanMessage *message, const AcqDunningSettings *settings,
                  const AcqLatenessHabits *habits)
{
  AcqDay last = ACQ_DAY_NONE;

  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, i);
      gboolean by_cheque = acq_lateness_habits_get (habits, item->invoice->customer_id).pays_by_cheque;

      last
        = MAX (last, acq_day_add_bank_days (item->due, by_cheque ? settings->cheque_bank_days
                                                                 : settings->coverage_bank_days));
    }
  return last;
}

static void
find_covered_days (AcqQueue *self)
{
  const AcqDunningSettings *settings = self->view->planning->settings;
  g_autoptr (AcqLatenessHabits) habits = NULL;

  for (guint i = 0; i < self->held->len; i++)
    {
      AcqQueueHeld *held = self->held->pdata[i];

      if (held->message == NULL || (held->message->needs & ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE)) == 0)
        continue;
      if (habits == NULL)
        habits = acq_lateness_habits_new (self->view->books->ledger, self->view->books->today,
                                          settings->habit_limit);
      held->covered_day = find_covered_day (held->message, settings, habits);
    }
}

/* What waits for the user stands by amount; all else by the day on which it ends, what has no such day last. */
static int
compare_held (gconstpointer a, gconstpointer b)
{
  const AcqQueueHeld *left = *(AcqQueueHeld *const *) a, *right = *(AcqQueueHeld *const *) b;
  AcqDay left_until = left->until == ACQ_DAY_NONE ? G_MAXINT32 : left->until;
  AcqDay right_until = right->until == ACQ_DAY_NONE ? G_MAXINT32 : right->until;

  if (left->group != right->group)
    return left->group < right->group ? -1 : 1;
  if (left->group != ACQ_HELD_FOR_YOU && left_until != right_until)
    return left_until < right_until ? -1 : 1;
  if (left->amount != right->amount)
    return left->amount > right->amount ? -1 : 1;
  return (left->customer->id > right->customer->id) - (left->customer->id < right->customer->id);
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  const AcqInvoice *left = *(AcqInvoice *const *) a, *right = *(AcqInvoice *const *) b;
  AcqDay left_due = acq_invoice_due_day (left), right_due = acq_invoice_due_day (right);

  return (left_due > right_due) - (left_due < right_due);
}

void
acq_queue_hold_invoices (AcqQueue *self)
{
  const AcqPlan *plan = self->view->plan;
  g_autoptr (GHashTable) planned = list_planned (plan);
  g_autoptr (GHashTable) receipts = index_receipts (self->view);
  g_autoptr (GHashTable) rows = g_hash_table_new (row_hash, row_equal);
  Gathering gathering = { self, planned, receipts, rows };

  for (guint i = 0; i < plan->held->len; i++)
    gather_invoice (&gathering, plan->held->pdata[i]);
  find_covered_days (self);
  g_ptr_array_sort (self->held, compare_held);
  for (guint i = 0; i < self->held->len; i++)
    {
      AcqQueueHeld *held = self->held->pdata[i];

      g_ptr_array_sort (held->invoices, compare_due_days);
      self->n_held[held->group]++;
    }
}
