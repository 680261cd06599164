/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-queue-row.h"

G_BEGIN_DECLS

/**
 * AcqQueueCell:
 *
 * Shows one row of a queue: icon, name and amount, and below them what it is about.
 */
#define ACQ_TYPE_QUEUE_CELL (acq_queue_cell_get_type ())
G_DECLARE_FINAL_TYPE (AcqQueueCell, acq_queue_cell, ACQ, QUEUE_CELL, GtkWidget)

GtkWidget *acq_queue_cell_new (void);
void acq_queue_cell_show (AcqQueueCell *self, AcqQueueRow *row);

G_END_DECLS
