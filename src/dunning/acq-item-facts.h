/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-reason.h"
#include "acq-scenario.h"

G_BEGIN_DECLS

/**
 * AcqItemFacts:
 *
 * All that the decision about one due item rests on.
 */
typedef struct
{
  const AcqScenario *scenario;
  AcqDay issued; /* the invoice's day */
  AcqDay due; /* contractual, or the later day that was agreed */
  AcqDay counted_from; /* the day zero of the steps: that day, or a later end of the legal delay */
  int first_offset;    /* the first reminder not before that many days after it: habit, public body; 0: none such */
  int reached;         /* level done, 0 for one before the due day; -1: none */
  guint n_before;      /* of the steps before the due day, those done or passed by */
  AcqDay reached_on;   /* the day of the last of them all; ACQ_DAY_NONE: none, or not known */
  gboolean noticed;    /* a formal notice has left: who got it has until its own day */
  AcqDay last_message; /* to the recipient, about whatever; ACQ_DAY_NONE: none */
  gint64 asked;        /* of the whole invoice; minor units */
  AcqCustomerKind kind;
  gboolean is_new; /* the customer has not paid anything yet */
  AcqReasons blocks; /* what forbids a message whatever the step */
} AcqItemFacts;

/* The invoice is one of those that have the step. */
gboolean acq_item_facts_has_step (const AcqItemFacts *self, const AcqStep *step);

/* The first day of a step, all but the interval and what holds the item back aside. */
AcqDay acq_item_facts_day_of_step (const AcqItemFacts *self, const AcqStep *step);

/* The next step of level 1 and more that the invoice has; NULL: all are done. */
const AcqStep *acq_item_facts_next_step (const AcqItemFacts *self);

/**
 * acq_item_facts_next_before_due:
 * @n_passed: how many of those that are left are looked past
 *
 * The next step before the due day that the invoice has, or %NULL. None is left once a reminder has been sent.
 */
const AcqStep *acq_item_facts_next_before_due (const AcqItemFacts *self, guint n_passed);

/* What follows once all steps are done. After a formal notice there is no other one: the user decides. */
AcqSequel acq_item_facts_sequel (const AcqItemFacts *self);

/* A step of the scenario was taken on that day. */
void acq_item_facts_take_step (AcqItemFacts *self, const AcqStep *step, AcqDay day);
/* What days that have passed in a simulation have brought: the steps done. */
void acq_item_facts_take_progress (AcqItemFacts *self, const AcqItemFacts *moved);

G_END_DECLS
