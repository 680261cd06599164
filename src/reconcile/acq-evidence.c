/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence.h"

static const char *const evidence_codes[] = {
  "exact_amount",
  "exact_sum",
  "exact_due_item",
  "reference_in_label",
  "short_reference",
  "end_to_end_reference",
  "creditor_reference",
  "payer_known",
  "payer_iban",
  "payer_name",
  "payer_pattern",
  "contiguous_run",
  "whole_balance",
  "due_order",
  "usual_delay",
  "credit_note_netted",
  "partial_deposit_words",
  "bank_fee",
  "returned_payment",
  "cheque_number",
  "cheque_in_hand",
  "commission",
  "discount",
  "paid_too_much",
  "refund",
  "excess_refund",
  "cheque_slip",
};

G_STATIC_ASSERT (G_N_ELEMENTS (evidence_codes) == ACQ_N_EVIDENCE);

ACQ_DEFINE_CODES (AcqEvidence, acq_evidence, evidence_codes)
