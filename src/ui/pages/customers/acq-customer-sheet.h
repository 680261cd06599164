/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-figures.h"
#include "acq-timeline.h"

G_BEGIN_DECLS

/* All that the page of one customer shows. It is made off the main loop. */
typedef struct
{
  AcqTimeline *timeline;
  AcqCustomerAccount *account; /* the timeline's */
  AcqCustomerFigures figures;
} AcqCustomerSheet;

/* The customer must be one of the view's. */
AcqCustomerSheet *acq_customer_sheet_new (const AcqCompanyView *view, const AcqCustomer *customer);
void acq_customer_sheet_free (AcqCustomerSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCustomerSheet, acq_customer_sheet_free)

/* The kind of customer, town, and since when there are invoices: "Company · Besançon · customer since March 2021". Free
   it. */
char *acq_customer_sheet_describe (const AcqCustomerSheet *self);

/* (transfer full) (element-type AcqChartPoint): the last payments, the oldest first: days after the due day. Targets are
   those of "win.open" with the page in front: "bank transaction:12". */
GListModel *acq_customer_sheet_list_payments (const AcqCustomerSheet *self);

G_END_DECLS
