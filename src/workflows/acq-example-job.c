/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-job.h"

#include <glib/gstdio.h>

#include "acq-bank-repository.h"
#include "acq-company-setup.h"
#include "acq-customer-repository.h"
#include "acq-example-company.h"
#include "acq-example-files.h"
#include "acq-insolvency-claims.h"
#include "acq-invoice-copy.h"
#include "acq-invoice-repository.h"
#include "acq-ledger-repository.h"
#include "acq-note-repository.h"
#include "acq-receipt-repository.h"
#include "acq-settings-repository.h"

/* How the example's claims went: days from the judgment to the BODACC, and from there to the declaration. */
#define DAYS_TO_PUBLICATION 9
#define DAYS_TO_DECLARATION 21

static gboolean
store_company (AcqConnection *connection, const AcqCompany *company, GError **error)
{
  for (const char *const *key = acq_company_keys (); *key != NULL; key++)
    if (!acq_settings_repository_set_company (connection, *key, acq_company_get (company, *key), error))
      return FALSE;
  return TRUE;
}

/* Recipients and payers may stand behind those who name them: the links are written once all are kept. */
static gboolean
store_customers (AcqConnection *connection, const GPtrArray *customers, GError **error)
{
  for (guint i = 0; i < customers->len; i++)
    {
      AcqCustomer *customer = customers->pdata[i];
      gint64 recipient = customer->recipient_id, payer = customer->payer_id, id = customer->id;

      customer->recipient_id = customer->payer_id = 0;
      if (!acq_customer_repository_insert (connection, customer, 0, error))
        return FALSE;
      g_return_val_if_fail (customer->id == id, FALSE);
      customer->recipient_id = recipient;
      customer->payer_id = payer;
    }
  for (guint i = 0; i < customers->len; i++)
    if (!acq_customer_repository_update (connection, customers->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* Ids count from 1 in the order of the arrays, as an empty file gives them. */
static gboolean
store_invoices (AcqConnection *connection, const GPtrArray *invoices, GError **error)
{
  for (guint i = 0; i < invoices->len; i++)
    {
      AcqInvoice *invoice = invoices->pdata[i];
      gint64 id = invoice->id;

      if (!acq_invoice_repository_insert (connection, invoice, 0, error))
        return FALSE;
      g_return_val_if_fail (invoice->id == id, FALSE);
    }
  return TRUE;
}

static gboolean
store_bank (AcqConnection *connection, const AcqExample *example, GError **error)
{
  for (guint i = 0; i < example->statements->len; i++)
    {
      const AcqStatement *statement = example->statements->pdata[i];
      gint64 account = acq_bank_repository_find_account (connection, statement, 0, error);

      if (account < 0
          || !acq_bank_repository_insert_statement (connection, statement, account, 0, "ok", error))
        return FALSE;
    }
  for (guint i = 0; i < example->ledger->transactions->len; i++)
    {
      AcqTransaction *transaction = example->ledger->transactions->pdata[i];
      gint64 id = transaction->id;

      if (!acq_bank_repository_insert (connection, transaction, 0, error))
        return FALSE;
      g_return_val_if_fail (transaction->id == id, FALSE);
    }
  return TRUE;
}

/* Allocations are written as they are: the balances that follow from them stand in the example already, and are proved by
   the test of the whole. */
static gboolean
store_receipts (AcqConnection *connection, const GPtrArray *receipts, GError **error)
{
  for (guint i = 0; i < receipts->len; i++)
    {
      AcqReceipt *receipt = receipts->pdata[i];

      if (!acq_receipt_repository_insert (connection, receipt, 0, error))
        return FALSE;
      for (guint j = 0; j < receipt->allocations->len; j++)
        {
          const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, j);

          if (!acq_connection_run (connection, error,
                                   "INSERT INTO allocation (receipt_id, invoice_id, amount, origin)"
                                   " VALUES (?, ?, ?, ?)",
                                   "iiit", receipt->id, allocation->invoice_id, allocation->amount,
                                   acq_allocation_origin_to_code (allocation->origin)))
            return FALSE;
        }
      if (receipt->transaction_id != 0
          && !acq_bank_repository_refresh_matched (connection, receipt->transaction_id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
store_facts (AcqConnection *connection, const AcqLedger *ledger, GError **error)
{
  for (guint i = 0; i < ledger->notes->len; i++)
    if (!acq_note_repository_insert (connection, ledger->notes->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < ledger->plans->len; i++)
    if (!acq_note_repository_insert_plan (connection, ledger->plans->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < ledger->reminders->len; i++)
    if (!acq_note_repository_insert_reminder (connection, ledger->reminders->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < ledger->aliases->len; i++)
    {
      const AcqPayerAlias *alias = ledger->aliases->pdata[i];

      for (int n = 0; n < alias->confirmations; n++)
        if (!acq_settings_repository_learn_payer (connection, alias->key, alias->is_iban, alias->customer_id,
                                                  error))
          return FALSE;
    }
  return TRUE;
}

/* The claims of old stories were declared in time. */
static gboolean
store_claims (AcqConnection *connection, const AcqExample *example, GError **error)
{
  const GPtrArray *customers = example->ledger->customers;

  for (guint i = 0; i < customers->len; i++)
    {
      const AcqCustomer *customer = customers->pdata[i];
      AcqDay published = customer->insolvent_since + DAYS_TO_PUBLICATION;

      if (customer->insolvent_since != ACQ_DAY_NONE && published + DAYS_TO_DECLARATION <= example->today
          && !acq_insolvency_claim_write (connection, customer->id, published, published + DAYS_TO_DECLARATION, error))
        return FALSE;
    }
  return TRUE;
}

/* A notice encloses the invoice and the credit notes that were set against it. */
static gboolean
wants_copy (const AcqInvoice *invoice)
{
  return invoice->balance != 0 || acq_invoice_is_credit_note (invoice);
}

static gboolean
store_copies (AcqConnection *connection, const AcqExample *example, GError **error)
{
  const AcqLedger *ledger = example->ledger;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (error);

  for (guint i = 0; press != NULL && i < ledger->invoices->len; i++)
    {
      const AcqInvoice *invoice = ledger->invoices->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s.pdf", invoice->number);
      g_autoptr (GBytes) copy = NULL;
      gboolean added;

      if (!wants_copy (invoice))
        continue;
      copy = acq_invoice_copy_new_pdf (press, ledger->company,
                                       acq_ledger_find_customer (ledger, invoice->customer_id), invoice,
                                       example->items->pdata[i], error);
      if (copy == NULL
          || !acq_invoice_repository_add_copy (connection, invoice->id, name, copy, 0, &added, error))
        return FALSE;
    }
  return press != NULL;
}

static gboolean
store (AcqCompanyFile *file, const AcqExample *example, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  const AcqLedger *ledger = example->ledger;
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  return change != NULL && store_company (connection, ledger->company, error)
         && store_customers (connection, ledger->customers, error)
         && store_invoices (connection, ledger->invoices, error) && store_bank (connection, example, error)
         && store_receipts (connection, ledger->receipts, error) && store_facts (connection, ledger, error)
         && store_claims (connection, example, error) && store_copies (connection, example, error)
         && acq_change_commit (change, "example", NULL, NULL, error);
}

AcqCompanyFile *
acq_example_build (const char *path, AcqClock clock, const char *directory, GPtrArray *paths, GError **error)
{
  g_autoptr (AcqExample) example = acq_example_new (acq_clock_today (clock));
  const char *const nothing[] = { NULL };
  g_autoptr (AcqCompanyFile) file = acq_company_setup (path, clock, nothing, error);
  AcqVerification verification;

  if (file == NULL)
    return NULL;
  if (store (file, example, error)
      && acq_ledger_repository_verify (acq_company_file_connection (file), &verification, error)
      && (directory == NULL || acq_example_write_files (example, directory, paths, error)))
    return g_steal_pointer (&file);
  g_clear_pointer (&file, acq_company_file_close);
  g_unlink (path);
  return NULL;
}
