/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-contact-row.h"

#include <glib/gi18n.h>

#include "acq-customer-kind-text.h"

struct _AcqContactRow
{
  AdwExpanderRow parent_instance;

  /* Borrowed: children of the row */
  AdwComboRow *role;
  AdwEntryRow *name;
  AdwEntryRow *email;
  AdwEntryRow *phone;
};

G_DEFINE_FINAL_TYPE (AcqContactRow, acq_contact_row, ADW_TYPE_EXPANDER_ROW)

static guint signals[1];

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
update_title_cb (AcqContactRow *self)
{
  const char *name = text_of (self->name);
  const char *email = text_of (self->email);
  const char *title = name[0] != '\0' ? name : email[0] != '\0' ? email : _ ("New contact");
  guint role = adw_combo_row_get_selected (self->role);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), role <= ACQ_CONTACT_ROLE_OTHER
                                                            ? acq_contact_role_text ((AcqContactRole) role)
                                                            : "");
  acq_contact_row_unmark (self);
}

static void
remove_cb (AcqContactRow *self)
{
  g_signal_emit (self, signals[0], 0);
}

static AdwEntryRow *
add_entry (AcqContactRow *self, const char *title)
{
  AdwEntryRow *entry = ADW_ENTRY_ROW (adw_entry_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), title);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (entry));
  g_signal_connect_object (entry, "changed", G_CALLBACK (update_title_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static AdwComboRow *
add_role (AcqContactRow *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  for (int role = ACQ_CONTACT_ROLE_PAYS; role <= ACQ_CONTACT_ROLE_OTHER; role++)
    gtk_string_list_append (roles, acq_contact_role_text ((AcqContactRole) role));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Role"));
  adw_combo_row_set_model (row, G_LIST_MODEL (roles));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (row));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update_title_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_remove_button (AcqContactRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove the contact"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remove the contact"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), button);
}

static void
acq_contact_row_class_init (AcqContactRowClass *klass)
{
  signals[0]
    = g_signal_new ("remove", ACQ_TYPE_CONTACT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
acq_contact_row_init (AcqContactRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->name = add_entry (self, _ ("Name"));
  self->email = add_entry (self, _ ("E-mail address"));
  self->phone = add_entry (self, _ ("Phone"));
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->email))),
                              GTK_INPUT_PURPOSE_EMAIL);
  gtk_text_set_input_purpose (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->phone))),
                              GTK_INPUT_PURPOSE_PHONE);
  self->role = add_role (self);
  add_remove_button (self);
  update_title_cb (self);
}

static void
show_text (AdwEntryRow *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

GtkWidget *
acq_contact_row_new (const AcqContact *contact)
{
  AcqContactRow *self = g_object_new (ACQ_TYPE_CONTACT_ROW, NULL);

  if (contact == NULL)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
      return GTK_WIDGET (self);
    }
  show_text (self->name, contact->name);
  show_text (self->email, contact->email);
  show_text (self->phone, contact->phone);
  adw_combo_row_set_selected (self->role, contact->role);
  return GTK_WIDGET (self);
}

AcqContact *
acq_contact_row_read (AcqContactRow *self)
{
  g_return_val_if_fail (ACQ_IS_CONTACT_ROW (self), NULL);
  return acq_contact_new ((AcqContactRole) adw_combo_row_get_selected (self->role), text_of (self->name),
                          text_of (self->email), text_of (self->phone));
}

void
acq_contact_row_mark (AcqContactRow *self, gboolean email)
{
  AdwEntryRow *row;

  g_return_if_fail (ACQ_IS_CONTACT_ROW (self));
  row = email ? self->email : self->phone;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
acq_contact_row_unmark (AcqContactRow *self)
{
  g_return_if_fail (ACQ_IS_CONTACT_ROW (self));
  gtk_widget_remove_css_class (GTK_WIDGET (self->email), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->phone), "error");
}
