/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-cli-verbs.h"
#include "acq-letter-job.h"

/* Of a release of retention. */
typedef struct
{
  char *accepted;
  char *contract;
  char *contract_day;
  char *works;
  int reserves;
  char *lifted;
  gboolean no_opposition;
  char *enclosures;
} TermsOptions;

typedef struct
{
  char *customer;
  char *invoice;
  char *model;
  char *output;
  char *accept;
  char *reason;
  char *payments;
  char *on;
  TermsOptions terms;
  char *choices[ACQ_N_PLAN_CLAIMS];
} LetterOptions;

/* "none" is no choice that anybody makes. */
static gboolean
read_choices (const LetterOptions *options, AcqCreditorChoice *choices)
{
  for (gsize i = 0; i < ACQ_N_PLAN_CLAIMS; i++)
    if (options->choices[i] != NULL
        && (!acq_creditor_choice_from_code (options->choices[i], &choices[i])
            || choices[i] == ACQ_CREDITOR_CHOICE_NONE))
      {
        acq_cli_wrong_usage ("letter", options->choices[i]);
        return FALSE;
      }
  return TRUE;
}

static AcqCliExit
check_options (const LetterOptions *options, AcqLetterModel *ret_model)
{
  gboolean of_nobody;

  if (options->model == NULL || !acq_letter_model_from_code (options->model, ret_model))
    return acq_cli_wrong_usage ("letter", options->model == NULL ? "--model" : options->model);
  of_nobody = *ret_model == ACQ_LETTER_MODEL_CHEQUE_SLIP;
  if (of_nobody ? options->customer != NULL || options->invoice != NULL
                : (options->customer == NULL) == (options->invoice == NULL))
    return acq_cli_wrong_usage ("letter", "--customer / --invoice");
  if (options->payments != NULL && !of_nobody)
    return acq_cli_wrong_usage ("letter", "--payments");
  if (options->output == NULL)
    return acq_cli_wrong_usage ("letter", "--output");
  return ACQ_CLI_DONE;
}

static void
add_result (AcqCli *self, const LetterOptions *options, const AcqLetterResult *result)
{
  acq_cli_add_text (self, "model", options->model);
  if (result->slip != NULL)
    acq_cli_add_text (self, "reference", result->reference);
  acq_cli_add_readable_text (self, "output", options->output);
  acq_cli_add_int (self, "pages", result->n_pages);
  acq_cli_begin_list (self, "invoices");
  for (guint i = 0; i < result->numbers->len; i++)
    json_builder_add_string_value (self->out, result->numbers->pdata[i]);
  acq_cli_end_list (self);
  acq_cli_add_amount (self, "total_due", result->total_due, ACQ_CURRENCY_EUR);
  acq_cli_begin_list (self, "warnings");
  for (gsize i = 0; result->warnings != NULL && result->warnings[i] != NULL; i++)
    json_builder_add_string_value (self->out, result->warnings[i]);
  acq_cli_end_list (self);
}

/* (element-type gint64) (nullable): NULL for what is no list of numbers. */
static GArray *
parse_payments (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint64 id;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (!g_ascii_string_to_unsigned (words[i], 10, 1, G_MAXINT64, &id, NULL))
        return NULL;
      g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

static gboolean
parse_day_if_given (const char *text, const char *option, AcqDay *ret_day)
{
  return text == NULL || acq_cli_parse_day (text, option, ret_day);
}

/* The texts are borrowed. */
static gboolean
read_terms (const TermsOptions *options, AcqRetentionTerms *ret_terms)
{
  *ret_terms = acq_retention_terms_init ();
  ret_terms->contract = options->contract;
  ret_terms->works = options->works;
  ret_terms->enclosures = options->enclosures;
  ret_terms->n_reserves = (guint) MAX (options->reserves, 0);
  ret_terms->unopposed = options->no_opposition;
  return parse_day_if_given (options->accepted, "--accepted", &ret_terms->accepted)
         && parse_day_if_given (options->contract_day, "--contract-day", &ret_terms->contract_day)
         && parse_day_if_given (options->lifted, "--lifted", &ret_terms->lifted);
}

static AcqCliExit
letter (AcqCli *self, const char *path, const LetterOptions *options)
{
  AcqLetterRequest request = {
    .customer = options->customer,
    .number = options->invoice,
    .output = options->output,
    .reason = options->reason,
  };
  g_auto (GStrv) accepted = options->accept == NULL ? NULL : g_strsplit (options->accept, ",", -1);
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqLetterResult) result = NULL;
  AcqRetentionTerms terms;
  g_autoptr (GArray) payments = options->payments == NULL ? NULL : parse_payments (options->payments);
  AcqCliExit exit = check_options (options, &request.model);
  GError *error = NULL;

  if (exit != ACQ_CLI_DONE)
    return exit;
  if (options->payments != NULL && payments == NULL)
    return acq_cli_wrong_usage ("letter", options->payments);
  if (options->on != NULL && !acq_cli_parse_day (options->on, "--on", &request.day))
    return ACQ_CLI_WRONG_USAGE;
  if (!read_terms (&options->terms, &terms))
    return ACQ_CLI_WRONG_USAGE;
  request.terms = &terms;
  request.payments = payments == NULL ? NULL : (const gint64 *) (const void *) payments->data;
  request.n_payments = payments == NULL ? 0 : payments->len;
  if (!read_choices (options, request.choices))
    return ACQ_CLI_WRONG_USAGE;
  request.accepted = (const char *const *) accepted;
  file = acq_cli_open (self, path);
  if (file == NULL || !acq_cli_check_output (options->output))
    return ACQ_CLI_REFUSED;
  result = acq_letter_issue (file, &request, &error);
  if (result == NULL)
    return acq_cli_refuse (path, error);
  add_result (self, options, result);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

static void
options_clear (LetterOptions *options)
{
  char *const texts[] = {
    options->customer,       options->invoice,        options->model,
    options->output,         options->accept,         options->payments,
    options->on,             options->terms.accepted, options->terms.contract,
    options->terms.contract_day, options->terms.works, options->terms.lifted,
    options->terms.enclosures, options->reason,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  for (gsize i = 0; i < ACQ_N_PLAN_CLAIMS; i++)
    g_free (options->choices[i]);
}

AcqCliExit
acq_cli_letter (AcqCli *self, int argc, char **argv)
{
  LetterOptions options = { 0 };
  TermsOptions *terms = &options.terms;
  const GOptionEntry entries[] = {
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &options.invoice, NULL, NULL },
    { "model", 0, 0, G_OPTION_ARG_STRING, &options.model, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_STRING, &options.accept, NULL, NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, NULL, NULL },
    { "payments", 0, 0, G_OPTION_ARG_STRING, &options.payments, NULL, NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, NULL, NULL },
    { "accepted", 0, 0, G_OPTION_ARG_STRING, &terms->accepted, NULL, NULL },
    { "contract", 0, 0, G_OPTION_ARG_STRING, &terms->contract, NULL, NULL },
    { "contract-day", 0, 0, G_OPTION_ARG_STRING, &terms->contract_day, NULL, NULL },
    { "works", 0, 0, G_OPTION_ARG_STRING, &terms->works, NULL, NULL },
    { "reserves", 0, 0, G_OPTION_ARG_INT, &terms->reserves, NULL, NULL },
    { "lifted", 0, 0, G_OPTION_ARG_STRING, &terms->lifted, NULL, NULL },
    { "no-opposition", 0, 0, G_OPTION_ARG_NONE, &terms->no_opposition, NULL, NULL },
    { "enclosures", 0, 0, G_OPTION_ARG_STRING, &terms->enclosures, NULL, NULL },
    { "penalties", 0, 0, G_OPTION_ARG_STRING, &options.choices[ACQ_PLAN_CLAIM_PENALTIES], NULL, NULL },
    { "indemnities", 0, 0, G_OPTION_ARG_STRING, &options.choices[ACQ_PLAN_CLAIM_INDEMNITIES], NULL, NULL },
    { "later-penalties", 0, 0, G_OPTION_ARG_STRING, &options.choices[ACQ_PLAN_CLAIM_LATER_PENALTIES], NULL,
      NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("letter", argc, argv, entries, 1, 1);
  AcqCliExit exit = words == NULL ? ACQ_CLI_WRONG_USAGE : letter (self, words[0], &options);

  options_clear (&options);
  return exit;
}
