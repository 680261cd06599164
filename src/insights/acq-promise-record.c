/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-promise-record.h"

static const char *const state_codes[] = { "pending", "kept", "broken", "cancelled" };

ACQ_DEFINE_CODES (AcqPromiseState, acq_promise_state, state_codes)

typedef struct
{
  const AcqReceivables *receivables;
  GHashTable *rows_of; /* gint64 id of an invoice or, below zero, of a customer, to GArray of its rows */
  AcqDay day;
} Record;

static gboolean
is_promise (const AcqNote *note, AcqDay day)
{
  return note->kind == ACQ_NOTE_KIND_PROMISE && note->until != ACQ_DAY_NONE && note->day <= day;
}

static gint64
key_of (const AcqNote *note)
{
  return note->invoice_id != 0 ? note->invoice_id : -note->customer_id;
}

static void
add_key (GHashTable *rows_of, gint64 key)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = key;
  g_hash_table_insert (rows_of, copy, g_array_new (FALSE, FALSE, sizeof (guint)));
}

static void
file_row (GHashTable *rows_of, gint64 key, guint row)
{
  GArray *rows = g_hash_table_lookup (rows_of, &key);

  if (rows != NULL)
    g_array_append_val (rows, row);
}

/* Only the rows that a promise is about are looked for. */
static GHashTable *
file_rows (const AcqLedger *ledger, const AcqReceivables *receivables, AcqDay day)
{
  GHashTable *rows_of
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < ledger->notes->len; i++)
    if (is_promise (ledger->notes->pdata[i], day))
      add_key (rows_of, key_of (ledger->notes->pdata[i]));
  for (guint i = 0; g_hash_table_size (rows_of) > 0 && i < acq_receivables_count (receivables); i++)
    {
      const AcqInvoice *invoice = acq_receivables_get (receivables, i)->invoice;

      file_row (rows_of, invoice->id, i);
      file_row (rows_of, -invoice->customer_id, i);
    }
  return rows_of;
}

/* What of the invoice was owed on the day before the promise and falls due by the promised day; all of it where the
   promise names the invoice. */
static gint64
sum_owed (const AcqReceivable *row, const AcqNote *note)
{
  const GArray *items = row->invoice->due_items;
  gint64 settled = acq_receivable_settled_by (row, note->day - 1), sum = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const AcqDueItem *item = &g_array_index (items, AcqDueItem, i);
      gint64 balance = acq_due_item_settle (item, i + 1 == items->len, &settled);

      if (balance > 0 && (note->invoice_id != 0 || item->due <= note->until))
        sum += balance;
    }
  return sum;
}

static AcqPromiseState
judge (const AcqPromise *promise, AcqDay day)
{
  if (promise->received >= promise->promised)
    return ACQ_PROMISE_STATE_KEPT;
  if (promise->note->closed)
    return ACQ_PROMISE_STATE_CANCELLED;
  return promise->limit >= day ? ACQ_PROMISE_STATE_PENDING : ACQ_PROMISE_STATE_BROKEN;
}

static AcqPromise
read_promise (const Record *record, const AcqNote *note)
{
  AcqPromise promise
    = { .note = note, .limit = acq_day_add_bank_days (note->until, ACQ_PROMISE_GRACE_BANK_DAYS) };
  gint64 key = key_of (note), owed = 0;
  const GArray *rows = g_hash_table_lookup (record->rows_of, &key);
  AcqDay by = MIN (promise.limit, record->day);

  for (guint i = 0; i < rows->len; i++)
    {
      const AcqReceivable *row = acq_receivables_get (record->receivables, g_array_index (rows, guint, i));

      if (row->issued > note->day || acq_invoice_is_credit_note (row->invoice))
        continue;
      owed += sum_owed (row, note);
      promise.received
        += acq_receivable_settled_by (row, by) - acq_receivable_settled_by (row, note->day - 1);
    }
  promise.promised = note->amount >= 0 ? MIN (note->amount, owed) : owed;
  promise.received = CLAMP (promise.received, 0, promise.promised);
  promise.state = judge (&promise, record->day);
  return promise;
}

GArray *
acq_promise_record_new (const AcqLedger *ledger, const AcqReceivables *receivables, AcqDay day)
{
  GArray *promises = g_array_new (FALSE, FALSE, sizeof (AcqPromise));
  g_autoptr (GHashTable) rows_of = file_rows (ledger, receivables, day);
  Record record = { receivables, rows_of, day };

  for (guint i = 0; i < ledger->notes->len; i++)
    if (is_promise (ledger->notes->pdata[i], day))
      {
        AcqPromise promise = read_promise (&record, ledger->notes->pdata[i]);

        /* What was settled before, or is in another currency, was no promise of this money. */
        if (promise.promised > 0)
          g_array_append_val (promises, promise);
      }
  return promises;
}
