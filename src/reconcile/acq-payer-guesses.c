/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payer-guesses.h"

#include <math.h>
#include <stdlib.h>

#define MAX_SAME_AMOUNT 200
/* Logarithms: what each line costs that the customer does not explain, and what a fit must come to. */
#define COST_UNEXPLAINED 1.5
#define LEAST_FIT        2.0
#define HINT_FIT         6.0
/* A name that many bear, but all of it: nobody else's words take that customer away. */
#define WHOLE_FIT   1000.0
#define USUAL_DELAY 8.0
/* Payments that are spread over more days than this after the due day are nobody's habit. */
#define USUAL_SPREAD 15.0

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

/* What items are compared by. */
typedef struct
{
  const AcqOpenItems *items;
  AcqDay booked;
} Lateness;

static double
lateness (const AcqOpenItems *items, guint item, AcqDay booked)
{
  const AcqInvoice *invoice = acq_open_items_get (items, item)->invoice;

  return booked - (invoice->due_items->len > 0 ? acq_invoice_due_item (invoice, 0)->due : invoice->issued);
}

static void
count_item (Fit *fit, const AcqOpenItems *items, guint item, AcqDay booked, double rarity)
{
  double late = lateness (items, item, booked);

  g_hash_table_add (fit->used, GUINT_TO_POINTER (item + 1));
  fit->n++;
  fit->rarity += rarity;
  fit->sum += late;
  fit->sum_of_squares += late * late;
}

static guint
count_owing (const AcqOpenItems *items, const GArray *usable)
{
  g_autoptr (GHashTable) owing = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < usable->len; i++)
    g_hash_table_add (
      owing, GUINT_TO_POINTER (acq_open_items_get (items, g_array_index (usable, guint, i))->customer + 1));
  return g_hash_table_size (owing);
}

static int
compare_lateness (gconstpointer a, gconstpointer b, gpointer data)
{
  const Lateness *context = data;
  double first = fabs (lateness (context->items, *(const guint *) a, context->booked) - USUAL_DELAY);
  double second = fabs (lateness (context->items, *(const guint *) b, context->booked) - USUAL_DELAY);

  if (first != second)
    return first < second ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* Of each customer the item that is most usually paid on that day, unless an earlier line of the group took it. */
static void
count_receipt (GHashTable *fits, const AcqOpenItems *items, const AcqOpenReceipt *receipt)
{
  const GArray *same = acq_open_items_of_amount (items, receipt->amount);
  g_autoptr (GArray) usable = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);
  Lateness context = { items, receipt->entry->booked };
  double rarity;

  for (guint i = 0; same != NULL && same->len <= MAX_SAME_AMOUNT && i < same->len; i++)
    {
      guint item = g_array_index (same, guint, i);

      if (acq_open_items_is_candidate (items, item, receipt->entry->booked, receipt->part->currency))
        g_array_append_val (usable, item);
    }
  g_array_sort_with_data (usable, compare_lateness, &context);
  rarity
    = log (MAX (1.5, (double) acq_open_items_n_customers (items) / MAX (1, count_owing (items, usable))));
  for (guint i = 0; i < usable->len; i++)
    {
      guint item = g_array_index (usable, guint, i);
      Fit *fit = find_fit (fits, receipt->label->payer_key, acq_open_items_get (items, item)->customer);

      if (g_hash_table_contains (fit->used, GUINT_TO_POINTER (item + 1))
          || !g_hash_table_add (counted, GUINT_TO_POINTER (fit->customer + 1)))
        continue;
      count_item (fit, items, item, receipt->entry->booked, rarity);
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
fit_group (GPtrArray *all, const AcqOpenItems *items, GPtrArray *group)
{
  g_autoptr (GHashTable) fits = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;

  g_ptr_array_sort (group, compare_receipts);
  for (guint i = 0; i < group->len; i++)
    count_receipt (fits, items, group->pdata[i]);
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
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (((GPtrArray *) group)->len >= 2)
      fit_group (fits, items, group);
  g_ptr_array_sort (fits, compare_fits);
  for (guint i = 0; i < fits->len; i++)
    {
      const Fit *fit = fits->pdata[i];

      if (g_hash_table_contains (guesses, fit->key)
          || !g_hash_table_add (taken, GUINT_TO_POINTER (fit->customer + 1)))
        continue;
      g_hash_table_insert (guesses, g_strdup (fit->key), GUINT_TO_POINTER (fit->customer + 1));
    }
  return guesses;
}
