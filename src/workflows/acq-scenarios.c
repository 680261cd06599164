/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenarios.h"

#include "acq-scenario-check.h"
#include "acq-scenario-repository.h"
#include "acq-settings-repository.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

/* Of a code made of a name, in characters, which are ASCII. */
#define CODE_LENGTH 40

static gboolean
read_step (const AcqStepRecord *record, AcqStep *step)
{
  step->code = record->code;
  step->level = record->level;
  step->offset = record->offset;
  step->condition
    = (AcqStepCondition){ record->minimum_amount, record->or_new_customer, record->kinds };
  return acq_anchor_from_code (record->anchor, &step->anchor)
         && acq_channel_from_code (record->channel, &step->channel)
         && acq_channel_from_code (record->fallback, &step->fallback)
         && acq_tone_from_code (record->tone, &step->tone) && acq_mode_from_code (record->mode, &step->mode)
         && acq_contact_role_from_code (record->role, &step->role);
}

/* NULL where it says something that this version does not know, or that cannot be. */
static AcqScenario *
read_scenario (const AcqScenarioRecord *record)
{
  g_autofree AcqStep *steps = g_new0 (AcqStep, record->steps->len);
  AcqScenario scenario = { record->code, record->name, record->minimum_interval, steps, record->steps->len,
                           ACQ_SEQUEL_ASK };

  for (guint i = 0; i < record->steps->len; i++)
    if (!read_step (&g_array_index (record->steps, AcqStepRecord, i), &steps[i]))
      return NULL;
  if (!acq_sequel_from_code (record->sequel, &scenario.sequel) || !acq_scenario_is_valid (&scenario))
    return NULL;
  return acq_scenario_copy (&scenario);
}

/* FALSE where one of them is not known: who gets it cannot be told then. */
static gboolean
read_conditions (const AcqScenarioRecord *record, AcqScenarioEntry *entry)
{
  for (guint i = 0; i < record->conditions->len; i++)
    {
      const AcqConditionRecord *kept = &g_array_index (record->conditions, AcqConditionRecord, i);
      AcqSegmentCondition condition = { .value = kept->value };

      if (!acq_criterion_from_code (kept->criterion, &condition.criterion)
          || !acq_segment_condition_is_valid (&condition))
        return FALSE;
      g_array_append_val (entry->conditions, condition);
    }
  return TRUE;
}

static AcqScenarioEntry *
read_entry (const AcqScenarioRecord *record)
{
  AcqScenario *scenario = read_scenario (record);
  g_autoptr (AcqScenarioEntry) entry = scenario == NULL ? NULL : acq_scenario_entry_new (scenario);

  return entry != NULL && read_conditions (record, entry) ? g_steal_pointer (&entry) : NULL;
}

/* In front of the presets that stand as they came: these have no rules. */
static void
place_entry (AcqScenarioBook *book, AcqScenarioEntry *entry, guint place)
{
  for (guint i = place; i < book->entries->len; i++)
    if (g_str_equal (((AcqScenarioEntry *) book->entries->pdata[i])->scenario->code, entry->scenario->code))
      {
        entry->preset = entry->edited = TRUE;
        g_ptr_array_remove_index (book->entries, i);
        break;
      }
  g_ptr_array_insert (book->entries, (int) place, entry);
}

static gint64 *
copy_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static gboolean
load_choices (AcqScenarioBook *book, AcqConnection *connection, GError **error)
{
  g_autoptr (GArray) choices = acq_scenario_repository_list_choices (connection, error);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const AcqChoiceRecord *choice = &g_array_index (choices, AcqChoiceRecord, i);

      if (choice->customer_id != 0)
        g_hash_table_insert (book->customer_choices, copy_id (choice->customer_id), g_strdup (choice->scenario));
      else
        g_hash_table_insert (book->invoice_choices, copy_id (choice->invoice_id), g_strdup (choice->scenario));
    }
  return choices != NULL;
}

static gboolean
load_default (AcqScenarioBook *book, AcqConnection *connection, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *code = acq_settings_repository_get (connection, "scenario", &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (acq_scenario_book_find (book, code) != NULL)
    {
      g_free (book->default_code);
      book->default_code = g_steal_pointer (&code);
    }
  return TRUE;
}

AcqScenarioBook *
acq_scenarios_load (AcqCompanyFile *file, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  g_autoptr (AcqScenarioBook) book = acq_scenario_book_new ();
  g_autoptr (GPtrArray) records = acq_scenario_repository_list (connection, error);
  guint place = 0;

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      AcqScenarioEntry *entry = read_entry (records->pdata[i]);

      if (entry != NULL)
        place_entry (book, entry, place++);
    }
  return load_choices (book, connection, error) && load_default (book, connection, error)
           ? g_steal_pointer (&book)
           : NULL;
}

static AcqScenarioRecord *
write_record (const AcqScenarioEntry *entry)
{
  const AcqScenario *scenario = entry->scenario;
  AcqScenarioRecord *record = acq_scenario_record_new ();

  record->code = g_strdup (scenario->code);
  record->name = g_strdup (scenario->name);
  record->minimum_interval = scenario->minimum_interval;
  record->sequel = g_strdup (acq_sequel_to_code (scenario->sequel));
  for (gsize i = 0; i < scenario->n_steps; i++)
    {
      const AcqStep *step = &scenario->steps[i];
      AcqStepRecord kept = { g_strdup (step->code), step->level, g_strdup (acq_anchor_to_code (step->anchor)),
                             step->offset, g_strdup (acq_channel_to_code (step->channel)),
                             g_strdup (acq_channel_to_code (step->fallback)),
                             g_strdup (acq_tone_to_code (step->tone)), g_strdup (acq_mode_to_code (step->mode)),
                             g_strdup (acq_contact_role_to_code (step->role)), step->condition.minimum_amount,
                             step->condition.or_new_customer, step->condition.kinds };

      g_array_append_val (record->steps, kept);
    }
  for (guint i = 0; i < entry->conditions->len; i++)
    {
      const AcqSegmentCondition *condition = &g_array_index (entry->conditions, AcqSegmentCondition, i);
      AcqConditionRecord kept = { g_strdup (acq_criterion_to_code (condition->criterion)), condition->value };

      g_array_append_val (record->conditions, kept);
    }
  return record;
}

static gboolean
refuse_flaws (const AcqScenarioEntry *entry, GError **error)
{
  g_autoptr (GArray) flaws = acq_scenario_check (entry->scenario);

  for (guint i = 0; i < flaws->len; i++)
    {
      const AcqScenarioFlaw *flaw = &g_array_index (flaws, AcqScenarioFlaw, i);

      if (!acq_scenario_flaw_is_error (flaw))
        continue;
      g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO,
                   flaw->step == ACQ_SCENARIO_WHOLE ? "%s" : "%s (%d)",
                   acq_scenario_flaw_kind_to_code (flaw->kind), flaw->step + 1);
      return TRUE;
    }
  for (guint i = 0; i < entry->conditions->len; i++)
    if (!acq_segment_condition_is_valid (&g_array_index (entry->conditions, AcqSegmentCondition, i)))
      {
        g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_SCENARIO, "condition (%u)", i + 1);
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_as_it_came (const AcqScenarioEntry *entry)
{
  const AcqScenario *preset = acq_scenario_find_preset (entry->scenario->code);

  return preset != NULL && entry->conditions->len == 0 && acq_scenario_equal (preset, entry->scenario);
}

gboolean
acq_scenarios_save (AcqCompanyFile *file, const AcqScenarioEntry *entry, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);
  const char *code = entry->scenario->code;
  g_autoptr (AcqScenarioRecord) record = NULL;
  g_autoptr (AcqChange) change = NULL;

  if (refuse_flaws (entry, error))
    return FALSE;
  record = write_record (entry);
  change = acq_change_begin (file, error);
  return change != NULL
         && (is_as_it_came (entry) ? acq_scenario_repository_remove (connection, code, FALSE, error)
                                   : acq_scenario_repository_set (connection, record, error))
         && acq_change_commit (change, "edit_scenario", code, entry->scenario->name, error);
}

char *
acq_scenarios_make_code (const AcqScenarioBook *book, const char *name)
{
  g_autofree char *folded = acq_text_fold (name);
  g_autofree char *stem = g_ascii_strdown (folded[0] == '\0' ? "scenario" : folded, CODE_LENGTH);
  char *code = NULL;

  g_strdelimit (g_strchomp (stem), " ", '_');
  for (guint i = 1;; i++)
    {
      code = i == 1 ? g_strdup (stem) : g_strdup_printf ("%s_%u", stem, i);
      if (acq_scenario_book_find (book, code) == NULL)
        return code;
      g_free (code);
    }
}

/* TRUE where the company has a scenario of that code. */
static gboolean
is_known (AcqCompanyFile *file, const char *code, AcqScenarioBook **ret_book, GError **error)
{
  *ret_book = acq_scenarios_load (file, error);
  if (*ret_book == NULL)
    return FALSE;
  if (acq_scenario_book_find (*ret_book, code) != NULL)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_SCENARIO, code);
  return FALSE;
}

gboolean
acq_scenarios_remove (AcqCompanyFile *file, const char *code, GError **error)
{
  gboolean preset = acq_scenario_find_preset (code) != NULL;
  g_autoptr (AcqScenarioBook) book = NULL;
  g_autoptr (AcqChange) change = NULL;

  if (!is_known (file, code, &book, error))
    return FALSE;
  if (!preset && g_str_equal (book->default_code, code))
    {
      g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_DEFAULT_SCENARIO, code);
      return FALSE;
    }
  change = acq_change_begin (file, error);
  return change != NULL
         && acq_scenario_repository_remove (acq_company_file_connection (file), code, !preset, error)
         && acq_change_commit (change, preset ? "restore_scenario" : "remove_scenario", code, NULL, error);
}

gboolean
acq_scenarios_move (AcqCompanyFile *file, const char *code, guint place, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("place=%u", place);
  g_autoptr (AcqScenarioBook) book = NULL;
  g_autoptr (AcqChange) change = NULL;
  const AcqScenarioEntry *entry;

  if (!is_known (file, code, &book, error))
    return FALSE;
  entry = acq_scenario_book_find (book, code);
  if (entry->preset && !entry->edited)
    return TRUE;
  change = acq_change_begin (file, error);
  return change != NULL
         && acq_scenario_repository_move (acq_company_file_connection (file), code, place, error)
         && acq_change_commit (change, "move_scenario", code, detail, error);
}

gboolean
acq_scenarios_write_default (AcqCompanyFile *file, const char *code, GError **error)
{
  g_autoptr (AcqScenarioBook) book = NULL;

  return is_known (file, code, &book, error)
         && acq_settings_repository_set (acq_company_file_connection (file), "scenario", code, error);
}

gboolean
acq_scenarios_set_default (AcqCompanyFile *file, const char *code, GError **error)
{
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  return change != NULL && acq_scenarios_write_default (file, code, error)
         && acq_change_commit (change, "set", "scenario", code, error);
}

/* For a customer or an invoice, whose id and name these are; "write" keeps it. */
static gboolean
choose (AcqCompanyFile *file, gint64 id, const char *name, const char *code,
        gboolean (*write) (AcqConnection *connection, gint64 id, const char *code, GError **error), GError **error)
{
  g_autoptr (AcqScenarioBook) book = NULL;
  g_autoptr (AcqChange) change = NULL;

  if (code != NULL && !is_known (file, code, &book, error))
    return FALSE;
  change = acq_change_begin (file, error);
  return change != NULL && write (acq_company_file_connection (file), id, code, error)
         && acq_change_commit (change, "choose_scenario", name, code, error);
}

gboolean
acq_scenarios_choose_for_customer (AcqCompanyFile *file, const AcqCustomer *customer, const char *code,
                                   GError **error)
{
  return choose (file, customer->id, customer->code, code, acq_scenario_repository_choose_for_customer, error);
}

gboolean
acq_scenarios_choose_for_invoice (AcqCompanyFile *file, const AcqInvoice *invoice, const char *code,
                                  GError **error)
{
  return choose (file, invoice->id, invoice->number, code, acq_scenario_repository_choose_for_invoice, error);
}
