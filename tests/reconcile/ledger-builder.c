/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger-builder.h"

#include <string.h>

AcqCustomer *
build_customer (AcqLedger *ledger, const char *name)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->id = ledger->customers->len + 1;
  customer->name = g_strdup (name);
  acq_ledger_take_customer (ledger, customer);
  return customer;
}

AcqInvoice *
build_invoice (AcqLedger *ledger, const AcqCustomer *customer, const char *number, AcqDay issued,
               gint64 total)
{
  AcqInvoice *invoice = acq_invoice_new ();

  invoice->id = ledger->invoices->len + 1;
  invoice->number = g_strdup (number);
  invoice->customer_id = customer->id;
  invoice->kind = total < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  invoice->issued = issued;
  invoice->currency = ACQ_CURRENCY_EUR;
  invoice->total = total;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, issued, total);
  acq_invoice_spread_settled (invoice, 0);
  acq_ledger_take_invoice (ledger, invoice);
  return invoice;
}

AcqTransaction *
build_transaction (AcqLedger *ledger, AcqDay booked, gint64 amount, const char *label)
{
  AcqTransaction *transaction = acq_transaction_new ();

  transaction->id = ledger->transactions->len + 1;
  transaction->account_id = 1;
  transaction->booked = booked;
  transaction->amount = amount;
  transaction->label = g_strdup (label);
  transaction->means = ACQ_MEANS_TRANSFER;
  g_ptr_array_add (ledger->transactions, transaction);
  return transaction;
}

void
build_alias (AcqLedger *ledger, const char *key, const AcqCustomer *customer)
{
  AcqPayerAlias *alias = g_new0 (AcqPayerAlias, 1);

  alias->key = g_strdup (key);
  alias->customer_id = customer->id;
  alias->confirmations = 1;
  g_ptr_array_add (ledger->aliases, alias);
}

static void
add_allocation (AcqReceipt *receipt, gint64 invoice_id, gint64 amount, AcqAllocationOrigin origin)
{
  AcqAllocation allocation = { .id = 0, .invoice_id = invoice_id, .amount = amount, .origin = origin };

  g_array_append_val (receipt->allocations, allocation);
}

static AcqReceipt *
new_receipt (AcqLedger *ledger, gint64 transaction_id, AcqDay day, gint64 amount)
{
  AcqReceipt *receipt = acq_receipt_new ();

  receipt->id = ledger->receipts->len + 1;
  receipt->transaction_id = transaction_id;
  receipt->day = day;
  receipt->amount = amount;
  receipt->source = transaction_id != 0 ? ACQ_RECEIPT_SOURCE_BANK : ACQ_RECEIPT_SOURCE_HAND;
  g_ptr_array_add (ledger->receipts, receipt);
  return receipt;
}

AcqReceipt *
build_receipt (AcqLedger *ledger, const AcqTransaction *transaction, const AcqInvoice *invoice, AcqDay day,
               gint64 amount)
{
  AcqReceipt *receipt = new_receipt (ledger, transaction != NULL ? transaction->id : 0, day, amount);

  add_allocation (receipt, invoice->id, amount, ACQ_ALLOCATION_ORIGIN_HAND);
  return receipt;
}

const AcqProposal *
find_proposal (const AcqReconciliation *result, const AcqTransaction *transaction)
{
  for (guint i = 0; i < result->proposals->len; i++)
    {
      const AcqProposal *proposal = result->proposals->pdata[i];

      if (proposal->transaction_id == transaction->id)
        return proposal;
    }
  return NULL;
}

const AcqUnmatchedReceipt *
find_unmatched (const AcqReconciliation *result, const AcqTransaction *transaction)
{
  for (guint i = 0; i < result->unmatched->len; i++)
    {
      const AcqUnmatchedReceipt *unmatched = result->unmatched->pdata[i];

      if (unmatched->transaction_id == transaction->id)
        return unmatched;
    }
  return NULL;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

char *
describe_proposal (const AcqLedger *ledger, const AcqProposal *proposal)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  if (proposal == NULL)
    return g_string_free (text, FALSE);
  for (guint i = 0; i < proposal->allocations->len; i++)
    {
      const AcqProposedAllocation *allocation
        = &g_array_index (proposal->allocations, AcqProposedAllocation, i);

      g_ptr_array_add (parts,
                       g_strdup_printf ("%s=%" G_GINT64_FORMAT,
                                        acq_ledger_find_invoice (ledger, allocation->invoice_id)->number,
                                        allocation->amount));
    }
  g_ptr_array_sort (parts, compare_texts);
  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (text, "%s ", (char *) parts->pdata[i]);
  g_string_append (text, acq_certainty_to_code (proposal->certainty));
  for (guint i = 0; i < proposal->evidence->len; i++)
    g_string_append_printf (text, " %s",
                            acq_evidence_to_code (g_array_index (proposal->evidence, AcqEvidence, i)));
  return g_string_free (text, FALSE);
}

static const AcqTransaction *
find_transaction (const AcqLedger *ledger, gint64 id)
{
  for (guint i = 0; i < ledger->transactions->len; i++)
    if (((AcqTransaction *) ledger->transactions->pdata[i])->id == id)
      return ledger->transactions->pdata[i];
  return NULL;
}

void
apply_proposals (AcqLedger *ledger, const AcqReconciliation *result, gboolean only_sure)
{
  for (guint i = 0; i < result->proposals->len; i++)
    {
      const AcqProposal *proposal = result->proposals->pdata[i];
      const AcqTransaction *transaction = find_transaction (ledger, proposal->transaction_id);
      AcqReceipt *receipt;

      if (only_sure && proposal->certainty != ACQ_CERTAINTY_SURE)
        continue;
      receipt = new_receipt (ledger, transaction->id, transaction->booked, transaction->amount);
      for (guint j = 0; j < proposal->allocations->len; j++)
        {
          const AcqProposedAllocation *allocation
            = &g_array_index (proposal->allocations, AcqProposedAllocation, j);

          add_allocation (receipt, allocation->invoice_id, allocation->amount, ACQ_ALLOCATION_ORIGIN_SURE);
        }
    }
  acq_ledger_derive_balances (ledger);
}
