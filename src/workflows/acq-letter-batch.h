/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-message-draft.h"
#include "acq-queue.h"

G_BEGIN_DECLS

/* In which order the letters lie on the pile. */
typedef enum
{
  ACQ_LETTER_BATCH_BY_NAME, /* of the recipient */
  ACQ_LETTER_BATCH_BY_POSTCODE,
  ACQ_LETTER_BATCH_BY_AMOUNT, /* the largest first; of one currency after the other */
} AcqLetterBatchOrder;

ACQ_DECLARE_CODES (AcqLetterBatchOrder, acq_letter_batch_order)

/* How far a batch has come; called on the thread that works. */
typedef void (*AcqLetterBatchProgress) (guint n_done, guint n_all, gpointer data);

typedef struct
{
  AcqLetterBatchProgress progress; /* nullable */
  gpointer data;
  GCancellable *cancellable; /* nullable; looked at between two letters */
} AcqLetterBatchWatch;

/* One message of the queue that goes on paper. */
typedef struct
{
  const AcqPlanMessage *message; /* of the queue */
  AcqMessageDraft *draft;
  GError *refusal;    /* why none of its letters may leave: the first that one of them met; NULL: they may */
  guint n_pages;      /* of all its letters */
  gint64 message_id;  /* of its approval; 0: not approved yet */
  gboolean seen;      /* somebody has looked at it */
  gboolean left;      /* its letters are issued */
  guint first_notice; /* place of its first letter among all notices that may leave */
  char *sort_key;     /* of the recipient's name */
} AcqLetterBatchEntry;

/**
 * AcqLetterBatch:
 *
 * The letters of a day, drafted together: what waits for a decision and what was approved and is not posted yet. Keeps the
 * queue from which it borrows. One thread at a time.
 */
typedef struct
{
  AcqQueue *queue;
  GPtrArray *entries; /* (element-type AcqLetterBatchEntry) in the order of the queue */
  guint next_notice;  /* behind the place of the last notice that left */
} AcqLetterBatch;

/**
 * acq_letter_batch_new:
 * @file: from which the queue was read
 * @queue: of the day's work, not a preview
 * @watch: (nullable)
 *
 * Drafts all letters; nothing is written and nothing is decided. A message of which one letter must not leave stays behind
 * with all its letters, for it is approved as a whole.
 *
 * Returns: (transfer full): %NULL where the file cannot be read, with G_IO_ERROR_CANCELLED, or where a text cannot be written
 */
AcqLetterBatch *acq_letter_batch_new (AcqCompanyFile *file, AcqQueue *queue, const AcqLetterBatchWatch *watch,
                                      GError **error);
void acq_letter_batch_free (AcqLetterBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterBatch, acq_letter_batch_free)

/* How many messages of a queue go on paper. */
guint acq_letter_batch_count (const AcqQueue *queue);

const AcqLetterBatchEntry *acq_letter_batch_entry (const AcqLetterBatch *self, guint place);
gboolean acq_letter_batch_entry_is_notice (const AcqLetterBatchEntry *entry);
/* Somebody has looked at the letters of an entry. */
void acq_letter_batch_mark_seen (AcqLetterBatch *self, guint place);
/* Nothing keeps it back: a formal notice leaves only once it was seen. */
gboolean acq_letter_batch_may_leave (const AcqLetterBatch *self, guint place);

/* (element-type guint) (transfer full): places of all entries. */
GArray *acq_letter_batch_order (const AcqLetterBatch *self, AcqLetterBatchOrder order);

/* Tells a watch, which may be NULL. FALSE with G_IO_ERROR_CANCELLED where the user changed his mind. */
gboolean acq_letter_batch_watch_step (const AcqLetterBatchWatch *watch, guint n_done, guint n_all,
                                      GError **error);

G_END_DECLS
