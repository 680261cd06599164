/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-company.h"

G_BEGIN_DECLS

/* UTF-8 with semicolons and French headings. Free each. */
char *acq_example_invoices_csv (const AcqExample *self);
/* Customers whose contacts were missing, and three that are new. */
char *acq_example_customers_csv (const AcqExample *self);

/* The accounts of last calendar year as article A47 A-1 of the Livre des procédures fiscales wants them: what customers
   owe at its start, sales, receipts, lettered. Tabs, UTF-8. Free it. */
char *acq_example_fec (const AcqExample *self);
/* "003918402FEC20251231.txt". Free it. */
char *acq_example_fec_name (const AcqExample *self);

G_END_DECLS
