/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqSessionColumns:
 *
 * Two widgets beside each other, the second one wider; where both do not fit, the second one below the first. Properties:
 * "start", "end", and "narrow" (read-only), which notifies once they have found their places.
 */
#define ACQ_TYPE_SESSION_COLUMNS (acq_session_columns_get_type ())
G_DECLARE_FINAL_TYPE (AcqSessionColumns, acq_session_columns, ACQ, SESSION_COLUMNS, GtkWidget)

gboolean acq_session_columns_is_narrow (AcqSessionColumns *self);

G_END_DECLS
