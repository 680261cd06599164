/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"
#include "acq-own-transfers.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_OUTCOME_OPEN,
  ACQ_OUTCOME_SURE,
  ACQ_OUTCOME_PROBABLE,
} AcqOutcome;

/* One bank line on its way through the solver. */
typedef struct
{
  const AcqTransaction *entry;
  GPtrArray *receipts; /* (element-type AcqOpenReceipt): one, or the children of a batch */
  AcqOutcome outcome;
  GArray *parts; /* (element-type AcqPart) one an item, once there is an outcome */
  GArray *kept;  /* (element-type AcqPart) what is lost of them beside */
  AcqEvidenceSet evidence;
  GArray *replaced;     /* (element-type gint64) ids of receipts in flight */
  GArray *could_settle; /* (element-type guint) items */
  AcqOwnTransfer
    own_transfer; /* perhaps: an amount alone explains nothing; yes, with a customer's name beside: never sure */
  guint64 evaluated; /* when it was last looked at, on the solver's counter; 0: never */
} AcqTask;

/* What a line is read with. Borrowed. */
typedef struct
{
  const AcqLedger *ledger;
  AcqDay today;
  const AcqOpenItems *items;
  const AcqReferenceIndex *references;
  const AcqPayerIndex *payers;
  const AcqOwnTransfers *own_transfers;
} AcqTaskContext;

/**
 * acq_task_new:
 *
 * Returns: (transfer full) (nullable): %NULL for a line that is not to be explained: booked after today, the bank's own
 *   charge, between own accounts, ignored, fully matched, or outgoing without being a returned payment, just what a
 *   credit note asks for, or to somebody who is named like a customer
 */
AcqTask *acq_task_new (const AcqTaskContext *context, const AcqTransaction *entry);
void acq_task_free (AcqTask *self);

gboolean acq_task_is_return (const AcqTask *self);
/* Outgoing: perhaps a credit note that was paid out, perhaps anything else. */
gboolean acq_task_is_refund (const AcqTask *self);
/* Adds what an explanation allocates and why. */
void acq_task_add (AcqTask *self, const AcqExplanation *explanation);
/* Notes which items the explanations name; where there are none, all that the payers of the receipt owe. What a payer was
   invoiced within the year after the receipt counts too if it is just its amount and nothing else of his explains it. */
void acq_task_note_could_settle (AcqTask *self, AcqOpenItems *items, const AcqOpenReceipt *receipt,
                                 const GPtrArray *explanations);

G_END_DECLS
