/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-watch-list.h"

#define SILENT_DAYS     60
#define LATE_DAYS       30
#define NEAR_LIMIT      7000
#define WHOLE_LIMIT     10000
#define LARGE_SHARE     10

static const char *const reason_codes[] = {
  "broken_promise", "dispute", "nothing_paid", "over_limit", "near_limit", "large_overdue",
};

ACQ_DEFINE_CODES (AcqWatchReason, acq_watch_reason, reason_codes)

typedef struct
{
  const AcqLedger *ledger;
  const AcqStandings *standings;
  AcqCurrency currency;
  AcqDay today;
  GHashTable *rows;    /* gint64 id inside the customer to AcqWatchedCustomer */
  GHashTable *running; /* AcqWatchedCustomer whose promise has not been broken yet */
  gint64 overdue;      /* of all */
} Watch;

static AcqWatchedCustomer *
find_row (Watch *watch, gint64 customer_id)
{
  AcqCustomer *customer = acq_ledger_find_customer (watch->ledger, customer_id);
  AcqWatchedCustomer *row;

  if (customer == NULL
      || (customer->insolvent_since != ACQ_DAY_NONE && customer->insolvent_since <= watch->today))
    return NULL;
  row = g_hash_table_lookup (watch->rows, &customer_id);
  if (row == NULL)
    {
      row = g_new0 (AcqWatchedCustomer, 1);
      row->customer = customer;
      row->overdue_since = row->disputed_since = row->last_paid = row->promised_until = ACQ_DAY_NONE;
      row->limit_used = -1;
      g_hash_table_insert (watch->rows, &customer->id, row);
    }
  return row;
}

static void
note_overdue_day (AcqWatchedCustomer *row, AcqDay due)
{
  if (row->overdue_since == ACQ_DAY_NONE || due < row->overdue_since)
    row->overdue_since = due;
}

static void
read_invoices (Watch *watch)
{
  for (guint i = 0; i < watch->ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = watch->ledger->invoices->pdata[i];
      AcqWatchedCustomer *row;
      AcqStanding standing;

      if (invoice->balance == 0 || invoice->cancelled
          || !acq_currency_equal (invoice->currency, watch->currency))
        continue;
      row = find_row (watch, invoice->customer_id);
      if (row == NULL)
        continue;
      standing = acq_standings_get (watch->standings, invoice, watch->today);
      row->outstanding += invoice->balance;
      row->overdue += standing.overdue_amount;
      if (standing.overdue)
        note_overdue_day (row, acq_standings_due_day (watch->standings, invoice, acq_invoice_due_day (invoice)));
      row->disputed += standing.disputed;
      watch->overdue += standing.overdue_amount;
    }
}

static gboolean
is_owed (const Watch *watch, const AcqNote *note, const AcqWatchedCustomer *row)
{
  const AcqInvoice *invoice;

  if (note->invoice_id == 0)
    return row->overdue > 0;
  invoice = acq_ledger_find_invoice (watch->ledger, note->invoice_id);
  return invoice != NULL && invoice->balance > 0 && !invoice->cancelled;
}

static void
read_note (Watch *watch, const AcqNote *note)
{
  AcqWatchedCustomer *row = g_hash_table_lookup (watch->rows, &note->customer_id);

  if (row == NULL || note->closed || !is_owed (watch, note, row))
    return;
  if (note->kind == ACQ_NOTE_KIND_DISPUTE && row->disputed > 0
      && (row->disputed_since == ACQ_DAY_NONE || note->day < row->disputed_since))
    row->disputed_since = note->day;
  if (note->kind != ACQ_NOTE_KIND_PROMISE || note->until == ACQ_DAY_NONE)
    return;
  if (acq_day_add_bank_days (note->until, ACQ_PROMISE_GRACE_BANK_DAYS) >= watch->today)
    g_hash_table_add (watch->running, row);
  else
    row->promised_until = MAX (row->promised_until, note->until);
}

/* Only those who owe something are asked about. */
static void
read_receipt (Watch *watch, const AcqReceipt *receipt)
{
  if (receipt->state != ACQ_RECEIPT_STATE_CREDITED || receipt->amount <= 0 || receipt->day > watch->today
      || receipt->means == ACQ_MEANS_WRITE_OFF || receipt->means == ACQ_MEANS_CREDIT_NOTE)
    return;
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      gint64 invoice_id = g_array_index (receipt->allocations, AcqAllocation, i).invoice_id;
      const AcqInvoice *invoice = acq_ledger_find_invoice (watch->ledger, invoice_id);
      AcqWatchedCustomer *row
        = invoice == NULL ? NULL : g_hash_table_lookup (watch->rows, &invoice->customer_id);

      if (row != NULL)
        row->last_paid = MAX (row->last_paid, receipt->day);
    }
}

static guint
bit_if (gboolean holds, AcqWatchReason reason)
{
  return holds ? 1u << reason : 0;
}

static void
judge (const Watch *watch, AcqWatchedCustomer *row)
{
  gint64 limit = row->customer->credit_limit;

  if (limit > 0)
    row->limit_used = acq_amount_scale (MAX (row->outstanding, 0), WHOLE_LIMIT, limit);
  row->reasons
    = bit_if (row->promised_until != ACQ_DAY_NONE && row->overdue > 0
                && !g_hash_table_contains (watch->running, row), /* a new promise takes the old one's place */
              ACQ_WATCH_REASON_BROKEN_PROMISE)
      | bit_if (row->overdue > 0 && row->overdue_since <= watch->today - LATE_DAYS
                  && row->last_paid < watch->today - SILENT_DAYS,
                ACQ_WATCH_REASON_NOTHING_PAID)
      | bit_if (row->disputed > 0, ACQ_WATCH_REASON_DISPUTE)
      | bit_if (row->limit_used > WHOLE_LIMIT, ACQ_WATCH_REASON_OVER_LIMIT)
      | bit_if (row->limit_used >= NEAR_LIMIT && row->limit_used <= WHOLE_LIMIT, ACQ_WATCH_REASON_NEAR_LIMIT);
  if (row->reasons == 0)
    row->reasons = bit_if (row->overdue > 0 && row->overdue >= watch->overdue / LARGE_SHARE,
                           ACQ_WATCH_REASON_LARGE_OVERDUE);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AcqWatchedCustomer *left = a, *right = b;
  gint64 left_stake = MAX (left->overdue, left->disputed),
         right_stake = MAX (right->overdue, right->disputed);

  if (left_stake != right_stake)
    return left_stake > right_stake ? -1 : 1;
  if (left->outstanding != right->outstanding)
    return left->outstanding > right->outstanding ? -1 : 1;
  return g_strcmp0 (left->customer->name, right->customer->name);
}

static guint
gravest (const AcqWatchedCustomer *row)
{
  return row->reasons & -row->reasons;
}

/* Keeps the largest of each gravest reason, then the largest of the others, in their order. */
static GArray *
choose (GArray *list, guint most)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (AcqWatchedCustomer));
  g_autofree gboolean *taken = g_new0 (gboolean, list->len + 1);
  guint n = 0, seen = 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < list->len && n < most; i++)
      {
        guint reason = gravest (&g_array_index (list, AcqWatchedCustomer, i));

        if (taken[i] || (pass == 0 && (seen & reason) != 0))
          continue;
        taken[i] = TRUE;
        seen |= reason;
        n++;
      }
  for (guint i = 0; i < list->len; i++)
    if (taken[i])
      g_array_append_vals (chosen, &g_array_index (list, AcqWatchedCustomer, i), 1);
  return chosen;
}

GArray *
acq_watch_list_new (const AcqLedger *ledger, const AcqStandings *standings, AcqCurrency currency,
                    AcqDay today, guint most)
{
  Watch watch = { .ledger = ledger, .standings = standings, .currency = currency, .today = today };
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) running = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (AcqWatchedCustomer));
  GHashTableIter iter;
  gpointer row;

  watch.rows = rows;
  watch.running = running;
  read_invoices (&watch);
  for (guint i = 0; i < ledger->notes->len; i++)
    read_note (&watch, ledger->notes->pdata[i]);
  for (guint i = 0; i < ledger->receipts->len; i++)
    read_receipt (&watch, ledger->receipts->pdata[i]);
  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      judge (&watch, row);
      if (((AcqWatchedCustomer *) row)->reasons != 0)
        g_array_append_vals (list, row, 1);
    }
  g_array_sort (list, compare_rows);
  return choose (list, most);
}
