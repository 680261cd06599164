/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-fact-entry.h"
#include "acq-message.h"
#include "acq-plan.h"

G_BEGIN_DECLS

/* What came of a call, in the order in which it is offered. */
typedef enum
{
  ACQ_CALL_PROMISED,
  ACQ_CALL_DISPUTED,
  ACQ_CALL_NO_PROMISE,
  ACQ_CALL_WILL_ANSWER, /* in writing: somebody has to read it */
  ACQ_CALL_NOBODY,
} AcqCallResult;

#define ACQ_N_CALL_RESULTS 5

/* A call as the user tells of it. */
typedef struct
{
  AcqCallResult result;
  AcqDay until;     /* promised for, disputed or waited for until; ACQ_DAY_NONE: no day */
  const char *said; /* nullable */
} AcqCall;

/**
 * acq_call_record:
 * @message: about which he called, whatever way it was to take
 * @approved: (nullable): its approval, where it has one
 * @nobody: reason of the hold where nobody answered, in the user's language
 *
 * Keeps a call of today and what came of it, in one change. A call that was planned has been made by it; instead of a mail or a
 * letter it counts as a contact, and the message keeps its distance. Where nobody answered it is put off to the next day.
 */
gboolean acq_call_record (AcqCompanyFile *file, const AcqPlanMessage *message, const AcqMessage *approved,
                          const AcqCall *call, const char *nobody, GError **error);

/**
 * acq_message_note:
 * @entry: its number and customer are not read
 *
 * Keeps a fact about all that a message speaks of, in one change: of the one invoice, else of each customer as a whole. An amount
 * is that of the one invoice.
 */
gboolean acq_message_note (AcqCompanyFile *file, const AcqPlanMessage *message, const AcqNoteEntry *entry,
                           GError **error);

/* The one invoice of a message; NULL where there are several. */
const AcqInvoice *acq_message_only_invoice (const AcqPlanMessage *message);

G_END_DECLS
