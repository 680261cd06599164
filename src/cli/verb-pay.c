/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-fact-entry.h"

typedef struct
{
  char *on;
  char *means;
  char *reason;
  char *number;
  char *bank;
  char *drawer;
} PayOptions;

static gboolean
is_payable_by (AcqMeans means)
{
  return means != ACQ_MEANS_UNKNOWN && means != ACQ_MEANS_FEE && means != ACQ_MEANS_CREDIT_NOTE;
}

static AcqCliExit
pay (AcqCli *self, char **words, const PayOptions *options)
{
  AcqPaymentEntry entry = { .number = words[1], .day = ACQ_DAY_NONE, .reason = options->reason };
  g_autoptr (AcqCompanyFile) file = NULL;
  AcqReceiptState state;
  gint64 id = 0;
  GError *error = NULL;

  if (options->on == NULL)
    return acq_cli_wrong_usage ("pay", "--on");
  if (options->means == NULL || !acq_means_from_code (options->means, &entry.means)
      || !is_payable_by (entry.means))
    return acq_cli_wrong_usage ("pay", options->means == NULL ? "--means" : options->means);
  if (entry.means != ACQ_MEANS_CHEQUE && (options->number != NULL || options->bank != NULL || options->drawer != NULL))
    return acq_cli_wrong_usage ("pay", "--number / --bank / --drawer");
  if (!acq_cli_parse_day (options->on, "--on", &entry.day)
      || !acq_cli_parse_amount (words[2], words[1], &entry.amount))
    return ACQ_CLI_WRONG_USAGE;
  entry.cheque_number = options->number;
  entry.cheque_bank = options->bank;
  entry.cheque_drawer = options->drawer;
  entry.id = &id;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_fact_enter_payment (file, &entry, &state, &error))
    return acq_cli_refuse (words[0], error);
  acq_cli_add_text (self, "invoice", words[1]);
  acq_cli_add_amount (self, "amount", entry.amount, ACQ_CURRENCY_EUR);
  if (entry.means == ACQ_MEANS_CHEQUE)
    acq_cli_add_int (self, "payment", id);
  acq_cli_add_text (self, "state", acq_receipt_state_to_code (state));
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_pay (AcqCli *self, int argc, char **argv)
{
  PayOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, NULL, NULL },
    { "means", 0, 0, G_OPTION_ARG_STRING, &options.means, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, NULL, NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, NULL, NULL },
    { "bank", 0, 0, G_OPTION_ARG_STRING, &options.bank, NULL, NULL },
    { "drawer", 0, 0, G_OPTION_ARG_STRING, &options.drawer, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("pay", argc, argv, entries, 3, 3);
  AcqCliExit exit = words == NULL ? ACQ_CLI_WRONG_USAGE : pay (self, words, &options);

  g_free (options.on);
  g_free (options.means);
  g_free (options.reason);
  g_free (options.number);
  g_free (options.bank);
  g_free (options.drawer);
  return exit;
}
