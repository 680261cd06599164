/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-order.h"

#include "acq-money.h"

typedef struct
{
  AcqOpenDebt **debts;
  gsize n_debts;
  AcqDay day;
} Order;

/* 0 where both stand alike. */
static int
compare_debts (const AcqOpenDebt *a, const AcqOpenDebt *b, AcqDay day)
{
  gboolean a_waits = a->due > day, b_waits = b->due > day;

  if (a_waits != b_waits)
    return a_waits - b_waits;
  if (a->rate != b->rate)
    return b->rate - a->rate;
  return (a->due > b->due) - (a->due < b->due);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return compare_debts (*(AcqOpenDebt *const *) a, *(AcqOpenDebt *const *) b, ((const Order *) user_data)->day);
}

/* Debts from "first" on that stand alike; their sum is set. */
static gsize
count_alike (const Order *order, gsize first, gint64 *ret_sum)
{
  gsize n = 0;

  for (*ret_sum = 0; first + n < order->n_debts; n++)
    {
      if (n > 0 && compare_debts (order->debts[first], order->debts[first + n], order->day) != 0)
        break;
      *ret_sum += order->debts[first + n]->rest;
    }
  return n;
}

static void
settle_alike (AcqOpenDebt **debts, gsize n_debts, gint64 sum, gint64 amount)
{
  gint64 left = amount;

  for (gsize i = 0; i < n_debts; i++)
    {
      debts[i]->settled = amount >= sum ? debts[i]->rest : (gint64) ((__int128) amount * debts[i]->rest / sum);
      left -= debts[i]->settled;
    }
  for (gsize i = 0; i < n_debts && left > 0; i++)
    {
      gint64 more = MIN (debts[i]->rest - debts[i]->settled, 1);

      debts[i]->settled += more;
      left -= more;
    }
}

gint64
acq_payment_order_settle (AcqOpenDebt *debts, gsize n_debts, AcqDay day, gint64 amount)
{
  g_autofree AcqOpenDebt **sorted = g_new (AcqOpenDebt *, n_debts + 1);
  Order order = { sorted, n_debts, day };
  gsize n_alike;

  for (gsize i = 0; i < n_debts; i++)
    {
      debts[i].settled = 0;
      sorted[i] = &debts[i];
    }
  g_qsort_with_data (sorted, (gint) n_debts, sizeof (AcqOpenDebt *), compare_cb, &order);
  for (gsize i = 0; i < n_debts && amount > 0; i += n_alike)
    {
      gint64 sum;

      n_alike = count_alike (&order, i, &sum);
      settle_alike (sorted + i, n_alike, sum, MIN (amount, sum));
      amount -= MIN (amount, sum);
    }
  return amount;
}
