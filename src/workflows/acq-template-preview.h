/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-mail-template.h"
#include "acq-planning.h"
#include "acq-reminder-mail.h"

G_BEGIN_DECLS

/* How a template looks on a customer of the company, whatever is planned for him. */

/* (element-type AcqCustomer) (transfer container): those who owe something, the hardest to write to first: with a promise not
   kept, credit notes, the most invoices. At most @limit. */
GPtrArray *acq_template_preview_customers (const AcqPlanning *planning, guint limit);

/* What a message of this model would tell the customer today; NULL where he owes nothing. The planning outlives it. */
AcqReminderMail *acq_template_preview_mail (const AcqPlanning *planning, const AcqCustomer *customer,
                                            AcqTemplateModel model);

G_END_DECLS
