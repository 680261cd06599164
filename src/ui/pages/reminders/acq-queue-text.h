/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-queue.h"

G_BEGIN_DECLS

/* What the rows of the queue and the head of a message say, in the user's language. Free what is not const. */

/* The name of a message: "Last reminder", "Call". */
const char *acq_queue_text_name (const AcqPlanMessage *message);
/* With its channel where that is not in the name: "Last reminder · e-mail". Free it. */
char *acq_queue_text_pill (const AcqPlanMessage *message);
/* The style class of a pill: "stop", "attention", "information" or "neutral". */
const char *acq_queue_text_meaning (const AcqPlanMessage *message);
const char *acq_queue_text_icon (AcqChannel channel);

/* "2 invoices · 30 days". */
char *acq_queue_text_message (const AcqQueueMessage *queued);
/* "approved on 20 November · e-mail". */
char *acq_queue_text_approved (const AcqQueueApproved *approved, AcqDay today);
/* A message that was approved by the code of its step: its name. */
const char *acq_queue_text_approved_name (const AcqQueueApproved *approved);
AcqChannel acq_queue_text_approved_channel (const AcqQueueApproved *approved);

/* "14,320.00 €", of several currencies each: "14,320.00 € + 200.00 USD"; "" for nothing. Takes the totals. */
char *acq_queue_text_totals (GArray *totals);

const char *acq_queue_text_group (AcqHeldGroup group);

G_END_DECLS
