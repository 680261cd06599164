/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* One change of what an invoice owes. */
typedef struct
{
  AcqDay day;                    /* of the money, or of the credit note */
  gint64 amount;                 /* minor units, above zero; below for a returned payment */
  AcqMeans means;                /* CREDIT_NOTE where a credit note settled it */
  const AcqInvoice *credit_note; /* borrowed; NULL for money */
} AcqDebtChange;

/**
 * AcqDebtHistory:
 *
 * Which receipts settled which invoices, sorted by invoice. Borrows the ledger.
 */
typedef struct _AcqDebtHistory AcqDebtHistory;

AcqDebtHistory *acq_debt_history_new (const AcqLedger *ledger);
void acq_debt_history_free (AcqDebtHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqDebtHistory, acq_debt_history_free)

/* (element-type AcqDebtChange) (transfer full): by day. What a receipt settles with a credit note that it
   uses up counts as the credit note's, on its own day: first for the invoice that the credit note names, then
   in the order of the receipt. Σ is what was settled but for the prepaid amount. */
GArray *acq_debt_history_list (const AcqDebtHistory *self, const AcqInvoice *invoice);

/* What receipts after a day (ACQ_DAY_NONE: of all days) and up to another paid of the invoice's late interest and indemnity. */
void acq_debt_history_sum_interest (const AcqDebtHistory *self, const AcqInvoice *invoice, AcqDay after, AcqDay at,
                                    gint64 *ret_penalties, gint64 *ret_indemnity);

G_END_DECLS
