/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-customer-sheet.h"
#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqCustomerRules:
 *
 * What holds for a customer and how he pays: credit limit, his last payments as a chart, contacts, scenario, terms, learned
 * payers, and facts that can be withdrawn.
 */
#define ACQ_TYPE_CUSTOMER_RULES (acq_customer_rules_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerRules, acq_customer_rules, ACQ, CUSTOMER_RULES, GtkWidget)

void acq_customer_rules_show (AcqCustomerRules *self, AcqOpenCompany *company, const AcqCustomerSheet *sheet);

G_END_DECLS
