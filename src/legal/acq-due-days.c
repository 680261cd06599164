/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-due-days.h"

#define LONGEST_NET          60
#define LONGEST_END_OF_MONTH 45

AcqDay
acq_due_day_net (AcqDay issued, int days)
{
  return issued + days;
}

AcqDay
acq_due_day_then_end_of_month (AcqDay issued, int days)
{
  return acq_day_end_of_month (issued + days);
}

AcqDay
acq_due_day_from_end_of_month (AcqDay issued, int days)
{
  return acq_day_end_of_month (issued) + days;
}

AcqDay
acq_due_day_latest_allowed (AcqDay issued, gboolean end_of_month)
{
  if (!end_of_month)
    return acq_due_day_net (issued, LONGEST_NET);
  return MAX (acq_due_day_then_end_of_month (issued, LONGEST_END_OF_MONTH),
              acq_due_day_from_end_of_month (issued, LONGEST_END_OF_MONTH));
}
