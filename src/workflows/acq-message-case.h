/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-view.h"
#include "acq-message-draft.h"
#include "acq-why-now.h"

G_BEGIN_DECLS

/**
 * AcqMessageCase:
 *
 * All that is looked at before a message is approved: whom it goes to, why it leaves, and what it says. Never changed
 * once made; what it borrows belongs to the view and the plan that it was made from.
 */
typedef struct
{
  const AcqCustomer *customer;
  AcqDay customer_since; /* the day of the first invoice; ACQ_DAY_NONE: there is none */
  gboolean habit_known;
  int habit;              /* days after the due day that he usually pays; below zero: before */
  GArray *why;            /* (element-type AcqWhyNow); NULL without a message */
  AcqMessageDraft *draft; /* NULL without a message, or where it could not be made */
  GError *draft_error;    /* why it could not; NULL otherwise */
} AcqMessageCase;

/**
 * acq_message_case_new:
 * @view: complete
 * @customer: to whom it goes, or whose invoices are held back
 * @message: (nullable): of a plan that was made on the view
 * @accepted: (nullable): codes of a formal notice that the user overrules
 *
 * Not for the main loop.
 */
AcqMessageCase *acq_message_case_new (AcqCompanyFile *file, const AcqCompanyView *view,
                                      const AcqCustomer *customer, const AcqPlanMessage *message,
                                      const char *const *accepted);
void acq_message_case_free (AcqMessageCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqMessageCase, acq_message_case_free)

G_END_DECLS
