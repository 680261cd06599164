/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/* A cheque deposit that cheques in hand make up. */
typedef struct
{
  AcqExplanation *explanation;
  GArray *receipt_ids; /* (element-type gint64) of these cheques */
  gint64 slip_id;      /* of the slip with which they were handed in; 0: they were not, or not together */
} AcqChequeDeposit;

void acq_cheque_deposit_free (AcqChequeDeposit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqChequeDeposit, acq_cheque_deposit_free)

/**
 * acq_cheque_deposit_find:
 * @receipt: a bank line that credits cheques
 * @used: (inout): ids of receipts that other deposits took, as a set of gint64*
 *
 * Looks among the cheques in hand or deposited by that day for at most six that make up the line exactly. Equal cheques of
 * different customers cannot be told apart, so this is never sure.
 *
 * Returns: (transfer full) (nullable): the first such choice, oldest cheques first
 */
AcqChequeDeposit *acq_cheque_deposit_find (const AcqLedger *ledger, const AcqOpenItems *items,
                                           const AcqOpenReceipt *receipt, GHashTable *used);

/* What these cheques (element-type AcqReceipt) make up; NULL where their invoices no longer owe as much. (transfer full) */
AcqChequeDeposit *acq_cheque_deposit_new (const AcqOpenItems *items, const GPtrArray *cheques);

/* Whether the bank line may be one. */
gboolean acq_cheque_deposit_is_one (const AcqOpenReceipt *receipt);

G_END_DECLS
