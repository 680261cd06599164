/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/**
 * AcqRecordedMoney:
 *
 * Money that the books hold already without a bank line of its own: what invoices were settled by before they were
 * imported, and credited receipts that the user or an accounting export told of. A bank line may be that money, shown
 * once more, rather than the payment of what is still open.
 */
typedef struct _AcqRecordedMoney AcqRecordedMoney;

/* Borrows both. */
AcqRecordedMoney *acq_recorded_money_new (const AcqLedger *ledger, const AcqOpenItems *items);
void acq_recorded_money_free (AcqRecordedMoney *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRecordedMoney, acq_recorded_money_free)

/**
 * acq_recorded_money_may_be:
 *
 * Whether the receipt, or one part of what the explanation makes of it, may be money that is recorded already for the
 * explanation's customer or for a payer of the receipt. Where the label names all that is explained by its whole numbers,
 * only money that was recorded for the same invoices counts. Bounded work: a customer with too many records may
 * always be meant.
 */
gboolean acq_recorded_money_may_be (const AcqRecordedMoney *self, const AcqOpenReceipt *receipt,
                                    const AcqExplanation *explanation);

G_END_DECLS
