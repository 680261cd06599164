/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"
#include "acq-message.h"

G_BEGIN_DECLS

/* For whom something that is held back waits. */
typedef enum
{
  ACQ_HELD_FOR_YOU,      /* the user has something to do, to decide or to read */
  ACQ_HELD_FOR_CUSTOMER, /* something was agreed with the customer, or was given a day */
  ACQ_HELD_FOR_NOBODY,   /* its day has not come, or nothing is to be done about it */
} AcqHeldGroup;

#define ACQ_N_HELD_GROUPS 3

ACQ_DECLARE_CODES (AcqHeldGroup, acq_held_group)

typedef enum
{
  ACQ_QUEUE_BY_AMOUNT, /* the largest first */
  ACQ_QUEUE_BY_AGE,    /* the oldest first */
  ACQ_QUEUE_BY_NAME,
} AcqQueueOrder;

ACQ_DECLARE_CODES (AcqQueueOrder, acq_queue_order)

/* A planned message that waits for a decision. */
typedef struct
{
  const AcqPlanMessage *message;
  guint n_invoices;
  AcqDay oldest_due; /* of its items */
  char *sort_key;    /* of the recipient's name */
} AcqQueueMessage;

/**
 * AcqQueueHeld:
 *
 * What nothing leaves for: the late invoices of one customer in one currency, or a message that lacks something.
 */
typedef struct
{
  const AcqCustomer *customer; /* whose invoices these are; of a message its recipient */
  AcqHeldGroup group;
  AcqReasons reasons;            /* of all invoices; empty for a message */
  AcqReason gravest;             /* the one that explains most; nothing for a message */
  const AcqPlanMessage *message; /* (nullable) that lacks its needs */
  AcqDay covered_day;  /* up to which accounts must be read for the message; ACQ_DAY_NONE: they are */
  GPtrArray *invoices; /* (element-type AcqInvoice) the oldest first; borrowed */
  gint64 amount;       /* what of it is overdue, or what the message asks */
  AcqCurrency currency;
  AcqSequel sequel; /* with ACQ_REASON_SCENARIO_FINISHED: what follows; to be asked where its invoices differ */
  AcqDay until;                  /* last day of the gravest reason; ACQ_DAY_NONE: no such day */
  const AcqTransaction *receipt; /* (nullable) a bank line that could pay one of them */
  GPtrArray *notes; /* (element-type AcqNote) that hold them back and may be withdrawn; borrowed */
} AcqQueueHeld;

/* A message that was approved and has not left. */
typedef struct
{
  AcqMessage *approved;          /* owned */
  const AcqCustomer *recipient;  /* NULL: no longer in the ledger */
  const AcqPlanMessage *message; /* (nullable) what is planned and says the same; NULL: it no longer holds */
} AcqQueueApproved;

/* How much of one currency. */
typedef struct
{
  AcqCurrency currency;
  gint64 amount;
} AcqQueueTotal;

/**
 * AcqQueue:
 *
 * The reminders of one day: what is to be approved, what is held back and why, what was approved. Keeps the view from
 * which it borrows. Never changed once made, and counted.
 */
typedef struct
{
  AcqCompanyView *view;
  AcqPlan *plan; /* owned for another day than the view's; else NULL */
  AcqDay day;    /* on which the messages leave; ACQ_DAY_NONE: there is no such day */
  gboolean
    is_preview; /* another day than the one that is worked on: nothing can be approved, nothing is held */
  GPtrArray *messages; /* (element-type AcqQueueMessage) the largest first */
  GPtrArray *held;     /* (element-type AcqQueueHeld) by group; in each the most urgent first */
  guint n_held[ACQ_N_HELD_GROUPS];
  GPtrArray *approved; /* (element-type AcqQueueApproved) the latest first */
  AcqDay next_day;     /* where no message waits: on which the next one is due; ACQ_DAY_NONE: none foreseen */
} AcqQueue;

/**
 * acq_queue_new:
 * @view: complete
 * @file: from which it was read
 * @day: the view's plan day, or any later one for a preview
 *
 * Costs a walk over all that is held, and a plan for another day: not for the main loop.
 */
AcqQueue *acq_queue_new (AcqCompanyView *view, AcqCompanyFile *file, AcqDay day, GError **error);
AcqQueue *acq_queue_ref (AcqQueue *self);
void acq_queue_unref (AcqQueue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqQueue, acq_queue_unref)

/* (element-type guint) (transfer full): places of the messages in that order. */
GArray *acq_queue_order (const AcqQueue *self, AcqQueueOrder order);

/* Sums by currency, euros first: (element-type AcqQueueTotal) (transfer full). */
GArray *acq_queue_total_messages (const AcqQueue *self);
GArray *acq_queue_total_held (const AcqQueue *self);
GArray *acq_queue_total_approved (const AcqQueue *self);

/* How many customers are held back, each counted once. */
guint acq_queue_count_held_customers (const AcqQueue *self);

G_END_DECLS
