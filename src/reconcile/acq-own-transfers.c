/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-own-transfers.h"

#include <string.h>

#include "acq-label.h"
#include "acq-text-normalizer.h"

#define MAX_DAYS 3

struct _AcqOwnTransfers
{
  const AcqLedger *ledger;
  char **own_name;      /* words */
  GHashTable *outgoing; /* gint64 amount above zero to GPtrArray of AcqTransaction */
};

static void
file_outgoing (AcqOwnTransfers *self, const AcqTransaction *line)
{
  gint64 amount = -line->amount;
  GPtrArray *list = g_hash_table_lookup (self->outgoing, &amount);

  if (list == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = amount;
      list = g_ptr_array_new ();
      g_hash_table_insert (self->outgoing, key, list);
    }
  g_ptr_array_add (list, (gpointer) line);
}

AcqOwnTransfers *
acq_own_transfers_new (const AcqLedger *ledger)
{
  AcqOwnTransfers *self = g_new0 (AcqOwnTransfers, 1);

  self->ledger = ledger;
  self->own_name = acq_name_words (ledger->company->name != NULL ? ledger->company->name : "");
  self->outgoing
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < ledger->transactions->len; i++)
    {
      const AcqTransaction *line = ledger->transactions->pdata[i];

      if (line->amount < 0 && !line->returned && line->means != ACQ_MEANS_FEE)
        file_outgoing (self, line);
    }
  return self;
}

void
acq_own_transfers_free (AcqOwnTransfers *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->own_name);
  g_hash_table_unref (self->outgoing);
  g_free (self);
}

/* The company's own name, or words of the bank for moving money between accounts. */
static gboolean
says_own (const AcqOwnTransfers *self, const AcqTransaction *line)
{
  static const char *const inner[] = { "INTERNE", "EPARGNE", "LIVRET", NULL };
  g_autofree char *text
    = g_strjoin (" ", line->label != NULL ? line->label : "",
                 line->counterparty != NULL ? line->counterparty : "", line->remittance, NULL);
  g_auto (GStrv) words = acq_text_fold_words (text);
  gboolean whole = self->own_name[0] != NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (inner, words[i]))
      return TRUE;
  for (guint i = 0; whole && self->own_name[i] != NULL; i++)
    whole = g_strv_contains ((const char *const *) words, self->own_name[i]);
  return whole;
}

AcqOwnTransfer
acq_own_transfers_judge (const AcqOwnTransfers *self, const AcqTransaction *receipt)
{
  const char *own_iban = self->ledger->company->iban;
  const GPtrArray *list;
  AcqOwnTransfer verdict = ACQ_OWN_TRANSFER_NO;

  if (own_iban != NULL && g_strcmp0 (own_iban, receipt->counterparty_iban) == 0)
    return ACQ_OWN_TRANSFER_YES;
  list = receipt->amount > 0 ? g_hash_table_lookup (self->outgoing, &receipt->amount) : NULL;
  for (guint i = 0; list != NULL && i < list->len && verdict != ACQ_OWN_TRANSFER_YES; i++)
    {
      const AcqTransaction *line = list->pdata[i];

      if (line->account_id == receipt->account_id || ABS (line->booked - receipt->booked) > MAX_DAYS
          || !acq_currency_equal (line->currency, receipt->currency))
        continue;
      verdict = says_own (self, receipt) ? ACQ_OWN_TRANSFER_YES : ACQ_OWN_TRANSFER_PERHAPS;
    }
  return verdict;
}
