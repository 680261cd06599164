/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-receivables.h"

#include <stdlib.h>

#define NEVER        G_MAXINT32
#define UNDATED_DAYS 90

/* What was sold by the end of a day. */
typedef struct
{
  AcqDay day;
  gint64 amount; /* of the day; of all days up to it once they are summed up */
} Sale;

/* Money that waits for an invoice, from one day to the day before another. */
typedef struct
{
  AcqDay from;
  AcqDay until;
  gint64 amount;
} Waiting;

struct _AcqReceivables
{
  AcqDay today;
  AcqCurrency currency;
  AcqReceivable *rows;
  guint *customer_of; /* of each row: its customer's place */
  guint n_rows;
  AcqSettlement *settlements;
  AcqDay *doubtful_since; /* of each customer's place */
  guint n_customers;
  GArray *sales;   /* (element-type Sale) by day */
  GArray *waiting; /* (element-type Waiting) */
};

static gboolean
is_wanted (const AcqReceivables *self, const AcqInvoice *invoice)
{
  return !invoice->cancelled && acq_currency_equal (invoice->currency, self->currency);
}

static GHashTable *
number_customers (AcqReceivables *self, const AcqLedger *ledger)
{
  GHashTable *places = g_hash_table_new (g_int64_hash, g_int64_equal);

  /* The last place is for invoices whose customer is not in the ledger. */
  self->n_customers = ledger->customers->len + 1;
  self->doubtful_since = g_new (AcqDay, self->n_customers);
  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];
      AcqDay since = customer->insolvent_since;

      self->doubtful_since[i] = since == ACQ_DAY_NONE ? NEVER : since;
      g_hash_table_insert (places, (gpointer) &customer->id, GUINT_TO_POINTER (i));
    }
  self->doubtful_since[ledger->customers->len] = NEVER;
  return places;
}

/* Rows of the invoices that count. Returns which row each has, counted from 1. */
static GHashTable *
number_invoices (AcqReceivables *self, const AcqLedger *ledger)
{
  GHashTable *rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) places = number_customers (self, ledger);

  self->rows = g_new0 (AcqReceivable, ledger->invoices->len);
  self->customer_of = g_new (guint, ledger->invoices->len);
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      gpointer place = GUINT_TO_POINTER (self->n_customers - 1);

      if (!is_wanted (self, invoice))
        continue;
      g_hash_table_lookup_extended (places, &invoice->customer_id, NULL, &place);
      self->customer_of[self->n_rows] = GPOINTER_TO_UINT (place);
      self->rows[self->n_rows].invoice = invoice;
      self->rows[self->n_rows].postponed_on = self->rows[self->n_rows].postponed_to = ACQ_DAY_NONE;
      self->rows[self->n_rows].issued = MIN (invoice->issued, self->today);
      self->n_rows++;
      g_hash_table_insert (rows, (gpointer) &invoice->id, GUINT_TO_POINTER (self->n_rows));
    }
  return rows;
}

static AcqReceivable *
find_row (AcqReceivables *self, GHashTable *rows, gint64 invoice_id)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &invoice_id));

  return number == 0 ? NULL : &self->rows[number - 1];
}

static void
read_postponements (AcqReceivables *self, const AcqLedger *ledger, GHashTable *rows)
{
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];
      AcqReceivable *row = NULL;

      if (note->kind == ACQ_NOTE_KIND_POSTPONE && !note->closed)
        row = find_row (self, rows, note->invoice_id);
      if (row == NULL || note->until < row->postponed_to)
        continue;
      row->postponed_on = note->day;
      row->postponed_to = note->until;
    }
}

/* Gives each row its run of settlements, empty yet. */
static void
make_room (AcqReceivables *self, const AcqLedger *ledger, GHashTable *rows)
{
  gsize n = 0;

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      const AcqReceipt *receipt = ledger->receipts->pdata[i];

      for (guint j = 0; receipt->state == ACQ_RECEIPT_STATE_CREDITED && j < receipt->allocations->len; j++)
        {
          AcqReceivable *row
            = find_row (self, rows, g_array_index (receipt->allocations, AcqAllocation, j).invoice_id);

          if (row != NULL)
            {
              row->n_settlements++;
              n++;
            }
        }
    }
  self->settlements = g_new (AcqSettlement, n);
  n = 0;
  for (guint i = 0; i < self->n_rows; i++)
    {
      self->rows[i].settlements = self->settlements + n;
      n += self->rows[i].n_settlements;
      self->rows[i].n_settlements = 0;
    }
}

/* Keeps the run of the row by day. */
static void
add_settlement (AcqReceivables *self, AcqReceivable *row, AcqSettlement settlement)
{
  AcqSettlement *run = self->settlements + (row->settlements - self->settlements);
  guint at = row->n_settlements++;

  for (; at > 0 && run[at - 1].day > settlement.day; at--)
    run[at] = run[at - 1];
  run[at] = settlement;
}

static gboolean
is_money (AcqMeans means)
{
  return means != ACQ_MEANS_CREDIT_NOTE && means != ACQ_MEANS_WRITE_OFF && means != ACQ_MEANS_COMPENSATION;
}

/* What credit notes bring to a receipt that uses them up. */
static gint64
sum_credits (const AcqReceipt *receipt)
{
  gint64 sum = 0;

  for (guint i = 0; receipt->amount >= 0 && i < receipt->allocations->len; i++)
    sum -= MIN (0, g_array_index (receipt->allocations, AcqAllocation, i).amount);
  return sum;
}

static void
add_waiting (AcqReceivables *self, AcqDay from, AcqDay until, gint64 amount)
{
  Waiting waiting = { from, until, amount };

  if (amount > 0 && from < until)
    g_array_append_val (self->waiting, waiting);
}

static void
read_receipt (AcqReceivables *self, GHashTable *rows, const AcqReceipt *receipt)
{
  AcqDay day = MIN (receipt->day, self->today);
  gint64 credits = sum_credits (receipt);

  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);
      AcqReceivable *row = find_row (self, rows, allocation->invoice_id);
      gint64 credited = CLAMP (allocation->amount, 0, credits);
      AcqSettlement settlement = { 0, allocation->amount, allocation->amount - credited };

      credits -= credited;
      if (row == NULL)
        continue;
      settlement.day = MAX (day, row->issued);
      if (!is_money (receipt->means) || (allocation->amount < 0 && receipt->amount >= 0))
        settlement.money = 0;
      add_settlement (self, row, settlement);
      add_waiting (self, day, row->issued, settlement.money);
    }
  if (acq_currency_equal (receipt->currency, self->currency)
      && (receipt->customer_id != 0 || receipt->allocations->len > 0))
    add_waiting (self, day, NEVER, receipt->amount - acq_receipt_allocated (receipt));
}

/* The day after which nothing moved any more, where nothing is owed. */
static void
find_settled_day (AcqReceivable *row)
{
  row->settled = NEVER;
  if (row->invoice->total == acq_receivable_settled_by (row, NEVER))
    row->settled = row->n_settlements > 0 ? row->settlements[row->n_settlements - 1].day : row->issued;
}

static int
compare_sales (gconstpointer a, gconstpointer b)
{
  const Sale *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static void
sum_sales (AcqReceivables *self)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      const AcqInvoice *invoice = self->rows[i].invoice;
      gint64 deducted = invoice->kind == ACQ_INVOICE_KIND_FINAL ? invoice->prepaid : 0;
      Sale sale = { self->rows[i].issued, invoice->total - deducted };

      if (!invoice->opening)
        g_array_append_val (self->sales, sale);
    }
  g_array_sort (self->sales, compare_sales);
  for (guint i = 0; i < self->sales->len; i++)
    {
      sum += g_array_index (self->sales, Sale, i).amount;
      g_array_index (self->sales, Sale, i).amount = sum;
    }
}

AcqReceivables *
acq_receivables_new (const AcqLedger *ledger, AcqCurrency currency, AcqDay today)
{
  AcqReceivables *self = g_new0 (AcqReceivables, 1);
  g_autoptr (GHashTable) rows = NULL;

  self->today = today;
  self->currency = currency;
  self->sales = g_array_new (FALSE, FALSE, sizeof (Sale));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  rows = number_invoices (self, ledger);
  read_postponements (self, ledger, rows);
  make_room (self, ledger, rows);
  for (guint i = 0; i < ledger->receipts->len; i++)
    if (((const AcqReceipt *) ledger->receipts->pdata[i])->state == ACQ_RECEIPT_STATE_CREDITED)
      read_receipt (self, rows, ledger->receipts->pdata[i]);
  for (guint i = 0; i < self->n_rows; i++)
    find_settled_day (&self->rows[i]);
  sum_sales (self);
  return self;
}

void
acq_receivables_free (AcqReceivables *self)
{
  if (self == NULL)
    return;
  g_free (self->rows);
  g_free (self->customer_of);
  g_free (self->settlements);
  g_free (self->doubtful_since);
  g_array_unref (self->sales);
  g_array_unref (self->waiting);
  g_free (self);
}

gint64
acq_receivable_settled_by (const AcqReceivable *self, AcqDay day)
{
  gint64 sum = self->invoice->prepaid;

  for (guint i = 0; i < self->n_settlements && self->settlements[i].day <= day; i++)
    sum += self->settlements[i].amount;
  return sum;
}

/* What a walk over the invoices keeps of each customer. */
enum
{
  OWES = 1 << 0,
  IS_LATE = 1 << 1,
};

AcqDay
acq_receivable_due_day (const AcqReceivable *self, const AcqDueItem *item, AcqDay day)
{
  return self->postponed_on != ACQ_DAY_NONE && self->postponed_on <= day ? MAX (item->due, self->postponed_to) : item->due;
}

/* Enters one invoice; returns what it tells of its customer. */
static guint8
enter_invoice (AcqOwed *owed, const AcqReceivable *row, gboolean doubtful)
{
  const GArray *items = row->invoice->due_items;
  gint64 settled = acq_receivable_settled_by (row, owed->ageing.today);
  guint columns = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const AcqDueItem *item = &g_array_index (items, AcqDueItem, i);
      gint64 balance = acq_due_item_settle (item, i + 1 == items->len, &settled);
      AcqDay due = acq_receivable_due_day (row, item, owed->ageing.today);
      AcqAgeingBucket column = acq_ageing_bucket_of (due, owed->ageing.today);

      acq_ageing_add (&owed->ageing, due, balance);
      if (balance <= 0)
        continue;
      columns |= 1u << column;
      owed->doubtful += doubtful ? balance : 0;
      owed->doubtful_not_due += doubtful && column == ACQ_AGEING_NOT_DUE ? balance : 0;
    }
  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    owed->invoices_in[i] += (columns >> i) & 1;
  owed->n_invoices += columns != 0;
  owed->n_overdue_invoices += (columns >> ACQ_AGEING_1_TO_30) != 0;
  return (guint8) ((columns != 0 ? OWES : 0) | ((columns >> ACQ_AGEING_1_TO_30) != 0 ? IS_LATE : 0));
}

static void
add_undated (AcqOwed *owed, const AcqReceivable *row)
{
  if (row->invoice->kind != ACQ_INVOICE_KIND_FINAL && row->issued > owed->ageing.today - UNDATED_DAYS)
    owed->undated += MAX (0, row->invoice->prepaid);
}

AcqOwed
acq_receivables_measure (const AcqReceivables *self, AcqDay day)
{
  AcqOwed owed = { .ageing = acq_ageing_init (day) };
  g_autofree guint8 *marks = g_new0 (guint8, self->n_customers);

  for (guint i = 0; i < self->n_rows; i++)
    {
      const AcqReceivable *row = &self->rows[i];
      guint customer = self->customer_of[i];

      if (row->issued > day)
        continue;
      add_undated (&owed, row);
      if (row->settled > day)
        marks[customer] |= enter_invoice (&owed, row, self->doubtful_since[customer] <= day);
    }
  for (guint i = 0; i < self->n_customers; i++)
    {
      owed.n_customers += (marks[i] & OWES) != 0;
      owed.n_overdue_customers += (marks[i] & IS_LATE) != 0;
    }
  for (guint i = 0; i < self->waiting->len; i++)
    {
      const Waiting *waiting = &g_array_index (self->waiting, Waiting, i);

      owed.unapplied += waiting->from <= day && day < waiting->until ? waiting->amount : 0;
    }
  return owed;
}

gboolean
acq_receivables_is_known (const AcqReceivables *self, const AcqOwed *owed)
{
  AcqDay day = owed->ageing.today;

  if (day >= self->today)
    return TRUE;
  if (self->n_rows == 0 || self->sales->len == 0 || g_array_index (self->sales, Sale, 0).day > day)
    return FALSE;
  return owed->undated <= (acq_ageing_outstanding (&owed->ageing) + owed->undated) / 10;
}

/* All that was sold up to that day. */
static gint64
sales_until (const AcqReceivables *self, AcqDay day)
{
  guint low = 0, high = self->sales->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sales, Sale, middle).day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? 0 : g_array_index (self->sales, Sale, low - 1).amount;
}

gint64
acq_receivables_sales (const AcqReceivables *self, AcqPeriod period)
{
  if (period.last < period.first)
    return 0;
  return sales_until (self, period.last) - sales_until (self, period.first - 1);
}

AcqDay
acq_receivables_first_sale (const AcqReceivables *self)
{
  return self->sales->len == 0 ? ACQ_DAY_NONE : g_array_index (self->sales, Sale, 0).day;
}

AcqDay
acq_receivables_today (const AcqReceivables *self)
{
  return self->today;
}

AcqCurrency
acq_receivables_currency (const AcqReceivables *self)
{
  return self->currency;
}

guint
acq_receivables_count (const AcqReceivables *self)
{
  return self->n_rows;
}

const AcqReceivable *
acq_receivables_get (const AcqReceivables *self, guint index)
{
  g_return_val_if_fail (index < self->n_rows, NULL);
  return &self->rows[index];
}
