/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

extern const AcqImportFormat acq_camt_format;

const char *const acq_fuzz_seeds[] = {
  "<Document><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</"
  "Ccy></Acct><Bal><Tp><CdOrPrtry>"
  "<Cd>OPBD</Cd></CdOrPrtry></Tp><Amt "
  "Ccy=\"EUR\">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-01</Dt></Dt></Bal><Bal><Tp><CdOrPrtry>"
  "<Cd>CLBD</Cd></CdOrPrtry></Tp><Amt "
  "Ccy=\"EUR\">2.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-01-31</Dt></Dt></Bal><Ntry><Amt Ccy=\"EUR\">"
  "1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></"
  "Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt><AcctSvcrRef>R"
  "</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E</EndToEndId></Refs><Amt "
  "Ccy=\"EUR\">0.40</Amt><RltdPties><Dbtr><Nm>A</Nm></Dbtr></RltdPties>"
  "<RmtInf><Ustrd>x</Ustrd></RmtInf></TxDtls><TxDtls><Amt "
  "Ccy=\"EUR\">0.60</Amt></TxDtls></NtryDtls><AddtlNtryInf>VIR A</AddtlNtryInf></Ntry>"
  "</Stmt></BkToCstmrStmt></Document>",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;

  if (!acq_statement_recorder_read (recorder, &acq_camt_format, bytes, size, &error))
    g_assert_nonnull (error);
  return 0;
}
