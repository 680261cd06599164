/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-new-company-dialog.h"

#include <glib/gi18n.h>

#include "acq-banner.h"
#include "acq-company-setup.h"
#include "acq-error-text.h"
#include "acq-file-dialogs.h"
#include "acq-workflow-error.h"

struct _AcqNewCompanyDialog
{
  AdwWindow parent_instance;

  /* Template widgets */
  AcqBanner *banner;
  AdwEntryRow *name_row;
  AdwEntryRow *siren_row;
  AdwEntryRow *iban_row;
  AdwActionRow *logo_row;
  AdwActionRow *place_row;

  AcqClock clock;
  char *logo;  /* nullable */
  char *place; /* where the user wants it; NULL: below the documents, by its name */
};

G_DEFINE_FINAL_TYPE (AcqNewCompanyDialog, acq_new_company_dialog, ADW_TYPE_WINDOW)

static const char *
text_of (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

/* A file's name from what people call their company. */
static char *
make_file_name (const char *name)
{
  g_autofree char *stem = g_strstrip (g_strdup (name));

  g_strdelimit (stem, "/\\:*?\"<>|", '-');
  return g_strconcat (stem[0] == '\0' || stem[0] == '.' ? _ ("My company") : stem, ".acquit", NULL);
}

static char *
find_place (AcqNewCompanyDialog *self)
{
  const char *folder = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = NULL;

  if (self->place != NULL)
    return g_strdup (self->place);
  name = make_file_name (text_of (self->name_row));
  return g_build_filename (folder != NULL ? folder : g_get_home_dir (), name, NULL);
}

static void
show_path (AdwActionRow *row, const char *path)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *markup = g_markup_escape_text (shown, -1);

  adw_action_row_set_subtitle (row, markup);
}

static void
changed_cb (AcqNewCompanyDialog *self)
{
  g_autofree char *place = find_place (self);
  g_autofree char *name = g_strstrip (g_strdup (text_of (self->name_row)));

  show_path (self->place_row, place);
  acq_banner_set_revealed (self->banner, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->siren_row), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->iban_row), "error");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "company.create", name[0] != '\0');
}

static void
entry_activated_cb (AcqNewCompanyDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "company.create", NULL);
}

typedef struct
{
  char *path;
  AcqClock clock;
  char **assignments;
} Setup;

static void
setup_free (Setup *self)
{
  g_free (self->path);
  g_strfreev (self->assignments);
  g_free (self);
}

static void
set_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Setup *setup = data;
  GError *error = NULL;
  g_autoptr (AcqCompanyFile) file
    = acq_company_setup (setup->path, setup->clock, (const char *const *) setup->assignments, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* The field that an error is about, and NULL where it is about the whole. */
static GtkWidget *
find_field (AcqNewCompanyDialog *self, const GError *error)
{
  if (!g_error_matches (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_VALUE))
    return NULL;
  if (g_str_has_prefix (error->message, "siren="))
    return GTK_WIDGET (self->siren_row);
  return g_str_has_prefix (error->message, "iban=") ? GTK_WIDGET (self->iban_row) : NULL;
}

static void
show_error (AcqNewCompanyDialog *self, const GError *error)
{
  g_autofree char *words = acq_error_text (error);
  GtkWidget *field = find_field (self, error);

  acq_banner_set_title (self->banner, words);
  acq_banner_set_revealed (self->banner, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "company.create", TRUE);
  if (field == NULL)
    return;
  gtk_widget_add_css_class (field, "error");
  gtk_widget_grab_focus (field);
}

static void
set_up_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqNewCompanyDialog *self = ACQ_NEW_COMPANY_DIALOG (object);
  Setup *setup = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_error (self, error);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))), "win.open-new",
                              "s", setup->path);
  gtk_window_close (GTK_WINDOW (self));
}

static void
add_assignment (GPtrArray *assignments, const char *key, const char *value)
{
  g_autofree char *stripped = value == NULL ? NULL : g_strstrip (g_strdup (value));

  if (stripped != NULL && stripped[0] != '\0')
    g_ptr_array_add (assignments, g_strdup_printf ("%s=%s", key, stripped));
}

static void
create_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqNewCompanyDialog *self = ACQ_NEW_COMPANY_DIALOG (widget);
  GTask *task = g_task_new (self, NULL, set_up_cb, NULL);
  GPtrArray *assignments = g_ptr_array_new ();
  Setup *setup = g_new0 (Setup, 1);

  add_assignment (assignments, "name", text_of (self->name_row));
  add_assignment (assignments, "siren", text_of (self->siren_row));
  add_assignment (assignments, "iban", text_of (self->iban_row));
  add_assignment (assignments, "logo", self->logo);
  g_ptr_array_add (assignments, NULL);
  setup->path = find_place (self);
  setup->clock = self->clock;
  setup->assignments = (char **) g_ptr_array_free (assignments, FALSE);
  g_task_set_task_data (task, setup, (GDestroyNotify) setup_free);
  gtk_widget_action_set_enabled (widget, "company.create", FALSE);
  g_task_run_in_thread (task, set_up);
  g_object_unref (task);
}

static void
logo_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqNewCompanyDialog *self = ACQ_NEW_COMPANY_DIALOG (object);
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);
  g_autoptr (GFile) file = files == NULL ? NULL : g_list_model_get_item (files, 0);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_free (self->logo);
  self->logo = g_file_get_path (file);
  show_path (self->logo_row, self->logo);
}

static void
choose_logo_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  static const char *const patterns[] = { "*.png", "*.PNG", NULL };
  const AcqFileKind kind = { _ ("PNG pictures"), patterns };

  acq_file_dialogs_open_async (widget, _ ("Choose the logo"), &kind, FALSE, NULL, logo_cb, NULL);
}

static void
place_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  AcqNewCompanyDialog *self = ACQ_NEW_COMPANY_DIALOG (object);
  g_autoptr (GFile) file = acq_file_dialogs_save_finish (result);

  if (file == NULL || g_file_peek_path (file) == NULL)
    return;
  g_free (self->place);
  self->place = g_file_get_path (file);
  changed_cb (self);
}

static void
choose_place_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AcqNewCompanyDialog *self = ACQ_NEW_COMPANY_DIALOG (widget);
  static const char *const patterns[] = { "*.acquit", NULL };
  const AcqFileKind kind = { _ ("Company files of Acquit"), patterns };
  g_autofree char *name = make_file_name (text_of (self->name_row));

  acq_file_dialogs_save_async (widget, _ ("Where the company file is kept"), &kind, name, NULL, place_cb,
                               NULL);
}

void
acq_new_company_dialog_present (GtkWindow *parent, AcqClock clock)
{
  AcqNewCompanyDialog *self = g_object_new (ACQ_TYPE_NEW_COMPANY_DIALOG, "transient-for", parent, NULL);

  self->clock = clock;
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
  gtk_window_present (GTK_WINDOW (self));
}

static void
acq_new_company_dialog_finalize (GObject *object)
{
  AcqNewCompanyDialog *self = ACQ_NEW_COMPANY_DIALOG (object);

  g_free (self->logo);
  g_free (self->place);
  G_OBJECT_CLASS (acq_new_company_dialog_parent_class)->finalize (object);
}

static void
acq_new_company_dialog_class_init (AcqNewCompanyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = acq_new_company_dialog_finalize;
  g_type_ensure (ACQ_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/fr/acquit/Acquit/ui/dialogs/company/acq-new-company-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AcqNewCompanyDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, AcqNewCompanyDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, AcqNewCompanyDialog, siren_row);
  gtk_widget_class_bind_template_child (widget_class, AcqNewCompanyDialog, iban_row);
  gtk_widget_class_bind_template_child (widget_class, AcqNewCompanyDialog, logo_row);
  gtk_widget_class_bind_template_child (widget_class, AcqNewCompanyDialog, place_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "company.create", NULL, create_action);
  gtk_widget_class_install_action (widget_class, "company.choose-logo", NULL, choose_logo_action);
  gtk_widget_class_install_action (widget_class, "company.choose-place", NULL, choose_place_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
acq_new_company_dialog_init (AcqNewCompanyDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}
