/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-lateness-habits.h"

#include <stdlib.h>

#define WATCHED_DAYS   730
#define LEAST_PAYMENTS 4

struct _AcqLatenessHabits
{
  GHashTable *payers; /* gint64 id inside the payer to Payer */
  int longest;
};

typedef struct
{
  gint64 customer_id;
  GArray *delays; /* int, days past due of each settled invoice */
  AcqLatenessHabit habit;
} Payer;

typedef struct
{
  gint64 invoice_id;
  AcqDay day;
} LastPayment;

static void
free_payer (gpointer data)
{
  Payer *payer = data;

  g_array_unref (payer->delays);
  g_free (payer);
}

static Payer *
find_or_add_payer (AcqLatenessHabits *self, gint64 customer_id)
{
  Payer *payer = g_hash_table_lookup (self->payers, &customer_id);

  if (payer == NULL)
    {
      payer = g_new0 (Payer, 1);
      payer->customer_id = customer_id;
      payer->delays = g_array_new (FALSE, FALSE, sizeof (int));
      g_hash_table_insert (self->payers, &payer->customer_id, payer);
    }
  return payer;
}

static void
note_payment (GHashTable *payments, gint64 invoice_id, AcqDay day)
{
  LastPayment *payment = g_hash_table_lookup (payments, &invoice_id);

  if (payment == NULL)
    {
      payment = g_new (LastPayment, 1);
      *payment = (LastPayment){ invoice_id, day };
      g_hash_table_insert (payments, &payment->invoice_id, payment);
    }
  payment->day = MAX (payment->day, day);
}

/* Money that came in; a credit note or a write-off tells nothing about a habit. */
static gboolean
is_payment (const AcqReceipt *receipt, AcqDay today)
{
  return receipt->state == ACQ_RECEIPT_STATE_CREDITED && receipt->amount > 0 && receipt->day <= today
         && receipt->day >= today - WATCHED_DAYS && receipt->means != ACQ_MEANS_CREDIT_NOTE
         && receipt->means != ACQ_MEANS_WRITE_OFF && receipt->means != ACQ_MEANS_COMPENSATION;
}

static void
read_receipt (AcqLatenessHabits *self, GHashTable *payments, const AcqLedger *ledger,
              const AcqReceipt *receipt)
{
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      gint64 invoice_id = g_array_index (receipt->allocations, AcqAllocation, i).invoice_id;
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, invoice_id);

      if (invoice == NULL)
        continue;
      note_payment (payments, invoice_id, receipt->day);
      if (receipt->means == ACQ_MEANS_CHEQUE)
        find_or_add_payer (self, invoice->customer_id)->habit.pays_by_cheque = TRUE;
    }
}

/* A cheque that has not arrived yet tells of the means all the same. */
static void
read_cheque_in_flight (AcqLatenessHabits *self, const AcqLedger *ledger, const AcqReceipt *receipt)
{
  if (receipt->customer_id != 0)
    find_or_add_payer (self, receipt->customer_id)->habit.pays_by_cheque = TRUE;
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      gint64 invoice_id = g_array_index (receipt->allocations, AcqAllocation, i).invoice_id;
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, invoice_id);

      if (invoice != NULL)
        find_or_add_payer (self, invoice->customer_id)->habit.pays_by_cheque = TRUE;
    }
}

static void
read_delays (AcqLatenessHabits *self, GHashTable *payments, const AcqLedger *ledger)
{
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      const LastPayment *payment = g_hash_table_lookup (payments, &invoice->id);
      int delay;

      if (payment == NULL || invoice->balance != 0 || invoice->due_items->len == 0)
        continue;
      delay = payment->day - acq_invoice_due_day (invoice);
      g_array_append_val (find_or_add_payer (self, invoice->customer_id)->delays, delay);
    }
}

static int
compare_ints (const void *a, const void *b)
{
  const int *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static int
find_median (GArray *delays)
{
  if (delays->len == 0)
    return 0;
  qsort (delays->data, delays->len, sizeof (int), compare_ints);
  return g_array_index (delays, int, delays->len / 2);
}

static int
find_loyal_delay (const GArray *delays, int median, int longest)
{
  guint late = 0;

  if (delays->len < LEAST_PAYMENTS)
    return -1;
  for (guint i = 0; i < delays->len; i++)
    late += g_array_index (delays, int, i) > longest;
  return late * 4 <= delays->len && median > 0 && median <= longest ? median : -1;
}

static void
find_usual_delays (AcqLatenessHabits *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->payers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Payer *payer = value;

      payer->habit.n_settled = payer->delays->len;
      payer->habit.usual_delay = find_median (payer->delays);
      payer->habit.loyal_delay = find_loyal_delay (payer->delays, payer->habit.usual_delay, self->longest);
    }
}

AcqLatenessHabits *
acq_lateness_habits_new (const AcqLedger *ledger, AcqDay today, int longest)
{
  AcqLatenessHabits *self = g_new0 (AcqLatenessHabits, 1);
  g_autoptr (GHashTable) payments = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  self->payers = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_payer);
  self->longest = longest;
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (is_payment (receipt, today))
        read_receipt (self, payments, ledger, receipt);
      else if (receipt->means == ACQ_MEANS_CHEQUE && acq_receipt_is_in_flight (receipt))
        read_cheque_in_flight (self, ledger, receipt);
    }
  read_delays (self, payments, ledger);
  find_usual_delays (self);
  return self;
}

void
acq_lateness_habits_free (AcqLatenessHabits *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->payers);
  g_free (self);
}

AcqLatenessHabit
acq_lateness_habits_get (const AcqLatenessHabits *self, gint64 customer_id)
{
  const Payer *payer = g_hash_table_lookup (self->payers, &customer_id);

  return payer != NULL ? payer->habit : (AcqLatenessHabit){ .loyal_delay = -1 };
}
