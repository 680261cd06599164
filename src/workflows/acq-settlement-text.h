/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"
#include "acq-reconciliation.h"

G_BEGIN_DECLS

/**
 * acq_settlement_text:
 * @allocations: (element-type AcqProposedAllocation): what a bank line settles, or is thought to; at least one
 *
 * Returns: (transfer full): a clause in the user's language: "pays F2026-0231 and F2026-0237", "pays F2026-0245 less credit note
 *   A2026-0012", "reopens F2026-0318"
 */
char *acq_settlement_text (const AcqLedger *ledger, const GArray *allocations);

/* As above, the numbers alone: "F2026-0231 and F2026-0237", "F2026-0231, F2026-0232 and 3 others". */
char *acq_settlement_text_numbers (const AcqLedger *ledger, const GArray *allocations);

/* As above for what a receipt settles (element-type AcqAllocation). NULL where it settles nothing. */
char *acq_settlement_text_of_receipt (const AcqLedger *ledger, const AcqReceipt *receipt);

G_END_DECLS
