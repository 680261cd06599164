/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-batch.h"

#include <string.h>

#include "acq-letter-merge.h"

static const char *const order_codes[] = { "name", "postcode", "amount" };

ACQ_DEFINE_CODES (AcqLetterBatchOrder, acq_letter_batch_order, order_codes)

static void
entry_free (gpointer data)
{
  AcqLetterBatchEntry *entry = data;

  acq_message_draft_free (entry->draft);
  g_clear_error (&entry->refusal);
  g_free (entry->sort_key);
  g_free (entry);
}

void
acq_letter_batch_free (AcqLetterBatch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  acq_queue_unref (self->queue);
  g_free (self);
}

gboolean
acq_letter_batch_watch_step (const AcqLetterBatchWatch *watch, guint n_done, guint n_all, GError **error)
{
  if (watch == NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  if (watch->progress != NULL)
    watch->progress (n_done, n_all, watch->data);
  return TRUE;
}

static gboolean
is_on_paper (const AcqPlanMessage *message)
{
  return message != NULL
         && (message->channel == ACQ_CHANNEL_LETTER || message->channel == ACQ_CHANNEL_REGISTERED_LETTER);
}

guint
acq_letter_batch_count (const AcqQueue *queue)
{
  guint count = 0;

  for (guint i = 0; i < queue->messages->len; i++)
    count += is_on_paper (((const AcqQueueMessage *) queue->messages->pdata[i])->message);
  for (guint i = 0; i < queue->approved->len; i++)
    count += is_on_paper (((const AcqQueueApproved *) queue->approved->pdata[i])->message);
  return count;
}

static void
add_entry (AcqLetterBatch *self, const AcqPlanMessage *message, gint64 message_id)
{
  AcqLetterBatchEntry *entry;

  if (!is_on_paper (message))
    return;
  entry = g_new0 (AcqLetterBatchEntry, 1);
  entry->message = message;
  entry->message_id = message_id;
  entry->sort_key = g_utf8_collate_key (message->recipient->name, -1);
  g_ptr_array_add (self->entries, entry);
}

/* Counts what was written; the first letter that was refused keeps the others back. */
static guint
look_at_letters (AcqLetterBatchEntry *entry)
{
  guint n_written = 0;

  for (guint i = 0; i < entry->draft->letters->len; i++)
    {
      const AcqDraftLetter *letter = entry->draft->letters->pdata[i];

      if (letter->refusal != NULL && entry->refusal == NULL)
        entry->refusal = g_error_copy (letter->refusal);
      if (letter->pdf == NULL)
        continue;
      entry->n_pages += acq_letter_count_pages (letter->pdf);
      n_written++;
    }
  return n_written;
}

static gboolean
draft_all (AcqLetterBatch *self, AcqCompanyFile *file, const AcqLetterBatchWatch *watch, GError **error)
{
  guint n_notices = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      AcqLetterBatchEntry *entry = self->entries->pdata[i];
      guint n_written;

      if (!acq_letter_batch_watch_step (watch, i, self->entries->len, error))
        return FALSE;
      entry->draft = acq_message_draft_new_behind (file, self->queue->view->planning, entry->message, NULL,
                                                   n_notices, error);
      if (entry->draft == NULL)
        return FALSE;
      entry->first_notice = n_notices;
      n_written = look_at_letters (entry);
      if (entry->refusal == NULL && acq_letter_batch_entry_is_notice (entry))
        n_notices += n_written;
    }
  return acq_letter_batch_watch_step (watch, self->entries->len, self->entries->len, error);
}

AcqLetterBatch *
acq_letter_batch_new (AcqCompanyFile *file, AcqQueue *queue, const AcqLetterBatchWatch *watch, GError **error)
{
  g_autoptr (AcqLetterBatch) self = g_new0 (AcqLetterBatch, 1);

  self->queue = acq_queue_ref (queue);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  for (guint i = 0; i < queue->messages->len; i++)
    add_entry (self, ((const AcqQueueMessage *) queue->messages->pdata[i])->message, 0);
  for (guint i = 0; i < queue->approved->len; i++)
    {
      const AcqQueueApproved *approved = queue->approved->pdata[i];

      add_entry (self, approved->message, approved->approved->id);
    }
  return draft_all (self, file, watch, error) ? g_steal_pointer (&self) : NULL;
}

const AcqLetterBatchEntry *
acq_letter_batch_entry (const AcqLetterBatch *self, guint place)
{
  g_return_val_if_fail (place < self->entries->len, NULL);

  return self->entries->pdata[place];
}

gboolean
acq_letter_batch_entry_is_notice (const AcqLetterBatchEntry *entry)
{
  return entry->draft->kind == ACQ_MESSAGE_DRAFT_FORMAL_NOTICE;
}

void
acq_letter_batch_mark_seen (AcqLetterBatch *self, guint place)
{
  g_return_if_fail (place < self->entries->len);

  ((AcqLetterBatchEntry *) self->entries->pdata[place])->seen = TRUE;
}

gboolean
acq_letter_batch_may_leave (const AcqLetterBatch *self, guint place)
{
  const AcqLetterBatchEntry *entry = acq_letter_batch_entry (self, place);

  return entry != NULL && entry->refusal == NULL
         && (entry->seen || !acq_letter_batch_entry_is_notice (entry));
}

typedef int (*Compare) (const AcqLetterBatchEntry *a, const AcqLetterBatchEntry *b);

static int
compare_names (const AcqLetterBatchEntry *a, const AcqLetterBatchEntry *b)
{
  return strcmp (a->sort_key, b->sort_key);
}

static int
compare_postcodes (const AcqLetterBatchEntry *a, const AcqLetterBatchEntry *b)
{
  return g_strcmp0 (a->message->recipient->postcode, b->message->recipient->postcode);
}

static int
compare_amounts (const AcqLetterBatchEntry *a, const AcqLetterBatchEntry *b)
{
  int result = strcmp (a->message->currency.code, b->message->currency.code);

  if (result != 0)
    return result;
  return (a->message->total < b->message->total) - (a->message->total > b->message->total);
}

static const Compare comparators[] = {
  [ACQ_LETTER_BATCH_BY_NAME] = compare_names,
  [ACQ_LETTER_BATCH_BY_POSTCODE] = compare_postcodes,
  [ACQ_LETTER_BATCH_BY_AMOUNT] = compare_amounts,
};

typedef struct
{
  const AcqLetterBatch *batch;
  Compare compare;
} Sorting;

/* What is the same in the order goes by name, and at last as it stood in the queue. */
static int
compare_places (gconstpointer a, gconstpointer b, gpointer data)
{
  const Sorting *sorting = data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  const AcqLetterBatchEntry *left_entry = acq_letter_batch_entry (sorting->batch, left);
  const AcqLetterBatchEntry *right_entry = acq_letter_batch_entry (sorting->batch, right);
  int result = sorting->compare (left_entry, right_entry);

  if (result == 0)
    result = compare_names (left_entry, right_entry);
  return result != 0 ? result : (left > right) - (left < right);
}

GArray *
acq_letter_batch_order (const AcqLetterBatch *self, AcqLetterBatchOrder order)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->entries->len);
  Sorting sorting = { self, NULL };

  g_return_val_if_fail ((gsize) order < G_N_ELEMENTS (comparators), places);

  sorting.compare = comparators[order];
  for (guint i = 0; i < self->entries->len; i++)
    g_array_append_val (places, i);
  g_array_sort_with_data (places, compare_places, &sorting);
  return places;
}
