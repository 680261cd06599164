/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company.h"
#include "acq-letter-page.h"

G_BEGIN_DECLS

/* The name under which the company trades and receives: "Menuiserie Vauban SARL", "Jean Dupont EI". The form is not said
   twice. Free it, as below. */
char *acq_company_legal_name (const AcqCompany *company);

/* The sender's half of a letterhead, with the mentions of articles R123-237 and R123-238 of the Code de commerce. */
AcqLetterhead *acq_letterhead_new_for_company (const AcqCompany *company);

/* "Besançon, le 23 novembre 2026". */
char *acq_letter_place_and_date (const AcqCompany *company, AcqDay day);

/* "912 345 675". */
char *acq_siren_grouped (const char *siren);

/* The address on one line: "8 rue des Charpentiers, 25000 Besançon". */
char *acq_company_address_line (const AcqCompany *company);
char *acq_customer_address_line (const AcqCustomer *customer);

/* "Madame, Monsieur," of a company; "Madame," where the consumer's name begins with Mme. */
const char *acq_customer_salutation (const AcqCustomer *customer);

/* To whom within the recipient's house a notice goes: the line under the name in its address. (nullable) */
const char *acq_customer_attention (const AcqCustomer *recipient);

G_END_DECLS
