/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-ledger-repository.h"

AcqCliExit
acq_cli_verify (AcqCli *self, int argc, char **argv)
{
  g_auto (GStrv) words = acq_cli_parse ("verify", argc, argv, NULL, 1, 1);
  g_autoptr (AcqCompanyFile) file = NULL;
  AcqVerification found;
  GError *error = NULL;

  if (words == NULL)
    return ACQ_CLI_WRONG_USAGE;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_ledger_repository_verify (acq_company_file_connection (file), &found, &error))
    return acq_cli_refuse (words[0], error);
  acq_cli_add_bool (self, "verified", TRUE);
  acq_cli_add_int (self, "journal_lines", (gint64) found.journal_lines);
  acq_cli_add_int (self, "n_invoices", found.invoices);
  acq_cli_add_int (self, "n_transactions", found.transactions);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}
