/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-approval.h"
#include "acq-cli-verbs.h"
#include "acq-cli-words.h"
#include "acq-lookup.h"
#include "acq-planner.h"
#include "acq-workflow-error.h"

/* One approval: what is wished, what is planned, and what of it may not leave. */
typedef struct
{
  AcqPlanning *planning;
  AcqPlan *plan;
  GPtrArray *approved;     /* (element-type AcqMessage) before */
  GPtrArray *wanted;       /* (element-type AcqPlanMessage) */
  GPtrArray *refused;      /* (element-type AcqPlanMessage) */
  const AcqCustomer *only; /* NULL: all */
  AcqNeeds overruled;
} Approval;

static void
approval_clear (Approval *self)
{
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->refused, g_ptr_array_unref);
  g_clear_pointer (&self->approved, g_ptr_array_unref);
  g_clear_pointer (&self->plan, acq_plan_free);
  g_clear_pointer (&self->planning, acq_planning_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Approval, approval_clear)

static gboolean
parse_needs (const char *text, AcqNeeds *ret_needs)
{
  g_auto (GStrv) codes = g_strsplit (text == NULL ? "" : text, ",", -1);

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      int need = 0;

      while (need < ACQ_N_NEEDS && g_strcmp0 (acq_need_to_code ((AcqNeed) need), codes[i]) != 0)
        need++;
      if (need == ACQ_N_NEEDS)
        return FALSE;
      *ret_needs |= ACQ_NEED_BIT (need);
    }
  return TRUE;
}

static gboolean
concerns (const AcqPlanMessage *message, const AcqCustomer *customer)
{
  return customer == NULL || message->recipient == customer
         || g_ptr_array_find (message->customers, customer, NULL);
}

/* A formal notice is never approved together with others, unseen. */
static gboolean
is_seen (const Approval *self, const AcqPlanMessage *message)
{
  return self->only != NULL || message->step->tone != ACQ_TONE_FORMAL_NOTICE;
}

/* What is approved already stays so, and is no refusal. */
static void
sort_out (Approval *self)
{
  for (guint i = 0; i < self->plan->messages->len; i++)
    {
      AcqPlanMessage *message = self->plan->messages->pdata[i];
      AcqNeeds lacking = message->needs & ~acq_approval_overrulable (self->overruled);

      if (!concerns (message, self->only) || acq_approval_find (self->approved, message) != NULL)
        continue;
      g_ptr_array_add (lacking == 0 && is_seen (self, message) ? self->wanted : self->refused, message);
    }
}

static gboolean
look (Approval *self, AcqCompanyFile *file, const char *customer, GError **error)
{
  self->wanted = g_ptr_array_new ();
  self->refused = g_ptr_array_new ();
  self->planning = acq_planning_new (file, error);
  if (self->planning == NULL)
    return FALSE;
  self->only = customer == NULL ? NULL : acq_lookup_customer_in (self->planning->ledger, customer, error);
  if (customer != NULL && self->only == NULL)
    return FALSE;
  self->approved = acq_approval_list (file, error);
  if (self->approved == NULL)
    return FALSE;
  self->plan = acq_plan_new (&self->planning->request, self->planning->request.today);
  sort_out (self);
  return TRUE;
}

static void
add_refused (AcqCli *self, const Approval *approval, const AcqPlanMessage *message)
{
  AcqNeeds lacking = message->needs & ~acq_approval_overrulable (approval->overruled);

  acq_cli_begin_object (self, NULL);
  acq_cli_add_text (self, "recipient", message->recipient->code);
  acq_cli_begin_list (self, "needs");
  for (int need = 0; need < ACQ_N_NEEDS; need++)
    if ((lacking & ACQ_NEED_BIT (need)) != 0)
      json_builder_add_string_value (self->out, acq_need_to_code ((AcqNeed) need));
  if (!is_seen (approval, message))
    json_builder_add_string_value (self->out, acq_tone_to_code (ACQ_TONE_FORMAL_NOTICE));
  acq_cli_end_list (self);
  acq_cli_end_object (self);
}

/* Says why a message was not approved. */
static AcqCliExit
say_refused (const Approval *self, const AcqPlanMessage *message)
{
  AcqNeeds lacking = message->needs & ~acq_approval_overrulable (self->overruled);
  g_autoptr (GString) words = g_string_new (NULL);

  for (int need = 0; need < ACQ_N_NEEDS; need++)
    if ((lacking & ACQ_NEED_BIT (need)) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              acq_cli_phrase_code (acq_need_to_code ((AcqNeed) need)));
  if (!is_seen (self, message))
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                            acq_cli_phrase_code (acq_tone_to_code (ACQ_TONE_FORMAL_NOTICE)));
  return acq_cli_refuse (message->recipient->name,
                         g_error_new (ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NEEDS, "%s", words->str));
}

static gboolean
answer (AcqCli *self, AcqCompanyFile *file, const Approval *approval, GError **error)
{
  g_autoptr (GPtrArray) messages = acq_approval_list (file, error);

  if (messages == NULL)
    return FALSE;
  acq_cli_begin_list (self, "messages");
  for (guint i = 0; i < approval->wanted->len; i++)
    acq_cli_add_message (self, approval->planning->ledger,
                         acq_approval_find (messages, approval->wanted->pdata[i]));
  acq_cli_end_list (self);
  acq_cli_begin_list (self, "refused");
  for (guint i = 0; i < approval->refused->len; i++)
    add_refused (self, approval, approval->refused->pdata[i]);
  acq_cli_end_list (self);
  acq_cli_print (self);
  return TRUE;
}

static AcqCliExit
approve (AcqCli *self, const char *path, const char *customer, AcqNeeds overruled)
{
  g_auto (Approval) approval = { .overruled = overruled };
  g_autoptr (AcqCompanyFile) file = acq_cli_open (self, path);
  AcqCliExit exit = ACQ_CLI_DONE;
  GError *error = NULL;

  if (file == NULL)
    return ACQ_CLI_REFUSED;
  if (!look (&approval, file, customer, &error)
      || (approval.wanted->len > 0
          && !acq_approval_approve (file, approval.wanted, overruled, &error))
      || !answer (self, file, &approval, &error))
    return acq_cli_refuse (path, error);
  for (guint i = 0; i < approval.refused->len; i++)
    exit = say_refused (&approval, approval.refused->pdata[i]);
  return exit;
}

AcqCliExit
acq_cli_approve (AcqCli *self, int argc, char **argv)
{
  g_autofree char *customer = NULL, *overrule = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
    { "customer", 0, 0, G_OPTION_ARG_STRING, &customer, NULL, NULL },
    { "overrule", 0, 0, G_OPTION_ARG_STRING, &overrule, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) words = acq_cli_parse ("approve", argc, argv, entries, 1, 1);
  AcqNeeds overruled = 0;

  if (words == NULL)
    return ACQ_CLI_WRONG_USAGE;
  if (all == (customer != NULL))
    return acq_cli_wrong_usage ("approve", "--all / --customer");
  if (!parse_needs (overrule, &overruled))
    return acq_cli_wrong_usage ("approve", overrule);
  return approve (self, words[0], customer, overruled);
}
