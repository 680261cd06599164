/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dispute-category.h"

static const char *const category_codes[] = {
  "unknown", "price", "quantity", "quality", "not_ordered", "document", "details", "other",
};

G_STATIC_ASSERT (G_N_ELEMENTS (category_codes) == ACQ_N_DISPUTE_CATEGORIES);

ACQ_DEFINE_CODES (AcqDisputeCategory, acq_dispute_category, category_codes)
