/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/* A run of days, both ends included. ACQ_DAY_NONE leaves an end open. */
typedef struct
{
  AcqDay first;
  AcqDay last;
} AcqPeriod;

gboolean acq_period_contains (AcqPeriod period, AcqDay day);

/**
 * acq_periods_cover:
 * @periods: (array length=n_periods): closed periods in any order; sorted in place by their first day
 * @wanted: the run of days asked about, closed
 *
 * Returns: whether each day of @wanted lies in one of @periods, that is without a gap
 */
gboolean acq_periods_cover (AcqPeriod *periods, gsize n_periods, AcqPeriod wanted);

G_END_DECLS
