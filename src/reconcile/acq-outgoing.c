/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-outgoing.h"

#include "acq-cheque-deposit.h"
#include "acq-refund.h"

/* Banks send back within days; what is contested later names what it contests. */
#define USUAL_RETURN_DAYS 30

/* Money of that sum, or a deposit of cheques, that nobody has explained yet: it may be what came back. */
static gboolean
may_return_another (const AcqSolving *self, const AcqTask *task)
{
  AcqDay booked = task->entry->booked;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const AcqTask *other = self->tasks->pdata[i];

      if (other->outcome != ACQ_OUTCOME_OPEN || other->entry->amount < 0 || other->entry->booked > booked
          || other->entry->booked < booked - USUAL_RETURN_DAYS)
        continue;
      if (other->entry->amount == -task->entry->amount
          || (other->entry->amount > -task->entry->amount
              && acq_cheque_deposit_is_one (other->receipts->pdata[0])))
        return TRUE;
    }
  return FALSE;
}

/* A whole tie, or a payer who paid that sum just once and lately, with nothing else that it could be. */
static gboolean
is_sure_return (const AcqSolving *self, const AcqTask *task, const AcqPastPayment *payment,
                AcqEvidenceSet evidence, gboolean alone)
{
  if (evidence == 0 || !alone || !self->rules.returns_are_sure)
    return FALSE;
  return acq_past_payments_is_tied (evidence)
         || (payment->day >= task->entry->booked - USUAL_RETURN_DAYS && !may_return_another (self, task));
}

gboolean
acq_outgoing_post_return (AcqSolving *self, AcqTask *task, AcqReturnStage stage)
{
  AcqEvidenceSet evidence;
  gboolean alone;
  AcqPastPayment *payment
    = acq_past_payments_find_returned (self->past, task->receipts->pdata[0], &evidence, &alone);

  if (payment == NULL || (stage == ACQ_RETURN_TIED && evidence == 0)
      || (stage == ACQ_RETURN_SURE && !is_sure_return (self, task, payment, evidence, alone)))
    return FALSE;
  for (guint i = 0; i < payment->parts->len; i++)
    {
      AcqPart part = g_array_index (payment->parts, AcqPart, i);

      part.amount = -part.amount;
      g_array_append_val (task->parts, part);
    }
  payment->taken = TRUE;
  task->evidence = evidence | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_RETURNED_PAYMENT)
                   | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_EXACT_AMOUNT);
  acq_open_items_post (self->items, task->parts);
  return TRUE;
}

gboolean
acq_outgoing_post_refund (AcqSolving *self, AcqTask *task, gboolean sure_only)
{
  gboolean sure;
  g_autoptr (AcqExplanation) refund = acq_refund_find (self->items, task->receipts->pdata[0], &sure);

  if (refund == NULL || (!sure && sure_only))
    return FALSE;
  acq_task_add (task, refund);
  acq_open_items_post (self->items, refund->parts);
  return TRUE;
}

/* What is left of the payment has gone back: it is not to be explained otherwise. */
static void
keep_from_guesses (const AcqSolving *self, const AcqTransaction *paid)
{
  for (guint i = 0; paid != NULL && i < self->tasks->len; i++)
    {
      const AcqTask *task = self->tasks->pdata[i];

      for (guint j = 0; task->entry == paid && j < task->receipts->len; j++)
        ((AcqOpenReceipt *) task->receipts->pdata[j])->guessed = TRUE;
    }
}

/* The last of its invoices first. */
static void
take_excess (AcqTask *task, const AcqPastPayment *payment)
{
  gint64 left = payment->surplus;

  for (guint i = payment->parts->len; i > 0 && left > 0; i--)
    {
      AcqPart part = g_array_index (payment->parts, AcqPart, i - 1);

      part.amount = -CLAMP (part.amount, 0, left);
      left += part.amount;
      if (part.amount < 0)
        g_array_append_val (task->parts, part);
    }
}

gboolean
acq_outgoing_note_excess (AcqSolving *self, AcqTask *task)
{
  AcqEvidenceSet evidence;
  AcqPastPayment *payment = acq_past_payments_find_overpaid (self->past, task->receipts->pdata[0], &evidence);

  if (payment == NULL || !acq_task_is_refund (task))
    return FALSE;
  payment->refunded = TRUE;
  take_excess (task, payment);
  task->evidence
    = evidence | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_EXCESS_REFUND) | ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_EXACT_AMOUNT);
  keep_from_guesses (self, payment->transaction);
  return TRUE;
}
