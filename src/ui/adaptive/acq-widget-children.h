/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Unparents all children of a widget that is disposed of. In GTK 4.8 gtk_widget_dispose_template() does so for bound direct
   children alone, and fails where both a class and its subclass have a template. */
void acq_widget_unparent_children (GtkWidget *widget);

G_END_DECLS
