/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence-file.h"
#include "acq-notice-figures.h"

G_BEGIN_DECLS

/* What can follow a formal notice:
 *
 * - PAYMENT_ORDER: injonction de payer (1405 to 1422 of the Code de procédure civile);
 * - SMALL_CLAIM: procédure simplifiée de recouvrement des petites créances, by a commissaire de justice (L125-1 of the Code des
 *   procédures civiles d'exécution);
 * - TRADE_DEBT: the procedure for uncontested debts between traders (L126-1 to L126-5 of that code, loi n° 2026-307), whose
 *   decree is not known to be out: shown as a possibility, nothing more.
 */
typedef enum
{
  ACQ_EVIDENCE_STEP_PAYMENT_ORDER,
  ACQ_EVIDENCE_STEP_SMALL_CLAIM,
  ACQ_EVIDENCE_STEP_TRADE_DEBT,
  ACQ_N_EVIDENCE_STEPS,
} AcqEvidenceStep;

ACQ_DECLARE_CODES (AcqEvidenceStep, acq_evidence_step)

/* What a step needs: first what opens or closes it, then what has to be joined. */
typedef enum
{
  ACQ_EVIDENCE_NEED_PARTIES,     /* the law opens it between such parties */
  ACQ_EVIDENCE_NEED_CEILING,     /* the sum is not too large */
  ACQ_EVIDENCE_NEED_UNCONTESTED,
  ACQ_EVIDENCE_NEED_NO_PLAN,
  ACQ_EVIDENCE_NEED_IN_TIME,     /* no invoice is time-barred */
  ACQ_EVIDENCE_NEED_COURT,
  ACQ_EVIDENCE_NEED_CREDITOR_REGISTRATION,
  ACQ_EVIDENCE_NEED_DEBTOR_REGISTRATION,
  ACQ_EVIDENCE_NEED_CONTRACT,
  ACQ_EVIDENCE_NEED_DELIVERY,
  ACQ_EVIDENCE_NEED_INVOICE_COPY,
  ACQ_EVIDENCE_NEED_RECKONING,   /* the sum, with how it is made up */
  ACQ_EVIDENCE_NEED_RATE_CONFIRMED,
  ACQ_EVIDENCE_NEED_REMINDERS,
  ACQ_EVIDENCE_NEED_NOTICE,
  ACQ_EVIDENCE_NEED_NOTICE_PROOF,
  ACQ_N_EVIDENCE_NEEDS,
} AcqEvidenceNeed;

ACQ_DECLARE_CODES (AcqEvidenceNeed, acq_evidence_need)

typedef enum
{
  ACQ_EVIDENCE_STATE_READY,
  ACQ_EVIDENCE_STATE_MISSING,
  ACQ_EVIDENCE_STATE_TO_CHECK, /* the company file cannot tell */
  ACQ_EVIDENCE_STATE_CLOSED,   /* the step is not open for it */
} AcqEvidenceState;

ACQ_DECLARE_CODES (AcqEvidenceState, acq_evidence_state)

typedef struct
{
  AcqEvidenceStep step;
  AcqEvidenceNeed need;
  AcqEvidenceState state;
} AcqEvidenceNeedState;

/* (element-type AcqEvidenceNeedState) (transfer full): by step, then need. */
GArray *acq_evidence_list_needs (const AcqEvidenceFile *file, const AcqNoticeFigures *figures);

/* CLOSED where one of its needs is, else MISSING or TO_CHECK where one is, else READY. */
AcqEvidenceState acq_evidence_step_state (const GArray *needs, AcqEvidenceStep step);

G_END_DECLS
