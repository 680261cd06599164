/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-name-suggestions.h"

#include <string.h>

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-text-normalizer.h"

#define MAX_SHOWN 5

struct _AcqNameSuggestions
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AcqNameSuggestions, acq_name_suggestions, GTK_TYPE_WIDGET)

static guint signals[1];

static void
add (AcqNameSuggestions *self, const AcqCustomer *customer)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", customer->name,
                                 "subtitle", customer->city != NULL ? customer->city : "", "title-lines", 1,
                                 "activatable", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, customer->name, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
empty (AcqNameSuggestions *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

/* Fills the list; TRUE where a customer has just that name. */
static gboolean
fill (AcqNameSuggestions *self, const AcqLedger *ledger, const char *typed)
{
  g_autofree char *wanted = acq_text_fold (typed);
  guint n = 0;

  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];
      g_autofree char *name = acq_text_fold (customer->name);

      if (g_str_equal (name, wanted))
        return TRUE;
      if (n < MAX_SHOWN && strstr (name, wanted) != NULL)
        {
          add (self, customer);
          n++;
        }
    }
  return FALSE;
}

void
acq_name_suggestions_look_for (AcqNameSuggestions *self, const AcqBooks *books, const char *typed)
{
  gboolean is_known;

  g_return_if_fail (ACQ_IS_NAME_SUGGESTIONS (self));
  empty (self);
  gtk_widget_set_visible (GTK_WIDGET (self), typed[0] != '\0');
  if (typed[0] == '\0')
    return;
  is_known = fill (self, books->ledger, typed);
  if (is_known)
    empty (self);
  gtk_widget_set_visible (self->list, gtk_widget_get_first_child (self->list) != NULL);
  gtk_label_set_text (GTK_LABEL (self->label), is_known ? _ ("A customer you know.")
                                                        : _ ("A new customer of this name will be added."));
}

static void
activated_cb (AcqNameSuggestions *self, GtkListBoxRow *row)
{
  g_autofree char *name = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  g_signal_emit (self, signals[0], 0, name);
}

static void
acq_name_suggestions_dispose (GObject *object)
{
  AcqNameSuggestions *self = ACQ_NAME_SUGGESTIONS (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->list, gtk_widget_unparent);
  G_OBJECT_CLASS (acq_name_suggestions_parent_class)->dispose (object);
}

static void
acq_name_suggestions_class_init (AcqNameSuggestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_name_suggestions_dispose;
  signals[0] = g_signal_new ("suggested", ACQ_TYPE_NAME_SUGGESTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                             G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
acq_name_suggestions_init (AcqNameSuggestions *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "dim-label");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Customers of a similar name"), -1);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);
}
