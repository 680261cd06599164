/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

typedef enum
{
  ACQ_OWN_TRANSFER_NO,
  ACQ_OWN_TRANSFER_PERHAPS, /* another account of ours paid just that out: a coincidence of amounts, or not */
  ACQ_OWN_TRANSFER_YES,     /* and the receipt says so: a customer may have paid as much in these days */
} AcqOwnTransfer;

/**
 * AcqOwnTransfers:
 *
 * Money that came in on one account of the company and left another one within three days.
 */
typedef struct _AcqOwnTransfers AcqOwnTransfers;

/* Borrows the ledger. */
AcqOwnTransfers *acq_own_transfers_new (const AcqLedger *ledger);
void acq_own_transfers_free (AcqOwnTransfers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqOwnTransfers, acq_own_transfers_free)

/* Our own IBAN as the other side is always YES. */
AcqOwnTransfer acq_own_transfers_judge (const AcqOwnTransfers *self, const AcqTransaction *receipt);

G_END_DECLS
