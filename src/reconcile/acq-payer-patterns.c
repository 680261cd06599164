/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payer-patterns.h"

#define MAX_CHANCE      0.01
#define MAX_SAME_AMOUNT 64
/* A customer has about that many invoices open. */
#define USUAL_ITEMS 20.0
/* With less than this a customer must be hinted at by the words themselves. */
#define MIN_UNHINTED 3

/* How many receipts of one group a customer explains. */
typedef struct
{
  guint n;
  double chance; /* that all of these fit by accident */
  GHashTable *used;
} Tally;

static void
free_tally (gpointer data)
{
  Tally *tally = data;

  g_hash_table_unref (tally->used);
  g_free (tally);
}

static Tally *
find_tally (GHashTable *tallies, guint customer)
{
  Tally *tally = g_hash_table_lookup (tallies, GUINT_TO_POINTER (customer + 1));

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      tally->chance = 1.0;
      tally->used = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (tallies, GUINT_TO_POINTER (customer + 1), tally);
    }
  return tally;
}

static void
count_receipt (GHashTable *tallies, const AcqOpenItems *items, const AcqOpenReceipt *receipt)
{
  const GArray *same = acq_open_items_of_amount (items, receipt->amount);

  g_autoptr (GHashTable) counted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; same != NULL && same->len <= MAX_SAME_AMOUNT && i < same->len; i++)
    {
      guint item = g_array_index (same, guint, i);
      guint customer = acq_open_items_get (items, item)->customer;
      Tally *tally;

      if (!acq_open_items_is_candidate (items, item, receipt->entry->booked, receipt->part->currency)
          || g_hash_table_contains (counted, GUINT_TO_POINTER (customer + 1)))
        continue;
      tally = find_tally (tallies, customer);
      if (!g_hash_table_add (tally->used, GUINT_TO_POINTER (item + 1)))
        continue;
      g_hash_table_add (counted, GUINT_TO_POINTER (customer + 1));
      tally->n++;
      tally->chance *= MIN (1.0, USUAL_ITEMS / acq_amount_sums_distinct_prices (receipt->amount));
    }
}

static gboolean
is_hinted (const AcqOpenReceipt *receipt, guint customer)
{
  for (guint i = 0; i < receipt->payers->len; i++)
    if (g_array_index (receipt->payers, AcqPayer, i).customer == customer)
      return TRUE;
  return FALSE;
}

/* The customer whom the tallies point out, or ACQ_NO_CUSTOMER. */
static guint
choose (GHashTable *tallies, const GPtrArray *group, guint n_customers)
{
  GHashTableIter iter;
  gpointer key, value;
  guint best = ACQ_NO_CUSTOMER, best_n = 0, second_n = 0;
  double chance = 1.0;

  g_hash_table_iter_init (&iter, tallies);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Tally *tally = value;

      if (tally->n > best_n)
        {
          second_n = best_n;
          best_n = tally->n;
          best = GPOINTER_TO_UINT (key) - 1;
          chance = tally->chance;
        }
      else
        second_n = MAX (second_n, tally->n);
    }
  if (best_n < 2 || best_n * 10 < group->len * 6 || second_n * 2 > best_n)
    return ACQ_NO_CUSTOMER;
  if (best_n < MIN_UNHINTED && !is_hinted (group->pdata[0], best))
    return ACQ_NO_CUSTOMER;
  return chance * n_customers * acq_amount_sums_combinations (group->len, best_n) < MAX_CHANCE
           ? best
           : ACQ_NO_CUSTOMER;
}

static GHashTable *
group_by_key (const GPtrArray *receipts)
{
  GHashTable *groups
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < receipts->len; i++)
    {
      AcqOpenReceipt *receipt = receipts->pdata[i];
      GPtrArray *group;

      if (receipt->label->payer_key == NULL || receipt->amount <= 0
          || (receipt->payers->len > 0
              && g_array_index (receipt->payers, AcqPayer, 0).strength >= ACQ_PAYER_FULL_NAME))
        continue;
      group = g_hash_table_lookup (groups, receipt->label->payer_key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, receipt->label->payer_key, group);
        }
      g_ptr_array_add (group, receipt);
    }
  return groups;
}

GHashTable *
acq_payer_patterns_learn (AcqPayerIndex *payers, const AcqOpenItems *items, const GPtrArray *receipts)
{
  GHashTable *learned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) groups = group_by_key (receipts);
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const GPtrArray *group = value;
      g_autoptr (GHashTable) tallies = g_hash_table_new_full (NULL, NULL, NULL, free_tally);
      guint customer;

      for (guint i = 0; group->len >= 2 && i < group->len; i++)
        count_receipt (tallies, items, group->pdata[i]);
      customer = choose (tallies, group, acq_open_items_n_customers (items));
      if (customer == ACQ_NO_CUSTOMER)
        continue;
      acq_payer_index_learn (payers, key, customer);
      g_hash_table_add (learned, g_strdup (key));
    }
  return learned;
}
