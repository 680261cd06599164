/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-window.h"

G_BEGIN_DECLS

/* The actions of the window that open a dialog about its company: a row of a table each. */
void acq_window_dialogs_install (GtkWidgetClass *widget_class);
/* Their names, NULL-terminated: they need an open company. */
const char *const *acq_window_dialogs_actions (void);

/* Files that were dropped on the window: a company file is opened, all others are offered for import. FALSE where there
   is nothing to do with them. */
gboolean acq_window_dialogs_take_files (AcqWindow *window, GSList *files);

G_END_DECLS
