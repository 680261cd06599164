/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_import_dialog_present:
 * @parent: a window with the actions "win.open" and "win.tell"
 * @files: (nullable): GListModel of GFile, files and folders to begin with
 *
 * Shows what files hold, and imports them when the user says so. What came in can be taken back in one step.
 */
void acq_import_dialog_present (GtkWindow *parent, AcqOpenCompany *company, GListModel *files);

G_END_DECLS
