/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-slip-deposit.h"

#include "acq-amount-sums.h"
#include "acq-task.h"

/* After six bank days a cheque should have come; banks take longer now and then. */
#define MAX_BANK_DAYS 10
#define MAX_STEPS     200000
#define MAX_LOOSE     60
/* A cheque is handed in and then written down, or the other way round. */
#define LATE_DAYS 2

static gboolean
is_deposited (const AcqReceipt *cheque)
{
  return cheque->state == ACQ_RECEIPT_STATE_DEPOSITED && cheque->transaction_id == 0 && cheque->allocations->len > 0
         && acq_receipt_allocated (cheque) == cheque->amount;
}

/* (element-type AcqReceipt) (nullable): all cheques of the slip; NULL where one of them has gone on or the sum is no longer the
   slip's. */
static GPtrArray *
list_cheques (const AcqLedger *ledger, const AcqDepositSlip *slip, GHashTable *used)
{
  g_autoptr (GPtrArray) cheques = g_ptr_array_new ();
  gint64 sum = 0;

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *cheque = ledger->receipts->pdata[i];

      if (cheque->slip_id != slip->id)
        continue;
      if (!is_deposited (cheque) || (used != NULL && g_hash_table_contains (used, &cheque->id)))
        return NULL;
      sum += cheque->amount;
      g_ptr_array_add (cheques, cheque);
    }
  return sum == slip->total ? g_steal_pointer (&cheques) : NULL;
}

static gboolean
fits_day (const AcqDepositSlip *slip, AcqDay booked)
{
  return booked >= slip->day && booked <= acq_day_add_bank_days (slip->day, MAX_BANK_DAYS);
}

static gboolean
fits_line (const AcqDepositSlip *slip, const AcqOpenReceipt *receipt)
{
  return slip->total == receipt->amount && receipt->amount == receipt->part->amount
         && acq_currency_equal (slip->currency, receipt->part->currency) && fits_day (slip, receipt->entry->booked)
         && (receipt->label->n_cheques == 0 || receipt->label->n_cheques == slip->n_cheques);
}

AcqChequeDeposit *
acq_slip_deposit_find (const AcqLedger *ledger, const AcqOpenItems *items, const AcqOpenReceipt *receipt,
                       GHashTable *used)
{
  for (guint i = 0; i < ledger->slips->len; i++)
    {
      const AcqDepositSlip *slip = ledger->slips->pdata[i];
      g_autoptr (GPtrArray) cheques = fits_line (slip, receipt) ? list_cheques (ledger, slip, used) : NULL;
      AcqChequeDeposit *deposit = cheques == NULL ? NULL : acq_cheque_deposit_new (items, cheques);

      if (deposit == NULL)
        continue;
      deposit->slip_id = slip->id;
      deposit->explanation->evidence |= ACQ_EVIDENCE_BIT (ACQ_EVIDENCE_CHEQUE_SLIP);
      return deposit;
    }
  return NULL;
}

static gboolean
is_rival_slip (const AcqChequeDeposit *self, const AcqLedger *ledger, const AcqOpenReceipt *receipt,
               const AcqDepositSlip *slip)
{
  g_autoptr (GPtrArray) cheques = NULL;

  if (slip->id == self->slip_id || slip->total != receipt->amount || !fits_day (slip, receipt->entry->booked))
    return FALSE;
  cheques = list_cheques (ledger, slip, NULL);
  return cheques != NULL;
}

/* In hand, or handed in without a slip: what the bank may have got as well. */
static gboolean
is_loose (const AcqReceipt *cheque, const AcqOpenReceipt *receipt)
{
  return cheque->means == ACQ_MEANS_CHEQUE && cheque->transaction_id == 0 && cheque->slip_id == 0
         && (cheque->state == ACQ_RECEIPT_STATE_IN_HAND || cheque->state == ACQ_RECEIPT_STATE_DEPOSITED)
         && cheque->day <= receipt->entry->booked + LATE_DAYS && cheque->amount > 0;
}

static gboolean
has_loose_rival (const AcqLedger *ledger, const AcqOpenReceipt *receipt)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) sums = NULL;
  guint steps = MAX_STEPS;

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *cheque = ledger->receipts->pdata[i];

      if (!is_loose (cheque, receipt))
        continue;
      if (amounts->len == MAX_LOOSE)
        return TRUE;
      g_array_append_val (amounts, cheque->amount);
    }
  sums = acq_amount_sums_find ((const gint64 *) (const void *) amounts->data, amounts->len, receipt->amount, &steps);
  return sums->len > 0 || steps == 0;
}

static gboolean
has_rival_slip (const AcqChequeDeposit *self, const AcqLedger *ledger, const AcqOpenReceipt *receipt)
{
  for (guint i = 0; i < ledger->slips->len; i++)
    if (is_rival_slip (self, ledger, receipt, ledger->slips->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Which of two equal lines was it? */
static gboolean
has_rival_line (const AcqChequeDeposit *self, const AcqLedger *ledger, const GPtrArray *tasks,
                const AcqOpenReceipt *receipt)
{
  for (guint i = 0; i < tasks->len; i++)
    {
      const AcqTask *task = tasks->pdata[i];

      for (guint j = 0; task->entry != receipt->entry && task->outcome != ACQ_OUTCOME_SURE && j < task->receipts->len;
           j++)
        {
          const AcqOpenReceipt *other = task->receipts->pdata[j];

          for (guint k = 0; other->amount == receipt->amount && acq_cheque_deposit_is_one (other)
                            && k < ledger->slips->len;
               k++)
            {
              const AcqDepositSlip *slip = ledger->slips->pdata[k];

              if (slip->id == self->slip_id && fits_day (slip, other->entry->booked))
                return TRUE;
            }
        }
    }
  return FALSE;
}

gboolean
acq_slip_deposit_is_sure (const AcqChequeDeposit *self, const AcqLedger *ledger, const AcqVerdict *verdict,
                          const GPtrArray *tasks, const AcqOpenReceipt *receipt)
{
  return acq_verdict_allows_slip (verdict, receipt, self->explanation) && !has_rival_slip (self, ledger, receipt)
         && !has_rival_line (self, ledger, tasks, receipt) && !has_loose_rival (ledger, receipt);
}
