/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/**
 * acq_payer_guesses_make:
 * @receipts: (element-type AcqOpenReceipt): lines that nothing has explained
 *
 * Who may be behind words that name nobody: of all groups of lines with the same words and all customers, the pairs that fit
 * best, each group and each customer once. A fit is how rarely others owe those sums too, less what the customer
 * does not explain, and less the more unevenly he would have paid. Good for a question, never for a proof.
 *
 * Returns: (transfer full): payer key to customer + 1
 */
GHashTable *acq_payer_guesses_make (const AcqOpenItems *items, const GPtrArray *receipts);

G_END_DECLS
