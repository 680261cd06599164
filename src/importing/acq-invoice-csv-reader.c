/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-table.h"
#include "acq-table-headings.h"

/* Invoices as delimited text: a file, or cells pasted out of a spreadsheet (which come with tabs). */

static int
sniff (const AcqImportSource *source)
{
  g_autoptr (AcqTable) table = acq_table_new_delimited (source->bytes, source->size, TRUE, NULL);
  int sureness = 0;

  switch (table == NULL ? ACQ_TABLE_ABOUT_NOTHING
                        : acq_table_headings_guess_subject (table, source->mapping, &sureness))
    {
    case ACQ_TABLE_ABOUT_INVOICES:
    case ACQ_TABLE_ABOUT_AGED_BALANCE:
      return sureness;
    case ACQ_TABLE_ABOUT_CUSTOMERS:
    case ACQ_TABLE_ABOUT_NOTHING:
    default:
      return 0;
    }
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqTable) table = acq_table_new_delimited (source->bytes, source->size, FALSE, error);

  return table != NULL && acq_invoice_table_read (table, source, sink, user_data, error);
}

const AcqImportFormat acq_invoice_csv_format = {
  "invoice_csv", "CSV", ACQ_IMPORT_KIND_INVOICES, sniff, read_source, TRUE,
};
