/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cli-verbs.h"
#include "acq-decision-text.h"
#include "acq-lookup.h"
#include "acq-planning.h"
#include "acq-scenario-text.h"

static void
add_items (AcqCli *self, const AcqPlanMessage *message)
{
  acq_cli_begin_list (self, "items");
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqPlanItem *item = &g_array_index (message->items, AcqPlanItem, i);

      acq_cli_begin_object (self, NULL);
      acq_cli_add_text (self, "invoice", item->invoice->number);
      acq_cli_add_day (self, "due", item->due_item->due);
      acq_cli_add_amount (self, "amount", item->amount, message->currency);
      acq_cli_add_int (self, "level", item->step->level);
      acq_cli_end_object (self);
    }
  acq_cli_end_list (self);
}

static void
add_message (AcqCli *self, const AcqPlanMessage *message)
{
  const AcqCustomer *customer = message->customers->pdata[0];

  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "recipient", message->recipient->code);
  acq_cli_add_readable_text (self, "recipient_name", message->recipient->name);
  acq_cli_add_text (self, "customer", customer->code);
  acq_cli_add_day (self, "day", message->day);
  acq_cli_add_text (self, "scenario", message->scenario->code);
  acq_cli_add_text (self, "step", message->step->code);
  acq_cli_add_int (self, "level", message->level);
  acq_cli_add_text (self, "channel", acq_channel_to_code (message->channel));
  acq_cli_add_text (self, "mode", acq_mode_to_code (message->mode));
  acq_cli_begin_list (self, "needs");
  for (int need = 0; need < ACQ_N_NEEDS; need++)
    if ((message->needs & ACQ_NEED_BIT (need)) != 0)
      json_builder_add_string_value (self->out, acq_need_to_code ((AcqNeed) need));
  acq_cli_end_list (self);
  add_items (self, message);
  acq_cli_add_amount (self, "total", message->total, message->currency);
  acq_cli_end_object (self);
}

static void
add_held (AcqCli *self, const AcqHeldInvoice *held)
{
  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "customer", held->customer->code);
  acq_cli_add_readable_text (self, "customer_name", held->customer->name);
  acq_cli_add_text (self, "invoice", held->invoice->number);
  acq_cli_begin_list (self, "reasons");
  for (int reason = 0; reason < ACQ_N_REASONS; reason++)
    if (acq_reasons_has (&held->reasons, (AcqReason) reason))
      {
        acq_cli_begin_object (self, NULL);
        acq_cli_add_text (self, "code", acq_reason_to_code ((AcqReason) reason));
        acq_cli_add_day (self, "until", held->reasons.until[reason]);
        acq_cli_end_object (self);
      }
  acq_cli_end_list (self);
  acq_cli_end_object (self);
}

static AcqCliExit
plan (AcqCli *self, const char *path, const char *until_text)
{
  AcqDay until = acq_clock_today (self->clock);
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqPlanning) planning = NULL;
  g_autoptr (AcqPlan) made = NULL;
  GError *error = NULL;

  if (!acq_cli_parse_day (until_text, "--until", &until))
    return ACQ_CLI_WRONG_USAGE;
  if (until < acq_clock_today (self->clock))
    return acq_cli_wrong_usage ("plan", until_text);
  file = acq_cli_open (self, path);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  planning = acq_planning_new (file, &error);
  if (planning == NULL)
    return acq_cli_refuse (path, error);
  made = acq_plan_new (&planning->request, until);
  acq_cli_begin_list (self, "messages");
  for (guint i = 0; i < made->messages->len; i++)
    add_message (self, made->messages->pdata[i]);
  acq_cli_end_list (self);
  acq_cli_begin_list (self, "held");
  for (guint i = 0; i < made->held->len; i++)
    add_held (self, made->held->pdata[i]);
  acq_cli_end_list (self);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_plan (AcqCli *self, int argc, char **argv)
{
  g_autofree char *until = NULL;
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_STRING, &until, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("plan", argc, argv, entries, 1, 1);

  return words == NULL ? ACQ_CLI_WRONG_USAGE : plan (self, words[0], until);
}

/* Which scenario it goes through, and by which grounds. */
static void
add_scenario (AcqCli *self, const AcqPlanning *planning, const AcqInvoice *invoice)
{
  const AcqCustomer *customer = acq_ledger_find_customer (planning->ledger, invoice->customer_id);
  AcqScenarioGrounds grounds;
  const AcqScenario *scenario = acq_scenario_book_choose (planning->scenarios, customer, invoice, &grounds);
  g_autofree char *text = acq_scenario_grounds_text (grounds, scenario);

  acq_cli_add_text (self, "scenario", scenario->code);
  acq_cli_add_text (self, "grounds", acq_scenario_grounds_to_code (grounds));
  acq_cli_add_text (self, "grounds_text", text);
}

static void
add_why (AcqCli *self, const AcqPlanning *planning, const AcqInvoice *invoice, AcqDay on, const AcqWhy *why)
{
  acq_cli_add_text (self, "invoice", invoice->number);
  acq_cli_add_day (self, "on", on);
  acq_cli_add_text (self, "decision", acq_decision_kind_to_code (why->kind));
  acq_cli_add_text (self, "step", why->step == NULL ? NULL : why->step->code);
  acq_cli_add_day (self, "day", why->day);
  add_scenario (self, planning, invoice);
  acq_cli_begin_list (self, "reasons");
  for (int reason = 0; reason < ACQ_N_REASONS; reason++)
    if (acq_reasons_has (&why->reasons, (AcqReason) reason))
      {
        g_autofree char *text = acq_decision_reason_text (why, (AcqReason) reason, on);

        acq_cli_begin_object (self, NULL);
        acq_cli_add_text (self, "code", acq_reason_to_code ((AcqReason) reason));
        acq_cli_add_day (self, "until", why->reasons.until[reason]);
        acq_cli_add_text (self, "text", text);
        acq_cli_end_object (self);
      }
  acq_cli_end_list (self);
}

static AcqCliExit
why (AcqCli *self, char **words, const char *on_text)
{
  AcqDay on = acq_clock_today (self->clock);
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqPlanning) planning = NULL;
  const AcqInvoice *invoice;
  GError *error = NULL;
  AcqWhy explained;

  if (!acq_cli_parse_day (on_text, "--on", &on))
    return ACQ_CLI_WRONG_USAGE;
  if (on < acq_clock_today (self->clock))
    return acq_cli_wrong_usage ("why", on_text);
  file = acq_cli_open (self, words[0]);
  if (file == NULL)
    return ACQ_CLI_REFUSED;
  planning = acq_planning_new (file, &error);
  invoice = planning == NULL ? NULL : acq_lookup_invoice_in (planning->ledger, words[1], &error);
  if (invoice == NULL)
    return acq_cli_refuse (words[0], error);
  explained = acq_plan_why (&planning->request, invoice, on);
  add_why (self, planning, invoice, on, &explained);
  acq_cli_print (self);
  return ACQ_CLI_DONE;
}

AcqCliExit
acq_cli_why (AcqCli *self, int argc, char **argv)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("why", argc, argv, entries, 2, 2);

  return words == NULL ? ACQ_CLI_WRONG_USAGE : why (self, words, on);
}
