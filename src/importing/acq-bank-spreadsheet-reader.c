/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-columns.h"
#include "acq-bank-table.h"
#include "acq-spreadsheet.h"

static int
rate (const AcqTable *head, gpointer user_data)
{
  return acq_statement_columns_rate (head, user_data);
}

static int
sniff (const AcqImportSource *source)
{
  return acq_spreadsheet_rate (source, rate, source->mapping);
}

/* The sheet that looks most like a bank's lines. */
static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqTable) table
    = acq_spreadsheet_read_best (source, rate, source->mapping, ACQ_TABLE_MAX_ROWS, error);
  g_autoptr (AcqRowSource) rows = table == NULL ? NULL : acq_row_source_new_table (table, source->size);

  return rows != NULL && acq_bank_table_read (rows, source, sink, user_data, error);
}

const AcqImportFormat acq_bank_spreadsheet_format = {
  "bank_spreadsheet", "XLSX, ODS", ACQ_IMPORT_KIND_STATEMENT, sniff, read_source, TRUE,
};
