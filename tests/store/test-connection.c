/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store-case.h"

static void
run (AcqConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;

  acq_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

static gint64
get (AcqConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  acq_connection_get_int (connection, &value, &error, sql, "");
  g_assert_no_error (error);
  return value;
}

static AcqConnection *
new_table (void)
{
  g_autoptr (GError) error = NULL;
  AcqConnection *connection = acq_connection_open_memory (&error);

  g_assert_no_error (error);
  run (connection, "CREATE TABLE t (i INTEGER, z INTEGER, b INTEGER, t TEXT, d TEXT, y BLOB) STRICT");
  return connection;
}

#define INSERT "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)"

static void
test_formats (void)
{
  static const guint8 zeros[] = { 0, 1, 0, 255 };
  g_autoptr (AcqConnection) connection = new_table ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, sizeof zeros);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) read = NULL, read_empty = NULL;
  g_autoptr (AcqRows) rows = NULL;

  g_assert_true (acq_connection_run (connection, NULL, INSERT, "izbtdB", G_MININT64, (gint64) 7, 42, "Café",
                                     acq_day_parse_iso ("2026-02-28"), bytes));
  g_assert_true (acq_connection_run (connection, NULL, INSERT, "izbtdB", G_MAXINT64, (gint64) 0, FALSE, NULL,
                                     ACQ_DAY_NONE, empty));
  g_assert_true (acq_connection_run (connection, NULL, INSERT, "izbtdB", (gint64) 0, (gint64) 0, FALSE, "",
                                     ACQ_DAY_NONE, NULL));
  g_assert_cmpint (acq_connection_changes (connection), ==, 1);
  g_assert_cmpint (acq_connection_last_id (connection), ==, 3);
  rows = acq_connection_query (connection, NULL, "SELECT i, z, b, t, d, y FROM t ORDER BY rowid", "");
  g_assert_true (acq_rows_next (rows, NULL));
  g_assert_cmpint (acq_rows_int (rows, 0), ==, G_MININT64);
  g_assert_cmpint (acq_rows_int (rows, 1), ==, 7);
  g_assert_cmpint (acq_rows_int (rows, 2), ==, 1);
  g_assert_cmpstr (acq_rows_text (rows, 3), ==, "Café");
  g_assert_cmpstr (acq_rows_text (rows, 4), ==, "2026-02-28");
  g_assert_cmpint (acq_rows_day (rows, 4), ==, acq_day_parse_iso ("2026-02-28"));
  read = acq_rows_dup_bytes (rows, 5);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_true (acq_rows_next (rows, NULL));
  g_assert_cmpint (acq_rows_int (rows, 0), ==, G_MAXINT64);
  g_assert_true (acq_rows_is_null (rows, 1) && acq_rows_is_null (rows, 3) && acq_rows_is_null (rows, 4));
  g_assert_cmpint (acq_rows_day (rows, 4), ==, ACQ_DAY_NONE);
  g_assert_false (acq_rows_is_null (rows, 5));
  read_empty = acq_rows_dup_bytes (rows, 5);
  g_assert_cmpuint (g_bytes_get_size (read_empty), ==, 0);
  g_assert_true (acq_rows_next (rows, NULL));
  g_assert_cmpstr (acq_rows_text (rows, 3), ==, "");
  g_assert_true (acq_rows_is_null (rows, 5));
  g_assert_null (acq_rows_dup_bytes (rows, 5));
  g_assert_false (acq_rows_next (rows, NULL));
}

/* A walk over a query survives the same query with other values inside it. */
static AcqRows *
numbers_above (AcqConnection *connection, gint64 least)
{
  g_autoptr (GError) error = NULL;
  AcqRows *rows
    = acq_connection_query (connection, &error, "SELECT i FROM t WHERE i > ? ORDER BY i", "i", least);

  g_assert_no_error (error);
  return rows;
}

static void
test_nested (void)
{
  g_autoptr (AcqConnection) connection = new_table ();
  g_autoptr (GString) seen = g_string_new (NULL);

  run (connection, "INSERT INTO t (i) VALUES (1), (2), (3)");
  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (AcqRows) outer = numbers_above (connection, 0);

      while (acq_rows_next (outer, NULL))
        {
          g_autoptr (AcqRows) inner = numbers_above (connection, acq_rows_int (outer, 0));

          g_string_append_printf (seen, "%d:", (int) acq_rows_int (outer, 0));
          while (acq_rows_next (inner, NULL))
            g_string_append_printf (seen, "%d", (int) acq_rows_int (inner, 0));
          g_string_append_c (seen, ' ');
        }
    }
  g_assert_cmpstr (seen->str, ==, "1:23 2:3 3: 1:23 2:3 3: ");
}

static void
test_transactions (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (acq_connection_begin (self->connection, NULL));
  g_assert_false (acq_connection_begin (self->connection, &error));
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_FAILED);
  run (self->connection, "INSERT INTO setting VALUES ('a', 'b')");
  acq_connection_rollback (self->connection);
  acq_connection_rollback (self->connection);
  g_assert_cmpint (get (self->connection, "SELECT count(*) FROM setting"), ==, 0);
  g_assert_true (acq_connection_begin (self->connection, NULL));
  run (self->connection, "INSERT INTO setting VALUES ('a', 'b')");
  g_assert_true (acq_connection_commit (self->connection, NULL));
  g_assert_cmpint (get (self->connection, "SELECT count(*) FROM setting"), ==, 1);
}

static void
test_settings (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  g_assert_cmpint (get (self->connection, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (get (self->connection, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (get (self->connection, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
}

static void
test_errors (void)
{
  g_autoptr (AcqConnection) connection = new_table ();
  g_autoptr (GError) syntax = NULL, type = NULL;
  gint64 value = 5;

  g_assert_null (acq_connection_query (connection, &syntax, "SELEKT", ""));
  g_assert_error (syntax, ACQ_STORE_ERROR, ACQ_STORE_ERROR_FAILED);
  g_assert_false (acq_connection_run (connection, &type, "INSERT INTO t (i) VALUES (?)", "t", "one"));
  g_assert_error (type, ACQ_STORE_ERROR, ACQ_STORE_ERROR_FAILED);
  g_assert_true (acq_connection_get_int (connection, &value, NULL, "SELECT i FROM t", ""));
  g_assert_cmpint (value, ==, 5);
}

static void
test_backup (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "copy.acquit");
  g_autoptr (AcqCompanyFile) copy = NULL;
  g_autoptr (GError) error = NULL, nowhere = NULL;

  run (self->connection, "INSERT INTO setting VALUES ('a', 'b')");
  g_assert_true (acq_connection_backup (self->connection, path, NULL));
  g_assert_false (acq_connection_backup (self->connection, path, &error));
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_EXISTS);
  g_assert_false (acq_connection_backup (self->connection, "/proc/nowhere/copy", &nowhere));
  g_assert_nonnull (nowhere);
  copy = acq_company_file_open (path, store_case_clock (), NULL);
  g_assert_cmpint (get (acq_company_file_connection (copy), "SELECT count(*) FROM setting"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/connection/formats", test_formats);
  g_test_add_func ("/store/connection/nested", test_nested);
  g_test_add_func ("/store/connection/transactions", test_transactions);
  g_test_add_func ("/store/connection/settings", test_settings);
  g_test_add_func ("/store/connection/errors", test_errors);
  g_test_add_func ("/store/connection/backup", test_backup);
  return g_test_run ();
}
