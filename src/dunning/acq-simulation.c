/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-simulation.h"

#include "acq-bank-freshness.h"
#include "acq-ready-queue.h"

/* What goes with one recipient while days pass. */
typedef struct
{
  GArray *ready;  /* guint index of items that may leave (nullable) */
  guint version;  /* of the message in the queue that still holds */
  gboolean dirty; /* its message has to be looked at anew */
} Waiting;

struct _AcqSimulation
{
  const AcqPlanRequest *request;
  AcqChasedItems *items;
  AcqBankFreshness *freshness;
  AcqReadyQueue *queue;
  Waiting *waiting;       /* one a recipient */
  GArray *dirty;          /* guint index of recipients */
  GPtrArray *wakes;       /* for each day, GArray of guint item indices, or NULL */
  AcqDay *first_messages; /* one an item */
  gboolean *is_ready;     /* one an item */
  AcqDay next;            /* first day that has not passed */
  AcqDay last;
};

static AcqDecision
decide_item (const AcqSimulation *self, guint index, AcqDay day)
{
  AcqChasedItem *item = acq_chased_items_get (self->items, index);

  item->facts.last_message = acq_chased_items_recipient (self->items, item->recipient)->last_message;
  return acq_decide (&item->facts, self->request->settings, day);
}

static void
wake_on (AcqSimulation *self, guint index, AcqDay day)
{
  GArray *wake;

  if (day == ACQ_DAY_NONE || day > self->last)
    return;
  wake = self->wakes->pdata[day - self->request->today];
  if (wake == NULL)
    wake = self->wakes->pdata[day - self->request->today] = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (wake, index);
}

static void
free_wake (gpointer wake)
{
  if (wake != NULL)
    g_array_unref (wake);
}

AcqSimulation *
acq_simulation_new (const AcqPlanRequest *request, AcqDay last)
{
  AcqSimulation *self = g_new0 (AcqSimulation, 1);

  self->request = request;
  self->items = acq_chased_items_new (request, request->today);
  self->freshness = acq_bank_freshness_new (request->ledger, request->today);
  self->queue = acq_ready_queue_new ();
  self->waiting = g_new0 (Waiting, self->items->recipients->len);
  self->dirty = g_array_new (FALSE, FALSE, sizeof (guint));
  self->wakes = g_ptr_array_new_with_free_func (free_wake);
  self->first_messages = g_new (AcqDay, self->items->items->len);
  self->is_ready = g_new0 (gboolean, self->items->items->len);
  self->next = request->today;
  self->last = last;
  g_ptr_array_set_size (self->wakes, MAX (last - request->today + 1, 0));
  for (guint i = 0; i < self->items->items->len; i++)
    {
      self->first_messages[i] = ACQ_DAY_NONE;
      if (acq_chased_items_get (self->items, i)->amount > 0)
        wake_on (self, i, decide_item (self, i, request->today).day);
    }
  return self;
}

void
acq_simulation_free (AcqSimulation *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->items->recipients->len; i++)
    g_clear_pointer (&self->waiting[i].ready, g_array_unref);
  g_free (self->waiting);
  acq_chased_items_free (self->items);
  acq_bank_freshness_free (self->freshness);
  acq_ready_queue_free (self->queue);
  g_array_unref (self->dirty);
  g_ptr_array_unref (self->wakes);
  g_free (self->first_messages);
  g_free (self->is_ready);
  g_free (self);
}

static void
set_dirty (AcqSimulation *self, guint recipient)
{
  if (self->waiting[recipient].dirty)
    return;
  self->waiting[recipient].dirty = TRUE;
  g_array_append_val (self->dirty, recipient);
}

/* A step before the due day is looked at again once it has passed: waiting for a place it may have come too late. */
static void
set_ready (AcqSimulation *self, guint index, const AcqStep *step)
{
  const AcqChasedItem *item = acq_chased_items_get (self->items, index);
  Waiting *waiting = &self->waiting[item->recipient];

  if (waiting->ready == NULL)
    waiting->ready = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (waiting->ready, index);
  self->is_ready[index] = TRUE;
  if (step->level == 0)
    wake_on (self, index,
             acq_dunning_settings_next_sending_day (self->request->settings, item->facts.due + 1));
}

static void
wake_items (AcqSimulation *self, AcqDay day)
{
  GArray *wake = self->wakes->pdata[day - self->request->today];

  for (guint i = 0; wake != NULL && i < wake->len; i++)
    {
      guint index = g_array_index (wake, guint, i);
      AcqDecision decision = decide_item (self, index, day);

      if (!self->is_ready[index] && decision.kind == ACQ_DECISION_REMIND)
        set_ready (self, index, decision.step);
      else if (!self->is_ready[index] && decision.day > day)
        wake_on (self, index, decision.day);
      if (self->is_ready[index])
        set_dirty (self, acq_chased_items_get (self->items, index)->recipient);
    }
}

/* Messages hold one currency, and never retention beside debts. */
static gboolean
goes_with (const AcqChasedItem *item, const AcqChasedItem *leader)
{
  return acq_currency_equal (item->invoice->currency, leader->invoice->currency)
         && item->due_item->kind == leader->due_item->kind;
}

/* Of items that cannot share a message the one that has had least leads, so that each gets its turn; then the oldest. */
static gboolean
leads (const AcqChasedItem *item, const AcqChasedItem *leader)
{
  if (item->facts.reached != leader->facts.reached)
    return item->facts.reached < leader->facts.reached;
  if (item->due_item->due != leader->due_item->due)
    return item->due_item->due < leader->due_item->due;
  return item < leader;
}

static const AcqChasedItem *
find_leader (const AcqSimulation *self, const GArray *ready)
{
  const AcqChasedItem *leader = NULL;

  for (guint i = 0; i < ready->len; i++)
    {
      const AcqChasedItem *item = acq_chased_items_get (self->items, g_array_index (ready, guint, i));

      if (leader == NULL || leads (item, leader))
        leader = item;
    }
  return leader;
}

static gint64
sum_message (const AcqSimulation *self, const GArray *ready, const AcqChasedItem *leader)
{
  gint64 total = 0;

  for (guint i = 0; i < ready->len; i++)
    {
      const AcqChasedItem *item = acq_chased_items_get (self->items, g_array_index (ready, guint, i));

      if (goes_with (item, leader))
        total += item->amount;
    }
  return total;
}

static void
put_to_sleep (AcqSimulation *self, guint index, AcqDay wake_day)
{
  self->is_ready[index] = FALSE;
  wake_on (self, index, wake_day);
}

/* Those whose turn has passed while they waited (a step before the due day) go back to sleep. */
static void
drop_stale (AcqSimulation *self, Waiting *waiting, AcqDay day)
{
  guint kept = 0;

  for (guint i = 0; i < waiting->ready->len; i++)
    {
      guint index = g_array_index (waiting->ready, guint, i);
      AcqDecision decision = decide_item (self, index, day);

      if (decision.kind == ACQ_DECISION_REMIND)
        g_array_index (waiting->ready, guint, kept++) = index;
      else
        put_to_sleep (self, index, decision.day);
    }
  g_array_set_size (waiting->ready, kept);
}

/* Puts what a recipient would now get into the queue; what stood there for him no longer counts. */
static void
queue_message (AcqSimulation *self, guint recipient)
{
  Waiting *waiting = &self->waiting[recipient];
  const AcqChasedItem *leader;

  waiting->version++;
  if (waiting->ready->len == 0)
    return;
  leader = find_leader (self, waiting->ready);
  acq_ready_queue_push (self->queue, (AcqReadyMessage){ sum_message (self, waiting->ready, leader), recipient,
                                                        waiting->version });
}

static gboolean
lacks_contact (const AcqCustomer *recipient, AcqChannel channel)
{
  switch (channel)
    {
    case ACQ_CHANNEL_MAIL:
      return acq_customer_find_email (recipient, ACQ_CONTACT_ROLE_PAYS) == NULL;
    case ACQ_CHANNEL_CALL:
      return acq_customer_find_phone (recipient, ACQ_CONTACT_ROLE_PAYS) == NULL;
    case ACQ_CHANNEL_LETTER:
    case ACQ_CHANNEL_REGISTERED_LETTER:
    default:
      return recipient->address == NULL || recipient->postcode == NULL || recipient->city == NULL;
    }
}

static gboolean
is_for_precious (const AcqPlanMessage *message)
{
  for (guint i = 0; i < message->customers->len; i++)
    if (((const AcqCustomer *) message->customers->pdata[i])->precious)
      return TRUE;
  return message->recipient->precious;
}

static AcqChannel
choose_channel (const AcqPlanMessage *message)
{
  if (message->level <= 1 && is_for_precious (message))
    return ACQ_CHANNEL_CALL;
  if (lacks_contact (message->recipient, message->step->channel)
      && !lacks_contact (message->recipient, message->step->fallback))
    return message->step->fallback;
  return message->step->channel;
}

/* Calls are made by people, a notice is never sent unseen, and neither is anything in a company's first days. */
static AcqMode
choose_mode (const AcqPlanMessage *message, const AcqDunningSettings *settings)
{
  if (message->day <= settings->confirm_until || is_for_precious (message)
      || message->channel == ACQ_CHANNEL_CALL || message->step->tone == ACQ_TONE_FORMAL_NOTICE)
    return ACQ_MODE_CONFIRM;
  for (guint i = 0; i < message->items->len; i++)
    if (g_array_index (message->items, AcqPlanItem, i).step->mode == ACQ_MODE_CONFIRM)
      return ACQ_MODE_CONFIRM;
  return ACQ_MODE_AUTOMATIC;
}

static gboolean
lacks_coverage (const AcqSimulation *self, const AcqChasedItem *item, AcqDay day)
{
  const AcqDunningSettings *settings = self->request->settings;
  int bank_days = item->pays_by_cheque ? settings->cheque_bank_days : settings->coverage_bank_days;
  AcqDay first = MIN (item->invoice->issued, item->due_item->due);

  /* A reminder before the due day says nothing of a payment that is missing. */
  if (day <= item->facts.due)
    return FALSE;
  return !acq_bank_freshness_covers (self->freshness, day, first,
                                     acq_day_add_bank_days (item->facts.due, bank_days));
}

static void
find_needs (const AcqSimulation *self, AcqPlanMessage *message)
{
  message->channel = choose_channel (message);
  message->mode = choose_mode (message, self->request->settings);
  if (!self->request->settings->right_to_send)
    message->needs |= ACQ_NEED_BIT (ACQ_NEED_RIGHT_TO_SEND);
  if (lacks_contact (message->recipient, message->channel))
    message->needs |= ACQ_NEED_BIT (ACQ_NEED_CONTACT);
}

static void
add_item (AcqSimulation *self, AcqPlanMessage *message, guint index)
{
  AcqChasedItem *item = acq_chased_items_get (self->items, index);
  AcqDecision decision = decide_item (self, index, message->day);
  AcqPlanItem plan_item = { item->invoice, item->due_item, decision.step, item->amount, ACQ_DAY_NONE, item->facts.due };

  if (item->promised_until < message->day)
    plan_item.broken_promise = item->promised_until;
  acq_plan_message_add (message, &plan_item, item->customer, item->facts.scenario);
  if (item->invoice->old_item)
    message->needs |= ACQ_NEED_BIT (ACQ_NEED_OLD_ITEMS);
  if ((message->needs & ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE)) == 0
      && lacks_coverage (self, item, message->day))
    message->needs |= ACQ_NEED_BIT (ACQ_NEED_BANK_COVERAGE);
  acq_item_facts_take_step (&item->facts, decision.step, message->day);
  if (self->first_messages[index] == ACQ_DAY_NONE)
    self->first_messages[index] = message->day;
}

static int
compare_plan_items (gconstpointer a, gconstpointer b)
{
  const AcqPlanItem *left = a, *right = b;

  if (left->due_item->due != right->due_item->due)
    return left->due_item->due < right->due_item->due ? -1 : 1;
  return (left->invoice->id > right->invoice->id) - (left->invoice->id < right->invoice->id);
}

static int
compare_indices (gconstpointer a, gconstpointer b)
{
  const guint *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

/* All of a recipient's items go back to sleep: the interval starts anew for each. */
static AcqPlanMessage *
send_message (AcqSimulation *self, guint recipient, AcqDay day)
{
  Waiting *waiting = &self->waiting[recipient];
  const AcqChasedItem *leader = find_leader (self, waiting->ready);
  AcqRecipient *to = acq_chased_items_recipient (self->items, recipient);
  AcqPlanMessage *message = acq_plan_message_new (to->customer, day, leader->invoice->currency);

  g_array_sort (waiting->ready, compare_indices);
  message->release = leader->due_item->kind == ACQ_DUE_KIND_RETENTION;
  for (guint i = 0; i < waiting->ready->len; i++)
    {
      guint index = g_array_index (waiting->ready, guint, i);

      if (goes_with (acq_chased_items_get (self->items, index), leader))
        add_item (self, message, index);
    }
  g_array_sort (message->items, compare_plan_items);
  find_needs (self, message);
  to->last_message = day;
  for (guint i = 0; i < waiting->ready->len; i++)
    {
      guint index = g_array_index (waiting->ready, guint, i);

      put_to_sleep (self, index, decide_item (self, index, day).day);
    }
  g_array_set_size (waiting->ready, 0);
  waiting->version++;
  return message;
}

static void
pass_day (AcqSimulation *self, AcqDay day, GPtrArray *messages)
{
  guint places = self->request->settings->recipients_a_day;
  AcqReadyMessage entry;

  wake_items (self, day);
  for (guint i = 0; i < self->dirty->len; i++)
    {
      guint recipient = g_array_index (self->dirty, guint, i);

      self->waiting[recipient].dirty = FALSE;
      drop_stale (self, &self->waiting[recipient], day);
      queue_message (self, recipient);
    }
  g_array_set_size (self->dirty, 0);
  if (day == self->request->today)
    places -= MIN (places, self->items->reminded_today);
  while (places > 0 && acq_ready_queue_pop (self->queue, &entry))
    if (entry.version == self->waiting[entry.recipient].version)
      {
        g_ptr_array_add (messages, send_message (self, entry.recipient, day));
        places--;
      }
}

void
acq_simulation_run (AcqSimulation *self, AcqDay day, GPtrArray *messages)
{
  for (; self->next <= MIN (day, self->last); self->next++)
    if (acq_dunning_settings_is_sending_day (self->request->settings, self->next))
      pass_day (self, self->next, messages);
}

const AcqChasedItems *
acq_simulation_items (const AcqSimulation *self)
{
  return self->items;
}

AcqDay
acq_simulation_first_message (const AcqSimulation *self, guint index)
{
  return self->first_messages[index];
}
