/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-changeset.h"

#include <sqlite3.h>
#include <string.h>

#include "acq-connection-private.h"

/* What goes before SQLite's changeset: the SHA-256 of all its rows as they were when the transaction ended. SQLite itself compares
   only the columns that a change touched; a row of which a later change touched another column has moved on all the same. */
#define DIGEST_SIZE 32

struct _AcqRecording
{
  sqlite3 *database; /* borrowed */
  sqlite3_session *session;
};

static gboolean
fail (sqlite3 *database, int result, GError **error)
{
  g_set_error (error, ACQ_STORE_ERROR,
               result == SQLITE_NOMEM  ? ACQ_STORE_ERROR_FULL
               : result == SQLITE_FULL ? ACQ_STORE_ERROR_FULL
                                       : ACQ_STORE_ERROR_FAILED,
               "changeset: %s (SQLite %d)", sqlite3_errmsg (database), result);
  return FALSE;
}

/* What it is that stands on it, rows do not tell. */
static gboolean
refuse (GError **error)
{
  g_set_error_literal (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_LATER_CHANGE, "");
  return FALSE;
}

/* The journal is never taken back. */
static int
is_recorded_cb (void *data, const char *table)
{
  return g_strcmp0 (table, "journal") != 0;
}

AcqRecording *
acq_recording_begin (AcqConnection *connection, GError **error)
{
  g_autoptr (AcqRecording) self = g_new0 (AcqRecording, 1);
  int result;

  self->database = acq_connection_database (connection);
  result = sqlite3session_create (self->database, "main", &self->session);
  if (result == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, is_recorded_cb, NULL);
      result = sqlite3session_attach (self->session, NULL);
    }
  if (result == SQLITE_OK)
    return g_steal_pointer (&self);
  fail (self->database, result, error);
  return NULL;
}

void
acq_recording_free (AcqRecording *self)
{
  if (self == NULL)
    return;
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_free (self);
}

static void
digest_column (GChecksum *digest, sqlite3_stmt *row, int column)
{
  gint64 head[2] = { sqlite3_column_type (row, column), 0 };
  const void *bytes = NULL;

  if (head[0] == SQLITE_INTEGER)
    head[1] = sqlite3_column_int64 (row, column);
  else if (head[0] != SQLITE_NULL)
    {
      bytes = sqlite3_column_blob (row, column);
      head[1] = sqlite3_column_bytes (row, column);
    }
  g_checksum_update (digest, (const guchar *) head, sizeof head);
  if (bytes != NULL)
    g_checksum_update (digest, bytes, head[1]);
}

/* "SELECT * FROM table WHERE key = ?…": the keys are numbered by their columns. */
static int
prepare_row (sqlite3 *database, const char *table, const unsigned char *keys, int n_columns,
             sqlite3_stmt **ret_row)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *names;
  int result;

  g_string_printf (sql, "SELECT * FROM \"%s\"", table);
  result = sqlite3_prepare_v2 (database, sql->str, -1, &names, NULL);
  if (result != SQLITE_OK)
    return result;
  for (int i = 0, n = 0; i < n_columns; i++)
    if (keys[i])
      g_string_append_printf (sql, "%s \"%s\" = ?%d", n++ == 0 ? " WHERE" : " AND",
                              sqlite3_column_name (names, i), i + 1);
  sqlite3_finalize (names);
  return sqlite3_prepare_v2 (database, sql->str, -1, ret_row, NULL);
}

/* The row that one change of a changeset is about, as it stands now. */
static int
digest_row (sqlite3 *database, sqlite3_changeset_iter *changes, GChecksum *digest)
{
  const char *table;
  unsigned char *keys;
  sqlite3_stmt *row = NULL;
  int n_columns, operation, result;
  gboolean found;

  sqlite3changeset_op (changes, &table, &n_columns, &operation, NULL);
  sqlite3changeset_pk (changes, &keys, NULL);
  result = prepare_row (database, table, keys, n_columns, &row);
  for (int i = 0; result == SQLITE_OK && i < n_columns; i++)
    {
      sqlite3_value *value = NULL;

      if (!keys[i])
        continue;
      result = operation == SQLITE_INSERT ? sqlite3changeset_new (changes, i, &value)
                                          : sqlite3changeset_old (changes, i, &value);
      if (result == SQLITE_OK)
        result = sqlite3_bind_value (row, i + 1, value);
    }
  if (result == SQLITE_OK)
    {
      result = sqlite3_step (row);
      found = result == SQLITE_ROW;
      g_checksum_update (digest, (const guchar *) (found ? "+" : "-"), 1);
      for (int i = 0; found && i < n_columns; i++)
        digest_column (digest, row, i);
    }
  sqlite3_finalize (row);
  return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

/* Of all rows that a changeset is about. */
static int
digest_rows (sqlite3 *database, int size, void *changeset, guint8 *ret_digest)
{
  g_autoptr (GChecksum) digest = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_changeset_iter *changes = NULL;
  gsize length = DIGEST_SIZE;
  int result = sqlite3changeset_start (&changes, size, changeset), ended;

  if (result != SQLITE_OK)
    return result;
  while ((result = sqlite3changeset_next (changes)) == SQLITE_ROW)
    {
      result = digest_row (database, changes, digest);
      if (result != SQLITE_OK)
        break;
    }
  ended = sqlite3changeset_finalize (changes);
  g_checksum_get_digest (digest, ret_digest, &length);
  return result == SQLITE_DONE ? ended : result;
}

static int
count_rows (int size, void *changeset, guint *ret_count)
{
  sqlite3_changeset_iter *changes = NULL;
  int result = sqlite3changeset_start (&changes, size, changeset);

  *ret_count = 0;
  if (result != SQLITE_OK)
    return result;
  while (sqlite3changeset_next (changes) == SQLITE_ROW)
    ++*ret_count;
  return sqlite3changeset_finalize (changes);
}

gboolean
acq_recording_take (AcqRecording *self, GBytes **ret_changeset, GError **error)
{
  guint8 digest[DIGEST_SIZE];
  void *changes = NULL;
  int size = 0, result = sqlite3session_changeset (self->session, &size, &changes);

  *ret_changeset = NULL;
  if (result == SQLITE_OK && size > 0)
    result = digest_rows (self->database, size, changes, digest);
  if (result == SQLITE_OK && size > 0)
    {
      GByteArray *bytes = g_byte_array_sized_new ((guint) size + DIGEST_SIZE);

      g_byte_array_append (bytes, digest, DIGEST_SIZE);
      g_byte_array_append (bytes, changes, (guint) size);
      *ret_changeset = g_byte_array_free_to_bytes (bytes);
    }
  sqlite3_free (changes);
  return result == SQLITE_OK || fail (self->database, result, error);
}

/* That all rows were as they should be has been seen before: what differs now was changed on the way by a reference to a row that
   is gone already (ON DELETE CASCADE, SET NULL). */
static int
conflict_cb (void *data, int conflict, sqlite3_changeset_iter *changes)
{
  const char *table;
  int n_columns, operation = 0;

  if (conflict == SQLITE_CHANGESET_DATA)
    return SQLITE_CHANGESET_REPLACE;
  sqlite3changeset_op (changes, &table, &n_columns, &operation, NULL);
  return conflict == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE ? SQLITE_CHANGESET_OMIT
                                                                             : SQLITE_CHANGESET_ABORT;
}

/* No more rows may have changed than were asked for: parts that were added later would have gone with what they are part of. */
static gboolean
check_count (AcqRecording *recording, guint expected, GError **error)
{
  void *changes = NULL;
  int size = 0, result = sqlite3session_changeset (recording->session, &size, &changes);
  guint count = 0;

  if (result == SQLITE_OK)
    result = count_rows (size, changes, &count);
  sqlite3_free (changes);
  if (result != SQLITE_OK)
    return fail (recording->database, result, error);
  return count == expected || refuse (error);
}

static gboolean
apply (AcqConnection *connection, int size, void *inverse, GError **error)
{
  sqlite3 *database = acq_connection_database (connection);
  g_autoptr (AcqRecording) recording = acq_recording_begin (connection, error);
  guint expected;
  int result;

  if (recording == NULL)
    return FALSE;
  result = count_rows (size, inverse, &expected);
  if (result == SQLITE_OK)
    result = sqlite3changeset_apply (database, size, inverse, NULL, conflict_cb, NULL);
  if ((result & 0xff) == SQLITE_ABORT || (result & 0xff) == SQLITE_CONSTRAINT)
    return refuse (error);
  return result == SQLITE_OK ? check_count (recording, expected, error) : fail (database, result, error);
}

gboolean
acq_changeset_apply_inverse (AcqConnection *connection, GBytes *changeset, GError **error)
{
  sqlite3 *database = acq_connection_database (connection);
  gsize length;
  const guint8 *bytes = g_bytes_get_data (changeset, &length);
  int size = (int) (length - DIGEST_SIZE), inverse_size = 0, result;
  guint8 digest[DIGEST_SIZE];
  void *inverse = NULL;
  gboolean applied;

  g_return_val_if_fail (length > DIGEST_SIZE, FALSE);

  result = digest_rows (database, size, (void *) (bytes + DIGEST_SIZE), digest);
  if (result == SQLITE_OK && memcmp (digest, bytes, DIGEST_SIZE) != 0)
    return refuse (error);
  if (result == SQLITE_OK)
    result = sqlite3changeset_invert (size, bytes + DIGEST_SIZE, &inverse_size, &inverse);
  if (result != SQLITE_OK)
    return fail (database, result, error);
  applied = apply (connection, inverse_size, inverse, error);
  sqlite3_free (inverse);
  return applied;
}
