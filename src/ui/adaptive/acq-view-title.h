/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * AcqViewTitle:
 *
 * The views of a page in its header bar; where they do not fit, the page's title. Properties: "stack" (AdwViewStack),
 * "title", "title-visible" (read-only: the views did not fit and belong at the foot of the page).
 */
#define ACQ_TYPE_VIEW_TITLE (acq_view_title_get_type ())
G_DECLARE_FINAL_TYPE (AcqViewTitle, acq_view_title, ACQ, VIEW_TITLE, GtkWidget)

G_END_DECLS
