/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-clock.h"

AcqClock
acq_clock_system (void)
{
  return (AcqClock){ ACQ_DAY_NONE };
}

AcqClock
acq_clock_pinned (AcqDay day)
{
  return (AcqClock){ day };
}

AcqDay
acq_clock_today (AcqClock clock)
{
  g_autoptr (GDateTime) now = NULL;

  if (clock.pinned != ACQ_DAY_NONE)
    return clock.pinned;
  now = g_date_time_new_now_local ();
  return acq_day_new (g_date_time_get_year (now), g_date_time_get_month (now),
                      g_date_time_get_day_of_month (now));
}

gint64
acq_clock_now (AcqClock clock)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}
