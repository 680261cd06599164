/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-import-columns.h"
#include "acq-import-preview.h"
#include "import-case.h"

/* Two months of one bank that names nothing as others do, and whose debit stands right of its credit. */
#define JANUARY  "Quand;Quoi;Entrées;Sorties\n05/01/2026;VENTE A;1200,00;\n06/01/2026;ACHAT X;;17,50\n"
#define FEBRUARY "Quand;Quoi;Entrées;Sorties\n05/02/2026;VENTE B;100,00;\n06/02/2026;ACHAT Y;;2,50\n"
#define BARE     "05/01/2026;VENTE A;1200,00;\n06/01/2026;ACHAT X;;17,50\n07/01/2026;ACHAT Y;;1,00\n"

static GHashTable *
told (const char *const *pairs)
{
  GHashTable *mapping = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; pairs[i] != NULL; i += 2)
    g_hash_table_insert (mapping, (gpointer) pairs[i], (gpointer) pairs[i + 1]);
  return mapping;
}

static GHashTable *
told_by_headings (void)
{
  static const char *const pairs[]
    = { "Quand", "day", "Quoi", "label", "Entrées", "credit", "Sorties", "debit", NULL };

  return told (pairs);
}

static AcqImportResult *
import_told (StoreCase *self, const char *name, const char *text, GHashTable *mapping, gboolean dry_run, GError **error)
{
  g_autofree char *path = store_case_write (self, name, text);
  const AcqImportKind kind = ACQ_IMPORT_KIND_STATEMENT;
  const AcqImportOptions options = { .kind = &kind, .mapping = mapping, .dry_run = dry_run };

  return acq_import_file (self->file, path, &options, error);
}

static AcqColumnMapping *
load (StoreCase *self, const char *name, const char *text, gboolean *remembered)
{
  g_autofree char *path = store_case_write (self, name, text);
  const AcqImportOptions options = { 0 };

  return acq_import_columns_load (self->file, path, NULL, &options, remembered);
}

/* What was said once holds for the next month without a word, until it is forgotten. */
static void
test_remembered (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GHashTable) mapping = told_by_headings ();
  g_autoptr (AcqImportResult) first = NULL;
  g_autoptr (AcqColumnMapping) known = NULL, unknown = NULL;
  g_autofree char *fingerprint = NULL;
  g_autoptr (GError) error = NULL;
  gboolean remembered;

  g_assert_null (import_case_try (self, "a.csv", JANUARY, &error));
  g_assert_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNSURE_COLUMNS);
  g_clear_error (&error);
  first = import_told (self, "a.csv", JANUARY, mapping, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first->added, ==, 2);
  import_case_read (self, "b.csv", FEBRUARY, "2 0 0 0");
  import_case_expect (self, "SELECT group_concat (amount, ' ') FROM (SELECT amount FROM bank_transaction ORDER BY booked)",
                      "120000 -1750 10000 -250");
  known = load (self, "b.csv", FEBRUARY, &remembered);
  g_assert_true (remembered);
  g_assert_cmpint (known->sureness, ==, ACQ_MAPPING_SAFE);
  fingerprint = acq_column_mapping_fingerprint (known);
  g_assert_true (acq_import_columns_forget (self->file, fingerprint, &error));
  unknown = load (self, "b.csv", FEBRUARY, &remembered);
  g_assert_false (remembered);
  g_assert_cmpint (unknown->sureness, ==, ACQ_MAPPING_UNSAFE);
  store_case_assert_sound (self);
}

/* A table without headings is known by how many columns of what kinds it has. */
static void
test_without_headings (void)
{
  static const char *const pairs[] = { "A", "day", "B", "label", "C", "credit", "D", "debit", NULL };
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GHashTable) mapping = told (pairs);
  g_autoptr (AcqImportResult) first = import_told (self, "a.csv", BARE, mapping, FALSE, NULL);

  g_assert_nonnull (first);
  import_case_read (self, "b.csv", "05/02/2026;VENTE C;7,00;\n06/02/2026;ACHAT Z;;1,50\n", "2 0 0 0");
  import_case_expect (self, "SELECT sum (amount) FROM bank_transaction", "118700");
}

/* Nothing is kept of a dry run, of a file that was refused, and of a mapping that is about other columns. */
static void
test_not_kept (void)
{
  static const char *const others[] = { "Nirgends", "day", NULL };
  g_autoptr (StoreCase) self = store_case_new ();
  g_autoptr (GHashTable) mapping = told_by_headings (), foreign = told (others);
  g_autoptr (AcqImportResult) dry = import_told (self, "a.csv", JANUARY, mapping, TRUE, NULL), other = NULL;

  g_assert_nonnull (dry);
  g_assert_null (import_told (self, "b.csv", "Quand;Quoi;Entrées\n1;2;3\n", mapping, FALSE, NULL));
  other = import_told (self, "c.csv", "Date;Libellé;Montant\n05/01/2026;A;1,00\n", foreign, FALSE, NULL);
  g_assert_nonnull (other);
  import_case_expect (self, "SELECT count(*) FROM column_mapping", "0");
}

/* The window is shown the columns, and whether they want a look. */
static void
test_preview (void)
{
  g_autoptr (StoreCase) self = store_case_new ();
  g_autofree char *likely = store_case_write (self, "a.csv", "05/01/2026;A;-1,00\n06/01/2026;B;2,00\n");
  g_autofree char *safe = store_case_write (self, "b.csv", "Date;Libellé;Montant\n05/01/2026;A;1,00\n");
  g_autofree char *ofx = import_case_ofx ("98765432109", (const char *const[]){ "20260105 1.00 A VIR X", NULL });
  g_autofree char *none = store_case_write (self, "c.ofx", ofx);
  const AcqImportOptions options = { 0 };
  g_autoptr (AcqImportPreview) first = acq_import_preview_file (self->file, likely, &options, NULL);
  g_autoptr (AcqImportPreview) second = acq_import_preview_file (self->file, safe, &options, NULL);
  g_autoptr (AcqImportPreview) third = acq_import_preview_file (self->file, none, &options, NULL);

  g_assert_true (acq_import_preview_columns_want_a_look (first));
  g_assert_true (acq_import_preview_wants_a_look (first));
  g_assert_nonnull (second->columns);
  g_assert_false (acq_import_preview_wants_a_look (second));
  g_assert_null (third->columns);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-columns/remembered", test_remembered);
  g_test_add_func ("/import-columns/without-headings", test_without_headings);
  g_test_add_func ("/import-columns/not-kept", test_not_kept);
  g_test_add_func ("/import-columns/preview", test_preview);
  return g_test_run ();
}
