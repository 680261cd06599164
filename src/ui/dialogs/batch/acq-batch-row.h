/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-letter-batch.h"

G_BEGIN_DECLS

/**
 * AcqBatchRow:
 *
 * One message of a batch in a list: whether its letters leave, to whom, what they are, or why they must not. Property "chosen".
 */
#define ACQ_TYPE_BATCH_ROW (acq_batch_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqBatchRow, acq_batch_row, ACQ, BATCH_ROW, GtkListBoxRow)

/* Chosen at once where nothing has to be read first. */
GtkWidget *acq_batch_row_new (const AcqLetterBatch *batch, guint place);

guint acq_batch_row_get_place (AcqBatchRow *self);
gboolean acq_batch_row_get_chosen (AcqBatchRow *self);
void acq_batch_row_set_chosen (AcqBatchRow *self, gboolean chosen);

/* Says again how its letters stand. @stay: (nullable): what keeps them back meanwhile, in the user's language */
void acq_batch_row_update (AcqBatchRow *self, const AcqLetterBatch *batch, const char *stay);

G_END_DECLS
