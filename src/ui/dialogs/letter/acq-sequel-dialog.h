/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_sequel_dialog_present:
 * @parent: a window that has the actions of the dialogs
 * @customer: by code
 *
 * Asks what follows for a customer's invoices once all steps are done, and opens what was chosen.
 */
void acq_sequel_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer);

G_END_DECLS
