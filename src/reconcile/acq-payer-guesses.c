/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payer-guesses.h"

#include <math.h>
#include <stdlib.h>

#define MAX_SAME_AMOUNT 200
/* Logarithms: what each line costs that the customer does not explain, and what a fit must come to. */
#define COST_UNEXPLAINED 1.5
#define LEAST_FIT        2.0
#define HINT_FIT         6.0
#define NAMED_FIT        3.0
/* A name that many bear, but all of it: nobody else's words take that customer away. */
#define WHOLE_FIT   1000.0
#define USUAL_DELAY 8.0
/* Payments that are spread over more days than this after the due day are nobody's habit. */
#define USUAL_SPREAD 15.0
/* Neighbouring invoices that are paid at once. */
#define MAX_TOGETHER 5

/* How one customer explains one group. */
typedef struct
{
  const char *key;
  guint customer;
  guint n;
  double rarity, sum, sum_of_squares, fit;
  GHashTable *used; /* items + 1 as a set */
} Fit;

static void
free_fit (gpointer data)
{
  Fit *fit = data;

  g_hash_table_unref (fit->used);
  g_free (fit);
}

static Fit *
find_fit (GHashTable *fits, const char *key, guint customer)
{
  Fit *fit = g_hash_table_lookup (fits, GUINT_TO_POINTER (customer + 1));

  if (fit == NULL)
    {
      fit = g_new0 (Fit, 1);
      fit->key = key;
      fit->customer = customer;
      fit->used = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (fits, GUINT_TO_POINTER (customer + 1), fit);
    }
  return fit;
}

/* One customer's open items that come to just a line: one, or neighbours. */
typedef struct
{
  guint customer;
  guint n;
  guint items[MAX_TOGETHER];
  double late; /* days after they were due, on average */
} Way;

typedef struct
{
  const AcqOpenItems *items;
  GHashTable *runs; /* gint64 sum to GArray of Way: of neighbours, for the sums of the lines */
} Guessing;

static double
lateness (const AcqOpenItems *items, guint item, AcqDay booked)
{
  const AcqInvoice *invoice = acq_open_items_get (items, item)->invoice;

  return booked - (invoice->due_items->len > 0 ? acq_invoice_due_item (invoice, 0)->due : invoice->issued);
}

static void
file_sums (Guessing *self, const GPtrArray *receipts)
{
  self->runs = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < receipts->len; i++)
    {
      AcqOpenReceipt *receipt = receipts->pdata[i];

      if (!g_hash_table_contains (self->runs, &receipt->amount))
        g_hash_table_insert (self->runs, &receipt->amount, g_array_new (FALSE, FALSE, sizeof (Way)));
    }
}

/* What the open items from there on come to, one more each time. */
static void
file_runs_from (Guessing *self, const GArray *open, guint from)
{
  Way way = { .n = 0 };
  gint64 sum = 0;

  for (guint i = from; i < open->len && i < from + MAX_TOGETHER; i++)
    {
      const AcqOpenItem *item = acq_open_items_get (self->items, g_array_index (open, guint, i));
      GArray *list;

      way.customer = item->customer;
      way.items[way.n++] = g_array_index (open, guint, i);
      sum += item->rest;
      list = way.n >= 2 ? g_hash_table_lookup (self->runs, &sum) : NULL;
      if (list != NULL && list->len <= MAX_SAME_AMOUNT)
        g_array_append_val (list, way);
    }
}

static void
file_runs (Guessing *self)
{
  for (guint customer = 0; customer < acq_open_items_n_customers (self->items); customer++)
    {
      g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
      guint n;
      const guint *all = acq_open_items_all_of_customer (self->items, customer, &n);

      for (guint i = 0; i < n; i++)
        if (acq_open_items_get (self->items, all[i])->rest != 0
            && acq_open_items_get (self->items, all[i])->listed)
          g_array_append_val (open, all[i]);
      for (guint i = 0; i < open->len; i++)
        file_runs_from (self, open, i);
    }
}

static void
add_way (const Guessing *self, GArray *ways, Way way, const AcqOpenReceipt *receipt)
{
  way.late = 0.0;
  for (guint i = 0; i < way.n; i++)
    {
      if (!acq_open_items_is_candidate (self->items, way.items[i], receipt->entry->booked,
                                        receipt->part->currency))
        return;
      way.late += lateness (self->items, way.items[i], receipt->entry->booked) / way.n;
    }
  g_array_append_val (ways, way);
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const Way *first = a, *second = b;
  double one = fabs (first->late - USUAL_DELAY), other = fabs (second->late - USUAL_DELAY);

  if (first->n != second->n)
    return first->n < second->n ? -1 : 1;
  if (one != other)
    return one < other ? -1 : 1;
  return first->items[0] < second->items[0] ? -1 : first->items[0] > second->items[0];
}

/* (element-type Way): of all customers, what is most usually paid on that day first. */
static GArray *
find_ways (const Guessing *self, const AcqOpenReceipt *receipt)
{
  const GArray *same = acq_open_items_of_amount (self->items, receipt->amount);
  const GArray *runs = g_hash_table_lookup (self->runs, &receipt->amount);
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));

  for (guint i = 0; same != NULL && same->len <= MAX_SAME_AMOUNT && i < same->len; i++)
    {
      Way way = { .n = 1, .items = { g_array_index (same, guint, i) } };

      way.customer = acq_open_items_get (self->items, way.items[0])->customer;
      add_way (self, ways, way, receipt);
    }
  for (guint i = 0; i < runs->len && runs->len <= MAX_SAME_AMOUNT; i++)
    add_way (self, ways, g_array_index (runs, Way, i), receipt);
  g_array_sort (ways, compare_ways);
  return ways;
}

static gboolean
is_unused (const Fit *fit, const Way *way)
{
  for (guint i = 0; i < way->n; i++)
    if (g_hash_table_contains (fit->used, GUINT_TO_POINTER (way->items[i] + 1)))
      return FALSE;
  return TRUE;
}

static void
count_way (Fit *fit, const Way *way, double rarity)
{
  for (guint i = 0; i < way->n; i++)
    g_hash_table_add (fit->used, GUINT_TO_POINTER (way->items[i] + 1));
  fit->n++;
  fit->rarity += rarity;
  fit->sum += way->late;
  fit->sum_of_squares += way->late * way->late;
}

static gboolean
is_named (const AcqReferences *references, guint item, const char *number)
{
  for (guint i = 0; i < references->items->len; i++)
    if (g_array_index (references->items, guint, i) == item)
      return TRUE;
  for (guint i = 0; i < references->short_numbers->len; i++)
    if (acq_number_has_end (number, references->short_numbers->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
names_any (const Guessing *self, const AcqOpenReceipt *receipt, const Way *way)
{
  for (guint i = 0; i < way->n; i++)
    if (is_named (receipt->references, way->items[i],
                  acq_open_items_get (self->items, way->items[i])->invoice->number))
      return TRUE;
  return FALSE;
}

static guint
count_owing (const GArray *ways)
{
  g_autoptr (GHashTable) owing = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ways->len; i++)
    g_hash_table_add (owing, GUINT_TO_POINTER (g_array_index (ways, Way, i).customer + 1));
  return g_hash_table_size (owing);
}

/* Of each customer the way that is most usual on that day, unless an earlier line of the group took it. */
static void
count_receipt (const Guessing *self, GHashTable *fits, const AcqOpenReceipt *receipt)
{
  g_autoptr (GArray) ways = find_ways (self, receipt);
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);
  double rarity
    = log (MAX (1.5, (double) acq_open_items_n_customers (self->items) / MAX (1, count_owing (ways))));

  for (guint i = 0; i < ways->len; i++)
    {
      const Way *way = &g_array_index (ways, Way, i);
      Fit *fit = find_fit (fits, receipt->label->payer_key, way->customer);

      if (is_unused (fit, way) && g_hash_table_add (counted, GUINT_TO_POINTER (fit->customer + 1)))
        count_way (fit, way, rarity + (names_any (self, receipt, way) ? NAMED_FIT : 0.0));
    }
}

static double
measure (const Fit *fit, const GPtrArray *group)
{
  const GArray *payers = ((AcqOpenReceipt *) group->pdata[0])->payers;
  double mean = fit->sum / fit->n;
  double spread = sqrt (MAX (0.0, fit->sum_of_squares / fit->n - mean * mean));
  double value = fit->rarity - COST_UNEXPLAINED * (group->len - fit->n) - fit->n * spread / USUAL_SPREAD / 2;

  for (guint i = 0; i < payers->len; i++)
    if (g_array_index (payers, AcqPayer, i).customer == fit->customer)
      value += g_array_index (payers, AcqPayer, i).coverage >= ACQ_PAYER_WHOLE_NAME
                 ? WHOLE_FIT
                 : HINT_FIT * g_array_index (payers, AcqPayer, i).coverage;
  return value;
}

static int
compare_receipts (gconstpointer a, gconstpointer b)
{
  const AcqTransaction *first = (*(AcqOpenReceipt *const *) a)->entry,
                       *second = (*(AcqOpenReceipt *const *) b)->entry;

  if (first->booked != second->booked)
    return first->booked < second->booked ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static GHashTable *
group_by_key (const GPtrArray *receipts)
{
  GHashTable *groups
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < receipts->len; i++)
    {
      AcqOpenReceipt *receipt = receipts->pdata[i];
      GPtrArray *group
        = receipt->label->payer_key != NULL ? g_hash_table_lookup (groups, receipt->label->payer_key) : NULL;

      if (receipt->label->payer_key == NULL)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, receipt->label->payer_key, group);
        }
      g_ptr_array_add (group, receipt);
    }
  return groups;
}

static void
fit_group (const Guessing *self, GPtrArray *all, GPtrArray *group)
{
  g_autoptr (GHashTable) fits = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_ptr_array_sort (group, compare_receipts);
  for (guint i = 0; i < group->len; i++)
    count_receipt (self, fits, group->pdata[i]);
  g_hash_table_iter_init (&iter, fits);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Fit *fit = value;

      fit->fit = fit->n > 0 ? measure (fit, group) : 0.0;
      if (fit->n >= 2 && fit->fit >= LEAST_FIT)
        g_ptr_array_add (all, fit);
      else
        free_fit (fit);
    }
}

static int
compare_fits (gconstpointer a, gconstpointer b)
{
  const Fit *first = *(Fit *const *) a, *second = *(Fit *const *) b;
  int order;

  if (first->fit != second->fit)
    return first->fit > second->fit ? -1 : 1;
  order = g_strcmp0 (first->key, second->key);
  return order != 0 ? order : (first->customer < second->customer ? -1 : first->customer > second->customer);
}

GHashTable *
acq_payer_guesses_make (const AcqOpenItems *items, const GPtrArray *receipts)
{
  GHashTable *guesses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) groups = group_by_key (receipts);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) fits = g_ptr_array_new_with_free_func (free_fit);
  Guessing guessing = { .items = items };
  GHashTableIter iter;
  gpointer group;

  file_sums (&guessing, receipts);
  file_runs (&guessing);
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (((GPtrArray *) group)->len >= 2)
      fit_group (&guessing, fits, group);
  g_ptr_array_sort (fits, compare_fits);
  for (guint i = 0; i < fits->len; i++)
    {
      const Fit *fit = fits->pdata[i];

      if (g_hash_table_contains (guesses, fit->key)
          || !g_hash_table_add (taken, GUINT_TO_POINTER (fit->customer + 1)))
        continue;
      g_hash_table_insert (guesses, g_strdup (fit->key), GUINT_TO_POINTER (fit->customer + 1));
    }
  g_hash_table_unref (guessing.runs);
  return guesses;
}
