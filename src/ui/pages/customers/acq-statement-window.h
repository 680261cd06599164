/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* Shows the statement of a customer's account (by code) as the exact bytes that are then saved or printed. */
void acq_statement_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer,
                                   const char *name);

G_END_DECLS
