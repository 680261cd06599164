/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* Asks how and when an invoice was paid without a bank line, and notes it. The amount is all that is owed at first. Says so
   where there is no such invoice, or nothing is owed. */
void acq_payment_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *number);

G_END_DECLS
