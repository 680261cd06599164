/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fec.h"

/* The state of one group: what of each invoice and credit note is still open. */
typedef struct
{
  gint64 *open;
  guint n;
  guint youngest; /* index of the last invoice above zero; n: none */
  GArray *result;
} Settling;

static void
settle_part (Settling *self, guint receipt, guint invoice, gint64 amount)
{
  AcqFecAllocation allocation = { receipt, invoice, amount };

  if (amount == 0)
    return;
  self->open[invoice] -= amount;
  g_array_append_val (self->result, allocation);
}

/* Uses up credit notes as far as the invoices need them; returns how much that adds to the receipt. */
static gint64
use_credit_notes (Settling *self, guint receipt, gint64 most)
{
  gint64 used = 0;

  for (guint i = 0; i < self->n && used < most; i++)
    if (self->open[i] < 0 && i != self->youngest)
      {
        gint64 part = MIN (-self->open[i], most - used);

        settle_part (self, receipt, i, -part);
        used += part;
      }
  return used;
}

static gint64
sum_open (const Settling *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->n; i++)
    sum += MAX (self->open[i], 0);
  return sum;
}

/* What exceeds all that is open goes to the youngest invoice: money that comes in twice goes back later. */
static void
pay_oldest (Settling *self, guint receipt, gint64 amount)
{
  for (guint i = 0; i < self->n && amount > 0; i++)
    if (self->open[i] > 0)
      {
        gint64 part = MIN (self->open[i], amount);

        settle_part (self, receipt, i, part);
        amount -= part;
      }
  if (amount > 0 && self->youngest < self->n)
    settle_part (self, receipt, self->youngest, amount);
}

/* Money that goes back pays out what is left of credit notes, then reopens the youngest invoices. */
static void
take_back (Settling *self, const gint64 *totals, guint receipt, gint64 amount)
{
  if (self->youngest < self->n && self->open[self->youngest] < 0)
    {
      gint64 part = MIN (-self->open[self->youngest], amount);

      settle_part (self, receipt, self->youngest, -part);
      amount -= part;
    }
  amount -= use_credit_notes (self, receipt, amount);
  for (guint i = self->n; i-- > 0 && amount > 0;)
    if (totals[i] > 0 && self->open[i] < totals[i])
      {
        gint64 part = MIN (totals[i] - self->open[i], amount);

        settle_part (self, receipt, i, -part);
        amount -= part;
      }
}

/* What the youngest invoice got beyond its total is taken off its last receipts, on which it stays unallocated. */
static void
trim_excess (Settling *self)
{
  gint64 excess = self->youngest < self->n ? -self->open[self->youngest] : 0;

  for (guint i = self->result->len; i-- > 0 && excess > 0;)
    {
      AcqFecAllocation *allocation = &g_array_index (self->result, AcqFecAllocation, i);
      gint64 part = MIN (allocation->amount, excess);

      if (allocation->invoice != self->youngest || allocation->amount <= 0)
        continue;
      allocation->amount -= part;
      excess -= part;
      if (allocation->amount == 0)
        g_array_remove_index (self->result, i);
    }
}

GArray *
acq_fec_settle (const gint64 *invoices, guint n_invoices, const gint64 *receipts, guint n_receipts)
{
  g_autofree gint64 *open = g_new0 (gint64, n_invoices + 1);
  Settling self = { open, n_invoices, n_invoices, NULL };

  self.result = g_array_new (FALSE, FALSE, sizeof (AcqFecAllocation));
  for (guint i = 0; i < n_invoices; i++)
    {
      open[i] = invoices[i];
      if (invoices[i] > 0)
        self.youngest = i;
    }
  if (n_receipts == 0)
    pay_oldest (&self, 0, use_credit_notes (&self, 0, sum_open (&self)));
  for (guint i = 0; i < n_receipts; i++)
    {
      gint64 credit = i == 0 ? use_credit_notes (&self, i, sum_open (&self)) : 0;

      pay_oldest (&self, i, credit + MAX (receipts[i], 0));
      if (receipts[i] < 0)
        take_back (&self, invoices, i, -receipts[i]);
    }
  trim_excess (&self);
  return self.result;
}
