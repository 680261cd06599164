/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

extern const AcqImportFormat acq_cfonb120_format;

const char *const acq_fuzz_seeds[] = {
  "0130004    02837EUR2 98765432109  311225                                                  0000000000010{  "
  "              "
  "0430004    02837EUR2 9876543210918050126  050126VIR SEPA DUPONT                  00001420 "
  "0000000000050{FA2026-001      "
  "0530004    02837EUR2 9876543210918050126     NPYDUPONT                                                    "
  "              "
  "0530004    02837EUR2 9876543210918050126     LCCFACTURE 12                                                "
  "              "
  "0530004    02837EUR2 9876543210918050126     RCNE2E-1                                                     "
  "              "
  "0730004    02837EUR2 98765432109  310126                                                  0000000000060{  "
  "              ",
  "0130004    02837EUR2 98765432109  311225                                                  0000000000010{\n"
  "0430004    02837EUR2 9876543210918050126  050126VIR SEPA DUPONT                  00001420 "
  "0000000000050{FA2026-001\n"
  "0530004    02837EUR2 9876543210918050126     NPYDUPONT\n"
  "0530004    02837EUR2 9876543210918050126     LCCFACTURE 12\n"
  "0530004    02837EUR2 9876543210918050126     RCNE2E-1\n"
  "0730004    02837EUR2 98765432109  310126                                                  "
  "0000000000060{\n",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  if (!acq_statement_recorder_read (recorder, &acq_cfonb120_format, bytes, size, &error))
    g_assert_nonnull (error);
  return 0;
}
