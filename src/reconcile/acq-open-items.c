/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-open-items.h"

#include <string.h>

/* Orders are paid when the invoice is on its way; deposits when the order is confirmed. */
#define EARLY_DAYS         3
#define EARLY_DEPOSIT_DAYS 31
/* Settled items are thrown out of a list once they are half of it, but not of short ones. */
#define MIN_SWEEP          64
#define MAX_TWINS_SEARCHED 400

struct _AcqOpenItems
{
  const AcqLedger *ledger;
  AcqOpenItem *items;     /* one an invoice */
  GPtrArray *by_customer; /* (element-type GArray of guint) */
  GHashTable *by_amount;  /* gint64 rest to GArray of guint */
  guint *all;             /* items by customer */
  guint *starts;          /* where each customer's begin in it; one more at the end */
};

static int
compare_numbers (const char *a, const char *b)
{
  gsize la = strlen (a), lb = strlen (b);

  return la != lb ? (la < lb ? -1 : 1) : strcmp (a, b);
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer data)
{
  const AcqOpenItem *items = data;
  const AcqInvoice *first = items[*(const guint *) a].invoice, *second = items[*(const guint *) b].invoice;

  if (first->issued != second->issued)
    return first->issued < second->issued ? -1 : 1;
  return compare_numbers (first->number, second->number);
}

/* Which place has that id in an array that is ordered by it: the id is the first field of all rows. */
static gboolean
find_place (const GPtrArray *rows, gint64 id, guint *ret_place)
{
  guint low = 0, high = rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 found = *(const gint64 *) rows->pdata[middle];

      if (found == id)
        {
          *ret_place = middle;
          return TRUE;
        }
      if (found < id)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

G_STATIC_ASSERT (G_STRUCT_OFFSET (AcqCustomer, id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (AcqInvoice, id) == 0);

static void
file_amount (AcqOpenItems *self, guint item)
{
  gint64 rest = self->items[item].rest;
  GArray *list;

  if (rest == 0)
    return;
  list = g_hash_table_lookup (self->by_amount, &rest);
  if (list == NULL)
    {
      gint64 *key = g_new (gint64, 1);

      *key = rest;
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->by_amount, key, list);
    }
  g_array_append_val (list, item);
}

static void
unfile_amount (AcqOpenItems *self, guint item)
{
  gint64 rest = self->items[item].rest;
  GArray *list = g_hash_table_lookup (self->by_amount, &rest);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_array_index (list, guint, i) == item)
      {
        g_array_remove_index_fast (list, i);
        return;
      }
}

static gboolean
may_be_paid (const AcqInvoice *invoice)
{
  return !invoice->cancelled && !invoice->factored;
}

static void
add_item (AcqOpenItems *self, guint item)
{
  AcqOpenItem *open = &self->items[item];

  open->invoice = self->ledger->invoices->pdata[item];
  open->customer = acq_open_items_find_customer (self, open->invoice->customer_id);
  open->rest = open->invoice->balance;
  if (open->rest == 0 || open->customer == ACQ_NO_CUSTOMER || !may_be_paid (open->invoice))
    return;
  g_array_append_val ((GArray *) self->by_customer->pdata[open->customer], item);
  open->listed = TRUE;
  file_amount (self, item);
}

static void
sort_by_customer (AcqOpenItems *self)
{
  guint n = self->ledger->invoices->len, n_customers = self->ledger->customers->len;
  g_autofree guint *next = g_new0 (guint, n_customers + 1);

  self->all = g_new0 (guint, n + 1);
  self->starts = g_new0 (guint, n_customers + 1);
  for (guint i = 0; i < n; i++)
    if (self->items[i].customer != ACQ_NO_CUSTOMER)
      self->starts[self->items[i].customer + 1]++;
  for (guint i = 0; i < n_customers; i++)
    {
      self->starts[i + 1] += self->starts[i];
      next[i] = self->starts[i];
    }
  for (guint i = 0; i < n; i++)
    if (self->items[i].customer != ACQ_NO_CUSTOMER)
      self->all[next[self->items[i].customer]++] = i;
}

const guint *
acq_open_items_all_of_customer (const AcqOpenItems *self, guint customer, guint *ret_n)
{
  *ret_n = self->starts[customer + 1] - self->starts[customer];
  return self->all + self->starts[customer];
}

AcqOpenItems *
acq_open_items_new (const AcqLedger *ledger)
{
  AcqOpenItems *self = g_new0 (AcqOpenItems, 1);

  self->ledger = ledger;
  self->items = g_new0 (AcqOpenItem, ledger->invoices->len);
  self->by_amount
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  self->by_customer = g_ptr_array_new_full (ledger->customers->len, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < ledger->customers->len; i++)
    g_ptr_array_add (self->by_customer, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < ledger->invoices->len; i++)
    add_item (self, i);
  sort_by_customer (self);
  for (guint i = 0; i < self->by_customer->len; i++)
    g_array_sort_with_data (self->by_customer->pdata[i], compare_items, self->items);
  return self;
}

void
acq_open_items_free (AcqOpenItems *self)
{
  if (self == NULL)
    return;
  g_free (self->items);
  g_free (self->all);
  g_free (self->starts);
  g_ptr_array_unref (self->by_customer);
  g_hash_table_unref (self->by_amount);
  g_free (self);
}

const AcqOpenItem *
acq_open_items_get (const AcqOpenItems *self, guint item)
{
  return &self->items[item];
}

gboolean
acq_open_items_find (const AcqOpenItems *self, gint64 invoice_id, guint *ret_item)
{
  return find_place (self->ledger->invoices, invoice_id, ret_item);
}

guint
acq_open_items_find_customer (const AcqOpenItems *self, gint64 customer_id)
{
  guint place;

  return find_place (self->ledger->customers, customer_id, &place) ? place : ACQ_NO_CUSTOMER;
}

guint
acq_open_items_n (const AcqOpenItems *self)
{
  return self->ledger->invoices->len;
}

guint
acq_open_items_n_customers (const AcqOpenItems *self)
{
  return self->by_customer->len;
}

gboolean
acq_open_items_is_candidate (const AcqOpenItems *self, guint item, AcqDay booked, AcqCurrency currency)
{
  const AcqOpenItem *open = &self->items[item];
  int early = open->invoice->kind == ACQ_INVOICE_KIND_DEPOSIT ? EARLY_DEPOSIT_DAYS : EARLY_DAYS;

  return open->rest != 0 && open->listed && open->invoice->issued <= booked + early
         && acq_currency_equal (open->invoice->currency, currency);
}

gint64
acq_open_items_expected (const AcqOpenItems *self, guint item, AcqDay booked)
{
  const AcqOpenItem *open = &self->items[item];
  gint64 later = 0;

  for (guint i = 0; i < open->invoice->due_items->len; i++)
    {
      const AcqDueItem *part = acq_invoice_due_item (open->invoice, i);

      if (part->kind == ACQ_DUE_KIND_RETENTION && part->due > booked)
        later += part->amount;
    }
  return later > 0 && open->rest > later ? open->rest - later : open->rest;
}

gboolean
acq_open_items_is_part (const AcqOpenItems *self, guint item, gint64 amount, AcqDay booked)
{
  const AcqOpenItem *open = &self->items[item];
  gint64 paid = open->invoice->total - open->rest, upto = 0;

  if (amount <= 0 || open->rest <= 0 || amount >= open->rest)
    return FALSE;
  if (amount == acq_open_items_expected (self, item, booked))
    return TRUE;
  for (guint i = 0; i + 1 < open->invoice->due_items->len; i++)
    {
      upto += acq_invoice_due_item (open->invoice, i)->amount;
      if (upto > paid && upto - paid == amount)
        return TRUE;
    }
  return FALSE;
}

static void
sweep (AcqOpenItems *self, GArray *list)
{
  guint kept = 0;

  for (guint i = 0; i < list->len; i++)
    {
      guint item = g_array_index (list, guint, i);

      if (self->items[item].rest == 0)
        self->items[item].listed = FALSE;
      else
        g_array_index (list, guint, kept++) = item;
    }
  g_array_set_size (list, kept);
}

static guint
count_issued_by (const AcqOpenItems *self, const GArray *list, AcqDay day)
{
  guint low = 0, high = list->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->items[g_array_index (list, guint, middle)].invoice->issued <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GArray *
acq_open_items_of_customer (AcqOpenItems *self, guint customer, AcqDay booked, AcqCurrency currency,
                            guint max)
{
  GArray *list = self->by_customer->pdata[customer];
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint settled = 0;

  for (guint i = count_issued_by (self, list, booked + EARLY_DEPOSIT_DAYS); i > 0 && found->len < max; i--)
    {
      guint item = g_array_index (list, guint, i - 1);

      settled += self->items[item].rest == 0 ? 1 : 0;
      if (acq_open_items_is_candidate (self, item, booked, currency))
        g_array_append_val (found, item);
    }
  for (guint i = 0; i < found->len / 2; i++)
    {
      guint item = g_array_index (found, guint, i);

      g_array_index (found, guint, i) = g_array_index (found, guint, found->len - 1 - i);
      g_array_index (found, guint, found->len - 1 - i) = item;
    }
  if (settled > MIN_SWEEP && settled > list->len / 2)
    sweep (self, list);
  return found;
}

gboolean
acq_open_items_has_twin (AcqOpenItems *self, guint item, AcqDay booked, AcqCurrency currency)
{
  g_autoptr (GArray) open
    = acq_open_items_of_customer (self, self->items[item].customer, booked, currency, MAX_TWINS_SEARCHED);

  for (guint i = 0; i < open->len; i++)
    {
      guint other = g_array_index (open, guint, i);

      if (other != item && self->items[other].rest == self->items[item].rest)
        return TRUE;
    }
  return FALSE;
}

GArray *
acq_open_items_issued_after (const AcqOpenItems *self, guint customer, AcqDay day, int days, gint64 rest,
                             AcqCurrency currency)
{
  const GArray *same = acq_open_items_of_amount (self, rest);
  const GArray *own = self->by_customer->pdata[customer];
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = count_issued_by (self, own, day), last = count_issued_by (self, own, day + days);
  gboolean few_are_same = same == NULL || same->len < last - first;
  guint n = few_are_same ? (same != NULL ? same->len : 0) : last - first;

  for (guint i = 0; i < n; i++)
    {
      guint item = few_are_same ? g_array_index (same, guint, i) : g_array_index (own, guint, first + i);
      const AcqOpenItem *open = &self->items[item];

      if (open->customer == customer && open->listed && open->rest == rest && open->invoice->issued > day
          && open->invoice->issued <= day + days && acq_currency_equal (open->invoice->currency, currency))
        g_array_append_val (found, item);
    }
  return found;
}

const GArray *
acq_open_items_of_amount (const AcqOpenItems *self, gint64 rest)
{
  return g_hash_table_lookup (self->by_amount, &rest);
}

static void
list_again (AcqOpenItems *self, guint item)
{
  AcqOpenItem *open = &self->items[item];
  GArray *list = self->by_customer->pdata[open->customer];
  guint place = count_issued_by (self, list, open->invoice->issued);

  while (place > 0 && compare_items (&g_array_index (list, guint, place - 1), &item, self->items) > 0)
    place--;
  g_array_insert_val (list, place, item);
  open->listed = TRUE;
}

static void
change_rest (AcqOpenItems *self, guint item, gint64 change)
{
  AcqOpenItem *open = &self->items[item];

  unfile_amount (self, item);
  open->rest += change;
  if (open->customer == ACQ_NO_CUSTOMER || !may_be_paid (open->invoice))
    return;
  file_amount (self, item);
  if (open->rest != 0 && !open->listed)
    list_again (self, item);
}

void
acq_open_items_post (AcqOpenItems *self, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    change_rest (self, g_array_index (parts, AcqPart, i).item, -g_array_index (parts, AcqPart, i).amount);
}

void
acq_open_items_take_back (AcqOpenItems *self, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    change_rest (self, g_array_index (parts, AcqPart, i).item, g_array_index (parts, AcqPart, i).amount);
}
