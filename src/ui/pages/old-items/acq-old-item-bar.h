/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-old-item-list.h"

G_BEGIN_DECLS

/**
 * AcqOldItemBar:
 *
 * Ticks all invoices or none, and gives those that are ticked one answer. Signals: "answered" (the answer was given and
 * acq_old_item_bar_get_reply() tells it), "tick-all" (a boolean).
 */
#define ACQ_TYPE_OLD_ITEM_BAR (acq_old_item_bar_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldItemBar, acq_old_item_bar, ACQ, OLD_ITEM_BAR, GtkWidget)

void acq_old_item_bar_set_today (AcqOldItemBar *self, AcqDay today);
void acq_old_item_bar_show (AcqOldItemBar *self, const AcqOldItemSums *sums);
/* Its reason lives until the next answer. */
AcqOldReply acq_old_item_bar_get_reply (AcqOldItemBar *self);

G_END_DECLS
