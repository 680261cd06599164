/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-debt-history.h"

struct _AcqDebtHistory
{
  const AcqLedger *ledger;
  GHashTable *receipts; /* gint64 id of an invoice to GPtrArray of AcqReceipt */
  GHashTable *interest; /* the same for those that paid late interest or an indemnity of it */
};

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
}

/* The id must live as long as the index. */
static void
add_to_index (GHashTable *index, gint64 *invoice_id, AcqReceipt *receipt)
{
  GPtrArray *list = g_hash_table_lookup (index, invoice_id);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, invoice_id, list);
    }
  g_ptr_array_add (list, receipt);
}

AcqDebtHistory *
acq_debt_history_new (const AcqLedger *ledger)
{
  AcqDebtHistory *self = g_new0 (AcqDebtHistory, 1);

  self->ledger = ledger;
  self->receipts = new_index ();
  self->interest = new_index ();
  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (receipt->state != ACQ_RECEIPT_STATE_CREDITED)
        continue;
      for (guint j = 0; j < receipt->allocations->len; j++)
        add_to_index (self->receipts, &g_array_index (receipt->allocations, AcqAllocation, j).invoice_id, receipt);
      for (guint j = 0; j < receipt->interest->len; j++)
        add_to_index (self->interest, &g_array_index (receipt->interest, AcqInterestPayment, j).invoice_id, receipt);
    }
  return self;
}

void
acq_debt_history_free (AcqDebtHistory *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->receipts);
  g_hash_table_unref (self->interest);
  g_free (self);
}

static void
add_change (GArray *changes, AcqDay day, gint64 amount, AcqMeans means, const AcqInvoice *credit_note)
{
  AcqDebtChange change = { day, amount, means, credit_note };

  if (amount != 0)
    g_array_append_val (changes, change);
}

/* A credit note of the receipt and what of it is not spoken for yet. */
typedef struct
{
  const AcqInvoice *note;
  gint64 left;
} UsedCredit;

static GArray *
list_credits (const AcqLedger *ledger, const AcqReceipt *receipt)
{
  GArray *credits = g_array_new (FALSE, FALSE, sizeof (UsedCredit));

  for (guint i = 0; receipt->amount >= 0 && i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      UsedCredit credit = { acq_ledger_find_invoice (ledger, allocation->invoice_id), -allocation->amount };

      if (allocation->amount < 0 && credit.note != NULL)
        g_array_append_val (credits, credit);
    }
  return credits;
}

/* Takes from one invoice's share what credit notes pay of it; adds the changes only if asked. Returns what is
   left of the share. */
static gint64
take_credits (GArray *credits, const AcqInvoice *invoice, gint64 share, gboolean named_only, GArray *changes)
{
  for (guint i = 0; i < credits->len && share > 0; i++)
    {
      UsedCredit *credit = &g_array_index (credits, UsedCredit, i);
      gint64 part = MIN (credit->left, share);

      if (part <= 0 || (named_only && g_strcmp0 (credit->note->corrects, invoice->number) != 0))
        continue;
      credit->left -= part;
      share -= part;
      if (changes != NULL)
        add_change (changes, MAX (credit->note->issued, invoice->issued), part, ACQ_MEANS_CREDIT_NOTE,
                    credit->note);
    }
  return share;
}

/* Shares of the receipt's invoices, in its order, after the credit notes that name them. */
static void
add_receipt (const AcqLedger *ledger, const AcqReceipt *receipt, const AcqInvoice *wanted, GArray *changes)
{
  g_autoptr (GArray) credits = list_credits (ledger, receipt);
  guint n = receipt->allocations->len;
  g_autofree gint64 *shares = g_new (gint64, n);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
        const AcqInvoice *invoice = acq_ledger_find_invoice (ledger, allocation->invoice_id);

        if (pass == 0)
          shares[i] = allocation->amount;
        if (invoice != NULL)
          shares[i]
            = take_credits (credits, invoice, shares[i], pass == 0, invoice == wanted ? changes : NULL);
      }
  for (guint i = 0; i < n; i++)
    if (g_array_index (receipt->allocations, AcqAllocation, i).invoice_id == wanted->id)
      add_change (changes, receipt->day, shares[i], receipt->means, NULL);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const AcqDebtChange *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

GArray *
acq_debt_history_list (const AcqDebtHistory *self, const AcqInvoice *invoice)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (AcqDebtChange));
  const GPtrArray *receipts = g_hash_table_lookup (self->receipts, &invoice->id);

  for (guint i = 0; receipts != NULL && i < receipts->len; i++)
    add_receipt (self->ledger, receipts->pdata[i], invoice, changes);
  g_array_sort (changes, compare_days);
  return changes;
}

void
acq_debt_history_sum_interest (const AcqDebtHistory *self, const AcqInvoice *invoice, AcqDay after, AcqDay at,
                               gint64 *ret_penalties, gint64 *ret_indemnity)
{
  const GPtrArray *receipts = g_hash_table_lookup (self->interest, &invoice->id);

  *ret_penalties = *ret_indemnity = 0;
  for (guint i = 0; receipts != NULL && i < receipts->len; i++)
    {
      const AcqReceipt *receipt = receipts->pdata[i];

      for (guint j = 0; receipt->day > after && receipt->day <= at && j < receipt->interest->len; j++)
        {
          const AcqInterestPayment *paid = &g_array_index (receipt->interest, AcqInterestPayment, j);

          if (paid->invoice_id != invoice->id)
            continue;
          *ret_penalties += paid->penalties;
          *ret_indemnity += paid->indemnity;
        }
    }
}
