/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"
#include "acq-reconciliation.h"

G_BEGIN_DECLS

/**
 * acq_deposit_candidates_find:
 * @deposit: a bank line that credits cheques without saying whose
 * @most: how many answers at most
 *
 * Open invoices that add up to a cheque deposit: at most five, or as many as the bank counts; first those of customers who have a
 * cheque in hand or have paid by cheque before, due near the deposit. Bounded work, and the same answer for the same ledger.
 *
 * Returns: (element-type GArray of AcqProposedAllocation) (transfer full): the likeliest first, perhaps empty
 */
GPtrArray *acq_deposit_candidates_find (const AcqLedger *ledger, const AcqTransaction *deposit, guint most);

G_END_DECLS
