/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"
#include "acq-template-preview.h"
#include "acq-templates.h"

G_BEGIN_DECLS

/* What is to be edited. */
typedef struct
{
  AcqTemplateModel model;
  AcqTemplateVariant variant;
  gint64 customer_id; /* whom to show it on; 0: the hardest one */
} AcqTemplateRequest;

/**
 * AcqTemplateCase:
 *
 * A template that is opened for editing, with all that is shown around it. Owns what it holds.
 */
typedef struct
{
  AcqTemplateRequest request;
  AcqCompanyView *view;
  AcqMailTemplate *template; /* in force */
  gboolean is_edited;        /* the user wrote it */
  char *unread;              /* that what he wrote cannot be read, and why, in his language; nullable */
  GArray *edited;            /* as acq_templates_list_edited() */
  AcqTemplateUse use;
  GPtrArray *customers;        /* (element-type AcqCustomer) of the view, to show it on */
  const AcqCustomer *customer; /* NULL: nobody owes anything */
  AcqReminderMail *mail;       /* (nullable) what it tells him; its template is free to be set */
} AcqTemplateCase;

/* The view is complete. */
AcqTemplateCase *acq_template_case_new (const AcqCompanyView *view, AcqCompanyFile *file,
                                        const AcqTemplateRequest *request, GError **error);
void acq_template_case_free (AcqTemplateCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTemplateCase, acq_template_case_free)

/* What a template would say to the customer of the case; NULL where there is none. Free it. */
AcqMailText *acq_template_case_write (const AcqTemplateCase *self, AcqMailTemplate *template);

G_END_DECLS
