/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqDetailPane:
 *
 * A list and, once one of its rows is looked at, the details beside it; where both do not fit, the details alone.
 * Properties: "content" and "detail" (widgets), "show-detail", "threshold" (pixels from which on both stand side by
 * side), "detail-width" (pixels, while they do), "folded" (read-only).
 */
#define ACQ_TYPE_DETAIL_PANE (acq_detail_pane_get_type ())
G_DECLARE_FINAL_TYPE (AcqDetailPane, acq_detail_pane, ACQ, DETAIL_PANE, GtkWidget)

gboolean acq_detail_pane_get_show_detail (AcqDetailPane *self);
void acq_detail_pane_set_show_detail (AcqDetailPane *self, gboolean show_detail);
/* Whether there is no room for both. */
gboolean acq_detail_pane_is_folded (AcqDetailPane *self);

G_END_DECLS
