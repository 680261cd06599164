/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session.h"

/* Long enough to read a message and why it leaves, and to decide. */
#define SECONDS_A_MESSAGE 45
#define SECONDS_A_CALL    180

struct _AcqSession
{
  GObject parent_instance;

  AcqQueue *queue;    /* owned; NULL before the first */
  GPtrArray *entries; /* (element-type AcqSessionEntry) */
  GPtrArray *deeds;   /* (element-type AcqSessionDeed) */
  guint current;
};

G_DEFINE_FINAL_TYPE (AcqSession, acq_session, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  AcqSessionEntry *entry = data;

  g_free (entry->name);
  g_free (entry->terms);
  g_array_unref (entry->invoice_ids);
  g_free (entry);
}

static void
deed_free (gpointer data)
{
  AcqSessionDeed *deed = data;

  g_free (deed->name);
  g_free (deed->terms);
  g_free (deed);
}

static AcqSessionEntry *
entry_at (AcqSession *self, guint index)
{
  return self->entries->pdata[index];
}

static AcqSessionEntry *
find_entry (AcqSession *self, gint64 recipient_id)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (entry_at (self, i)->recipient_id == recipient_id)
      return entry_at (self, i);
  return NULL;
}

/* Two messages to one customer on the same terms are one message. */
static char *
describe_terms (const AcqPlanMessage *message)
{
  g_autofree char *total = acq_money_format (acq_money_new (message->total, message->currency));

  return g_strdup_printf ("%s %s %u %d", message->step->code, total, message->items->len, message->release);
}

static void
take_message (AcqSessionEntry *entry, const AcqPlanMessage *message, guint place)
{
  entry->place = place;
  entry->channel = message->channel;
  entry->total = message->total;
  entry->currency = message->currency;
  g_free (entry->terms);
  entry->terms = describe_terms (message);
  g_array_set_size (entry->invoice_ids, 0);
  for (guint i = 0; i < message->items->len; i++)
    g_array_append_val (entry->invoice_ids, g_array_index (message->items, AcqPlanItem, i).invoice->id);
}

static const AcqPlanMessage *
message_at (const AcqQueue *queue, guint place)
{
  return ((const AcqQueueMessage *) queue->messages->pdata[place])->message;
}

/* Of several to one customer the largest comes first, the others once that one is decided. */
static void
place_entries (AcqSession *self)
{
  g_autoptr (GArray) places = acq_queue_order (self->queue, ACQ_QUEUE_BY_AMOUNT);

  for (guint i = 0; i < self->entries->len; i++)
    entry_at (self, i)->place = G_MAXUINT;
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const AcqPlanMessage *message = message_at (self->queue, place);
      AcqSessionEntry *entry = find_entry (self, message->recipient->id);

      if (entry == NULL)
        {
          entry = g_new0 (AcqSessionEntry, 1);
          entry->recipient_id = message->recipient->id;
          entry->name = g_strdup (message->recipient->name);
          entry->invoice_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
          entry->place = G_MAXUINT;
          g_ptr_array_add (self->entries, entry);
        }
      if (entry->place == G_MAXUINT)
        take_message (entry, message, place);
    }
}

static void
add_deed (AcqSession *self, AcqSessionEntry *entry, AcqSessionState state, gboolean fresh)
{
  AcqSessionDeed *deed = g_new0 (AcqSessionDeed, 1);

  deed->recipient_id = entry->recipient_id;
  deed->name = g_strdup (entry->name);
  deed->state = state;
  deed->channel = entry->channel;
  deed->total = entry->total;
  deed->currency = entry->currency;
  deed->terms = g_strdup (entry->terms);
  deed->fresh = fresh;
  entry->state = state;
  g_ptr_array_add (self->deeds, deed);
}

/* Approved as it was seen, by whatever way: printing approves as well. */
static gboolean
is_approved (const AcqQueue *queue, const AcqSessionEntry *entry)
{
  for (guint i = 0; i < queue->approved->len; i++)
    {
      const AcqQueueApproved *approved = queue->approved->pdata[i];
      g_autofree char *terms = NULL;

      if (approved->message == NULL || approved->message->recipient->id != entry->recipient_id)
        continue;
      terms = describe_terms (approved->message);
      if (g_str_equal (terms, entry->terms))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_paid (const AcqQueue *queue, const AcqSessionEntry *entry)
{
  const GPtrArray *invoices = queue->view->books->ledger->invoices;

  for (guint i = 0; i < invoices->len; i++)
    {
      const AcqInvoice *invoice = invoices->pdata[i];

      if (invoice->balance <= 0)
        continue;
      for (guint j = 0; j < entry->invoice_ids->len; j++)
        if (g_array_index (entry->invoice_ids, gint64, j) == invoice->id)
          return FALSE;
    }
  return TRUE;
}

static guint
index_of (AcqSession *self, const AcqSessionEntry *entry)
{
  guint index;

  return g_ptr_array_find (self->entries, entry, &index) ? index : self->entries->len;
}

/* A deed whose message is there again as it was has been undone; one whose message is there at once stays so. The last one
   that was undone is where the user goes on. Returns its index, or G_MAXUINT. */
static guint
review_deeds (AcqSession *self)
{
  guint undone = G_MAXUINT;

  for (guint i = self->deeds->len; i-- > 0;)
    {
      AcqSessionDeed *deed = self->deeds->pdata[i];
      AcqSessionEntry *entry = find_entry (self, deed->recipient_id);
      gboolean is_back = entry->place != G_MAXUINT && g_str_equal (entry->terms, deed->terms);
      gboolean was_fresh = deed->fresh;

      deed->fresh = FALSE;
      if (was_fresh)
        deed->stays = is_back;
      else if (is_back && !deed->stays)
        {
          undone = index_of (self, entry);
          entry->state = ACQ_SESSION_WAITING;
          g_ptr_array_remove_index (self->deeds, i);
        }
    }
  return undone;
}

static gboolean
stays (AcqSession *self, const AcqSessionEntry *entry)
{
  for (guint i = self->deeds->len; i-- > 0;)
    {
      const AcqSessionDeed *deed = self->deeds->pdata[i];

      if (deed->recipient_id == entry->recipient_id)
        return deed->stays && g_str_equal (deed->terms, entry->terms);
    }
  return FALSE;
}

static void
review_entries (AcqSession *self, GPtrArray *left)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      AcqSessionEntry *entry = entry_at (self, i);

      if (entry->place != G_MAXUINT && !stays (self, entry))
        entry->state = ACQ_SESSION_WAITING;
      else if (entry->state != ACQ_SESSION_WAITING)
        continue;
      else if (is_approved (self->queue, entry))
        add_deed (self, entry, ACQ_SESSION_APPROVED, FALSE);
      else
        {
          entry->state = is_paid (self->queue, entry) ? ACQ_SESSION_PAID : ACQ_SESSION_CHANGED;
          g_ptr_array_add (left, entry);
        }
    }
}

/* The first waiting one from there on; the end where there is none. */
static guint
find_waiting (AcqSession *self, guint from)
{
  while (from < self->entries->len && entry_at (self, from)->state != ACQ_SESSION_WAITING)
    from++;
  return from;
}

static guint
find_waiting_before (AcqSession *self, guint from)
{
  while (from-- > 0)
    if (entry_at (self, from)->state == ACQ_SESSION_WAITING)
      return from;
  return G_MAXUINT;
}

static void
arrive (AcqSession *self, guint index)
{
  self->current = index;
  if (index < self->entries->len)
    entry_at (self, index)->seen = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What a decision left of the message is shown before the next one. */
static guint
find_rest (AcqSession *self, gint64 recipient_id)
{
  AcqSessionEntry *entry = recipient_id == 0 ? NULL : find_entry (self, recipient_id);

  return entry == NULL || entry->state != ACQ_SESSION_WAITING ? G_MAXUINT : index_of (self, entry);
}

static gint64
find_fresh (AcqSession *self)
{
  const AcqSessionDeed *last = self->deeds->len == 0 ? NULL : self->deeds->pdata[self->deeds->len - 1];

  return last == NULL || !last->fresh ? 0 : last->recipient_id;
}

GPtrArray *
acq_session_update (AcqSession *self, AcqQueue *queue)
{
  GPtrArray *left = g_ptr_array_new ();
  gboolean at_end;
  gint64 fresh;
  guint undone, rest;

  g_return_val_if_fail (ACQ_IS_SESSION (self), left);
  acq_queue_ref (queue);
  g_clear_pointer (&self->queue, acq_queue_unref);
  self->queue = queue;
  at_end = self->entries->len > 0 && self->current >= self->entries->len;
  fresh = find_fresh (self);
  place_entries (self);
  undone = review_deeds (self);
  review_entries (self, left);
  rest = find_rest (self, fresh);
  if (undone != G_MAXUINT)
    arrive (self, undone);
  else if (rest != G_MAXUINT)
    arrive (self, rest);
  else
    arrive (self, at_end ? self->entries->len : find_waiting (self, self->current));
  return left;
}

AcqQueue *
acq_session_get_queue (AcqSession *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION (self), NULL);
  return self->queue;
}

guint
acq_session_get_n_entries (AcqSession *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION (self), 0);
  return self->entries->len;
}

const AcqSessionEntry *
acq_session_get_entry (AcqSession *self, guint index)
{
  g_return_val_if_fail (ACQ_IS_SESSION (self), NULL);
  return index < self->entries->len ? entry_at (self, index) : NULL;
}

guint
acq_session_get_current (AcqSession *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION (self), 0);
  return self->current;
}

const AcqSessionEntry *
acq_session_get_current_entry (AcqSession *self)
{
  return acq_session_get_entry (self, acq_session_get_current (self));
}

const AcqQueueMessage *
acq_session_get_message (AcqSession *self, const AcqSessionEntry *entry)
{
  g_return_val_if_fail (ACQ_IS_SESSION (self), NULL);
  if (entry == NULL || entry->state != ACQ_SESSION_WAITING || entry->place == G_MAXUINT)
    return NULL;
  return self->queue->messages->pdata[entry->place];
}

static guint
find_neighbour (AcqSession *self, gboolean forward)
{
  if (!forward)
    return find_waiting_before (self, self->current);
  return self->current < self->entries->len ? find_waiting (self, self->current + 1) : G_MAXUINT;
}

gboolean
acq_session_can_go (AcqSession *self, gboolean forward)
{
  g_return_val_if_fail (ACQ_IS_SESSION (self), FALSE);
  return find_neighbour (self, forward) != G_MAXUINT;
}

gboolean
acq_session_go (AcqSession *self, gboolean forward)
{
  guint index;

  g_return_val_if_fail (ACQ_IS_SESSION (self), FALSE);
  index = find_neighbour (self, forward);
  if (index == G_MAXUINT)
    return FALSE;
  arrive (self, index);
  return TRUE;
}

void
acq_session_go_to_end (AcqSession *self)
{
  g_return_if_fail (ACQ_IS_SESSION (self));
  arrive (self, self->entries->len);
}

void
acq_session_decide (AcqSession *self, gint64 recipient_id, AcqSessionState state)
{
  AcqSessionEntry *entry;

  g_return_if_fail (ACQ_IS_SESSION (self));
  g_return_if_fail (state > ACQ_SESSION_WAITING && state < ACQ_SESSION_PAID);
  entry = find_entry (self, recipient_id);
  if (entry == NULL || entry->state != ACQ_SESSION_WAITING)
    return;
  add_deed (self, entry, state, TRUE);
  arrive (self, find_waiting (self, self->current));
}

guint
acq_session_count (AcqSession *self, AcqSessionState state)
{
  guint count = 0;

  g_return_val_if_fail (ACQ_IS_SESSION (self), 0);
  for (guint i = 0; i < self->entries->len; i++)
    count += state == ACQ_SESSION_WAITING && entry_at (self, i)->state == state;
  for (guint i = 0; i < self->deeds->len; i++)
    count += ((const AcqSessionDeed *) self->deeds->pdata[i])->state == state;
  return count;
}

guint
acq_session_estimate_minutes (AcqSession *self)
{
  guint seconds = 0;

  g_return_val_if_fail (ACQ_IS_SESSION (self), 0);
  for (guint i = 0; i < self->entries->len; i++)
    if (entry_at (self, i)->state == ACQ_SESSION_WAITING)
      seconds += entry_at (self, i)->channel == ACQ_CHANNEL_CALL ? SECONDS_A_CALL : SECONDS_A_MESSAGE;
  return (seconds + 59) / 60;
}

static void
add_to_total (GArray *totals, const AcqSessionDeed *deed)
{
  AcqQueueTotal total = { deed->currency, deed->total };

  for (guint i = 0; i < totals->len; i++)
    if (acq_currency_equal (g_array_index (totals, AcqQueueTotal, i).currency, deed->currency))
      {
        g_array_index (totals, AcqQueueTotal, i).amount += deed->total;
        return;
      }
  if (acq_currency_equal (deed->currency, ACQ_CURRENCY_EUR))
    g_array_prepend_val (totals, total);
  else
    g_array_append_val (totals, total);
}

GArray *
acq_session_total_reminded (AcqSession *self)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (AcqQueueTotal));

  g_return_val_if_fail (ACQ_IS_SESSION (self), totals);
  for (guint i = 0; i < self->deeds->len; i++)
    {
      const AcqSessionDeed *deed = self->deeds->pdata[i];

      if (deed->state == ACQ_SESSION_APPROVED || deed->state == ACQ_SESSION_CALLED)
        add_to_total (totals, deed);
    }
  return totals;
}

const GPtrArray *
acq_session_get_deeds (AcqSession *self)
{
  g_return_val_if_fail (ACQ_IS_SESSION (self), NULL);
  return self->deeds;
}

gboolean
acq_session_may_approve_unseen (const AcqSessionEntry *entry)
{
  return entry->state == ACQ_SESSION_WAITING && entry->channel == ACQ_CHANNEL_MAIL;
}

static void
acq_session_finalize (GObject *object)
{
  AcqSession *self = ACQ_SESSION (object);

  g_clear_pointer (&self->queue, acq_queue_unref);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->deeds);
  G_OBJECT_CLASS (acq_session_parent_class)->finalize (object);
}

static void
acq_session_class_init (AcqSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_session_finalize;
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", ACQ_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
acq_session_init (AcqSession *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->deeds = g_ptr_array_new_with_free_func (deed_free);
}

AcqSession *
acq_session_new (void)
{
  return g_object_new (ACQ_TYPE_SESSION, NULL);
}
