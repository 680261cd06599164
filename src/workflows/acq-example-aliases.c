/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-aliases.h"

#include <string.h>

#include "acq-label.h"

static void
learn (AcqLedger *ledger, const char *key, gboolean is_iban, gint64 customer_id)
{
  AcqPayerAlias *alias;

  if (key == NULL)
    return;
  for (guint i = 0; i < ledger->aliases->len; i++)
    {
      alias = ledger->aliases->pdata[i];
      if (alias->customer_id == customer_id && strcmp (alias->key, key) == 0)
        {
          alias->confirmations++;
          return;
        }
    }
  alias = g_new0 (AcqPayerAlias, 1);
  alias->key = g_strdup (key);
  alias->is_iban = is_iban;
  alias->customer_id = customer_id;
  alias->confirmations = 1;
  g_ptr_array_add (ledger->aliases, alias);
}

/* The customer whose invoices alone a receipt pays, all allocated by hand; 0 where it is not so. */
static gint64
customer_taught_by (const AcqLedger *ledger, const AcqReceipt *receipt)
{
  gint64 customer_id = 0;

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

      if (allocation->origin != ACQ_ALLOCATION_ORIGIN_HAND
          || (customer_id != 0 && customer_id != invoice->customer_id))
        return 0;
      customer_id = invoice->customer_id;
    }
  return customer_id;
}

void
acq_example_aliases_add (AcqLedger *ledger)
{
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];
      gint64 customer_id = customer_taught_by (ledger, receipt);
      const AcqTransaction *transaction;
      g_autofree char *key = NULL;

      if (receipt->transaction_id == 0 || receipt->means != ACQ_MEANS_TRANSFER || customer_id == 0)
        continue;
      transaction = ledger->transactions->pdata[receipt->transaction_id - 1];
      key = acq_payer_key (transaction);
      learn (ledger, key, FALSE, customer_id);
      learn (ledger, transaction->counterparty_iban, TRUE, customer_id);
    }
}
