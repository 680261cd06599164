/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-listing.h"

#include <string.h>

#include "acq-bank-accounts.h"
#include "acq-bank-repository.h"
#include "acq-text-normalizer.h"

/* So many lines are looked at between two looks at the cancellable. */
#define BREATH 4096

static void
line_clear (gpointer data)
{
  g_free (((AcqBankLine *) data)->label);
}

static guint
find_account (const AcqBankListing *self, gint64 id)
{
  for (guint i = 0; i < self->accounts->len; i++)
    if (((const AcqBankAccount *) self->accounts->pdata[i])->id == id)
      return i;
  return 0;
}

typedef struct
{
  AcqBankListing *listing;
  GCancellable *cancellable;
  gint64 last_account;
  guint last_index;
} Reading;

static gboolean
add_line (gpointer user_data, const AcqTransaction *transaction, const char *account_name)
{
  Reading *reading = user_data;
  AcqBankLine line = {
    .id = transaction->id,
    .amount = transaction->amount,
    .matched = transaction->matched,
    .booked = transaction->booked,
    .currency = transaction->currency,
    .status = acq_transaction_status (transaction),
    .returned = transaction->returned,
    .label = g_strdup (transaction->label),
  };

  if (transaction->account_id != reading->last_account)
    {
      reading->last_account = transaction->account_id;
      reading->last_index = find_account (reading->listing, transaction->account_id);
    }
  line.account = reading->last_index;
  g_array_append_val (reading->listing->lines, line);
  return !g_cancellable_is_cancelled (reading->cancellable);
}

static GHashTable *
index_receipts (const AcqLedger *ledger)
{
  GHashTable *index = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (receipt->transaction_id != 0)
        g_hash_table_insert (index, &receipt->transaction_id, receipt);
    }
  return index;
}

AcqBankListing *
acq_bank_listing_read (AcqCompanyFile *file, AcqBooks *books, GCancellable *cancellable, GError **error)
{
  g_autoptr (AcqBankListing) self = NULL;
  g_autoptr (GPtrArray) accounts = acq_bank_accounts_list (file, error);
  Reading reading = { .cancellable = cancellable };

  if (accounts == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (AcqBankListing);
  self->books = acq_books_ref (books);
  self->accounts = g_steal_pointer (&accounts);
  self->lines = g_array_new (FALSE, FALSE, sizeof (AcqBankLine));
  g_array_set_clear_func (self->lines, line_clear);
  self->receipts = index_receipts (books->ledger);
  reading.listing = self;
  if (!acq_bank_repository_each (acq_company_file_connection (file), add_line, &reading, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}

AcqBankListing *
acq_bank_listing_ref (AcqBankListing *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AcqBankListing *self = data;

  g_clear_pointer (&self->receipts, g_hash_table_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->books, acq_books_unref);
}

void
acq_bank_listing_unref (AcqBankListing *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const AcqReceipt *
acq_bank_listing_find_receipt (const AcqBankListing *self, const AcqBankLine *line)
{
  const AcqReceipt *receipt = g_hash_table_lookup (self->receipts, &line->id);

  return receipt != NULL && receipt->allocations->len > 0 ? receipt : NULL;
}

gboolean
acq_bank_filter_takes (AcqBankFilter filter, const AcqBankLine *line)
{
  switch (filter)
    {
    case ACQ_BANK_FILTER_TO_DO:
      return line->status == ACQ_TRANSACTION_STATUS_OPEN || line->status == ACQ_TRANSACTION_STATUS_PARTLY_MATCHED
             || (line->returned && line->status == ACQ_TRANSACTION_STATUS_OUTGOING && line->matched == 0);
    case ACQ_BANK_FILTER_MATCHED:
      return line->matched != 0;
    case ACQ_BANK_FILTER_IGNORED:
      return line->status == ACQ_TRANSACTION_STATUS_IGNORED;
    case ACQ_BANK_FILTER_OUTGOING:
      return line->amount < 0;
    case ACQ_BANK_FILTER_ALL:
    default:
      return TRUE;
    }
}

void
acq_bank_listing_count (const AcqBankListing *self, guint counts[ACQ_N_BANK_FILTERS])
{
  memset (counts, 0, ACQ_N_BANK_FILTERS * sizeof counts[0]);
  for (guint i = 0; i < self->lines->len; i++)
    for (AcqBankFilter filter = ACQ_BANK_FILTER_ALL; filter < ACQ_N_BANK_FILTERS; filter++)
      counts[filter] += acq_bank_filter_takes (filter, acq_bank_listing_get (self, i));
}

/* What is looked for, in the forms in which it may be found. */
typedef struct
{
  const AcqBankListing *listing;
  const AcqBankQuery *query;
  char *folded;
  char *key; /* without spaces, for numbers */
  gboolean is_amount;
  gint64 amount;
} Selection;

static gboolean
settles_meant (const Selection *selection, const AcqBankLine *line)
{
  const AcqReceipt *receipt = acq_bank_listing_find_receipt (selection->listing, line);

  for (guint i = 0; receipt != NULL && i < receipt->allocations->len; i++)
    {
      const AcqInvoice *invoice
        = acq_ledger_find_invoice (selection->listing->books->ledger,
                                   g_array_index (receipt->allocations, AcqAllocation, i).invoice_id);
      g_autofree char *number = invoice == NULL ? NULL : acq_text_fold_key (invoice->number);

      if (number != NULL && strstr (number, selection->key) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_meant (const Selection *selection, const AcqBankLine *line)
{
  g_autofree char *label = NULL;

  if (!acq_bank_filter_takes (selection->query->filter, line))
    return FALSE;
  if (selection->folded[0] == '\0')
    return TRUE;
  if (selection->is_amount && ABS (line->amount) == ABS (selection->amount))
    return TRUE;
  label = acq_text_fold (line->label);
  return strstr (label, selection->folded) != NULL || settles_meant (selection, line);
}

static int
compare_by (AcqBankOrder order, const AcqBankLine *left, const AcqBankLine *right)
{
  switch (order)
    {
    case ACQ_BANK_ORDER_LABEL:
      return strcmp (left->label, right->label);
    case ACQ_BANK_ORDER_ACCOUNT:
      return (left->account > right->account) - (left->account < right->account);
    case ACQ_BANK_ORDER_AMOUNT:
      return (left->amount > right->amount) - (left->amount < right->amount);
    case ACQ_BANK_ORDER_STATUS:
      return (left->status > right->status) - (left->status < right->status);
    case ACQ_BANK_ORDER_DAY:
    default:
      return (left->booked > right->booked) - (left->booked < right->booked);
    }
}

/* Lines come by day; those that are equal stay so, the latest first where the order descends. */
static gint
compare_indexes (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Selection *selection = user_data;
  guint left = *(const guint *) a, right = *(const guint *) b;
  int result = compare_by (selection->query->order, acq_bank_listing_get (selection->listing, left),
                           acq_bank_listing_get (selection->listing, right));

  if (result == 0)
    result = (left > right) - (left < right);
  return selection->query->descending ? -result : result;
}

GArray *
acq_bank_listing_select (const AcqBankListing *self, const AcqBankQuery *query, GCancellable *cancellable)
{
  GArray *indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *folded = acq_text_fold (query->text);
  g_autofree char *key = acq_text_fold_key (query->text);
  Selection selection = { self, query, folded, key, FALSE, 0 };

  selection.is_amount = acq_amount_parse_written (query->text, 2, &selection.amount);
  for (guint i = 0; i < self->lines->len; i++)
    {
      if (i % BREATH == 0 && g_cancellable_is_cancelled (cancellable))
        break;
      if (is_meant (&selection, acq_bank_listing_get (self, i)))
        g_array_append_val (indexes, i);
    }
  if (query->order != ACQ_BANK_ORDER_DAY || query->descending)
    g_array_sort_with_data (indexes, compare_indexes, &selection);
  return indexes;
}
