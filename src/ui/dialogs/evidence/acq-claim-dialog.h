/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_claim_dialog_present:
 * @customer: by code; insolvent
 *
 * Tells what is to be declared in a customer's insolvency proceedings and by when, and asks for the day of publication in the
 * BODACC and for the day on which the claim was declared.
 */
void acq_claim_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer);

G_END_DECLS
