/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqCustomerDialog:
 *
 * One customer, new or known, to be typed or changed. What is wrong is said in words and marked at its field; nothing that was
 * typed is lost by it. Action: "customer.save".
 */
#define ACQ_TYPE_CUSTOMER_DIALOG (acq_customer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerDialog, acq_customer_dialog, ACQ, CUSTOMER_DIALOG, AdwWindow)

/* @code: of the customer; "" for a new one. A code that nobody has is said so. */
void acq_customer_dialog_present (GtkWindow *parent, AcqOpenCompany *company, const char *code);

G_END_DECLS
