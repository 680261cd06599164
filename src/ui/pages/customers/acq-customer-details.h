/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-customer-sheet.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/* Fills a list with the details of a customer: contacts, where his messages go, scenario, terms, payers that were learned,
   and open facts. Rows open the customer's dialog; what was learned can be forgotten and facts withdrawn, with undo. */
void acq_customer_details_fill (GtkListBox *list, AcqOpenCompany *company, const AcqCustomerSheet *sheet);

/* A row with a title and words below it (nullable); what does not fit is to be read in its tooltip. Borrowed. */
AdwActionRow *acq_customer_details_add_row (GtkListBox *list, const char *title, const char *words);

G_END_DECLS
