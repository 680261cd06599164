/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/**
 * acq_payer_patterns_learn:
 * @receipts: (element-type AcqOpenReceipt): those that nothing explains for sure yet
 *
 * Groups receipts by the words of their payers. Where at least two, and six in ten of a group, are each exactly one open
 * invoice of one customer, where nobody else comes near, and where that is no coincidence, the words are taken for
 * his. Receipts of payers who are known already are passed over.
 *
 * Returns: (transfer full) (element-type utf8): the payer keys that were learned, as a set
 */
GHashTable *acq_payer_patterns_learn (AcqPayerIndex *payers, const AcqOpenItems *items,
                                      const GPtrArray *receipts);

G_END_DECLS
