/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-trial-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-day-text.h"
#include "acq-timeline-text.h"

#define WINDOW_WIDTH  480
#define WINDOW_HEIGHT 600

static char *
describe (const AcqTrialMessage *message)
{
  g_autofree char *amount = acq_amount_text_rounded (message->total, message->currency);

  /* Translators: what a message is called, and the amount that it asks for. */
  return g_strdup_printf (_ ("%1$s · %2$s"), acq_message_name_text (message->tone, message->channel), amount);
}

GtkWidget *
acq_trial_row_new (const AcqTrialMessage *message, AcqDay today)
{
  g_autofree char *day = acq_day_text_short (message->day, today);
  g_autofree char *words = describe (message);
  g_autofree char *name = g_markup_escape_text (message->name, -1);
  g_autofree char *subtitle = g_markup_escape_text (words, -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *when = gtk_label_new (day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_width_chars (GTK_LABEL (when), 7);
  gtk_widget_add_css_class (when, "caption");
  gtk_widget_add_css_class (when, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), when);
  if (message->differs)
    {
      GtkWidget *fresh = gtk_label_new (_ ("new"));

      gtk_widget_set_valign (fresh, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (fresh, "acq-pill");
      gtk_widget_add_css_class (fresh, "information");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), fresh);
    }
  return row;
}

static void
add_group (GtkBox *box, const char *title, const GArray *messages, AcqDay today, gboolean marked)
{
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  if (messages->len == 0)
    return;
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  for (guint i = 0; i < messages->len; i++)
    {
      AcqTrialMessage message = g_array_index (messages, AcqTrialMessage, i);

      message.differs = marked && message.differs;
      gtk_list_box_append (GTK_LIST_BOX (list), acq_trial_row_new (&message, today));
    }
  gtk_box_append (box, heading);
  gtk_box_append (box, list);
}

static GtkWidget *
make_content (const AcqScenarioTrial *trial)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  guint n = trial->messages->len, n_dropped = trial->dropped->len;
  g_autofree char *leave = g_strdup_printf (
    ngettext ("%u message in the next 90 days", "%u messages in the next 90 days", n), n);
  g_autofree char *dropped
    = g_strdup_printf (ngettext ("%u message that would not leave any more",
                                 "%u messages that would not leave any more", n_dropped),
                       n_dropped);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  add_group (GTK_BOX (box), leave, trial->messages, trial->today, TRUE);
  add_group (GTK_BOX (box), dropped, trial->dropped, trial->today, FALSE);
  return box;
}

static void
close_by_escape (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                            gtk_named_action_new ("window.close"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (window, controller);
}

void
acq_trial_rows_present_all (GtkWidget *parent, const AcqScenarioTrial *trial)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *window
    = g_object_new (ADW_TYPE_WINDOW, "title", _ ("Messages That Would Leave"), "modal", TRUE, "transient-for", root,
                    "default-width", WINDOW_WIDTH, "default-height", WINDOW_HEIGHT, NULL);

  close_by_escape (window);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_content (trial));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
}
