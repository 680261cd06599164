/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-cheque-slip.h"
#include "acq-company-file.h"
#include "acq-letter-job.h"
#include "acq-letter-draft.h"

G_BEGIN_DECLS

/* The next day, or this one, on which banks take cheques. */
AcqDay acq_cheque_slip_day (AcqDay today);

/* (element-type AcqReceipt) (transfer container): the cheques in euros that are in hand on that day, the oldest first; those that
   are dated later are left in the drawer. Borrowed from the ledger. */
GPtrArray *acq_cheques_in_hand (const AcqLedger *ledger, AcqDay day);

/* Who wrote the cheque: what was noted, or who pays for the customer, or the customer. Borrowed. */
const char *acq_cheque_drawer (const AcqLedger *ledger, const AcqReceipt *cheque);

/**
 * acq_draft_cheque_slip:
 * @payments: (array length=n_payments) (nullable): ids of the cheques that are handed in; %NULL: all that are in hand
 * @day: on which
 * @ret_cheques: (out) (transfer container): (element-type AcqReceipt) these
 *
 * Receipts with the same number, bank and drawer are one cheque. One that is no longer in hand is in the draft so that the checks
 * can say so.
 *
 * Returns: (transfer full): %NULL with ACQ_WORKFLOW_ERROR_NO_SUCH_PAYMENT for an id that is no cheque's
 */
AcqChequeSlip *acq_draft_cheque_slip (const AcqLedger *ledger, const gint64 *payments, gsize n_payments, AcqDay day,
                                      const char *reference, GPtrArray **ret_cheques, GError **error);

/* When the slip leaves, its cheques are deposited: in the same change. */
gboolean acq_cheque_slip_issued (AcqCompanyFile *file, const AcqLetterRequest *request,
                                 const AcqLetterResult *result, GError **error);

/* Takes a slip back that did not go to the bank: its cheques are in hand again. ACQ_WORKFLOW_ERROR_NO_SUCH_SLIP where there is
   none of that reference, ACQ_STORE_ERROR_LATER_CHANGE where the bank has credited it or one of its cheques came back. */
gboolean acq_cheque_slip_take_back (AcqCompanyFile *file, const char *reference, GError **error);

/* What stands on a cheque; NULL or "" where it is not known. */
typedef struct
{
  gint64 payment; /* id of its receipt */
  char *number;
  char *bank;
} AcqChequeDetails;

/* Notes it of cheques that are still in hand, in one change. One that has left is refused (ACQ_WORKFLOW_ERROR_BAD_STATE), and
   nothing is noted then. */
gboolean acq_cheques_describe (AcqCompanyFile *file, const AcqChequeDetails *details, gsize n_details, GError **error);

G_END_DECLS
