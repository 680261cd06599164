/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqCustomerLetters:
 *
 * The letters that left to one customer, the newest first, each leading to the letter itself. Not there while there are none.
 */
#define ACQ_TYPE_CUSTOMER_LETTERS (acq_customer_letters_get_type ())
G_DECLARE_FINAL_TYPE (AcqCustomerLetters, acq_customer_letters, ACQ, CUSTOMER_LETTERS, GtkWidget)

/* Asks the company for them anew. @customer: code */
void acq_customer_letters_show (AcqCustomerLetters *self, AcqOpenCompany *company, const char *customer);

G_END_DECLS
