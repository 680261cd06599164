/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-fact-entry.h"

typedef struct
{
  char *invoice;
  char *customer;
  char *amount;
  char *until;
  char *on;
  char *reason;
  char *category;
  char *person;
} NoteOptions;

static AcqCliExit
note (AcqCli *self, char **words, const NoteOptions *options)
{
  AcqNoteEntry entry = {
    .number = options->invoice,
    .customer = options->customer,
    .amount = -1,
    .day = ACQ_DAY_NONE,
    .until = ACQ_DAY_NONE,
    .reason = options->reason,
    .person = options->person,
  };
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;
  gint64 id;

  if (!acq_note_kind_from_code (words[1], &entry.kind))
    return acq_cli_wrong_usage ("note", words[1]);
  if (options->category != NULL && !acq_dispute_category_from_code (options->category, &entry.category))
    return acq_cli_wrong_usage ("note", options->category);
  if ((options->invoice == NULL) == (options->customer == NULL))
    return acq_cli_wrong_usage ("note", "--invoice / --customer");
  if (!acq_cli_parse_day (options->on, "--on", &entry.day)
      || !acq_cli_parse_day (options->until, "--until", &entry.until)
      || !acq_cli_parse_amount (options->amount, "--amount", &entry.amount))
    return ACQ_CLI_WRONG_USAGE;
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!acq_fact_enter_note (file, &entry, &id, &error))
    return acq_cli_refuse (words[0], error);
  acq_cli_add_int (self, "note", id);
  acq_cli_add_text (self, "kind", words[1]);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_note (AcqCli *self, int argc, char **argv)
{
  NoteOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &options.invoice, NULL, NULL },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    { "amount", 0, 0, G_OPTION_ARG_STRING, &options.amount, NULL, NULL },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.until, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, NULL, NULL },
    { "category", 0, 0, G_OPTION_ARG_STRING, &options.category, NULL, NULL },
    { "person", 0, 0, G_OPTION_ARG_STRING, &options.person, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("note", argc, argv, entries, 2, 2);
  AcqCliExit exit = words == NULL ? ACQ_CLI_WRONG_USAGE : note (self, words, &options);

  g_free (options.invoice);
  g_free (options.customer);
  g_free (options.amount);
  g_free (options.until);
  g_free (options.on);
  g_free (options.reason);
  g_free (options.category);
  g_free (options.person);
  return exit;
}
