/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/vfs.h>

#include "acq-connection-private.h"

struct _AcqConnection
{
  sqlite3 *database;
  GHashTable *prepared; /* static text, by its address, to AcqRows */
  GThread *owner;
};

struct _AcqRows
{
  AcqConnection *connection; /* borrowed */
  sqlite3_stmt *statement;
  char *days; /* room for each parameter that may be a day, so that SQLite need not copy them */
  gboolean busy;
  gboolean kept; /* in the connection's table: freed with it */
};

G_DEFINE_QUARK (acq_store_error, acq_store_error)

static AcqStoreError
code_of (int result)
{
  switch (result & 0xff)
    {
    case SQLITE_FULL:
      return ACQ_STORE_ERROR_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return ACQ_STORE_ERROR_BUSY;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return ACQ_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
      return ACQ_STORE_ERROR_DAMAGED;
    case SQLITE_NOTADB:
      return ACQ_STORE_ERROR_NOT_ACQUIT;
    default:
      return ACQ_STORE_ERROR_FAILED;
    }
}

static gboolean
fail (AcqConnection *self, GError **error, const char *doing)
{
  int result = sqlite3_extended_errcode (self->database);

  g_set_error (error, ACQ_STORE_ERROR, (int) code_of (result), "%s: %s (SQLite %d)", doing,
               sqlite3_errmsg (self->database), result);
  return FALSE;
}

static void
free_prepared (gpointer data)
{
  AcqRows *rows = data;

  sqlite3_finalize (rows->statement);
  g_free (rows->days);
  g_free (rows);
}

/* The file systems on which the shared memory of SQLite's WAL does not work between machines; statfs(2). */
static gboolean
lies_on_network (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs about;

  if (statfs (folder, &about) != 0)
    return FALSE;
  switch ((guint32) about.f_type)
    {
    case 0x6969:     /* NFS */
    case 0x517b:     /* SMB */
    case 0xff534d42: /* CIFS */
    case 0xfe534d42: /* SMB 2 */
    case 0x564c:     /* NCP */
    case 0x5346414f: /* AFS */
      return TRUE;
    default:
      return FALSE;
    }
}

static AcqConnection *
open_with_flags (const char *path, int flags, GError **error)
{
  g_autoptr (AcqConnection) self = g_new0 (AcqConnection, 1);
  int result;

  self->owner = g_thread_self ();
  self->prepared = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_prepared);
  result = sqlite3_open_v2 (path, &self->database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (result != SQLITE_OK)
    {
      fail (self, error, "opening the company file");
      return NULL;
    }
  sqlite3_busy_timeout (self->database, 5000);
  if (!acq_connection_exec (self, "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;", error))
    return NULL;
  return g_steal_pointer (&self);
}

void
acq_connection_set_up (void)
{
  /* Nobody asks how much memory SQLite uses, and counting it takes two locks an allocation. */
  sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
}

AcqConnection *
acq_connection_open (const char *path, gboolean create, GError **error)
{
  g_autoptr (AcqConnection) self = NULL;

  if (lies_on_network (path))
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NETWORK_FOLDER, "%s lies on a network folder",
                   path);
      return NULL;
    }
  self = open_with_flags (path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0), error);
  if (self == NULL)
    return NULL;
  /* FULL, not NORMAL: what was confirmed must survive a power cut. */
  if (!acq_connection_exec (
        self, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;", error))
    return NULL;
  return g_steal_pointer (&self);
}

AcqConnection *
acq_connection_open_memory (GError **error)
{
  return open_with_flags (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
}

void
acq_connection_close (AcqConnection *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->prepared, g_hash_table_unref);
  sqlite3_close (self->database);
  g_free (self);
}

sqlite3 *
acq_connection_database (AcqConnection *self)
{
  g_assert (self->owner == g_thread_self ());

  return self->database;
}

gboolean
acq_connection_exec (AcqConnection *self, const char *sql, GError **error)
{
  g_assert (self->owner == g_thread_self ());

  if (sqlite3_exec (self->database, sql, NULL, NULL, NULL) != SQLITE_OK)
    return fail (self, error, sql);
  return TRUE;
}

/* A statement that is at work already (a query inside a walk over the same query) gets a second, passing
   copy. */
static AcqRows *
prepare (AcqConnection *self, const char *sql, GError **error)
{
  AcqRows *rows = g_hash_table_lookup (self->prepared, sql);
  gboolean keep = rows == NULL;
  sqlite3_stmt *statement;

  g_assert (self->owner == g_thread_self ());

  if (rows != NULL && !rows->busy)
    return rows;
  if (sqlite3_prepare_v3 (self->database, sql, -1, keep ? SQLITE_PREPARE_PERSISTENT : 0, &statement, NULL)
      != SQLITE_OK)
    {
      fail (self, error, sql);
      return NULL;
    }
  rows = g_new0 (AcqRows, 1);
  rows->connection = self;
  rows->statement = statement;
  rows->days = g_new (char, (gsize) sqlite3_bind_parameter_count (statement) * ACQ_DAY_ISO_SIZE);
  rows->kept = keep;
  if (keep)
    g_hash_table_insert (self->prepared, (gpointer) sql, rows);
  return rows;
}

static int
bind_day (AcqRows *rows, int at, AcqDay day)
{
  char *iso = rows->days + (at - 1) * ACQ_DAY_ISO_SIZE;

  g_assert (at <= sqlite3_bind_parameter_count (rows->statement));

  if (day == ACQ_DAY_NONE)
    return sqlite3_bind_null (rows->statement, at);
  return sqlite3_bind_text (rows->statement, at, acq_day_write_iso (day, iso), 10, SQLITE_STATIC);
}

static int
bind_bytes (sqlite3_stmt *statement, int at, GBytes *bytes)
{
  gsize size;
  const void *data;

  if (bytes == NULL)
    return sqlite3_bind_null (statement, at);
  data = g_bytes_get_data (bytes, &size);
  return sqlite3_bind_blob64 (statement, at, size == 0 ? "" : data, size, SQLITE_STATIC);
}

static int
bind_one (AcqRows *rows, int at, char type, va_list *values)
{
  sqlite3_stmt *statement = rows->statement;
  gint64 number;

  switch (type)
    {
    case 'i':
      return sqlite3_bind_int64 (statement, at, va_arg (*values, gint64));
    case 'z':
      number = va_arg (*values, gint64);
      return number == 0 ? sqlite3_bind_null (statement, at) : sqlite3_bind_int64 (statement, at, number);
    case 'b':
      return sqlite3_bind_int (statement, at, va_arg (*values, gboolean) != FALSE);
    case 't':
      return sqlite3_bind_text (statement, at, va_arg (*values, const char *), -1, SQLITE_STATIC);
    case 'd':
      return bind_day (rows, at, va_arg (*values, AcqDay));
    case 'B':
      return bind_bytes (statement, at, va_arg (*values, GBytes *));
    default:
      g_return_val_if_reached (SQLITE_MISUSE);
    }
}

static AcqRows *
start (AcqConnection *self, const char *sql, const char *format, va_list *values, GError **error)
{
  AcqRows *rows = prepare (self, sql, error);

  if (rows == NULL)
    return NULL;
  rows->busy = TRUE;
  for (int i = 0; format[i] != '\0'; i++)
    if (bind_one (rows, i + 1, format[i], values) != SQLITE_OK)
      {
        fail (self, error, sql);
        acq_rows_free (rows);
        return NULL;
      }
  return rows;
}

gboolean
acq_connection_run (AcqConnection *self, GError **error, const char *sql, const char *format, ...)
{
  AcqRows *rows;
  va_list values;
  int result;

  va_start (values, format);
  rows = start (self, sql, format, &values, error);
  va_end (values);
  if (rows == NULL)
    return FALSE;
  do
    result = sqlite3_step (rows->statement);
  while (result == SQLITE_ROW);
  if (result != SQLITE_DONE)
    fail (self, error, sql);
  acq_rows_free (rows);
  return result == SQLITE_DONE;
}

AcqRows *
acq_connection_query (AcqConnection *self, GError **error, const char *sql, const char *format, ...)
{
  AcqRows *rows;
  va_list values;

  va_start (values, format);
  rows = start (self, sql, format, &values, error);
  va_end (values);
  return rows;
}

gboolean
acq_connection_get_int (AcqConnection *self, gint64 *ret_value, GError **error, const char *sql,
                        const char *format, ...)
{
  g_autoptr (AcqRows) rows = NULL;
  g_autoptr (GError) local_error = NULL;
  va_list values;

  va_start (values, format);
  rows = start (self, sql, format, &values, error);
  va_end (values);
  if (rows == NULL)
    return FALSE;
  if (acq_rows_next (rows, &local_error))
    *ret_value = acq_rows_int (rows, 0);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gint64
acq_connection_last_id (AcqConnection *self)
{
  return sqlite3_last_insert_rowid (self->database);
}

gint64
acq_connection_changes (AcqConnection *self)
{
  return sqlite3_changes64 (self->database);
}

gboolean
acq_connection_begin (AcqConnection *self, GError **error)
{
  return acq_connection_exec (self, "BEGIN IMMEDIATE", error);
}

gboolean
acq_connection_commit (AcqConnection *self, GError **error)
{
  return acq_connection_exec (self, "COMMIT", error);
}

void
acq_connection_rollback (AcqConnection *self)
{
  if (!sqlite3_get_autocommit (self->database))
    sqlite3_exec (self->database, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
acq_connection_backup (AcqConnection *self, const char *path, GError **error)
{
  /* SQLite fills an empty file, which nobody but the user may read. */
  int descriptor = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int problem = errno;

  if (descriptor < 0)
    {
      g_set_error (error, ACQ_STORE_ERROR,
                   problem == EEXIST ? ACQ_STORE_ERROR_EXISTS : ACQ_STORE_ERROR_READ_ONLY, "%s: %s", path,
                   g_strerror (problem));
      return FALSE;
    }
  g_close (descriptor, NULL);
  if (acq_connection_run (self, error, "VACUUM INTO ?", "t", path))
    return TRUE;
  g_remove (path);
  return FALSE;
}

gboolean
acq_rows_next (AcqRows *self, GError **error)
{
  int result = sqlite3_step (self->statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    fail (self->connection, error, sqlite3_sql (self->statement));
  return FALSE;
}

gint64
acq_rows_int (AcqRows *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

gboolean
acq_rows_is_null (AcqRows *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

const char *
acq_rows_text (AcqRows *self, int column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

char *
acq_rows_dup_text (AcqRows *self, int column)
{
  return g_strdup (acq_rows_text (self, column));
}

AcqDay
acq_rows_day (AcqRows *self, int column)
{
  return acq_day_parse_iso (acq_rows_text (self, column));
}

GBytes *
acq_rows_dup_bytes (AcqRows *self, int column)
{
  if (acq_rows_is_null (self, column))
    return NULL;
  return g_bytes_new (sqlite3_column_blob (self->statement, column),
                      (gsize) sqlite3_column_bytes (self->statement, column));
}

void
acq_rows_free (AcqRows *self)
{
  if (self == NULL)
    return;
  if (!self->kept)
    {
      free_prepared (self);
      return;
    }
  sqlite3_reset (self->statement);
  sqlite3_clear_bindings (self->statement);
  self->busy = FALSE;
}
