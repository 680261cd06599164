/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqPreferencesDialog:
 *
 * What letters say of the company, and how it reminds. Each field is kept when it is left or applied, and can be taken back
 * with undo. Property "company" (construct-only).
 */
#define ACQ_TYPE_PREFERENCES_DIALOG (acq_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqPreferencesDialog, acq_preferences_dialog, ACQ, PREFERENCES_DIALOG, AdwWindow)

/* page: (nullable): "company", "reminders", "rates" or "bank", to begin with */
void acq_preferences_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *page);

G_END_DECLS
