/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ACQ_CONFIRM_SUGGESTED,
  ACQ_CONFIRM_DESTRUCTIVE,
} AcqConfirmKind;

/**
 * acq_dialogs_confirm_async:
 * @heading: a question
 * @body: what follows from it; plain text
 * @verb: what the button says that goes on; the other one cancels
 *
 * A second look before what cannot be undone. Everything else is done at once and offered for undo.
 */
void acq_dialogs_confirm_async (GtkWidget *parent, const char *heading, const char *body, const char *verb,
                                AcqConfirmKind kind, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
/* TRUE where the user goes on. */
gboolean acq_dialogs_confirm_finish (GAsyncResult *result);

/* Tells that something did not go, and what to do; has one button. */
void acq_dialogs_tell (GtkWidget *parent, const char *heading, const char *body);

/* Who made it, under which licence. */
void acq_dialogs_show_about (GtkWindow *parent);

G_END_DECLS
