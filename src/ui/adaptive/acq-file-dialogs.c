/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-file-dialogs.h"

#include <glib/gi18n.h>

G_GNUC_BEGIN_IGNORE_DEPRECATIONS

static void
set_kind (GtkFileChooser *chooser, const AcqFileKind *kind)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GFile) folder = kind->folder == NULL ? NULL : g_file_new_for_path (kind->folder);

  gtk_file_filter_set_name (filter, kind->name);
  for (gsize i = 0; kind->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, kind->patterns[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static GtkFileChooserNative *
make (GtkWidget *parent, const char *title, const AcqFileKind *kind, GtkFileChooserAction action,
      const char *verb)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, verb, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  if (kind != NULL)
    set_kind (GTK_FILE_CHOOSER (chooser), kind);
  return chooser;
}

static void
response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
  g_task_return_pointer (task, g_steal_pointer (&files), g_object_unref);
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

/* The chooser is owned by its answer. */
static void
ask (GtkFileChooserNative *chooser, GTask *task)
{
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
acq_file_dialogs_open_async (GtkWidget *parent, const char *title, const AcqFileKind *kind, gboolean several,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  chooser = make (parent, title, kind, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), several);
  ask (chooser, g_task_new (parent, cancellable, callback, user_data));
}

void
acq_file_dialogs_choose_folders_async (GtkWidget *parent, const char *title, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  chooser = make (parent, title, NULL, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Open"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  ask (chooser, g_task_new (parent, cancellable, callback, user_data));
}

GListModel *
acq_file_dialogs_open_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
acq_file_dialogs_save_async (GtkWidget *parent, const char *title, const AcqFileKind *kind, const char *name,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  chooser = make (parent, title, kind, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  ask (chooser, g_task_new (parent, cancellable, callback, user_data));
}

GFile *
acq_file_dialogs_save_finish (GAsyncResult *result)
{
  g_autoptr (GListModel) files = acq_file_dialogs_open_finish (result);

  return files == NULL ? NULL : g_list_model_get_item (files, 0);
}

G_GNUC_END_IGNORE_DEPRECATIONS
