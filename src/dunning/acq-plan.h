/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-plan-request.h"
#include "acq-reason.h"

G_BEGIN_DECLS

/* One due item in a message. Amounts in minor units of the message's currency. */
typedef struct
{
  const AcqInvoice *invoice;
  const AcqDueItem *due_item;
  const AcqStep *step; /* its own: below the message's level it stands apart */
  gint64 amount;       /* asked; above zero, never more than the due item's balance */
  AcqDay
    broken_promise; /* the day by which it had been promised, which is past; ACQ_DAY_NONE: no promise was made */
  AcqDay due; /* from which it is late: the due item's, or the later day that was agreed */
} AcqPlanItem;

/**
 * AcqPlanMessage:
 *
 * What one recipient gets on one day: items of one currency, either overdue debts or retention to be released, never both.
 */
typedef struct
{
  const AcqCustomer *recipient;
  GPtrArray *customers; /* (element-type AcqCustomer) whose invoices these are, each once; borrowed */
  AcqDay day;
  const AcqScenario *scenario; /* that of the item of the highest level, as is the step */
  const AcqStep *step;
  int level;
  AcqChannel channel; /* the step's, or its fallback, or a call where the customer is to be called first */
  AcqMode mode;
  AcqNeeds needs;
  gboolean release; /* the items are retention: a release request, not a reproach */
  GArray *items;    /* (element-type AcqPlanItem) by due day */
  gint64 total;
  AcqCurrency currency;
} AcqPlanMessage;

/* An invoice with a part past due about which nothing leaves on the plan's first day, and why. */
typedef struct
{
  const AcqInvoice *invoice;
  const AcqCustomer *customer;
  AcqReasons reasons;
  AcqSequel sequel; /* with ACQ_REASON_SCENARIO_FINISHED: what follows for the part of which that is said */
} AcqHeldInvoice;

/* Borrows from what its request names. */
typedef struct
{
  GPtrArray *messages; /* (element-type AcqPlanMessage) by day, on each the largest first */
  GPtrArray *held;     /* (element-type AcqHeldInvoice) in the order of the ledger */
} AcqPlan;

AcqPlan *acq_plan_empty (void);
void acq_plan_free (AcqPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPlan, acq_plan_free)

AcqPlanMessage *acq_plan_message_new (const AcqCustomer *recipient, AcqDay day, AcqCurrency currency);
void acq_plan_message_free (AcqPlanMessage *self);
/* To whom its step wants it said: by mail or by phone, as its channel is; NULL for a letter, and where nobody has either. */
const AcqContact *acq_plan_message_contact (const AcqPlanMessage *self);
/* Keeps total, level, step and customers up with the items. */
void acq_plan_message_add (AcqPlanMessage *self, const AcqPlanItem *item, const AcqCustomer *customer,
                           const AcqScenario *scenario);

G_END_DECLS
