/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqColumns:
 *
 * Two widgets side by side where there is room, one below the other where there is not. Properties: "first" and "second"
 * (widgets), "threshold" (pixels from which on they stand side by side), "spacing", "share" (of the second one, in
 * per cent of the width; 0: as wide as it likes to be), "max-first" (pixels that the first one has at most beside the
 * second; 0: no limit), and "narrow" (read-only: one is below the other), which notifies once they have found their places.
 */
#define ACQ_TYPE_COLUMNS (acq_columns_get_type ())
G_DECLARE_FINAL_TYPE (AcqColumns, acq_columns, ACQ, COLUMNS, GtkWidget)

gboolean acq_columns_is_narrow (AcqColumns *self);

G_END_DECLS
