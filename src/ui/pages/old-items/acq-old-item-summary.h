/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-old-item-list.h"

G_BEGIN_DECLS

/**
 * AcqOldItemSummary:
 *
 * How many invoices have which answer, what they add up to, and what the answer means.
 */
#define ACQ_TYPE_OLD_ITEM_SUMMARY (acq_old_item_summary_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldItemSummary, acq_old_item_summary, ACQ, OLD_ITEM_SUMMARY, GtkWidget)

void acq_old_item_summary_show (AcqOldItemSummary *self, const AcqOldItemSums *sums);

G_END_DECLS
