/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message.h"

static const char *const state_codes[] = { "approved", "reserved", "handed_over", "sent", "failed", "uncertain" };

ACQ_DEFINE_CODES (AcqMessageState, acq_message_state, state_codes)

static void
item_free (gpointer data)
{
  AcqMessageItem *self = data;

  g_free (self->step);
  g_free (self->tone);
  g_free (self);
}

AcqMessage *
acq_message_new (void)
{
  AcqMessage *self = g_new0 (AcqMessage, 1);

  self->approved = self->day = self->sent = ACQ_DAY_NONE;
  self->items = g_ptr_array_new_with_free_func (item_free);
  return self;
}

void
acq_message_free (AcqMessage *self)
{
  if (self == NULL)
    return;
  g_free (self->scenario);
  g_free (self->step);
  g_free (self->tone);
  g_free (self->channel);
  g_free (self->address);
  g_free (self->overruled);
  g_free (self->hash);
  g_free (self->registered_number);
  g_ptr_array_unref (self->items);
  g_free (self);
}

void
acq_message_add_item (AcqMessage *self, gint64 invoice_id, AcqDay due, const char *step, int level,
                      const char *tone, gint64 amount)
{
  AcqMessageItem *item = g_new0 (AcqMessageItem, 1);

  item->invoice_id = invoice_id;
  item->due = due;
  item->step = g_strdup (step);
  item->level = level;
  item->tone = g_strdup (tone);
  item->amount = amount;
  g_ptr_array_add (self->items, item);
}

static gboolean
items_are_equal (const AcqMessageItem *a, const AcqMessageItem *b)
{
  return a->invoice_id == b->invoice_id && a->due == b->due && a->level == b->level && a->amount == b->amount
         && g_strcmp0 (a->step, b->step) == 0;
}

gboolean
acq_message_says_the_same (const AcqMessage *self, const AcqMessage *other)
{
  if (self->recipient_id != other->recipient_id || self->level != other->level
      || self->release != other->release || self->total != other->total
      || !acq_currency_equal (self->currency, other->currency) || g_strcmp0 (self->step, other->step) != 0
      || g_strcmp0 (self->scenario, other->scenario) != 0 || g_strcmp0 (self->channel, other->channel) != 0
      || g_strcmp0 (self->address, other->address) != 0 || self->items->len != other->items->len)
    return FALSE;
  for (guint i = 0; i < self->items->len; i++)
    if (!items_are_equal (self->items->pdata[i], other->items->pdata[i]))
      return FALSE;
  return TRUE;
}
