/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dunning-settings.h"

/* A company that is closed for ever must not make the search endless. */
#define SEARCHED_DAYS 3660
/* What a formal notice gives: long enough to be fetched from the post office and paid. */
#define NOTICE_DAYS   15

AcqDunningSettings *
acq_dunning_settings_new (void)
{
  AcqDunningSettings *self = g_new0 (AcqDunningSettings, 1);

  self->scenario = acq_scenario_standard ();
  self->tolerance = 1500;
  self->recipients_a_day = 10;
  self->weekdays = ACQ_WEEKDAY_BIT (2) | ACQ_WEEKDAY_BIT (3) | ACQ_WEEKDAY_BIT (4);
  self->calendar = acq_business_calendar_new (ACQ_HOLIDAY_REGION_MAINLAND);
  self->coverage_bank_days = 2;
  self->cheque_bank_days = 6;
  self->habit_margin = 2;
  self->habit_limit = 15;
  self->public_offset = 5;
  self->public_delay = 30;
  self->right_to_send = TRUE;
  self->confirm_until = ACQ_DAY_NONE;
  return self;
}

void
acq_dunning_settings_free (AcqDunningSettings *self)
{
  if (self == NULL)
    return;
  acq_business_calendar_free (self->calendar);
  g_free (self);
}

gboolean
acq_dunning_settings_is_sending_day (const AcqDunningSettings *self, AcqDay day)
{
  return (self->weekdays & ACQ_WEEKDAY_BIT (acq_day_weekday (day))) != 0
         && acq_business_calendar_is_working_day (self->calendar, day);
}

AcqDay
acq_dunning_settings_next_sending_day (const AcqDunningSettings *self, AcqDay day)
{
  for (int i = 0; i < SEARCHED_DAYS; i++)
    if (acq_dunning_settings_is_sending_day (self, day + i))
      return day + i;
  return ACQ_DAY_NONE;
}

AcqDay
acq_dunning_settings_notice_deadline (const AcqDunningSettings *self, AcqDay day)
{
  return acq_business_calendar_next_working_day (self->calendar, day + NOTICE_DAYS);
}
