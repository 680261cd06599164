/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-queue-row.h"

G_BEGIN_DECLS

/**
 * AcqQueueList:
 *
 * One list of a queue under its heading: what it is, how many, how much. It scrolls on its own, and folds where it may.
 *
 * Signals: "selected" (AcqQueueRow): the user has chosen a row; "activated" (AcqQueueRow, gboolean):
 * Enter (%TRUE), or a second click.
 */
#define ACQ_TYPE_QUEUE_LIST (acq_queue_list_get_type ())
G_DECLARE_FINAL_TYPE (AcqQueueList, acq_queue_list, ACQ, QUEUE_LIST, GtkWidget)

/* @label: what a screen reader calls the list */
GtkWidget *acq_queue_list_new (AcqQueueRowKind kind, const char *label);

/* @queue: (nullable); @title and @total: of the heading; "" hides the total */
void acq_queue_list_set_queue (AcqQueueList *self, AcqQueue *queue, AcqQueueOrder order, const char *title,
                               const char *total);
void acq_queue_list_set_order (AcqQueueList *self, AcqQueueOrder order);
guint acq_queue_list_get_n_rows (AcqQueueList *self);
/* Whether the list takes all the room that there is; the others take what they need. */
void acq_queue_list_set_main (AcqQueueList *self, gboolean is_main);
void acq_queue_list_set_folded (AcqQueueList *self, gboolean folded);

/* Without emitting "selected". FALSE, and nothing is selected, where there is no such row. */
gboolean acq_queue_list_select_same (AcqQueueList *self, AcqQueueRow *row);
gboolean acq_queue_list_select_subject (AcqQueueList *self, const char *code, const char *number);
/* The first row that holds the text, from the one behind the selected row on where @next. */
gboolean acq_queue_list_select_text (AcqQueueList *self, const char *text, gboolean next);
/* Of messages; the last one where the list is shorter. */
gboolean acq_queue_list_select_place (AcqQueueList *self, guint place);
void acq_queue_list_unselect (AcqQueueList *self);
/* (transfer none) (nullable) */
AcqQueueRow *acq_queue_list_get_selected (AcqQueueList *self);
/* GTK_INVALID_LIST_POSITION where nothing is selected. */
guint acq_queue_list_get_place (AcqQueueList *self);
/* Whether one click is enough to emit "activated": where the row's contents are not beside it. */
void acq_queue_list_set_single_click (AcqQueueList *self, gboolean single_click);
void acq_queue_list_focus (AcqQueueList *self);

G_END_DECLS
