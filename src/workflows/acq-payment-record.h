/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* (element-type AcqReceipt) (transfer container): cheques in hand or at the bank, debits and bills that have not come yet, the
   longest in flight first. Borrowed from the ledger. */
GPtrArray *acq_payment_list_in_flight (const AcqLedger *ledger);

/* Whether the user may move a payment from one state to the other: a cheque in hand goes to the bank, all that is in flight may be
   credited, and what was told by hand may turn out to be returned or lost, which reopens its invoices. */
gboolean acq_payment_may_move (const AcqReceipt *receipt, AcqReceiptState to);

/**
 * acq_payment_move:
 * @on: the day of it, not after today
 *
 * Moves a payment without a bank line on. Crediting one for more than its invoice still owes is refused
 * (ACQ_WORKFLOW_ERROR_MORE_THAN_OWED).
 */
gboolean acq_payment_move (AcqCompanyFile *file, gint64 receipt_id, AcqReceiptState to, AcqDay on,
                           GError **error);

/* Takes a payment back that was typed by mistake, with all that it settled. One that a bank line has come to show is refused
   (ACQ_WORKFLOW_ERROR_ON_BANK_LINE). */
gboolean acq_payment_take_back (AcqCompanyFile *file, gint64 receipt_id, GError **error);

G_END_DECLS
