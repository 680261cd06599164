/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "acq-cheque-slip-draft.h"

G_BEGIN_DECLS

/**
 * AcqChequeRow:
 *
 * A cheque in hand that can be chosen for a deposit, and on which its number and its bank can be noted.
 *
 * Property "selected": whether it is chosen; at first it is.
 */
#define ACQ_TYPE_CHEQUE_ROW (acq_cheque_row_get_type ())
G_DECLARE_FINAL_TYPE (AcqChequeRow, acq_cheque_row, ACQ, CHEQUE_ROW, GtkListBoxRow)

/* Keeps nothing of the ledger. */
GtkWidget *acq_cheque_row_new (const AcqLedger *ledger, const AcqReceipt *cheque, AcqDay today);

gint64 acq_cheque_row_get_payment (AcqChequeRow *self);
gint64 acq_cheque_row_get_amount (AcqChequeRow *self);
gboolean acq_cheque_row_get_selected (AcqChequeRow *self);
/* What was typed where it is not what was known; free the two texts. FALSE where nothing was changed. */
gboolean acq_cheque_row_take_details (AcqChequeRow *self, AcqChequeDetails *ret_details);

G_END_DECLS
