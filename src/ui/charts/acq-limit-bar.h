/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-chart.h"

G_BEGIN_DECLS

/**
 * AcqLimitBar:
 *
 * Parts of a whole side by side, each in the colour of its tone, and what is left of a limit in grey: what a customer owes
 * against the limit that was set for him. Beyond the limit the parts fill the bar and a mark stands at the limit. Without
 * a limit the parts are the whole.
 *
 * The labels of the points make the legend ("1 482 € overdue"), which is left out where `legend` is FALSE.
 */
#define ACQ_TYPE_LIMIT_BAR (acq_limit_bar_get_type ())
G_DECLARE_FINAL_TYPE (AcqLimitBar, acq_limit_bar, ACQ, LIMIT_BAR, AcqChart)

AcqLimitBar *acq_limit_bar_new (gboolean legend);
/* In the measure of the values; 0: no limit. */
void acq_limit_bar_set_limit (AcqLimitBar *self, gint64 limit);

G_END_DECLS
