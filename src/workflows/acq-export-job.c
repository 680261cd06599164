/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-export-job.h"

#include <string.h>

#include "acq-ageing.h"
#include "acq-bank-repository.h"
#include "acq-ledger-repository.h"
#include "acq-standing.h"
#include "acq-workflow-error.h"

struct _AcqExportTable
{
  const char *name;
  gboolean (*write) (AcqCompanyFile *file, GString *out,
                     GError **error); /* NULL: a copy of the file itself */
};

/* A cell that a spreadsheet would take for a formula is made a text (CWE-1236). */
static void
add_cell (GString *out, const char *text, gboolean last)
{
  gboolean formula = text != NULL && text[0] != '\0' && strchr ("=+@\t\r", text[0]) != NULL;
  gboolean quoted = text != NULL && (formula || strpbrk (text, ";\"\n\r") != NULL);

  if (quoted)
    g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = text == NULL ? "" : text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  if (quoted)
    g_string_append_c (out, '"');
  g_string_append (out, last ? "\r\n" : ";");
}

static void add_row (GString *out, const char *first, ...) G_GNUC_NULL_TERMINATED;

/* Cells up to a NULL; absent ones are "". */
static void
add_row (GString *out, const char *first, ...)
{
  va_list cells;
  const char *cell = first;

  va_start (cells, first);
  while (cell != NULL)
    {
      const char *next = va_arg (cells, const char *);

      add_cell (out, cell, next == NULL);
      cell = next;
    }
  va_end (cells);
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

static AcqLedger *
load (AcqCompanyFile *file, GError **error)
{
  return acq_ledger_repository_load (acq_company_file_connection (file), ACQ_LEDGER_WITHOUT_BANK,
                                     acq_clock_today (acq_company_file_clock (file)), error);
}

static gboolean
write_customers (AcqCompanyFile *file, GString *out, GError **error)
{
  g_autoptr (AcqLedger) ledger = load (file, error);

  if (ledger == NULL)
    return FALSE;
  add_row (out, "customer", "name", "kind", "siren", "address", "postcode", "city", "recipient", "email",
           NULL);
  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];
      const AcqContact *contact = acq_customer_find_email (customer, ACQ_CONTACT_ROLE_PAYS);

      add_row (out, customer->code, customer->name, acq_customer_kind_to_code (customer->kind),
               or_empty (customer->siren), or_empty (customer->address), or_empty (customer->postcode),
               or_empty (customer->city), acq_ledger_find_recipient (ledger, customer)->code,
               contact == NULL ? "" : contact->email, NULL);
    }
  return TRUE;
}

static gboolean
write_invoices (AcqCompanyFile *file, GString *out, GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqLedger) ledger = load (file, error);
  g_autoptr (AcqStandings) standings = NULL;

  if (ledger == NULL)
    return FALSE;
  standings = acq_standings_new (ledger);
  add_row (out, "number", "customer", "customer_name", "kind", "issued", "due", "total", "balance",
           "currency", "status", "overdue", NULL);
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);
      AcqStanding standing = acq_standings_get (standings, invoice, today);
      g_autofree char *total = acq_money_format (acq_money_new (invoice->total, invoice->currency));
      g_autofree char *balance = acq_money_format (acq_money_new (invoice->balance, invoice->currency));
      g_autofree char *overdue
        = acq_money_format (acq_money_new (standing.overdue_amount, invoice->currency));
      char issued[ACQ_DAY_ISO_SIZE], due[ACQ_DAY_ISO_SIZE];

      add_row (out, invoice->number, customer->code, customer->name, acq_invoice_kind_to_code (invoice->kind),
               acq_day_write_iso (invoice->issued, issued),
               acq_day_write_iso (acq_invoice_due_day (invoice), due), total, balance, invoice->currency.code,
               acq_invoice_status_to_code (standing.status), overdue, NULL);
    }
  return TRUE;
}

static gboolean
write_transaction (gpointer user_data, const AcqTransaction *transaction, const char *account_name)
{
  GString *out = user_data;
  g_autofree char *amount = acq_money_format (acq_money_new (transaction->amount, transaction->currency));
  char booked[ACQ_DAY_ISO_SIZE], value[ACQ_DAY_ISO_SIZE];

  add_row (out, account_name, acq_day_write_iso (transaction->booked, booked),
           acq_day_write_iso (transaction->value, value), transaction->label, amount,
           transaction->currency.code, or_empty (transaction->bank_ref),
           acq_transaction_status_to_code (acq_transaction_status (transaction)), NULL);
  return TRUE;
}

static gboolean
write_transactions (AcqCompanyFile *file, GString *out, GError **error)
{
  add_row (out, "account", "date", "value_date", "label", "amount", "currency", "bank_ref", "status", NULL);
  return acq_bank_repository_each (acq_company_file_connection (file), write_transaction, out, error);
}

static void
add_ageing (GString *out, const AcqCustomer *customer, const AcqAgeing *ageing)
{
  g_autofree char *outstanding = acq_amount_format (acq_ageing_outstanding (ageing));
  g_autofree char *overdue = acq_amount_format (acq_ageing_overdue (ageing));
  g_autofree char *credits = acq_amount_format (ageing->credits);
  char *buckets[ACQ_AGEING_N_BUCKETS];

  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    buckets[i] = acq_amount_format (ageing->buckets[i]);
  add_row (out, customer->code, customer->name, outstanding, overdue, buckets[0], buckets[1], buckets[2],
           buckets[3], buckets[4], credits, NULL);
  for (int i = 0; i < ACQ_AGEING_N_BUCKETS; i++)
    g_free (buckets[i]);
}

/* In euros; amounts in other currencies do not add up with them. */
static gboolean
write_ageing (AcqCompanyFile *file, GString *out, GError **error)
{
  AcqDay today = acq_clock_today (acq_company_file_clock (file));
  g_autoptr (AcqLedger) ledger = load (file, error);
  g_autoptr (GHashTable) ageings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  if (ledger == NULL)
    return FALSE;
  for (guint i = 0; i < ledger->customers->len; i++)
    {
      AcqAgeing *ageing = g_new (AcqAgeing, 1);

      *ageing = acq_ageing_init (today);
      g_hash_table_insert (ageings, &((AcqCustomer *) ledger->customers->pdata[i])->id, ageing);
    }
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];

      if (!invoice->cancelled && acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        acq_ageing_add_invoice (g_hash_table_lookup (ageings, &invoice->customer_id), invoice);
    }
  add_row (out, "customer", "name", "outstanding", "overdue", "not_due", "1_to_30", "31_to_60", "61_to_90",
           "over_90", "credits", NULL);
  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];
      const AcqAgeing *ageing = g_hash_table_lookup (ageings, &customer->id);

      if (acq_ageing_outstanding (ageing) != 0 || ageing->credits != 0)
        add_ageing (out, customer, ageing);
    }
  return TRUE;
}

static const AcqExportTable tables[] = {
  { "customers", write_customers },
  { "invoices", write_invoices },
  { "transactions", write_transactions },
  { "ageing", write_ageing },
  { "backup", NULL },
};

const AcqExportTable *
acq_export_find_table (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i].name, name) == 0)
      return &tables[i];
  return NULL;
}

gboolean
acq_export_write (AcqCompanyFile *file, const AcqExportTable *table, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new ("\xef\xbb\xbf");
  g_autoptr (GError) local_error = NULL;

  if (table->write == NULL)
    return acq_connection_backup (acq_company_file_connection (file), path, error);
  if (!table->write (file, out, error))
    return FALSE;
  if (g_file_set_contents (path, out->str, (gssize) out->len, &local_error))
    return TRUE;
  g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_UNREADABLE_FILE, "%s", local_error->message);
  return FALSE;
}
