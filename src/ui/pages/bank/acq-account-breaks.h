/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-bank-accounts.h"

G_BEGIN_DECLS

/**
 * acq_account_breaks_new:
 *
 * A button that says that statements of an account are missing, and opens what is known of each break with the way to mend it.
 *
 * Returns: (nullable): floating; %NULL where nothing of the last year is missing
 */
GtkWidget *acq_account_breaks_new (const AcqBankAccount *account, AcqDay today);

G_END_DECLS
