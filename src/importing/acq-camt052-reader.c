/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-camt-reader.h"

/* What an account has moved within the day; the statement tells it again. */
static int
sniff_camt052 (const AcqImportSource *source)
{
  return acq_camt_sniff (source, "BkToCstmrAcctRpt", "camt.052.");
}

const AcqImportFormat acq_camt052_format = {
  .code = "camt052",
  .name = "CAMT.052",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_camt052,
  .read = acq_camt_read,
};
