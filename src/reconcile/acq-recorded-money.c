/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-recorded-money.h"

/* How far the day that was told may lie from the bank's, for one receipt and for several that came as one. */
#define RECEIPT_DAYS 31
#define GROUP_DAYS   15
/* Of a prepaid amount no day is known but that of its invoice; a deposit comes before it. */
#define PREPAID_DAYS       400
#define PREPAID_EARLY_DAYS 31
#define MAX_TOGETHER       4
/* More records than these in the days that count, and one of them fits by accident. */
#define MAX_RECORDS 400
#define MAX_GROUPED 32

typedef struct
{
  AcqDay day; /* of an invoice's prepaid amount: its issue */
  gint64 amount;
  AcqCurrency currency;
  const AcqReceipt *receipt; /* NULL: prepaid */
  guint item;                /* whose prepaid amount */
} Record;

typedef struct
{
  GArray *receipts; /* (element-type Record) by day */
  GArray *prepaid;  /* (element-type Record) by day */
} CustomerRecords;

struct _AcqRecordedMoney
{
  const AcqOpenItems *items;
  GHashTable *by_customer; /* customer + 1 to CustomerRecords */
};

/* What a bank line is compared with. */
typedef struct
{
  const AcqOpenItems *items;
  const AcqOpenReceipt *receipt;
  const AcqExplanation *explanation;
} Question;

static void
free_records (gpointer data)
{
  CustomerRecords *records = data;

  g_array_unref (records->receipts);
  g_array_unref (records->prepaid);
  g_free (records);
}

static CustomerRecords *
get_records (AcqRecordedMoney *self, guint customer)
{
  CustomerRecords *records = g_hash_table_lookup (self->by_customer, GUINT_TO_POINTER (customer + 1));

  if (records != NULL)
    return records;
  records = g_new (CustomerRecords, 1);
  records->receipts = g_array_new (FALSE, FALSE, sizeof (Record));
  records->prepaid = g_array_new (FALSE, FALSE, sizeof (Record));
  g_hash_table_insert (self->by_customer, GUINT_TO_POINTER (customer + 1), records);
  return records;
}

static gboolean
is_recorded (const AcqReceipt *receipt)
{
  return receipt->source != ACQ_RECEIPT_SOURCE_BANK && receipt->transaction_id == 0
         && receipt->state == ACQ_RECEIPT_STATE_CREDITED && receipt->amount > 0
         && receipt->means != ACQ_MEANS_CASH && receipt->means != ACQ_MEANS_COMPENSATION
         && receipt->means != ACQ_MEANS_WRITE_OFF && receipt->means != ACQ_MEANS_CREDIT_NOTE;
}

static void
file_receipt_under (AcqRecordedMoney *self, const AcqReceipt *receipt, guint customer)
{
  Record record = { receipt->day, receipt->amount, receipt->currency, receipt, 0 };
  GArray *list;

  if (customer == ACQ_NO_CUSTOMER)
    return;
  list = get_records (self, customer)->receipts;
  if (list->len == 0 || g_array_index (list, Record, list->len - 1).receipt != receipt)
    g_array_append_val (list, record);
}

static void
file_receipt (AcqRecordedMoney *self, const AcqReceipt *receipt)
{
  file_receipt_under (self, receipt, acq_open_items_find_customer (self->items, receipt->customer_id));
  for (guint i = 0; i < receipt->allocations->len; i++)
    {
      guint item;

      if (acq_open_items_find (self->items, g_array_index (receipt->allocations, AcqAllocation, i).invoice_id,
                               &item))
        file_receipt_under (self, receipt, acq_open_items_get (self->items, item)->customer);
    }
}

static void
file_prepaid (AcqRecordedMoney *self, guint item)
{
  const AcqOpenItem *open = acq_open_items_get (self->items, item);
  Record record = { open->invoice->issued, open->invoice->prepaid, open->invoice->currency, NULL, item };

  if (record.amount > 0 && open->customer != ACQ_NO_CUSTOMER && !open->invoice->cancelled)
    g_array_append_val (get_records (self, open->customer)->prepaid, record);
}

static int
compare_records (gconstpointer a, gconstpointer b)
{
  AcqDay first = ((const Record *) a)->day, second = ((const Record *) b)->day;

  return first < second ? -1 : first > second;
}

AcqRecordedMoney *
acq_recorded_money_new (const AcqLedger *ledger, const AcqOpenItems *items)
{
  AcqRecordedMoney *self = g_new0 (AcqRecordedMoney, 1);
  GHashTableIter iter;
  gpointer records;

  self->items = items;
  self->by_customer = g_hash_table_new_full (NULL, NULL, NULL, free_records);
  for (guint i = 0; i < ledger->receipts->len; i++)
    if (is_recorded (ledger->receipts->pdata[i]))
      file_receipt (self, ledger->receipts->pdata[i]);
  for (guint i = 0; i < ledger->invoices->len; i++)
    file_prepaid (self, i);
  g_hash_table_iter_init (&iter, self->by_customer);
  while (g_hash_table_iter_next (&iter, NULL, &records))
    {
      g_array_sort (((CustomerRecords *) records)->receipts, compare_records);
      g_array_sort (((CustomerRecords *) records)->prepaid, compare_records);
    }
  return self;
}

void
acq_recorded_money_free (AcqRecordedMoney *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->by_customer);
  g_free (self);
}

static guint
find_first_from (const GArray *records, AcqDay day)
{
  guint low = 0, high = records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (records, Record, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
is_for_the_same (const Question *question, const Record *record)
{
  if (record->receipt == NULL)
    return acq_explanation_has_item (question->explanation, record->item);
  for (guint i = 0; i < record->receipt->allocations->len; i++)
    {
      guint item;

      if (acq_open_items_find (
            question->items, g_array_index (record->receipt->allocations, AcqAllocation, i).invoice_id, &item)
          && acq_explanation_has_item (question->explanation, item))
        return TRUE;
    }
  return FALSE;
}

/* (element-type Record): those of these days that the question concerns; NULL if they are more than max. */
static GArray *
select_records (const Question *question, const GArray *records, AcqDay from, AcqDay until, guint max)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Record));
  guint first = find_first_from (records, from);

  for (guint i = first; i < records->len && g_array_index (records, Record, i).day <= until; i++)
    {
      const Record *record = &g_array_index (records, Record, i);

      if (i - first >= max)
        return NULL;
      if (acq_currency_equal (record->currency, question->receipt->part->currency)
          && (!question->explanation->by_reference || is_for_the_same (question, record)))
        g_array_append_vals (found, record, 1);
    }
  return g_steal_pointer (&found);
}

/* All of the bank line, or just what one of several parts asks for: the others were paid beside it. */
static gboolean
fits (const Question *question, gint64 sum)
{
  const GArray *parts = question->explanation->parts;

  if (sum == question->receipt->amount)
    return TRUE;
  for (guint i = 0; parts->len > 1 && i < parts->len; i++)
    if (g_array_index (parts, AcqPart, i).amount == sum)
      return TRUE;
  return FALSE;
}

static gboolean
fits_run (const Question *question, const GArray *records, guint from, guint max)
{
  gint64 sum = 0;

  for (guint i = from; i < records->len && i < from + max; i++)
    {
      sum += g_array_index (records, Record, i).amount;
      if (fits (question, sum))
        return TRUE;
    }
  return FALSE;
}

static gboolean
fits_any_run (const Question *question, const GArray *records, guint max)
{
  if (records == NULL)
    return TRUE;
  for (guint i = 0; i < records->len; i++)
    if (fits_run (question, records, i, max))
      return TRUE;
  return FALSE;
}

/* Whether the sum and up to so many of the records from there on, none later than that day, come out. */
static gboolean
fits_group (const Question *question, const GArray *records, guint from, guint left, gint64 sum, AcqDay until)
{
  for (guint i = from; i < records->len; i++)
    {
      const Record *record = &g_array_index (records, Record, i);

      if (record->day > until)
        return FALSE;
      if (fits (question, sum + record->amount))
        return TRUE;
      if (left > 1
          && fits_group (question, records, i + 1, left - 1, sum + record->amount,
                         MIN (until, record->day + GROUP_DAYS)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
may_be_of_customer (const AcqRecordedMoney *self, const Question *question, guint customer)
{
  const CustomerRecords *records = g_hash_table_lookup (self->by_customer, GUINT_TO_POINTER (customer + 1));
  AcqDay booked = question->receipt->entry->booked;
  g_autoptr (GArray) single = NULL;
  g_autoptr (GArray) grouped = NULL;
  g_autoptr (GArray) prepaid = NULL;

  if (records == NULL)
    return FALSE;
  single
    = select_records (question, records->receipts, booked - RECEIPT_DAYS, booked + RECEIPT_DAYS, MAX_RECORDS);
  if (fits_any_run (question, single, 1))
    return TRUE;
  prepaid = select_records (question, records->prepaid, booked - PREPAID_DAYS, booked + PREPAID_EARLY_DAYS,
                            MAX_RECORDS);
  if (fits_any_run (question, prepaid, MAX_TOGETHER))
    return TRUE;
  grouped
    = select_records (question, records->receipts, booked - GROUP_DAYS, booked + GROUP_DAYS, MAX_GROUPED);
  return grouped == NULL || fits_group (question, grouped, 0, MAX_TOGETHER, 0, booked + GROUP_DAYS);
}

gboolean
acq_recorded_money_may_be (const AcqRecordedMoney *self, const AcqOpenReceipt *receipt,
                           const AcqExplanation *explanation)
{
  const Question question = { self->items, receipt, explanation };

  if (explanation->customer != ACQ_NO_CUSTOMER && may_be_of_customer (self, &question, explanation->customer))
    return TRUE;
  for (guint i = 0; i < receipt->payers->len; i++)
    {
      const AcqPayer *payer = &g_array_index (receipt->payers, AcqPayer, i);

      if (payer->customer != explanation->customer && payer->strength >= ACQ_PAYER_FULL_NAME
          && may_be_of_customer (self, &question, payer->customer))
        return TRUE;
    }
  return FALSE;
}
