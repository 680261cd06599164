/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-bank-table.h"
#include "acq-statement-recorder.h"

extern const AcqImportFormat acq_bank_csv_format;

typedef struct
{
  const char *name;
  const char *text;
  const char *log;
} TableCase;

/* What only the cells tell. */
static const TableCase cases[] = {
  { "no-heading",
    "09/12/2015;ACHAT 05/12/2015;;-17,50;EUR;\n10/12/2015;VENTE A;;1200,00;EUR;\n",
    "statement EUR\n2015-12-09 -17.50 [ACHAT 05/12/2015]\n2015-12-10 1200.00 [VENTE A]\n"
    "end 2015-12-09 2015-12-10\n" },
  { "no-heading-balance-line",
    "05/01/2026;-17,50;Carte;;ACHAT PAIN;0;Divers\n06/01/2026;1200,00;Virement;;VENTE A;0;Divers\n"
    "31/01/2026;1182,50;;00123456789A;\n",
    "statement EUR account=00123456789A\n2026-01-05 -17.50 [ACHAT PAIN]\n"
    "2026-01-06 1200.00 [VENTE A]\nend 2026-01-05 2026-01-06 1182.50\n" },
  { "no-heading-debit-credit-balance",
    "05/01/2026;VENTE A;;1200,00;5200,00\n06/01/2026;ACHAT X;17,50;;5182,50\n"
    "07/01/2026;ACHAT Y;100,00;;5082,50\n08/01/2026;VENTE B;;7,50;5090,00\n",
    "statement EUR\n2026-01-05 1200.00 [VENTE A]\n2026-01-06 -17.50 [ACHAT X]\n"
    "2026-01-07 -100.00 [ACHAT Y]\n2026-01-08 7.50 [VENTE B]\n"
    "end 2026-01-05 2026-01-08 4000.00 5090.00\n" },
  { "credit-left-of-debit",
    "08/01/2026;VENTE B;7,50;;5090,00\n07/01/2026;ACHAT Y;;100,00;5082,50\n06/01/2026;ACHAT X;;17,50;5182,50\n",
    "statement EUR\n2026-01-08 7.50 [VENTE B]\n2026-01-07 -100.00 [ACHAT Y]\n"
    "2026-01-06 -17.50 [ACHAT X]\nend 2026-01-06 2026-01-08 5200.00 5090.00\n" },
  { "unknown-headings-proved",
    "Quand;Quoi;Combien;Reste\n05/01/2026;VENTE A;1200,00;2000,00\n06/01/2026;ACHAT X;-17,50;1982,50\n"
    "07/01/2026;ACHAT Y;-2,50;1980,00\n",
    "statement EUR\n2026-01-05 1200.00 [VENTE A]\n2026-01-06 -17.50 [ACHAT X]\n"
    "2026-01-07 -2.50 [ACHAT Y]\nend 2026-01-05 2026-01-07 800.00 1980.00\n" },
  { "direction-in-words",
    "Date;Libellé;Type;Montant\n05/01/2026;VENTE A;Crédit;1200,00\n06/01/2026;ACHAT X;Débit;17,50\n",
    "statement EUR\n2026-01-05 1200.00 [VENTE A]\n2026-01-06 -17.50 [ACHAT X]\n"
    "end 2026-01-05 2026-01-06\n" },
  { "debit-taken-back",
    "Date;Libellé;Débit;Crédit\n05/01/2026;A;5,00;\n06/01/2026;B;17,50;\n07/01/2026;B ANNULE;-17,50;\n"
    "08/01/2026;C;1,00;\n09/01/2026;D;1,00;\n10/01/2026;E;1,00;\n",
    "statement EUR\n2026-01-05 -5.00 [A]\n2026-01-06 -17.50 [B]\n2026-01-07 17.50 [B ANNULE]\n2026-01-08 -1.00 [C]\n"
    "2026-01-09 -1.00 [D]\n2026-01-10 -1.00 [E]\nend 2026-01-05 2026-01-10\n" },
  { "debit-taken-back-proved",
    "Date;Libellé;Débit;Crédit;Solde\n05/01/2026;A;17,50;;82,50\n06/01/2026;B;-17,50;;100,00\n07/01/2026;C;5,00;;95,00\n",
    "statement EUR\n2026-01-05 -17.50 [A]\n2026-01-06 17.50 [B]\n2026-01-07 -5.00 [C]\n"
    "end 2026-01-05 2026-01-07 100.00 95.00\n" },
  { "currency-beside-the-amount",
    "Date;Libellé;Montant\n05/01/2026;A;'579,68 USD\n06/01/2026;B;-12,00 $\n07/01/2026;C;3,00 €\n",
    "statement USD\n2026-01-05 579.68 [A]\n2026-01-06 -12.00 [B]\nend 2026-01-05 2026-01-06\n"
    "statement EUR\n2026-01-07 3.00 [C]\nend 2026-01-07 2026-01-07\n" },
  { "month-first-over-the-whole-file",
    "Date,Label,Amount\n01/02/2026,A,1.00\n01/03/2026,B,-1.00\n01/28/2026,C,2.00\n",
    "statement EUR\n2026-01-02 1.00 [A]\n2026-01-03 -1.00 [B]\n2026-01-28 2.00 [C]\nend 2026-01-02 2026-01-28\n" },
  { "narrow-spaces",
    "Date;Libellé;Montant\n05/01/2026;A;1\u202f234,56\u00a0€\n06/01/2026;B;−1\u00a0000,00\n",
    "statement EUR\n2026-01-05 1234.56 [A]\n2026-01-06 -1000.00 [B]\nend 2026-01-05 2026-01-06\n" },
};

static void
test_case (gconstpointer data)
{
  const TableCase *one = data;

  acq_statement_recorder_expect (&acq_bank_csv_format, one->text, one->log);
}

/* What nobody could tell is refused instead of being guessed. */
static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    AcqImportError code;
  } refused[] = {
    /* Which of the two is money in? */
    { "05/01/2026;VIR DUPONT;;1200,00\n06/01/2026;ACHAT X;17,50;\n", ACQ_IMPORT_ERROR_UNSURE_COLUMNS },
    /* Invoices, not a bank's lines. */
    { "F1;Dupont;15/01/2026;15/02/2026;1200,00\nF2;Durand;16/01/2026;16/02/2026;1300,00\n",
      ACQ_IMPORT_ERROR_UNSURE_COLUMNS },
    { "Réf;Tiers;Le;Payable le;Montant\nF1;A;15/01/2026;15/02/2026;1200,00\nF2;B;16/01/2026;16/02/2026;-1,00\n",
      ACQ_IMPORT_ERROR_UNSURE_COLUMNS },
    { "Quand;Quoi;Combien\n05/01/2026;VIR;1200,00\n06/01/2026;X;-17,50\n", ACQ_IMPORT_ERROR_UNSURE_COLUMNS },
    /* The balance falls by amounts without a sign. */
    { "Date;Libellé;Montant;Solde\n05/01/2026;A;10,00;100,00\n06/01/2026;B;17,50;82,50\n",
      ACQ_IMPORT_ERROR_UNSURE_COLUMNS },
    { "Date;Libellé;Détail\n10/02/2026;VIR;Salaire\n", ACQ_IMPORT_ERROR_NO_COLUMNS },
    { "Bonjour;à;tous\n", ACQ_IMPORT_ERROR_NO_COLUMNS },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    acq_statement_recorder_expect_error (&acq_bank_csv_format, refused[i].text, -1, refused[i].code);
}

/* What the user says is not doubted: by headings, by letters, and by letters where two headings are the same. */
static void
test_told (void)
{
  static const struct
  {
    const char *text;
    const char *told[9];
    const char *log;
  } tables[] = {
    { "05/01/2026;VENTE A;;1200,00\n06/01/2026;ACHAT X;17,50;\n",
      { "A", "day", "B", "label", "C", "credit", "D", "debit" },
      "statement EUR\n2026-01-05 -1200.00 [VENTE A]\n2026-01-06 17.50 [ACHAT X]\n"
      "end 2026-01-05 2026-01-06\n" },
    { "Quand;Quoi;Combien\n05/01/2026;A;1200,00\n06/01/2026;X;-17,50\n",
      { "quand", "day", "Quoi", "label", "Combien", "amount" },
      "statement EUR\n2026-01-05 1200.00 [A]\n2026-01-06 -17.50 [X]\nend 2026-01-05 2026-01-06\n" },
    { "Date;Libellé;Montant;Montant\n05/01/2026;A;1,00;7,00\n06/01/2026;X;2,00;-8,00\n",
      { "C", "ignored", "D", "amount" },
      "statement EUR\n2026-01-05 7.00 [A]\n2026-01-06 -8.00 [X]\nend 2026-01-05 2026-01-06\n" },
    { "Date;Libellé;Date de valeur;Montant\n05/01/2026;A;07/01/2026;1,00\n",
      { "Date", "ignored", "Date de valeur", "day" },
      "statement EUR\n2026-01-07 1.00 [A]\nend 2026-01-07 2026-01-07\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
      g_autoptr (GHashTable) mapping = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GError) error = NULL;

      for (gsize k = 0; tables[i].told[k] != NULL; k += 2)
        g_hash_table_insert (mapping, (gpointer) tables[i].told[k], (gpointer) tables[i].told[k + 1]);
      recorder->mapping = mapping;
      acq_statement_recorder_read (recorder, &acq_bank_csv_format, tables[i].text, strlen (tables[i].text), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (recorder->log->str, ==, tables[i].log);
    }
}

/* A table of distinct columns, written with its columns in a given order. */
static char *
write_shuffled (const char *const *lines, gsize n_lines, const guint *order, guint n_columns)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_lines; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ";", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, n_columns);
      for (guint k = 0; k < n_columns; k++)
        g_string_append_printf (text, "%s%s", k > 0 ? ";" : "", cells[order[k]]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
shuffle (GRand *random, guint *order, guint n)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i + 1);
      guint kept = order[i];

      order[i] = order[other];
      order[other] = kept;
    }
}

/* The order of the columns never changes what is read, with headings or, where a balance proves it, without. */
static void
test_shuffled (void)
{
  static const char *const lines[] = {
    "Date;Date de valeur;Libellé;Débit;Crédit;Solde;Devise;Catégorie",
    "05/01/2026;06/01/2026;VIR SEPA DUPONT SARL FACTURE 2026-001;;1200,00;5200,00;EUR;x",
    "06/01/2026;06/01/2026;CARTE BOULANGERIE DU CENTRE;17,50;;5182,50;EUR;y",
    "07/01/2026;09/01/2026;PRLV SEPA ENERGIE DE FRANCE;100,00;;5082,50;EUR;z",
    "28/01/2026;29/01/2026;VIR SEPA DURAND FACTURE 2026-002;;7,50;5090,00;EUR;x",
  };
  static const char *const bare[] = {
    "05/01/2026;VIR SEPA DUPONT SARL FACTURE 2026-001;1200,00;5200,00;x",
    "06/01/2026;CARTE BOULANGERIE DU CENTRE;-17,50;5182,50;y",
    "07/01/2026;PRLV SEPA ENERGIE DE FRANCE;-100,00;5082,50;z",
    "28/01/2026;VIR SEPA DURAND FACTURE 2026-002;7,50;5090,00;x",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (int has_heading = 0; has_heading < 2; has_heading++)
    {
      guint order[] = { 0, 1, 2, 3, 4, 5, 6, 7 }, n = has_heading ? 8 : 5;
      g_autofree char *expected = NULL;

      for (int round = 0; round < 200; round++)
        {
          g_autofree char *text = has_heading ? write_shuffled (lines, G_N_ELEMENTS (lines), order, n)
                                              : write_shuffled (bare, G_N_ELEMENTS (bare), order, n);
          g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
          g_autoptr (GError) error = NULL;

          acq_statement_recorder_read (recorder, &acq_bank_csv_format, text, strlen (text), &error);
          g_assert_no_error (error);
          g_assert_cmpuint (recorder->n_transactions, ==, 4);
          if (expected == NULL)
            expected = g_strdup (recorder->log->str);
          g_assert_cmpstr (recorder->log->str, ==, expected);
          shuffle (random, order, n);
        }
    }
}

/* A sheet reads as the text of the same cells does, with numbers and serial days kept as such. */
static void
test_sheet (void)
{
  static const char *const cells[][4] = {
    { "Relevé du compte 12345678901", "", "", "" },
    { "Date", "Libellé", "Montant", "Solde" },
    { "46027", "VENTE A", "1234.5599999999999", "2000" },
    { "2026-01-06", "ACHAT X", "-1.23", "1998.77" },
  };
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (AcqTable) table = acq_table_new ();
  g_autoptr (AcqRowSource) rows = NULL;
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_assert_true (acq_table_begin_row (table, i + 3, NULL));
      for (gsize k = 0; k < 4; k++)
        g_assert_true (acq_table_add_cell (table, cells[i][k], i >= 2 && k >= 2, NULL));
    }
  rows = acq_row_source_new_table (table, 1000);
  acq_statement_recorder_read_rows (recorder, rows, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (recorder->log->str, ==,
                   "statement EUR account=12345678901\n2026-01-05 1234.56 [VENTE A]\n2026-01-06 -1.23 [ACHAT X]\n"
                   "end 2026-01-05 2026-01-06 765.44 1998.77\n");
  g_assert_cmpuint (acq_row_source_offset (rows), ==, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/bank-table/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/bank-table/refused", test_refused);
  g_test_add_func ("/bank-table/told", test_told);
  g_test_add_func ("/bank-table/shuffled", test_shuffled);
  g_test_add_func ("/bank-table/sheet", test_sheet);
  return g_test_run ();
}
