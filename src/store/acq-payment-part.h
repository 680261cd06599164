/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-connection.h"
#include "acq-transaction.h"

G_BEGIN_DECLS

/* The payments in one line, in the columns in which two tables keep them: transaction_part for the line itself, and notice_part
   for a notice that waits for its line. */
#define ACQ_PAYMENT_PART_COLUMNS                                                                                       \
  "amount, label, bank_ref, counterparty, counterparty_iban, remittance, end_to_end, means, returned"

/* The statement that adds one to a table; "parent" is the column of what it is a part of. */
#define ACQ_PAYMENT_PART_INSERT(table, parent)                                                                         \
  "INSERT INTO " table " (" parent ", " ACQ_PAYMENT_PART_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

/* @sql: an ACQ_PAYMENT_PART_INSERT */
gboolean acq_payment_part_insert (AcqConnection *connection, const char *sql, gint64 parent_id,
                                  const AcqTransaction *part, GError **error);

/* Of a row of ACQ_PAYMENT_PART_COLUMNS. (transfer full) */
AcqTransaction *acq_payment_part_read (AcqRows *rows);

G_END_DECLS
