/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-case.h"

AcqSessionCase *
acq_session_case_new (AcqCompanyFile *file, AcqQueue *queue, const AcqPlanMessage *message,
                      const char *const *accepted)
{
  AcqSessionCase *self = g_new0 (AcqSessionCase, 1);
  g_autoptr (AcqCustomerAccount) account = acq_customer_account_new (queue->view, message->recipient);

  self->queue = acq_queue_ref (queue);
  self->details = acq_message_case_new (file, queue->view, message->recipient, message, accepted);
  self->figures = acq_customer_figures_of (account);
  self->timeline = acq_timeline_new (account, NULL);
  return self;
}

void
acq_session_case_free (AcqSessionCase *self)
{
  acq_message_case_free (self->details);
  acq_timeline_unref (self->timeline);
  acq_queue_unref (self->queue);
  g_free (self);
}
