/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-limitation.h"

static AcqDay
last_day_against_public_body (AcqDay start)
{
  return acq_day_new (acq_day_year (start) + 4, 12, 31);
}

AcqLimitation
acq_limitation_of_debt (AcqDebtorRegime regime, AcqDay performed, AcqDay issued)
{
  AcqDay start = performed != ACQ_DAY_NONE ? performed : issued;
  AcqLimitation limitation = { ACQ_DAY_NONE, performed == ACQ_DAY_NONE };

  g_return_val_if_fail (acq_day_is_valid (start), limitation);

  switch (regime)
    {
    case ACQ_DEBTOR_REGIME_PUBLIC_BUYER:
      limitation.last_day = last_day_against_public_body (start);
      break;
    case ACQ_DEBTOR_REGIME_PROFESSIONAL:
    case ACQ_DEBTOR_REGIME_NON_PROFESSIONAL:
      limitation.last_day = acq_day_add_months (start, 5 * 12);
      break;
    case ACQ_DEBTOR_REGIME_CONSUMER:
    case ACQ_DEBTOR_REGIME_UNKNOWN:
    default:
      limitation.last_day = acq_day_add_months (start, 2 * 12);
      break;
    }
  return limitation;
}

AcqDay
acq_procedural_deadline (AcqDay event, int months, const AcqBusinessCalendar *calendar)
{
  return acq_business_calendar_next_working_day (calendar, acq_day_add_months (event, months));
}
