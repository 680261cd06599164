/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-repository.h"
#include "acq-batch-repository.h"
#include "acq-cli-verbs.h"
#include "acq-journal.h"
#include "acq-ledger-repository.h"

typedef struct
{
  AcqCli *cli;
  GHashTable *receipts; /* gint64 id of a transaction to AcqReceipt */
  const AcqLedger *ledger;
} TransactionList;

static void
add_allocations (const TransactionList *list, gint64 transaction_id)
{
  const AcqReceipt *receipt = g_hash_table_lookup (list->receipts, &transaction_id);

  acq_cli_begin_list (list->cli, "allocations");
  for (guint i = 0; receipt != NULL && i < receipt->allocations->len; i++)
    {
      const AcqAllocation *allocation = &g_array_index (receipt->allocations, AcqAllocation, i);

      acq_cli_begin_object (list->cli, NULL);
      acq_cli_add_text (list->cli, "invoice",
                        acq_ledger_find_invoice (list->ledger, allocation->invoice_id)->number);
      acq_cli_add_amount (list->cli, "amount", allocation->amount, receipt->currency);
      acq_cli_end_object (list->cli);
    }
  acq_cli_end_list (list->cli);
}

static void
add_children (AcqCli *cli, const AcqTransaction *transaction)
{
  acq_cli_begin_list (cli, "children");
  for (guint i = 0; transaction->children != NULL && i < transaction->children->len; i++)
    {
      const AcqTransaction *part = transaction->children->pdata[i];

      acq_cli_begin_object (cli, NULL);
      acq_cli_add_text (cli, "bank_ref", part->bank_ref);
      acq_cli_add_text (cli, "label", part->label);
      acq_cli_add_amount (cli, "amount", part->amount, part->currency);
      acq_cli_end_object (cli);
    }
  acq_cli_end_list (cli);
}

static gboolean
add_transaction (gpointer user_data, const AcqTransaction *transaction, const char *account_name)
{
  TransactionList *list = user_data;
  AcqCli *cli = list->cli;

  acq_cli_begin_object (cli, NULL);
  acq_cli_add_int (cli, "id", transaction->id);
  acq_cli_add_text (cli, "account", account_name[0] == '\0' ? NULL : account_name);
  acq_cli_add_text (cli, "bank_ref", transaction->bank_ref);
  acq_cli_add_day (cli, "date", transaction->booked);
  acq_cli_add_text (cli, "label", transaction->label);
  acq_cli_add_amount (cli, "amount", transaction->amount, transaction->currency);
  acq_cli_add_text (cli, "currency", transaction->currency.code);
  acq_cli_add_text (cli, "status", acq_transaction_status_to_code (acq_transaction_status (transaction)));
  add_allocations (list, transaction->id);
  add_children (cli, transaction);
  acq_cli_end_object (cli);
  return TRUE;
}

static GHashTable *
index_receipts (const AcqLedger *ledger)
{
  GHashTable *receipts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ledger->receipts->len; i++)
    {
      AcqReceipt *receipt = ledger->receipts->pdata[i];

      if (receipt->transaction_id != 0)
        g_hash_table_insert (receipts, &receipt->transaction_id, receipt);
    }
  return receipts;
}

AcqCliExit
acq_cli_list_transactions (AcqCli *self, AcqCompanyFile *file)
{
  AcqConnection *connection = acq_company_file_connection (file);
  GError *error = NULL;
  g_autoptr (AcqLedger) ledger
    = acq_ledger_repository_load (connection, ACQ_LEDGER_WITHOUT_BANK, acq_clock_today (self->clock), &error);
  g_autoptr (GHashTable) receipts = NULL;
  TransactionList list = { self, NULL, ledger };

  if (ledger == NULL)
    return acq_cli_refuse (acq_company_file_path (file), error);
  list.receipts = receipts = index_receipts (ledger);
  acq_cli_begin_list (self, "transactions");
  if (!acq_bank_repository_each (connection, add_transaction, &list, &error))
    return acq_cli_refuse (acq_company_file_path (file), error);
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_list_journal (AcqCli *self, AcqCompanyFile *file)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) lines = acq_journal_list (acq_company_file_connection (file), &error);

  if (lines == NULL)
    return acq_cli_refuse (acq_company_file_path (file), error);
  acq_cli_begin_list (self, "journal");
  for (guint i = 0; i < lines->len; i++)
    {
      const AcqJournalLine *line = lines->pdata[i];

      acq_cli_begin_object (self, NULL);
      acq_cli_add_int (self, "id", line->id);
      acq_cli_add_text (self, "at", line->at);
      acq_cli_add_day (self, "day", line->day);
      acq_cli_add_text (self, "action", line->action);
      acq_cli_add_text (self, "subject", line->subject);
      acq_cli_add_text (self, "detail", line->detail);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_list_batches (AcqCli *self, AcqCompanyFile *file)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) batches = acq_batch_repository_list (acq_company_file_connection (file), &error);

  if (batches == NULL)
    return acq_cli_refuse (acq_company_file_path (file), error);
  acq_cli_begin_list (self, "batches");
  for (guint i = 0; i < batches->len; i++)
    {
      const AcqBatch *batch = batches->pdata[i];

      acq_cli_begin_object (self, NULL);
      acq_cli_add_int (self, "batch", batch->id);
      acq_cli_add_day (self, "imported_on", batch->imported_on);
      acq_cli_add_text (self, "path", batch->path);
      acq_cli_add_text (self, "format", batch->format);
      acq_cli_add_text (self, "kind", batch->kind);
      acq_cli_add_int (self, "read", batch->read);
      acq_cli_add_int (self, "added", batch->added);
      acq_cli_add_int (self, "updated", batch->updated);
      acq_cli_add_int (self, "duplicates", batch->duplicates);
      acq_cli_add_int (self, "rejected", batch->rejected);
      acq_cli_add_text (self, "balance", batch->balance);
      acq_cli_add_bool (self, "undone", batch->undone);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
