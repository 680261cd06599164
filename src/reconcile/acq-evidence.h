/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"

G_BEGIN_DECLS

/* What speaks for a match. The codes are shown to the user as words and are part of the command line's contract. */
typedef enum
{
  ACQ_EVIDENCE_EXACT_AMOUNT,       /* one invoice owes exactly this */
  ACQ_EVIDENCE_EXACT_SUM,          /* several invoices owe exactly this together */
  ACQ_EVIDENCE_EXACT_DUE_ITEM,     /* one part of an invoice, or all of it but the retention */
  ACQ_EVIDENCE_REFERENCE_IN_LABEL, /* a whole invoice number, in any spelling */
  ACQ_EVIDENCE_SHORT_REFERENCE,    /* the end of a number, with an agreeing payer */
  ACQ_EVIDENCE_END_TO_END_REFERENCE,
  ACQ_EVIDENCE_CREDITOR_REFERENCE, /* ISO 11649 */
  ACQ_EVIDENCE_PAYER_KNOWN,        /* these words were confirmed before */
  ACQ_EVIDENCE_PAYER_IBAN,         /* this account was confirmed before */
  ACQ_EVIDENCE_PAYER_NAME,         /* the customer's name */
  ACQ_EVIDENCE_PAYER_PATTERN,      /* several receipts with these words fit this customer and nobody else */
  ACQ_EVIDENCE_CONTIGUOUS_RUN,     /* invoices that follow each other */
  ACQ_EVIDENCE_WHOLE_BALANCE,      /* all that the customer owed that day */
  ACQ_EVIDENCE_DUE_ORDER,          /* the oldest first, for want of anything exact */
  ACQ_EVIDENCE_USUAL_DELAY,
  ACQ_EVIDENCE_CREDIT_NOTE_NETTED,
  ACQ_EVIDENCE_PARTIAL_DEPOSIT_WORDS, /* "acompte" beside a whole reference */
  ACQ_EVIDENCE_BANK_FEE,              /* short by no more than a bank takes */
  ACQ_EVIDENCE_RETURNED_PAYMENT,
  ACQ_EVIDENCE_CHEQUE_NUMBER,
  ACQ_EVIDENCE_CHEQUE_IN_HAND,
  ACQ_EVIDENCE_COMMISSION,    /* a provider's payout is what its commission leaves of them */
  ACQ_EVIDENCE_DISCOUNT,      /* short of it by a usual discount for early payment */
  ACQ_EVIDENCE_PAID_TOO_MUCH, /* a little more than it owes */
  ACQ_EVIDENCE_REFUND,        /* money that we sent back pays a credit note out */
  ACQ_EVIDENCE_EXCESS_REFUND, /* money that we sent back is just what a payment had too much */
  ACQ_EVIDENCE_CHEQUE_SLIP,   /* all cheques that were handed in with one slip */
} AcqEvidence;

#define ACQ_N_EVIDENCE (ACQ_EVIDENCE_CHEQUE_SLIP + 1)

ACQ_DECLARE_CODES (AcqEvidence, acq_evidence)

/* A set of them: bit 1 << evidence. */
typedef guint32 AcqEvidenceSet;

#define ACQ_EVIDENCE_BIT(evidence) ((AcqEvidenceSet) 1 << (evidence))

G_END_DECLS
