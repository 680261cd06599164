/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-journal.h"

#define SEPARATOR "\x1f"

void
acq_journal_line_free (AcqJournalLine *self)
{
  if (self == NULL)
    return;
  g_free (self->at);
  g_free (self->action);
  g_free (self->subject);
  g_free (self->detail);
  g_free (self);
}

/* The separator cannot stand in what people type, so no two different lines have the same words. */
static char *
hash_line (gint64 id, const char *previous, const char *at, const char *day, const char *action,
           const char *subject, const char *detail)
{
  g_autofree char *words = g_strdup_printf ("%" G_GINT64_FORMAT SEPARATOR "%s" SEPARATOR "%s" SEPARATOR
                                            "%s" SEPARATOR "%s" SEPARATOR "%s" SEPARATOR "%s",
                                            id, previous, at, day, action, subject == NULL ? "" : subject,
                                            detail == NULL ? "" : detail);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, words, -1);
}

static gboolean
read_last (AcqConnection *connection, gint64 *ret_id, char **ret_hash, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows
    = acq_connection_query (connection, error, "SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1", "");

  if (rows == NULL)
    return FALSE;
  *ret_id = 0;
  if (acq_rows_next (rows, &local_error))
    {
      *ret_id = acq_rows_int (rows, 0);
      *ret_hash = acq_rows_dup_text (rows, 1);
    }
  else
    *ret_hash = g_strdup ("");
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_journal_append (AcqConnection *connection, AcqClock clock, const char *action, const char *subject,
                    const char *detail, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (acq_clock_now (clock));
  g_autofree char *at = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  char day[ACQ_DAY_ISO_SIZE];
  gint64 id;

  acq_day_write_iso (acq_clock_today (clock), day);
  if (!read_last (connection, &id, &previous, error))
    return FALSE;
  hash = hash_line (id + 1, previous, at, day, action, subject, detail);
  return acq_connection_run (connection, error,
                             "INSERT INTO journal (id, at, day, action, subject, detail, previous, hash)"
                             " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                             "itttttt"
                             "t",
                             id + 1, at, day, action, subject, detail, previous, hash);
}

GPtrArray *
acq_journal_list (AcqConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_journal_line_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT id, at, day, action, subject, detail FROM journal ORDER BY id", "");

  if (rows == NULL)
    return NULL;
  while (acq_rows_next (rows, &local_error))
    {
      AcqJournalLine *line = g_new0 (AcqJournalLine, 1);

      line->id = acq_rows_int (rows, 0);
      line->at = acq_rows_dup_text (rows, 1);
      line->day = acq_rows_day (rows, 2);
      line->action = acq_rows_dup_text (rows, 3);
      line->subject = acq_rows_dup_text (rows, 4);
      line->detail = acq_rows_dup_text (rows, 5);
      g_ptr_array_add (lines, line);
    }
  if (local_error == NULL)
    return g_steal_pointer (&lines);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
acq_journal_find_end (AcqConnection *connection, gint64 *ret_id, GError **error)
{
  return acq_connection_get_int (connection, ret_id, error, "SELECT coalesce (max (id), 0) FROM journal", "");
}

gboolean
acq_journal_verify (AcqConnection *connection, guint64 *ret_lines, GError **error)
{
  g_autofree char *expected_previous = g_strdup ("");
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (
    connection, error, "SELECT id, at, day, action, subject, detail, previous, hash FROM journal ORDER BY id",
    "");

  if (rows == NULL)
    return FALSE;
  *ret_lines = 0;
  while (acq_rows_next (rows, &local_error))
    {
      g_autofree char *hash = hash_line (acq_rows_int (rows, 0), expected_previous, acq_rows_text (rows, 1),
                                         acq_rows_text (rows, 2), acq_rows_text (rows, 3),
                                         acq_rows_text (rows, 4), acq_rows_text (rows, 5));

      ++*ret_lines;
      if (acq_rows_int (rows, 0) != (gint64) *ret_lines
          || g_strcmp0 (expected_previous, acq_rows_text (rows, 6)) != 0
          || g_strcmp0 (hash, acq_rows_text (rows, 7)) != 0)
        {
          g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_DAMAGED, "journal line %" G_GUINT64_FORMAT,
                       *ret_lines);
          return FALSE;
        }
      g_free (expected_previous);
      expected_previous = g_steal_pointer (&hash);
    }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
acq_journal_load_last_day (AcqConnection *connection, AcqDay *ret_day, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (AcqRows) rows = acq_connection_query (connection, error, "SELECT max(day) FROM journal", "");

  if (rows == NULL)
    return FALSE;
  *ret_day = acq_rows_next (rows, &local_error) ? acq_rows_day (rows, 0) : ACQ_DAY_NONE;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}
