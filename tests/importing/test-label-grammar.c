/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-label-grammar.h"

typedef struct
{
  const char *label;
  AcqMeans means;
  gboolean returned;
  const char *counterparty;
  const char *remittance;
  const char *end_to_end;
  const char *cheque_number;
} LabelCase;

static const LabelCase cases[] = {
  { "VIR SEPA RECU /DE DUPONT SARL /MOTIF FACT 12 /REF E2E-1", ACQ_MEANS_TRANSFER, FALSE, "DUPONT SARL",
    "FACT 12", "E2E-1", "" },
  { "VIR SEPA RECU /FRM DUPONT /EID NOTPROVIDED /RNF FACT 12/13", ACQ_MEANS_TRANSFER, FALSE, "DUPONT",
    "FACT 12/13", "", "" },
  { "VIR INST RECU DE: DUPONT SARL MOTIF: FACT 12 REF: X9", ACQ_MEANS_TRANSFER, FALSE, "DUPONT SARL",
    "FACT 12", "X9", "" },
  { "VIR DUPONT SARL", ACQ_MEANS_TRANSFER, FALSE, "DUPONT SARL", "", "", "" },
  { "vir sepa Dupont", ACQ_MEANS_TRANSFER, FALSE, "Dupont", "", "", "" },
  { "VIREMENT DE MME MARTIN", ACQ_MEANS_TRANSFER, FALSE, "MME MARTIN", "", "", "" },
  { "VIRGINIE DUPONT", ACQ_MEANS_UNKNOWN, FALSE, "", "", "", "" },
  { "REMISE CHEQUES 0012345", ACQ_MEANS_CHEQUE, FALSE, "", "", "", "0012345" },
  { "REM CHQ DE 2 CHEQUE(S)", ACQ_MEANS_CHEQUE, FALSE, "", "", "", "" },
  { "CHQ. 0000012", ACQ_MEANS_CHEQUE, FALSE, "", "", "", "0000012" },
  { "CHEQUE IMPAYE 0000012", ACQ_MEANS_CHEQUE, TRUE, "", "", "", "0000012" },
  { "REJET PRLV SEPA MARTIN", ACQ_MEANS_DIRECT_DEBIT, TRUE, "MARTIN", "", "", "" },
  { "PRLV SEPA EDF ECH/050126 ID EMETTEUR/FR12ZZZ123456 MDT/M1 REF/R LIB/L", ACQ_MEANS_DIRECT_DEBIT, FALSE,
    "EDF", "", "", "" },
  { "REMCB46461 NB0001 TPE301830201", ACQ_MEANS_CARD, FALSE, "", "", "", "" },
  { "COMCB46461 NB0001", ACQ_MEANS_FEE, FALSE, "", "", "", "" },
  /* BNP Paribas */
  { "VIR SEPA RECU /FRM AU PETIT COMPTOIR /EID /RNF TRANSFERT 100 TOTAL 112.5 EUROS", ACQ_MEANS_TRANSFER, FALSE,
    "AU PETIT COMPTOIR", "TRANSFERT 100 TOTAL 112.5 EUROS", "", "" },
  { "VIR INST RECU /FRM DUPONT /REFDO E2E-9", ACQ_MEANS_TRANSFER, FALSE, "DUPONT", "", "E2E-9", "" },
  { "VIR SEPA RECU /DE DUPONT /MOTIF /REF DUPONT 196", ACQ_MEANS_TRANSFER, FALSE, "DUPONT", "", "DUPONT 196", "" },
  { "VIR SEPA INST EMIS /MOTIF FACTURE EN RETARD /BEN DURAND ET FILS /REFDO 00 /REF NOTPROVIDED", ACQ_MEANS_TRANSFER,
    FALSE, "DURAND ET FILS", "FACTURE EN RETARD", "00", "" },
  { "VIR SEPA EMIS /FRM BAR DU PORT /BEN FOURNIL SARL /REFDO 1", ACQ_MEANS_TRANSFER, FALSE, "FOURNIL SARL", "", "1", "" },
  { "VIREMENT SEPA EMIS /BEN LUCAS S", ACQ_MEANS_TRANSFER, FALSE, "LUCAS S", "", "", "" },
  { "PRLV SEPA TELECOM MDT/FM-479 ECH/240626", ACQ_MEANS_DIRECT_DEBIT, FALSE, "TELECOM", "", "", "" },
  { "REJET PRLV SEPA DUPONT ECH/010726", ACQ_MEANS_DIRECT_DEBIT, TRUE, "DUPONT", "", "", "" },
  { "FACTURE CARTE DU 240626 MUSIQUE CARTE 1234X", ACQ_MEANS_CARD, FALSE, "", "", "", "" },
  /* Société Générale */
  { "VIR RECU 9604881985018 DE: M. PAUL PETIT", ACQ_MEANS_TRANSFER, FALSE, "M. PAUL PETIT", "", "", "" },
  { "VIR RECU DE: LE GARAGE MOTIF: SOLDE MARS REF: R-1", ACQ_MEANS_TRANSFER, FALSE, "LE GARAGE", "SOLDE MARS", "R-1", "" },
  { "PRELEVEMENT EUROPEEN POUR CPTE DE:TRESORERIE", ACQ_MEANS_DIRECT_DEBIT, FALSE, "TRESORERIE", "", "", "" },
  { "PRELEVEMENT EUROPEEN 4704545537", ACQ_MEANS_DIRECT_DEBIT, FALSE, "", "", "", "" },
  { "CARTE X1306 17/02 BOULANGERIE", ACQ_MEANS_CARD, FALSE, "", "", "", "" },
  { "REMISE CB /17/02 TPE 12", ACQ_MEANS_CARD, FALSE, "", "", "", "" },
  /* Crédit Agricole: the lines of a label are one */
  { "VIREMENT EN VOTRE FAVEUR GARAGE LYON Virement GARAGE LYON GARAGEL-338604-0420", ACQ_MEANS_TRANSFER, FALSE,
    "GARAGE LYON", "Virement GARAGE LYON GARAGEL-338604-0420", "", "" },
  { "VIREMENT EN VOTRE FAVEUR M PETIT TEO VU23411ES07RL001 VIR DE M PETIT TEO", ACQ_MEANS_TRANSFER, FALSE, "M PETIT TEO",
    "VU23411ES07RL001 VIR DE M PETIT TEO", "", "" },
  { "VIREMENT EMIS WEB M. PETIT TEO", ACQ_MEANS_TRANSFER, FALSE, "M. PETIT TEO", "", "", "" },
  { "2211 N.17052 DE 75PARIS 17", ACQ_MEANS_CARD, FALSE, "", "", "", "" },
  /* Crédit Mutuel, CIC */
  { "VIR FACTURE 22010177", ACQ_MEANS_TRANSFER, FALSE, "", "FACTURE 22010177", "", "" },
  { "VIR INST DUPONT SARL FACT 2026-12 E2E7712", ACQ_MEANS_TRANSFER, FALSE, "DUPONT SARL", "FACT 2026-12 E2E7712", "", "" },
  { "VIR GARAGE 2000 SARL 20260012", ACQ_MEANS_TRANSFER, FALSE, "GARAGE 2000 SARL", "20260012", "", "" },
  { "VIR HOLDING DUPONT FACTURE 34 HOLDING DUPONT NOTRE MAISON FACTURE 34", ACQ_MEANS_TRANSFER, FALSE, "HOLDING DUPONT",
    "FACTURE 34 HOLDING DUPONT NOTRE MAISON FACTURE 34", "", "" },
  { "F COMMISSION D INTERVENTION", ACQ_MEANS_FEE, FALSE, "", "", "", "" },
  /* LCL */
  { "PRELVT SEPA RECU D/O DUPONT PRLV SEPA 12", ACQ_MEANS_DIRECT_DEBIT, FALSE, "DUPONT PRLV SEPA 12", "", "", "" },
  /* Banque Populaire, Caisse d'Épargne */
  { "VIR SEPA PETIT MARIE COTISATION LEA", ACQ_MEANS_TRANSFER, FALSE, "PETIT MARIE", "COTISATION LEA", "", "" },
  { "EVI CABINET PETIT", ACQ_MEANS_TRANSFER, FALSE, "CABINET PETIT", "", "", "" },
  { "REMISE CHEQUES N° 0001550 VALEUR AU 01/09", ACQ_MEANS_CHEQUE, FALSE, "", "", "", "0001550" },
  { "REMISE CHEQUES R-2026-0001", ACQ_MEANS_CHEQUE, FALSE, "", "", "", "R-2026-0001" },
  /* La Banque Postale */
  { "VIREMENT POUR DUPONT", ACQ_MEANS_TRANSFER, FALSE, "DUPONT", "", "", "" },
  { "REMISE DE CHEQUES", ACQ_MEANS_CHEQUE, FALSE, "", "", "", "" },
  /* BoursoBank */
  { "Dupont | VIR SEPA DUPONT SARL", ACQ_MEANS_TRANSFER, FALSE, "DUPONT SARL", "", "", "" },
  { "Remise Chèque N.7239954 | REM CHQ N. 7239954", ACQ_MEANS_CHEQUE, FALSE, "", "", "", "7239954" },
  { "AVOIR CARTE 12/09/26 MARCHE CB*1234", ACQ_MEANS_CARD, FALSE, "", "", "", "" },
  { "VIR INST 04/05/2026", ACQ_MEANS_TRANSFER, FALSE, "", "04/05/2026", "", "" },
  { "CERCLE DES ANCIENS CERCLE DES ANCIENS FACT 12", ACQ_MEANS_UNKNOWN, FALSE, "CERCLE DES ANCIENS",
    "CERCLE DES ANCIENS FACT 12", "", "" },
  { "VIR REGLEMENT TICKETS AFFILIES 2 REGLEMENT TICKETS AFFILIES 2G T-1", ACQ_MEANS_TRANSFER, FALSE,
    "REGLEMENT TICKETS AFFILIES", "2 REGLEMENT TICKETS AFFILIES 2G T-1", "", "" },
  { "FACTURES DIVERSES", ACQ_MEANS_UNKNOWN, FALSE, "", "", "", "" },
  { "", ACQ_MEANS_UNKNOWN, FALSE, "", "", "", "" },
};

static void
assert_piece (AcqLabelPiece piece, const char *expected)
{
  g_autofree char *text = g_strndup (piece.text == NULL ? "" : piece.text, piece.len);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_labels (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AcqLabelReading reading;

      g_assert_cmpint (acq_label_grammar_read (cases[i].label, &reading), ==,
                       cases[i].means != ACQ_MEANS_UNKNOWN || cases[i].counterparty[0] != '\0');
      g_assert_cmpint (reading.means, ==, cases[i].means);
      g_assert_cmpint (reading.returned, ==, cases[i].returned);
      assert_piece (reading.counterparty, cases[i].counterparty);
      assert_piece (reading.remittance, cases[i].remittance);
      assert_piece (reading.end_to_end, cases[i].end_to_end);
      assert_piece (reading.cheque_number, cases[i].cheque_number);
    }
}

typedef struct
{
  guint receipts;
  guint with_means;
  guint transfers;
  guint with_payer;
} Shares;

/* Source, label and amount, separated by tabs; a label of several lines has " || " between them. */
static void
weigh_label (const char *line, Shares *shares)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  g_auto (GStrv) lines = NULL;
  g_autofree char *label = NULL;
  AcqLabelReading reading;

  if (g_strv_length (cells) != 3 || !g_ascii_isdigit (cells[2][cells[2][0] == '+']))
    return;
  lines = g_strsplit (cells[1], " || ", -1);
  label = g_strjoinv (" ", lines);
  shares->receipts++;
  acq_label_grammar_read (label, &reading);
  shares->with_means += reading.means != ACQ_MEANS_UNKNOWN;
  shares->transfers += reading.means == ACQ_MEANS_TRANSFER;
  shares->with_payer += reading.means == ACQ_MEANS_TRANSFER && reading.counterparty.len > 0;
  if (g_test_verbose () && reading.means == ACQ_MEANS_UNKNOWN)
    g_test_message ("no means: %s", label);
  else if (g_test_verbose () && reading.means == ACQ_MEANS_TRANSFER)
    g_test_message ("%.*s <- %s", (int) reading.counterparty.len, reading.counterparty.len > 0 ? reading.counterparty.text : "",
                    label);
}

/* Real labels. Those of accountants, who write what they like, are a part of them and say no means. */
static void
test_samples (void)
{
  const char *shared = g_getenv ("ACQ_SHARED");
  g_autofree char *path
    = shared == NULL ? NULL : g_build_filename (shared, "samples", "labels", "labels_from_samples.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Shares shares = { 0 };

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the shared samples are not here");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 1; lines[i] != NULL; i++)
    weigh_label (lines[i], &shares);
  g_test_message ("%u of %u receipts have a means, %u of %u transfers a payer", shares.with_means, shares.receipts,
                  shares.with_payer, shares.transfers);
  g_assert_cmpuint (shares.with_means * 100, >, shares.receipts * 80);
  g_assert_cmpuint (shares.with_payer * 100, >, shares.transfers * 95);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-grammar/labels", test_labels);
  g_test_add_func ("/label-grammar/samples", test_samples);
  return g_test_run ();
}
