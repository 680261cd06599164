/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_handover_dialog_present:
 * @customer: by code
 *
 * Asks to whom, and when, the invoices of a customer for which all steps are done were handed over, and notes it: nothing is
 * sent about them any more. Where there are none, says so.
 */
void acq_handover_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer);

G_END_DECLS
