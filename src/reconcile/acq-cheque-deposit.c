/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cheque-deposit.h"

#include "acq-amount-sums.h"

#define MAX_CHEQUES 6
#define MAX_IN_HAND 60
#define MAX_STEPS   200000
/* A cheque is handed in and then written down, or the other way round. */
#define LATE_DAYS 2

void
acq_cheque_deposit_free (AcqChequeDeposit *self)
{
  if (self == NULL)
    return;
  acq_explanation_free (self->explanation);
  g_array_unref (self->receipt_ids);
  g_free (self);
}

gboolean
acq_cheque_deposit_is_one (const AcqOpenReceipt *receipt)
{
  return receipt->amount > 0 && (receipt->part->means == ACQ_MEANS_CHEQUE || receipt->label->cheque_deposit);
}

static gboolean
is_candidate (const AcqReceipt *cheque, const AcqOpenReceipt *receipt, GHashTable *used)
{
  return cheque->means == ACQ_MEANS_CHEQUE && cheque->transaction_id == 0
         && (cheque->state == ACQ_RECEIPT_STATE_IN_HAND || cheque->state == ACQ_RECEIPT_STATE_DEPOSITED)
         && cheque->day <= receipt->entry->booked + LATE_DAYS && cheque->allocations->len > 0
         && acq_currency_equal (cheque->currency, receipt->part->currency)
         && !g_hash_table_contains (used, &cheque->id);
}

static void
add_part (GArray *parts, guint item, gint64 amount)
{
  AcqPart part = { item, amount };

  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, AcqPart, i).item == item)
      {
        g_array_index (parts, AcqPart, i).amount += amount;
        return;
      }
  g_array_append_val (parts, part);
}

static gboolean
add_cheque (const AcqOpenItems *items, AcqExplanation *explanation, const AcqReceipt *cheque)
{
  for (guint i = 0; i < cheque->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (cheque->allocations, AcqAllocation, i);
      guint item;

      if (!acq_open_items_find (items, allocation->invoice_id, &item))
        return FALSE;
      add_part (explanation->parts, item, allocation->amount);
    }
  return TRUE;
}

/* A bank line may have paid in the meantime what a cheque was written down for. */
static gboolean
items_still_owe (const AcqOpenItems *items, const AcqExplanation *explanation)
{
  for (guint i = 0; i < explanation->parts->len; i++)
    {
      const AcqPart *part = &g_array_index (explanation->parts, AcqPart, i);

      if (part->amount > 0 && acq_open_items_get (items, part->item)->rest < part->amount)
        return FALSE;
    }
  return explanation->parts->len > 0;
}

AcqChequeDeposit *
acq_cheque_deposit_new (const AcqOpenItems *items, const GPtrArray *cheques)
{
  g_autoptr (AcqChequeDeposit) self = g_new0 (AcqChequeDeposit, 1);
  gboolean whole = TRUE;

  self->receipt_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->explanation = acq_explanation_new ();
  self->explanation->customer = ACQ_NO_CUSTOMER;
  self->explanation->exact = TRUE;
  self->explanation->evidence
    = ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_CHEQUE_IN_HAND)
      | ACQ_EVIDENCE_BIT (cheques->len == 1 ? ACQ_EVIDENCE_EXACT_AMOUNT : ACQ_EVIDENCE_EXACT_SUM);
  for (guint i = 0; i < cheques->len; i++)
    {
      const AcqReceipt *cheque = cheques->pdata[i];

      g_array_append_val (self->receipt_ids, cheque->id);
      whole = add_cheque (items, self->explanation, cheque) && whole;
    }
  return whole && items_still_owe (items, self->explanation) ? g_steal_pointer (&self) : NULL;
}

static AcqChequeDeposit *
build (const AcqOpenItems *items, const GPtrArray *cheques, const AcqAmountSum *sum)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  AcqChequeDeposit *self;

  for (guint i = 0; i < sum->members->len; i++)
    g_ptr_array_add (members, cheques->pdata[g_array_index (sum->members, guint, i)]);
  self = acq_cheque_deposit_new (items, members);
  if (self != NULL)
    self->explanation->chance = sum->chance;
  return self;
}

AcqChequeDeposit *
acq_cheque_deposit_find (const AcqLedger *ledger, const AcqOpenItems *items, const AcqOpenReceipt *receipt,
                         GHashTable *used)
{
  g_autoptr (GPtrArray) cheques = g_ptr_array_new ();
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) sums = NULL;
  guint steps = MAX_STEPS;

  for (guint i = 0; i < ledger->receipts->len && cheques->len < MAX_IN_HAND; i++)
    {
      AcqReceipt *cheque = ledger->receipts->pdata[i];
      gint64 amount;

      if (!is_candidate (cheque, receipt, used))
        continue;
      amount = acq_receipt_allocated (cheque);
      if (amount <= 0)
        continue;
      g_ptr_array_add (cheques, cheque);
      g_array_append_val (amounts, amount);
    }
  sums = acq_amount_sums_find ((const gint64 *) (const void *) amounts->data, amounts->len, receipt->amount,
                               &steps);
  for (guint i = 0; i < sums->len; i++)
    {
      const AcqAmountSum *sum = sums->pdata[i];
      AcqChequeDeposit *deposit;

      if (sum->members->len > MAX_CHEQUES)
        continue;
      deposit = build (items, cheques, sum);
      if (deposit != NULL)
        return deposit;
    }
  return NULL;
}
