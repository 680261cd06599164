/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-migrations.h"

#include <gio/gio.h>

#include "acq-schema-resources.h"

#define RESOURCE_PREFIX "/fr/acquit/Acquit/schema/"

/* In order; the first makes version 1. */
static const char *const steps[] = {
  "0001-initial.sql",
  "0002-bank.sql",
  "0003-letters.sql",
  "0004-issued-letters.sql",
  "0005-interest-payments.sql",
  "0006-cheque-slips.sql",
  "0007-settlements.sql",
  "0008-scenarios.sql",
  "0009-disputes.sql",
};

int
acq_migrations_newest_version (void)
{
  return G_N_ELEMENTS (steps);
}

static gboolean
apply_step (AcqConnection *connection, int step, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, steps[step], NULL);
  g_autofree char *mark
    = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", ACQ_APPLICATION_ID, step + 1);
  g_autoptr (GBytes) sql
    = g_resource_lookup_data (acq_schema_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (sql == NULL || !acq_connection_begin (connection, error))
    return FALSE;
  if (acq_connection_exec (connection, g_bytes_get_data (sql, NULL), error)
      && acq_connection_exec (connection, mark, error) && acq_connection_commit (connection, error))
    return TRUE;
  acq_connection_rollback (connection);
  return FALSE;
}

/* -1 with an error set for a database that is not ours. */
static int
read_version (AcqConnection *connection, GError **error)
{
  gint64 application_id = 0, version = 0, n_tables = 0;

  if (!acq_connection_get_int (connection, &application_id, error, "PRAGMA application_id", "")
      || !acq_connection_get_int (connection, &version, error, "PRAGMA user_version", "")
      || !acq_connection_get_int (connection, &n_tables, error, "SELECT count(*) FROM sqlite_schema", ""))
    return -1;
  if (application_id == ACQ_APPLICATION_ID)
    return (int) version;
  if (application_id == 0 && version == 0 && n_tables == 0)
    return 0;
  g_set_error_literal (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_ACQUIT, "not a company file");
  return -1;
}

gboolean
acq_migrations_apply (AcqConnection *connection, const char *backup_path, GError **error)
{
  int version = read_version (connection, error);

  if (version < 0)
    return FALSE;
  if (version > acq_migrations_newest_version ())
    {
      g_set_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NEWER, "version %d, this program knows %d",
                   version, acq_migrations_newest_version ());
      return FALSE;
    }
  if (version > 0 && version < acq_migrations_newest_version () && backup_path != NULL
      && !acq_connection_backup (connection, backup_path, error))
    return FALSE;
  for (int step = version; step < acq_migrations_newest_version (); step++)
    if (!apply_step (connection, step, error))
      return FALSE;
  return TRUE;
}
