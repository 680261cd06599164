/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-forecast-days.h"

#define DORMANT_DAYS 60

AcqDay
acq_forecast_first_monday (AcqDay day)
{
  while (!acq_day_is_bank_day (day))
    day++;
  return day - acq_day_weekday (day) + 1;
}

/* The last covered day of each account. */
static GHashTable *
find_last_days (const AcqLedger *ledger)
{
  GHashTable *lasts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ledger->coverage->len; i++)
    {
      AcqCoverage *coverage = &g_array_index (ledger->coverage, AcqCoverage, i);
      const AcqCoverage *known = g_hash_table_lookup (lasts, &coverage->account_id);

      if (known == NULL || known->period.last < coverage->period.last)
        g_hash_table_replace (lasts, &coverage->account_id, coverage);
    }
  return lasts;
}

AcqDay
acq_forecast_known_until (const AcqLedger *ledger, AcqDay today)
{
  g_autoptr (GHashTable) lasts = find_last_days (ledger);
  AcqDay newest = ACQ_DAY_NONE, known = today;
  GHashTableIter iter;
  gpointer last;

  g_hash_table_iter_init (&iter, lasts);
  while (g_hash_table_iter_next (&iter, NULL, &last))
    newest = MAX (newest, ((AcqCoverage *) last)->period.last);
  g_hash_table_iter_init (&iter, lasts);
  while (g_hash_table_iter_next (&iter, NULL, &last))
    if (((AcqCoverage *) last)->period.last >= newest - DORMANT_DAYS)
      known = MIN (known, ((AcqCoverage *) last)->period.last);
  return known;
}
