/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-amount-sums.h"

#include <stdlib.h>

#define MAX_SUMS     24
#define MAX_LESS_ONE 60
#define MAX_PAIRS    400
/* Whole hundreds of euros are the coarsest usual prices. */
#define ROUND_GRAIN 10000

void
acq_amount_sum_free (AcqAmountSum *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->members);
  g_free (self);
}

static gint64
greatest_common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static double
count_steps (gint64 target, gint64 grain)
{
  gint64 steps = target / MAX (grain, 1);

  return steps < 1 ? 1.0 : (double) steps;
}

double
acq_amount_sums_distinct_prices (gint64 amount)
{
  return count_steps (amount, greatest_common_divisor (ROUND_GRAIN, amount));
}

static gint64
grain_of (const gint64 *amounts, guint n)
{
  gint64 grain = 0;

  for (guint i = 0; i < n; i++)
    grain = greatest_common_divisor (ABS (amounts[i]), grain);
  return grain;
}

typedef struct
{
  const gint64 *amounts;
  guint n;
  gint64 target;
  guint *steps;
  GPtrArray *sums;
} Search;

static gboolean
spend (Search *search, guint steps)
{
  if (*search->steps < steps)
    {
      *search->steps = 0;
      return FALSE;
    }
  *search->steps -= steps;
  return search->sums->len < MAX_SUMS;
}

double
acq_amount_sums_combinations (guint n, guint k)
{
  double product = 1.0;

  for (guint i = 0; i < k; i++)
    product *= (double) (n - i) / (i + 1);
  return product;
}

/* How many sums could have come out, on the grid of the prices: of all for a single, since one amount is its own grid. */
static double
count_distinct (const Search *search, const GArray *members)
{
  gint64 grain = 0;

  if (members->len == 1)
    {
      double prices = acq_amount_sums_distinct_prices (search->target);

      grain = search->n > 1 ? grain_of (search->amounts, search->n) : 1;
      return MIN (prices, count_steps (search->target, grain));
    }
  for (guint i = 0; i < members->len; i++)
    grain = greatest_common_divisor (ABS (search->amounts[g_array_index (members, guint, i)]), grain);
  return count_steps (search->target, grain);
}

/* Takes the members. */
static void
add_sum (Search *search, AcqSumKind kind, double tries, GArray *members)
{
  AcqAmountSum *sum = g_new0 (AcqAmountSum, 1);

  sum->kind = kind;
  sum->members = members;
  sum->chance = tries / count_distinct (search, members);
  g_ptr_array_add (search->sums, sum);
}

static void
add_run (Search *search, AcqSumKind kind, double tries, guint first, guint last, guint left_out)
{
  GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = first; i <= last; i++)
    if (i != left_out)
      g_array_append_val (members, i);
  add_sum (search, kind, tries, members);
}

static void
find_singles (Search *search)
{
  for (guint i = 0; i < search->n && spend (search, 1); i++)
    if (search->amounts[i] == search->target)
      add_run (search, ACQ_SUM_SINGLE, search->n, i, i, G_MAXUINT);
}

static void
find_runs (Search *search)
{
  double tries = (double) search->n * search->n / 2;

  for (guint i = 0; i < search->n && spend (search, search->n - i); i++)
    {
      gint64 sum = search->amounts[i];

      for (guint j = i + 1; j < search->n; j++)
        {
          gboolean whole = i == 0 && j + 1 == search->n;

          sum += search->amounts[j];
          if (sum == search->target && search->sums->len < MAX_SUMS)
            add_run (search, whole ? ACQ_SUM_WHOLE : ACQ_SUM_RUN, whole ? 1 : tries, i, j, G_MAXUINT);
        }
    }
}

static void
find_left_out (Search *search, guint first, guint last, gint64 excess)
{
  double n = search->n;

  for (guint i = first + 1; i < last; i++)
    if (search->amounts[i] == excess && search->sums->len < MAX_SUMS)
      add_run (search, ACQ_SUM_RUN_LESS_ONE, n * n * n / 6, first, last, i);
}

/* What is left out lies inside: without its ends it would be another run. Pairs are found elsewhere. */
static void
find_runs_less_one (Search *search)
{
  if (search->n > MAX_LESS_ONE)
    return;
  for (guint i = 0; i < search->n; i++)
    {
      gint64 sum = search->amounts[i];

      for (guint j = i + 1; j < search->n; j++)
        {
          sum += search->amounts[j];
          if (j < i + 3 || sum == search->target)
            continue;
          if (!spend (search, j - i))
            return;
          find_left_out (search, i, j, sum - search->target);
        }
    }
}

static void
find_pairs (Search *search)
{
  guint n = MIN (search->n, MAX_PAIRS);

  for (guint i = 0; i < n && spend (search, n - i); i++)
    for (guint j = i + 2; j < n; j++)
      if (search->amounts[i] + search->amounts[j] == search->target && search->sums->len < MAX_SUMS)
        {
          GArray *members = g_array_new (FALSE, FALSE, sizeof (guint));

          g_array_append_val (members, i);
          g_array_append_val (members, j);
          add_sum (search, ACQ_SUM_SUBSET, acq_amount_sums_combinations (search->n, 2), members);
        }
}

/* Such are found among the runs and the runs less one. */
static gboolean
is_run (const guint *chosen, guint k)
{
  return chosen[k - 1] - chosen[0] <= k;
}

static void
keep_subset (Search *search, const guint *chosen, guint k)
{
  GArray *members;

  if (is_run (chosen, k))
    return;
  members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (members, chosen, k);
  add_sum (search, ACQ_SUM_SUBSET, acq_amount_sums_combinations (search->n, k), members);
}

/* All choices of exactly k places, the last of which is looked up and not tried: "chosen" counts upwards. */
static void
find_subsets_of (Search *search, guint k)
{
  guint chosen[8];
  gint64 sums[8] = { 0 };
  guint depth = 0;

  chosen[0] = 0;
  while (search->sums->len < MAX_SUMS)
    {
      if (chosen[depth] + (k - depth) > search->n)
        {
          if (depth == 0 || !spend (search, 1))
            return;
          chosen[--depth]++;
          continue;
        }
      sums[depth + 1] = sums[depth] + search->amounts[chosen[depth]];
      if (depth + 1 < k)
        {
          chosen[depth + 1] = chosen[depth] + 1;
          depth++;
          continue;
        }
      if (!spend (search, 1))
        return;
      if (sums[k] == search->target)
        keep_subset (search, chosen, k);
      chosen[depth]++;
    }
}

static guint
largest_subset (guint n)
{
  return n <= 14 ? 6 : n <= 25 ? 4 : n <= 40 ? 3 : 2;
}

GPtrArray *
acq_amount_sums_find (const gint64 *amounts, guint n, gint64 target, guint *steps)
{
  Search search
    = { amounts, n, target, steps, g_ptr_array_new_with_free_func ((GDestroyNotify) acq_amount_sum_free) };
  gboolean found;

  if (n == 0 || target <= 0)
    return search.sums;
  find_singles (&search);
  find_runs (&search);
  found = search.sums->len > 0;
  find_pairs (&search);
  if (found)
    return search.sums;
  find_runs_less_one (&search);
  for (guint k = 3; k <= largest_subset (n) && k < n; k++)
    find_subsets_of (&search, k);
  return search.sums;
}
