/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_evidence_window_present:
 * @parent: a window with the action "win.tell"
 * @customer: by code
 *
 * Asks for whom an evidence file about a customer's debt is, shows what each next step needs and what is missing, and writes
 * the file as PDF or ZIP, with progress.
 */
void acq_evidence_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer);

G_END_DECLS
