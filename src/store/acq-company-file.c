/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>

#include "acq-changeset.h"
#include "acq-journal.h"
#include "acq-migrations.h"

struct _AcqCompanyFile
{
  AcqConnection *connection;
  AcqClock clock;
  char *path;
  gboolean records;
  GBytes *changeset; /* of the last committed change; nullable */
};

struct _AcqChange
{
  AcqCompanyFile *file;
  AcqRecording *recording; /* nullable */
  gboolean committed;
};

static AcqCompanyFile *
take_connection (AcqConnection *connection, const char *path, AcqClock clock)
{
  AcqCompanyFile *self = g_new0 (AcqCompanyFile, 1);

  self->connection = connection;
  self->clock = clock;
  self->path = g_strdup (path);
  return self;
}

/* Takes the name, so that of two programs only one makes the file. */
static gboolean
reserve (const char *path, GError **error)
{
  int descriptor = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  int problem = errno;

  if (descriptor >= 0)
    return g_close (descriptor, error);
  g_set_error (error, ACQ_STORE_ERROR,
               problem == EEXIST                         ? ACQ_STORE_ERROR_EXISTS
               : problem == ENOSPC                       ? ACQ_STORE_ERROR_FULL
               : problem == ENOENT || problem == ENOTDIR ? ACQ_STORE_ERROR_NOT_FOUND
                                                         : ACQ_STORE_ERROR_READ_ONLY,
               "%s: %s", path, g_strerror (problem));
  return FALSE;
}

static void
remove_with_companions (const char *path)
{
  static const char *const companions[] = { "", "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (companions); i++)
    {
      g_autofree char *file = g_strconcat (path, companions[i], NULL);

      g_unlink (file);
    }
}

AcqCompanyFile *
acq_company_file_create (const char *path, AcqClock clock, GError **error)
{
  g_autoptr (AcqConnection) connection = NULL;

  if (!reserve (path, error))
    return NULL;
  connection = acq_connection_open (path, TRUE, error);
  if (connection != NULL && acq_migrations_apply (connection, NULL, error))
    return take_connection (g_steal_pointer (&connection), path, clock);
  g_clear_pointer (&connection, acq_connection_close);
  remove_with_companions (path);
  return NULL;
}

static gboolean
check_is_file (const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_ACQUIT, "%s is no regular file", path);
  else
    g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_FOUND, "%s does not exist", path);
  return FALSE;
}

/* The header of the file tells without opening it, so that a foreign or newer database is not even switched
   to WAL. */
static gboolean
check_header (const char *path, GError **error)
{
  guchar header[100] = { 0 };
  g_autofree char *start = NULL;
  FILE *file = g_fopen (path, "rbe");
  gsize read = file == NULL ? 0 : fread (header, 1, sizeof header, file);
  guint32 id
    = (guint32) header[68] << 24 | (guint32) header[69] << 16 | (guint32) header[70] << 8 | header[71];
  guint32 version
    = (guint32) header[60] << 24 | (guint32) header[61] << 16 | (guint32) header[62] << 8 | header[63];

  if (file == NULL)
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_READ_ONLY, "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  fclose (file);
  start = g_strndup ((const char *) header, 15);
  if (read < sizeof header || g_strcmp0 (start, "SQLite format 3") != 0 || id != ACQ_APPLICATION_ID)
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_ACQUIT, "%s is no company file", path);
      return FALSE;
    }
  if (version <= (guint32) acq_migrations_newest_version ())
    return TRUE;
  g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NEWER, "%s has version %u, this program knows %d",
               path, version, acq_migrations_newest_version ());
  return FALSE;
}

/* A name that is free: a copy made before an earlier attempt is not written over, nor does it keep the file shut. */
static char *
choose_backup_path (const char *path)
{
  char *backup = g_strdup_printf ("%s.before-v%d", path, acq_migrations_newest_version ());

  for (guint attempt = 2; g_file_test (backup, G_FILE_TEST_EXISTS); attempt++)
    {
      g_free (backup);
      backup = g_strdup_printf ("%s.before-v%d-%u", path, acq_migrations_newest_version (), attempt);
    }
  return backup;
}

AcqCompanyFile *
acq_company_file_open (const char *path, AcqClock clock, GError **error)
{
  g_autoptr (AcqConnection) connection = NULL;
  g_autofree char *backup = choose_backup_path (path);

  if (!check_is_file (path, error) || !check_header (path, error))
    return NULL;
  connection = acq_connection_open (path, FALSE, error);
  if (connection == NULL || !acq_migrations_apply (connection, backup, error))
    return NULL;
  return take_connection (g_steal_pointer (&connection), path, clock);
}

void
acq_company_file_close (AcqCompanyFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->changeset, g_bytes_unref);
  acq_connection_close (self->connection);
  g_free (self->path);
  g_free (self);
}

AcqConnection *
acq_company_file_connection (AcqCompanyFile *self)
{
  return self->connection;
}

AcqClock
acq_company_file_clock (const AcqCompanyFile *self)
{
  return self->clock;
}

const char *
acq_company_file_path (const AcqCompanyFile *self)
{
  return self->path;
}

void
acq_company_file_set_recording (AcqCompanyFile *self, gboolean recording)
{
  self->records = recording;
  g_clear_pointer (&self->changeset, g_bytes_unref);
}

gboolean
acq_company_file_is_recording (const AcqCompanyFile *self)
{
  return self->records;
}

GBytes *
acq_company_file_take_changeset (AcqCompanyFile *self)
{
  return g_steal_pointer (&self->changeset);
}

AcqChange *
acq_change_begin_unrecorded (AcqCompanyFile *file, GError **error)
{
  AcqChange *self;

  if (!acq_connection_begin (file->connection, error))
    return NULL;
  self = g_new0 (AcqChange, 1);
  self->file = file;
  return self;
}

AcqChange *
acq_change_begin (AcqCompanyFile *file, GError **error)
{
  g_autoptr (AcqChange) self = acq_change_begin_unrecorded (file, error);

  return self != NULL && acq_change_record (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
acq_change_record (AcqChange *self, GError **error)
{
  g_return_val_if_fail (self->recording == NULL, FALSE);

  if (!self->file->records)
    return TRUE;
  self->recording = acq_recording_begin (self->file->connection, error);
  return self->recording != NULL;
}

gboolean
acq_change_note (AcqChange *self, const char *action, const char *subject, const char *detail, GError **error)
{
  return acq_journal_append (self->file->connection, self->file->clock, action, subject, detail, error);
}

gboolean
acq_change_commit (AcqChange *self, const char *action, const char *subject, const char *detail,
                   GError **error)
{
  return acq_change_note (self, action, subject, detail, error) && acq_change_end (self, error);
}

gboolean
acq_change_end (AcqChange *self, GError **error)
{
  AcqConnection *connection = self->file->connection;
  g_autoptr (GBytes) changeset = NULL;

  if ((self->recording != NULL && !acq_recording_take (self->recording, &changeset, error))
      || !acq_connection_commit (connection, error))
    return FALSE;
  g_clear_pointer (&self->file->changeset, g_bytes_unref);
  self->file->changeset = g_steal_pointer (&changeset);
  self->committed = TRUE;
  return TRUE;
}

gboolean
acq_change_apply_inverse (AcqChange *self, GBytes *changeset, GError **error)
{
  return acq_changeset_apply_inverse (self->file->connection, changeset, error);
}

void
acq_change_free (AcqChange *self)
{
  if (self == NULL)
    return;
  /* Before the transaction ends: a session must not outlive what it listens to. */
  g_clear_pointer (&self->recording, acq_recording_free);
  if (!self->committed)
    acq_connection_rollback (self->file->connection);
  g_free (self);
}
