/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "acq-certainty-rules.h"
#include "acq-evidence.h"
#include "acq-label.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* SURE rests on at least two independent proofs and has no rival of similar strength: it may be posted unasked. */
typedef enum
{
  ACQ_CERTAINTY_SURE,
  ACQ_CERTAINTY_PROBABLE,
} AcqCertainty;

ACQ_DECLARE_CODES (AcqCertainty, acq_certainty)

/* Minor units; below zero for a credit note that is used up and for an invoice that a returned payment reopens. */
typedef struct
{
  gint64 invoice_id;
  gint64 amount;
} AcqProposedAllocation;

/**
 * AcqProposal:
 *
 * What one bank line is thought to settle, and why. All proposals of one run may be posted together: no line gives
 * more than it has, no invoice gets more than it owes.
 */
typedef struct
{
  gint64 transaction_id;
  AcqCertainty certainty;
  GArray *allocations; /* (element-type AcqProposedAllocation), one an invoice */
  GArray *kept; /* (element-type AcqProposedAllocation) what is lost of the same invoices for good, beside: a
                          provider's commission; mostly empty */
  GArray *evidence; /* (element-type AcqEvidence) ascending */
  GArray *
    replaced; /* (element-type gint64) receipts in flight that this bank line is: their state becomes REPLACED */
  GArray
    *could_settle; /* (element-type gint64) invoices it could settle as well or instead; empty where sure */
} AcqProposal;

/* A receipt for which nothing is proposed. The planner holds what it could settle, and nothing else. */
typedef struct
{
  gint64 transaction_id;
  GArray *could_settle; /* (element-type gint64) invoice ids, at most 200 */
} AcqUnmatchedReceipt;

typedef struct
{
  GPtrArray *proposals; /* (element-type AcqProposal) by day and id of the bank line */
  GPtrArray *unmatched; /* (element-type AcqUnmatchedReceipt) in the same order */
} AcqReconciliation;

/**
 * acq_reconciliation_run:
 * @ledger: all of the company; balances and matched amounts derived, arrays in the order of their ids
 * @today: bank lines that are booked later are left alone
 * @rules: (nullable): %NULL for the default ones
 * @cancellable: (nullable): looked at between two bank lines
 *
 * Explains each bank line that is open or partly matched, and each returned payment. Deterministic: the same ledger
 * gives the same answer, and posting the sure proposals and running again contradicts none of them.
 *
 * Returns: (transfer full): %NULL with G_IO_ERROR_CANCELLED set where it was cancelled; there is no other error
 */
AcqReconciliation *acq_reconciliation_run (const AcqLedger *ledger, AcqDay today,
                                           const AcqCertaintyRules *rules, GCancellable *cancellable,
                                           GError **error);
void acq_reconciliation_free (AcqReconciliation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqReconciliation, acq_reconciliation_free)

G_END_DECLS
