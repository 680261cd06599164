/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-trial.h"

static void
clear_message (gpointer data)
{
  AcqTrialMessage *message = data;

  g_free (message->code);
  g_free (message->name);
}

static GArray *
messages_new (void)
{
  GArray *messages = g_array_new (FALSE, TRUE, sizeof (AcqTrialMessage));

  g_array_set_clear_func (messages, clear_message);
  return messages;
}

/* The messages of one scenario in the plan that the book makes. */
static GArray *
plan_messages (const AcqPlanning *planning, AcqScenarioBook *book, const char *code)
{
  AcqDunningSettings settings = *planning->settings;
  AcqPlanRequest request = planning->request;
  g_autoptr (AcqPlan) plan = NULL;
  GArray *messages = messages_new ();

  settings.scenario = acq_scenario_book_default (book);
  request.settings = &settings;
  request.find_scenario = acq_scenario_book_lookup;
  request.find_scenario_data = book;
  plan = acq_plan_new (&request, request.today + ACQ_SCENARIO_TRIAL_DAYS);
  for (guint i = 0; i < plan->messages->len; i++)
    {
      const AcqPlanMessage *planned = plan->messages->pdata[i];
      AcqTrialMessage message = {
        .customer_id = planned->recipient->id,
        .day = planned->day,
        .tone = planned->step->tone,
        .channel = planned->channel,
        .total = planned->total,
        .currency = planned->currency,
        .lacks_contact = (planned->needs & ACQ_NEED_BIT (ACQ_NEED_CONTACT)) != 0,
      };

      if (!g_str_equal (planned->scenario->code, code))
        continue;
      message.code = g_strdup (planned->recipient->code);
      message.name = g_strdup (planned->recipient->name);
      g_array_append_val (messages, message);
    }
  return messages;
}

/* What makes two messages of two plans the same to the user. */
static char *
message_key (const AcqTrialMessage *message)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %d %d", message->customer_id, (int) message->day,
                          (int) message->tone, (int) message->channel);
}

static GHashTable *
collect_keys (const GArray *messages)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < messages->len; i++)
    g_hash_table_add (keys, message_key (&g_array_index (messages, AcqTrialMessage, i)));
  return keys;
}

/* Marks what the other plan does not have. */
static void
mark_differing (GArray *messages, const GArray *others)
{
  g_autoptr (GHashTable) keys = collect_keys (others);

  for (guint i = 0; i < messages->len; i++)
    {
      AcqTrialMessage *message = &g_array_index (messages, AcqTrialMessage, i);
      g_autofree char *key = message_key (message);

      message->differs = !g_hash_table_contains (keys, key);
    }
}

static void
add_dropped (AcqScenarioTrial *self, const GArray *saved)
{
  for (guint i = 0; i < saved->len; i++)
    {
      AcqTrialMessage message = g_array_index (saved, AcqTrialMessage, i);

      if (!message.differs)
        continue;
      message.code = g_strdup (message.code);
      message.name = g_strdup (message.name);
      g_array_append_val (self->dropped, message);
    }
}

static guint
count_soon (const GArray *messages, AcqDay today)
{
  guint n = 0;

  for (guint i = 0; i < messages->len; i++)
    n += g_array_index (messages, AcqTrialMessage, i).day < today + ACQ_SCENARIO_TRIAL_SOON;
  return n;
}

static void
count_customers (AcqScenarioTrial *self, const AcqPlanning *planning, const AcqScenarioBook *book, const char *code)
{
  for (guint i = 0; i < planning->ledger->customers->len; i++)
    {
      AcqScenarioGrounds grounds;
      const AcqScenario *scenario
        = acq_scenario_book_choose (book, planning->ledger->customers->pdata[i], NULL, &grounds);

      self->n_all++;
      if (!g_str_equal (scenario->code, code))
        continue;
      self->n_customers++;
      self->n_chosen += grounds == ACQ_SCENARIO_BY_CUSTOMER;
    }
}

/* Each customer once for each thing that he lacks. */
static void
count_lacking (AcqScenarioTrial *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->messages->len; i++)
    {
      const AcqTrialMessage *message = &g_array_index (self->messages, AcqTrialMessage, i);
      char what = message->channel == ACQ_CHANNEL_MAIL ? 'm' : message->channel == ACQ_CHANNEL_CALL ? 'p' : 'a';

      if (!message->lacks_contact
          || !g_hash_table_add (seen, g_strdup_printf ("%" G_GINT64_FORMAT "%c", message->customer_id, what)))
        continue;
      self->n_without_mail += what == 'm';
      self->n_without_phone += what == 'p';
      self->n_without_address += what == 'a';
    }
}

AcqScenarioTrial *
acq_scenario_trial_new (const AcqPlanning *planning, const AcqScenarioEntry *entry, const AcqScenarioEntry *saved)
{
  AcqScenarioTrial *self = g_new0 (AcqScenarioTrial, 1);
  const char *code = entry->scenario->code;
  g_autoptr (AcqScenarioBook) book = acq_scenario_book_try (planning->scenarios, entry, planning->ledger);
  g_autoptr (GArray) before = NULL;

  self->today = planning->request.today;
  self->dropped = messages_new ();
  self->messages = plan_messages (planning, book, code);
  before = saved == NULL ? messages_new () : plan_messages (planning, planning->scenarios, code);
  if (saved != NULL)
    mark_differing (self->messages, before);
  mark_differing (before, self->messages);
  add_dropped (self, before);
  self->n_soon = count_soon (self->messages, self->today);
  self->n_soon_saved = count_soon (before, self->today);
  count_customers (self, planning, book, code);
  count_lacking (self);
  return self;
}

void
acq_scenario_trial_free (AcqScenarioTrial *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->messages);
  g_array_unref (self->dropped);
  g_free (self);
}

AcqDay
acq_scenario_trial_week_start (const AcqScenarioTrial *self, guint week)
{
  int weekday = acq_day_weekday (self->today);
  AcqDay monday = self->today - (weekday - 1);

  return monday + (weekday >= 6 ? 7 : 0) + (AcqDay) week * 7;
}

guint
acq_scenario_trial_count_week (const AcqScenarioTrial *self, guint week)
{
  AcqDay first = acq_scenario_trial_week_start (self, week);
  guint n = 0;

  for (guint i = 0; i < self->messages->len; i++)
    {
      AcqDay day = g_array_index (self->messages, AcqTrialMessage, i).day;

      n += day >= first && day < first + 7;
    }
  return n;
}
