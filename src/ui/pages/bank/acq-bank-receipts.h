/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-open-company.h"

G_BEGIN_DECLS

/**
 * AcqBankReceipts:
 *
 * Receipts that wait for the user: sure ones to accept, one by one or all together, and questions. Properties: "company"
 * (AcqOpenCompany, construct-only), "n-pending" (read-only: how many wait).
 */
#define ACQ_TYPE_BANK_RECEIPTS (acq_bank_receipts_get_type ())
G_DECLARE_FINAL_TYPE (AcqBankReceipts, acq_bank_receipts, ACQ, BANK_RECEIPTS, GtkWidget)

GtkWidget *acq_bank_receipts_new (AcqOpenCompany *company);
guint acq_bank_receipts_get_n_pending (AcqBankReceipts *self);
/* Whether what waits is worked out of the newest view: nothing is under way. */
gboolean acq_bank_receipts_is_settled (AcqBankReceipts *self);
/* Opens the question about a bank line. FALSE where none is asked. */
gboolean acq_bank_receipts_open (AcqBankReceipts *self, gint64 transaction_id);

G_END_DECLS
