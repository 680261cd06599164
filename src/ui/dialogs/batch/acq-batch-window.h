/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_batch_window_present:
 *
 * Shows all letters of the day, to be read, printed or saved together: a list with what each is or why it must not leave, and the
 * chosen one as its exact bytes. A formal notice can only be chosen once it was on show. The company's view must be complete.
 */
void acq_batch_window_present (GtkWindow *parent, AcqOpenCompany *company);

G_END_DECLS
