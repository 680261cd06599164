/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cli-verbs.h"

typedef struct
{
  char *status;
  char *customer;
} ListOptions;

static AcqCliExit
list (AcqCli *self, char **words, const ListOptions *options)
{
  static const struct
  {
    const char *what;
    AcqCliExit (*run) (AcqCli *self, AcqCompanyFile *file);
  } lists[] = {
    { "customers", acq_cli_list_customers }, { "transactions", acq_cli_list_transactions },
    { "messages", acq_cli_list_messages },   { "notes", acq_cli_list_notes },
    { "journal", acq_cli_list_journal },     { "batches", acq_cli_list_batches },
  };
  gboolean invoices = strcmp (words[1], "invoices") == 0;
  g_autoptr (AcqCompanyFile) file = NULL;
  gsize at = 0;

  while (at < G_N_ELEMENTS (lists) && strcmp (lists[at].what, words[1]) != 0)
    at++;
  if (!invoices && at == G_N_ELEMENTS (lists))
    return acq_cli_wrong_usage ("list", words[1]);
  /* A filter that is not heeded would show what nobody asked for. */
  if (!invoices && (options->status != NULL || options->customer != NULL))
    return acq_cli_wrong_usage ("list", options->status != NULL ? "--status" : "--customer");
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (invoices)
    return acq_cli_list_invoices (self, file, options->status, options->customer);
  return lists[at].run (self, file);
}

AcqCliExit
acq_cli_list (AcqCli *self, int argc, char **argv)
{
  ListOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &options.status, NULL, NULL },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("list", argc, argv, entries, 2, 2);
  AcqCliExit exit = words == NULL ? ACQ_CLI_WRONG_USAGE : list (self, words, &options);

  g_free (options.status);
  g_free (options.customer);
  return exit;
}
