/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-refund.h"

#include <string.h>

gboolean
acq_refund_is_possible (const AcqOpenItems *items, const AcqTransaction *line)
{
  const GArray *same = line->amount < 0 ? acq_open_items_of_amount (items, line->amount) : NULL;

  return same != NULL && same->len > 0;
}

static gboolean
is_named (const AcqOpenReceipt *receipt, guint item)
{
  for (guint i = 0; i < receipt->references->items->len; i++)
    if (g_array_index (receipt->references->items, guint, i) == item)
      return TRUE;
  return FALSE;
}

/* The invoice that the note takes back may not have been paid: then there is nothing to pay out. */
static gboolean
cancels_open_invoice (const AcqOpenItems *items, guint note)
{
  const AcqOpenItem *credit = acq_open_items_get (items, note);
  const GArray *same = acq_open_items_of_amount (items, -credit->rest);

  for (guint i = 0; same != NULL && i < same->len; i++)
    if (acq_open_items_get (items, g_array_index (same, guint, i))->customer == credit->customer)
      return TRUE;
  return FALSE;
}

static AcqExplanation *
new_refund (const AcqOpenItems *items, const AcqOpenReceipt *receipt, guint item, const AcqPayer *payer,
            gboolean named)
{
  AcqExplanation *self = acq_explanation_new ();
  AcqPart part = { item, receipt->amount };

  g_array_append_val (self->parts, part);
  self->customer = acq_open_items_get (items, item)->customer;
  self->payer = *payer;
  self->exact = TRUE;
  self->by_reference = named;
  self->evidence = ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_REFUND) | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_EXACT_AMOUNT);
  if (payer->strength > ACQ_PAYER_NOBODY)
    self->evidence |= acq_payer_evidence (payer);
  if (named)
    self->evidence |= receipt->references->evidence;
  return self;
}

/* However the bank cuts it. */
static gboolean
says_refund (const AcqOpenReceipt *receipt)
{
  for (guint i = 0; receipt->label->words[i] != NULL; i++)
    if (g_str_has_prefix (receipt->label->words[i], "REMB")
        || strcmp (receipt->label->words[i], "AVOIR") == 0)
      return TRUE;
  return FALSE;
}

/* With no name or number to go by: the one credit note of that amount, if a word or a part of the customer's name speaks for it. */
static AcqExplanation *
find_only (const AcqOpenItems *items, const AcqOpenReceipt *receipt, const GArray *same)
{
  guint n = 0, only = 0;
  AcqPayer payer;

  for (guint i = 0; i < same->len && i < ACQ_MAX_SAME_AMOUNT; i++)
    if (acq_open_items_is_candidate (items, g_array_index (same, guint, i), receipt->entry->booked,
                                     receipt->part->currency))
      {
        only = g_array_index (same, guint, i);
        n++;
      }
  if (n != 1)
    return NULL;
  payer = acq_open_receipt_find_payer (receipt, acq_open_items_get (items, only)->customer);
  if (payer.strength == ACQ_PAYER_NOBODY && (!says_refund (receipt) || receipt->payers->len > 0))
    return NULL;
  return new_refund (items, receipt, only, &payer, FALSE);
}

AcqExplanation *
acq_refund_find (AcqOpenItems *items, const AcqOpenReceipt *receipt, gboolean *ret_sure)
{
  const GArray *same = acq_open_items_of_amount (items, receipt->amount);
  AcqExplanation *best = NULL;
  guint n = 0;

  *ret_sure = FALSE;
  for (guint i = 0; same != NULL && i < same->len && i < ACQ_MAX_SAME_AMOUNT; i++)
    {
      guint item = g_array_index (same, guint, i);
      AcqPayer payer = acq_open_receipt_find_payer (receipt, acq_open_items_get (items, item)->customer);
      gboolean named = is_named (receipt, item);

      if (!acq_open_items_is_candidate (items, item, receipt->entry->booked, receipt->part->currency)
          || (!named && payer.strength < ACQ_PAYER_FULL_NAME))
        continue;
      n++;
      if (best != NULL && (best->by_reference || !named))
        continue;
      g_clear_pointer (&best, acq_explanation_free);
      best = new_refund (items, receipt, item, &payer, named);
      *ret_sure = named && payer.strength >= ACQ_PAYER_HINT && !cancels_open_invoice (items, item);
    }
  *ret_sure = *ret_sure && n == 1 && receipt->references->items->len == 1;
  return best != NULL || same == NULL ? best : find_only (items, receipt, same);
}
