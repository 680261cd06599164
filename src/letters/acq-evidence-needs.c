/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-evidence-needs.h"

static const char *const step_codes[] = { "payment_order", "small_claim", "trade_debt" };

ACQ_DEFINE_CODES (AcqEvidenceStep, acq_evidence_step, step_codes)

static const char *const need_codes[] = {
  "parties",  "ceiling",  "uncontested",  "no_plan",   "in_time",        "court",     "creditor_registration", "debtor_registration",
  "contract", "delivery", "invoice_copy", "reckoning", "rate_confirmed", "reminders", "notice",                "notice_proof",
};

G_STATIC_ASSERT (G_N_ELEMENTS (need_codes) == ACQ_N_EVIDENCE_NEEDS);

ACQ_DEFINE_CODES (AcqEvidenceNeed, acq_evidence_need, need_codes)

static const char *const state_codes[] = { "ready", "missing", "to_check", "closed" };

ACQ_DEFINE_CODES (AcqEvidenceState, acq_evidence_state, state_codes)

typedef struct
{
  const AcqEvidenceFile *file;
  const AcqNoticeFigures *figures;
  AcqEvidenceStep step;
} Case;

static gboolean
is_business (AcqCustomerKind kind)
{
  return kind == ACQ_CUSTOMER_KIND_COMPANY || kind == ACQ_CUSTOMER_KIND_SOLE_TRADER;
}

/* Whether a company or a sole trader trades in the sense of the law is in no company file. */
static AcqEvidenceState
judge_parties (const Case *self)
{
  AcqCustomerKind kind = self->file->letter->customer->kind;

  if (kind == ACQ_CUSTOMER_KIND_UNKNOWN)
    return ACQ_EVIDENCE_STATE_TO_CHECK;
  if (self->step == ACQ_EVIDENCE_STEP_TRADE_DEBT)
    return is_business (kind) ? ACQ_EVIDENCE_STATE_TO_CHECK : ACQ_EVIDENCE_STATE_CLOSED;
  if (kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY)
    return ACQ_EVIDENCE_STATE_TO_CHECK;
  return self->step == ACQ_EVIDENCE_STEP_SMALL_CLAIM && is_business (kind) ? ACQ_EVIDENCE_STATE_TO_CHECK
                                                                           : ACQ_EVIDENCE_STATE_READY;
}

/* Principal and interest; the indemnity is neither. */
static AcqEvidenceState
judge_ceiling (const Case *self)
{
  int ceiling
    = acq_legal_values_get (self->file->law, ACQ_LEGAL_VALUE_SMALL_CLAIM_CEILING, self->file->letter->day);
  gint64 claimed = self->figures->first_principal + self->figures->penalties_in_total;

  if (ceiling == 0)
    return ACQ_EVIDENCE_STATE_TO_CHECK;
  return claimed > ceiling ? ACQ_EVIDENCE_STATE_CLOSED : ACQ_EVIDENCE_STATE_READY;
}

static gboolean
is_barred (const Case *self, AcqLetterBar bar)
{
  for (guint i = 0; i < self->file->letter->items->len; i++)
    if (((const AcqLetterItem *) self->file->letter->items->pdata[i])->bars & bar)
      return TRUE;
  return FALSE;
}

static AcqEvidenceState
judge_uncontested (const Case *self)
{
  return self->file->dispute != NULL || is_barred (self, ACQ_LETTER_BAR_DISPUTED) ? ACQ_EVIDENCE_STATE_CLOSED
                                                                                  : ACQ_EVIDENCE_STATE_READY;
}

static AcqEvidenceState
judge_no_plan (const Case *self)
{
  return is_barred (self, ACQ_LETTER_BAR_IN_PLAN) ? ACQ_EVIDENCE_STATE_CLOSED : ACQ_EVIDENCE_STATE_READY;
}

static AcqEvidenceState
judge_in_time (const Case *self)
{
  gboolean assumed = self->file->limitations->len < self->file->letter->items->len;

  for (guint i = 0; i < self->file->limitations->len; i++)
    {
      const AcqEvidenceLimitation *known = &g_array_index (self->file->limitations, AcqEvidenceLimitation, i);

      if (known->limitation.last_day < self->file->letter->day)
        return ACQ_EVIDENCE_STATE_CLOSED;
      assumed = assumed || known->limitation.assumed;
    }
  return assumed ? ACQ_EVIDENCE_STATE_TO_CHECK : ACQ_EVIDENCE_STATE_READY;
}

static AcqEvidenceState
ready_or_missing (gboolean ready)
{
  return ready ? ACQ_EVIDENCE_STATE_READY : ACQ_EVIDENCE_STATE_MISSING;
}

static AcqEvidenceState
judge_court (const Case *self)
{
  return ready_or_missing (self->file->court != NULL);
}

/* Whether a copy of each invoice and credit note is there. */
static AcqEvidenceState
judge_copies (const Case *self)
{
  for (guint i = 0; i < self->file->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = g_ptr_array_index (self->file->pieces, i);

      if ((piece->kind == ACQ_EVIDENCE_PIECE_INVOICE || piece->kind == ACQ_EVIDENCE_PIECE_CREDIT_NOTE)
          && acq_evidence_piece_is_missing (piece))
        return ACQ_EVIDENCE_STATE_MISSING;
    }
  return ready_or_missing (acq_evidence_file_find (self->file, ACQ_EVIDENCE_PIECE_INVOICE) != NULL);
}

static AcqEvidenceState
judge_reckoning (const Case *self)
{
  return ready_or_missing (self->file->statement != NULL);
}

static AcqEvidenceState
judge_rate (const Case *self)
{
  for (guint i = 0; i < self->file->letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (self->file->letter->items, i);

      if (item->interest != NULL && !item->interest->confirmed)
        return ACQ_EVIDENCE_STATE_TO_CHECK;
    }
  return ACQ_EVIDENCE_STATE_READY;
}

static AcqEvidenceState
judge_piece (const Case *self, AcqEvidencePieceKind kind)
{
  return ready_or_missing (acq_evidence_file_find (self->file, kind) != NULL);
}

/* A person has no extract of a trade register. */
static AcqEvidenceState
judge_debtor_registration (const Case *self)
{
  AcqEvidenceState state = judge_piece (self, ACQ_EVIDENCE_PIECE_DEBTOR_REGISTRATION);

  return state == ACQ_EVIDENCE_STATE_MISSING && !is_business (self->file->letter->customer->kind)
           ? ACQ_EVIDENCE_STATE_READY
           : state;
}

static AcqEvidenceState
judge_notice (const Case *self)
{
  return self->file->notice.day == ACQ_DAY_NONE ? ACQ_EVIDENCE_STATE_MISSING
                                                : judge_piece (self, ACQ_EVIDENCE_PIECE_NOTICE);
}

static AcqEvidenceState
judge (const Case *self, AcqEvidenceNeed need)
{
  switch (need)
    {
    case ACQ_EVIDENCE_NEED_PARTIES:
      return judge_parties (self);
    case ACQ_EVIDENCE_NEED_CEILING:
      return judge_ceiling (self);
    case ACQ_EVIDENCE_NEED_UNCONTESTED:
      return judge_uncontested (self);
    case ACQ_EVIDENCE_NEED_NO_PLAN:
      return judge_no_plan (self);
    case ACQ_EVIDENCE_NEED_IN_TIME:
      return judge_in_time (self);
    case ACQ_EVIDENCE_NEED_COURT:
      return judge_court (self);
    case ACQ_EVIDENCE_NEED_CREDITOR_REGISTRATION:
      return judge_piece (self, ACQ_EVIDENCE_PIECE_CREDITOR_REGISTRATION);
    case ACQ_EVIDENCE_NEED_DEBTOR_REGISTRATION:
      return judge_debtor_registration (self);
    case ACQ_EVIDENCE_NEED_CONTRACT:
      return judge_piece (self, ACQ_EVIDENCE_PIECE_CONTRACT);
    case ACQ_EVIDENCE_NEED_DELIVERY:
      return judge_piece (self, ACQ_EVIDENCE_PIECE_DELIVERY);
    case ACQ_EVIDENCE_NEED_INVOICE_COPY:
      return judge_copies (self);
    case ACQ_EVIDENCE_NEED_RECKONING:
      return judge_reckoning (self);
    case ACQ_EVIDENCE_NEED_RATE_CONFIRMED:
      return judge_rate (self);
    case ACQ_EVIDENCE_NEED_REMINDERS:
      return judge_piece (self, ACQ_EVIDENCE_PIECE_REMINDER);
    case ACQ_EVIDENCE_NEED_NOTICE:
      return judge_notice (self);
    case ACQ_EVIDENCE_NEED_NOTICE_PROOF:
    default:
      return judge_piece (self, ACQ_EVIDENCE_PIECE_NOTICE_PROOF);
    }
}

#define NEED(name) (1u << ACQ_EVIDENCE_NEED_##name)

/* What each step asks for. */
static const guint needs_of_step[ACQ_N_EVIDENCE_STEPS] = {
  ((1u << ACQ_N_EVIDENCE_NEEDS) - 1) & ~NEED (CEILING),
  NEED (PARTIES) | NEED (CEILING) | NEED (NO_PLAN) | NEED (IN_TIME) | NEED (CONTRACT) | NEED (INVOICE_COPY)
    | NEED (RECKONING) | NEED (RATE_CONFIRMED),
  NEED (PARTIES) | NEED (UNCONTESTED) | NEED (NO_PLAN) | NEED (IN_TIME) | NEED (CONTRACT) | NEED (INVOICE_COPY)
    | NEED (RECKONING) | NEED (RATE_CONFIRMED),
};

GArray *
acq_evidence_list_needs (const AcqEvidenceFile *file, const AcqNoticeFigures *figures)
{
  GArray *needs = g_array_new (FALSE, FALSE, sizeof (AcqEvidenceNeedState));

  for (int step = 0; step < ACQ_N_EVIDENCE_STEPS; step++)
    {
      const Case judged = { file, figures, (AcqEvidenceStep) step };

      for (int need = 0; need < ACQ_N_EVIDENCE_NEEDS; need++)
        {
          AcqEvidenceNeedState state = { (AcqEvidenceStep) step, (AcqEvidenceNeed) need, ACQ_EVIDENCE_STATE_READY };

          if ((needs_of_step[step] & 1u << need) == 0)
            continue;
          state.state = judge (&judged, (AcqEvidenceNeed) need);
          g_array_append_val (needs, state);
        }
    }
  return needs;
}

AcqEvidenceState
acq_evidence_step_state (const GArray *needs, AcqEvidenceStep step)
{
  AcqEvidenceState worst = ACQ_EVIDENCE_STATE_READY;

  for (guint i = 0; i < needs->len; i++)
    {
      const AcqEvidenceNeedState *need = &g_array_index (needs, AcqEvidenceNeedState, i);

      if (need->step != step)
        continue;
      if (need->state == ACQ_EVIDENCE_STATE_CLOSED)
        return ACQ_EVIDENCE_STATE_CLOSED;
      if (worst != ACQ_EVIDENCE_STATE_MISSING && need->state != ACQ_EVIDENCE_STATE_READY)
        worst = need->state;
    }
  return worst;
}
