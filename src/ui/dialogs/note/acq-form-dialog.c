/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-form-dialog.h"

#include "acq-banner.h"
#include "acq-error-text.h"
#include "acq-widget-waiting.h"

struct _AcqFormDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  GtkButton *dismiss;
  GtkButton *confirm;
  AcqBanner *banner;
  GtkListBox *rows;
  GtkLabel *hint;

  AcqOpenCompany *company; /* owned */
};

G_DEFINE_FINAL_TYPE (AcqFormDialog, acq_form_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_CONFIRMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
confirm_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CONFIRMED], 0);
}

static void
entered_cb (AcqFormDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.confirm", NULL);
}

void
acq_form_dialog_add_row (AcqFormDialog *self, GtkWidget *row)
{
  g_return_if_fail (ACQ_IS_FORM_DIALOG (self));
  gtk_list_box_append (self->rows, row);
  if (ADW_IS_ENTRY_ROW (row))
    g_signal_connect_object (row, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
}

void
acq_form_dialog_set_hint (AcqFormDialog *self, const char *hint)
{
  g_return_if_fail (ACQ_IS_FORM_DIALOG (self));
  gtk_label_set_text (self->hint, hint);
}

void
acq_form_dialog_set_ready (AcqFormDialog *self, gboolean ready)
{
  g_return_if_fail (ACQ_IS_FORM_DIALOG (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.confirm", ready);
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AcqFormDialog) self = ACQ_FORM_DIALOG (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (acq_open_company_change_finish (ACQ_OPEN_COMPANY (object), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  acq_widget_set_waiting (GTK_WIDGET (self), FALSE);
  text = acq_error_text (error);
  acq_banner_set_title (self->banner, text);
  acq_banner_set_revealed (self->banner, TRUE);
}

void
acq_form_dialog_change (AcqFormDialog *self, const char *done, AcqChangeFunc func, gpointer data,
                        GDestroyNotify free_data)
{
  g_return_if_fail (ACQ_IS_FORM_DIALOG (self));
  acq_widget_set_waiting (GTK_WIDGET (self), TRUE);
  acq_open_company_change_async (self->company, done, func, data, free_data, NULL, changed_cb,
                                 g_object_ref (self));
}

static void
acq_form_dialog_finalize (GObject *object)
{
  g_clear_object (&ACQ_FORM_DIALOG (object)->company);
  G_OBJECT_CLASS (acq_form_dialog_parent_class)->finalize (object);
}

static void
acq_form_dialog_class_init (AcqFormDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_form_dialog_finalize;
  g_type_ensure (ACQ_TYPE_BANNER);
  signals[SIGNAL_CONFIRMED] = g_signal_new ("confirmed", ACQ_TYPE_FORM_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "form.confirm", NULL, confirm_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/fr/acquit/Acquit/ui/dialogs/note/acq-form-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqFormDialog, dismiss);
  gtk_widget_class_bind_template_child (widget_class, AcqFormDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, AcqFormDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqFormDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, AcqFormDialog, hint);
}

static void
acq_form_dialog_init (AcqFormDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Without the underline of its key. */
static void
name_button (GtkButton *button, const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  gtk_button_set_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
}

AcqFormDialog *
acq_form_dialog_new (GtkWindow *parent, AcqOpenCompany *company, const char *title, const char *verb,
                     const char *dismiss)
{
  AcqFormDialog *self = g_object_new (ACQ_TYPE_FORM_DIALOG, "transient-for", parent, "title", title, NULL);

  self->company = g_object_ref (company);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  name_button (self->confirm, verb);
  name_button (self->dismiss, dismiss);
  return self;
}
