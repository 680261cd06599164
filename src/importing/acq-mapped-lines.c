/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-table.h"
#include "acq-column-mapping.h"
#include "acq-invoice-table.h"

/* The first lines of a table, read by the very readers that will read all of it. */

typedef struct
{
  GPtrArray *lines;
  guint n;
} Collection;

static void
line_free (gpointer data)
{
  AcqMappedLine *self = data;

  g_free (self->text);
  g_free (self);
}

/* NULL: there are enough. */
static AcqMappedLine *
add_line (Collection *collection)
{
  AcqMappedLine *line;

  if (collection->lines->len >= collection->n)
    return NULL;
  line = g_new0 (AcqMappedLine, 1);
  line->day = ACQ_DAY_NONE;
  g_ptr_array_add (collection->lines, line);
  return line;
}

static gboolean
take_statement (gpointer user_data, const AcqStatement *statement, GError **error)
{
  return TRUE;
}

static gboolean
take_transaction (gpointer user_data, const AcqTransaction *transaction, GError **error)
{
  AcqMappedLine *line = add_line (user_data);

  if (line == NULL)
    return TRUE;
  line->day = transaction->booked;
  line->text = g_strdup (transaction->label);
  line->has_amount = TRUE;
  line->amount = transaction->amount;
  line->currency = transaction->currency;
  return TRUE;
}

static gboolean
take_customer (gpointer user_data, const AcqCustomer *customer, GError **error)
{
  AcqMappedLine *line = add_line (user_data);

  if (line != NULL)
    line->text = g_strdup (customer->name != NULL ? customer->name : customer->code);
  return TRUE;
}

static gboolean
take_invoice (gpointer user_data, const AcqImportedInvoice *imported, guint64 place, GError **error)
{
  AcqMappedLine *line = add_line (user_data);

  if (line == NULL)
    return TRUE;
  line->place = place;
  line->day = imported->invoice->issued;
  line->text = imported->customer == NULL || imported->customer->name == NULL
                 ? g_strdup (imported->invoice->number)
                 : g_strdup_printf ("%s · %s", imported->invoice->number, imported->customer->name);
  line->has_amount = TRUE;
  line->amount = imported->invoice->total;
  line->currency = imported->invoice->currency;
  return TRUE;
}

static gboolean
take_receipt (gpointer user_data, const AcqImportedReceipt *imported, guint64 place, GError **error)
{
  return TRUE;
}

static gboolean
take_rejection (gpointer user_data, guint64 place, AcqReject reason, const char *detail, GError **error)
{
  AcqMappedLine *line = add_line (user_data);

  if (line == NULL)
    return TRUE;
  line->place = place;
  line->text = detail == NULL ? NULL : g_utf8_make_valid (detail, -1);
  line->is_refused = TRUE;
  line->reason = reason;
  return TRUE;
}

static const AcqImportSink sink = {
  .begin_statement = take_statement,
  .transaction = take_transaction,
  .end_statement = take_statement,
  .customer = take_customer,
  .invoice = take_invoice,
  .receipt = take_receipt,
  .reject = take_rejection,
};

GPtrArray *
acq_column_mapping_read_lines (const AcqColumnMapping *self, guint n)
{
  Collection collection = { g_ptr_array_new_with_free_func (line_free), n };
  g_autoptr (GHashTable) mapping = acq_column_mapping_to_hash (self);
  g_autoptr (AcqRowSource) rows = acq_row_source_new_table (self->head, 0);
  const AcqImportSource source
    = { .path = "", .today = self->today, .currency = self->currency, .mapping = mapping };

  if (self->gaps != 0)
    return collection.lines;
  /* What cannot be read leaves the lines that could. */
  if (self->kind == ACQ_IMPORT_KIND_STATEMENT)
    acq_bank_table_read (rows, &source, &sink, &collection, NULL);
  else if (self->kind == ACQ_IMPORT_KIND_CUSTOMERS)
    acq_customer_table_read (self->head, &source, &sink, &collection, NULL);
  else
    acq_invoice_table_read (self->head, &source, &sink, &collection, NULL);
  return collection.lines;
}
