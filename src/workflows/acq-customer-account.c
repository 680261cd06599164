/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-account.h"

/* A ledger that owns nothing: its rows are another's. */
static AcqLedger *
rows_new (void)
{
  AcqLedger *rows = acq_ledger_new ();
  GPtrArray *lists[] = { rows->customers, rows->invoices, rows->receipts,  rows->transactions,
                         rows->notes,     rows->plans,    rows->reminders, rows->aliases };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_ptr_array_set_free_func (lists[i], NULL);
  return rows;
}

static gboolean
concerns (const AcqLedger *rows, const AcqReceipt *receipt, gint64 customer_id)
{
  for (guint i = 0; i < receipt->allocations->len; i++)
    if (acq_ledger_find_invoice (rows, g_array_index (receipt->allocations, AcqAllocation, i).invoice_id)
        != NULL)
      return TRUE;
  return receipt->allocations->len == 0 && receipt->customer_id == customer_id;
}

static void
collect_money (AcqLedger *rows, const AcqLedger *ledger, gint64 customer_id)
{
  for (guint i = 0; i < ledger->invoices->len; i++)
    if (((AcqInvoice *) ledger->invoices->pdata[i])->customer_id == customer_id)
      acq_ledger_take_invoice (rows, ledger->invoices->pdata[i]);
  for (guint i = 0; i < ledger->receipts->len; i++)
    if (concerns (rows, ledger->receipts->pdata[i], customer_id))
      g_ptr_array_add (rows->receipts, ledger->receipts->pdata[i]);
}

static void
collect_talk (AcqLedger *rows, const AcqLedger *ledger, gint64 customer_id)
{
  for (guint i = 0; i < ledger->notes->len; i++)
    if (((AcqNote *) ledger->notes->pdata[i])->customer_id == customer_id)
      g_ptr_array_add (rows->notes, ledger->notes->pdata[i]);
  for (guint i = 0; i < ledger->plans->len; i++)
    if (((AcqPaymentPlan *) ledger->plans->pdata[i])->customer_id == customer_id)
      g_ptr_array_add (rows->plans, ledger->plans->pdata[i]);
  for (guint i = 0; i < ledger->reminders->len; i++)
    if (acq_ledger_find_invoice (rows, ((AcqReminder *) ledger->reminders->pdata[i])->invoice_id) != NULL)
      g_ptr_array_add (rows->reminders, ledger->reminders->pdata[i]);
  for (guint i = 0; i < ledger->aliases->len; i++)
    if (((AcqPayerAlias *) ledger->aliases->pdata[i])->customer_id == customer_id)
      g_ptr_array_add (rows->aliases, ledger->aliases->pdata[i]);
}

static void
add_promises (AcqCustomerAccount *self, AcqCurrency currency)
{
  AcqDay today = self->view->books->today;
  g_autoptr (AcqReceivables) receivables = acq_receivables_new (self->rows, currency, today);
  g_autoptr (GArray) promises = acq_promise_record_new (self->rows, receivables, today);

  g_array_append_vals (self->promises, promises->data, promises->len);
}

/* Each currency of his invoices once. */
static void
collect_promises (AcqCustomerAccount *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  self->promises = g_array_new (FALSE, FALSE, sizeof (AcqPromise));
  for (guint i = 0; i < self->rows->invoices->len; i++)
    {
      AcqInvoice *invoice = self->rows->invoices->pdata[i];

      if (g_hash_table_add (seen, invoice->currency.code))
        add_promises (self, invoice->currency);
    }
}

AcqCustomerAccount *
acq_customer_account_new (const AcqCompanyView *view, const AcqCustomer *customer)
{
  AcqCustomerAccount *self = g_atomic_rc_box_new0 (AcqCustomerAccount);
  const AcqLedger *ledger = view->books->ledger;
  g_autoptr (AcqPayerHabits) habits = NULL;

  self->view = acq_company_view_ref ((AcqCompanyView *) view);
  self->customer = customer;
  self->rows = rows_new ();
  acq_ledger_take_customer (self->rows, (AcqCustomer *) customer);
  collect_money (self->rows, ledger, customer->id);
  collect_talk (self->rows, ledger, customer->id);
  self->receivables = acq_receivables_new (self->rows, ACQ_CURRENCY_EUR, view->books->today);
  collect_promises (self);
  habits = acq_payer_habits_new (self->rows, self->receivables);
  self->habit = acq_payer_habits_get (habits, customer->id);
  return self;
}

AcqCustomerAccount *
acq_customer_account_ref (AcqCustomerAccount *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqCustomerAccount *self = data;

  acq_payer_habit_free (self->habit);
  acq_receivables_free (self->receivables);
  g_array_unref (self->promises);
  acq_ledger_free (self->rows);
  acq_company_view_unref (self->view);
}

void
acq_customer_account_unref (AcqCustomerAccount *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const AcqPromise *
acq_customer_account_find_promise (const AcqCustomerAccount *self, const AcqNote *note)
{
  for (guint i = 0; i < self->promises->len; i++)
    {
      const AcqPromise *promise = &g_array_index (self->promises, AcqPromise, i);

      if (promise->note == note)
        return promise;
    }
  return NULL;
}
