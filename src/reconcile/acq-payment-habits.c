/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-habits.h"

#include <math.h>

#define USUAL_DELAY  8.0
#define USUAL_SPREAD 22.0
#define LEAST_SPREAD 4.0

/* Days and their squares are summed: a few thousand payments stay far below the limits of both. */
typedef struct
{
  gint64 n;
  gint64 sum;
  gint64 sum_of_squares;
} Delays;

struct _AcqPaymentHabits
{
  const AcqOpenItems *items;
  Delays *delays; /* one a customer */
};

/* The day on which all of it was due, not what is due next: a settled invoice has habits too. */
static AcqDay
due_day (const AcqInvoice *invoice)
{
  return invoice->due_items->len > 0 ? acq_invoice_due_item (invoice, 0)->due : invoice->issued;
}

void
acq_payment_habits_learn (AcqPaymentHabits *self, guint item, AcqDay paid)
{
  const AcqOpenItem *open = acq_open_items_get (self->items, item);
  gint64 days = paid - due_day (open->invoice);

  if (open->customer == ACQ_NO_CUSTOMER)
    return;
  self->delays[open->customer].n++;
  self->delays[open->customer].sum += days;
  self->delays[open->customer].sum_of_squares += days * days;
}

AcqPaymentHabits *
acq_payment_habits_new (const AcqLedger *ledger, const AcqOpenItems *items)
{
  AcqPaymentHabits *self = g_new0 (AcqPaymentHabits, 1);

  self->items = items;
  self->delays = g_new0 (Delays, ledger->customers->len);
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];

      for (guint j = 0; receipt->state == ACQ_RECEIPT_STATE_CREDITED && j < receipt->allocations->len; j++)
        {
          const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, j);
          guint item;

          if (allocation->amount > 0 && acq_open_items_find (items, allocation->invoice_id, &item))
            acq_payment_habits_learn (self, item, receipt->day);
        }
    }
  return self;
}

void
acq_payment_habits_free (AcqPaymentHabits *self)
{
  if (self == NULL)
    return;
  g_free (self->delays);
  g_free (self);
}

double
acq_payment_habits_surprise (const AcqPaymentHabits *self, guint item, AcqDay paid)
{
  const AcqOpenItem *open = acq_open_items_get (self->items, item);
  double days = paid - due_day (open->invoice), mean = USUAL_DELAY, spread = USUAL_SPREAD;
  const Delays *delays = &self->delays[open->customer];

  if (delays->n >= 2)
    {
      double n = (double) delays->n;

      mean = (double) delays->sum / n;
      spread = sqrt (MAX (0.0, (double) delays->sum_of_squares / n - mean * mean));
      spread = MAX (spread, LEAST_SPREAD);
    }
  return fabs (days - mean) / spread;
}

gboolean
acq_payment_habits_are_own (const AcqPaymentHabits *self, guint item)
{
  return self->delays[acq_open_items_get (self->items, item)->customer].n >= 2;
}

gboolean
acq_payment_habits_agree (const AcqPaymentHabits *self, guint item, AcqDay paid)
{
  const AcqOpenItem *open = acq_open_items_get (self->items, item);

  return self->delays[open->customer].n >= 2 && acq_payment_habits_surprise (self, item, paid) <= 1.0;
}
