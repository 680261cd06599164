/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_told_change_cb:
 * @widget: (transfer full): a GtkWidget that asked for it
 *
 * The end of acq_open_company_change_async() for whoever has nothing to do but to tell why it was refused: in words, over the
 * widget's window, if that is still there. What was done is told by the company.
 */
void acq_told_change_cb (GObject *company, GAsyncResult *result, gpointer widget);
/* Likewise for whoever goes on where it was kept: FALSE where it was refused, which has been told over @asker. */
gboolean acq_told_change_finish (AcqOpenCompany *company, GAsyncResult *result, GtkWidget *asker);

G_END_DECLS
