/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-chart.h"

G_BEGIN_DECLS

/**
 * AcqSparkline:
 *
 * A trend in the size of a word: a line with a dot at its end, from its least to its greatest value, or little columns
 * from zero. It has no axis; what it shows stands beside it in figures.
 */
#define ACQ_TYPE_SPARKLINE (acq_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (AcqSparkline, acq_sparkline, ACQ, SPARKLINE, AcqChart)

AcqSparkline *acq_sparkline_new (gboolean columns);

G_END_DECLS
