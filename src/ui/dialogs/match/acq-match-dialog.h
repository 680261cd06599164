/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_match_dialog_present:
 * @transaction_id: a bank line that is not matched yet, or not wholly
 * @customer_id: whose invoices to show first; 0: nobody is likely
 *
 * Lets the user say what a bank line pays: which invoices, how much of each; or that it is no customer's.
 */
void acq_match_dialog_present (GtkWindow *parent, AcqOpenCompany *company, gint64 transaction_id,
                               gint64 customer_id);

G_END_DECLS
