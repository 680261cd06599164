/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqDay:
 *
 * A calendar day without time or zone: the number of days since 1970-01-01 in the proleptic Gregorian
 * calendar. Days compare and subtract as integers. Valid days lie between 1900-01-01 and 2999-12-31.
 */
typedef gint32 AcqDay;

/* No day: unknown, or not given. Smaller than every valid day. */
#define ACQ_DAY_NONE G_MININT32

/* Room for "YYYY-MM-DD" and its end. */
#define ACQ_DAY_ISO_SIZE 11

/* The day of a Gregorian date, or ACQ_DAY_NONE where there is no such date (30 February, month 13). */
AcqDay acq_day_new (int year, int month, int day);
gboolean acq_day_is_valid (AcqDay day);
/* The parts of a valid day; each of the three may be NULL. */
void acq_day_get (AcqDay day, int *ret_year, int *ret_month, int *ret_day);

/* "YYYY-MM-DD", the whole text; anything else is ACQ_DAY_NONE. NULL is allowed. */
AcqDay acq_day_parse_iso (const char *text);
/* Writes "YYYY-MM-DD", or an empty text for ACQ_DAY_NONE, and returns its argument. */
const char *acq_day_write_iso (AcqDay day, char buffer[ACQ_DAY_ISO_SIZE]);
/* As above in memory that the caller frees; NULL for ACQ_DAY_NONE. */
char *acq_day_to_iso (AcqDay day);

/* 1 (Monday) to 7 (Sunday), as ISO 8601. */
int acq_day_weekday (AcqDay day);
/* The same day of the month, that many months later (or earlier); the month's last day where it is shorter. */
AcqDay acq_day_add_months (AcqDay day, int months);
AcqDay acq_day_end_of_month (AcqDay day);
int acq_day_year (AcqDay day);
/* 1 January to 30 June is the first half-year, the rest the second. Returns its first day. */
AcqDay acq_day_start_of_half_year (AcqDay day);
/* The last day of that half-year. */
AcqDay acq_day_end_of_half_year (AcqDay day);

G_END_DECLS
