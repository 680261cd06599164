/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-explanation.h"

/* What banks take off a transfer on its way. */
#define MAX_BANK_FEE 3000
#define MAX_ITEMS    400

static AcqExplanation *
new_partial (const AcqPayer *payer, AcqEvidenceSet evidence)
{
  AcqExplanation *self = acq_explanation_new ();

  self->customer = payer->customer;
  self->payer = *payer;
  self->evidence = evidence;
  if (payer->strength > ACQ_PAYER_NOBODY)
    self->evidence |= ACQ_EVIDENCE_BIT (acq_payer_strength_evidence (payer->strength));
  return self;
}

static void
add_part (AcqExplanation *self, guint item, gint64 amount)
{
  AcqPart part = { item, amount };

  g_array_append_val (self->parts, part);
}

/* A part of the one invoice that the label names. */
static AcqExplanation *
explain_named (const AcqExplainer *self, const AcqOpenReceipt *receipt)
{
  guint item, n = 0, named = 0;
  const AcqOpenItem *open;
  AcqExplanation *explanation;
  AcqPayer payer;

  for (guint i = 0; i < receipt->references->items->len; i++)
    {
      item = g_array_index (receipt->references->items, guint, i);
      if (!acq_open_items_is_candidate (self->items, item, receipt->entry->booked, receipt->part->currency))
        continue;
      named = item;
      n++;
    }
  if (n != 1)
    return NULL;
  open = acq_open_items_get (self->items, named);
  if (open->rest <= receipt->amount)
    return NULL;
  payer = acq_open_receipt_find_payer (receipt, open->customer);
  explanation = new_partial (&payer, receipt->references->evidence);
  explanation->by_reference = TRUE;
  if (receipt->label->says_deposit)
    explanation->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_PARTIAL_DEPOSIT_WORDS);
  else if (open->rest - receipt->amount <= MAX_BANK_FEE)
    explanation->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_BANK_FEE);
  add_part (explanation, named, receipt->amount);
  return explanation;
}

/* Short of one invoice by no more than a bank takes. */
static AcqExplanation *
explain_fee (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
             const GArray *candidates)
{
  gint64 least = MAX_BANK_FEE + 1;
  guint nearest = 0;
  AcqExplanation *explanation;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 missing = acq_open_items_get (self->items, item)->rest - receipt->amount;

      if (missing <= 0 || missing >= least || missing > receipt->amount / 20)
        continue;
      least = missing;
      nearest = item;
    }
  if (least > MAX_BANK_FEE)
    return NULL;
  explanation = new_partial (payer, ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_BANK_FEE));
  add_part (explanation, nearest, receipt->amount);
  return explanation;
}

static AcqExplanation *
explain_oldest (const AcqExplainer *self, const AcqOpenReceipt *receipt, const AcqPayer *payer,
                const GArray *candidates)
{
  AcqExplanation *explanation = new_partial (payer, ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_DUE_ORDER));
  gint64 left = receipt->amount;

  for (guint i = 0; i < candidates->len && left > 0; i++)
    {
      guint item = g_array_index (candidates, guint, i);
      gint64 rest = acq_open_items_get (self->items, item)->rest;

      if (rest <= 0)
        continue;
      add_part (explanation, item, MIN (rest, left));
      left -= MIN (rest, left);
    }
  if (left == 0)
    return explanation;
  acq_explanation_free (explanation);
  return NULL;
}

AcqExplanation *
acq_explainer_find_partial (const AcqExplainer *self, const AcqOpenReceipt *receipt)
{
  AcqExplanation *explanation = explain_named (self, receipt);
  g_autoptr (GArray) candidates = NULL;
  const AcqPayer *payer;

  if (explanation != NULL || receipt->payers->len == 0 || receipt->amount <= 0)
    return explanation;
  payer = &g_array_index (receipt->payers, AcqPayer, 0);
  if (payer->strength < ACQ_PAYER_FULL_NAME)
    return NULL;
  candidates = acq_open_items_of_customer (self->items, payer->customer, receipt->entry->booked,
                                           receipt->part->currency, MAX_ITEMS);
  explanation = explain_fee (self, receipt, payer, candidates);
  return explanation != NULL ? explanation : explain_oldest (self, receipt, payer, candidates);
}
