/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ledger.h"

#include <string.h>

void
acq_payer_alias_free (AcqPayerAlias *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self);
}

AcqLedger *
acq_ledger_new (void)
{
  AcqLedger *self = g_new0 (AcqLedger, 1);

  self->company = acq_company_new ();
  self->customers = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_customer_free);
  self->invoices = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_invoice_free);
  self->receipts = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_receipt_free);
  self->slips = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_deposit_slip_free);
  self->transactions = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_transaction_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_note_free);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_payment_plan_free);
  self->reminders = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_reminder_free);
  self->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_payer_alias_free);
  self->coverage = g_array_new (FALSE, FALSE, sizeof (AcqCoverage));
  self->customers_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->invoices_by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
acq_ledger_free (AcqLedger *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->customers_by_id);
  g_hash_table_unref (self->invoices_by_id);
  acq_company_free (self->company);
  g_ptr_array_unref (self->customers);
  g_ptr_array_unref (self->invoices);
  g_ptr_array_unref (self->receipts);
  g_ptr_array_unref (self->slips);
  g_ptr_array_unref (self->transactions);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->reminders);
  g_ptr_array_unref (self->aliases);
  g_array_unref (self->coverage);
  g_free (self);
}

void
acq_ledger_take_customer (AcqLedger *self, AcqCustomer *customer)
{
  g_ptr_array_add (self->customers, customer);
  g_hash_table_insert (self->customers_by_id, &customer->id, customer);
}

void
acq_ledger_take_invoice (AcqLedger *self, AcqInvoice *invoice)
{
  g_ptr_array_add (self->invoices, invoice);
  g_hash_table_insert (self->invoices_by_id, &invoice->id, invoice);
}

AcqCustomer *
acq_ledger_find_customer (const AcqLedger *self, gint64 id)
{
  return g_hash_table_lookup (self->customers_by_id, &id);
}

AcqInvoice *
acq_ledger_find_invoice (const AcqLedger *self, gint64 id)
{
  return g_hash_table_lookup (self->invoices_by_id, &id);
}

AcqInvoice *
acq_ledger_find_invoice_by_number (const AcqLedger *self, const char *number)
{
  for (guint i = 0; i < self->invoices->len; i++)
    {
      AcqInvoice *invoice = self->invoices->pdata[i];

      if (strcmp (invoice->number, number) == 0)
        return invoice;
    }
  return NULL;
}

AcqCustomer *
acq_ledger_find_recipient (const AcqLedger *self, const AcqCustomer *customer)
{
  AcqCustomer *recipient = NULL;

  if (customer->recipient_id != 0)
    recipient = acq_ledger_find_customer (self, customer->recipient_id);
  return recipient != NULL ? recipient : (AcqCustomer *) customer;
}

typedef struct
{
  gint64 id;
  gint64 sum;
} Sum;

static void
add_to_sum (GHashTable *sums, gint64 id, gint64 amount)
{
  Sum *sum = g_hash_table_lookup (sums, &id);

  if (sum == NULL)
    {
      sum = g_new (Sum, 1);
      *sum = (Sum){ id, 0 };
      g_hash_table_insert (sums, &sum->id, sum);
    }
  sum->sum += amount;
}

static gint64
find_sum (GHashTable *sums, gint64 id)
{
  const Sum *sum = g_hash_table_lookup (sums, &id);

  return sum == NULL ? 0 : sum->sum;
}

void
acq_ledger_derive_balances (AcqLedger *self)
{
  g_autoptr (GHashTable) settled = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) matched = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < self->receipts->len; i++)
    {
      const AcqReceipt *receipt = self->receipts->pdata[i];

      if (receipt->state != ACQ_RECEIPT_STATE_CREDITED)
        continue;
      for (guint j = 0; j < receipt->allocations->len; j++)
        {
          const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, j);

          add_to_sum (settled, allocation->invoice_id, allocation->amount);
          if (receipt->transaction_id != 0)
            add_to_sum (matched, receipt->transaction_id, allocation->amount);
        }
    }
  for (guint i = 0; i < self->invoices->len; i++)
    {
      AcqInvoice *invoice = self->invoices->pdata[i];

      acq_invoice_spread_settled (invoice, invoice->prepaid + find_sum (settled, invoice->id));
    }
  for (guint i = 0; i < self->transactions->len; i++)
    {
      AcqTransaction *transaction = self->transactions->pdata[i];

      transaction->matched = find_sum (matched, transaction->id);
    }
}
