/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-transaction.h"

G_BEGIN_DECLS

/**
 * acq_notice_repository_insert:
 * @account: whose notice it is, as the file names the account
 * @notice: the line it is about, and its parts; one without parts is its only part
 * @transaction_id: the line that is known to be meant, which must have no parts; 0: it is found later
 *
 * Keeps a notice: what the bank says of the payments that one line is made of.
 */
gboolean acq_notice_repository_insert (AcqConnection *connection, const AcqStatement *account,
                                       const AcqTransaction *notice, gint64 transaction_id, gint64 batch_id,
                                       GError **error);

/* How many notices like this one other batches brought: of its account, day and amount, and of its bank id, else its label. */
gboolean acq_notice_repository_count_known (AcqConnection *connection, const AcqStatement *account,
                                            const AcqTransaction *notice, gint64 batch_id, gint64 *ret_count,
                                            GError **error);

/* Finds the lines of the notices that wait, and lends them their parts; a line that has parts of its own keeps those. A line
   is meant by its bank id, else by the ids of its batch, else by day and amount where only one line and one notice have them. */
gboolean acq_notice_repository_link (AcqConnection *connection, gint64 *ret_linked, GError **error);

/* How many notices of a batch wait for their line. */
gboolean acq_notice_repository_count_waiting (AcqConnection *connection, gint64 batch_id, gint64 *ret_count,
                                              GError **error);

/* Takes the notices of a batch back, and the parts that they lent. */
gboolean acq_notice_repository_remove_batch (AcqConnection *connection, gint64 batch_id, gint64 *ret_removed,
                                             GError **error);

G_END_DECLS
