/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-certainty-rules.h"
#include "acq-recorded-money.h"

G_BEGIN_DECLS

/* What a verdict looks at beside the explanations. Borrowed. */
typedef struct
{
  AcqOpenItems *items;
  const AcqRecordedMoney *recorded;
  AcqCertaintyRules rules; /* in their ranges */
  GHashTable *in_flight;   /* items that a cheque in hand or an awaited debit covers, as a set of item + 1 */
} AcqVerdict;

/**
 * acq_verdict_is_sure:
 * @explanations: (element-type AcqExplanation): all that were found, best first, at least one; no tentative posting may
 *   stand behind them
 *
 * Whether the first explanation has two independent proofs (a whole reference and the exact amount; a payer who is
 * known, and an exact sum that is no coincidence) and none of the others is of similar strength, nor may the
 * receipt be money that is recorded already. Receipts that came earlier are the solver's concern.
 */
gboolean acq_verdict_is_sure (const AcqVerdict *self, const AcqOpenReceipt *receipt,
                              const GPtrArray *explanations);

/* The same for a partial payment: a deposit that names its invoice and comes from its customer. */
gboolean acq_verdict_is_sure_deposit (const AcqVerdict *self, const AcqOpenReceipt *receipt,
                                      const AcqExplanation *partial);

/* What holds of any match, for cheques that were handed in with one slip: the user's limits, no other invoice in the bank's
   words, and no such money recorded already. */
gboolean acq_verdict_allows_slip (const AcqVerdict *self, const AcqOpenReceipt *receipt, const AcqExplanation *slip);

G_END_DECLS
