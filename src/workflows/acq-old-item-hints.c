/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-old-item-hints.h"

static GHashTable *
index_lines (const AcqLedger *ledger)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ledger->transactions->len; i++)
    {
      AcqTransaction *line = ledger->transactions->pdata[i];

      g_hash_table_insert (index, &line->id, line);
    }
  return index;
}

/* The first line to be told of stays. */
static void
add (GHashTable *hints, gint64 invoice_id, AcqTransaction *line)
{
  if (!g_hash_table_contains (hints, &invoice_id))
    g_hash_table_insert (hints, g_memdup2 (&invoice_id, sizeof invoice_id), line);
}

/* A returned payment takes money away: it pays nothing. */
static void
add_proposed (GHashTable *hints, GHashTable *lines, const AcqProposal *proposal)
{
  AcqTransaction *line = g_hash_table_lookup (lines, &proposal->transaction_id);

  if (line == NULL || line->amount <= 0)
    return;
  for (guint i = 0; i < proposal->allocations->len; i++)
    add (hints, g_array_index (proposal->allocations, AcqProposedAllocation, i).invoice_id, line);
}

static void
add_equal (GHashTable *hints, GHashTable *lines, const AcqUnmatchedReceipt *receipt, const AcqLedger *ledger)
{
  AcqTransaction *line = g_hash_table_lookup (lines, &receipt->transaction_id);

  for (guint i = 0; line != NULL && i < receipt->could_settle->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (ledger, g_array_index (receipt->could_settle, gint64, i));

      if (invoice != NULL && invoice->balance == line->amount - line->matched
          && acq_currency_equal (invoice->currency, line->currency))
        add (hints, invoice->id, line);
    }
}

GHashTable *
acq_old_item_hints (const AcqPlanning *planning)
{
  GHashTable *hints = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) lines = index_lines (planning->ledger);
  const AcqReconciliation *reconciliation = planning->reconciliation;

  for (guint i = 0; i < reconciliation->proposals->len; i++)
    add_proposed (hints, lines, reconciliation->proposals->pdata[i]);
  for (guint i = 0; i < reconciliation->unmatched->len; i++)
    add_equal (hints, lines, reconciliation->unmatched->pdata[i], planning->ledger);
  return hints;
}
