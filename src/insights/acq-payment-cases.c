/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-cases.h"

/* Where the walk through the due items of one invoice stands. */
typedef struct
{
  AcqPaymentCases *cases;
  const AcqReceivable *row;
  guint item;
  gint64 left;  /* of that item */
  gint64 money; /* paid of that item so far */
  AcqDay paid;  /* day of the last of it */
} Walk;

static const AcqDueItem *
item_at (const Walk *walk)
{
  return acq_invoice_due_item (walk->row->invoice, walk->item);
}

static void
enter_item (Walk *walk)
{
  walk->left = item_at (walk)->amount;
  walk->money = 0;
  walk->paid = ACQ_DAY_NONE;
}

static void
end_item (Walk *walk, AcqDay closed)
{
  const AcqDueItem *item = item_at (walk);
  AcqPaymentCase ended
    = { walk->row->invoice, item->kind, walk->row->issued, item->due, ACQ_DAY_NONE, closed, item->amount };

  if (walk->money * 2 >= item->amount && walk->money > 0)
    ended.paid = walk->paid;
  g_array_append_val (walk->cases->cases, ended);
}

/* What exceeds all items stays on the last one and is no payment of any. */
static void
settle (Walk *walk, AcqDay day, gint64 amount, gboolean is_money)
{
  guint n = walk->row->invoice->due_items->len;

  while (amount > 0 && walk->item < n)
    {
      gint64 share = MIN (amount, MAX (walk->left, 0));
      AcqPaidPart part = { walk->row->invoice, item_at (walk)->due, day, share };

      if (is_money && share > 0)
        {
          g_array_append_val (walk->cases->parts, part);
          walk->money += share;
          walk->paid = day;
        }
      walk->left -= share;
      amount -= share;
      if (walk->left > 0)
        return;
      end_item (walk, day);
      walk->item++;
      if (walk->item < n)
        enter_item (walk);
    }
}

/* A returned payment takes back the latest ones before it. */
static void
take_back (AcqSettlement *kept, guint n, gint64 amount)
{
  for (guint i = n; i > 0 && amount > 0; i--)
    {
      gint64 share = CLAMP (kept[i - 1].amount, 0, amount);

      kept[i - 1].amount -= share;
      kept[i - 1].money = MIN (kept[i - 1].money, kept[i - 1].amount);
      amount -= share;
    }
}

static void
walk_row (AcqPaymentCases *self, const AcqReceivable *row, GArray *kept)
{
  Walk walk = { .cases = self, .row = row };
  guint n = row->invoice->due_items->len;

  g_array_set_size (kept, 0);
  for (guint i = 0; i < row->n_settlements; i++)
    {
      if (row->settlements[i].amount < 0)
        take_back ((AcqSettlement *) (gpointer) kept->data, kept->len, -row->settlements[i].amount);
      else
        g_array_append_vals (kept, &row->settlements[i], 1);
    }
  enter_item (&walk);
  settle (&walk, row->issued, row->invoice->prepaid, FALSE);
  for (guint i = 0; i < kept->len; i++)
    {
      const AcqSettlement *settlement = &g_array_index (kept, AcqSettlement, i);

      settle (&walk, settlement->day, settlement->amount - settlement->money, FALSE);
      settle (&walk, settlement->day, settlement->money, TRUE);
    }
  while (walk.item < n)
    {
      end_item (&walk, walk.left > 0 ? G_MAXINT32 : row->issued);
      if (++walk.item < n)
        enter_item (&walk);
    }
}

AcqPaymentCases *
acq_payment_cases_new (const AcqReceivables *receivables)
{
  AcqPaymentCases *self = g_new0 (AcqPaymentCases, 1);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (AcqSettlement));
  guint n = acq_receivables_count (receivables);

  self->parts = g_array_sized_new (FALSE, FALSE, sizeof (AcqPaidPart), n);
  self->cases = g_array_sized_new (FALSE, FALSE, sizeof (AcqPaymentCase), n);
  for (guint i = 0; i < n; i++)
    {
      const AcqReceivable *row = acq_receivables_get (receivables, i);

      if (row->invoice->due_items->len > 0 && !acq_invoice_is_credit_note (row->invoice))
        walk_row (self, row, kept);
    }
  return self;
}

void
acq_payment_cases_free (AcqPaymentCases *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_array_unref (self->cases);
  g_free (self);
}
