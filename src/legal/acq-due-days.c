/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-due-days.h"

static const char *const verdict_codes[] = { "allowed", "only_month_end", "too_long" };

ACQ_DEFINE_CODES (AcqTermVerdict, acq_term_verdict, verdict_codes)

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
acq_due_day_latest_allowed (const AcqLegalValues *law, AcqDay issued, gboolean end_of_month)
{
  int days = acq_legal_values_get (law, ACQ_LEGAL_VALUE_TERM_LONGEST_MONTH_END, issued);

  if (!end_of_month)
    return acq_due_day_net (issued, acq_legal_values_get (law, ACQ_LEGAL_VALUE_TERM_LONGEST, issued));
  return MAX (acq_due_day_then_end_of_month (issued, days), acq_due_day_from_end_of_month (issued, days));
}

AcqTermVerdict
acq_term_check (const AcqLegalValues *law, AcqDay issued, AcqDay due)
{
  int days = acq_legal_values_get (law, ACQ_LEGAL_VALUE_TERM_LONGEST_MONTH_END, issued);

  if (due <= acq_due_day_latest_allowed (law, issued, FALSE))
    return ACQ_TERM_ALLOWED;
  if (due == acq_due_day_then_end_of_month (issued, days) || due == acq_due_day_from_end_of_month (issued, days))
    return ACQ_TERM_ONLY_MONTH_END;
  return ACQ_TERM_TOO_LONG;
}
