/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-account-breaks.h"

#include <glib/gi18n.h>

#include "acq-statement-break-text.h"

#define LINE_CHARS 44
/* The latest are the ones to mend; a popover is no place for more. */
#define MAX_LINES 6

static void
append_line (GtkBox *lines, const AcqStatementBreak *found, const AcqBankAccount *account, AcqDay today)
{
  g_autofree char *text = acq_statement_break_text (found, account->currency, today);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_label_set_width_chars (GTK_LABEL (label), LINE_CHARS / 2);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (found->kind == ACQ_STATEMENT_BREAK_OVERLAP)
    gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (lines, label);
}

static void
import_cb (GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action (button, "win.import", NULL);
}

static GtkWidget *
create_popover (const AcqBankAccount *account, AcqDay today)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Import…"));
  guint first = account->breaks->len > MAX_LINES ? account->breaks->len - MAX_LINES : 0;

  for (guint i = account->breaks->len; i > first; i--)
    append_line (GTK_BOX (lines), &g_array_index (account->breaks, AcqStatementBreak, i - 1), account, today);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Import…"), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (import_cb), NULL);
  gtk_box_append (GTK_BOX (lines), button);
  gtk_widget_add_css_class (lines, "acq-bank-breaks");
  gtk_popover_set_child (GTK_POPOVER (popover), lines);
  return popover;
}

GtkWidget *
acq_account_breaks_new (const AcqBankAccount *account, AcqDay today)
{
  g_autofree char *summary = acq_statement_breaks_summary (account->breaks, today);
  GtkWidget *button, *content, *label;

  if (summary == NULL)
    return NULL;
  button = gtk_menu_button_new ();
  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (summary);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_IMAGE, "icon-name", "acq-warning-symbolic",
                                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (content), label);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), content);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), create_popover (account, today));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "acq-bank-missing");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, summary, -1);
  return button;
}
