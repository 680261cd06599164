/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-segment.h"

G_BEGIN_DECLS

/* One condition in the user's language: "owes at least 1,000.00 €", "customer for less than 90 days". Free it. */
char *acq_segment_condition_text (const AcqSegmentCondition *condition);

G_END_DECLS
