/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-letters.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-letter-record-text.h"
#include "acq-widget-children.h"

struct _AcqCustomerLetters
{
  GtkWidget parent_instance;

  GtkListBox *list; /* borrowed: a child */
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (AcqCustomerLetters, acq_customer_letters, GTK_TYPE_WIDGET)

static void
add_letter (AcqCustomerLetters *self, const AcqLetterRecord *record, AcqDay today)
{
  g_autofree char *title = acq_issued_letter_title_text (record->letter);
  g_autofree char *words = acq_letter_record_text (record, today);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", words,
                                 "title-lines", 2, "subtitle-lines", 4, "activatable", TRUE, NULL);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Show"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", record->letter->reference);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-letter");
  gtk_list_box_append (self->list, row);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AcqCustomerLetters) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = acq_open_company_ask_finish (ACQ_OPEN_COMPANY (source), result, &error);
  GtkWidget *row;

  if (records == NULL || self->list == NULL)
    return;
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < records->len; i++)
    add_letter (self, records->pdata[i], acq_open_company_get_view (ACQ_OPEN_COMPANY (source))->books->today);
  gtk_widget_set_visible (GTK_WIDGET (self), records->len > 0);
}

static gpointer
list_letters (AcqCompanyFile *file, gpointer data, GCancellable *cancellable, GError **error)
{
  return acq_letter_record_list (file, data, error);
}

static void
stop_asking (AcqCustomerLetters *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

void
acq_customer_letters_show (AcqCustomerLetters *self, AcqOpenCompany *company, const char *customer)
{
  g_return_if_fail (ACQ_IS_CUSTOMER_LETTERS (self));
  stop_asking (self);
  self->asking = g_cancellable_new ();
  acq_open_company_ask_async (company, list_letters, g_strdup (customer), g_free, (GDestroyNotify) g_ptr_array_unref,
                              self->asking, listed_cb, g_object_ref (self));
}

static void
acq_customer_letters_dispose (GObject *object)
{
  AcqCustomerLetters *self = ACQ_CUSTOMER_LETTERS (object);

  stop_asking (self);
  self->list = NULL;
  acq_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (acq_customer_letters_parent_class)->dispose (object);
}

static void
acq_customer_letters_class_init (AcqCustomerLettersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = acq_customer_letters_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
acq_customer_letters_init (AcqCustomerLetters *self)
{
  GtkWidget *title = gtk_label_new (_ ("Letters")), *list = gtk_list_box_new ();
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 9);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_parent (title, GTK_WIDGET (self));
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Letters"), -1);
  gtk_widget_set_parent (list, GTK_WIDGET (self));
  self->list = GTK_LIST_BOX (list);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
