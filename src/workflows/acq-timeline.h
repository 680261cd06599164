/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-account.h"

G_BEGIN_DECLS

/* What happened, or is planned. Of two on one day the later in this list is shown above. */
typedef enum
{
  ACQ_TIMELINE_INVOICE,
  ACQ_TIMELINE_CREDIT_NOTE,
  ACQ_TIMELINE_RECEIPT,    /* money, arrived or on its way */
  ACQ_TIMELINE_SETTLEMENT, /* without money: a credit note that was used, a set-off, a write-off */
  ACQ_TIMELINE_RETURN,     /* a payment that went back, or never arrived */
  ACQ_TIMELINE_REMINDER,
  ACQ_TIMELINE_REMINDED_BEFORE, /* what was reminded before Acquit knew of it */
  ACQ_TIMELINE_CALL,
  ACQ_TIMELINE_PROMISE,
  ACQ_TIMELINE_DISPUTE,
  ACQ_TIMELINE_HOLD,
  ACQ_TIMELINE_EXCLUSION,
  ACQ_TIMELINE_ANSWER,
  ACQ_TIMELINE_WAIVER,
  ACQ_TIMELINE_HANDOVER,
  ACQ_TIMELINE_POSTPONEMENT, /* of a due day */
  ACQ_TIMELINE_PLAN,
  ACQ_TIMELINE_PROMISE_BROKEN,
  ACQ_TIMELINE_PLANNED, /* a message of the plan */
} AcqTimelineKind;

ACQ_DECLARE_CODES (AcqTimelineKind, acq_timeline_kind)

/* What one looks for in a history. */
typedef enum
{
  ACQ_TIMELINE_GROUP_INVOICES,
  ACQ_TIMELINE_GROUP_PAYMENTS,
  ACQ_TIMELINE_GROUP_EXCHANGES,
} AcqTimelineGroup;

AcqTimelineGroup acq_timeline_group_of (AcqTimelineKind kind);

/* What stands for "no such number of days". */
#define ACQ_TIMELINE_NO_DAYS G_MININT

/* One invoice of an event. */
typedef struct
{
  const AcqInvoice *invoice;
  gint64 amount;  /* settled, asked or planned; minor units of the invoice */
  gboolean apart; /* below the message's level: it stands apart */
} AcqTimelineItem;

/**
 * AcqTimelineEvent:
 *
 * One event. What it is about is borrowed, and NULL where its kind has none of it.
 */
typedef struct
{
  AcqTimelineKind kind;
  AcqDay day;
  gint64 amount;        /* minor units; below zero for what went back and for credit notes */
  AcqCurrency currency; /* none: the event has no amount */
  int days_late;        /* of a receipt, days after the latest due day it settled; below zero: before */
  const AcqInvoice *invoice;
  const AcqReceipt *receipt;
  const AcqReminder *reminder; /* of the highest level among those that left together */
  const AcqNote *note;
  const AcqPromise *promise; /* of a promise, what became of it */
  const AcqPaymentPlan *plan;
  const AcqPlanMessage *message;
  guint first_item; /* its invoices are n_items of the timeline's items */
  guint n_items;
} AcqTimelineEvent;

/**
 * AcqTimeline:
 *
 * All that happened with one customer, or with one of his invoices, and what is planned: the newest first. Never changed
 * once made, and counted.
 */
typedef struct
{
  AcqCustomerAccount *account; /* owned: all else borrows from it */
  const AcqInvoice *invoice;   /* NULL: all of the customer's */
  GArray *events;              /* (element-type AcqTimelineEvent) */
  GArray *items;               /* (element-type AcqTimelineItem) */
} AcqTimeline;

/* @invoice: (nullable): one of the customer's, for its events alone */
AcqTimeline *acq_timeline_new (AcqCustomerAccount *account, const AcqInvoice *invoice);
AcqTimeline *acq_timeline_ref (AcqTimeline *self);
void acq_timeline_unref (AcqTimeline *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTimeline, acq_timeline_unref)

#define acq_timeline_event(self, index) (&g_array_index ((self)->events, AcqTimelineEvent, index))
#define acq_timeline_item(self, event, index)                                                                \
  (&g_array_index ((self)->items, AcqTimelineItem, (event)->first_item + (index)))

G_END_DECLS
