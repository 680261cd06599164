/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* By which column a column view is ordered: what GTK tells by itself from 4.10 on. For lists that are ordered elsewhere
   than in a sorter's comparison, whose columns need one all the same to be clicked. */

/* Gives the columns of the view, in their order, something to be ordered by. Columns added later have none. */
void acq_column_order_attach (GtkColumnView *view);
/* The place of the column, and the direction; FALSE where the view is in no order. */
gboolean acq_column_order_get (GtkColumnView *view, guint *ret_column, gboolean *ret_descending);

/* Has the title of a column of figures stand at its end, as its figures do. */
void acq_column_order_align_end (GtkColumnView *view, guint column);

G_END_DECLS
