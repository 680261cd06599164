/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-chart.h"

G_BEGIN_DECLS

/**
 * AcqBarList:
 *
 * Rows of a label, a bar from zero and the value in full, such as the aged balance. A value too small for a bar that can be
 * seen has a thin one.
 */
#define ACQ_TYPE_BAR_LIST (acq_bar_list_get_type ())
G_DECLARE_FINAL_TYPE (AcqBarList, acq_bar_list, ACQ, BAR_LIST, AcqChart)

AcqBarList *acq_bar_list_new (void);

G_END_DECLS
