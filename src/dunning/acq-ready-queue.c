/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ready-queue.h"

struct _AcqReadyQueue
{
  GArray *heap; /* AcqReadyMessage */
};

#define entry_at(self, index) (&g_array_index ((self)->heap, AcqReadyMessage, index))

AcqReadyQueue *
acq_ready_queue_new (void)
{
  AcqReadyQueue *self = g_new0 (AcqReadyQueue, 1);

  self->heap = g_array_new (FALSE, FALSE, sizeof (AcqReadyMessage));
  return self;
}

void
acq_ready_queue_free (AcqReadyQueue *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->heap);
  g_free (self);
}

static gboolean
comes_before (const AcqReadyMessage *a, const AcqReadyMessage *b)
{
  return a->total != b->total ? a->total > b->total : a->recipient < b->recipient;
}

static void
swap_entries (AcqReadyQueue *self, guint a, guint b)
{
  AcqReadyMessage entry = *entry_at (self, a);

  *entry_at (self, a) = *entry_at (self, b);
  *entry_at (self, b) = entry;
}

void
acq_ready_queue_push (AcqReadyQueue *self, AcqReadyMessage message)
{
  guint at = self->heap->len;

  g_array_append_val (self->heap, message);
  while (at > 0 && comes_before (entry_at (self, at), entry_at (self, (at - 1) / 2)))
    {
      swap_entries (self, at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
}

static void
sink_first (AcqReadyQueue *self)
{
  guint at = 0;

  for (;;)
    {
      guint first = at;

      for (guint child = 2 * at + 1; child <= 2 * at + 2 && child < self->heap->len; child++)
        if (comes_before (entry_at (self, child), entry_at (self, first)))
          first = child;
      if (first == at)
        return;
      swap_entries (self, at, first);
      at = first;
    }
}

gboolean
acq_ready_queue_pop (AcqReadyQueue *self, AcqReadyMessage *ret_message)
{
  if (self->heap->len == 0)
    return FALSE;
  *ret_message = *entry_at (self, 0);
  g_array_remove_index_fast (self->heap, 0);
  sink_first (self);
  return TRUE;
}
