/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-session-case.h"

/* Who pays for others owes what they owe. */
static void
add_customer (AcqSessionCase *self, const AcqCustomer *customer)
{
  g_autoptr (AcqCustomerAccount) account = acq_customer_account_new (self->queue->view, customer);
  AcqCustomerFigures figures = acq_customer_figures_of (account);

  g_ptr_array_add (self->timelines, acq_timeline_new (account, NULL));
  self->figures.outstanding += figures.outstanding;
  self->figures.overdue += figures.overdue;
  self->figures.n_open += figures.n_open;
  self->figures.n_overdue += figures.n_overdue;
}

AcqSessionCase *
acq_session_case_new (AcqCompanyFile *file, AcqQueue *queue, const AcqPlanMessage *message,
                      const char *const *accepted)
{
  AcqSessionCase *self = g_new0 (AcqSessionCase, 1);
  g_autoptr (AcqCustomerAccount) account = acq_customer_account_new (queue->view, message->recipient);

  self->queue = acq_queue_ref (queue);
  self->details = acq_message_case_new (file, queue->view, message->recipient, message, accepted);
  self->figures = acq_customer_figures_of (account);
  self->timelines = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_timeline_unref);
  g_ptr_array_add (self->timelines, acq_timeline_new (account, NULL));
  for (guint i = 0; i < message->customers->len; i++)
    if (message->customers->pdata[i] != message->recipient)
      add_customer (self, message->customers->pdata[i]);
  return self;
}

void
acq_session_case_free (AcqSessionCase *self)
{
  acq_message_case_free (self->details);
  g_ptr_array_unref (self->timelines);
  acq_queue_unref (self->queue);
  g_free (self);
}
