/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-case.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "acq-ledger-repository.h"

AcqClock
store_case_clock (void)
{
  return acq_clock_pinned (acq_day_parse_iso ("2026-11-20"));
}

static StoreCase *
new_folder (AcqClock clock)
{
  StoreCase *self = g_new0 (StoreCase, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("acquit-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "company.acquit", NULL);
  self->clock = clock;
  return self;
}

StoreCase *
store_case_new_copy (GBytes *bytes, AcqDay today)
{
  StoreCase *self = new_folder (acq_clock_pinned (today));
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  store_case_reopen (self);
  return self;
}

StoreCase *
store_case_new (void)
{
  StoreCase *self = new_folder (store_case_clock ());
  g_autoptr (GError) error = NULL;

  self->file = acq_company_file_create (self->path, self->clock, &error);
  g_assert_no_error (error);
  self->connection = acq_company_file_connection (self->file);
  return self;
}

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_tree (path);
      else
        g_remove (path);
    }
  g_rmdir (folder);
}

void
store_case_free (StoreCase *self)
{
  if (self == NULL)
    return;
  acq_company_file_close (self->file);
  remove_tree (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

char *
store_case_path (const StoreCase *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
store_case_write (const StoreCase *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = store_case_path (self, name);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

void
store_case_close (StoreCase *self)
{
  g_clear_pointer (&self->file, acq_company_file_close);
  self->connection = NULL;
}

void
store_case_reopen (StoreCase *self)
{
  g_autoptr (GError) error = NULL;

  store_case_close (self);
  self->file = acq_company_file_open (self->path, self->clock, &error);
  g_assert_no_error (error);
  self->connection = acq_company_file_connection (self->file);
}

void
store_case_change (const StoreCase *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqChange) change = acq_change_begin (self->file, &error);

  g_assert_no_error (error);
  acq_connection_exec (self->connection, sql, &error);
  g_assert_no_error (error);
  acq_change_commit (change, "set", NULL, NULL, &error);
  g_assert_no_error (error);
}

static sqlite3 *
open_raw (const StoreCase *self)
{
  sqlite3 *raw;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &raw, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (raw, 5000);
  return raw;
}

static void
run_raw (sqlite3 *raw, const char *sql)
{
  if (sqlite3_exec (raw, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (raw));
}

void
store_case_tamper (const StoreCase *self, const char *sql)
{
  sqlite3 *raw = open_raw (self);

  run_raw (raw, "PRAGMA foreign_keys = OFF; DROP TRIGGER IF EXISTS journal_is_never_changed;"
                "DROP TRIGGER IF EXISTS journal_is_never_shortened;");
  run_raw (raw, sql);
  sqlite3_close (raw);
}

static sqlite3_stmt *
ask_raw (sqlite3 *raw, const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (raw, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (raw));
  return statement;
}

char *
store_case_ask (const StoreCase *self, const char *sql)
{
  sqlite3 *raw = open_raw (self);
  sqlite3_stmt *statement = ask_raw (raw, sql);
  char *answer = NULL;

  if (sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (raw);
  return answer;
}

static void
dump_table (sqlite3 *raw, const char *table, GString *text)
{
  static const char *const parts[] = { "due_item", "vat_line", "contact", "transaction_part", NULL };
  gboolean is_part = g_strv_contains (parts, table);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", table, is_part ? "2, 1" : "1, 2");
  sqlite3_stmt *statement = ask_raw (raw, sql);

  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (text, table);
      for (int i = is_part; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (text, "|%s=%s", sqlite3_column_name (statement, i),
                                sqlite3_column_type (statement, i) == SQLITE_NULL
                                  ? "NULL"
                                  : (const char *) sqlite3_column_text (statement, i));
      g_string_append_c (text, '\n');
    }
  sqlite3_finalize (statement);
}

char *
store_case_dump (const StoreCase *self, gboolean whole)
{
  static const char *const lasting[] = { "journal", "batch", "rejection", "revision", NULL };
  sqlite3 *raw = open_raw (self);
  sqlite3_stmt *tables = ask_raw (
    raw, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name");
  GString *text = g_string_new (NULL);

  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      const char *table = (const char *) sqlite3_column_text (tables, 0);

      if (whole || !g_strv_contains (lasting, table))
        dump_table (raw, table, text);
    }
  sqlite3_finalize (tables);
  sqlite3_close (raw);
  return g_string_free (text, FALSE);
}

void
store_case_assert_dump (const StoreCase *self, gboolean whole, const char *expected)
{
  g_autofree char *dump = store_case_dump (self, whole);
  g_auto (GStrv) now = g_strsplit (dump, "\n", -1), then = g_strsplit (expected, "\n", -1);

  for (guint i = 0; now[i] != NULL || then[i] != NULL; i++)
    {
      g_assert_cmpstr (now[i], ==, then[i]);
      if (now[i] == NULL || then[i] == NULL)
        break;
    }
}

void
store_case_assert_sound (const StoreCase *self)
{
  g_autoptr (GError) error = NULL;
  AcqVerification verification;

  acq_ledger_repository_verify (self->connection, &verification, &error);
  g_assert_no_error (error);
}

void
store_case_assert_damaged (const StoreCase *self, const char *words)
{
  g_autoptr (GError) error = NULL;
  AcqVerification verification;

  g_assert_false (acq_ledger_repository_verify (self->connection, &verification, &error));
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_DAMAGED);
  if (strstr (error->message, words) == NULL)
    g_error ("\"%s\" does not say \"%s\"", error->message, words);
}
