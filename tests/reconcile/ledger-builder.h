/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"
#include "acq-reconciliation.h"

/* Makes ledgers for tests in few words. Ids count from 1 in the order of adding, each kind by itself. */

AcqCustomer *build_customer (AcqLedger *ledger, const char *name);
/* Issued and due on the same day, in euros; a credit note where the total is below zero. */
AcqInvoice *build_invoice (AcqLedger *ledger, const AcqCustomer *customer, const char *number, AcqDay issued,
                           gint64 total);
AcqTransaction *build_transaction (AcqLedger *ledger, AcqDay booked, gint64 amount, const char *label);
void build_alias (AcqLedger *ledger, const char *key, const AcqCustomer *customer);
/* Credited money with one allocation; the transaction may be NULL. */
AcqReceipt *build_receipt (AcqLedger *ledger, const AcqTransaction *transaction, const AcqInvoice *invoice,
                           AcqDay day, gint64 amount);

/* The proposal for a transaction, or NULL. */
const AcqProposal *find_proposal (const AcqReconciliation *result, const AcqTransaction *transaction);
const AcqUnmatchedReceipt *find_unmatched (const AcqReconciliation *result,
                                           const AcqTransaction *transaction);
/* "F1=12000 F2=3000 sure exact_sum payer_name": the allocations in the order of the numbers. Free it. */
char *describe_proposal (const AcqLedger *ledger, const AcqProposal *proposal);
/* Posts the proposals, or only the sure ones, as receipts and derives the balances again. */
void apply_proposals (AcqLedger *ledger, const AcqReconciliation *result, gboolean only_sure);
