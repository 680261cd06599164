/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-queue-row.h"

G_BEGIN_DECLS

/**
 * AcqQueueModel:
 *
 * One of the three lists of a queue as AcqQueueRow: its messages, what is held (with a caption above each group), or what
 * was approved. Rows are made when they are asked for.
 */
#define ACQ_TYPE_QUEUE_MODEL (acq_queue_model_get_type ())
G_DECLARE_FINAL_TYPE (AcqQueueModel, acq_queue_model, ACQ, QUEUE_MODEL, GObject)

/* @kind: of the rows; not a caption */
AcqQueueModel *acq_queue_model_new (AcqQueueRowKind kind);
/* @queue: (nullable): empties the list; @order: of messages */
void acq_queue_model_set_queue (AcqQueueModel *self, AcqQueue *queue, AcqQueueOrder order);
/* The place of the row that is about the same; GTK_INVALID_LIST_POSITION (G_MAXUINT) where there is none. */
guint acq_queue_model_find (AcqQueueModel *self, AcqQueueRow *row);
/* The first row of a customer, or about an invoice of that number (nullable, as is the code). */
guint acq_queue_model_find_subject (AcqQueueModel *self, const char *code, const char *number);
/* The first row from a place on, and then from the beginning, whose customer's name or an invoice's number holds the text,
   whatever its case and accents. */
guint acq_queue_model_find_text (AcqQueueModel *self, const char *text, guint from);

G_END_DECLS
