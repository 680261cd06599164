/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

extern const AcqImportFormat acq_qif_format;

const char *const acq_fuzz_seeds[] = {
  "!Type:Bank\r\nD15/01/26\r\nT1 234,56\r\nPVIR SEPA DUPONT SARL\r\nMFACT 2026-001\r\n^\r\n"
  "D5/1'26\r\nU-12,5\r\nN1234567\r\nLFournitures\r\n^\r\n",
  "!Option:AutoSwitch\n!Account\nNCourant\nTBank\n$125,00\n^\n!Clear:AutoSwitch\n!Account\nNCourant\n^\n!Type:CCard\n"
  "D01/31/2026\nT1,100.00\nPOpening Balance\nL[Courant]\n^\nD2026-01-15\nSVentes\nEHT\n$25.00\n^\n"
  "!Type:Invst\nD17/01/2026\nNBuy\n^\n",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  if (!acq_statement_recorder_read (recorder, &acq_qif_format, bytes, size, &error))
    g_assert_nonnull (error);
  return 0;
}
