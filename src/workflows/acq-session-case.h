/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-figures.h"
#include "acq-message-case.h"
#include "acq-queue.h"
#include "acq-timeline.h"

G_BEGIN_DECLS

/**
 * AcqSessionCase:
 *
 * All that a session shows of one customer: the message and why it leaves, what he owes and how he pays, and what happened so
 * far. Never changed once made; it keeps the queue from which it borrows.
 */
typedef struct
{
  AcqQueue *queue;
  AcqMessageCase *details;
  GPtrArray *timelines;       /* (element-type AcqTimeline) of the recipient and of each customer that the message speaks of */
  AcqCustomerFigures figures; /* of the recipient: outstanding, overdue and open invoices are those of all of them together */
} AcqSessionCase;

/* @message: of the queue; @accepted: (nullable): as of acq_message_case_new(). Not for the main loop. */
AcqSessionCase *acq_session_case_new (AcqCompanyFile *file, AcqQueue *queue, const AcqPlanMessage *message,
                                      const char *const *accepted);
void acq_session_case_free (AcqSessionCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqSessionCase, acq_session_case_free)

G_END_DECLS
