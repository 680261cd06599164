/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-column-mapping.h"

#include <string.h>

static AcqColumnMapping *
map (const char *text, AcqImportKind kind, GHashTable *told)
{
  const AcqImportSource source = {
    .path = "table",
    .bytes = (const guint8 *) text,
    .size = strlen (text),
    .today = acq_day_new (2026, 11, 20),
    .currency = ACQ_CURRENCY_EUR,
    .mapping = told,
  };

  return acq_column_mapping_new (&source, kind);
}

/* "day label amount" */
static char *
fields_of (const AcqColumnMapping *mapping)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mapping->columns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", acq_column_mapping_column (mapping, i)->field);
  return g_string_free (text, FALSE);
}

static void
expect_fields (const AcqColumnMapping *mapping, const char *expected)
{
  g_autofree char *fields = fields_of (mapping);

  g_assert_cmpstr (fields, ==, expected);
}

static const char no_heading[] = "05/01/2026;VIR DUPONT;;1200,00\n06/01/2026;ACHAT X;17,50;\n07/01/2026;ACHAT Y;2,00;\n";

static void
test_guess (void)
{
  static const struct
  {
    const char *text;
    const char *fields;
    AcqMappingSureness sureness;
    guint gaps;
  } tables[] = {
    { "Date;Libellé;Débit;Crédit;Solde\n05/01/2026;A;1,00;;5,00\n", "day label debit credit balance", ACQ_MAPPING_SAFE,
      0 },
    { no_heading, "day label debit credit", ACQ_MAPPING_UNSAFE, 0 },
    { "05/01/2026;A;-1,00\n06/01/2026;B;2,00\n", "day label amount", ACQ_MAPPING_LIKELY, 0 },
    { "Date;Libellé;Détail\n05/01/2026;A;B\n", "day label label", ACQ_MAPPING_UNSAFE,
      ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_AMOUNT) },
    { "Nom;Prénom;Ville\nA;B;C\n", "ignored ignored ignored", ACQ_MAPPING_UNSAFE,
      ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_DAY) | ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_LABEL)
        | ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_AMOUNT) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (AcqColumnMapping) mapping = map (tables[i].text, ACQ_IMPORT_KIND_STATEMENT, NULL);

      expect_fields (mapping, tables[i].fields);
      g_assert_cmpint (mapping->sureness, ==, tables[i].sureness);
      g_assert_cmphex (mapping->gaps, ==, tables[i].gaps);
    }
  g_assert_null (map ("one line of words\n", ACQ_IMPORT_KIND_STATEMENT, NULL));
  g_assert_null (map ("\1\0", ACQ_IMPORT_KIND_STATEMENT, NULL));
}

/* A field has one column, the label perhaps several; what lacks shows at once. */
static void
test_correct (void)
{
  g_autoptr (AcqColumnMapping) mapping = map (no_heading, ACQ_IMPORT_KIND_STATEMENT, NULL);
  g_autoptr (GPtrArray) lines = NULL, none = NULL;
  const AcqMappedLine *line;

  acq_column_mapping_set_field (mapping, 2, "credit");
  expect_fields (mapping, "day label credit ignored");
  g_assert_cmphex (mapping->gaps, ==, ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_AMOUNT));
  g_assert_cmpint (mapping->sureness, ==, ACQ_MAPPING_UNSAFE);
  none = acq_column_mapping_read_lines (mapping, 3);
  g_assert_cmpuint (none->len, ==, 0);
  acq_column_mapping_set_field (mapping, 3, "debit");
  g_assert_cmphex (mapping->gaps, ==, 0);
  g_assert_cmpint (mapping->sureness, ==, ACQ_MAPPING_SAFE);
  lines = acq_column_mapping_read_lines (mapping, 2);
  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[0];
  g_assert_cmpint (line->day, ==, acq_day_new (2026, 1, 5));
  g_assert_cmpstr (line->text, ==, "VIR DUPONT");
  g_assert_cmpint (line->amount, ==, -120000);
  line = lines->pdata[1];
  g_assert_cmpint (line->amount, ==, 1750);
}

static void
test_confirm (void)
{
  g_autoptr (AcqColumnMapping) mapping = map (no_heading, ACQ_IMPORT_KIND_STATEMENT, NULL), again = NULL;
  g_autoptr (GHashTable) told = NULL;

  g_assert_true (acq_column_mapping_column (mapping, 2)->guessed);
  acq_column_mapping_confirm (mapping);
  g_assert_cmpint (mapping->sureness, ==, ACQ_MAPPING_SAFE);
  told = acq_column_mapping_to_hash (mapping);
  g_assert_cmpstr (g_hash_table_lookup (told, "C"), ==, "debit");
  again = map (no_heading, ACQ_IMPORT_KIND_STATEMENT, told);
  expect_fields (again, "day label debit credit");
  g_assert_cmpint (again->sureness, ==, ACQ_MAPPING_SAFE);
}

/* A column goes by its heading where that is its own. */
static void
test_keys (void)
{
  g_autoptr (AcqColumnMapping) mapping
    = map ("Date;Libellé;Montant;montant;\n05/01/2026;A;1,00;2,00;x\n", ACQ_IMPORT_KIND_STATEMENT, NULL);
  static const char *const keys[] = { "Date", "Libellé", "C", "D", "E" };

  g_assert_cmpuint (mapping->columns->len, ==, G_N_ELEMENTS (keys));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpstr (acq_column_mapping_column (mapping, i)->key, ==, keys[i]);
}

static void
test_lists (void)
{
  static const char invoices[] = "Mes factures\nFacture;Client;Date;Total TTC;Divers\nF1;Dupont;15/01/2026;120,00;x\n";
  g_autoptr (AcqColumnMapping) mapping = map (invoices, ACQ_IMPORT_KIND_INVOICES, NULL), customers = NULL, odd = NULL;
  g_autoptr (GPtrArray) lines = NULL, of_odd = NULL;

  expect_fields (mapping, "number customer_name issued total ignored");
  g_assert_cmpint (mapping->sureness, ==, ACQ_MAPPING_SAFE);
  lines = acq_column_mapping_read_lines (mapping, 3);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (((AcqMappedLine *) lines->pdata[0])->text, ==, "F1 · Dupont");
  customers = map ("Nom;E-mail\nDupont;a@b.fr\n", ACQ_IMPORT_KIND_CUSTOMERS, NULL);
  expect_fields (customers, "customer_name email");
  odd = map ("Quoi;Qui;Quand;Combien\nF1;Dupont;15/01/2026;120,00\n", ACQ_IMPORT_KIND_INVOICES, NULL);
  g_assert_cmpint (odd->sureness, ==, ACQ_MAPPING_UNSAFE);
  acq_column_mapping_set_field (odd, 0, "number");
  acq_column_mapping_set_field (odd, 1, "customer_name");
  acq_column_mapping_set_field (odd, 2, "issued");
  acq_column_mapping_set_field (odd, 3, "total");
  of_odd = acq_column_mapping_read_lines (odd, 3);
  g_assert_cmpuint (of_odd->len, ==, 1);
  g_assert_cmpint (((AcqMappedLine *) of_odd->pdata[0])->amount, ==, 12000);
  g_assert_null (map ("Client;Non échu;0-30 j;31-60 j\nDupont;1,00;2,00;3,00\n", ACQ_IMPORT_KIND_INVOICES, NULL));
}

/* Every code that is offered is one that the readers know. */
static void
test_codes (void)
{
  for (int kind = ACQ_IMPORT_KIND_STATEMENT; kind <= ACQ_IMPORT_KIND_CUSTOMERS; kind++)
    {
      g_autoptr (AcqColumnMapping) mapping = map ("A;B;C\nD;E;F\n", (AcqImportKind) kind, NULL);
      const char *const *fields = acq_column_mapping_fields ((AcqImportKind) kind);

      g_assert_cmpstr (fields[0], ==, "ignored");
      for (gsize i = 0; fields[i] != NULL; i++)
        {
          acq_column_mapping_set_field (mapping, 1, fields[i]);
          g_assert_cmpstr (acq_column_mapping_column (mapping, 1)->field, ==, fields[i]);
        }
    }
}

/* The next month's table is known again, another table is not. */
static void
test_fingerprints (void)
{
  static const char *const texts[] = {
    "Date;Libellé;Montant\n05/01/2026;A;1,00\n",
    "Relevé n° 2;;\nDATE;libelle;Montant\n09/02/2026;B;-2,00\n10/02/2026;C;3,00\n",
    "Date;Libellé;Crédit\n05/01/2026;A;1,00\n",
    "05/01/2026;A;-1,00\n06/01/2026;B;2,50\n",
    "01/02/2026;QUI EST LONG;-17,00\n02/02/2026;B;4\n",
    "01/02/2026;A;-17,00;x\n02/02/2026;B;4;y\n",
  };
  char *hashes[G_N_ELEMENTS (texts)];

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const AcqImportSource source
        = { .bytes = (const guint8 *) texts[i], .size = strlen (texts[i]), .currency = ACQ_CURRENCY_EUR };
      g_autoptr (AcqColumnMapping) mapping = map (texts[i], ACQ_IMPORT_KIND_STATEMENT, NULL);
      g_auto (GStrv) all = acq_column_mapping_fingerprints_of (&source);

      hashes[i] = acq_column_mapping_fingerprint (mapping);
      g_assert_true (g_strv_contains ((const char *const *) all, hashes[i]));
    }
  g_assert_cmpstr (hashes[0], ==, hashes[1]);
  g_assert_cmpstr (hashes[0], !=, hashes[2]);
  g_assert_cmpstr (hashes[3], ==, hashes[4]);
  g_assert_cmpstr (hashes[3], !=, hashes[5]);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (g_steal_pointer (&hashes[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/column-mapping/guess", test_guess);
  g_test_add_func ("/column-mapping/correct", test_correct);
  g_test_add_func ("/column-mapping/confirm", test_confirm);
  g_test_add_func ("/column-mapping/keys", test_keys);
  g_test_add_func ("/column-mapping/lists", test_lists);
  g_test_add_func ("/column-mapping/codes", test_codes);
  g_test_add_func ("/column-mapping/fingerprints", test_fingerprints);
  return g_test_run ();
}
