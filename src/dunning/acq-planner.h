/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-decision.h"
#include "acq-plan.h"

G_BEGIN_DECLS

/**
 * acq_plan_new:
 * @until: the last day planned; the request's day for today's messages alone
 *
 * All messages from the request's day on, and the invoices past due about which nothing leaves on that day. Later days
 * assume that each message leaves on its day, even one that lacks something, that nobody pays, that each promise and each
 * instalment breaks on its day and that the bank stays as fresh as it is.
 *
 * What is asked is never more than what can be chased on the request's day. So an amount that a dispute, a payment in flight or
 * retention takes out of reach on that day is not in the plan of later days either.
 */
AcqPlan *acq_plan_new (const AcqPlanRequest *request, AcqDay until);

/* The decision about one invoice on one day. */
typedef struct
{
  AcqDecisionKind kind;
  const AcqStep *step; /* the next one; NULL: there is none */
  AcqDay day;          /* on which it leaves; ACQ_DAY_NONE: not foreseen */
  AcqReasons reasons;
  AcqDay broken_promise; /* the day by which it had been promised, if that is past; else ACQ_DAY_NONE */
  AcqSequel sequel;      /* with ACQ_REASON_SCENARIO_FINISHED: what follows */
  const AcqNote *handover; /* (nullable) to whom it was handed over: that is why it is excluded; borrowed */
  AcqDay disputed_since; /* the opening of its oldest open dispute; ACQ_DAY_NONE: it is not disputed */
  AcqDay postponed_to;   /* the due day that was agreed in the place of its own; ACQ_DAY_NONE: none */
  AcqDay postponed_on;   /* on which that was agreed */
} AcqWhy;

/**
 * acq_plan_why:
 * @on: the day asked about, not before the request's
 *
 * What happens to an invoice on a day, after the days up to it have passed as in the plan; an amount that has come within
 * reach since the request's day is reminded, though the plan made ahead does not have it. Of several due items the one
 * speaks that is reminded, else the one that is held back, else the earliest.
 */
AcqWhy acq_plan_why (const AcqPlanRequest *request, const AcqInvoice *invoice, AcqDay on);

G_END_DECLS
