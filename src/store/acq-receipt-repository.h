/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-ledger.h"

G_BEGIN_DECLS

/* Keeps a receipt and sets its id; its allocations are kept one by one with the function below. */
gboolean acq_receipt_repository_insert (AcqConnection *connection, AcqReceipt *receipt, gint64 batch_id,
                                        GError **error);
/* With its allocations; NULL without an error where there is none. */
AcqReceipt *acq_receipt_repository_find (AcqConnection *connection, gint64 id, GError **error);
/* The receipt of a bank line with its allocations; NULL without an error where there is none. */
AcqReceipt *acq_receipt_repository_find_by_transaction (AcqConnection *connection, gint64 transaction_id,
                                                        GError **error);

/* Settles an amount of an invoice with a receipt (added to what it settles of it already) and works out the
   balances that follow. Whether the amount may be settled is the caller's to check. */
gboolean acq_receipt_repository_allocate (AcqConnection *connection, gint64 receipt_id, gint64 invoice_id,
                                          gint64 amount, AcqAllocationOrigin origin, GError **error);
/* Pays late interest and the indemnity of an invoice with a receipt (added to what it pays of them already). Whether it may is
   the caller's to check. */
gboolean acq_receipt_repository_pay_interest (AcqConnection *connection, gint64 receipt_id,
                                              const AcqInterestPayment *payment, GError **error);
/* Takes back what a receipt settles of one invoice and pays of its interest, or of all (0); *ret_removed counts both. Where the
   rest would give more than the receipt has (a netted credit note taken out) all goes; a return that had reopened what is
   taken back goes too, and so does what was written off beside it. Payments in flight that the receipt had replaced count
   again. */
gboolean acq_receipt_repository_take_back (AcqConnection *connection, gint64 receipt_id, gint64 invoice_id,
                                           gint64 *ret_removed, GError **error);

/* What payments in flight promise to an invoice. */
gboolean acq_receipt_repository_sum_in_flight (AcqConnection *connection, gint64 invoice_id, gint64 *ret_sum,
                                               GError **error);
/* Moves a payment on, and works out anew what its invoices owe. */
gboolean acq_receipt_repository_set_state (AcqConnection *connection, gint64 receipt_id, AcqReceiptState state,
                                           AcqDay since, GError **error);
/* What stands on a cheque; NULL where it is not known. */
gboolean acq_receipt_repository_describe_cheque (AcqConnection *connection, gint64 receipt_id, const char *number,
                                                 const char *bank, GError **error);
/* Takes back all that it settles, and removes it. A cheque that was handed in with a slip is refused
   (ACQ_STORE_ERROR_LATER_CHANGE): the slip goes first. */
gboolean acq_receipt_repository_remove (AcqConnection *connection, gint64 receipt_id, GError **error);

/* Takes back what an accounting export lettered; what the user or reconciliation allocated stays. */
gboolean acq_receipt_repository_take_back_lettering (AcqConnection *connection, gint64 receipt_id,
                                                     GError **error);

/* Payments in flight for this invoice whose amount is covered by the receipt give way to it, so that no money counts
   twice. They keep the day since when they were in flight, for they may be so again. */
gboolean acq_receipt_repository_replace_in_flight (AcqConnection *connection, gint64 receipt_id,
                                                   gint64 invoice_id, GError **error);

/**
 * acq_receipt_repository_link:
 *
 * Money that a ledger or the user told of and money that a bank line shows are one where the amount is the same, the
 * days lie within five of each other, the means agree (an unknown one agrees with all) and so do the words
 * (acq_receipt_words_agree()). Links what can be linked, each receipt and each line once, nearest days first.
 */
gboolean acq_receipt_repository_link (AcqConnection *connection, gint64 *ret_linked, GError **error);

/* Adds every receipt with its allocations to the ledger. */
gboolean acq_receipt_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error);

/* Before a batch is removed: takes back every allocation of its bank lines, of its own receipts and to its
   invoices, and removes the receipts that hang on its bank lines or came with it. */
gboolean acq_receipt_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                              GError **error);

G_END_DECLS
