/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

extern const AcqImportFormat acq_mt940_format;

const char *const acq_fuzz_seeds[] = {
  "{1:F01BNPAFRPPAXXX0000000000}{2:O940}{4:\r\n:20:1\r\n:25:FR7630004028379876543210976\r\n:28C:1/1\r\n"
  ":60F:C260104EUR10,00\r\n:61:2601050105C5,00NTRFNONREF//BQ1\r\nmore of it\r\n"
  ":86:VIR SEPA RECU /DE DUPONT SARL /MOTIF FACT 12\r\n:62F:C260105EUR15,00\r\n-}{5:}\r\n",
  ":20:1\n:25:50880050/0194787400888\n:28C:1/1\n:60F:C260104EUR10,00\n:61:2601050105RC5,4NCHK1234567\n"
  ":86:166?00GUTSCHRIFT?20EREF+E2E-1?21SVWZ+FACT 12?31FR7630004028379876543210976?32DUPONT\n"
  ":62M:C260105EUR4,6\n-\n:20:2\n:25:50880050/0194787400888\n:60M:C260105EUR4,6\n:61:260106D1,NTRF\n"
  ":86:/EREF/E2E-2/NAME/DUPONT/REMI/USTD//FACT 13/\n:62F:C260106EUR3,6\n-\n",
  ":20:1\n:25:123456789EUR\n:34F:EURD0,\n:13D:2601051815+0100\n:61:260105EC1,00NTRF\n:NS:01text\n15DUPONT\n:90C:1EUR1,\n",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  if (!acq_statement_recorder_read (recorder, &acq_mt940_format, bytes, size, &error))
    g_assert_nonnull (error);
  return 0;
}
