/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-label.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* How far a customer's name is found among a payer's words. */
typedef struct
{
  guint customer;    /* place in the ledger */
  double coverage;   /* share of the name's weight that was found, 0 to 1; rare words weigh more */
  double weight;     /* the weight that was found */
  gboolean telling;  /* a word that few customers have is among what was found, or all words to the letter */
  gboolean initials; /* only "JDP" for "Jardin des Papes" */
} AcqNameHit;

/**
 * AcqNameIndex:
 *
 * The words of all customers' names. Banks cut names ("SAS IMPRIMERIE MOR"), people shorten and mistype them
 * ("U EXP BEAUMES", "DESTOSKPRIM"): a word counts when it is the same, the beginning of the other, or one edit away.
 */
typedef struct _AcqNameIndex AcqNameIndex;

AcqNameIndex *acq_name_index_new (const AcqLedger *ledger);
void acq_name_index_free (AcqNameIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqNameIndex, acq_name_index_free)

/* (element-type AcqNameHit): best first, at most a few dozen. */
GArray *acq_name_index_find (const AcqNameIndex *self, const AcqLabel *label);

/* Whether any word of the customer's name is among those, in any of these manners. */
gboolean acq_name_index_shares_word (const AcqNameIndex *self, guint customer, char **payer_words);

G_END_DECLS
