/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

extern const AcqImportFormat acq_camt_format;

#define HEAD(version)                                                                                        \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document "                                                   \
  "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001." version                                             \
  "\"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>\n"
#define ACCOUNT                                                                                              \
  "<Stmt><Id>S1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id><Ccy>EUR</Ccy></Acct>\n"
#define BALANCE(code, amount, day)                                                                           \
  "<Bal><Tp><CdOrPrtry><Cd>" code "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" amount                           \
  "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>" day "</Dt></Dt></Bal>\n"
#define TAIL      "</Stmt></BkToCstmrStmt></Document>\n"
#define STATEMENT "statement EUR iban=FR7630006000011234567890189\n"
#define ENTRY(amount, side, status, rest)                                                                    \
  "<Ntry><Amt Ccy=\"EUR\">" amount "</Amt><CdtDbtInd>" side "</CdtDbtInd><Sts>" status                       \
  "</Sts><BookgDt><Dt>2026-01-05</Dt></BookgDt>" rest "</Ntry>\n"

static const char version_2[]
  = HEAD ("02") ACCOUNT BALANCE ("OPBD", "100.00", "2026-01-01") BALANCE ("CLBD", "1335.56", "2026-01-31")
    ENTRY ("1234.56", "CRDT", "BOOK",
           "<ValDt><DtTm>2026-01-06T10:00:00+01:00</DtTm></ValDt><AcctSvcrRef>R1</"
           "AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly>"
           "<Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></"
           "BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E2E-1</EndToEndId>"
           "</Refs><RltdPties><Dbtr><Nm>Dupont &amp; "
           "Fils</Nm></Dbtr><DbtrAcct><Id><IBAN>DE89370400440532013000</IBAN></Id></DbtrAcct>"
           "</RltdPties><RmtInf><Ustrd>Facture 12</Ustrd><Ustrd>et 13</Ustrd></RmtInf></TxDtls></NtryDtls>")
      ENTRY ("5.00", "CRDT", "PDNG", "")
        ENTRY ("1.00", "CRDT", "BOOK",
               "<AddtlNtryInf>VIR INST MARTIN</AddtlNtryInf><NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED"
               "</EndToEndId></Refs></TxDtls></NtryDtls>") TAIL;

static void
test_version_2 (void)
{
  acq_statement_recorder_expect (
    NULL, version_2,
    STATEMENT "2026-01-05 1234.56 [Dupont & Fils Facture 12 et 13] value=2026-01-06 ref=R1 from=Dupont & Fils"
              " iban=DE89370400440532013000 for=Facture 12 et 13 e2e=E2E-1 by=transfer\n"
              "2026-01-05 1.00 [VIR INST MARTIN] from=MARTIN by=transfer\n"
              "end 2026-01-05 2026-01-05 100.00 1335.56\n");
}

/* Status and parties moved one element down; the prefix does not count; a batch keeps its parts. */
static void
test_version_8_batch (void)
{
  acq_statement_recorder_expect (
    &acq_camt_format,
    "<x:Document "
    "xmlns:x=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><x:BkToCstmrStmt><x:Stmt><x:Id>1</"
    "x:Id><x:Acct><x:Id>"
    "<x:Othr><x:Id>12345</x:Id></x:Othr></x:Id></x:Acct><x:Ntry><x:Amt "
    "Ccy=\"EUR\">30</x:Amt><x:CdtDbtInd>CRDT</x:CdtDbtInd><x:Sts>"
    "<x:Cd>BOOK</x:Cd></x:Sts><x:BookgDt><x:DtTm>2026-01-05T00:00:00</x:DtTm></"
    "x:BookgDt><x:NtryDtls><x:Btch><x:NbOfTxs>2</x:NbOfTxs>"
    "</x:Btch><x:TxDtls><x:Amt "
    "Ccy=\"EUR\">10.00</x:Amt><x:CdtDbtInd>CRDT</x:CdtDbtInd><x:RltdPties><x:Dbtr><x:Pty><x:Nm>A</x:Nm></"
    "x:Pty>"
    "</x:Dbtr></x:RltdPties></x:TxDtls><x:TxDtls><x:AmtDtls><x:TxAmt><x:Amt "
    "Ccy=\"EUR\">20.00</x:Amt></x:TxAmt></x:AmtDtls><x:RmtInf><x:Strd>"
    "<x:CdtrRefInf><x:Ref>RF18539007547034</x:Ref></x:CdtrRefInf></x:Strd></x:RmtInf></x:TxDtls></x:NtryDtls>"
    "<x:AddtlNtryInf>Remise</x:AddtlNtryInf></x:Ntry></x:Stmt></x:BkToCstmrStmt></x:Document>",
    "statement EUR account=12345\n"
    "2026-01-05 30.00 [Remise]\n"
    "- 2026-01-05 10.00 [A] from=A\n"
    "- 2026-01-05 20.00 [RF18539007547034] for=RF18539007547034\n"
    "end 2026-01-05 2026-01-05\n");
}

static void
test_amounts (void)
{
  acq_statement_recorder_expect (&acq_camt_format,
                                 HEAD ("02") ACCOUNT ENTRY ("1.23000", "CRDT", "BOOK", "")
                                   ENTRY ("1.23456", "CRDT", "BOOK", "") ENTRY ("-1", "SIDE", "BOOK", "")
                                     ENTRY ("99999999999", "DBIT", "BOOK", "")
                                       ENTRY ("2", "DBIT", "BOOK", "<NtryRef>N</NtryRef>") TAIL,
                                 STATEMENT "2026-01-05 1.23 []\nreject 5 bad_amount\nreject 6 "
                                           "bad_amount\nreject 7 bad_amount\n2026-01-05 -2.00 [N]\n"
                                           "end 2026-01-05 2026-01-05\n");
}

#define REVERSAL(closing)                                                                                    \
  HEAD ("02")                                                                                                \
  ACCOUNT BALANCE ("OPBD", "100.00", "2026-01-01") BALANCE ("CLBD", closing, "2026-01-31")                   \
    ENTRY ("10.00", "CRDT", "BOOK", "<RvslInd>true</RvslInd>") ENTRY ("1.00", "CRDT", "BOOK", "") TAIL

/* The side is that of the entry, unless the balances say that it is that of what was reversed. */
static void
test_reversals (void)
{
  acq_statement_recorder_expect (&acq_camt_format, REVERSAL ("111.00"),
                                 STATEMENT "2026-01-05 10.00 [] returned\n2026-01-05 1.00 []\n"
                                           "end 2026-01-05 2026-01-05 100.00 111.00\n");
  acq_statement_recorder_expect (&acq_camt_format, REVERSAL ("91.00"),
                                 STATEMENT "2026-01-05 -10.00 [] returned\n2026-01-05 1.00 []\n"
                                           "end 2026-01-05 2026-01-05 100.00 91.00\n");
  acq_statement_recorder_expect (&acq_camt_format, REVERSAL ("5.00"),
                                 STATEMENT "2026-01-05 10.00 [] returned\n2026-01-05 1.00 []\n"
                                           "end 2026-01-05 2026-01-05 100.00 5.00\n");
}

/* An opening balance that is not the closing one of before is none to check by. */
static void
test_doubtful_opening (void)
{
  acq_statement_recorder_expect (&acq_camt_format,
                                 HEAD ("02") ACCOUNT BALANCE ("OPBD", "1.00", "2026-01-01")
                                   BALANCE ("PRCD", "2.00", "2026-01-01")
                                     BALANCE ("CLBD", "3.00", "2026-01-31") TAIL,
                                 STATEMENT "end 2026-01-31 3.00\n");
}

static char *
nested (int depth)
{
  GString *text = g_string_new (HEAD ("02") ACCOUNT);

  for (int i = 0; i < depth; i++)
    g_string_append (text, "<a>");
  return g_string_free (text, FALSE);
}

static void
test_refusals (void)
{
  g_autofree char *cut = g_strndup (version_2, strlen (version_2) - 400);
  g_autofree char *deep = nested (100000);

  acq_statement_recorder_expect_error (&acq_camt_format, cut, -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_camt_format, deep, -1, ACQ_IMPORT_ERROR_HOSTILE);
  acq_statement_recorder_expect_error (
    &acq_camt_format,
    "<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b "
    "\"&a;&a;&a;\">]><Document><BkToCstmrStmt><Stmt><Id>&b;</Id></Stmt></BkToCstmrStmt></Document>",
    -1, ACQ_IMPORT_ERROR_HOSTILE);
  acq_statement_recorder_expect_error (
    &acq_camt_format, "<Document><BkToCstmrStmt><Stmt></Bal></Stmt></BkToCstmrStmt></Document>", -1,
    ACQ_IMPORT_ERROR_SYNTAX);
  acq_statement_recorder_expect_error (&acq_camt_format,
                                       "<Document><BkToCstmrStmt><Stmt>&b;</Stmt></BkToCstmrStmt></Document>",
                                       -1, ACQ_IMPORT_ERROR_SYNTAX);
  acq_statement_recorder_expect_error (&acq_camt_format, "<Document><BkToCstmrAcctRpt/></Document>", -1,
                                       ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (&acq_camt_format, "<Document><BkToCstmrDbtCdtNtfctn/></Document>", -1,
                                       ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (&acq_camt_format, "<Document><BkToCstmrStmt/></Document>", -1,
                                       ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (&acq_camt_format,
                                       "<Document><BkToCstmrStmt><Ntry><Amt>1</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                                       "<ValDt><Dt>2026-01-05</Dt></ValDt></Ntry></BkToCstmrStmt></Document>",
                                       -1, ACQ_IMPORT_ERROR_SYNTAX);
  acq_statement_recorder_expect_error (&acq_camt_format, "<Invoice/>", -1, ACQ_IMPORT_ERROR_SYNTAX);
}

static void
test_endless_text (void)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *endless = g_strnfill (20 << 20, 'x');
  g_autofree char *text
    = g_strconcat (HEAD ("02") ACCOUNT ENTRY ("1", "CRDT", "BOOK",
                                              "") "<Ntry><Amt Ccy=\"EUR\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                                                  "<BookgDt><Dt>2026-01-05</Dt></BookgDt><AddtlNtryInf>",
                   endless, "</AddtlNtryInf></Ntry>" TAIL, NULL);
  gboolean is_read = acq_statement_recorder_read (recorder, &acq_camt_format, text, strlen (text), &error);

  g_assert_true (is_read ? recorder->n_rejects == 1 : error != NULL);
}

static void
test_damage (void)
{
  acq_statement_recorder_damage (&acq_camt_format, version_2, 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/camt/version-2", test_version_2);
  g_test_add_func ("/camt/version-8-batch", test_version_8_batch);
  g_test_add_func ("/camt/amounts", test_amounts);
  g_test_add_func ("/camt/reversals", test_reversals);
  g_test_add_func ("/camt/doubtful-opening", test_doubtful_opening);
  g_test_add_func ("/camt/refusals", test_refusals);
  g_test_add_func ("/camt/endless-text", test_endless_text);
  g_test_add_func ("/camt/damage", test_damage);
  return g_test_run ();
}
