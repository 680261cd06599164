/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

extern const AcqImportFormat acq_bank_csv_format;

const char *const acq_fuzz_seeds[] = {
  "Numéro Compte ;1234567A033\nSolde (EUROS) ;1 300,00\n\nDate;Libellé;Montant(EUROS)\n30/01/2026;\"REMISE "
  "DE CHEQUES\";300,00\n",
  "Date;Date de valeur;Débit;Crédit;Libellé;Solde\n05/01/2026;06/01/2026;;1 200,00;VIR "
  "DUPONT;1300,00\n06/01/2026;;-1,00;;CHQ. 12;1299,00\nTotal;;1;2;;\n",
  "dateOp;dateVal;label;amount;accountNum;accountLabel\n2026-01-05;;\"VIR A\";1 "
  "234,56;0004;PRO\n2026-01-04;;\"B\";-10,00;0005;X\n",
  "Type,Started Date,Completed "
  "Date,Description,Amount,Fee,Currency,State\nT,2026-01-04,2026-01-05,A,100.00,1.00,USD,COMPLETED\n",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  if (!acq_statement_recorder_read (recorder, &acq_bank_csv_format, bytes, size, &error))
    g_assert_nonnull (error);
  return 0;
}
