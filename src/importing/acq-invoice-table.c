/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-invoice-table.h"

#include <string.h>

#include "acq-aged-balance.h"
#include "acq-invoice-row.h"

#define NO_ROW G_MAXUINT
/* No invoice has more lines or due items. */
#define MAX_PARTS 500

/* Rows of one number are chained in their order. */
typedef struct
{
  AcqTableView view;
  const AcqImportSink *sink;
  gpointer user_data;
  GArray *next; /* (element-type guint) by row: the next row of the same number, or NO_ROW */
} Reading;

static gboolean
reject_row (const Reading *reading, guint row, AcqReject reason, GError **error)
{
  g_autofree char *text = acq_table_row_text (reading->view.table, row);

  return reading->sink->reject (reading->user_data, acq_table_place (reading->view.table, row), reason, text,
                                error);
}

/* Whether two rows can be parts of one invoice. */
static gboolean
belong_together (const Reading *reading, const AcqInvoiceRow *a, const AcqInvoiceRow *b)
{
  static const AcqTableField same[] = { ACQ_FIELD_CUSTOMER_CODE, ACQ_FIELD_CUSTOMER_NAME, ACQ_FIELD_SIREN };

  for (gsize i = 0; i < G_N_ELEMENTS (same); i++)
    if (strcmp (acq_table_view_text (&reading->view, a->row, same[i]),
                acq_table_view_text (&reading->view, b->row, same[i]))
        != 0)
      return FALSE;
  return a->issued == b->issued && acq_currency_equal (a->currency, b->currency) && a->kind == b->kind;
}

/* Whether the rows carry the invoice's total, each the whole: it is the same, and more than what the row itself shows. */
static gboolean
repeat_total (const GArray *parts)
{
  const AcqInvoiceRow *first = &g_array_index (parts, AcqInvoiceRow, 0);

  for (guint i = 0; i < parts->len; i++)
    {
      const AcqInvoiceRow *part = &g_array_index (parts, AcqInvoiceRow, i);
      gboolean more = part->has_due_amount ? part->due_amount != part->total
                                           : part->has_net && part->net + part->tax != part->total;

      if (!part->has_total || part->total != first->total || !more)
        return FALSE;
    }
  return TRUE;
}

static gint64
part_amount (const AcqInvoiceRow *part)
{
  return part->has_due_amount ? part->due_amount : part->total;
}

static void
add_figures (const GArray *parts, AcqInvoice *invoice, AcqImportedInvoice *imported)
{
  gboolean repeated = parts->len > 1 && repeat_total (parts);

  for (guint i = 0; i < parts->len; i++)
    {
      const AcqInvoiceRow *part = &g_array_index (parts, AcqInvoiceRow, i);

      if (part->has_net)
        acq_invoice_add_vat_line (invoice, acq_invoice_row_rate (part), part->net, part->tax, FALSE);
      if (repeated && i > 0)
        continue;
      invoice->total += parts->len == 1 || repeated ? part->total : part_amount (part);
      invoice->prepaid += part->paid;
      imported->has_balance = part->has_balance;
      imported->balance += part->balance;
    }
}

/* One due item a day; rows without a day leave their share to the customer's terms. */
static void
add_due_items (const GArray *parts, AcqInvoice *invoice)
{
  const AcqInvoiceRow *first = &g_array_index (parts, AcqInvoiceRow, 0);
  gboolean several = FALSE;

  for (guint i = 1; i < parts->len; i++)
    several = several || g_array_index (parts, AcqInvoiceRow, i).due != first->due;
  if (!several)
    {
      if (first->due != ACQ_DAY_NONE)
        acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, first->due, invoice->total);
      return;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const AcqInvoiceRow *part = &g_array_index (parts, AcqInvoiceRow, i);

      if (part->due != ACQ_DAY_NONE)
        acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, part->due, part_amount (part));
    }
}

/* The retained part falls due a year after acceptance (loi n° 71-584): after performance, as near as a table tells. */
static void
add_retention (const Reading *reading, guint row, AcqInvoice *invoice)
{
  gint64 retention = acq_invoice_row_retention (&reading->view, row, invoice->currency, invoice->total);
  AcqDay from = invoice->performed != ACQ_DAY_NONE ? invoice->performed : invoice->issued;
  AcqDay due;

  if (retention == 0)
    return;
  if (acq_table_view_day (&reading->view, row, ACQ_FIELD_RETENTION_DUE, &due) != ACQ_CELL_READ)
    due = acq_day_add_months (from, 12);
  if (invoice->due_items->len > 0)
    acq_invoice_due_item (invoice, invoice->due_items->len - 1)->amount -= retention;
  acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_RETENTION, due, retention);
}

static void
read_details (const Reading *reading, guint row, AcqInvoice *invoice)
{
  const AcqTableView *view = &reading->view;
  const char *reminders = strpbrk (acq_table_view_text (view, row, ACQ_FIELD_REMINDERS), "0123456789");

  invoice->number = acq_table_view_dup (view, row, ACQ_FIELD_NUMBER);
  invoice->order_reference = acq_table_view_dup (view, row, ACQ_FIELD_ORDER);
  invoice->engagement = acq_table_view_dup (view, row, ACQ_FIELD_ENGAGEMENT);
  invoice->deposit_status = acq_table_view_dup (view, row, ACQ_FIELD_DEPOSIT_STATUS);
  invoice->corrects = acq_table_view_dup (view, row, ACQ_FIELD_CORRECTS);
  invoice->factored = acq_table_view_flag (view, row, ACQ_FIELD_FACTORED);
  acq_table_view_day (view, row, ACQ_FIELD_PERFORMED, &invoice->performed);
  acq_table_view_day (view, row, ACQ_FIELD_DEPOSITED, &invoice->deposited);
  acq_table_view_day (view, row, ACQ_FIELD_LAST_REMINDER, &invoice->last_reminder_before);
  if (reminders != NULL)
    invoice->reminders_before = (int) CLAMP (g_ascii_strtoll (reminders, NULL, 10), 0, 99);
  if (invoice->reminders_before == 0 && invoice->last_reminder_before != ACQ_DAY_NONE)
    invoice->reminders_before = 1;
}

static gboolean
emit_invoice (const Reading *reading, const GArray *parts, GError **error)
{
  const AcqInvoiceRow *first = &g_array_index (parts, AcqInvoiceRow, 0);
  g_autoptr (AcqInvoice) invoice = acq_invoice_new ();
  g_autoptr (AcqCustomer) customer = acq_table_view_customer (&reading->view, first->row);
  AcqImportedInvoice imported = { .customer = customer, .invoice = invoice };
  gint64 sum = 0;

  read_details (reading, first->row, invoice);
  invoice->kind = first->kind;
  invoice->cancelled = first->cancelled;
  invoice->currency = first->currency;
  invoice->issued = first->issued;
  add_figures (parts, invoice, &imported);
  if (ABS (invoice->total) > ACQ_MONEY_MAX || ABS (invoice->prepaid) > ACQ_MONEY_MAX)
    return reject_row (reading, first->row, ACQ_REJECT_BAD_AMOUNT, error);
  add_due_items (parts, invoice);
  for (guint i = 0; i < invoice->due_items->len; i++)
    sum += acq_invoice_due_item (invoice, i)->amount;
  if (parts->len > 1 && sum != 0 && sum != invoice->total)
    return reject_row (reading, first->row, ACQ_REJECT_PARTS_DIFFER, error);
  add_retention (reading, first->row, invoice);
  return reading->sink->invoice (reading->user_data, &imported,
                                 acq_table_place (reading->view.table, first->row), error);
}

/* A row that says word for word what one before it said is the same record once more: the caller counts it. */
static gboolean
is_repeated (const Reading *reading, const GArray *parts, guint row)
{
  for (guint i = 0; i < parts->len; i++)
    if (acq_table_rows_equal (reading->view.table, g_array_index (parts, AcqInvoiceRow, i).row, row))
      return TRUE;
  return FALSE;
}

static gboolean
emit_chain (const Reading *reading, guint first_row, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (AcqInvoiceRow));
  guint repeats = 0;

  for (guint row = first_row; row != NO_ROW; row = g_array_index (reading->next, guint, row))
    {
      AcqInvoiceRow part;
      AcqReject reason;

      if (is_repeated (reading, parts, row))
        repeats++;
      else if (!acq_invoice_row_read (&reading->view, row, &part, &reason))
        {
          if (!reject_row (reading, row, reason, error))
            return FALSE;
        }
      else if (parts->len == MAX_PARTS
               || (parts->len > 0
                   && !belong_together (reading, &g_array_index (parts, AcqInvoiceRow, 0), &part)))
        {
          if (!reject_row (reading, row, ACQ_REJECT_DUPLICATE_NUMBER, error))
            return FALSE;
        }
      else
        g_array_append_val (parts, part);
    }
  for (guint i = 0; parts->len > 0 && i <= repeats; i++)
    if (!emit_invoice (reading, parts, error))
      return FALSE;
  return TRUE;
}

/* Chains the rows of each number; what is passed over has no number here. Returns the first rows in their order. */
static GArray *
chain_rows (Reading *reading)
{
  const AcqTableView *view = &reading->view;
  g_autoptr (GHashTable) last_rows = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = acq_table_n_rows (view->table);

  g_array_set_size (reading->next, n);
  for (guint row = 0; row < n; row++)
    {
      const char *number = acq_table_view_text (view, row, ACQ_FIELD_NUMBER);
      gpointer last = NULL;

      g_array_index (reading->next, guint, row) = NO_ROW;
      if (row <= view->headings->heading_row || acq_table_view_is_decoration (view, row))
        continue;
      if (number[0] != '\0')
        last = g_hash_table_lookup (last_rows, number);
      if (last != NULL)
        g_array_index (reading->next, guint, GPOINTER_TO_UINT (last)) = row;
      else
        g_array_append_val (firsts, row);
      if (number[0] != '\0')
        g_hash_table_insert (last_rows, (gpointer) number, GUINT_TO_POINTER (row));
    }
  return firsts;
}

static gboolean
read_invoices (Reading *reading, GError **error)
{
  g_autoptr (GArray) firsts = chain_rows (reading);

  if (firsts->len == 0)
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "no row below the headings");
      return FALSE;
    }
  for (guint i = 0; i < firsts->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (reading->view.source->cancellable, error)
          || !emit_chain (reading, g_array_index (firsts, guint, i), error))
        return FALSE;
      if (reading->sink->progress != NULL && i % 1024 == 0)
        reading->sink->progress (reading->user_data, reading->view.source->size / firsts->len * i,
                                 reading->view.source->size);
    }
  return TRUE;
}

gboolean
acq_invoice_table_read (const AcqTable *table, const AcqImportSource *source, const AcqImportSink *sink,
                        gpointer user_data, GError **error)
{
  g_autoptr (AcqTableHeadings) headings
    = acq_table_headings_find (table, source->mapping, ACQ_TABLE_ABOUT_INVOICES);
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { .sink = sink, .user_data = user_data, .next = next };

  if (headings == NULL)
    {
      headings = acq_table_headings_find (table, source->mapping, ACQ_TABLE_ABOUT_AGED_BALANCE);
      if (headings != NULL)
        return acq_aged_balance_read (table, headings, source, sink, user_data, error);
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS,
                           "no headings for number, customer, day and amount");
      return FALSE;
    }
  acq_table_view_init (&reading.view, table, headings, source);
  return read_invoices (&reading, error);
}
