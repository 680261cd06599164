/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-queue-model.h"

#include <string.h>

#include "acq-text-normalizer.h"

struct _AcqQueueModel
{
  GObject parent_instance;

  AcqQueueRowKind kind;
  AcqQueue *queue; /* owned, nullable */
  GArray *places;  /* (element-type guint) (nullable): of messages, in their order */
  guint n_items;
};

static void acq_queue_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AcqQueueModel, acq_queue_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, acq_queue_model_list_init))

static guint
count_items (const AcqQueueModel *self)
{
  guint n_items;

  if (self->queue == NULL)
    return 0;
  if (self->kind == ACQ_QUEUE_ROW_MESSAGE)
    return self->queue->messages->len;
  if (self->kind == ACQ_QUEUE_ROW_APPROVED)
    return self->queue->approved->len;
  n_items = self->queue->held->len;
  for (guint group = 0; group < ACQ_N_HELD_GROUPS; group++)
    n_items += self->queue->n_held[group] > 0;
  return n_items;
}

void
acq_queue_model_set_queue (AcqQueueModel *self, AcqQueue *queue, AcqQueueOrder order)
{
  guint before;

  g_return_if_fail (ACQ_IS_QUEUE_MODEL (self));
  before = self->n_items;
  if (queue != NULL)
    acq_queue_ref (queue);
  g_clear_pointer (&self->queue, acq_queue_unref);
  g_clear_pointer (&self->places, g_array_unref);
  self->queue = queue;
  if (queue != NULL && self->kind == ACQ_QUEUE_ROW_MESSAGE)
    self->places = acq_queue_order (queue, order);
  self->n_items = count_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n_items);
}

guint
acq_queue_model_find (AcqQueueModel *self, AcqQueueRow *row)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_MODEL (self), G_MAXUINT);
  for (guint i = 0; row != NULL && i < self->n_items; i++)
    {
      g_autoptr (AcqQueueRow) candidate = g_list_model_get_item (G_LIST_MODEL (self), i);

      if (acq_queue_row_is_same (candidate, row))
        return i;
    }
  return G_MAXUINT;
}

static gboolean
is_about_number (AcqQueueRow *row, const char *number)
{
  const AcqPlanMessage *message = acq_queue_row_get_message (row);
  const AcqQueueHeld *held = acq_queue_row_get_held (row);

  for (guint i = 0; held != NULL && i < held->invoices->len; i++)
    if (g_strcmp0 (((const AcqInvoice *) held->invoices->pdata[i])->number, number) == 0)
      return TRUE;
  for (guint i = 0; message != NULL && i < message->items->len; i++)
    if (g_strcmp0 (g_array_index (message->items, AcqPlanItem, i).invoice->number, number) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_about_customer (AcqQueueRow *row, const char *code)
{
  const AcqPlanMessage *message = acq_queue_row_get_message (row);
  const AcqCustomer *customer = acq_queue_row_get_customer (row);

  for (guint i = 0; message != NULL && i < message->customers->len; i++)
    if (g_strcmp0 (((const AcqCustomer *) message->customers->pdata[i])->code, code) == 0)
      return TRUE;
  return customer != NULL && g_strcmp0 (customer->code, code) == 0;
}

guint
acq_queue_model_find_subject (AcqQueueModel *self, const char *code, const char *number)
{
  g_return_val_if_fail (ACQ_IS_QUEUE_MODEL (self), G_MAXUINT);
  for (guint i = 0; i < self->n_items; i++)
    {
      g_autoptr (AcqQueueRow) row = g_list_model_get_item (G_LIST_MODEL (self), i);

      if ((number != NULL && is_about_number (row, number))
          || (code != NULL && is_about_customer (row, code)))
        return i;
    }
  return G_MAXUINT;
}

static gboolean
holds (const char *words, const char *wanted)
{
  g_autofree char *folded = words == NULL ? NULL : acq_text_fold (words);

  return folded != NULL && strstr (folded, wanted) != NULL;
}

static gboolean
is_named (AcqQueueRow *row, const char *wanted)
{
  const AcqPlanMessage *message = acq_queue_row_get_message (row);
  const AcqQueueHeld *held = acq_queue_row_get_held (row);
  const AcqCustomer *customer = acq_queue_row_get_customer (row);

  for (guint i = 0; held != NULL && i < held->invoices->len; i++)
    if (holds (((const AcqInvoice *) held->invoices->pdata[i])->number, wanted))
      return TRUE;
  for (guint i = 0; message != NULL && i < message->items->len; i++)
    if (holds (g_array_index (message->items, AcqPlanItem, i).invoice->number, wanted))
      return TRUE;
  return customer != NULL && holds (customer->name, wanted);
}

guint
acq_queue_model_find_text (AcqQueueModel *self, const char *text, guint from)
{
  g_autofree char *wanted = acq_text_fold (text);

  g_return_val_if_fail (ACQ_IS_QUEUE_MODEL (self), G_MAXUINT);
  for (guint i = 0; i < self->n_items; i++)
    {
      guint place = (from + i) % self->n_items;
      g_autoptr (AcqQueueRow) row = g_list_model_get_item (G_LIST_MODEL (self), place);

      if (is_named (row, wanted))
        return place;
    }
  return G_MAXUINT;
}

static GType
acq_queue_model_get_item_type (GListModel *model)
{
  return ACQ_TYPE_QUEUE_ROW;
}

static guint
acq_queue_model_get_n_items (GListModel *model)
{
  return ACQ_QUEUE_MODEL (model)->n_items;
}

/* Each group that holds something begins with its caption. */
static AcqQueueRow *
make_held_row (AcqQueueModel *self, guint position)
{
  guint first = 0;

  for (guint group = 0; group < ACQ_N_HELD_GROUPS; group++)
    {
      guint n_held = self->queue->n_held[group];

      if (n_held == 0)
        continue;
      if (position == 0)
        return acq_queue_row_new_caption (self->queue, (AcqHeldGroup) group);
      if (position <= n_held)
        return acq_queue_row_new_held (self->queue, first + position - 1);
      position -= n_held + 1;
      first += n_held;
    }
  g_return_val_if_reached (NULL);
}

static gpointer
acq_queue_model_get_item (GListModel *model, guint position)
{
  AcqQueueModel *self = ACQ_QUEUE_MODEL (model);

  if (position >= self->n_items)
    return NULL;
  if (self->kind == ACQ_QUEUE_ROW_MESSAGE)
    return acq_queue_row_new_message (self->queue, g_array_index (self->places, guint, position));
  if (self->kind == ACQ_QUEUE_ROW_APPROVED)
    return acq_queue_row_new_approved (self->queue, position);
  return make_held_row (self, position);
}

static void
acq_queue_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = acq_queue_model_get_item_type;
  iface->get_n_items = acq_queue_model_get_n_items;
  iface->get_item = acq_queue_model_get_item;
}

static void
acq_queue_model_finalize (GObject *object)
{
  AcqQueueModel *self = ACQ_QUEUE_MODEL (object);

  g_clear_pointer (&self->queue, acq_queue_unref);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (acq_queue_model_parent_class)->finalize (object);
}

static void
acq_queue_model_class_init (AcqQueueModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = acq_queue_model_finalize;
}

static void
acq_queue_model_init (AcqQueueModel *self)
{
}

AcqQueueModel *
acq_queue_model_new (AcqQueueRowKind kind)
{
  AcqQueueModel *self = g_object_new (ACQ_TYPE_QUEUE_MODEL, NULL);

  g_return_val_if_fail (kind != ACQ_QUEUE_ROW_CAPTION, self);
  self->kind = kind;
  return self;
}
