/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-camt-reader.h"

/* What single entries of a statement are made of. */
static int
sniff_camt054 (const AcqImportSource *source)
{
  return acq_camt_sniff (source, "BkToCstmrDbtCdtNtfctn", "camt.054.");
}

const AcqImportFormat acq_camt054_format = {
  .code = "camt054",
  .name = "CAMT.054",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_camt054,
  .read = acq_camt_read,
};
