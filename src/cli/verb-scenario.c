/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-customer-repository.h"
#include "acq-lookup.h"
#include "acq-money.h"
#include "acq-rule-text.h"
#include "acq-scenario-file.h"
#include "acq-scenario-text.h"
#include "acq-scenarios.h"
#include "acq-workflow-error.h"

/* What was typed: all are nullable. */
typedef struct
{
  char *output;
  char *customer;
  char *invoice;
} ScenarioOptions;

static void
add_step (AcqCli *self, const AcqStep *step)
{
  g_autofree char *place = acq_step_place_text (step);

  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "code", step->code);
  acq_cli_add_int (self, "level", step->level);
  acq_cli_add_int (self, "days", step->offset);
  acq_cli_add_text (self, "from", acq_anchor_to_code (step->anchor));
  acq_cli_add_readable_text (self, "when", place);
  acq_cli_add_text (self, "channel", acq_channel_to_code (step->channel));
  acq_cli_add_text (self, "otherwise", acq_channel_to_code (step->fallback));
  acq_cli_add_text (self, "tone", acq_tone_to_code (step->tone));
  acq_cli_add_text (self, "mode", acq_mode_to_code (step->mode));
  acq_cli_add_text (self, "to", acq_contact_role_to_code (step->role));
  acq_cli_add_amount (self, "minimum_amount", step->condition.minimum_amount, ACQ_CURRENCY_EUR);
  acq_cli_end_object (self);
}

/* For programs as a scenario's file has them, for people in words. */
static void
add_conditions (AcqCli *self, const GArray *conditions)
{
  acq_cli_begin_list (self, "conditions");
  for (guint i = 0; i < conditions->len; i++)
    {
      const AcqSegmentCondition *condition = &g_array_index (conditions, AcqSegmentCondition, i);
      g_autofree char *text = acq_rule_text (condition);

      acq_cli_begin_object (self, NULL);
      if (self->json)
        acq_scenario_file_add_condition (self->out, condition);
      acq_cli_add_readable_text (self, "text", text);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

static void
add_flaws (AcqCli *self, const AcqScenario *scenario)
{
  g_autoptr (GArray) flaws = acq_scenario_check (scenario);

  acq_cli_begin_list (self, "remarks");
  for (guint i = 0; i < flaws->len; i++)
    {
      const AcqScenarioFlaw *flaw = &g_array_index (flaws, AcqScenarioFlaw, i);
      g_autofree char *text = acq_scenario_flaw_text (scenario, flaw);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_text (self, "code", acq_scenario_flaw_kind_to_code (flaw->kind));
      acq_cli_add_text (self, "text", text);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

static void
add_entry (AcqCli *self, const AcqScenarioBook *book, const AcqScenarioEntry *entry)
{
  const AcqScenario *scenario = entry->scenario;

  acq_cli_add_text (self, "scenario", scenario->code);
  acq_cli_add_text (self, "name", acq_scenario_name_text (scenario));
  acq_cli_add_bool (self, "default", acq_scenario_book_default (book) == scenario);
  add_conditions (self, entry->conditions);
  acq_cli_add_int (self, "minimum_interval", scenario->minimum_interval);
  acq_cli_add_text (self, "afterwards", acq_sequel_to_code (scenario->sequel));
  acq_cli_begin_list (self, "steps");
  for (gsize i = 0; i < scenario->n_steps; i++)
    add_step (self, &scenario->steps[i]);
  acq_cli_end_list (self);
  add_flaws (self, scenario);
}

static gboolean
list_scenarios (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options, GError **error)
{
  g_autoptr (AcqScenarioBook) book = acq_scenarios_load (file, error);

  if (book == NULL)
    return FALSE;
  acq_cli_begin_list (self, "scenarios");
  for (guint i = 0; i < book->entries->len; i++)
    {
      acq_cli_begin_object (self, NULL);
      add_entry (self, book, book->entries->pdata[i]);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
  return TRUE;
}

/* The answer of what changed one: the scenario as it is now. */
static gboolean
show_scenario (AcqCli *self, AcqCompanyFile *file, const char *code, GError **error)
{
  g_autoptr (AcqScenarioBook) book = acq_scenarios_load (file, error);
  const AcqScenarioEntry *entry = book == NULL ? NULL : acq_scenario_book_find (book, code);

  if (entry != NULL)
    add_entry (self, book, entry);
  else if (book != NULL)
    acq_cli_add_text (self, "removed", code);
  return book != NULL;
}

static gboolean
import_scenario (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options, GError **error)
{
  g_autoptr (AcqScenarioEntry) entry = acq_scenario_file_read (what, error);

  if (entry == NULL)
    {
      g_prefix_error (error, "%s: ", what);
      return FALSE;
    }
  return acq_scenarios_save (file, entry, error) && show_scenario (self, file, entry->scenario->code, error);
}

static gboolean
export_scenario (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options, GError **error)
{
  g_autoptr (AcqScenarioBook) book = acq_scenarios_load (file, error);
  const AcqScenarioEntry *entry = book == NULL ? NULL : acq_scenario_book_find (book, what);

  if (book == NULL)
    return FALSE;
  if (entry == NULL)
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO, what);
      return FALSE;
    }
  if (!acq_scenario_file_write (entry, options->output, error))
    return FALSE;
  acq_cli_add_text (self, "scenario", what);
  acq_cli_add_text (self, "path", options->output);
  return TRUE;
}

static gboolean
remove_scenario (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options, GError **error)
{
  return acq_scenarios_remove (file, what, error) && show_scenario (self, file, what, error);
}

static gboolean
set_default (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options, GError **error)
{
  return acq_scenarios_set_default (file, what, error) && show_scenario (self, file, what, error);
}

/* Its rules are asked before all others. */
static gboolean
put_first (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options, GError **error)
{
  return acq_scenarios_move (file, what, 0, error) && show_scenario (self, file, what, error);
}

static gboolean
choose_for_invoice (AcqCompanyFile *file, const char *number, const char *code, GError **error)
{
  g_autoptr (AcqInvoice) invoice = acq_lookup_invoice (acq_company_file_connection (file), number, error);

  return invoice != NULL && acq_scenarios_choose_for_invoice (file, invoice, code, error);
}

static gboolean
choose_for_customer (AcqCompanyFile *file, const char *text, const char *code, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  gint64 id = acq_lookup_customer (connection, text, error);
  g_autoptr (AcqCustomer) customer = id == 0 ? NULL : acq_customer_repository_find (connection, id, error);

  return customer != NULL && acq_scenarios_choose_for_customer (file, customer, code, error);
}

static gboolean
choose_scenario (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options, GError **error)
{
  const char *code = g_str_equal (what, "none") ? NULL : what;

  if (!(options->invoice != NULL ? choose_for_invoice (file, options->invoice, code, error)
                                 : choose_for_customer (file, options->customer, code, error)))
    return FALSE;
  acq_cli_add_text (self, "customer", options->customer);
  acq_cli_add_text (self, "invoice", options->invoice);
  acq_cli_add_text (self, "scenario", code);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean has_object; /* a code or a path behind it */
  gboolean has_output;
  gboolean has_whom;
  gboolean (*run) (AcqCli *self, AcqCompanyFile *file, const char *what, const ScenarioOptions *options,
                   GError **error);
} actions[] = {
  { "list", FALSE, FALSE, FALSE, list_scenarios },     { "import", TRUE, FALSE, FALSE, import_scenario },
  { "export", TRUE, TRUE, FALSE, export_scenario },    { "remove", TRUE, FALSE, FALSE, remove_scenario },
  { "default", TRUE, FALSE, FALSE, set_default },      { "first", TRUE, FALSE, FALSE, put_first },
  { "choose", TRUE, FALSE, TRUE, choose_scenario },
};

static AcqCliExit
run_action (AcqCli *self, char **arguments, const ScenarioOptions *options)
{
  gboolean one_whom = (options->customer != NULL) != (options->invoice != NULL);
  g_autoptr (AcqCompanyFile) file = NULL;
  GError *error = NULL;
  gsize i = 0;

  while (i < G_N_ELEMENTS (actions) && !g_str_equal (actions[i].name, arguments[1]))
    i++;
  if (i == G_N_ELEMENTS (actions) || actions[i].has_object != (arguments[2] != NULL))
    return acq_cli_wrong_usage ("scenario", arguments[1]);
  if (actions[i].has_output && options->output == NULL)
    return acq_cli_wrong_usage ("scenario", "--output");
  if (actions[i].has_whom && !one_whom)
    return acq_cli_wrong_usage ("scenario", "--customer / --invoice");
  file = acq_cli_open (self, arguments[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!actions[i].run (self, file, arguments[2], options, &error))
    return acq_cli_refuse (arguments[0], error);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_scenario (AcqCli *self, int argc, char **argv)
{
  ScenarioOptions options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &options.output, NULL, NULL },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &options.customer, NULL, NULL },
    { "invoice", 0, 0, G_OPTION_ARG_STRING, &options.invoice, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = acq_cli_parse ("scenario", argc, argv, entries, 2, 3);
  AcqCliExit exit = arguments == NULL ? ACQ_CLI_WRONG_USAGE : run_action (self, arguments, &options);

  g_free (options.output);
  g_free (options.customer);
  g_free (options.invoice);
  return exit;
}
