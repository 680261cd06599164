/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cli-verbs.h"
#include "acq-ledger-repository.h"
#include "acq-lookup.h"
#include "acq-standing.h"

typedef struct
{
  gint64 outstanding;
  gint64 overdue;
} Exposure;

static AcqLedger *
load (AcqCli *self, AcqCompanyFile *file)
{
  GError *error = NULL;
  AcqLedger *ledger = acq_ledger_repository_load (acq_company_file_connection (file), ACQ_LEDGER_WITHOUT_BANK,
                                                  acq_clock_today (self->clock), &error);

  if (ledger == NULL)
    acq_cli_refuse (acq_company_file_path (file), error);
  return ledger;
}

/* Amounts of several currencies never add up: a customer's figures are those in euros. */
static GHashTable *
sum_exposures (const AcqLedger *ledger, const AcqStandings *standings, AcqDay today)
{
  GHashTable *exposures = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < ledger->customers->len; i++)
    g_hash_table_insert (exposures, &((AcqCustomer *) ledger->customers->pdata[i])->id, g_new0 (Exposure, 1));
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      Exposure *exposure = g_hash_table_lookup (exposures, &invoice->customer_id);

      if (invoice->cancelled || !acq_currency_equal (invoice->currency, ACQ_CURRENCY_EUR))
        continue;
      exposure->outstanding += invoice->balance;
      exposure->overdue += acq_standings_get (standings, invoice, today).overdue_amount;
    }
  return exposures;
}

AcqCliExit
acq_cli_list_customers (AcqCli *self, AcqCompanyFile *file)
{
  AcqDay today = acq_clock_today (self->clock);
  g_autoptr (AcqLedger) ledger = load (self, file);
  g_autoptr (AcqStandings) standings = NULL;
  g_autoptr (GHashTable) exposures = NULL;

  if (ledger == NULL)
    return ACQ_CLI_REFUSED;
  standings = acq_standings_new (ledger);
  exposures = sum_exposures (ledger, standings, today);
  acq_cli_begin_list (self, "customers");
  for (guint i = 0; i < ledger->customers->len; i++)
    {
      const AcqCustomer *customer = ledger->customers->pdata[i];
      const Exposure *exposure = g_hash_table_lookup (exposures, &customer->id);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_text (self, "customer", customer->code);
      acq_cli_add_text (self, "name", customer->name);
      acq_cli_add_text (self, "kind", acq_customer_kind_to_code (customer->kind));
      acq_cli_add_text (self, "kind_source", acq_kind_source_to_code (customer->kind_source));
      acq_cli_add_text (self, "siren", customer->siren);
      acq_cli_add_text (self, "recipient", acq_ledger_find_recipient (ledger, customer)->code);
      acq_cli_add_amount (self, "outstanding", exposure->outstanding, ACQ_CURRENCY_EUR);
      acq_cli_add_amount (self, "overdue", exposure->overdue, ACQ_CURRENCY_EUR);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

static void
add_due_items (AcqCli *self, const AcqInvoice *invoice)
{
  acq_cli_begin_list (self, "due_items");
  for (guint i = 0; i < invoice->due_items->len; i++)
    {
      const AcqDueItem *item = acq_invoice_due_item (invoice, i);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_day (self, "due", item->due);
      acq_cli_add_amount (self, "amount", item->amount, invoice->currency);
      acq_cli_add_amount (self, "balance", item->balance, invoice->currency);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

static void
add_invoice (AcqCli *self, const AcqLedger *ledger, const AcqInvoice *invoice, const AcqStanding *standing)
{
  const AcqCustomer *customer = acq_ledger_find_customer (ledger, invoice->customer_id);

  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "number", invoice->number);
  acq_cli_add_text (self, "customer", customer->code);
  acq_cli_add_text (self, "customer_name", customer->name);
  acq_cli_add_text (self, "kind", acq_invoice_kind_to_code (invoice->kind));
  acq_cli_add_day (self, "issued", invoice->issued);
  acq_cli_add_day (self, "due", acq_invoice_due_day (invoice));
  acq_cli_add_amount (self, "total", invoice->total, invoice->currency);
  acq_cli_add_amount (self, "balance", invoice->balance, invoice->currency);
  acq_cli_add_amount (self, "chaseable", standing->chaseable, invoice->currency);
  acq_cli_add_text (self, "currency", invoice->currency.code);
  acq_cli_add_text (self, "status", acq_invoice_status_to_code (standing->status));
  acq_cli_add_bool (self, "overdue", standing->overdue);
  acq_cli_add_day (self, "until", standing->until);
  add_due_items (self, invoice);
  acq_cli_end_object (self);
}

static gboolean
has_status (const AcqStanding *standing, const char *status)
{
  if (status == NULL)
    return TRUE;
  if (strcmp (status, "overdue") == 0)
    return standing->overdue;
  return strcmp (status, acq_invoice_status_to_code (standing->status)) == 0;
}

AcqCliExit
acq_cli_list_invoices (AcqCli *self, AcqCompanyFile *file, const char *status, const char *customer)
{
  AcqDay today = acq_clock_today (self->clock);
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (AcqStandings) standings = NULL;
  const AcqCustomer *wanted = NULL;
  AcqInvoiceStatus known;
  GError *error = NULL;

  if (status != NULL && strcmp (status, "overdue") != 0 && !acq_invoice_status_from_code (status, &known))
    return acq_cli_wrong_usage ("list", status);
  ledger = load (self, file);
  if (ledger == NULL)
    return ACQ_CLI_REFUSED;
  if (customer != NULL)
    {
      wanted = acq_lookup_customer_in (ledger, customer, &error);
      if (wanted == NULL)
        return acq_cli_refuse (acq_company_file_path (file), error);
    }
  standings = acq_standings_new (ledger);
  acq_cli_begin_list (self, "invoices");
  for (guint i = 0; i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      AcqStanding standing = acq_standings_get (standings, invoice, today);

      if (has_status (&standing, status) && (wanted == NULL || invoice->customer_id == wanted->id))
        add_invoice (self, ledger, invoice, &standing);
    }
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_list_notes (AcqCli *self, AcqCompanyFile *file)
{
  g_autoptr (AcqLedger) ledger = load (self, file);

  if (ledger == NULL)
    return ACQ_CLI_REFUSED;
  acq_cli_begin_list (self, "notes");
  for (guint i = 0; i < ledger->notes->len; i++)
    {
      const AcqNote *note = ledger->notes->pdata[i];
      const AcqInvoice *invoice
        = note->invoice_id == 0 ? NULL : acq_ledger_find_invoice (ledger, note->invoice_id);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_int (self, "id", note->id);
      acq_cli_add_text (self, "kind", acq_note_kind_to_code (note->kind));
      acq_cli_add_text (self, "customer", acq_ledger_find_customer (ledger, note->customer_id)->code);
      acq_cli_add_text (self, "invoice", invoice == NULL ? NULL : invoice->number);
      if (note->amount < 0)
        acq_cli_add_text (self, "amount", NULL);
      else
        acq_cli_add_amount (self, "amount", note->amount, ACQ_CURRENCY_EUR);
      acq_cli_add_day (self, "on", note->day);
      acq_cli_add_day (self, "until", note->until);
      acq_cli_add_text (self, "reason", note->reason);
      acq_cli_add_text (self, "category",
                        note->category == ACQ_DISPUTE_CATEGORY_UNKNOWN
                          ? NULL
                          : acq_dispute_category_to_code (note->category));
      acq_cli_add_text (self, "person", note->person);
      acq_cli_add_bool (self, "closed", note->closed);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

/* Sending comes with the outbox; until then nothing leaves and the list says so by being empty. */
