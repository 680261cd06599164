/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-fec.h"
#include "acq-recording-sink.h"

#define HEADING                                                                                              \
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"      \
  "PieceDate|"                                                                                               \
  "EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise"
#define SALE(entry, day, aux, piece, debit, credit, let)                                                     \
  "VE|Ventes|" entry "|" day "|411000|Clients|" aux "|Client " aux "|" piece "|" day "|Facture|" debit       \
  "|" credit "|" let "|||| \n"
#define BANK(entry, day, aux, debit, credit, let)                                                            \
  "BQ|Banque|" entry "|" day "|411000|Clients|" aux "|Client " aux "||" day "|VIR " aux "|" debit "|" credit \
  "|" let "||||\n"                                                                                           \
  "BQ|Banque|" entry "|" day "|512000|Banque||||" day "|VIR " aux "|" credit "|" debit "|||||\n"

static void
expect (const char *text, const char *log)
{
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();

  g_assert_cmpstr (acq_recording_sink_read_text (sink, acq_test_format ("fec"), text), ==, log);
}

static void
test_lettering (void)
{
  expect (
    HEADING "\n" SALE ("1", "20260110", "C1", "FA 1", "0000000100,00", "0,00", "A") SALE (
      "2", "20260111", "C1", "FA 2", "50,5", "", "A") SALE ("3", "20260112", "C1", "AV 1", "", "20,00", "A")
      SALE ("4", "20260113", "C1", "FA 3", "80,00", "", "B")
        SALE ("5", "20260114", "C2", "FA 4", "10,00", "", "A") BANK ("6", "20260201", "C1", "", "130,50", "A")
          BANK ("7", "20260202", "C1", "", "30,00", "B") BANK ("8", "20260203", "C2", "", "7,00", ""),
    "invoice FA 1 code=C1 name=Client C1 kind=invoice issued=2026-01-10 total=100.00\n"
    "invoice FA 2 code=C1 name=Client C1 kind=invoice issued=2026-01-11 total=50.50\n"
    "invoice AV 1 code=C1 name=Client C1 kind=credit_note issued=2026-01-12 total=-20.00\n"
    "invoice FA 3 code=C1 name=Client C1 kind=invoice issued=2026-01-13 total=80.00\n"
    "invoice FA 4 code=C2 name=Client C2 kind=invoice issued=2026-01-14 total=10.00\n"
    "receipt code=C1 day=2026-02-01 amount=130.50 means=transfer reason=VIR C1 AV 1=-20.00 FA 1=100.00 FA "
    "2=50.50\n"
    "receipt code=C1 day=2026-02-02 amount=30.00 means=transfer reason=VIR C1 FA 3=30.00\n"
    "receipt code=C2 day=2026-02-03 amount=7.00 means=transfer reason=VIR C2\n");
}

/* A cheque comes in, goes back, comes in again; a credit note is set off without money; money too much stays. */
static void
test_turns (void)
{
  expect (HEADING "\n" SALE ("1", "20260110", "C1", "F1", "100", "", "A")
            BANK ("2", "20260201", "C1", "", "100", "A") BANK ("3", "20260205", "C1", "100", "", "A")
              BANK ("4", "20260301", "C1", "", "100", "A") SALE ("5", "20260110", "C1", "F2", "60", "", "B")
                SALE ("6", "20260111", "C1", "A2", "", "60", "B")
                  SALE ("7", "20260110", "C2", "F3", "40", "", "A")
                    BANK ("8", "20260301", "C2", "", "45", "A"),
          "invoice F1 code=C1 name=Client C1 kind=invoice issued=2026-01-10 total=100.00\n"
          "invoice F2 code=C1 name=Client C1 kind=invoice issued=2026-01-10 total=60.00\n"
          "invoice A2 code=C1 name=Client C1 kind=credit_note issued=2026-01-11 total=-60.00\n"
          "invoice F3 code=C2 name=Client C2 kind=invoice issued=2026-01-10 total=40.00\n"
          "receipt code=C1 day=2026-02-01 amount=100.00 means=transfer reason=VIR C1 F1=100.00\n"
          "receipt code=C1 day=2026-02-05 amount=-100.00 means=transfer reason=VIR C1 F1=-100.00\n"
          "receipt code=C1 day=2026-03-01 amount=100.00 means=transfer reason=VIR C1 F1=100.00\n"
          "receipt code=C1 day=2026-01-11 amount=0.00 means=credit_note reason=Facture A2=-60.00 F2=60.00\n"
          "receipt code=C2 day=2026-03-01 amount=45.00 means=transfer reason=VIR C2 F3=40.00\n");
}

/* References that name nothing or several invoices; an invoice billed in two lines; opening balances. */
static void
test_numbers (void)
{
  expect (
    HEADING "\n" SALE ("11", "20260110", "C1", "VE 0126", "10", "", "")
      SALE ("12", "20260111", "C2", "VE  0126", "20", "", "")
        SALE ("13", "20260112", "C3", "sans", "30", "", "") SALE ("14", "20260113", "C4", "F9", "40", "", "")
          SALE ("14", "20260113", "C4", "F9", "2,50", "",
                "") "AN|A nouveaux|1|20260101|411DUPONT|Dupont SA|||RAN|20260101|Report|70|0|||||\n"
                    "AN|A nouveaux|1|20260101|411DUPONT|Dupont SA|||RAN|20260101|Report|0|5|||||\n"
                    "AN|A nouveaux|1|20260101|401000|Fournisseurs|||RAN|20260101|Report|0|5|||||\n",
    "invoice VE 0126 code=C1 name=Client C1 kind=invoice issued=2026-01-10 total=10.00\n"
    "invoice VE 0126-12 code=C2 name=Client C2 kind=invoice issued=2026-01-11 total=20.00\n"
    "invoice VE-13-C3 code=C3 name=Client C3 kind=invoice issued=2026-01-12 total=30.00\n"
    "invoice F9 code=C4 name=Client C4 kind=invoice issued=2026-01-13 total=42.50\n"
    "invoice AN-1-DUPONT code=DUPONT name=Dupont SA kind=invoice issued=2026-01-01 total=70.00 opening\n"
    "invoice AN-1-DUPONT-2 code=DUPONT name=Dupont SA kind=credit_note issued=2026-01-01 total=-5.00 "
    "opening\n");
}

/* Tabs, a byte order mark, CR CR LF, names with slips of the pen, Montant and Sens, Windows-1252. */
static void
test_varieties (void)
{
  static const char log[]
    = "invoice F1 code=C1 name=Caf\303\251 kind=invoice issued=2026-01-10 total=12.30\n";

  expect ("\357\273\277journalcode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\t"
          "CompAuxLib\t"
          "PieceRef\tPieceDate\tEcritureLib\tMontant\tSens\tEcrtureLet\tDateLet\tValidDate\tMontantDevise\tId"
          "evise\r\r\n"
          "VE\tV\t1\t2026-01-10\t411\tC\tC1\tCaf\303\251\tF1\t10/01/2026\tL\t12,3\tD\t\t\t\t\t\r\r\n",
          log);
  expect (HEADING
          "|DateRglt|ModeRglt|NatOp|IdClient\rVE|V|1|20260110|411|C|C1|Caf\351|F1||L|+12,30|0,00|||||||||\r",
          log);
  expect ("VE|V|1|20260110|411|C|C1|Caf\303\251|F1|20260110|L|12.30|-0|||||\n", log);
  expect (HEADING "\nVE|V|1|20260110|411|C|C1|Caf\303\251|F1|20260110|L|12,30|0||||\n", log);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    AcqImportError code;
  } cases[] = {
    { "Date;Libellé;Montant\n", ACQ_IMPORT_ERROR_NO_COLUMNS },
    { HEADING "\n", ACQ_IMPORT_ERROR_EMPTY },
    { HEADING "\n" SALE ("1", "20260110", "C1", "F1", "1", "", "") "VE|V|1|2026",
      ACQ_IMPORT_ERROR_TRUNCATED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (acq_recording_sink_read (sink, acq_test_format ("fec"), "test", cases[i].text,
                                               strlen (cases[i].text), &error));
      g_assert_error (error, ACQ_IMPORT_ERROR, (int) cases[i].code);
      g_assert_cmpuint (sink->n_invoices, ==, 0);
    }
  expect (HEADING "\n" SALE ("1", "20269910", "C1", "F1", "1", "", "")
            SALE ("2", "20260110", "C1", "F1", "1,x", "",
                  "") "VE|V|3|20260110|411\n" SALE ("4", "20260110", "C1", "F2", "0", "0", ""),
          "reject 2 bad_day detail=VE 411000 Facture\nreject 3 bad_amount detail=VE 411000 Facture\n"
          "reject 4 bad_record detail=VE 411\n");
}

/* Money that comes in in parts, which add up to what a group owes where that is above zero. */
static guint
pay_in_parts (GRand *rand, gint64 owed, gint64 receipts[8])
{
  guint n = 0;

  while (owed > 0 && n < 7)
    {
      gint64 part = g_rand_int_range (rand, 1, 300);

      receipts[n] = g_rand_boolean (rand) ? owed : MIN (owed, part);
      owed -= receipts[n++];
    }
  if (owed > 0)
    receipts[n++] = owed;
  return n;
}

/* Whatever a group holds, nothing is settled beyond what it is; a group that balances is settled to the cent. */
static void
check_settlement (GRand *rand, gboolean balanced)
{
  gint64 invoices[8], receipts[8] = { 0 }, open[8], left[9], owed = 0;
  guint n_invoices = (guint) g_rand_int_range (rand, 1, 8),
        n_receipts = (guint) g_rand_int_range (rand, 0, 8);
  g_autoptr (GArray) settled = NULL;

  for (guint i = 0; i < n_invoices; i++)
    owed += open[i] = invoices[i] = g_rand_int_range (rand, -50, 200);
  for (guint i = 0; i < n_receipts; i++)
    receipts[i] = g_rand_int_range (rand, -100, 200);
  if (balanced && owed > 0)
    n_receipts = pay_in_parts (rand, owed, receipts);
  memcpy (left, receipts, sizeof receipts);
  left[n_receipts] = 0;
  settled = acq_fec_settle (invoices, n_invoices, receipts, n_receipts);
  for (guint i = 0; i < settled->len; i++)
    {
      const AcqFecAllocation *allocation = &g_array_index (settled, AcqFecAllocation, i);

      g_assert_cmpint (allocation->amount, !=, 0);
      g_assert_cmpuint (allocation->receipt, <=, n_receipts);
      open[allocation->invoice] -= allocation->amount;
      left[allocation->receipt] -= allocation->amount;
    }
  for (guint i = 0; i < n_invoices; i++)
    {
      g_assert_cmpint (open[i], >=, MIN (invoices[i], 0));
      g_assert_cmpint (open[i], <=, MAX (invoices[i], 0));
      g_assert_true (!balanced || owed <= 0 || open[i] == 0);
    }
  for (guint i = 0; i <= n_receipts; i++)
    {
      g_assert_cmpint (left[i], >=, i < n_receipts ? MIN (receipts[i], 0) : 0);
      g_assert_cmpint (left[i], <=, i < n_receipts ? MAX (receipts[i], 0) : 0);
      g_assert_true (!balanced || owed <= 0 || left[i] == 0);
    }
}

static void
test_settlements (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260115);

  for (int i = 0; i < 20000; i++)
    check_settlement (rand, i % 2 == 0);
}

static void
test_balanced (void)
{
  static const struct
  {
    gint64 invoices[4];
    guint n_invoices;
    gint64 receipts[4];
    guint n_receipts;
  } cases[] = {
    { { 100, 50, -20 }, 3, { 130 }, 1 },
    { { 100 }, 1, { 100, -100, 100 }, 3 },
    { { 100 }, 1, { 150, -50 }, 2 },
    { { 100, -150 }, 2, { -50 }, 1 },
    { { 300, 200, -100 }, 3, { 150, 150, 100 }, 3 },
    { { 100, -100 }, 2, { 0 }, 0 },
    { { 80, 20 }, 2, { 200, -150, 50 }, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) settled
        = acq_fec_settle (cases[i].invoices, cases[i].n_invoices, cases[i].receipts, cases[i].n_receipts);
      gint64 open[4], left[5];

      memcpy (open, cases[i].invoices, sizeof open);
      memcpy (left, cases[i].receipts, sizeof cases[i].receipts);
      left[cases[i].n_receipts] = 0;
      for (guint j = 0; j < settled->len; j++)
        {
          const AcqFecAllocation *allocation = &g_array_index (settled, AcqFecAllocation, j);

          open[allocation->invoice] -= allocation->amount;
          left[allocation->receipt] -= allocation->amount;
        }
      for (guint j = 0; j < cases[i].n_invoices; j++)
        g_assert_cmpint (open[j], ==, 0);
      for (guint j = 0; j <= cases[i].n_receipts; j++)
        g_assert_cmpint (left[j], ==, 0);
    }
}

/* ΣD − ΣC of each customer's lines, read in the plainest way, is Σ invoices − Σ receipts. */
static void
add_naively (GHashTable *sums, char **cells)
{
  g_autofree char *aux = g_strstrip (g_strdup (cells[6]));
  g_autofree char *account = g_strstrip (g_strdup (cells[4]));
  gint64 *sum, debit, credit;

  if (!g_str_has_prefix (account, "411") && !g_str_has_prefix (account, "416"))
    return;
  g_assert_true (acq_amount_parse_written (cells[11], 2, &debit));
  g_assert_true (acq_amount_parse_written (cells[12], 2, &credit));
  sum = g_hash_table_lookup (sums, aux[0] != '\0' ? aux : account);
  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_strdup (aux[0] != '\0' ? aux : account), sum);
    }
  *sum += debit - credit;
}

static void
subtract_recorded (GHashTable *sums, const GArray *amounts, int sign)
{
  for (guint i = 0; i < amounts->len; i++)
    {
      const AcqRecordedAmount *amount = &g_array_index (amounts, AcqRecordedAmount, i);
      gint64 *sum = g_hash_table_lookup (sums, amount->customer);

      g_assert_nonnull (sum);
      *sum -= sign * amount->total;
    }
}

static void
check_sample (const char *path)
{
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  gsize size;
  GHashTableIter iter;
  gpointer sum;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (acq_recording_sink_read (sink, acq_test_format ("fec"), path, content, size, NULL));
  g_assert_cmpuint (sink->n_rejects, ==, 0);
  lines = g_strsplit_set (content, "\r\n", -1);
  for (gsize i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], strchr (lines[0], '\t') != NULL ? "\t" : "|", -1);

      if (g_strv_length (cells) >= 18)
        add_naively (sums, cells);
    }
  subtract_recorded (sums, sink->invoices, 1);
  subtract_recorded (sums, sink->receipts, -1);
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    g_assert_cmpint (*(gint64 *) sum, ==, 0);
  g_test_message ("%s: %u invoices, %u receipts, %u customers", path, sink->n_invoices, sink->n_receipts,
                  g_hash_table_size (sums));
  g_assert_cmpuint (sink->n_invoices, >, 0);
}

static void
test_samples (void)
{
  g_autoptr (GPtrArray) small = acq_test_samples ("fec", ".txt");
  g_autoptr (GPtrArray) capitals = acq_test_samples ("fec", ".TXT");

  if (small->len == 0)
    {
      g_test_skip ("no samples");
      return;
    }
  for (guint i = 0; i < small->len; i++)
    if (strstr (small->pdata[i], "FEC") != NULL)
      check_sample (small->pdata[i]);
  for (guint i = 0; i < capitals->len; i++)
    check_sample (capitals->pdata[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importing/fec/lettering", test_lettering);
  g_test_add_func ("/importing/fec/turns", test_turns);
  g_test_add_func ("/importing/fec/numbers", test_numbers);
  g_test_add_func ("/importing/fec/varieties", test_varieties);
  g_test_add_func ("/importing/fec/refused", test_refused);
  g_test_add_func ("/importing/fec/settlements", test_settlements);
  g_test_add_func ("/importing/fec/balanced", test_balanced);
  g_test_add_func ("/importing/fec/samples", test_samples);
  return g_test_run ();
}
