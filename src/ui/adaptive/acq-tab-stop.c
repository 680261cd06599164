/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-tab-stop.h"

/* While it takes no focus itself, GTK's own order of stops leads past the list. */
static gboolean
leave (GtkWidget *list, GtkDirectionType direction)
{
  gboolean moved;

  gtk_widget_set_can_focus (list, FALSE);
  moved = gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  gtk_widget_set_can_focus (list, TRUE);
  return moved;
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
