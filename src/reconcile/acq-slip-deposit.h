/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-cheque-deposit.h"
#include "acq-verdict.h"

G_BEGIN_DECLS

/**
 * acq_slip_deposit_find:
 * @receipt: a bank line that credits cheques
 * @used: (nullable): ids of receipts that other lines took, as a set of gint64*
 *
 * The cheques of one slip whose sum is the line's: all of them are still deposited, the line is booked between the slip's day and
 * ten bank days after it, and counts as many cheques where it counts them.
 *
 * Returns: (transfer full) (nullable): the oldest such slip
 */
AcqChequeDeposit *acq_slip_deposit_find (const AcqLedger *ledger, const AcqOpenItems *items,
                                         const AcqOpenReceipt *receipt, GHashTable *used);

/**
 * acq_slip_deposit_is_sure:
 * @tasks: (element-type AcqTask): all lines; those that are open may be the slip's as well
 *
 * What was found above rests on two proofs: the user's own list of what was handed in, and a sum of it that the bank says was
 * paid in with cheques. It is sure unless another slip or loose cheques make up the same sum, another line could be the slip's,
 * or the money may be recorded already.
 */
gboolean acq_slip_deposit_is_sure (const AcqChequeDeposit *self, const AcqLedger *ledger, const AcqVerdict *verdict,
                                   const GPtrArray *tasks, const AcqOpenReceipt *receipt);

G_END_DECLS
