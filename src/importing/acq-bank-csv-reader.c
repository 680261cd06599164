/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-columns.h"
#include "acq-bank-table.h"

/* A bank's lines as delimited text: a file, or cells pasted out of a spreadsheet. */

static int
sniff (const AcqImportSource *source)
{
  g_autoptr (AcqRowSource) rows = acq_row_source_new_delimited_head (source->bytes, source->size);
  g_autoptr (AcqTable) head = rows == NULL ? NULL : acq_row_source_read_head (rows, ACQ_BANK_HEAD_ROWS);

  return head == NULL ? 0 : acq_statement_columns_rate (head, source->mapping);
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqRowSource) rows = acq_row_source_new_delimited (source->bytes, source->size, error);

  return rows != NULL && acq_bank_table_read (rows, source, sink, user_data, error);
}

const AcqImportFormat acq_bank_csv_format = {
  "bank_csv", "CSV", ACQ_IMPORT_KIND_STATEMENT, sniff, read_source, TRUE,
};
