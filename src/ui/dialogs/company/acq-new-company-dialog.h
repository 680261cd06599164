/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-clock.h"

G_BEGIN_DECLS

/**
 * AcqNewCompanyDialog:
 *
 * Asks for a name, SIREN, IBAN, logo and place, nothing more, and makes the company file. Its parent's action
 * "win.open-new" then opens it.
 */
#define ACQ_TYPE_NEW_COMPANY_DIALOG (acq_new_company_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqNewCompanyDialog, acq_new_company_dialog, ACQ, NEW_COMPANY_DIALOG, AdwWindow)

void acq_new_company_dialog_present (GtkWindow *parent, AcqClock clock);

G_END_DECLS
