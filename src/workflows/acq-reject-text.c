/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-reject-text.h"

#include <glib/gi18n.h>

static const char *const sentences[] = {
  [ACQ_REJECT_BAD_DAY] = N_ ("The day cannot be read."),
  [ACQ_REJECT_BAD_AMOUNT] = N_ ("The amount cannot be read."),
  [ACQ_REJECT_NO_NUMBER] = N_ ("The invoice number is missing."),
  [ACQ_REJECT_NO_CUSTOMER] = N_ ("The customer is missing."),
  [ACQ_REJECT_NO_AMOUNT] = N_ ("The amount is missing."),
  [ACQ_REJECT_BAD_CURRENCY] = N_ ("The currency is unknown."),
  [ACQ_REJECT_BAD_RECORD] = N_ ("The line is incomplete or stands in the wrong place."),
  [ACQ_REJECT_PARTS_DIFFER] = N_ ("The parts do not add up to the total."),
  [ACQ_REJECT_OTHER_CUSTOMERS] = N_ ("Another customer has an invoice of this number."),
  [ACQ_REJECT_DUPLICATE_NUMBER] = N_ ("The number stands twice in the file, with different contents."),
  [ACQ_REJECT_AMBIGUOUS_COPY] = N_ ("The copy names several invoices."),
  [ACQ_REJECT_NO_SUCH_INVOICE] = N_ ("There is no invoice of this number."),
  [ACQ_REJECT_OTHER_SELLER] = N_ ("Your company did not issue this invoice."),
};

const char *
acq_reject_text (AcqReject reason)
{
  g_return_val_if_fail ((gsize) reason < G_N_ELEMENTS (sentences), NULL);
  return _ (sentences[reason]);
}

const char *
acq_reject_text_of_code (const char *code)
{
  AcqReject reason;

  return acq_reject_from_code (code, &reason) ? acq_reject_text (reason) : code;
}

gboolean
acq_import_count_allocations (AcqCompanyFile *file, gint64 batch_id, gint64 *ret_count, GError **error)
{
  return acq_connection_get_int (
    acq_company_file_connection (file), ret_count, error,
    "SELECT count(*) FROM allocation a JOIN receipt r ON r.id = a.receipt_id"
    " JOIN invoice i ON i.id = a.invoice_id LEFT JOIN bank_transaction t ON t.id = r.transaction_id"
    " WHERE r.batch_id = ?1 OR t.batch_id = ?1 OR i.batch_id = ?1",
    "i", batch_id);
}
