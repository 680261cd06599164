/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

extern const AcqImportFormat acq_ofx_format;

const char *const acq_fuzz_seeds[] = {
  "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>30004<BRANCHID>02837<ACCTID>"
  "98765432109</BANKACCTFROM>"
  "<BANKTRANLIST><DTSTART>20260101<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260105<TRNAMT>+1234,50<FITID>A1<NAME>"
  "VIR DUPONT<MEMO>FACT &amp; 13"
  "</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>1.5</LEDGERBAL></STMTRS></OFX>",
  "<?xml version=\"1.0\"?><OFX><!-- c "
  "--><STMTRS><STMTTRN><DTUSER>20260105</DTUSER><TRNAMT>.5</TRNAMT><CURRENCY><CURSYM>GBP</CURSYM></CURRENCY>"
  "<MEMO><![CDATA[a <b>]]></MEMO></STMTTRN></STMTRS></OFX>",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  if (!acq_statement_recorder_read (recorder, &acq_ofx_format, bytes, size, &error))
    g_assert_nonnull (error);
  return 0;
}
