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
  { "REJET PRLV SEPA MARTIN", ACQ_MEANS_DIRECT_DEBIT, TRUE, "SEPA MARTIN", "", "", "" },
  { "PRLV SEPA EDF ECH/050126 ID EMETTEUR/FR12ZZZ123456 MDT/M1 REF/R LIB/L", ACQ_MEANS_DIRECT_DEBIT, FALSE,
    "EDF", "", "", "" },
  { "REMCB46461 NB0001 TPE301830201", ACQ_MEANS_CARD, FALSE, "", "", "", "" },
  { "COMCB46461 NB0001", ACQ_MEANS_FEE, FALSE, "", "", "", "" },
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
                       cases[i].means != ACQ_MEANS_UNKNOWN);
      g_assert_cmpint (reading.means, ==, cases[i].means);
      g_assert_cmpint (reading.returned, ==, cases[i].returned);
      assert_piece (reading.counterparty, cases[i].counterparty);
      assert_piece (reading.remittance, cases[i].remittance);
      assert_piece (reading.end_to_end, cases[i].end_to_end);
      assert_piece (reading.cheque_number, cases[i].cheque_number);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label-grammar/labels", test_labels);
  return g_test_run ();
}
