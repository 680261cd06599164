/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "replay.h"

struct _Replay
{
  AcqLedger *ledger;
  GPtrArray *invoices;     /* (element-type AcqInvoice) all */
  GPtrArray *transactions; /* (element-type AcqTransaction) all */
};

/* The ledger owns its rows only at the end, when all of them are in it. */
static GPtrArray *
hide (GPtrArray **rows)
{
  GPtrArray *all = *rows;

  *rows = g_ptr_array_new ();
  return all;
}

Replay *
replay_new (AcqLedger *ledger)
{
  Replay *self = g_new0 (Replay, 1);

  self->ledger = ledger;
  self->invoices = hide (&ledger->invoices);
  self->transactions = hide (&ledger->transactions);
  return self;
}

void
replay_free (Replay *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->ledger->invoices);
  g_ptr_array_unref (self->ledger->transactions);
  self->ledger->invoices = self->invoices;
  self->ledger->transactions = self->transactions;
  g_free (self);
}

void
replay_reveal (Replay *self, AcqDay day)
{
  g_ptr_array_set_size (self->ledger->invoices, 0);
  g_ptr_array_set_size (self->ledger->transactions, 0);
  for (guint i = 0; i < self->invoices->len; i++)
    if (((AcqInvoice *) self->invoices->pdata[i])->issued <= day)
      g_ptr_array_add (self->ledger->invoices, self->invoices->pdata[i]);
  for (guint i = 0; i < self->transactions->len; i++)
    if (((AcqTransaction *) self->transactions->pdata[i])->booked <= day)
      g_ptr_array_add (self->ledger->transactions, self->transactions->pdata[i]);
  acq_ledger_derive_balances (self->ledger);
}

AcqReceipt *
replay_add_receipt (AcqLedger *ledger, const AcqTransaction *line, gint64 transaction_id, gint64 amount)
{
  AcqReceipt *receipt = acq_receipt_new ();

  receipt->id = ledger->receipts->len + 1;
  receipt->transaction_id = transaction_id;
  receipt->day = line->booked;
  receipt->amount = amount;
  receipt->currency = line->currency;
  receipt->means = transaction_id != 0 ? line->means : ACQ_MEANS_WRITE_OFF;
  receipt->state = ACQ_RECEIPT_STATE_CREDITED;
  receipt->source = transaction_id != 0 ? ACQ_RECEIPT_SOURCE_BANK : ACQ_RECEIPT_SOURCE_HAND;
  g_ptr_array_add (ledger->receipts, receipt);
  return receipt;
}

void
replay_allocate (AcqReceipt *receipt, gint64 invoice_id, gint64 amount, AcqAllocationOrigin origin)
{
  AcqAllocation allocation = { 0, invoice_id, amount, origin };

  g_array_append_val (receipt->allocations, allocation);
}

void
replay_learn (AcqLedger *ledger, const AcqTransaction *line, gint64 customer_id)
{
  g_autofree char *key = acq_payer_key (line);
  const char *keys[] = { key, line->counterparty_iban };

  for (guint i = 0; customer_id != 0 && i < G_N_ELEMENTS (keys); i++)
    {
      AcqPayerAlias *alias;

      if (keys[i] == NULL)
        continue;
      alias = g_new0 (AcqPayerAlias, 1);
      alias->key = g_strdup (keys[i]);
      alias->is_iban = i == 1;
      alias->customer_id = customer_id;
      alias->confirmations = 1;
      g_ptr_array_add (ledger->aliases, alias);
    }
}

void
replay_print_share (const char *work, guint part, guint whole, double least)
{
  g_test_message ("{\"work\": \"%s\", \"percent\": %.1f, \"least_percent\": %.1f}", work,
                  whole == 0 ? 100.0 : 100.0 * part / whole, least);
}
