/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-sure-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqSureRow:
 *
 * A sure receipt with its evidence, and a round tick that accepts it by the action "receipts.accept" (x: the bank line's id).
 */
#define ACQ_TYPE_SURE_ROW (acq_sure_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqSureRow, acq_sure_row, ACQ, SURE_ROW, GtkWidget)

/* NULL: the row is not shown now. */
void acq_sure_row_set_item (AcqSureRow *self, AcqSureItem *item);

G_END_DECLS
