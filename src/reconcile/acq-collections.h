/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/* Lines behind which several customers may stand, none of them named. */
typedef enum
{
  ACQ_COLLECTION_NONE,
  ACQ_COLLECTION_PAYOUT, /* of a provider who keeps his commission */
  ACQ_COLLECTION_CHEQUES,
  ACQ_COLLECTION_CARDS,
  ACQ_COLLECTION_DEBITS, /* our own direct debits */
} AcqCollectionKind;

#define ACQ_N_COLLECTIONS (ACQ_COLLECTION_DEBITS + 1)

/**
 * AcqCollections:
 *
 * Which customers pay by such means, what each provider keeps, and which open invoices such a line is likely made of. Equal
 * prices of different customers cannot be told apart: what is found here is never sure.
 */
typedef struct _AcqCollections AcqCollections;

/* Reads who paid how from the ledger. Borrows all; @receipts (element-type AcqOpenReceipt) are to be explained. */
AcqCollections *acq_collections_new (const AcqLedger *ledger, const AcqOpenItems *items,
                                     const AcqPaymentHabits *habits, const GPtrArray *receipts);
void acq_collections_free (AcqCollections *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCollections, acq_collections_free)

AcqCollectionKind acq_collections_kind (const AcqOpenReceipt *receipt);

/* Works out the tariffs anew from what is still open. */
void acq_collections_infer_tariffs (AcqCollections *self);

/**
 * acq_collections_explain:
 * @most: how many invoices at most
 * @least_odds: natural logarithm: how likely it must be
 *
 * Returns: (transfer full) (nullable): the likeliest invoices that make up the line; bounded work
 */
AcqExplanation *acq_collections_explain (AcqCollections *self, const AcqOpenReceipt *receipt, guint most,
                                         double least_odds);

/* The customers of these parts pay in that way; NONE: by themselves. */
void acq_collections_learn (AcqCollections *self, AcqCollectionKind kind, const GArray *parts);

G_END_DECLS
