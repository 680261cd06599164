/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-day.h"

G_BEGIN_DECLS

/* What the post said of a registered letter. One that was never collected has been presented, and is valid. */
typedef struct
{
  char *number;     /* given at the counter; nullable */
  AcqDay posted;    /* ACQ_DAY_NONE where it is not known yet, as the others */
  AcqDay presented; /* to the recipient: he was there, or found the slip */
  AcqDay received;  /* signed for */
  AcqDay returned;  /* to the sender, unclaimed or refused */
} AcqPostalRecord;

/* Which of its days contradicts the others: "posted", "presented", "received" or "returned"; NULL: none. A letter is posted on
   the day @written or later, presented after that, received or returned (never both) after it was presented, and nothing but
   the posting lies after today. */
const char *acq_postal_record_find_wrong_day (const AcqPostalRecord *self, AcqDay written, AcqDay today);

/**
 * AcqIssuedLetter:
 *
 * A letter as it left. Its bytes are read apart.
 */
typedef struct
{
  gint64 id;
  char *model;        /* code */
  char *reference;    /* "MED-2026-0014" */
  gint64 customer_id; /* 0: of no customer's */
  AcqDay day;
  guint n_pages;
  gint64 total_due;    /* cents */
  char *accepted;      /* codes of what the user overruled, with "," between; nullable */
  char *reason;        /* his, for that; nullable */
  char *sha256;        /* of the PDF, in hexadecimal */
  GArray *invoice_ids; /* (element-type gint64), never NULL */
  AcqPostalRecord post;
} AcqIssuedLetter;

AcqIssuedLetter *acq_issued_letter_new (void);
void acq_issued_letter_free (AcqIssuedLetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqIssuedLetter, acq_issued_letter_free)

typedef enum
{
  ACQ_LETTER_PROOF_POSTING,         /* the counter's slip */
  ACQ_LETTER_PROOF_ACKNOWLEDGEMENT, /* of receipt, signed */
  ACQ_LETTER_PROOF_RETURN,          /* the envelope that came back */
  ACQ_LETTER_PROOF_OTHER,
} AcqLetterProofKind;

ACQ_DECLARE_CODES (AcqLetterProofKind, acq_letter_proof_kind)

/* A scan that proves what the post said. */
typedef struct
{
  gint64 id;
  gint64 letter_id;
  AcqLetterProofKind kind;
  char *name; /* of the file */
  AcqDay added;
  char *sha256;
} AcqLetterProof;

void acq_letter_proof_free (AcqLetterProof *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterProof, acq_letter_proof_free)

G_END_DECLS
