/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/**
 * AcqClock:
 *
 * Tells which day it is and what the time is: the only door to the system's clock. A clock may stand at a chosen
 * day (--today, tests); its time of day then is still the system's, and only the journal reads it.
 */
typedef struct
{
  AcqDay pinned; /* ACQ_DAY_NONE: the system's day */
} AcqClock;

AcqClock acq_clock_system (void);
AcqClock acq_clock_pinned (AcqDay day);

/* Today in the user's time zone. */
AcqDay acq_clock_today (AcqClock clock);
/* Seconds since 1970-01-01T00:00:00Z. */
gint64 acq_clock_now (AcqClock clock);

G_END_DECLS
