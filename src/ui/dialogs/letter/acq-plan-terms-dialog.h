/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * acq_plan_terms_dialog_present:
 * @customer: by code
 * @numbers: overdue invoices that the plan is about, NULL-terminated
 * @sum: what they owe, cents
 *
 * Asks for the number of instalments and the day of the first one, and keeps the plan.
 *
 * Returns: (transfer none): the window, for those who want to know when it is gone
 */
GtkWindow *acq_plan_terms_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer,
                                          const char *const *numbers, gint64 sum);

G_END_DECLS
