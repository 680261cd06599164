/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-decision.h"
#include "acq-lateness-habits.h"
#include "acq-plan-request.h"

G_BEGIN_DECLS

/* A due item with a balance, and what the decision about it rests on. */
typedef struct
{
  const AcqInvoice *invoice;
  const AcqDueItem *due_item;
  const AcqCustomer *customer;
  guint recipient; /* index */
  gint64 amount;   /* that may be asked: what of the invoice is chaseable, less credits, oldest part first */
  AcqDay promised_until; /* of the last promise, kept or not; ACQ_DAY_NONE: there was none */
  gboolean pays_by_cheque;
  const AcqNote *handover; /* (nullable) the last that says to whom it was handed over */
  AcqItemFacts facts;
} AcqChasedItem;

typedef struct
{
  const AcqCustomer *customer;
  AcqDay last_message; /* or ACQ_DAY_NONE */
} AcqRecipient;

/**
 * AcqChasedItems:
 *
 * All due items with a balance of a ledger on one day, by invoice, and to whom messages about them go. Amounts are those
 * of that day: what a dispute, a payment in flight or retention takes out of reach stays out of reach in every plan made on it.
 */
typedef struct
{
  GArray *items;        /* (element-type AcqChasedItem) */
  GArray *recipients;   /* (element-type AcqRecipient) */
  guint reminded_today; /* recipients to whom something has already left on that day */
} AcqChasedItems;

AcqChasedItems *acq_chased_items_new (const AcqPlanRequest *request, AcqDay day);
AcqChasedItems *acq_chased_items_copy (const AcqChasedItems *self);
void acq_chased_items_free (AcqChasedItems *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqChasedItems, acq_chased_items_free)

#define acq_chased_items_get(self, index)       (&g_array_index ((self)->items, AcqChasedItem, index))
#define acq_chased_items_recipient(self, index) (&g_array_index ((self)->recipients, AcqRecipient, index))

G_END_DECLS
