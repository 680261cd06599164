/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AcqFit:
 *
 * Two ways to show the same: one where there is room, another where there is not. Properties: "wide" and "narrow"
 * (widgets), "threshold" (pixels from which on the wide one is shown; 0: as many as it needs);
 * "is-narrow" (read-only) notifies once the other one is shown. A list makes some hundred rows whether it is seen or not: take
 * the model from the one that is not shown.
 */
#define ACQ_TYPE_FIT (acq_fit_get_type ())
G_DECLARE_FINAL_TYPE (AcqFit, acq_fit, ACQ, FIT, GtkWidget)

/* Whether there is no room for the wide one. */
gboolean acq_fit_is_narrow (AcqFit *self);

G_END_DECLS
