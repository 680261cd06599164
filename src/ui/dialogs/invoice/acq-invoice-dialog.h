/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* Asks for an invoice or a credit note and keeps it. @customer: (nullable): the code of the one it is for; NULL or "": to be
   typed. */
void acq_invoice_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *customer);

/* Lets an invoice that is kept be changed. Says so where there is none of that number. */
void acq_invoice_dialog_present_edit (GtkWindow *parent, AcqOpenCompany *company, const char *number);

G_END_DECLS
