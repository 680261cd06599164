/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * acq_tab_stop_make:
 * @list: a list or column view whose rows hold no controls
 *
 * Makes @list one stop on the way of the Tab key: arrows go through its rows, Tab goes on to what follows. Before its 4.12
 * GTK visits each row, and nobody gets past 100,000 of them.
 */
void acq_tab_stop_make (GtkWidget *list);

G_END_DECLS
