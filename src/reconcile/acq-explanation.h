/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-amount-sums.h"
#include "acq-payer-index.h"
#include "acq-payment-habits.h"
#include "acq-reference-index.h"

G_BEGIN_DECLS

/* A bank line, or one child of a batch, that is to be explained. */
typedef struct
{
  const AcqTransaction *entry;
  const AcqTransaction *part; /* the entry itself, or its child */
  gint64 amount;              /* what is left of it to explain */
  AcqLabel *label;
  AcqReferences *references;
  GArray *payers;   /* (element-type AcqPayer), strongest first */
  gboolean guessed; /* something is proposed for it that is not sure */
} AcqOpenReceipt;

AcqOpenReceipt *acq_open_receipt_new (const AcqTransaction *entry, const AcqTransaction *part, gint64 amount,
                                      const AcqReferenceIndex *references, const AcqPayerIndex *payers);
void acq_open_receipt_free (AcqOpenReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqOpenReceipt, acq_open_receipt_free)

/**
 * AcqExplanation:
 *
 * One way to say what a receipt pays.
 */
typedef struct
{
  GArray *parts;         /* (element-type AcqPart) */
  GArray *kept;          /* (element-type AcqPart) what the payer keeps of the same items for good */
  guint customer;        /* ACQ_NO_CUSTOMER: of several */
  AcqPayer payer;        /* strength NOBODY where nothing but amount or reference leads to the customer */
  gboolean exact;        /* the parts are all that these items ask for, and all of the receipt */
  gboolean by_reference; /* each part is named by its whole number */
  gboolean by_ends;      /* the ends of several numbers alone led to it */
  gboolean hidden_pair;  /* uses an invoice or credit note that cancel each other */
  AcqSumKind kind;
  double chance; /* see AcqAmountSum */
  AcqEvidenceSet evidence;
  double weight; /* natural logarithm of how much speaks for it; compares within one receipt only */
} AcqExplanation;

AcqExplanation *acq_explanation_new (void);
void acq_explanation_free (AcqExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqExplanation, acq_explanation_free)

/* What explanations are made from. Borrowed. */
typedef struct
{
  AcqOpenItems *items;
  const AcqPaymentHabits *habits;
} AcqExplainer;

/**
 * acq_explainer_find:
 * @wide: also tries the neighbouring items of customers whom nothing names
 *
 * Returns: (element-type AcqExplanation): the best first; bounded work, the same for the same input
 */
GPtrArray *acq_explainer_find (const AcqExplainer *self, const AcqOpenReceipt *receipt, gboolean wide);

/* Payments that come out nowhere exactly: near one invoice that is named or of the payer's, or (oldest) of the oldest ones. NULL
   where even the payer is not known, or owes much less than was paid. */
AcqExplanation *acq_explainer_find_partial (const AcqExplainer *self, const AcqOpenReceipt *receipt,
                                            gboolean oldest);

gboolean acq_explanation_has_item (const AcqExplanation *self, guint item);

/* What makes this customer the payer of the receipt; ACQ_PAYER_NOBODY where nothing does. */
AcqPayer acq_open_receipt_find_payer (const AcqOpenReceipt *receipt, guint customer);

G_END_DECLS
