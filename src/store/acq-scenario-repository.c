/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-scenario-repository.h"

static void
clear_step (gpointer data)
{
  AcqStepRecord *step = data;

  g_free (step->code);
  g_free (step->anchor);
  g_free (step->channel);
  g_free (step->fallback);
  g_free (step->tone);
  g_free (step->mode);
  g_free (step->role);
}

static void
clear_condition (gpointer data)
{
  g_free (((AcqConditionRecord *) data)->criterion);
}

static void
clear_choice (gpointer data)
{
  g_free (((AcqChoiceRecord *) data)->scenario);
}

AcqScenarioRecord *
acq_scenario_record_new (void)
{
  AcqScenarioRecord *self = g_new0 (AcqScenarioRecord, 1);

  self->steps = g_array_new (FALSE, TRUE, sizeof (AcqStepRecord));
  g_array_set_clear_func (self->steps, clear_step);
  self->conditions = g_array_new (FALSE, TRUE, sizeof (AcqConditionRecord));
  g_array_set_clear_func (self->conditions, clear_condition);
  return self;
}

void
acq_scenario_record_free (AcqScenarioRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->name);
  g_free (self->sequel);
  g_array_unref (self->steps);
  g_array_unref (self->conditions);
  g_free (self);
}

/* Ends a walk through rows: what it found, or NULL with the error. */
static gboolean
end_rows (GError *failure, GError **error)
{
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
read_steps (AcqConnection *connection, AcqScenarioRecord *record, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT code, level, anchor, offset_days, channel, fallback, tone, mode, role, minimum_amount,"
    " or_new_customer, kinds FROM scenario_step WHERE scenario_id = ? ORDER BY position",
    "i", record->id);

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &failure))
    {
      AcqStepRecord step = { acq_rows_dup_text (rows, 0), (int) acq_rows_int (rows, 1), acq_rows_dup_text (rows, 2),
                             (int) acq_rows_int (rows, 3), acq_rows_dup_text (rows, 4), acq_rows_dup_text (rows, 5),
                             acq_rows_dup_text (rows, 6), acq_rows_dup_text (rows, 7), acq_rows_dup_text (rows, 8),
                             acq_rows_int (rows, 9), acq_rows_int (rows, 10) != 0, (guint) acq_rows_int (rows, 11) };

      g_array_append_val (record->steps, step);
    }
  return end_rows (failure, error);
}

static gboolean
read_conditions (AcqConnection *connection, AcqScenarioRecord *record, GError **error)
{
  GError *failure = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT criterion, value FROM scenario_condition WHERE scenario_id = ? ORDER BY position", "i", record->id);

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &failure))
    {
      AcqConditionRecord condition = { acq_rows_dup_text (rows, 0), acq_rows_int (rows, 1) };

      g_array_append_val (record->conditions, condition);
    }
  return end_rows (failure, error);
}

GPtrArray *
acq_scenario_repository_list (AcqConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_scenario_record_free);
  GError *failure = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT id, code, name, minimum_interval, sequel FROM scenario ORDER BY position", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &failure))
    {
      AcqScenarioRecord *record = acq_scenario_record_new ();

      g_ptr_array_add (records, record);
      record->id = acq_rows_int (rows, 0);
      record->code = acq_rows_dup_text (rows, 1);
      record->name = acq_rows_dup_text (rows, 2);
      record->minimum_interval = (int) acq_rows_int (rows, 3);
      record->sequel = acq_rows_dup_text (rows, 4);
      if (!read_steps (connection, record, error) || !read_conditions (connection, record, error))
        return NULL;
    }
  return end_rows (failure, error) ? g_steal_pointer (&records) : NULL;
}

static gboolean
write_steps (AcqConnection *connection, const AcqScenarioRecord *record, gint64 id, GError **error)
{
  for (guint i = 0; i < record->steps->len; i++)
    {
      const AcqStepRecord *step = &g_array_index (record->steps, AcqStepRecord, i);

      if (!acq_connection_run (
            connection, error,
            "INSERT INTO scenario_step (scenario_id, position, code, level, anchor, offset_days, channel, fallback,"
            " tone, mode, role, minimum_amount, or_new_customer, kinds)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            "iitititttttibi", id, (gint64) i, step->code, (gint64) step->level, step->anchor,
            (gint64) step->offset, step->channel, step->fallback, step->tone, step->mode, step->role,
            step->minimum_amount, step->or_new_customer, (gint64) step->kinds))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_conditions (AcqConnection *connection, const AcqScenarioRecord *record, gint64 id, GError **error)
{
  for (guint i = 0; i < record->conditions->len; i++)
    {
      const AcqConditionRecord *condition = &g_array_index (record->conditions, AcqConditionRecord, i);

      if (!acq_connection_run (connection, error,
                               "INSERT INTO scenario_condition (scenario_id, position, criterion, value)"
                               " VALUES (?, ?, ?, ?)",
                               "iiti", id, (gint64) i, condition->criterion, condition->value))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_scenario_repository_set (AcqConnection *connection, const AcqScenarioRecord *record, GError **error)
{
  gint64 id = 0;

  return acq_connection_run (connection, error,
                             "INSERT INTO scenario (code, name, position, minimum_interval, sequel)"
                             " VALUES (?, ?, (SELECT coalesce (max (position), 0) + 1 FROM scenario), ?, ?)"
                             " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
                             " minimum_interval = excluded.minimum_interval, sequel = excluded.sequel",
                             "ttit", record->code, record->name, (gint64) record->minimum_interval,
                             record->sequel)
         && acq_connection_get_int (connection, &id, error, "SELECT id FROM scenario WHERE code = ?", "t",
                                    record->code)
         && acq_connection_run (connection, error, "DELETE FROM scenario_step WHERE scenario_id = ?", "i", id)
         && acq_connection_run (connection, error, "DELETE FROM scenario_condition WHERE scenario_id = ?", "i", id)
         && write_steps (connection, record, id, error) && write_conditions (connection, record, id, error);
}

gboolean
acq_scenario_repository_remove (AcqConnection *connection, const char *code, gboolean with_choices, GError **error)
{
  if (with_choices
      && !acq_connection_run (connection, error, "DELETE FROM scenario_choice WHERE scenario = ?", "t", code))
    return FALSE;
  return acq_connection_run (connection, error, "DELETE FROM scenario WHERE code = ?", "t", code);
}

gboolean
acq_scenario_repository_move (AcqConnection *connection, const char *code, guint place, GError **error)
{
  g_autoptr (GPtrArray) records = acq_scenario_repository_list (connection, error);
  guint from = 0;

  if (records == NULL)
    return FALSE;
  while (from < records->len && g_strcmp0 (((AcqScenarioRecord *) records->pdata[from])->code, code) != 0)
    from++;
  if (from < records->len)
    {
      AcqScenarioRecord *moved = g_ptr_array_steal_index (records, from);

      g_ptr_array_insert (records, (int) MIN (place, records->len), moved);
    }
  for (guint i = 0; i < records->len; i++)
    if (!acq_connection_run (connection, error, "UPDATE scenario SET position = ? WHERE id = ?", "ii",
                             (gint64) i + 1, ((AcqScenarioRecord *) records->pdata[i])->id))
      return FALSE;
  return TRUE;
}

GArray *
acq_scenario_repository_list_choices (AcqConnection *connection, GError **error)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, TRUE, sizeof (AcqChoiceRecord));
  GError *failure = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT customer_id, invoice_id, scenario FROM scenario_choice ORDER BY id", "");

  g_array_set_clear_func (choices, clear_choice);
  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &failure))
    {
      AcqChoiceRecord choice = { acq_rows_int (rows, 0), acq_rows_int (rows, 1), acq_rows_dup_text (rows, 2) };

      g_array_append_val (choices, choice);
    }
  return end_rows (failure, error) ? g_steal_pointer (&choices) : NULL;
}

gboolean
acq_scenario_repository_choose_for_customer (AcqConnection *connection, gint64 customer_id, const char *code,
                                             GError **error)
{
  return acq_connection_run (connection, error, "DELETE FROM scenario_choice WHERE customer_id = ?", "i", customer_id)
         && (code == NULL
             || acq_connection_run (connection, error,
                                    "INSERT INTO scenario_choice (customer_id, scenario) VALUES (?, ?)", "it",
                                    customer_id, code));
}

gboolean
acq_scenario_repository_choose_for_invoice (AcqConnection *connection, gint64 invoice_id, const char *code,
                                            GError **error)
{
  return acq_connection_run (connection, error, "DELETE FROM scenario_choice WHERE invoice_id = ?", "i", invoice_id)
         && (code == NULL
             || acq_connection_run (connection, error,
                                    "INSERT INTO scenario_choice (invoice_id, scenario) VALUES (?, ?)", "it",
                                    invoice_id, code));
}
