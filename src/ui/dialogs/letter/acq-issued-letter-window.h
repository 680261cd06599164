/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* Shows a letter as it left, to the last byte, with what the post said of it and the scans that prove it; it can be saved and
   printed again. */
void acq_issued_letter_window_present (GtkWindow *parent, AcqOpenCompany *company, const char *reference);

G_END_DECLS
