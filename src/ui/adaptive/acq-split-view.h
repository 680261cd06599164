/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqSplitView:
 *
 * A sidebar and the content beside it; where both do not fit, one of them. Properties: "sidebar" and "content"
 * (widgets), "folded" (read-only), "show-sidebar" (which of the two a folded view shows).
 */
#define ACQ_TYPE_SPLIT_VIEW (acq_split_view_get_type ())
G_DECLARE_FINAL_TYPE (AcqSplitView, acq_split_view, ACQ, SPLIT_VIEW, GtkWidget)

gboolean acq_split_view_get_folded (AcqSplitView *self);
void acq_split_view_set_show_sidebar (AcqSplitView *self, gboolean show_sidebar);

G_END_DECLS
