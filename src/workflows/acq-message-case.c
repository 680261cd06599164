/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-case.h"

#include "acq-customer-account.h"

static AcqDay
find_first_invoice (const AcqLedger *rows)
{
  AcqDay first = ACQ_DAY_NONE;

  for (guint i = 0; i < rows->invoices->len; i++)
    {
      const AcqInvoice *invoice = rows->invoices->pdata[i];

      if (!invoice->opening && (first == ACQ_DAY_NONE || invoice->issued < first))
        first = invoice->issued;
    }
  return first;
}

AcqMessageCase *
acq_message_case_new (AcqCompanyFile *file, const AcqCompanyView *view, const AcqCustomer *customer,
                      const AcqPlanMessage *message, const char *const *accepted)
{
  AcqMessageCase *self = g_new0 (AcqMessageCase, 1);
  g_autoptr (AcqCustomerAccount) account = acq_customer_account_new (view, customer);

  self->customer = customer;
  self->customer_since = find_first_invoice (account->rows);
  self->habit_known = account->habit->known;
  self->habit = account->habit->days_late;
  if (message == NULL)
    return self;
  self->why = acq_why_now_list (view->planning, message);
  self->draft = acq_message_draft_new (file, view->planning, message, accepted, &self->draft_error);
  return self;
}

void
acq_message_case_free (AcqMessageCase *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->why, g_array_unref);
  acq_message_draft_free (self->draft);
  g_clear_error (&self->draft_error);
  g_free (self);
}
