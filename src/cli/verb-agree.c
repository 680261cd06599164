/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-payment-plan-entry.h"

typedef struct
{
  char *customer;
  char *invoice;
  char *first;
  int instalments;
} AgreeOptions;

static AcqCliExit
check_options (const AgreeOptions *options, AcqDay *ret_first)
{
  if ((options->customer == NULL) == (options->invoice == NULL))
    return acq_cli_wrong_usage ("agree", "--customer / --invoice");
  if (options->instalments < 1)
    return acq_cli_wrong_usage ("agree", "--instalments");
  if (options->first == NULL)
    return acq_cli_wrong_usage ("agree", "--first");
  return acq_cli_parse_day (options->first, "--first", ret_first) ? ACQ_CLI_DONE : ACQ_CLI_WRONG_USAGE;
}

/* The instalments as they are kept. */
static gboolean
add_plan (AcqCli *self, AcqCompanyFile *file, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    acq_company_file_connection (file), error,
    "SELECT due, amount FROM plan_instalment WHERE plan_id = ? ORDER BY due", "i", id);

  if (rows == NULL)
    return FALSE;
  acq_cli_add_int (self, "plan", id);
  acq_cli_begin_list (self, "instalments");
  while (acq_rows_next (rows, &local_error))
    {
      acq_cli_begin_object (self, NULL);
      acq_cli_add_day (self, "due", acq_rows_day (rows, 0));
      acq_cli_add_amount (self, "amount", acq_rows_int (rows, 1), ACQ_CURRENCY_EUR);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static AcqCliExit
agree (AcqCli *self, const char *path, const AgreeOptions *options)
{
  g_auto (GStrv) numbers = options->invoice == NULL ? NULL : g_strsplit (options->invoice, ",", -1);
  g_autoptr (AcqCompanyFile) file = NULL;
  AcqDay first = ACQ_DAY_NONE;
  AcqCliExit exit = check_options (options, &first);
  GError *error = NULL;
  gint64 id;

  if (exit != ACQ_CLI_DONE)
    return exit;
  file = acq_cli_open (self, path);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_payment_plan_agree (file, options->customer, (const char *const *) numbers,
                               (guint) options->instalments, first, &id, &error)
      || !add_plan (self, file, id, &error))
    return acq_cli_refuse (path, error);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_agree (AcqCli *self, int argc, char **argv)
{
  AgreeOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &options.invoice, NULL, NULL },
    { "instalments", 0, 0, G_OPTION_ARG_INT, &options.instalments, NULL, NULL },
    { "first", 0, 0, G_OPTION_ARG_STRING, &options.first, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("agree", argc, argv, entries, 1, 1);
  AcqCliExit exit = words == NULL ? ACQ_CLI_WRONG_USAGE : agree (self, words[0], &options);

  g_free (options.customer);
  g_free (options.invoice);
  g_free (options.first);
  return exit;
}
