/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acq-config.h"

#define GO_ON "go-on"

static GtkWindow *
find_window (GtkWidget *widget)
{
  GtkRoot *root = widget == NULL ? NULL : gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_boolean (task, g_strcmp0 (response, GO_ON) == 0);
}

void
acq_dialogs_confirm_async (GtkWidget *parent, const char *heading, const char *body, const char *verb,
                           AcqConfirmKind kind, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  AdwMessageDialog *dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (find_window (parent), heading, body));

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), GO_ON, verb, NULL);
  adw_message_dialog_set_response_appearance (
    dialog, GO_ON, kind == ACQ_CONFIRM_DESTRUCTIVE ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, kind == ACQ_CONFIRM_DESTRUCTIVE ? "cancel" : GO_ON);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
acq_dialogs_confirm_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

void
acq_dialogs_tell (GtkWidget *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog
    = ADW_MESSAGE_DIALOG (adw_message_dialog_new (find_window (parent), heading, body));

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
acq_dialogs_show_about (GtkWindow *parent)
{
  static const char *const developers[] = { "The Acquit project", NULL };
  GtkWindow *about
    = g_object_new (ADW_TYPE_ABOUT_WINDOW, "application-name", "Acquit", "application-icon",
                    ACQ_APPLICATION_ID, "version", ACQ_VERSION, "developer-name", _ ("The Acquit project"),
                    "developers", developers, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                    _ ("Remind those who have not paid at the right moment, never those who have."),
                    /* Translators: your names, one a line. */
                    "translator-credits", _ ("translator-credits"), "transient-for", parent, NULL);

  gtk_window_present (about);
}
