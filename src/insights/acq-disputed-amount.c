/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-disputed-amount.h"

/* What is disputed of an invoice or with a customer. */
typedef struct
{
  gint64 id; /* of an invoice or, below zero, of a customer */
  gboolean all;
  gint64 amount;
  gint64 undisputed; /* of a customer: what he owes besides */
} Claim;

static Claim *
find_claim (GHashTable *claims, gint64 id)
{
  return g_hash_table_lookup (claims, &id);
}

static void
read_note (GHashTable *claims, const AcqNote *note, AcqDay day)
{
  gint64 id = note->invoice_id != 0 ? note->invoice_id : -note->customer_id;
  Claim *claim;

  if (note->kind != ACQ_NOTE_KIND_DISPUTE || note->closed || note->day > day
      || (note->until != ACQ_DAY_NONE && note->until < day))
    return;
  claim = find_claim (claims, id);
  if (claim == NULL)
    {
      claim = g_new0 (Claim, 1);
      claim->id = id;
      g_hash_table_insert (claims, &claim->id, claim);
    }
  claim->all = claim->all || note->amount < 0;
  claim->amount += MAX (note->amount, 0);
}

/* What is disputed of this invoice itself. What is not goes to the claims with its customer. */
static gint64
read_row (GHashTable *claims, const AcqReceivable *row, AcqDay day)
{
  gint64 balance = MAX (0, row->invoice->total - acq_receivable_settled_by (row, day)), disputed = 0;
  const Claim *own = find_claim (claims, row->invoice->id);
  Claim *with_customer = find_claim (claims, -row->invoice->customer_id);

  if (own != NULL)
    disputed = own->all ? balance : MIN (own->amount, balance);
  if (with_customer != NULL)
    with_customer->undisputed += balance - disputed;
  return disputed;
}

gint64
acq_disputed_amount (const AcqLedger *ledger, const AcqReceivables *receivables, AcqDay day)
{
  g_autoptr (GHashTable) claims = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer value;
  gint64 sum = 0;

  for (guint i = 0; i < ledger->notes->len; i++)
    read_note (claims, ledger->notes->pdata[i], day);
  for (guint i = 0; g_hash_table_size (claims) > 0 && i < acq_receivables_count (receivables); i++)
    {
      const AcqReceivable *row = acq_receivables_get (receivables, i);

      if (row->issued <= day && row->settled > day && !acq_invoice_is_credit_note (row->invoice))
        sum += read_row (claims, row, day);
    }
  g_hash_table_iter_init (&iter, claims);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Claim *claim = value;

      if (claim->id < 0)
        sum += claim->all ? claim->undisputed : MIN (claim->amount, claim->undisputed);
    }
  return sum;
}
