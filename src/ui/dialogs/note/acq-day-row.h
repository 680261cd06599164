/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-day.h"

G_BEGIN_DECLS

/**
 * AcqDayRow:
 *
 * A row of a boxed list in which a day is typed as people type it ("12/12"), or chosen in a calendar. What cannot be read, or
 * lies outside the bounds, is said in the row. Signal "day-changed".
 */
#define ACQ_TYPE_DAY_ROW (acq_day_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqDayRow, acq_day_row, ACQ, DAY_ROW, AdwEntryRow)

/* Asks on which day a letter was, or will be, posted: today, until another day is typed. */
AcqDayRow *acq_day_row_new_for_posting (AcqDay today);

/* @first, @last: the days that are allowed, ACQ_DAY_NONE: no bound; @today: what a day without a year is near to */
void acq_day_row_set_bounds (AcqDayRow *self, AcqDay first, AcqDay last, AcqDay today);
/* ACQ_DAY_NONE: the empty row. */
void acq_day_row_set_day (AcqDayRow *self, AcqDay day);
/* ACQ_DAY_NONE where nothing, or nothing valid, stands there. */
AcqDay acq_day_row_get_day (AcqDayRow *self);
/* Nothing typed, or a day that is allowed. */
gboolean acq_day_row_is_valid (AcqDayRow *self);
/* Says in the row what is wrong, until it is changed. */
void acq_day_row_set_flaw (AcqDayRow *self, const char *flaw);

G_END_DECLS
