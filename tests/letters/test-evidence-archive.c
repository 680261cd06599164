/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>

#include "acq-evidence-archive.h"
#include "evidence-case.h"

static GBytes *
write_zip (EvidenceCase *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf
    = acq_evidence_file_write (fixture->press, fixture->file, NULL, NULL, NULL, NULL, &error);
  GBytes *zip;

  g_assert_no_error (error);
  zip = acq_evidence_archive_write (fixture->press, fixture->file, pdf, NULL, &error);
  g_assert_no_error (error);
  return zip;
}

static void
write_entry (struct archive *archive, struct archive_entry *entry, const char *directory)
{
  g_autofree char *path = g_build_filename (directory, archive_entry_pathname (entry), NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  gsize size = (gsize) archive_entry_size (entry);
  g_autofree char *content = g_malloc (size + 1);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_cmpint ((gint64) archive_read_data (archive, content, size), ==, (gint64) size);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

/* Writes what is in the archive below the directory and returns the names. */
static GPtrArray *
unpack (GBytes *zip, const char *directory)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;

  archive_read_support_format_zip (archive);
  g_assert_cmpint (
    archive_read_open_memory (archive, g_bytes_get_data (zip, NULL), g_bytes_get_size (zip)), ==, ARCHIVE_OK);
  while (archive_read_next_header (archive, &entry) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);

      g_assert_null (strstr (name, ".."));
      g_assert_false (g_path_is_absolute (name));
      g_assert_true (g_str_is_ascii (name));
      g_assert_cmpuint (strlen (name), <, 200);
      g_ptr_array_add (names, g_strdup (name));
      write_entry (archive, entry, directory);
    }
  archive_read_free (archive);
  return names;
}

static void
remove_all (const char *directory, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (directory, g_ptr_array_index (names, i), NULL);
      g_autofree char *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_remove (path), ==, 0);
      g_rmdir (parent);
    }
}

/* Whether sha256sum finds each file as the manifest says; its tool is in every Debian. */
static gboolean
sums_are_right (const char *folder)
{
  const char *const command[] = { "sha256sum", "--check", "--strict", "--quiet", "manifest.txt", NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_assert_true (g_spawn_sync (folder, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                               NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  return g_spawn_check_wait_status (status, NULL);
}

static gboolean
has_name (const GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

static void
test_unpack_and_check (EvidenceCase *fixture, gconstpointer data)
{
  AcqEvidencePiece *mail = acq_evidence_file_add (fixture->file, ACQ_EVIDENCE_PIECE_REMINDER, "Rappel : F2026-0131",
                                                  acq_day_new (2026, 12, 1));
  g_autofree char *directory = g_dir_make_tmp ("acq-evidence-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (directory, "Dossier-Hotel-des-Deux-Rives-SAS-2026-12-14", NULL);
  g_autofree char *first = g_build_filename (folder, "D-La-creance", "006-Facture-F2025-0187.pdf", NULL);
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GPtrArray) names = NULL;

  mail->words = g_strdup ("Bonjour,\n\nla facture F2026-0131 est échue.");
  mail->original = g_bytes_new_static ("Subject: Rappel\r\n\r\nBonjour\r\n", 28);
  zip = write_zip (fixture);
  names = unpack (zip, directory);
  g_assert_cmpuint (names->len, ==, 23 + 1 + 2 + 1);
  g_assert_true (has_name (names, "Dossier-Hotel-des-Deux-Rives-SAS-2026-12-14/000-Dossier-de-pieces.pdf"));
  g_assert_true (has_name (names, "Dossier-Hotel-des-Deux-Rives-SAS-2026-12-14/001-Ce-qui-manque.pdf"));
  g_assert_true (
    has_name (names, "Dossier-Hotel-des-Deux-Rives-SAS-2026-12-14/E-Les-demandes-de-paiement/023-Rappel-F2026-0131.eml"));
  g_assert_true (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (sums_are_right (folder));
  g_assert_true (g_file_set_contents (first, "changed", -1, NULL));
  g_assert_false (sums_are_right (folder));
  remove_all (directory, names);
  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_same_bytes (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = write_zip (fixture);
  g_autoptr (GBytes) second = write_zip (fixture);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_hostile_names (EvidenceCase *fixture, gconstpointer data)
{
  AcqCustomer *customer = (AcqCustomer *) fixture->file->letter->customer;
  g_autofree char *directory = g_dir_make_tmp ("acq-evidence-XXXXXX", NULL);
  g_autofree char *long_title = g_strnfill (200, 'x');
  g_autoptr (GBytes) zip = NULL;
  g_autoptr (GPtrArray) names = NULL;
  g_autofree char *folder = NULL;

  g_free (customer->name);
  customer->name = g_strdup ("../../C:\\évadé\n\"quoted\" /etc");
  acq_evidence_file_add (fixture->file, ACQ_EVIDENCE_PIECE_OTHER, long_title, ACQ_DAY_NONE)->copy
    = letter_case_make_copy ("Autre");
  acq_evidence_file_add (fixture->file, ACQ_EVIDENCE_PIECE_OTHER, "/../..", ACQ_DAY_NONE)->copy
    = letter_case_make_copy ("Autre");
  zip = write_zip (fixture);
  names = unpack (zip, directory);
  folder = g_build_filename (directory, "Dossier-C-evade-quoted-etc-2026-12-14", NULL);
  g_assert_true (sums_are_right (folder));
  remove_all (directory, names);
  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_cancel (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) pdf = acq_evidence_file_write (fixture->press, fixture->file, NULL, NULL, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (acq_evidence_archive_write (fixture->press, fixture->file, pdf, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                                                \
  g_test_add ("/evidence-archive/" path, EvidenceCase, NULL, evidence_case_set_up, func, evidence_case_tear_down)
  ADD ("unpack-and-check", test_unpack_and_check);
  ADD ("same-bytes", test_same_bytes);
  ADD ("hostile-names", test_hostile_names);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
