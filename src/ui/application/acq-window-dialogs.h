/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-window.h"

G_BEGIN_DECLS

/* The actions of the window that open a dialog about its company: a row of a table each. */
void acq_window_dialogs_install (GtkWidgetClass *widget_class);
/* The names of those, which need an open company, by their place; NULL behind the last. */
const char *acq_window_dialogs_action (gsize index);

/* Files that were dropped on the window: a company file is opened, all others are offered for import. FALSE where there
   is nothing to do with them. */
gboolean acq_window_dialogs_take_files (AcqWindow *window, GSList *files);

G_END_DECLS
