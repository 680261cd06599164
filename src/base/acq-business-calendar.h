/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-period.h"

G_BEGIN_DECLS

/**
 * AcqHolidayRegion:
 *
 * Where more days are off than the eleven of article L3133-1 of the Code du travail: Good Friday and 26 December
 * in Alsace-Moselle (L3134-13), the day of the abolition of slavery overseas (L3422-2).
 */
typedef enum
{
  ACQ_HOLIDAY_REGION_MAINLAND,
  ACQ_HOLIDAY_REGION_ALSACE_MOSELLE,
  ACQ_HOLIDAY_REGION_GUADELOUPE,
  ACQ_HOLIDAY_REGION_MARTINIQUE,
  ACQ_HOLIDAY_REGION_GUYANE,
  ACQ_HOLIDAY_REGION_REUNION,
  ACQ_HOLIDAY_REGION_MAYOTTE,
} AcqHolidayRegion;

ACQ_DECLARE_CODES (AcqHolidayRegion, acq_holiday_region)

/**
 * AcqBusinessCalendar:
 *
 * The working days of one company: French public holidays, those of its region, its own closures, and the days
 * of the week on which it works. A value that is changed only while it is set up.
 */
typedef struct _AcqBusinessCalendar AcqBusinessCalendar;

/* Monday to Friday, without closures. */
AcqBusinessCalendar *acq_business_calendar_new (AcqHolidayRegion region);
AcqHolidayRegion acq_business_calendar_region (const AcqBusinessCalendar *self);
void acq_business_calendar_free (AcqBusinessCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqBusinessCalendar, acq_business_calendar_free)

/* Both ends included; a closure may be given more than once. */
void acq_business_calendar_add_closure (AcqBusinessCalendar *self, AcqPeriod closure);

gboolean acq_business_calendar_is_holiday (const AcqBusinessCalendar *self, AcqDay day);
/* Monday to Friday, no holiday, no closure. */
gboolean acq_business_calendar_is_working_day (const AcqBusinessCalendar *self, AcqDay day);
/* The day itself if it is a working day, else the first one after it. */
AcqDay acq_business_calendar_next_working_day (const AcqBusinessCalendar *self, AcqDay day);

/* Easter Sunday of a Gregorian year. */
AcqDay acq_easter_sunday (int year);
/* A day on which the TARGET system settles payments, whatever the company does. */
gboolean acq_day_is_bank_day (AcqDay day);
/* The day that lies that many bank days after (never before) the given one. */
AcqDay acq_day_add_bank_days (AcqDay day, int bank_days);

G_END_DECLS
