/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-old-item-draft.h"

G_BEGIN_DECLS

/**
 * AcqOldItemRow:
 *
 * One late invoice with the four answers and what they mean for it. Where there is little room the answers stand below.
 */
#define ACQ_TYPE_OLD_ITEM_ROW (acq_old_item_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqOldItemRow, acq_old_item_row, ACQ, OLD_ITEM_ROW, GtkWidget)

GtkWidget *acq_old_item_row_new (AcqDay today);
/* (nullable) What it shows. */
void acq_old_item_row_set_draft (AcqOldItemRow *self, AcqOldItemDraft *draft);

G_END_DECLS
