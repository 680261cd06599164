/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-recording-sink.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

const char *const acq_fuzz_seeds[] = {
  "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|"
  "PieceDate|EcritureLib|Debit|"
  "Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\nVE|Ventes|1|20260110|411000|C|A|Al|F1|"
  "20260110|L|100,00|0|A|||||\n"
  "VE|Ventes|2|20260111|411000|C|A|Al|F1|20260111|L|0|20|A|||||\nVE|Ventes|3|20260111|411X|C|||sans|20260111|"
  "L|9|0||||||\n"
  "BQ|Banque|4|20260112|411000|C|A|Al||20260112|CHQ|0|80|A|||||\nBQ|Banque|4|20260112|512000|B||||20260112|"
  "CHQ|80|0|||||\n"
  "BQ|Banque|5|20260113|411000|C|A|Al||20260113|IMPAYE|80,00|0|A|||||\nAN|A "
  "nouveaux|6|20260101|416000|C|A|Al|RAN|20260101|L|7|0||||||\n",
  "JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef"
  "\tPieceDate\tEcritureLib\t"
  "Montant\tSens\tEcrtureLet\r\r\nVE\tV\t1\t20260110\t411\tC\tA\tA\tF1\t\tL\t-0012,3-\tC\t\r\r\n",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static const char *const formats[] = { "fec" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
      g_autoptr (GError) error = NULL;

      if (!acq_recording_sink_read (sink, acq_test_format (formats[i]), "fuzz", bytes, size, &error))
        g_assert_nonnull (error);
    }
  return 0;
}
