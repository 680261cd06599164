/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-template-case.h"

/* Customers to choose from. */
#define MAX_CUSTOMERS 50

static const AcqCustomer *
find_customer (const AcqTemplateCase *self)
{
  for (guint i = 0; i < self->customers->len; i++)
    {
      const AcqCustomer *customer = self->customers->pdata[i];

      if (customer->id == self->request.customer_id)
        return customer;
    }
  return self->customers->len == 0 ? NULL : self->customers->pdata[0];
}

static void
show_on_customer (AcqTemplateCase *self)
{
  const AcqPlanning *planning = self->view->planning;

  self->customers = acq_template_preview_customers (planning, MAX_CUSTOMERS);
  self->customer = find_customer (self);
  if (self->customer != NULL)
    self->mail = acq_template_preview_mail (planning, self->customer, self->request.model);
}

AcqTemplateCase *
acq_template_case_new (const AcqCompanyView *view, AcqCompanyFile *file, const AcqTemplateRequest *request,
                       GError **error)
{
  g_autoptr (AcqTemplateCase) self = g_new0 (AcqTemplateCase, 1);

  self->request = *request;
  self->view = acq_company_view_ref ((AcqCompanyView *) view);
  self->template
    = acq_templates_load (file, request->model, request->variant, &self->is_edited, &self->unread, error);
  if (self->template == NULL)
    return NULL;
  self->edited = acq_templates_list_edited (file, error);
  if (self->edited == NULL)
    return NULL;
  self->use = acq_templates_count_use (view->planning, request->model, request->variant);
  show_on_customer (self);
  return g_steal_pointer (&self);
}

void
acq_template_case_free (AcqTemplateCase *self)
{
  if (self == NULL)
    return;
  acq_reminder_mail_free (self->mail);
  g_clear_pointer (&self->customers, g_ptr_array_unref);
  g_clear_pointer (&self->edited, g_array_unref);
  acq_mail_template_unref (self->template);
  g_free (self->unread);
  acq_company_view_unref (self->view);
  g_free (self);
}

AcqMailText *
acq_template_case_write (const AcqTemplateCase *self, AcqMailTemplate *template)
{
  if (self->mail == NULL)
    return NULL;
  g_clear_pointer (&self->mail->template, acq_mail_template_unref);
  self->mail->template = acq_mail_template_ref (template);
  return acq_reminder_mail_write (self->mail);
}
