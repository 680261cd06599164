/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-queue.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_QUEUE_ROW_MESSAGE,
  ACQ_QUEUE_ROW_HELD,
  ACQ_QUEUE_ROW_APPROVED,
  ACQ_QUEUE_ROW_CAPTION, /* above the held ones of a group: nothing to select */
} AcqQueueRowKind;

/**
 * AcqQueueRow:
 *
 * One row of a queue; immutable. Keeps the queue from which it borrows.
 */
#define ACQ_TYPE_QUEUE_ROW (acq_queue_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqQueueRow, acq_queue_row, ACQ, QUEUE_ROW, GObject)

AcqQueueRow *acq_queue_row_new_message (AcqQueue *queue, guint place);
AcqQueueRow *acq_queue_row_new_held (AcqQueue *queue, guint place);
AcqQueueRow *acq_queue_row_new_approved (AcqQueue *queue, guint place);
AcqQueueRow *acq_queue_row_new_caption (AcqQueue *queue, AcqHeldGroup group);

AcqQueueRowKind acq_queue_row_get_kind (AcqQueueRow *self);
AcqQueue *acq_queue_row_get_queue (AcqQueueRow *self);
/* The planned message of a row of any kind; NULL where there is none. */
const AcqPlanMessage *acq_queue_row_get_message (AcqQueueRow *self);
/* To whom it goes, or whose invoices are held; NULL for a caption. */
const AcqCustomer *acq_queue_row_get_customer (AcqQueueRow *self);
/* NULL where the row is of another kind. */
const AcqQueueMessage *acq_queue_row_get_queued (AcqQueueRow *self);
const AcqQueueHeld *acq_queue_row_get_held (AcqQueueRow *self);
const AcqQueueApproved *acq_queue_row_get_approved (AcqQueueRow *self);
AcqHeldGroup acq_queue_row_get_group (AcqQueueRow *self);
/* A row of a later queue that is about the same. */
gboolean acq_queue_row_is_same (AcqQueueRow *self, AcqQueueRow *other);

G_END_DECLS
