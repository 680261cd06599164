/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-finished-invoices.h"

static void
add (AcqFinishedInvoices *self, const AcqCompanyView *view, const AcqHeldInvoice *held)
{
  AcqStanding standing = acq_standings_get (view->books->standings, held->invoice, view->books->today);
  gboolean is_first = self->invoices->len == 0;
  gboolean has_amount = is_first || self->amount > 0;

  if (is_first)
    {
      self->currency = held->invoice->currency;
      self->sequel = held->sequel;
    }
  if (self->sequel != held->sequel)
    self->sequel = ACQ_SEQUEL_ASK;
  self->amount = has_amount && acq_currency_equal (self->currency, held->invoice->currency)
                   ? self->amount + standing.overdue_amount
                   : 0;
  g_ptr_array_add (self->invoices, (gpointer) held->invoice);
}

static int
compare_due_days (gconstpointer a, gconstpointer b)
{
  const AcqInvoice *left = *(AcqInvoice *const *) a, *right = *(AcqInvoice *const *) b;
  AcqDay left_due = acq_invoice_due_day (left), right_due = acq_invoice_due_day (right);

  return (left_due > right_due) - (left_due < right_due);
}

AcqFinishedInvoices *
acq_finished_invoices_new (const AcqCompanyView *view, const char *customer)
{
  AcqFinishedInvoices *self = g_new0 (AcqFinishedInvoices, 1);

  g_return_val_if_fail (view->plan != NULL, NULL);

  self->invoices = g_ptr_array_new ();
  self->currency = ACQ_CURRENCY_EUR;
  for (guint i = 0; i < view->plan->held->len; i++)
    {
      const AcqHeldInvoice *held = view->plan->held->pdata[i];

      if (acq_reasons_has (&held->reasons, ACQ_REASON_SCENARIO_FINISHED)
          && g_strcmp0 (held->customer->code, customer) == 0)
        add (self, view, held);
    }
  g_ptr_array_sort (self->invoices, compare_due_days);
  return self;
}

void
acq_finished_invoices_free (AcqFinishedInvoices *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->invoices);
  g_free (self);
}

char **
acq_finished_invoices_numbers (const AcqFinishedInvoices *self)
{
  char **numbers = g_new0 (char *, self->invoices->len + 1);

  for (guint i = 0; i < self->invoices->len; i++)
    numbers[i] = g_strdup (((const AcqInvoice *) self->invoices->pdata[i])->number);
  return numbers;
}
