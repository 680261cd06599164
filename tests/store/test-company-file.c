/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "acq-migrations.h"
#include "acq-note-repository.h"
#include "acq-ledger-repository.h"
#include "acq-schema-resources.h"
#include "store-case.h"

/* Where the header of a database keeps them (SQLite's file format, §1.3). */
#define VERSION_AT        63
#define APPLICATION_ID_AT 68

static void
close_file (StoreCase *self)
{
  g_clear_pointer (&self->file, acq_company_file_close);
}

static guint
count_files (const StoreCase *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

static void
read_bytes (const char *path, char **ret_bytes, gsize *ret_size)
{
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, ret_bytes, ret_size, &error);
  g_assert_no_error (error);
}

/* Opening is refused for that reason, and the folder and the file are as they were. */
static void
expect_refused (const StoreCase *self, const char *path, AcqStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize before_size, after_size;
  guint files = count_files (self);

  read_bytes (path, &before, &before_size);
  g_assert_null (acq_company_file_open (path, store_case_clock (), &error));
  g_assert_error (error, ACQ_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  read_bytes (path, &after, &after_size);
  g_assert_cmpmem (before, before_size, after, after_size);
  g_assert_cmpuint (count_files (self), ==, files);
}

static void
test_fresh (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *id = store_case_ask (self, "PRAGMA application_id");
  g_autofree char *version = store_case_ask (self, "PRAGMA user_version");
  g_autofree char *loose
    = store_case_ask (self, "SELECT group_concat (name) FROM pragma_table_list"
                            " WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND NOT strict");

  g_assert_cmpint (atoi (id), ==, ACQ_APPLICATION_ID);
  g_assert_cmpint (atoi (version), ==, acq_migrations_newest_version ());
  g_assert_null (loose);
  g_assert_cmpstr (acq_company_file_path (self->file), ==, self->path);
  store_case_assert_sound (self);
  store_case_reopen (self);
  store_case_assert_sound (self);
  /* Nothing but the file itself stays once it is closed. */
  close_file (self);
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_existing (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *other = store_case_write (self, "letter.txt", "Dear customer");
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL, foreign = NULL;

  g_assert_null (acq_company_file_create (self->path, store_case_clock (), &error));
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_EXISTS);
  store_case_assert_sound (self);
  g_assert_null (acq_company_file_create (other, store_case_clock (), &foreign));
  g_assert_error (foreign, ACQ_STORE_ERROR, ACQ_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (other, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "Dear customer");
}

static void
test_nowhere (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "none/company.acquit");
  g_autoptr (GError) create = NULL, open = NULL, folder = NULL;
  guint files = count_files (self);

  g_assert_null (acq_company_file_create (path, store_case_clock (), &create));
  g_assert_error (create, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_FOUND);
  g_assert_null (acq_company_file_open (path, store_case_clock (), &open));
  g_assert_error (open, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_FOUND);
  g_assert_null (acq_company_file_open (self->folder, store_case_clock (), &folder));
  g_assert_error (folder, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_ACQUIT);
  g_assert_cmpuint (count_files (self), ==, files);
}

static void
test_read_only_folder (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "other.acquit");
  g_autoptr (GError) error = NULL;

  if (getuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_chmod (self->folder, 0500);
  g_assert_null (acq_company_file_create (path, store_case_clock (), &error));
  g_chmod (self->folder, 0700);
  g_assert_error (error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_READ_ONLY);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
set_byte (const char *path, long at, int value)
{
  FILE *file = g_fopen (path, "r+be");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, at, SEEK_SET), ==, 0);
  g_assert_cmpint (fputc (value, file), ==, value);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_newer (void)
{
  g_autoptr (StoreCase) self = store_case_new ();

  close_file (self);
  set_byte (self->path, VERSION_AT, acq_migrations_newest_version () + 1);
  expect_refused (self, self->path, ACQ_STORE_ERROR_NEWER);
}

static void
test_foreign (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *text = store_case_write (self, "a.acquit", "no database");
  g_autofree char *nothing = store_case_write (self, "b.acquit", "");
  g_autofree char *database = store_case_path (self, "c.acquit");
  AcqConnection *other = acq_connection_open (database, TRUE, NULL);

  expect_refused (self, text, ACQ_STORE_ERROR_NOT_ACQUIT);
  expect_refused (self, nothing, ACQ_STORE_ERROR_NOT_ACQUIT);
  g_assert_true (acq_connection_exec (other, "PRAGMA journal_mode = DELETE; CREATE TABLE t (a)", NULL));
  acq_connection_close (other);
  expect_refused (self, database, ACQ_STORE_ERROR_NOT_ACQUIT);
  close_file (self);
  set_byte (self->path, APPLICATION_ID_AT, 0);
  expect_refused (self, self->path, ACQ_STORE_ERROR_NOT_ACQUIT);
}

/* The functions that guard the database itself say the same as the look at the file's header. */
static void
test_migrations (void)
{
  g_autoptr (AcqConnection) fresh = acq_connection_open_memory (NULL);
  g_autoptr (AcqConnection) newer = acq_connection_open_memory (NULL);
  g_autoptr (AcqConnection) foreign = acq_connection_open_memory (NULL);
  g_autoptr (GError) newer_error = NULL, foreign_error = NULL;
  gint64 tables = 0, version = 0;

  g_assert_true (acq_migrations_apply (fresh, NULL, NULL));
  g_assert_true (acq_migrations_apply (fresh, "/proc/nowhere/never-made", NULL));
  g_assert_true (acq_connection_get_int (fresh, &version, NULL, "PRAGMA user_version", ""));
  g_assert_cmpint (version, ==, acq_migrations_newest_version ());
  g_assert_true (acq_migrations_apply (newer, NULL, NULL));
  g_assert_true (acq_connection_exec (newer, "PRAGMA user_version = 999", NULL));
  g_assert_false (acq_migrations_apply (newer, NULL, &newer_error));
  g_assert_error (newer_error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NEWER);
  g_assert_true (acq_connection_exec (foreign, "CREATE TABLE t (a)", NULL));
  g_assert_false (acq_migrations_apply (foreign, NULL, &foreign_error));
  g_assert_error (foreign_error, ACQ_STORE_ERROR, ACQ_STORE_ERROR_NOT_ACQUIT);
  g_assert_true (acq_connection_get_int (foreign, &tables, NULL, "SELECT count(*) FROM sqlite_schema", ""));
  g_assert_cmpint (tables, ==, 1);
}

/* A company file as the first version of the schema left it, with one customer and the rates of a half-year in it. */
static void
write_first_version (const char *path)
{
  g_autoptr (AcqConnection) connection = acq_connection_open (path, TRUE, NULL);
  g_autoptr (GBytes) sql
    = g_resource_lookup_data (acq_schema_get_resource (), "/fr/acquit/Acquit/schema/0001-initial.sql",
                              G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *mark
    = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = 1;"
                       "INSERT INTO customer (code, name, name_key, kind, kind_source)"
                       " VALUES ('MOREAU', 'Moreau', 'MOREAU', 'unknown', 'guessed');"
                       "INSERT INTO setting VALUES ('ecb_rate.2027-S1', '2.15'), ('legal_rate.2027-S2', '2.62'),"
                       " ('tolerance', '15.00');"
                       "INSERT INTO note (kind, customer_id, amount, day) VALUES ('dispute', 1, 1200, '2026-03-01')",
                       ACQ_APPLICATION_ID);

  g_assert_true (acq_connection_exec (connection, g_bytes_get_data (sql, NULL), NULL));
  g_assert_true (acq_connection_exec (connection, mark, NULL));
}

static void
assert_version (const char *path, gint64 expected)
{
  g_autoptr (AcqConnection) connection = acq_connection_open (path, FALSE, NULL);
  gint64 version = 0, customers = 0;

  g_assert_true (acq_connection_get_int (connection, &version, NULL, "PRAGMA user_version", ""));
  g_assert_true (acq_connection_get_int (connection, &customers, NULL, "SELECT count(*) FROM customer", ""));
  g_assert_cmpint (version, ==, expected);
  g_assert_cmpint (customers, ==, 1);
}

static void
assert_text (const char *path, const char *sql, const char *expected)
{
  g_autoptr (AcqConnection) connection = acq_connection_open (path, FALSE, NULL);
  g_autoptr (AcqRows) rows = acq_connection_query (connection, NULL, sql, "");

  g_assert_true (acq_rows_next (rows, NULL));
  g_assert_cmpstr (acq_rows_text (rows, 0), ==, expected);
}

/* Rates of interest were settings once; none is lost, and no other setting goes. */
static void
test_moved_rates (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "old.acquit");
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  write_first_version (path);
  file = acq_company_file_open (path, store_case_clock (), &error);
  g_assert_no_error (error);
  g_clear_pointer (&file, acq_company_file_close);
  assert_text (path,
               "SELECT group_concat (kind || ' ' || valid_from || ' ' || rate, ', ') FROM"
               " (SELECT * FROM legal_rate ORDER BY kind)",
               "ecb_rate 2027-01-01 215, legal_rate_professional 2027-07-01 262");
  assert_text (path, "SELECT group_concat (key || ' ' || value) FROM setting", "tolerance 15.00");
}

/* A message, an item of it and a reminder of each step that there was, and a reminder that was no step. */
static const char old_messages[]
  = "INSERT INTO invoice (id, number, customer_id, kind, issued, currency, total, balance)"
    " VALUES (1, 'F1', 1, 'invoice', '2026-01-05', 'EUR', 12000, 12000);"
    "CREATE TEMP TABLE old_step (step);"
    "INSERT INTO old_step VALUES ('before_due'), ('call'), ('first_reminder'), ('formal_notice'), ('last_notice'),"
    " ('last_reminder'), ('proposal'), ('second_reminder');"
    "INSERT INTO message (recipient_id, state, approved, day, scenario, step, level, round, channel, currency, total)"
    " SELECT 1, 'sent', '2026-03-02', '2026-03-02', 'standard', step, 1, 1, 'mail', 'EUR', 12000 FROM old_step;"
    "INSERT INTO message_item (message_id, invoice_id, due, step, level, amount)"
    " SELECT id, 1, '2026-02-05', step, level, 12000 FROM message;"
    "INSERT INTO reminder (invoice_id, day, step, level)"
    " SELECT 1, '2026-03-02', step, 1 FROM old_step UNION ALL SELECT 1, '2026-02-20', NULL, 1";

/* What was said before scenarios could be changed keeps the tone that it had. */
static void
test_old_tones (void)
{
  static const char tones[]
    = "before_due informative, call courteous, first_reminder courteous, formal_notice formal_notice, last_notice last,"
      " last_reminder last, proposal proposal, second_reminder firm";
  static const char *const tables[] = { "message", "message_item", "reminder" };
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "old.acquit");
  g_autoptr (AcqConnection) connection = NULL;
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  write_first_version (path);
  connection = acq_connection_open (path, FALSE, NULL);
  g_assert_true (acq_connection_exec (connection, old_messages, &error));
  g_assert_no_error (error);
  g_clear_pointer (&connection, acq_connection_close);
  file = acq_company_file_open (path, store_case_clock (), &error);
  g_assert_no_error (error);
  g_clear_pointer (&file, acq_company_file_close);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT group_concat (step || ' ' || tone, ', ') FROM"
                                              " (SELECT * FROM %s WHERE step IS NOT NULL ORDER BY step)",
                                              tables[i]);

      assert_text (path, sql, tones);
    }
  assert_text (path, "SELECT count(*) FROM reminder WHERE step IS NULL AND tone IS NULL", "1");
}

/* A dispute of a file that knew no categories stays what it was, and nobody deals with it yet. */
static void
test_older_dispute (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "old.acquit");
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (AcqNote) note = NULL;
  g_autoptr (GError) error = NULL;

  write_first_version (path);
  file = acq_company_file_open (path, store_case_clock (), &error);
  g_assert_no_error (error);
  note = acq_note_repository_find (acq_company_file_connection (file), 1, &error);
  g_assert_no_error (error);
  g_assert_true (note->kind == ACQ_NOTE_KIND_DISPUTE && note->amount == 1200 && !note->closed);
  g_assert_cmpint (note->category, ==, ACQ_DISPUTE_CATEGORY_UNKNOWN);
  g_assert_null (note->person);
  g_clear_pointer (&file, acq_company_file_close);
}

/* An older file is brought up to date behind a copy of what it was, also where an earlier attempt left such a copy. */
static void
test_older (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *path = store_case_path (self, "old.acquit");
  g_autofree char *copy = g_strdup_printf ("%s.before-v%d", path, acq_migrations_newest_version ());
  g_autofree char *second = g_strconcat (copy, "-2", NULL);
  g_autoptr (AcqCompanyFile) file = NULL;
  g_autoptr (GError) error = NULL;

  write_first_version (path);
  g_assert_true (g_file_set_contents (copy, "of an earlier attempt", -1, NULL));
  file = acq_company_file_open (path, store_case_clock (), &error);
  g_assert_no_error (error);
  g_clear_pointer (&file, acq_company_file_close);
  assert_version (path, acq_migrations_newest_version ());
  assert_version (second, 1);
}

static gboolean
is_sound (AcqCompanyFile *file)
{
  AcqVerification verification;

  return acq_ledger_repository_verify (acq_company_file_connection (file), &verification, NULL);
}

/* Wherever bytes are lost, opening and verifying end with an answer; where the file still opens and proves itself, it does so with
   the same contents as before. */
static void
test_damaged (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *whole = NULL;
  g_autofree char *path = store_case_path (self, "damaged.acquit");
  guint found = 0;
  gsize size;

  g_assert_true (acq_connection_exec (self->connection, "INSERT INTO setting VALUES ('a', 'b')", NULL));
  close_file (self);
  read_bytes (self->path, &whole, &size);
  for (gsize page = 0; page * 4096 < size; page++)
    {
      g_autofree char *bytes = g_memdup2 (whole, size);
      AcqCompanyFile *file;

      memset (bytes + page * 4096 + (page == 0 ? 100 : 0), 0xa5, page == 0 ? 3000 : 4096);
      g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
      file = acq_company_file_open (path, store_case_clock (), NULL);
      if (file == NULL || !is_sound (file))
        found++;
      acq_company_file_close (file);
      g_unlink (path);
    }
  g_assert_cmpuint (found, >, 10);
  g_assert_cmpuint (found, ==, size / 4096);
}

static void
test_cut_off (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *whole = NULL;
  g_autofree char *path = store_case_path (self, "short.acquit");
  gsize size;

  close_file (self);
  read_bytes (self->path, &whole, &size);
  /* Less than the head of a page: of an empty page the rest may go without loss. */
  for (gsize kept = 4; kept < size; kept += 4096)
    {
      AcqCompanyFile *file;

      g_assert_true (g_file_set_contents (path, whole, (gssize) kept, NULL));
      file = acq_company_file_open (path, store_case_clock (), NULL);
      g_assert_true (file == NULL || !is_sound (file));
      acq_company_file_close (file);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/company-file/fresh", test_fresh);
  g_test_add_func ("/store/company-file/existing", test_existing);
  g_test_add_func ("/store/company-file/nowhere", test_nowhere);
  g_test_add_func ("/store/company-file/read-only-folder", test_read_only_folder);
  g_test_add_func ("/store/company-file/newer", test_newer);
  g_test_add_func ("/store/company-file/older", test_older);
  g_test_add_func ("/store/company-file/moved-rates", test_moved_rates);
  g_test_add_func ("/store/company-file/old-tones", test_old_tones);
  g_test_add_func ("/store/company-file/foreign", test_foreign);
  g_test_add_func ("/store/company-file/migrations", test_migrations);
  g_test_add_func ("/store/company-file/older-dispute", test_older_dispute);
  g_test_add_func ("/store/company-file/damaged", test_damaged);
  g_test_add_func ("/store/company-file/cut-off", test_cut_off);
  return g_test_run ();
}
