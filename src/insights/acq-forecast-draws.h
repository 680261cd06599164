/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-delay-curve.h"

G_BEGIN_DECLS

/* An amount that is expected: the mean, and the bounds between which it lies 8 times out of 10. Minor units. Means add
   up; bounds of a sum are not sums of bounds. */
typedef struct
{
  gint64 low;
  gint64 likely;
  gint64 high;
} AcqExpected;

/**
 * AcqForecastDraws:
 *
 * Which amounts come together in which week, tried out many times over: three times out of four the items of one payer
 * share their luck, as one who pays late pays all late, and in each try everybody is a little faster or slower than
 * usual. The numbers are drawn from a fixed seed, so that the same tickets give the same draws.
 */
typedef struct _AcqForecastDraws AcqForecastDraws;

AcqForecastDraws *acq_forecast_draws_new (guint n_weeks);
void acq_forecast_draws_free (AcqForecastDraws *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqForecastDraws, acq_forecast_draws_free)

/* @by_week: (array length=n_weeks): fractions of ACQ_CHANCE_ONE with which the amount has come by the end of each week,
   never falling. Copied. Those of one payer are added one behind the other. */
void acq_forecast_draws_add (AcqForecastDraws *self, gint64 payer_id, gint64 amount, const guint32 *by_week);
/* Once, after all were added. */
void acq_forecast_draws_run (AcqForecastDraws *self);
/* What comes in a run of weeks together. The mean is exact, and the bounds never leave it outside. */
AcqExpected acq_forecast_draws_sum (const AcqForecastDraws *self, guint first_week, guint n_weeks);

G_END_DECLS
