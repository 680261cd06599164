/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* Shows the copy of an invoice as it was imported; says so where there is none. Esc closes. */
void acq_invoice_copy_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *number);

G_END_DECLS
