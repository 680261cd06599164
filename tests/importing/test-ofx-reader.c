/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-recorder.h"

#include <string.h>

extern const AcqImportFormat acq_ofx_format;

#define HEAD "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:USASCII\nCHARSET:1252\n\n<OFX>\n"
#define ACCOUNT                                                                                              \
  "<BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n<BANKACCTFROM><BANKID>30004</BANKID><BRANCHID>02837\n"      \
  "<ACCTID>98765432109\n</BANKACCTFROM><BANKTRANLIST><DTSTART>20260101\n<DTEND>20260131120000[-5:EST]\n"
#define TAIL                                                                                                 \
  "</BANKTRANLIST><LEDGERBAL><BALAMT>100,5\n<DTASOF>20260131\n</LEDGERBAL></STMTRS></STMTTRNRS></"           \
  "BANKMSGSRSV1></OFX>"
#define STATEMENT "statement EUR iban=FR7630004028379876543210976 bank=30004\n"
#define END       "end 2026-01-01 2026-01-31 100.50\n"

static const char sgml[] = HEAD ACCOUNT
  "<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260105<TRNAMT>+1234,50<FITID>A1<NAME>VIR DUPONT SARL<MEMO>FACT 12 "
  "&amp; 13</STMTTRN>\n"
  "<STMTTRN>\n<TRNTYPE>CHECK\n<DTUSER>20260106\n<TRNAMT>-40\n<FITID>A2\n<CHECKNUM>0000012\n<NAME>CHEQUE\n</"
  "STMTTRN>\n"
  "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260107<DTAVAIL>20260108<TRNAMT>-7.123<FITID>A3<NAME>X</STMTTRN>\n"
  "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260107<FITID>A4<NAME>X</STMTTRN>\n"
  "<STMTTRN><TRNTYPE>FEE<DTPOSTED>20260231<TRNAMT>-1<NAME>X</STMTTRN>\n"
  "<STMTTRN><TRNTYPE>FEE<DTPOSTED>20260110<TRNAMT>-.5<NAME>Frais 3 < 4<MEMO>Frais 3 < 4 du mois\n de "
  "janvier</STMTTRN>\n" TAIL;

static void
test_sgml (void)
{
  acq_statement_recorder_expect (
    &acq_ofx_format, sgml,
    STATEMENT
    "2026-01-05 1234.50 [VIR DUPONT SARL FACT 12 & 13] ref=A1 from=DUPONT SARL for=FACT 12 & 13 by=transfer\n"
    "2026-01-06 -40.00 [CHEQUE] ref=A2 cheque=0000012 by=cheque\n"
    "reject 22 bad_amount\n"
    "reject 23 no_amount\n"
    "reject 24 bad_day\n"
    "2026-01-10 -0.50 [Frais 3 < 4 du mois de janvier] by=fee\n" END);
}

/* Crédit Mutuel writes all of it on one line, the header glued to itself. */
static void
test_glued (void)
{
  acq_statement_recorder_expect (
    NULL,
    "OFXHEADER:100DATA:OFXSGMLVERSION:102<OFX><CREDITCARDMSGSRSV1><CCSTMTTRNRS><CCSTMTRS><CURDEF>EUR<"
    "CCACCTFROM>"
    "<ACCTID>4970XX</CCACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260105<TRNAMT>-12.00<FITID>Z"
    "<NAME>CASA GRENOBLE 1 CARTE 37459926 P<MEMO>CASA GRENOBLE 1 CARTE 37459926 "
    "PAIEMENT</STMTTRN></BANKTRANLIST>"
    "</CCSTMTRS></CCSTMTTRNRS></CREDITCARDMSGSRSV1></OFX>",
    "statement EUR account=4970XX\n"
    "2026-01-05 -12.00 [CASA GRENOBLE 1 CARTE 37459926 PAIEMENT] ref=Z\n"
    "end 2026-01-05 2026-01-05\n");
}

static void
test_xml (void)
{
  acq_statement_recorder_expect (
    NULL,
    "<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\"?>\n<OFX><!-- <STMTTRN> --><STMTRS><CURDEF>USD</CURDEF>"
    "<BANKACCTFROM><ACCTID>FR76 3000 4028 3798 7654 3210 "
    "976</ACCTID></BANKACCTFROM><STMTTRN><DTPOSTED>20260105</DTPOSTED>"
    "<TRNAMT>5</TRNAMT><CURRENCY><CURRATE>1</CURRATE><CURSYM>USD</CURSYM></CURRENCY>"
    "<MEMO><![CDATA[a <b> "
    "c]]></MEMO><NAME/></STMTTRN>"
    /* Five pounds are not five dollars. */
    "<STMTTRN><DTPOSTED>20260105</DTPOSTED><TRNAMT>5</TRNAMT>"
    "<CURRENCY><CURRATE>1.1</CURRATE><CURSYM>GBP</CURSYM></CURRENCY><NAME>d</NAME></STMTTRN></STMTRS><STMTRS><BANKACCTFROM><ACCTID>2</ACCTID></BANKACCTFROM></STMTRS></"
    "OFX>",
    "statement USD iban=FR7630004028379876543210976\n"
    "2026-01-05 5.00 [a <b> c]\n"
    "reject 3 bad_currency\n"
    "end 2026-01-05 2026-01-05\n"
    "statement EUR account=2\nend\n");
}

static void
test_windows_1252 (void)
{
  acq_statement_recorder_expect (
    NULL, "<OFX><STMTRS><STMTTRN><DTPOSTED>20260105<TRNAMT>5<NAME>Caf\xe9 \x80</STMTTRN></STMTRS></OFX>",
    "statement EUR\n2026-01-05 5.00 [Café €]\nend 2026-01-05 2026-01-05\n");
}

/* What is not closed is rejected, wherever the next thing begins. */
static void
test_unclosed (void)
{
  acq_statement_recorder_expect (
    NULL,
    "<OFX><STMTRS><STMTTRN><DTPOSTED>20260105<TRNAMT>5<NAME>a\n<STMTTRN><DTPOSTED>20260105<TRNAMT>6<NAME>b</"
    "STMTTRN>\n"
    "<STMTTRN><DTPOSTED>20260105<TRNAMT>7</STMTRS></STMTTRN><STMTRS></STMTRS></OFX>",
    "reject 1 bad_record\nstatement EUR\n2026-01-05 6.00 [b]\nreject 3 bad_record\nend 2026-01-05 "
    "2026-01-05\n"
    "statement EUR\nend\n");
}

static void
test_refusals (void)
{
  g_autofree char *cut = g_strndup (sgml, strstr (sgml, "<FITID>A2") - sgml);
  g_autofree char *tail = g_strndup (sgml, strlen (sgml) - strlen ("</OFX>"));

  acq_statement_recorder_expect_error (&acq_ofx_format, cut, -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_ofx_format, tail, -1, ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_ofx_format, "<OFX><STMTRS><STMTTRN", -1,
                                       ACQ_IMPORT_ERROR_TRUNCATED);
  acq_statement_recorder_expect_error (&acq_ofx_format, "<OFX></OFX>", -1, ACQ_IMPORT_ERROR_EMPTY);
  acq_statement_recorder_expect_error (&acq_ofx_format, "<!DOCTYPE OFX [<!ENTITY a \"b\">]><OFX></OFX>", -1,
                                       ACQ_IMPORT_ERROR_HOSTILE);
  acq_statement_recorder_expect_error (&acq_ofx_format, "<OFX>\0</OFX>", 12, ACQ_IMPORT_ERROR_ENCODING);
  acq_statement_recorder_expect_error (&acq_ofx_format,
                                       "<OFX><STMTRS><STMTTRN><DTPOSTED>x<TRNAMT>1</STMTTRN></STMTRS></OFX>",
                                       -1, ACQ_IMPORT_ERROR_SYNTAX);
}

/* A text that no bank writes makes its line a rejected one. */
static void
test_endless_text (void)
{
  g_autoptr (AcqStatementRecorder) recorder = acq_statement_recorder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *memo = g_strnfill (20 << 20, 'x');
  g_autofree char *text = g_strconcat ("<OFX><STMTRS><STMTTRN><DTPOSTED>20260105<TRNAMT>5<NAME>a</"
                                       "STMTTRN><STMTTRN><DTPOSTED>20260105<TRNAMT>5<MEMO>",
                                       memo, "</STMTTRN></STMTRS></OFX>", NULL);

  acq_statement_recorder_read (recorder, NULL, text, strlen (text), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recorder->n_transactions, ==, 1);
  g_assert_cmpuint (recorder->n_rejects, ==, 1);
}

static void
test_damage (void)
{
  acq_statement_recorder_damage (&acq_ofx_format, sgml, 3000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ofx/sgml", test_sgml);
  g_test_add_func ("/ofx/glued", test_glued);
  g_test_add_func ("/ofx/xml", test_xml);
  g_test_add_func ("/ofx/windows-1252", test_windows_1252);
  g_test_add_func ("/ofx/unclosed", test_unclosed);
  g_test_add_func ("/ofx/refusals", test_refusals);
  g_test_add_func ("/ofx/endless-text", test_endless_text);
  g_test_add_func ("/ofx/damage", test_damage);
  return g_test_run ();
}
