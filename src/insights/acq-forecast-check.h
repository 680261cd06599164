/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-forecast.h"

G_BEGIN_DECLS

/* What a forecast of a past Sunday said, and what came. */
typedef struct
{
  AcqDay first; /* of the weeks foreseen: the Monday after */
  AcqDay last;
  AcqExpected expected;
  gint64 received; /* money that came for the invoices that were owed on that Sunday */
  gboolean inside; /* the bounds */
} AcqForecastCheck;

/**
 * acq_forecast_check_new:
 * @request: its day, known_until and standings are not used
 * @last: a Sunday up to which receipts are known
 * @n_weeks: how many weeks each forecast sums
 * @n_checks: how many forecasts, each one week after the other; the last one ends on @last
 *
 * Forecasts as they would have been made, of habits alone: nobody knows any more which promises and disputes were open.
 *
 * Returns: (element-type AcqForecastCheck) (transfer full): oldest first; fewer where the ledger does not go that far back
 */
GArray *acq_forecast_check_new (const AcqForecastRequest *request, AcqDay last, guint n_weeks,
                                guint n_checks);

G_END_DECLS
