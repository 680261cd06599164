/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_release_dialog_present:
 * @customer: by code
 * @number: (nullable): of the one invoice that it is about; %NULL or "": all whose retention was due first
 *
 * Asks what no invoice tells of the works, and shows the request to release their retention. Says so where none is due.
 */
void acq_release_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer, const char *number);

G_END_DECLS
