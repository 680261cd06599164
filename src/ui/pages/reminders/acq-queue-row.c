/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue-row.h"

struct _AcqQueueRow
{
  GObject parent_instance;

  AcqQueue *queue; /* owned */
  AcqQueueRowKind kind;
  guint place; /* among those of its kind; of a caption the group */
};

G_DEFINE_FINAL_TYPE (AcqQueueRow, acq_queue_row, G_TYPE_OBJECT)

static AcqQueueRow *
row_new (AcqQueue *queue, AcqQueueRowKind kind, guint place)
{
  AcqQueueRow *self = g_object_new (ACQ_TYPE_QUEUE_ROW, NULL);

  self->queue = acq_queue_ref (queue);
  self->kind = kind;
  self->place = place;
  return self;
}

AcqQueueRow *
acq_queue_row_new_message (AcqQueue *queue, guint place)
{
  g_return_val_if_fail (place < queue->messages->len, NULL);
  return row_new (queue, ACQ_QUEUE_ROW_MESSAGE, place);
}

AcqQueueRow *
acq_queue_row_new_held (AcqQueue *queue, guint place)
{
  g_return_val_if_fail (place < queue->held->len, NULL);
  return row_new (queue, ACQ_QUEUE_ROW_HELD, place);
}

AcqQueueRow *
acq_queue_row_new_approved (AcqQueue *queue, guint place)
{
  g_return_val_if_fail (place < queue->approved->len, NULL);
  return row_new (queue, ACQ_QUEUE_ROW_APPROVED, place);
}

AcqQueueRow *
acq_queue_row_new_caption (AcqQueue *queue, AcqHeldGroup group)
{
  return row_new (queue, ACQ_QUEUE_ROW_CAPTION, group);
}

AcqQueueRowKind
acq_queue_row_get_kind (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), ACQ_QUEUE_ROW_CAPTION);
  return self->kind;
}

AcqQueue *
acq_queue_row_get_queue (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), NULL);
  return self->queue;
}

const AcqQueueMessage *
acq_queue_row_get_queued (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), NULL);
  return self->kind == ACQ_QUEUE_ROW_MESSAGE ? self->queue->messages->pdata[self->place] : NULL;
}

const AcqQueueHeld *
acq_queue_row_get_held (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), NULL);
  return self->kind == ACQ_QUEUE_ROW_HELD ? self->queue->held->pdata[self->place] : NULL;
}

const AcqQueueApproved *
acq_queue_row_get_approved (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), NULL);
  return self->kind == ACQ_QUEUE_ROW_APPROVED ? self->queue->approved->pdata[self->place] : NULL;
}

AcqHeldGroup
acq_queue_row_get_group (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), ACQ_HELD_FOR_YOU);
  if (self->kind == ACQ_QUEUE_ROW_HELD)
    return acq_queue_row_get_held (self)->group;
  return self->kind == ACQ_QUEUE_ROW_CAPTION ? (AcqHeldGroup) self->place : ACQ_HELD_FOR_YOU;
}

const AcqPlanMessage *
acq_queue_row_get_message (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), NULL);
  switch (self->kind)
    {
    case ACQ_QUEUE_ROW_MESSAGE:
      return acq_queue_row_get_queued (self)->message;
    case ACQ_QUEUE_ROW_HELD:
      return acq_queue_row_get_held (self)->message;
    case ACQ_QUEUE_ROW_APPROVED:
      return acq_queue_row_get_approved (self)->message;
    case ACQ_QUEUE_ROW_CAPTION:
    default:
      return NULL;
    }
}

const AcqCustomer *
acq_queue_row_get_customer (AcqQueueRow *self)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self), NULL);
  switch (self->kind)
    {
    case ACQ_QUEUE_ROW_MESSAGE:
      return acq_queue_row_get_queued (self)->message->recipient;
    case ACQ_QUEUE_ROW_HELD:
      return acq_queue_row_get_held (self)->customer;
    case ACQ_QUEUE_ROW_APPROVED:
      return acq_queue_row_get_approved (self)->recipient;
    case ACQ_QUEUE_ROW_CAPTION:
    default:
      return NULL;
    }
}

static gboolean
is_same_message (const AcqPlanMessage *left, const AcqPlanMessage *right)
{
  return left->recipient->id == right->recipient->id && left->release == right->release
         && acq_currency_equal (left->currency, right->currency);
}

gboolean
acq_queue_row_is_same (AcqQueueRow *self, AcqQueueRow *other)
{
  const AcqQueueHeld *left, *right;

  g_return_val_if_fail (ACQ_IS_QUEUE_ROW (self) && ACQ_IS_QUEUE_ROW (other), FALSE);
  if (self->kind != other->kind)
    return FALSE;
  if (self->kind == ACQ_QUEUE_ROW_MESSAGE)
    return is_same_message (acq_queue_row_get_message (self), acq_queue_row_get_message (other));
  if (self->kind == ACQ_QUEUE_ROW_APPROVED)
    return acq_queue_row_get_approved (self)->approved->id
           == acq_queue_row_get_approved (other)->approved->id;
  if (self->kind == ACQ_QUEUE_ROW_CAPTION)
    return self->place == other->place;
  left = acq_queue_row_get_held (self);
  right = acq_queue_row_get_held (other);
  return left->customer->id == right->customer->id && left->group == right->group
         && (left->message == NULL) == (right->message == NULL)
         && acq_currency_equal (left->currency, right->currency);
}

static void
acq_queue_row_finalize (GObject *object)
{
  g_clear_pointer (&ACQ_QUEUE_ROW (object)->queue, acq_queue_unref);
  G_OBJECT_CLASS (acq_queue_row_parent_class)->finalize (object);
}

static void
acq_queue_row_class_init (AcqQueueRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_queue_row_finalize;
}

static void
acq_queue_row_init (AcqQueueRow *self)
{
}
