/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-task.h"

#include "acq-refund.h"

#define MAX_COULD_SETTLE 200
/* A deposit, an advance or a sum paid twice may come that long before the invoice that it is kept for. */
#define ADVANCE_DAYS 365

/* What is left out here is asked about by nobody: a line that a customer's whole name stands in is asked about all the same, unless
   the account that it came from is ours. */
static gboolean
names_customer (const AcqTaskContext *context, const AcqTransaction *entry)
{
  g_autoptr (AcqLabel) label = acq_label_read (entry);
  g_autoptr (GArray) payers = acq_payer_index_find (context->payers, entry, label);

  if (entry->counterparty_iban != NULL
      && g_strcmp0 (entry->counterparty_iban, context->ledger->company->iban) == 0)
    return FALSE;
  return payers->len > 0 && g_array_index (payers, AcqPayer, 0).strength >= ACQ_PAYER_FULL_NAME;
}

static gboolean
is_to_explain (const AcqTaskContext *context, const AcqTransaction *entry)
{
  if (entry->ignored || entry->booked > context->today || entry->means == ACQ_MEANS_FEE
      || entry->matched == entry->amount)
    return FALSE;
  if (entry->amount <= 0)
    return entry->amount < 0
           && (entry->returned || acq_refund_is_possible (context->items, entry)
               || names_customer (context, entry));
  return entry->matched < entry->amount;
}

/* The children stand for the entry only if they say all of it and nothing of it is matched. */
static gboolean
children_add_up (const AcqTransaction *entry)
{
  gint64 sum = 0;

  if (entry->children == NULL || entry->children->len == 0 || entry->matched != 0 || entry->amount <= 0)
    return FALSE;
  for (guint i = 0; i < entry->children->len; i++)
    {
      const AcqTransaction *child = entry->children->pdata[i];

      if (child->amount <= 0 || !acq_currency_equal (child->currency, entry->currency))
        return FALSE;
      sum += child->amount;
    }
  return sum == entry->amount;
}

AcqTask *
acq_task_new (const AcqTaskContext *context, const AcqTransaction *entry)
{
  AcqOwnTransfer own;
  AcqTask *self;

  if (!is_to_explain (context, entry))
    return NULL;
  own = acq_own_transfers_judge (context->own_transfers, entry);
  if (own == ACQ_OWN_TRANSFER_YES && !names_customer (context, entry))
    return NULL;
  self = g_new0 (AcqTask, 1);
  self->entry = entry;
  self->own_transfer = own;
  self->receipts = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_open_receipt_free);
  self->parts = g_array_new (FALSE, FALSE, sizeof (AcqPart));
  self->kept = g_array_new (FALSE, FALSE, sizeof (AcqPart));
  self->replaced = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->could_settle = g_array_new (FALSE, FALSE, sizeof (guint));
  if (children_add_up (entry))
    for (guint i = 0; i < entry->children->len; i++)
      {
        const AcqTransaction *child = entry->children->pdata[i];

        g_ptr_array_add (self->receipts, acq_open_receipt_new (entry, child, child->amount,
                                                               context->references, context->payers));
      }
  else
    g_ptr_array_add (self->receipts, acq_open_receipt_new (entry, entry, entry->amount - entry->matched,
                                                           context->references, context->payers));
  return self;
}

void
acq_task_free (AcqTask *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->receipts);
  g_array_unref (self->parts);
  g_array_unref (self->kept);
  g_array_unref (self->replaced);
  g_array_unref (self->could_settle);
  g_free (self);
}

gboolean
acq_task_is_return (const AcqTask *self)
{
  return self->entry->amount < 0 && self->entry->returned;
}

gboolean
acq_task_is_refund (const AcqTask *self)
{
  return self->entry->amount < 0 && !self->entry->returned;
}

static void
add_part (GArray *parts, const AcqPart *part)
{
  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, AcqPart, i).item == part->item)
      {
        g_array_index (parts, AcqPart, i).amount += part->amount;
        return;
      }
  g_array_append_vals (parts, part, 1);
}

void
acq_task_add (AcqTask *self, const AcqExplanation *explanation)
{
  for (guint i = 0; i < explanation->parts->len; i++)
    add_part (self->parts, &g_array_index (explanation->parts, AcqPart, i));
  for (guint i = 0; i < explanation->kept->len; i++)
    add_part (self->kept, &g_array_index (explanation->kept, AcqPart, i));
  self->evidence |= explanation->evidence;
}

static void
note_item (AcqTask *self, guint item)
{
  if (self->could_settle->len >= MAX_COULD_SETTLE)
    return;
  for (guint i = 0; i < self->could_settle->len; i++)
    if (g_array_index (self->could_settle, guint, i) == item)
      return;
  g_array_append_val (self->could_settle, item);
}

/* A payer who is known but whose sum fits nothing may have paid a part of anything; a mere hint counts if it is the best. */
static void
note_payers (AcqTask *self, AcqOpenItems *items, const AcqOpenReceipt *receipt)
{
  AcqPayerStrength best = ACQ_PAYER_NOBODY;

  for (guint i = 0; i < receipt->payers->len; i++)
    {
      const AcqPayer *payer = &g_array_index (receipt->payers, AcqPayer, i);
      g_autoptr (GArray) open = NULL;

      best = MAX (best, payer->strength);
      if (payer->strength < MIN (best, ACQ_PAYER_FULL_NAME) || (best == ACQ_PAYER_HINT && i > 0))
        break;
      open = acq_open_items_of_customer (items, payer->customer, receipt->entry->booked,
                                         receipt->part->currency, MAX_COULD_SETTLE);
      for (guint j = 0; j < open->len; j++)
        if (acq_open_items_get (items, g_array_index (open, guint, j))->rest > 0)
          note_item (self, g_array_index (open, guint, j));
    }
}

static gboolean
explains_customer (const GPtrArray *explanations, guint customer)
{
  for (guint i = 0; i < explanations->len; i++)
    if (((AcqExplanation *) explanations->pdata[i])->customer == customer)
      return TRUE;
  return FALSE;
}

/* Money that fits nothing of its payer's yet may be for what he was invoiced only later. */
static void
note_later_items (AcqTask *self, const AcqOpenItems *items, const AcqOpenReceipt *receipt,
                  const GPtrArray *explanations)
{
  for (guint i = 0; i < receipt->payers->len; i++)
    {
      const AcqPayer *payer = &g_array_index (receipt->payers, AcqPayer, i);
      g_autoptr (GArray) later = NULL;

      if (payer->strength < ACQ_PAYER_FULL_NAME || explains_customer (explanations, payer->customer))
        continue;
      later = acq_open_items_issued_after (items, payer->customer, receipt->entry->booked, ADVANCE_DAYS,
                                           receipt->amount, receipt->part->currency);
      for (guint j = 0; j < later->len; j++)
        note_item (self, g_array_index (later, guint, j));
    }
}

void
acq_task_note_could_settle (AcqTask *self, AcqOpenItems *items, const AcqOpenReceipt *receipt,
                            const GPtrArray *explanations)
{
  for (guint i = 0; i < explanations->len; i++)
    {
      const AcqExplanation *explanation = explanations->pdata[i];

      for (guint j = 0; j < explanation->parts->len; j++)
        if (g_array_index (explanation->parts, AcqPart, j).amount > 0)
          note_item (self, g_array_index (explanation->parts, AcqPart, j).item);
    }
  note_later_items (self, items, receipt, explanations);
  if (explanations->len == 0)
    note_payers (self, items, receipt);
}
