/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-profile.h"

G_BEGIN_DECLS

/* What can be asked of a customer and an invoice. The codes stand in the company file and in scenario files. */
typedef enum
{
  ACQ_CRITERION_KIND_IN,              /* value: bits of ACQ_CUSTOMER_KIND_BIT */
  ACQ_CRITERION_KIND_NOT_IN,
  ACQ_CRITERION_CUSTOMER_FOR,         /* value: days since the first invoice, at least */
  ACQ_CRITERION_CUSTOMER_FOR_LESS,
  ACQ_CRITERION_USUAL_DELAY,          /* value: days past due, at least; who has not paid anything yet has no delay */
  ACQ_CRITERION_USUAL_DELAY_LESS,
  ACQ_CRITERION_OUTSTANDING,          /* value: minor units of euros, at least */
  ACQ_CRITERION_OUTSTANDING_LESS,
  ACQ_CRITERION_INVOICE,              /* value: total in minor units of its currency, at least */
  ACQ_CRITERION_INVOICE_LESS,
  ACQ_CRITERION_PRECIOUS,             /* value: 1 or 0 */
  ACQ_N_CRITERIA,
} AcqCriterion;

ACQ_DECLARE_CODES (AcqCriterion, acq_criterion)

/* How a criterion's value is to be read and written. */
typedef enum
{
  ACQ_CRITERION_VALUE_KINDS,
  ACQ_CRITERION_VALUE_DAYS,
  ACQ_CRITERION_VALUE_AMOUNT,
  ACQ_CRITERION_VALUE_YES_NO,
} AcqCriterionValue;

AcqCriterionValue acq_criterion_value (AcqCriterion criterion);

/* One condition of a segment. */
typedef struct
{
  AcqCriterion criterion;
  gint64 value;
} AcqSegmentCondition;

/* The value is one that the criterion can have: days and amounts not below zero, known kinds and one at least. */
gboolean acq_segment_condition_is_valid (const AcqSegmentCondition *self);

/**
 * acq_segment_holds:
 * @invoice: (nullable): %NULL asks about the customer as such, for whom no condition on an invoice holds
 *
 * All of them hold; none at all hold for nobody.
 */
gboolean acq_segment_holds (const AcqSegmentCondition *conditions, gsize n_conditions,
                            const AcqCustomerProfile *profile, const AcqInvoice *invoice, AcqDay today);

/**
 * acq_segment_find_contradiction:
 * @ret_a: (out): the first of two conditions that leave nobody together
 * @ret_b: (out): the second one; @ret_a again where one alone leaves nobody
 *
 * Whether no customer can ever meet all of them: what is at least ten thousand and less than five, a kind that is both
 * wanted and left out. Kinds may run out over more than two conditions; the last two of these are told then.
 */
gboolean acq_segment_find_contradiction (const AcqSegmentCondition *conditions, gsize n_conditions, gsize *ret_a,
                                         gsize *ret_b);

G_END_DECLS
