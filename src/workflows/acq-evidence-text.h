/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"
#include "acq-reconciliation.h"

G_BEGIN_DECLS

/* What evidence is worth, for the colour of its chip; the words say it too. */
typedef enum
{
  ACQ_EVIDENCE_WEIGHT_PROOF,
  ACQ_EVIDENCE_WEIGHT_HINT, /* supports, proves nothing: a habit */
  ACQ_EVIDENCE_WEIGHT_DOUBT, /* speaks for a payment that is not the whole one */
} AcqEvidenceWeight;

AcqEvidenceWeight acq_evidence_weigh (AcqEvidence evidence);

/**
 * acq_evidence_text:
 * @allocations: (element-type AcqProposedAllocation): what the bank line is thought to settle
 *
 * Returns: (transfer full): a few words in the user's language: "exact amount"
 */
char *acq_evidence_text (AcqEvidence evidence, const GArray *allocations);

/**
 * acq_evidence_proof:
 * @ledger: that was reconciled
 *
 * What the words rest on, in sentences: the amounts, or the bank's own text.
 *
 * Returns: (transfer full): lines in the user's language, from the ledger's data as it is: not markup
 */
char *acq_evidence_proof (AcqEvidence evidence, const AcqLedger *ledger, const AcqTransaction *transaction,
                          const GArray *allocations);

/* (element-type AcqEvidence) (transfer full): what is worth showing of it, proofs first. */
GArray *acq_evidence_sort (const GArray *evidence);

G_END_DECLS
