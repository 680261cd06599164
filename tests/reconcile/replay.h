/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"
#include "acq-reconciliation.h"

/* Lets a ledger come to light month by month, as a user meets it who confirms what he is shown. */
typedef struct _Replay Replay;

/* Takes all invoices and bank lines out of the ledger until they are revealed. */
Replay *replay_new (AcqLedger *ledger);
/* All of them are the ledger's again. */
void replay_free (Replay *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Replay, replay_free)

/* Gives the ledger back what was issued or booked by that day, in the order that it had, and derives the balances. */
void replay_reveal (Replay *self, AcqDay day);

/* Says a share and the least that it must be, in hundredths, as a line of JSON: the table of benchmarks reads it. */
void replay_print_share (const char *work, guint part, guint whole, double least);

/* What a user does: a receipt of a bank line (or, with id 0, a write-off beside it), what it pays, whose words they are. */
AcqReceipt *replay_add_receipt (AcqLedger *ledger, const AcqTransaction *line, gint64 transaction_id,
                                gint64 amount);
void replay_allocate (AcqReceipt *receipt, gint64 invoice_id, gint64 amount, AcqAllocationOrigin origin);
/* Customer 0: nothing is learned. */
void replay_learn (AcqLedger *ledger, const AcqTransaction *line, gint64 customer_id);
