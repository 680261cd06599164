/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue.h"

#include "acq-approval.h"
#include "acq-queue-held.h"

/* How far ahead the next message is looked for. */
#define LOOK_AHEAD_DAYS 60

static const char *const group_codes[ACQ_N_HELD_GROUPS] = { "you", "customer", "nobody" };
static const char *const order_codes[] = { "amount", "age", "name" };

ACQ_DEFINE_CODES (AcqHeldGroup, acq_held_group, group_codes)
ACQ_DEFINE_CODES (AcqQueueOrder, acq_queue_order, order_codes)

static void
queue_message_free (gpointer data)
{
  AcqQueueMessage *message = data;

  g_free (message->sort_key);
  g_free (message);
}

static void
queue_approved_free (gpointer data)
{
  AcqQueueApproved *approved = data;

  acq_message_free (approved->approved);
  g_free (approved);
}

static AcqQueueMessage *
queue_message_new (const AcqPlanMessage *message)
{
  AcqQueueMessage *self = g_new0 (AcqQueueMessage, 1);
  g_autoptr (GHashTable) invoices = g_hash_table_new (NULL, NULL);

  self->message = message;
  self->oldest_due = ACQ_DAY_NONE;
  self->sort_key = g_utf8_collate_key (message->recipient->name, -1);
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, i);

      g_hash_table_add (invoices, (gpointer) item->invoice);
      if (self->oldest_due == ACQ_DAY_NONE || item->due < self->oldest_due)
        self->oldest_due = item->due;
    }
  self->n_invoices = g_hash_table_size (invoices);
  return self;
}

/* Those of the queue's day, and what was planned for the days before and has not left: both wait for the same decision. */
static gboolean
is_shown (const AcqQueue *self, const AcqPlanMessage *message)
{
  return self->is_preview ? message->day == self->day : message->day <= self->day;
}

static void
add_approvals (AcqQueue *self, GPtrArray *approvals, GHashTable *planned)
{
  for (guint i = approvals->len; i-- > 0;)
    {
      AcqMessage *approval = approvals->pdata[i];
      AcqQueueApproved *approved;

      if (approval->state != ACQ_MESSAGE_STATE_APPROVED)
        continue;
      approved = g_new0 (AcqQueueApproved, 1);
      approved->recipient = acq_ledger_find_customer (self->view->books->ledger, approval->recipient_id);
      approved->message = g_hash_table_lookup (planned, approval);
      approved->approved = g_steal_pointer (&approvals->pdata[i]);
      g_ptr_array_add (self->approved, approved);
    }
}

static void
add_messages (AcqQueue *self, const AcqPlan *plan, GPtrArray *approvals)
{
  g_autoptr (GHashTable) planned = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];
      AcqMessage *approval = self->is_preview ? NULL : acq_approval_find (approvals, message);

      if (!is_shown (self, message))
        continue;
      if (approval != NULL)
        g_hash_table_insert (planned, approval, (gpointer) message);
      else if (message->needs != 0 && !self->is_preview)
        acq_queue_hold_message (self, message);
      else
        g_ptr_array_add (self->messages, queue_message_new (message));
    }
  if (!self->is_preview)
    add_approvals (self, approvals, planned);
}

static AcqDay
find_next_day (const AcqQueue *self)
{
  const AcqPlanRequest *request = &self->view->planning->request;
  AcqDay from = MAX (request->today, self->day);
  g_autoptr (AcqPlan) plan = acq_plan_new (request, request->today + LOOK_AHEAD_DAYS);

  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *message = plan->messages->pdata[i];

      if (message->day > from)
        return message->day;
    }
  return ACQ_DAY_NONE;
}

static AcqQueue *
queue_new_empty (AcqCompanyView *view, AcqDay day)
{
  AcqQueue *self = g_atomic_rc_box_new0 (AcqQueue);

  self->view = acq_company_view_ref (view);
  self->day = day;
  self->is_preview = day != view->plan_day;
  self->next_day = ACQ_DAY_NONE;
  self->messages = g_ptr_array_new_with_free_func (queue_message_free);
  self->held = g_ptr_array_new_with_free_func (acq_queue_held_free);
  self->approved = g_ptr_array_new_with_free_func (queue_approved_free);
  return self;
}

/* The elements of the list may have been taken. */
static void
free_approval (gpointer data)
{
  if (data != NULL)
    acq_message_free (data);
}

AcqQueue *
acq_queue_new (AcqCompanyView *view, AcqCompanyFile *file, AcqDay day, GError **error)
{
  g_autoptr (AcqQueue) self = NULL;
  g_autoptr (GPtrArray) approvals = NULL;

  g_return_val_if_fail (view != NULL && view->plan != NULL, NULL);

  approvals = acq_approval_list (file, error);
  if (approvals == NULL)
    return NULL;
  g_ptr_array_set_free_func (approvals, free_approval);
  self = queue_new_empty (view, day);
  if (self->is_preview)
    self->plan = acq_plan_new (&view->planning->request, day);
  add_messages (self, self->plan != NULL ? self->plan : view->plan, approvals);
  if (!self->is_preview)
    acq_queue_hold_invoices (self);
  if (self->messages->len == 0)
    self->next_day = find_next_day (self);
  return g_steal_pointer (&self);
}

AcqQueue *
acq_queue_ref (AcqQueue *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
queue_clear (gpointer data)
{
  AcqQueue *self = data;

  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->held);
  g_ptr_array_unref (self->approved);
  g_clear_pointer (&self->plan, acq_plan_free);
  acq_company_view_unref (self->view);
}

void
acq_queue_unref (AcqQueue *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, queue_clear);
}

static int
compare_amounts (const AcqQueueMessage *left, const AcqQueueMessage *right)
{
  return (left->message->total < right->message->total) - (left->message->total > right->message->total);
}

typedef struct
{
  const AcqQueue *queue;
  AcqQueueOrder order;
} Sorting;

/* What is equal stands by amount, and then as the plan has it. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  guint first = *(const guint *) a, second = *(const guint *) b;
  const AcqQueueMessage *left = sorting->queue->messages->pdata[first];
  const AcqQueueMessage *right = sorting->queue->messages->pdata[second];
  int result = 0;

  if (sorting->order == ACQ_QUEUE_BY_AGE)
    result = (left->oldest_due > right->oldest_due) - (left->oldest_due < right->oldest_due);
  else if (sorting->order == ACQ_QUEUE_BY_NAME)
    result = g_strcmp0 (left->sort_key, right->sort_key);
  if (result == 0)
    result = compare_amounts (left, right);
  return result != 0 ? result : (first > second) - (first < second);
}

GArray *
acq_queue_order (const AcqQueue *self, AcqQueueOrder order)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->messages->len);
  Sorting sorting = { self, order };

  for (guint i = 0; i < self->messages->len; i++)
    g_array_append_val (places, i);
  g_array_sort_with_data (places, compare_places, &sorting);
  return places;
}

static void
add_to_total (GArray *totals, gint64 amount, AcqCurrency currency)
{
  AcqQueueTotal total = { currency, amount };

  for (guint i = 0; i < totals->len; i++)
    if (acq_currency_equal (g_array_index (totals, AcqQueueTotal, i).currency, currency))
      {
        g_array_index (totals, AcqQueueTotal, i).amount += amount;
        return;
      }
  if (acq_currency_equal (currency, ACQ_CURRENCY_EUR))
    g_array_prepend_val (totals, total);
  else
    g_array_append_val (totals, total);
}

GArray *
acq_queue_total_messages (const AcqQueue *self)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (AcqQueueTotal));

  for (guint i = 0; i < self->messages->len; i++)
    {
      const AcqPlanMessage *message = ((const AcqQueueMessage *) self->messages->pdata[i])->message;

      add_to_total (totals, message->total, message->currency);
    }
  return totals;
}

GArray *
acq_queue_total_held (const AcqQueue *self)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (AcqQueueTotal));

  for (guint i = 0; i < self->held->len; i++)
    {
      const AcqQueueHeld *held = self->held->pdata[i];

      add_to_total (totals, held->amount, held->currency);
    }
  return totals;
}

GArray *
acq_queue_total_approved (const AcqQueue *self)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (AcqQueueTotal));

  for (guint i = 0; i < self->approved->len; i++)
    {
      const AcqMessage *approved = ((const AcqQueueApproved *) self->approved->pdata[i])->approved;

      add_to_total (totals, approved->total, approved->currency);
    }
  return totals;
}

guint
acq_queue_count_held_customers (const AcqQueue *self)
{
  g_autoptr (GHashTable) customers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->held->len; i++)
    g_hash_table_add (customers, (gpointer) ((const AcqQueueHeld *) self->held->pdata[i])->customer);
  return g_hash_table_size (customers);
}
