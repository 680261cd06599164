/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* Keeps a slip and sets its id. */
gboolean acq_slip_repository_insert (AcqConnection *connection, AcqDepositSlip *slip, GError **error);

/**
 * acq_slip_repository_hand_in:
 *
 * Puts a cheque that is in hand on a slip: it is deposited from the slip's day on.
 *
 * Returns: %FALSE with ACQ_STORE_ERROR_LATER_CHANGE where it is no cheque in hand (any more)
 */
gboolean acq_slip_repository_hand_in (AcqConnection *connection, const AcqDepositSlip *slip, gint64 receipt_id,
                                      GError **error);

/* NULL without an error where there is none of that reference. */
AcqDepositSlip *acq_slip_repository_find (AcqConnection *connection, const char *reference, GError **error);

/**
 * acq_slip_repository_take_back:
 *
 * Its cheques are in hand again since the day on which they came, and the slip is forgotten.
 *
 * Returns: %FALSE with ACQ_STORE_ERROR_LATER_CHANGE where one of them has gone on: a bank line credits it, or it came back
 */
gboolean acq_slip_repository_take_back (AcqConnection *connection, const AcqDepositSlip *slip, GError **error);

/**
 * acq_slip_repository_credit:
 * @receipt_id: of a bank line
 * @ret_credited: (out): whether there was such a slip
 *
 * The cheques of a slip give way to the bank line that settles just what they do: none stays in flight beside it. Of several
 * such slips it is the oldest.
 */
gboolean acq_slip_repository_credit (AcqConnection *connection, gint64 receipt_id, gboolean *ret_credited,
                                     GError **error);

/* Adds every slip to the ledger. */
gboolean acq_slip_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error);

G_END_DECLS
