/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-tab-stop.h"

static GtkWidget *
find_sibling (GtkWidget *widget, GtkDirectionType direction)
{
  return direction == GTK_DIR_TAB_FORWARD ? gtk_widget_get_next_sibling (widget)
                                          : gtk_widget_get_prev_sibling (widget);
}

/* What stands beside the list, else beside what it stands in, and so on; after the last of all comes the first. */
static gboolean
leave (GtkWidget *list, GtkDirectionType direction)
{
  for (GtkWidget *place = list; place != NULL && !GTK_IS_ROOT (place); place = gtk_widget_get_parent (place))
    for (GtkWidget *next = find_sibling (place, direction); next != NULL; next = find_sibling (next, direction))
      if (gtk_widget_get_mapped (next) && gtk_widget_child_focus (next, direction))
        return TRUE;
  gtk_root_set_focus (gtk_widget_get_root (list), NULL);
  return gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
}

static gboolean
forward_cb (GtkWidget *list, GVariant *parameter, gpointer user_data)
{
  return leave (list, GTK_DIR_TAB_FORWARD);
}

static gboolean
backward_cb (GtkWidget *list, GVariant *parameter, gpointer user_data)
{
  return leave (list, GTK_DIR_TAB_BACKWARD);
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutFunc func)
{
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_callback_action_new (func, NULL, NULL)));
}

void
acq_tab_stop_make (GtkWidget *list)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (list));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Tab, 0, forward_cb);
  add_key (keys, GDK_KEY_KP_Tab, 0, forward_cb);
  add_key (keys, GDK_KEY_Tab, GDK_SHIFT_MASK, backward_cb);
  add_key (keys, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, backward_cb);
  gtk_widget_add_controller (list, keys);
}
