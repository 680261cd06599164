/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-table.h"
#include "acq-spreadsheet.h"

static int
sniff (const AcqImportSource *source)
{
  return acq_spreadsheet_sniff (source, TRUE);
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqTable) table = acq_spreadsheet_read (source, error);

  return table != NULL && acq_customer_table_read (table, source, sink, user_data, error);
}

const AcqImportFormat acq_customer_spreadsheet_format = {
  "customer_spreadsheet", "XLSX, ODS", ACQ_IMPORT_KIND_CUSTOMERS, sniff, read_source, TRUE,
};
