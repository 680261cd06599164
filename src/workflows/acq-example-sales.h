/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-draft.h"

G_BEGIN_DECLS

/* Adds two years of everyday business by the habits of each role: invoices, deposits and final accounts, building
   sites with retention, maintenance, credit notes. */
void acq_example_sales_add_everyday (AcqExampleDraft *draft);
/* Adds twelve invoices of the last days that are not in the company file. */
void acq_example_sales_add_fresh (AcqExampleDraft *draft);
/* Puts all sales in order, gives them their numbers and ids and writes the numbers into the texts that quote them.
   Fresh ones come last. */
void acq_example_sales_number (AcqExampleDraft *draft);

G_END_DECLS
