/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Ways in which open amounts make up a payment, the most usual first. */
typedef enum
{
  ACQ_SUM_SINGLE,
  ACQ_SUM_WHOLE,        /* all of them */
  ACQ_SUM_RUN,          /* neighbours in the order given */
  ACQ_SUM_RUN_LESS_ONE, /* neighbours but for one between them */
  ACQ_SUM_SUBSET,
} AcqSumKind;

/**
 * AcqAmountSum:
 *
 * One way to make up a target. @chance is the number of such ways that would be expected if the amounts had nothing
 * to do with the target: the count of tries of that kind over the count of different sums. It must be small for
 * the sum to prove anything; it is a probability, not money.
 */
typedef struct
{
  AcqSumKind kind;
  GArray *members; /* (element-type guint) places among the amounts, ascending */
  double chance;
} AcqAmountSum;

void acq_amount_sum_free (AcqAmountSum *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqAmountSum, acq_amount_sum_free)

/**
 * acq_amount_sums_find:
 * @amounts: (array length=n): open amounts in the order of issue and number; credit notes below zero
 * @target: what was paid, above zero
 * @steps: (inout): how much work may still be done; what was done is taken off. Same input, same work
 *
 * Looks for singles, the whole, runs, and unless one of these was found also for runs less one and subsets: of up to six
 * among 14, four among 25, three among 40, two among more. Pairs are always looked for, since they rival a single.
 *
 * Returns: (transfer full) (element-type AcqAmountSum): by kind, at most some dozens
 */
GPtrArray *acq_amount_sums_find (const gint64 *amounts, guint n, gint64 target, guint *steps);

/* How many different prices there are up to this one, as fine as it is itself: 6 for 600.00, 1499 for 149.90; at least 1. */
double acq_amount_sums_distinct_prices (gint64 amount);
/* How many ways there are to take k of n. */
double acq_amount_sums_combinations (guint n, guint k);

G_END_DECLS
