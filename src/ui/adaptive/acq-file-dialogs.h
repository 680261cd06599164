/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What kind of file is asked for. */
typedef struct
{
  const char *name;            /* in the user's language */
  const char *const *patterns; /* such as "*.acquit"; NULL-terminated */
  const char *folder;          /* (nullable): what is shown first; NULL: as the desktop does */
} AcqFileKind;

/* Asks for one or several files that exist; where @kind is NULL, for any. The answer is a GListModel of GFile. */
void acq_file_dialogs_open_async (GtkWidget *parent, const char *title, const AcqFileKind *kind,
                                  gboolean several, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) (nullable): %NULL without an error where the user changed his mind. */
GListModel *acq_file_dialogs_open_finish (GAsyncResult *result);

/* Asks for one or several folders; the answer is taken by acq_file_dialogs_open_finish(). */
void acq_file_dialogs_choose_folders_async (GtkWidget *parent, const char *title, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);

/* Asks for the name of a file to write. One that is there is only taken after the user was asked. */
void acq_file_dialogs_save_async (GtkWidget *parent, const char *title, const AcqFileKind *kind,
                                  const char *name, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
/* (transfer full) (nullable): %NULL where the user changed his mind. */
GFile *acq_file_dialogs_save_finish (GAsyncResult *result);

G_END_DECLS
