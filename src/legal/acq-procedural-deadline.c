/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-procedural-deadline.h"

static const char *const deadline_codes[] = {
  "claim_declaration",
  "claim_declaration_abroad",
  "order_service",
  "order_opposition",
};

ACQ_DEFINE_CODES (AcqProceduralDeadline, acq_procedural_deadline, deadline_codes)

static const AcqLegalValueKind delays[] = {
  ACQ_LEGAL_VALUE_CLAIM_DECLARATION,
  ACQ_LEGAL_VALUE_CLAIM_DECLARATION_ABROAD,
  ACQ_LEGAL_VALUE_ORDER_SERVICE,
  ACQ_LEGAL_VALUE_ORDER_OPPOSITION,
};

AcqDay
acq_procedural_deadline_day (AcqProceduralDeadline deadline, AcqDay act, const AcqLegalValues *law,
                             const AcqBusinessCalendar *calendar)
{
  g_return_val_if_fail ((gsize) deadline < G_N_ELEMENTS (delays), ACQ_DAY_NONE);

  return acq_procedural_day (act, acq_legal_values_get (law, delays[deadline], act), calendar);
}

AcqDay
acq_procedural_day (AcqDay act, int months, const AcqBusinessCalendar *calendar)
{
  return acq_business_calendar_next_working_day (calendar, acq_day_add_months (act, months));
}
