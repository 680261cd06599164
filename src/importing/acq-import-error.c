/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-error.h"

G_DEFINE_QUARK (acq_import_error, acq_import_error)

static const char *const error_codes[] = {
  "unknown_format", "empty", "too_large", "encoding", "syntax", "truncated",
  "hostile", "no_columns", "unsure_columns", "encrypted", "damaged", "feature", "picture", "company_file",
};
static const char *const reject_codes[] = {
  "bad_day", "bad_amount", "no_number", "no_customer", "no_amount", "bad_currency",
  "bad_record", "parts_differ", "other_customers", "duplicate_number", "ambiguous_copy",
  "no_such_invoice",
  "other_seller",
};

ACQ_DEFINE_CODES (AcqImportError, acq_import_error, error_codes)
ACQ_DEFINE_CODES (AcqReject, acq_reject, reject_codes)
