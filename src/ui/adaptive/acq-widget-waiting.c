/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-widget-waiting.h"

#define FOCUS "acq-focus-before-waiting"

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

static void
put_focus_aside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);
  GWeakRef *before;

  if (focus == NULL || (focus != widget && !gtk_widget_is_ancestor (focus, widget)))
    return;
  before = g_new0 (GWeakRef, 1);
  g_weak_ref_init (before, focus);
  g_object_set_data_full (G_OBJECT (widget), FOCUS, before, weak_ref_free);
  gtk_root_set_focus (root, NULL);
}

/* Not where the user has gone elsewhere meanwhile. */
static void
give_focus_back (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GWeakRef *before = g_object_get_data (G_OBJECT (widget), FOCUS);
  g_autoptr (GtkWidget) focus = before == NULL ? NULL : g_weak_ref_get (before);

  if (focus != NULL && root != NULL && gtk_widget_get_root (focus) == root && gtk_root_get_focus (root) == NULL)
    gtk_widget_grab_focus (focus);
  g_object_set_data (G_OBJECT (widget), FOCUS, NULL);
}

void
acq_widget_set_waiting (GtkWidget *widget, gboolean waiting)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  if (waiting)
    put_focus_aside (widget);
  gtk_widget_set_sensitive (widget, !waiting);
  if (!waiting)
    give_focus_back (widget);
}
