/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * acq_widget_set_waiting:
 * @widget: what the user cannot change while something is being written
 *
 * Switches @widget off or on again. The focus is taken out of it first, as GTK 4 goes on blinking the cursor of a field
 * that is switched off (and warns of it), and given back to the same place afterwards.
 */
void acq_widget_set_waiting (GtkWidget *widget, gboolean waiting);

G_END_DECLS
