/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Finds the widgets of a window as a person would: by what they say, are called or are. What is found is borrowed. */

typedef gboolean (*WidgetMatch) (GtkWidget *widget, gconstpointer wanted);

/* The first that matches of a widget and those below it, in the order of the window; NULL: none. */
GtkWidget *widget_find (GtkWidget *widget, WidgetMatch matches, gconstpointer wanted);
/* The one with that name in its template, and the first of that type or of one derived from it. */
GtkWidget *widget_find_id (GtkWidget *widget, const char *id);
GtkWidget *widget_find_type (GtkWidget *widget, GType type);
/* Runs the main loop until a label holds the text. */
void widget_wait_for_text (GtkWidget *widget, const char *text);

/* A label that says just this, one that holds this, a row of preferences with this title, a button with this label. */
gboolean widget_says (GtkWidget *widget, gconstpointer text);
gboolean widget_holds_text (GtkWidget *widget, gconstpointer text);
gboolean widget_is_titled (GtkWidget *widget, gconstpointer title);
gboolean widget_is_labelled (GtkWidget *widget, gconstpointer label);

/* The window over another one; NULL: none. */
GtkWindow *widget_find_above (GtkWindow *parent);

G_END_DECLS
