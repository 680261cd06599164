/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/* What buttons beside the facts of a customer do; each change can be undone. */

/* Forgets a learned payer of the customer with that code. */
void acq_customer_facts_forget_on_click (GtkWidget *button, AcqOpenCompany *company, const char *customer,
                                         const char *key);
/* Withdraws a note, or marks an answer as read. */
void acq_customer_facts_close_on_click (GtkWidget *button, AcqOpenCompany *company, const AcqNote *note);

G_END_DECLS
