/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-column-mapping.h"
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

extern const AcqImportFormat acq_bank_csv_format;

const char *const acq_fuzz_seeds[] = {
  "09/12/2015;CARTE 05/12;;-17,50;EUR;\n10/12/2015;VIR DUPONT;;1200,00;EUR;\n31/12/2015;1182,50;;00123456789A;\n",
  "05/01/2026;VIR;;1200,00;5200,00\n06/01/2026;CB;17,50;;5182,50\n07/01/2026;P;100,00;;5082,50\n",
  "Quand;Quoi;Combien;Reste\n05/01/2026;VIR;1200,00;2000,00\n06/01/2026;CB;-17,50;1982,50\n",
  "Date;Libell\xef\xbf\xbd;Montant;Montant\n01/13/2026;A;1.00 USD;2\n46037;=\"12\";C;D\n",
  "Facture;Client;Date;Total TTC;Total TTC\nF1;Dupont;15/01/2026;120,00;1\n",
  "Nom;E-mail;T\xe9l\nDupont;a@b.fr;0102030405\n",
  /* Found by fuzzing: a heading with a day in it. */
  "Date,Description,Amount,2026-02-10 10:30:00\n2026-02-11,A,-1.00,x\n",
  NULL,
};

/* Turns the mapping over by what the bytes say, and reads under each. */
static void
turn (AcqColumnMapping *mapping, const guint8 *bytes, gsize size)
{
  const char *const *fields = acq_column_mapping_fields (mapping->kind);
  guint n_fields = g_strv_length ((GStrv) fields);

  g_ptr_array_unref (acq_column_mapping_read_lines (mapping, 3));
  for (guint i = 0; i < 4 && i < size && mapping->columns->len > 0; i++)
    {
      g_autoptr (GPtrArray) lines = NULL;

      acq_column_mapping_set_field (mapping, bytes[i] % mapping->columns->len, fields[bytes[size - 1 - i] % n_fields]);
      lines = acq_column_mapping_read_lines (mapping, 3);
      g_assert_cmpuint (lines->len, <=, 3);
      g_assert_true (mapping->gaps == 0 || lines->len == 0);
    }
}

/* What is confirmed is never doubted again: the reader takes it as it is. */
static void
read_confirmed (const AcqColumnMapping *mapping, const guint8 *bytes, gsize size)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GHashTable) told = acq_column_mapping_to_hash (mapping);
  g_autoptr (GError) error = NULL;

  recorder->mapping = told;
  if (!acq_statement_recorder_read (recorder, &acq_bank_csv_format, bytes, size, &error))
    g_assert_false (mapping->kind == ACQ_IMPORT_KIND_STATEMENT
                    && g_error_matches (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNSURE_COLUMNS));
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static const AcqImportKind kinds[]
    = { ACQ_IMPORT_KIND_STATEMENT, ACQ_IMPORT_KIND_INVOICES, ACQ_IMPORT_KIND_CUSTOMERS };
  const AcqImportSource source
    = { .path = "fuzz", .bytes = bytes, .size = size, .today = 20000, .currency = ACQ_CURRENCY_EUR };
  g_auto (GStrv) fingerprints = acq_column_mapping_fingerprints_of (&source);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AcqColumnMapping) mapping = acq_column_mapping_new (&source, kinds[i]);
      g_autofree char *fingerprint = mapping == NULL ? NULL : acq_column_mapping_fingerprint (mapping);

      if (mapping == NULL)
        continue;
      g_assert_nonnull (fingerprint);
      if (kinds[i] == ACQ_IMPORT_KIND_STATEMENT)
        g_assert_true (g_strv_contains ((const char *const *) fingerprints, fingerprint));
      turn (mapping, bytes, size);
      read_confirmed (mapping, bytes, size);
    }
  return 0;
}
