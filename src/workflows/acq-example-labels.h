/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-draft.h"

G_BEGIN_DECLS

/* What a payer writes about these sales (element-type AcqExampleSale), by its habit; perhaps "". Free it. */
char *acq_example_remittance_new (AcqExampleDraft *draft, guint payer, const GPtrArray *sales);
/* A transfer's label on the current account, as Crédit Mutuel writes it. Free it. */
char *acq_example_transfer_label_new (AcqExampleDraft *draft, guint payer, const char *remittance);
/* The label of cheques, cards and debits that came in on that day (number counts the day's remittances). Free it. */
char *acq_example_remittance_label_new (AcqMeans means, AcqDay day, guint number, guint count);
/* The label of a payment that came back. Free it. */
char *acq_example_return_label_new (AcqMeans means, guint payer, const char *number);

G_END_DECLS
