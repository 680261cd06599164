/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-need-text.h"

#include <glib/gi18n.h>

const char *
acq_evidence_reader_text (AcqEvidenceReader reader)
{
  switch (reader)
    {
    case ACQ_EVIDENCE_READER_LAWYER:
      return _ ("A lawyer");
    case ACQ_EVIDENCE_READER_BAILIFF:
      return _ ("A commissaire de justice");
    case ACQ_EVIDENCE_READER_COURT:
    default:
      return _ ("The court (payment order)");
    }
}

const char *
acq_evidence_step_text (AcqEvidenceStep step)
{
  switch (step)
    {
    case ACQ_EVIDENCE_STEP_PAYMENT_ORDER:
      return _ ("Payment order");
    case ACQ_EVIDENCE_STEP_SMALL_CLAIM:
      return _ ("Small-claims procedure");
    case ACQ_EVIDENCE_STEP_TRADE_DEBT:
    default:
      return _ ("Uncontested debt between traders");
    }
}

const char *
acq_evidence_need_text (AcqEvidenceNeed need)
{
  static const char *const texts[ACQ_N_EVIDENCE_NEEDS] = {
    N_ ("Open between you and this customer"),
    N_ ("The sum is not above the ceiling"),
    N_ ("The customer contests nothing"),
    N_ ("No payment plan is running"),
    N_ ("No invoice is too old to be claimed"),
    N_ ("The name of the court"),
    N_ ("Your registration certificate (Kbis)"),
    N_ ("The customer’s registration certificate (Kbis)"),
    N_ ("Signed quotation, order or contract"),
    N_ ("Proof that the work was done"),
    N_ ("A copy of each invoice and credit note"),
    N_ ("The sum and how it is made up"),
    N_ ("The rates of late interest are confirmed"),
    N_ ("A trace of the reminders"),
    N_ ("The formal notice"),
    N_ ("Proof that the notice was sent and received"),
  };

  g_return_val_if_fail ((gsize) need < ACQ_N_EVIDENCE_NEEDS, "");
  return _ (texts[need]);
}

const char *
acq_evidence_state_text (AcqEvidenceState state)
{
  switch (state)
    {
    case ACQ_EVIDENCE_STATE_READY:
      return C_ ("evidence", "In order");
    case ACQ_EVIDENCE_STATE_MISSING:
      return C_ ("evidence", "Missing");
    case ACQ_EVIDENCE_STATE_TO_CHECK:
      return C_ ("evidence", "To be checked");
    case ACQ_EVIDENCE_STATE_CLOSED:
    default:
      return C_ ("evidence", "Not possible");
    }
}

const char *
acq_evidence_document_text (AcqEvidencePieceKind kind)
{
  switch (kind)
    {
    case ACQ_EVIDENCE_PIECE_CREDITOR_REGISTRATION:
      return acq_evidence_need_text (ACQ_EVIDENCE_NEED_CREDITOR_REGISTRATION);
    case ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION:
      return acq_evidence_need_text (ACQ_EVIDENCE_NEED_DEBTOR_REGISTRATION);
    case ACQ_EVIDENCE_PIECE_CONTRACT:
      return acq_evidence_need_text (ACQ_EVIDENCE_NEED_CONTRACT);
    case ACQ_EVIDENCE_PIECE_TERMS:
      return _ ("Accepted terms of sale");
    case ACQ_EVIDENCE_PIECE_DELIVERY:
      return acq_evidence_need_text (ACQ_EVIDENCE_NEED_DELIVERY);
    case ACQ_EVIDENCE_PIECE_NOTICE_PROOF:
      return acq_evidence_need_text (ACQ_EVIDENCE_NEED_NOTICE_PROOF);
    default:
      return _ ("Another document");
    }
}
