/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-message-repository.h"

#define COLUMNS                                                                                              \
  "id, recipient_id, state, approved, day, scenario, step, level, round, channel, address, release,"         \
  " currency, total, overruled, hash, sent, registered_number, tone"

static gboolean
insert_items (AcqConnection *connection, const AcqMessage *message, GError **error)
{
  for (guint i = 0; i < message->items->len; i++)
    {
      const AcqMessageItem *item = message->items->pdata[i];

      if (!acq_connection_run (connection, error,
                               "INSERT INTO message_item (message_id, invoice_id, due, step, level, tone, amount)"
                               " VALUES (?, ?, ?, ?, ?, ?, ?)",
                               "iidtiti", message->id, item->invoice_id, item->due, item->step,
                               (gint64) item->level, item->tone, item->amount))
        return FALSE;
    }
  return TRUE;
}

gboolean
acq_message_repository_insert (AcqConnection *connection, AcqMessage *message, GError **error)
{
  gint64 round = 0;

  if (!acq_connection_get_int (
        connection, &round, error,
        "SELECT 1 + count(*) FROM message WHERE recipient_id = ? AND step = ? AND state = 'sent'", "it",
        message->recipient_id, message->step)
      || !acq_connection_run (
        connection, error,
        "INSERT INTO message (recipient_id, state, approved, day, scenario, step, level, round, channel,"
        " address, release, currency, total, overruled, tone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        "itddttiittbtitt", message->recipient_id, acq_message_state_to_code (message->state),
        message->approved, message->day, message->scenario, message->step, (gint64) message->level, round,
        message->channel, message->address, message->release, message->currency.code, message->total,
        message->overruled, message->tone))
    return FALSE;
  message->id = acq_connection_last_id (connection);
  message->round = (int) round;
  return insert_items (connection, message, error);
}

static AcqMessage *
read_message (AcqRows *rows)
{
  AcqMessage *message = acq_message_new ();

  message->id = acq_rows_int (rows, 0);
  message->recipient_id = acq_rows_int (rows, 1);
  acq_message_state_from_code (acq_rows_text (rows, 2), &message->state);
  message->approved = acq_rows_day (rows, 3);
  message->day = acq_rows_day (rows, 4);
  message->scenario = acq_rows_dup_text (rows, 5);
  message->step = acq_rows_dup_text (rows, 6);
  message->level = (int) acq_rows_int (rows, 7);
  message->round = (int) acq_rows_int (rows, 8);
  message->channel = acq_rows_dup_text (rows, 9);
  message->address = acq_rows_dup_text (rows, 10);
  message->release = acq_rows_int (rows, 11) != 0;
  message->currency = acq_currency_parse (acq_rows_text (rows, 12));
  message->total = acq_rows_int (rows, 13);
  message->overruled = acq_rows_dup_text (rows, 14);
  message->hash = acq_rows_dup_text (rows, 15);
  message->sent = acq_rows_day (rows, 16);
  message->registered_number = acq_rows_dup_text (rows, 17);
  message->tone = acq_rows_dup_text (rows, 18);
  return message;
}

static gboolean
read_items (AcqConnection *connection, AcqMessage *message, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error,
    "SELECT invoice_id, due, step, level, tone, amount FROM message_item WHERE message_id = ? ORDER BY id", "i",
    message->id);

  if (rows == NULL)
    return FALSE;
  while (acq_rows_next (rows, &local_error))
    acq_message_add_item (message, acq_rows_int (rows, 0), acq_rows_day (rows, 1), acq_rows_text (rows, 2),
                          (int) acq_rows_int (rows, 3), acq_rows_text (rows, 4), acq_rows_int (rows, 5));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

AcqMessage *
acq_message_repository_find (AcqConnection *connection, gint64 id, GError **error)
{
  g_autoptr (AcqMessage) message = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT " COLUMNS " FROM message WHERE id = ?", "i", id);

  if (rows == NULL || !acq_rows_next (rows, error))
    return NULL;
  message = read_message (rows);
  return read_items (connection, message, error) ? g_steal_pointer (&message) : NULL;
}

GPtrArray *
acq_message_repository_list (AcqConnection *connection, gint64 recipient_id, GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_message_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error,
                            "SELECT " COLUMNS " FROM message WHERE ?1 IS NULL OR recipient_id = ?1 ORDER BY id",
                            "z", recipient_id);

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      AcqMessage *message = read_message (rows);

      g_ptr_array_add (messages, message);
      if (!read_items (connection, message, error))
        return NULL;
    }
  if (local_error == NULL)
    return g_steal_pointer (&messages);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_message_repository_remove (AcqConnection *connection, gint64 id, GError **error)
{
  return acq_connection_run (connection, error, "DELETE FROM message WHERE id = ?", "i", id);
}

gboolean
acq_message_repository_set_sent (AcqConnection *connection, gint64 id, AcqDay sent,
                                 const char *registered_number, GError **error)
{
  return acq_connection_run (
    connection, error, "UPDATE message SET state = 'sent', sent = ?, registered_number = ? WHERE id = ?",
    "dti", sent, registered_number, id);
}
