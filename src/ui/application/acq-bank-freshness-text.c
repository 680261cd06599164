/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-freshness-text.h"

#include <glib/gi18n.h>

#include "acq-day-text.h"

/* A long weekend lies between two statements at most. */
#define FRESH_DAYS 4

static AcqDay
find_last_covered (const AcqLedger *ledger)
{
  g_autoptr (GHashTable) last_by_account = g_hash_table_new (g_int64_hash, g_int64_equal);
  AcqDay least = ACQ_DAY_NONE;
  GHashTableIter iter;
  gpointer last;

  for (guint i = 0; i < ledger->coverage->len; i++)
    {
      AcqCoverage *coverage = &g_array_index (ledger->coverage, AcqCoverage, i);
      gpointer known = g_hash_table_lookup (last_by_account, &coverage->account_id);

      if (known == NULL || GPOINTER_TO_INT (known) < coverage->period.last)
        g_hash_table_insert (last_by_account, &coverage->account_id, GINT_TO_POINTER (coverage->period.last));
    }
  g_hash_table_iter_init (&iter, last_by_account);
  while (g_hash_table_iter_next (&iter, NULL, &last))
    if (least == ACQ_DAY_NONE || GPOINTER_TO_INT (last) < least)
      least = GPOINTER_TO_INT (last);
  return least;
}

char *
acq_bank_freshness_text (const AcqCompanyView *view, gboolean *ret_fresh)
{
  AcqDay today = view->books->today;
  AcqDay last = find_last_covered (view->books->ledger);
  g_autofree char *day = last == ACQ_DAY_NONE ? NULL : acq_day_text_relative (last, today);

  *ret_fresh = last != ACQ_DAY_NONE && today - last <= FRESH_DAYS;
  if (last == ACQ_DAY_NONE)
    return g_strdup (_ ("No bank statement yet"));
  if (last == today - 1)
    return g_strdup (_ ("Bank statement of yesterday"));
  /* Translators: a day: "today", "Monday 23 November", "3 November". */
  return g_strdup_printf (_ ("Bank read up to %s"), day);
}
