/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payer-habits.h"

#include <stdlib.h>

#define PROMISE_DAYS 730

struct _AcqPayerHabits
{
  GArray *settlements; /* (element-type AcqPayerSettlement) by customer, then by day */
  GArray *promises;    /* (element-type AcqPromise) */
  AcqDay today;
};

void
acq_payer_habit_free (AcqPayerHabit *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->settlements);
  g_free (self);
}

static int
compare_settlements (gconstpointer a, gconstpointer b)
{
  const AcqPayerSettlement *left = a, *right = b;

  if (left->invoice->customer_id != right->invoice->customer_id)
    return left->invoice->customer_id < right->invoice->customer_id ? -1 : 1;
  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->due != right->due)
    return left->due < right->due ? -1 : 1;
  return (left->invoice->id > right->invoice->id) - (left->invoice->id < right->invoice->id);
}

AcqPayerHabits *
acq_payer_habits_new (const AcqLedger *ledger, const AcqReceivables *receivables)
{
  AcqPayerHabits *self = g_new0 (AcqPayerHabits, 1);
  g_autoptr (AcqPaymentCases) cases = acq_payment_cases_new (receivables);

  self->today = acq_receivables_today (receivables);
  self->settlements = g_array_new (FALSE, FALSE, sizeof (AcqPayerSettlement));
  for (guint i = 0; i < cases->cases->len; i++)
    {
      const AcqPaymentCase *row = &g_array_index (cases->cases, AcqPaymentCase, i);
      AcqPayerSettlement settlement = { row->invoice, row->due, row->paid, .amount = row->amount };

      if (row->kind != ACQ_DUE_KIND_NORMAL || !acq_payment_case_is_paid (row, self->today))
        continue;
      /* Neither day is missing here. */
      settlement.days_late = row->paid - row->due;
      g_array_append_val (self->settlements, settlement);
    }
  g_array_sort (self->settlements, compare_settlements);
  self->promises = acq_promise_record_new (ledger, receivables, self->today);
  return self;
}

void
acq_payer_habits_free (AcqPayerHabits *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->settlements);
  g_array_unref (self->promises);
  g_free (self);
}

/* The place of the first settlement of a customer with that id or a higher one. */
static guint
find_first (const GArray *settlements, gint64 customer_id)
{
  guint low = 0, high = settlements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (settlements, AcqPayerSettlement, middle).invoice->customer_id < customer_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static int
compare_ints (const void *a, const void *b)
{
  const int *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}

static void
find_median (AcqPayerHabit *habit)
{
  int late[ACQ_PAYER_HABIT_MOST];
  guint n = habit->settlements->len;
  g_autoptr (GHashTable) invoices = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      const AcqPayerSettlement *settlement = &g_array_index (habit->settlements, AcqPayerSettlement, i);

      late[i] = settlement->days_late;
      g_hash_table_add (invoices, (gpointer) settlement->invoice);
    }
  habit->n_invoices = g_hash_table_size (invoices);
  habit->known = n >= ACQ_PAYER_HABIT_LEAST;
  qsort (late, n, sizeof (int), compare_ints);
  habit->days_late = n > 0 ? late[(n - 1) / 2] : 0;
}

static void
count_promises (const AcqPayerHabits *self, gint64 customer_id, AcqPayerHabit *habit)
{
  for (guint i = 0; i < self->promises->len; i++)
    {
      const AcqPromise *promise = &g_array_index (self->promises, AcqPromise, i);

      if (promise->note->customer_id != customer_id || promise->note->day < self->today - PROMISE_DAYS)
        continue;
      habit->promises_kept += promise->state == ACQ_PROMISE_STATE_KEPT;
      habit->promises_due
        += promise->state == ACQ_PROMISE_STATE_KEPT || promise->state == ACQ_PROMISE_STATE_BROKEN;
    }
}

AcqPayerHabit *
acq_payer_habits_get (const AcqPayerHabits *self, gint64 customer_id)
{
  AcqPayerHabit *habit = g_new0 (AcqPayerHabit, 1);
  guint first = find_first (self->settlements, customer_id);
  guint last = find_first (self->settlements, customer_id + 1);
  guint n = MIN (last - first, ACQ_PAYER_HABIT_MOST);

  habit->settlements = g_array_new (FALSE, FALSE, sizeof (AcqPayerSettlement));
  if (n > 0)
    g_array_append_vals (habit->settlements, &g_array_index (self->settlements, AcqPayerSettlement, last - n),
                         n);
  find_median (habit);
  count_promises (self, customer_id, habit);
  return habit;
}
