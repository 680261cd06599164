/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-period.h"

#include <stdlib.h>

gboolean
acq_period_contains (AcqPeriod period, AcqDay day)
{
  return (period.first == ACQ_DAY_NONE || day >= period.first)
         && (period.last == ACQ_DAY_NONE || day <= period.last);
}

static int
compare_first_days (const void *a, const void *b)
{
  const AcqPeriod *left = a, *right = b;

  return (left->first > right->first) - (left->first < right->first);
}

gboolean
acq_periods_cover (AcqPeriod *periods, gsize n_periods, AcqPeriod wanted)
{
  AcqDay reached = wanted.first;

  if (n_periods > 1)
    qsort (periods, n_periods, sizeof *periods, compare_first_days);
  for (gsize i = 0; i < n_periods && reached <= wanted.last; i++)
    {
      if (periods[i].first > reached)
        return FALSE;
      if (periods[i].last >= reached)
        reached = periods[i].last + 1;
    }
  return reached > wanted.last;
}
