/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-customer-sheet.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/* Adds the row of the customer's scenario to a list: which one, how far it has come, why the customer has it, and a menu to
   choose another, with undo. No row before the company has been planned. */
void acq_customer_scenario_add_row (GtkListBox *list, AcqOpenCompany *company, const AcqCustomerSheet *sheet);

G_END_DECLS
