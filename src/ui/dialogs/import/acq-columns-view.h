/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-import-item.h"

G_BEGIN_DECLS

/**
 * AcqColumnsView:
 *
 * What the columns of a table hold: its first rows with a choice above each column, and how the first lines read so. What is
 * chosen goes to the item's columns at once; nothing is read again by itself. Signal "told": the user chose or said that all is
 * right. Signal "forgotten": what is remembered of such tables is to be forgotten. Signal "unfolded": it was folded or unfolded.
 */
#define ACQ_TYPE_COLUMNS_VIEW (acq_columns_view_get_type ())
G_DECLARE_FINAL_TYPE (AcqColumnsView, acq_columns_view, ACQ, COLUMNS_VIEW, GtkBox)

/* @item: one that has columns, of which this one shows those that it has now. */
GtkWidget *acq_columns_view_new (AcqImportItem *item, AcqDay today);

gboolean acq_columns_view_get_unfolded (AcqColumnsView *self);
void acq_columns_view_set_unfolded (AcqColumnsView *self, gboolean unfolded);
/* The item knows more of its columns than before: whether they are remembered or told. */
void acq_columns_view_update (AcqColumnsView *self);

G_END_DECLS
