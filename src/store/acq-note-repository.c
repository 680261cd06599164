/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-note-repository.h"

/* NULL: the whole of it, as the rows that came before the column say. */
static const char *
code_of_waiver (const AcqNote *note)
{
  return note->waives == ACQ_WAIVER_ALL ? NULL : acq_waiver_to_code (note->waives);
}

/* NULL: nobody has said, as in the rows that came before the column. */
static const char *
code_of_category (const AcqNote *note)
{
  return note->category == ACQ_DISPUTE_CATEGORY_UNKNOWN ? NULL : acq_dispute_category_to_code (note->category);
}

gboolean
acq_note_repository_insert (AcqConnection *connection, AcqNote *note, GError **error)
{
  gboolean kept = acq_connection_run (
    connection, error,
    "INSERT INTO note (kind, customer_id, invoice_id, amount, day, until, reason, closed, waives, category, person)"
    " VALUES (?, ?, ?, nullif (?, -1), ?, ?, ?, ?, ?, ?, ?)",
    "tiziddtbttt", acq_note_kind_to_code (note->kind), note->customer_id, note->invoice_id, MAX (note->amount, -1),
    note->day, note->until, note->reason, note->closed, code_of_waiver (note), code_of_category (note), note->person);

  if (kept)
    note->id = acq_connection_last_id (connection);
  return kept;
}

static gboolean
insert_instalments (AcqConnection *connection, gint64 plan_id, const GArray *instalments, GError **error)
{
  for (guint i = 0; i < instalments->len; i++)
    {
      const AcqInstalment *instalment = &g_array_index (instalments, AcqInstalment, i);

      if (!acq_connection_run (connection, error,
                               "INSERT INTO plan_instalment (plan_id, due, amount) VALUES (?, ?, ?)", "idi",
                               plan_id, instalment->due, instalment->amount))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_note_repository_insert_plan (AcqConnection *connection, AcqPaymentPlan *plan, GError **error)
{
  if (!acq_connection_run (
        connection, error,
        "INSERT INTO payment_plan (customer_id, agreed, ended, interest_stop) VALUES (?, ?, ?, ?)", "idbd",
        plan->customer_id, plan->agreed, plan->ended, plan->interest_stop))
    return FALSE;
  plan->id = acq_connection_last_id (connection);
  if (!insert_instalments (connection, plan->id, plan->instalments, error))
    return FALSE;
  for (guint i = 0; i < plan->invoice_ids->len; i++)
    if (!acq_connection_run (connection, error,
                             "INSERT INTO plan_invoice (plan_id, invoice_id) VALUES (?, ?)", "ii", plan->id,
                             g_array_index (plan->invoice_ids, gint64, i)))
      return FALSE;
  return TRUE;
}

gboolean
acq_note_repository_amend_plan (AcqConnection *connection, const AcqPaymentPlan *plan, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE payment_plan SET interest_stop = ? WHERE id = ?",
                             "di", plan->interest_stop, plan->id)
         && acq_connection_run (connection, error, "DELETE FROM plan_instalment WHERE plan_id = ?", "i",
                                plan->id)
         && insert_instalments (connection, plan->id, plan->instalments, error);
}

gboolean
acq_note_repository_insert_reminder (AcqConnection *connection, AcqReminder *reminder, GError **error)
{
  if (!acq_connection_run (connection, error,
                           "INSERT INTO reminder (invoice_id, due, day, step, level, channel, message_id, tone)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                           "iddtitzt", reminder->invoice_id, reminder->due, reminder->day, reminder->step,
                           (gint64) reminder->level, reminder->channel, reminder->message_id, reminder->tone))
    return FALSE;
  reminder->id = acq_connection_last_id (connection);
  return TRUE;
}

#define COLUMNS "id, kind, customer_id, invoice_id, amount, day, until, reason, closed, waives, category, person"

gboolean
acq_note_repository_move_reminders (AcqConnection *connection, gint64 message_id, AcqDay day, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE reminder SET day = ? WHERE message_id = ?", "di", day,
                             message_id);
}

static AcqNote *
read_note (AcqRows *rows)
{
  AcqNote *note = acq_note_new ();

  note->id = acq_rows_int (rows, 0);
  acq_note_kind_from_code (acq_rows_text (rows, 1), &note->kind);
  note->customer_id = acq_rows_int (rows, 2);
  note->invoice_id = acq_rows_int (rows, 3);
  note->amount = acq_rows_is_null (rows, 4) ? -1 : acq_rows_int (rows, 4);
  note->day = acq_rows_day (rows, 5);
  note->until = acq_rows_day (rows, 6);
  note->reason = acq_rows_dup_text (rows, 7);
  note->closed = acq_rows_int (rows, 8) != 0;
  acq_waiver_from_code (acq_rows_text (rows, 9), &note->waives);
  acq_dispute_category_from_code (acq_rows_text (rows, 10), &note->category);
  note->person = acq_rows_dup_text (rows, 11);
  return note;
}

AcqNote *
acq_note_repository_find (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM note WHERE id = ?", "i", id);

  return rows == NULL || !acq_rows_next (rows, error) ? NULL : read_note (rows);
}

gboolean
acq_note_repository_close (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (connection, error, "UPDATE note SET closed = 1 WHERE id = ?", "i", id);
}

gboolean
acq_note_repository_close_answers (AcqConnection *connection, gint64 customer_id, GError **error)
{
  return acq_connection_run (
    connection, error, "UPDATE note SET closed = 1 WHERE kind = 'answer' AND NOT closed AND customer_id = ?",
    "i", customer_id);
}

gboolean
acq_note_repository_end_plan (AcqConnection *connection, gint64 id, gboolean *ret_found, GError **error)
{
  if (!acq_connection_run (connection, error, "UPDATE payment_plan SET ended = 1 WHERE id = ? AND NOT ended",
                           "i", id))
    return FALSE;
  *ret_found = acq_connection_changes (connection) > 0;
  return TRUE;
}

static gboolean
load_notes (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM note ORDER BY id", "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    g_ptr_array_add (ledger->notes, read_note (rows));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_plan_parts (AcqConnection *connection, AcqPaymentPlan *plan, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) instalments = acq_connection_query (
    connection, error, "SELECT due, amount FROM plan_instalment WHERE plan_id = ? ORDER BY due", "i",
    plan->id);
  g_autoptr (AcqRows) invoices = acq_connection_query (
    connection, error, "SELECT invoice_id FROM plan_invoice WHERE plan_id = ? ORDER BY invoice_id", "i",
    plan->id);

  if (instalments == NULL || invoices == NULL)
    return FALSE;
  while (acq_rows_next (instalments, &local_error))
    {
      AcqInstalment instalment = { acq_rows_day (instalments, 0), acq_rows_int (instalments, 1) };

      g_array_append_val (plan->instalments, instalment);
    }
  while (local_error == NULL && acq_rows_next (invoices, &local_error))
    {
      gint64 id = acq_rows_int (invoices, 0);

      g_array_append_val (plan->invoice_ids, id);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_plans (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT id, customer_id, agreed, ended, interest_stop FROM payment_plan ORDER BY id",
    "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      AcqPaymentPlan *plan = acq_payment_plan_new ();

      g_ptr_array_add (ledger->plans, plan);
      plan->id = acq_rows_int (rows, 0);
      plan->customer_id = acq_rows_int (rows, 1);
      plan->agreed = acq_rows_day (rows, 2);
      plan->ended = acq_rows_int (rows, 3) != 0;
      plan->interest_stop = acq_rows_day (rows, 4);
      if (!load_plan_parts (connection, plan, error))
        return FALSE;
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
load_reminders (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT id, invoice_id, due, day, step, level, channel, message_id, tone FROM reminder ORDER BY day, id", "");

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    {
      AcqReminder *reminder = acq_reminder_new ();

      reminder->id = acq_rows_int (rows, 0);
      reminder->invoice_id = acq_rows_int (rows, 1);
      reminder->due = acq_rows_day (rows, 2);
      reminder->day = acq_rows_day (rows, 3);
      reminder->step = acq_rows_dup_text (rows, 4);
      reminder->level = (int) acq_rows_int (rows, 5);
      reminder->channel = acq_rows_dup_text (rows, 6);
      reminder->message_id = acq_rows_int (rows, 7);
      reminder->tone = acq_rows_dup_text (rows, 8);
      g_ptr_array_add (ledger->reminders, reminder);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_note_repository_load (AcqConnection *connection, AcqLedger *ledger, GError **error)
{
  return load_notes (connection, ledger, error) && load_plans (connection, ledger, error)
         && load_reminders (connection, ledger, error);
}
