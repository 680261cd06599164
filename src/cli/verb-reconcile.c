/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-certainty-settings.h"
#include "acq-cli-verbs.h"
#include "acq-ledger-repository.h"
#include "acq-matching.h"

typedef struct
{
  AcqCli *cli;
  const AcqLedger *ledger;
  GHashTable *transactions; /* gint64 id to AcqTransaction */
} ReconcileView;

static void
add_line (const ReconcileView *view, gint64 id)
{
  const AcqTransaction *transaction = g_hash_table_lookup (view->transactions, &id);

  acq_cli_add_int (view->cli, "transaction", id);
  acq_cli_add_text (view->cli, "bank_ref", transaction->bank_ref);
  acq_cli_add_day (view->cli, "date", transaction->booked);
  acq_cli_add_text (view->cli, "label", transaction->label);
  acq_cli_add_amount (view->cli, "amount", transaction->amount, transaction->currency);
}

static void
add_proposal (const ReconcileView *view, const AcqProposal *proposal)
{
  AcqCli *cli = view->cli;

  acq_cli_begin_object (cli, NULL);
  add_line (view, proposal->transaction_id);
  acq_cli_add_text (cli, "certainty", acq_certainty_to_code (proposal->certainty));
  acq_cli_begin_list (cli, "allocations");
  for (guint i = 0; i < proposal->allocations->len; i++)
    {
      const AcqProposedAllocation *allocation
        = &g_array_index (proposal->allocations, AcqProposedAllocation, i);
      const AcqInvoice *invoice = acq_ledger_find_invoice (view->ledger, allocation->invoice_id);

      acq_cli_begin_object (cli, NULL);
      acq_cli_add_text (cli, "invoice", invoice->number);
      acq_cli_add_amount (cli, "amount", allocation->amount, invoice->currency);
      acq_cli_end_object (cli);
    }
  acq_cli_end_list (cli);
  acq_cli_begin_list (cli, "evidence");
  for (guint i = 0; i < proposal->evidence->len; i++)
    json_builder_add_string_value (cli->out,
                                   acq_evidence_to_code (g_array_index (proposal->evidence, AcqEvidence, i)));
  acq_cli_end_list (cli);
  acq_cli_end_object (cli);
}

static void
add_view (const ReconcileView *view, const AcqReconciliation *reconciliation)
{
  acq_cli_begin_list (view->cli, "proposals");
  for (guint i = 0; i < reconciliation->proposals->len; i++)
    add_proposal (view, reconciliation->proposals->pdata[i]);
  acq_cli_end_list (view->cli);
  acq_cli_begin_list (view->cli, "unmatched");
  for (guint i = 0; i < reconciliation->unmatched->len; i++)
    {
      const AcqUnmatchedReceipt *receipt = reconciliation->unmatched->pdata[i];

      acq_cli_begin_object (view->cli, NULL);
      add_line (view, receipt->transaction_id);
      acq_cli_end_object (view->cli);
    }
  acq_cli_end_list (view->cli);
}

static AcqCliExit
reconcile (AcqCli *self, const char *path, gboolean apply)
{
  g_autoptr (AcqCompanyFile) file = acq_cli_open (self, path);
  AcqDay today = acq_clock_today (self->clock);
  g_autoptr (AcqLedger) ledger = NULL;
  g_autoptr (AcqReconciliation) reconciliation = NULL;
  g_autoptr (GHashTable) transactions = g_hash_table_new (g_int64_hash, g_int64_equal);
  ReconcileView view = { self, NULL, transactions };
  AcqCertaintyRules rules;
  GError *error = NULL;
  guint posted = 0;

  if (file == NULL)
    return ACQ_CLI_REFUSED;
  ledger = acq_ledger_repository_load (acq_company_file_connection (file), ACQ_LEDGER_WHOLE, today, &error);
  if (ledger != NULL && acq_certainty_settings_load (file, &rules, &error))
    reconciliation = acq_reconciliation_run (ledger, today, &rules, NULL, &error);
  if (reconciliation == NULL)
    return acq_cli_refuse (path, error);
  for (guint i = 0; i < ledger->transactions->len; i++)
    g_hash_table_insert (transactions, &((AcqTransaction *) ledger->transactions->pdata[i])->id,
                         ledger->transactions->pdata[i]);
  view.ledger = ledger;
  if (apply && !acq_match_post_sure (file, ledger, reconciliation, &posted, &error))
    return acq_cli_refuse (path, error);
  add_view (&view, reconciliation);
  if (apply)
    acq_cli_add_int (self, "posted", posted);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_reconcile (AcqCli *self, int argc, char **argv)
{
  gboolean apply = FALSE;
  const GOptionEntry entries[] = {
    { "apply", 0, 0, G_OPTION_ARG_NONE, &apply, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("reconcile", argc, argv, entries, 1, 1);

  return words == NULL ? ACQ_CLI_WRONG_USAGE : reconcile (self, words[0], apply);
}
