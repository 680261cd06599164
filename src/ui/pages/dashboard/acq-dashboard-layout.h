/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqDashboardLayout:
 *
 * Four children in two columns of two, the left one wider; the children of a row are of one height, and the second row
 * takes what height is left. Where there is no room for two columns they stand below each other, the third one last: it is a
 * chart, to be looked at after the figures.
 *
 * Property: `narrow`, which notifies once it has changed, outside of the allocation that found it out.
 */
#define ACQ_TYPE_DASHBOARD_LAYOUT (acq_dashboard_layout_get_type ())
G_DECLARE_FINAL_TYPE (AcqDashboardLayout, acq_dashboard_layout, ACQ, DASHBOARD_LAYOUT, GtkLayoutManager)

gboolean acq_dashboard_layout_get_narrow (AcqDashboardLayout *self);

G_END_DECLS
