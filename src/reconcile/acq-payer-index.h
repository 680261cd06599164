/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-evidence.h"
#include "acq-label.h"
#include "acq-open-items.h"

G_BEGIN_DECLS

/* How well a customer is known to be behind a payer; from FULL_NAME on it is a proof. */
typedef enum
{
  ACQ_PAYER_NOBODY,
  ACQ_PAYER_HINT, /* initials, or a part of the name */
  ACQ_PAYER_FULL_NAME,
  ACQ_PAYER_PATTERN, /* found by acq_payer_index_learn() in this run */
  ACQ_PAYER_KNOWN,   /* confirmed words */
  ACQ_PAYER_IBAN,
} AcqPayerStrength;

/* A name of which at least this much was found stands there whole. */
#define ACQ_PAYER_WHOLE_NAME 0.95

/* One customer who may be behind a bank line. */
typedef struct
{
  guint customer;
  AcqPayerStrength strength;
  double weight;   /* of the name that was found; 0 where the name played no part */
  double coverage; /* how much of the name was found, 0 to 1 */
  gboolean
    third_party; /* the label shares no word with the customer's name: a parent company, a managing agent */
  gboolean crowded; /* other words stand beside the name: somebody else's name may hold it, so that it proves nothing */
  gboolean guessed; /* by acq_payer_guesses_make(): only good for a question */
} AcqPayer;

/* ACQ_EVIDENCE_PAYER_…, of a strength above NOBODY. */
AcqEvidenceSet acq_payer_evidence (const AcqPayer *self);

/**
 * AcqPayerIndex:
 *
 * Who is behind which bank lines: confirmed words and accounts, bank lines that were matched before, names, and what this
 * run has found out. One payer may stand for several customers (a holding). Borrows its ledger and items.
 */
typedef struct _AcqPayerIndex AcqPayerIndex;

AcqPayerIndex *acq_payer_index_new (const AcqLedger *ledger, const AcqOpenItems *items);
void acq_payer_index_free (AcqPayerIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqPayerIndex, acq_payer_index_free)

/* (element-type AcqPayer): the strongest first; several of the same strength are rivals or one holding's. */
GArray *acq_payer_index_find (const AcqPayerIndex *self, const AcqTransaction *transaction,
                              const AcqLabel *label);

/* From now on these words stand for that customer with strength PATTERN, in this run only. */
void acq_payer_index_learn (AcqPayerIndex *self, const char *payer_key, guint customer);

G_END_DECLS
