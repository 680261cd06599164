/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-freshness.h"

struct _AcqBankFreshness
{
  AcqDay today;
  GArray *runs;      /* AcqCoverage: all runs of all accounts, joined, by account and day */
  gboolean complete; /* every account known has a statement */
};

static int
compare_coverage (gconstpointer a, gconstpointer b)
{
  const AcqCoverage *left = a, *right = b;

  if (left->account_id != right->account_id)
    return left->account_id < right->account_id ? -1 : 1;
  return (left->period.first > right->period.first) - (left->period.first < right->period.first);
}

/* Joins periods that touch or overlap. */
static GArray *
join_runs (const AcqLedger *ledger)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (AcqCoverage));
  g_autoptr (GArray) sorted = g_array_copy (ledger->coverage);

  g_array_sort (sorted, compare_coverage);
  for (guint i = 0; i < sorted->len; i++)
    {
      const AcqCoverage *next = &g_array_index (sorted, AcqCoverage, i);
      AcqCoverage *run = runs->len > 0 ? &g_array_index (runs, AcqCoverage, runs->len - 1) : NULL;

      if (run != NULL && run->account_id == next->account_id && next->period.first <= run->period.last + 1)
        run->period.last = MAX (run->period.last, next->period.last);
      else
        g_array_append_val (runs, *next);
    }
  return runs;
}

AcqBankFreshness *
acq_bank_freshness_new (const AcqLedger *ledger, AcqDay today)
{
  AcqBankFreshness *self = g_new0 (AcqBankFreshness, 1);
  guint n_accounts = 0;

  self->today = today;
  self->runs = join_runs (ledger);
  for (guint i = 0; i < self->runs->len; i++)
    if (i == 0
        || g_array_index (self->runs, AcqCoverage, i).account_id
             != g_array_index (self->runs, AcqCoverage, i - 1).account_id)
      n_accounts++;
  self->complete = n_accounts > 0 && n_accounts >= ledger->n_accounts;
  return self;
}

void
acq_bank_freshness_free (AcqBankFreshness *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->runs);
  g_free (self);
}

gboolean
acq_bank_freshness_covers (const AcqBankFreshness *self, AcqDay day, AcqDay first, AcqDay last)
{
  gboolean covered = FALSE;

  if (!self->complete)
    return FALSE;
  for (guint i = 0; i < self->runs->len; i++)
    {
      const AcqCoverage *run = &g_array_index (self->runs, AcqCoverage, i);
      gboolean newest = i + 1 == self->runs->len || run[1].account_id != run->account_id;
      AcqDay end = run->period.last + (newest ? day - self->today : 0);

      covered = covered || (run->period.first <= first && end >= last);
      if (newest && !covered)
        return FALSE;
      if (newest)
        covered = FALSE;
    }
  return TRUE;
}
