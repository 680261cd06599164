/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-queue-row.h"

G_BEGIN_DECLS

/**
 * AcqQueuePane:
 *
 * The reminders of a day as lists: what is to be approved, what is held back, what was approved. One row of all is selected.
 *
 * Signals: "selected" (AcqQueueRow, nullable): what is to be shown; "activated" (gboolean): Enter (%TRUE) or a second
 * click on the selected row; "day-chosen" (int): the user wants to see another day.
 */
#define ACQ_TYPE_QUEUE_PANE (acq_queue_pane_get_type ())
G_DECLARE_FINAL_TYPE (AcqQueuePane, acq_queue_pane, ACQ, QUEUE_PANE, GtkWidget)

GtkWidget *acq_queue_pane_new (void);

/* Shows another queue. What was selected stays so; where it has gone the message in its place is selected, else the first
   one. Emits "selected". */
void acq_queue_pane_set_queue (AcqQueuePane *self, AcqQueue *queue);
/* (transfer none) (nullable) */
AcqQueueRow *acq_queue_pane_get_selected (AcqQueuePane *self);
/* The first row of a customer, or about an invoice; FALSE, and nothing changes, where there is none. */
gboolean acq_queue_pane_open (AcqQueuePane *self, const char *code, const char *number);
/* The first row whose customer or invoice holds the text, or the next one. */
void acq_queue_pane_search (AcqQueuePane *self, const char *text, gboolean next);
/* Whether the pane stands alone: then one click on a row emits "activated". */
void acq_queue_pane_set_alone (AcqQueuePane *self, gboolean alone);
/* For the keyboard: the list of messages. */
void acq_queue_pane_focus (AcqQueuePane *self);

G_END_DECLS
