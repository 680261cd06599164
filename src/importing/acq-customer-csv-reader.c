/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-table.h"
#include "acq-table-view.h"

static gboolean
read_row (const AcqTableView *view, guint row, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqCustomer) customer = acq_table_view_customer (view, row);
  g_autofree char *text = NULL;

  if (customer->name != NULL || customer->code != NULL)
    return sink->customer (user_data, customer, error);
  text = acq_table_row_text (view->table, row);
  return sink->reject (user_data, acq_table_place (view->table, row), ACQ_REJECT_NO_CUSTOMER, text, error);
}

gboolean
acq_customer_table_read (const AcqTable *table, const AcqImportSource *source, const AcqImportSink *sink,
                         gpointer user_data, GError **error)
{
  g_autoptr (AcqTableHeadings) headings
    = acq_table_headings_find (table, source->mapping, ACQ_TABLE_ABOUT_CUSTOMERS);
  AcqTableView view;

  if (headings == NULL)
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS,
                           "no headings for a customer's name and details");
      return FALSE;
    }
  acq_table_view_init (&view, table, headings, source);
  for (guint row = headings->heading_row + 1; row < acq_table_n_rows (table); row++)
    if (!acq_table_view_is_decoration (&view, row) && !read_row (&view, row, sink, user_data, error))
      return FALSE;
  return TRUE;
}

static int
sniff (const AcqImportSource *source)
{
  g_autoptr (AcqTable) table = acq_table_new_delimited (source->bytes, source->size, TRUE, NULL);
  int sureness = 0;

  if (table == NULL
      || acq_table_headings_guess_subject (table, source->mapping, &sureness) != ACQ_TABLE_ABOUT_CUSTOMERS)
    return 0;
  return sureness;
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqTable) table = acq_table_new_delimited (source->bytes, source->size, FALSE, error);

  return table != NULL && acq_customer_table_read (table, source, sink, user_data, error);
}

const AcqImportFormat acq_customer_csv_format = {
  "customer_csv", "CSV", ACQ_IMPORT_KIND_CUSTOMERS, sniff, read_source, TRUE,
};
