/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-aged-balance.h"

#include "acq-table-view.h"
#include "acq-text-normalizer.h"

static gboolean
reject_row (const AcqTableView *view, guint row, AcqReject reason, const AcqImportSink *sink,
            gpointer user_data, GError **error)
{
  g_autofree char *text = acq_table_row_text (view->table, row);

  return sink->reject (user_data, acq_table_place (view->table, row), reason, text, error);
}

/* FALSE with the reason where an amount cannot be read or the amounts are not the total. */
static gboolean
check_row (const AcqTableView *view, guint row, AcqReject *ret_reason)
{
  const GArray *buckets = view->headings->buckets;
  AcqTableField total_field
    = acq_table_headings_has (view->headings, ACQ_FIELD_TOTAL) ? ACQ_FIELD_TOTAL : ACQ_FIELD_BALANCE;
  gint64 sum = 0, amount;
  AcqCellState total;

  *ret_reason = ACQ_REJECT_BAD_AMOUNT;
  for (guint i = 0; i < buckets->len; i++)
    {
      guint column = g_array_index (buckets, AcqTableBucket, i).column;

      if (acq_table_view_amount_at (view, row, column, view->source->currency, &amount) == ACQ_CELL_WRONG)
        return FALSE;
      sum += amount;
    }
  total = acq_table_view_amount (view, row, total_field, view->source->currency, &amount);
  if (total == ACQ_CELL_WRONG)
    return FALSE;
  *ret_reason = ACQ_REJECT_PARTS_DIFFER;
  return total == ACQ_CELL_ABSENT || amount == sum;
}

static gboolean
emit_opening (const AcqTableView *view, const AcqCustomer *customer, guint row, const AcqTableBucket *bucket,
              const AcqImportSink *sink, gpointer user_data, GError **error)
{
  const char *heading = acq_table_cell (view->table, view->headings->heading_row, bucket->column);
  g_autoptr (AcqInvoice) invoice = acq_invoice_new ();
  AcqImportedInvoice imported = { .customer = customer, .invoice = invoice };
  gint64 amount;

  acq_table_view_amount_at (view, row, bucket->column, view->source->currency, &amount);
  if (amount == 0)
    return TRUE;
  invoice->number
    = g_strdup_printf ("%s / %s", customer->code != NULL ? customer->code : customer->name, heading);
  invoice->opening = TRUE;
  invoice->kind = amount < 0 ? ACQ_INVOICE_KIND_CREDIT_NOTE : ACQ_INVOICE_KIND_INVOICE;
  invoice->currency = view->source->currency;
  invoice->total = amount;
  invoice->issued = bucket->days_late < 0 ? view->source->today : view->source->today - bucket->days_late;
  if (bucket->days_late >= 0)
    acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, invoice->issued, amount);
  return sink->invoice (user_data, &imported, acq_table_place (view->table, row), error);
}

static gboolean
read_row (const AcqTableView *view, guint row, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqCustomer) customer = acq_table_view_customer (view, row);
  AcqReject reason;

  if (customer->code == NULL && customer->name == NULL)
    return reject_row (view, row, ACQ_REJECT_NO_CUSTOMER, sink, user_data, error);
  if (!check_row (view, row, &reason))
    return reject_row (view, row, reason, sink, user_data, error);
  for (guint i = 0; i < view->headings->buckets->len; i++)
    if (!emit_opening (view, customer, row, &g_array_index (view->headings->buckets, AcqTableBucket, i), sink,
                       user_data, error))
      return FALSE;
  return TRUE;
}

gboolean
acq_aged_balance_read (const AcqTable *table, const AcqTableHeadings *headings, const AcqImportSource *source,
                       const AcqImportSink *sink, gpointer user_data, GError **error)
{
  AcqTableView view;

  acq_table_view_init (&view, table, headings, source);
  for (guint row = headings->heading_row + 1; row < acq_table_n_rows (table); row++)
    if (!acq_table_view_is_decoration (&view, row) && !read_row (&view, row, sink, user_data, error))
      return FALSE;
  return TRUE;
}
