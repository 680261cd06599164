/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-part.h"

gboolean
acq_payment_part_insert (AcqConnection *connection, const char *sql, gint64 parent_id, const AcqTransaction *part,
                         GError **error)
{
  return acq_connection_run (connection, error, sql, "iitttttttb", parent_id, part->amount,
                             part->label == NULL ? "" : part->label, part->bank_ref, part->counterparty,
                             part->counterparty_iban, part->remittance, part->end_to_end,
                             acq_means_to_code (part->means), part->returned);
}

AcqTransaction *
acq_payment_part_read (AcqRows *rows)
{
  AcqTransaction *part = acq_transaction_new ();

  part->amount = acq_rows_int (rows, 0);
  part->label = acq_rows_dup_text (rows, 1);
  part->bank_ref = acq_rows_dup_text (rows, 2);
  part->counterparty = acq_rows_dup_text (rows, 3);
  part->counterparty_iban = acq_rows_dup_text (rows, 4);
  part->remittance = acq_rows_dup_text (rows, 5);
  part->end_to_end = acq_rows_dup_text (rows, 6);
  acq_means_from_code (acq_rows_text (rows, 7), &part->means);
  part->returned = acq_rows_int (rows, 8) != 0;
  return part;
}
