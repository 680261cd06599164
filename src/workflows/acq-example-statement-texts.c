/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-statement-texts.h"

#include <string.h>

#define OFX_NAME_SIZE    32
#define CFONB_LABEL_SIZE 31
#define CFONB_TEXT_SIZE  70

static const AcqStatement *
statement_of (const AcqExample *self, guint account)
{
  return self->fresh_statements->pdata[account];
}

/* The parts of a French IBAN: country, check digits, bank (5), branch (5), account (11), key. */
static char *
iban_part (const AcqStatement *statement, gsize from, gsize length)
{
  return g_strndup (statement->iban + from, length);
}

/* "20261120", "201126" or "20/11/2026". */
static char *
write_day (AcqDay day, const char *form)
{
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  if (strcmp (form, "ofx") == 0)
    return g_strdup_printf ("%04d%02d%02d", year, month, day_of_month);
  if (strcmp (form, "cfonb") == 0)
    return g_strdup_printf ("%02d%02d%02d", day_of_month, month, year % 100);
  return g_strdup_printf ("%02d/%02d/%04d", day_of_month, month, year);
}

static const char *
ofx_type (const AcqTransaction *transaction)
{
  switch (transaction->means)
    {
    case ACQ_MEANS_FEE:
      return "FEE";
    case ACQ_MEANS_DIRECT_DEBIT:
      return transaction->amount < 0 ? "DIRECTDEBIT" : "CREDIT";
    case ACQ_MEANS_CARD:
      return transaction->amount < 0 ? "POS" : "CREDIT";
    default:
      return transaction->amount < 0 ? "DEBIT" : "CREDIT";
    }
}

static void
append_ofx_line (GString *text, const AcqTransaction *transaction)
{
  g_autofree char *day = write_day (transaction->booked, "ofx");
  g_autofree char *amount = acq_amount_format (transaction->amount);
  g_autofree char *label = g_markup_escape_text (transaction->label, -1);
  g_autofree char *name = g_strndup (label, OFX_NAME_SIZE);

  g_string_append_printf (
    text,
    "<STMTTRN>\r\n<TRNTYPE>%s\r\n<DTPOSTED>%s\r\n<TRNAMT>%s\r\n<FITID>%s\r\n<NAME>%s\r\n"
    "<MEMO>%s\r\n</STMTTRN>\r\n",
    ofx_type (transaction), day, amount, transaction->bank_ref, g_strchomp (name), label);
}

char *
acq_example_statement_ofx (const AcqExample *self, guint account)
{
  const AcqStatement *statement = statement_of (self, account);
  GString *text = g_string_new (NULL);
  g_autofree char *bank = iban_part (statement, 4, 5);
  g_autofree char *branch = iban_part (statement, 9, 5);
  g_autofree char *number = iban_part (statement, 14, 11);
  g_autofree char *first = write_day (statement->first, "ofx");
  g_autofree char *last = write_day (statement->last, "ofx");
  g_autofree char *closing = acq_amount_format (statement->closing);

  g_string_append_printf (
    text,
    "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nSECURITY:NONE\r\nENCODING:USASCII\r\nCHARSET:1252\r\n"
    "COMPRESSION:NONE\r\nOLDFILEUID:NONE\r\nNEWFILEUID:NONE\r\n\r\n<OFX>\r\n<SIGNONMSGSRSV1>\r\n<SONRS>\r\n"
    "<STATUS>\r\n<CODE>0\r\n<SEVERITY>INFO\r\n</STATUS>\r\n<DTSERVER>%s\r\n<LANGUAGE>FRA\r\n</SONRS>\r\n"
    "</"
    "SIGNONMSGSRSV1>\r\n<BANKMSGSRSV1>\r\n<STMTTRNRS>\r\n<TRNUID>%s\r\n<STATUS>\r\n<CODE>0\r\n<SEVERITY>"
    "INFO\r\n"
    "</STATUS>\r\n<STMTRS>\r\n<CURDEF>EUR\r\n<BANKACCTFROM>\r\n<BANKID>%s\r\n<BRANCHID>%s\r\n<ACCTID>%s\r\n"
    "<ACCTTYPE>CHECKING\r\n</BANKACCTFROM>\r\n<BANKTRANLIST>\r\n<DTSTART>%s\r\n<DTEND>%s\r\n",
    last, last, bank, branch, number, first, last);
  for (guint i = 0; i < self->fresh_transactions->len; i++)
    {
      const AcqTransaction *transaction = self->fresh_transactions->pdata[i];

      if (transaction->account_id == account + 1)
        append_ofx_line (text, transaction);
    }
  g_string_append_printf (
    text,
    "</BANKTRANLIST>\r\n<LEDGERBAL>\r\n<BALAMT>%s\r\n<DTASOF>%s\r\n</LEDGERBAL>\r\n</STMTRS>\r\n"
    "</STMTTRNRS>\r\n</BANKMSGSRSV1>\r\n</OFX>\r\n",
    closing, last);
  return g_string_free (text, FALSE);
}

static void
append_camt_balance (GString *text, const char *code, gint64 amount, AcqDay day)
{
  g_autofree char *magnitude = acq_amount_format (ABS (amount));
  g_autofree char *iso = acq_day_to_iso (day);

  g_string_append_printf (text,
                          "      <Bal>\n        <Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp>\n"
                          "        <Amt Ccy=\"EUR\">%s</Amt>\n        <CdtDbtInd>%s</CdtDbtInd>\n"
                          "        <Dt><Dt>%s</Dt></Dt>\n      </Bal>\n",
                          code, magnitude, amount < 0 ? "DBIT" : "CRDT", iso);
}

static void
append_camt_parties (GString *text, const AcqTransaction *transaction)
{
  const char *side = transaction->amount < 0 ? "Cdtr" : "Dbtr";

  if (transaction->counterparty == NULL)
    return;
  g_string_append_printf (text, "            <RltdPties>\n              <%s><Pty><Nm>%s</Nm></Pty></%s>\n",
                          side, transaction->counterparty, side);
  if (transaction->counterparty_iban != NULL)
    g_string_append_printf (text, "              <%sAcct><Id><IBAN>%s</IBAN></Id></%sAcct>\n", side,
                            transaction->counterparty_iban, side);
  g_string_append (text, "            </RltdPties>\n");
}

static void
append_camt_entry (GString *text, const AcqTransaction *transaction)
{
  g_autofree char *magnitude = acq_amount_format (ABS (transaction->amount));
  g_autofree char *day = acq_day_to_iso (transaction->booked);
  gboolean out = transaction->amount < 0;

  g_string_append_printf (
    text,
    "      <Ntry>\n        <Amt Ccy=\"EUR\">%s</Amt>\n        <CdtDbtInd>%s</CdtDbtInd>\n"
    "        <Sts><Cd>BOOK</Cd></Sts>\n        <BookgDt><Dt>%s</Dt></BookgDt>\n        "
    "<ValDt><Dt>%s</Dt></ValDt>\n"
    "        <AcctSvcrRef>%s</AcctSvcrRef>\n        <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>%s</Cd>"
    "<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>\n        <NtryDtls>\n          <TxDtls>\n"
    "            <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>\n            <Amt Ccy=\"EUR\">%s</Amt>\n"
    "            <CdtDbtInd>%s</CdtDbtInd>\n",
    magnitude, out ? "DBIT" : "CRDT", day, day, transaction->bank_ref, out ? "ICDT" : "RCDT", magnitude,
    out ? "DBIT" : "CRDT");
  append_camt_parties (text, transaction);
  if (transaction->remittance != NULL)
    g_string_append_printf (text, "            <RmtInf><Ustrd>%s</Ustrd></RmtInf>\n",
                            transaction->remittance);
  g_string_append (text, "          </TxDtls>\n        </NtryDtls>\n      </Ntry>\n");
}

char *
acq_example_statement_camt (const AcqExample *self, guint account)
{
  const AcqStatement *statement = statement_of (self, account);
  GString *text = g_string_new (NULL);
  g_autofree char *first = acq_day_to_iso (statement->first);
  g_autofree char *last = acq_day_to_iso (statement->last);

  g_string_append_printf (
    text,
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document "
    "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">\n"
    "  <BkToCstmrStmt>\n    <GrpHdr>\n      <MsgId>STMT-%s</MsgId>\n      <CreDtTm>%sT21:00:00</CreDtTm>\n"
    "    </GrpHdr>\n    <Stmt>\n      <Id>STMT-%s-1</Id>\n      <CreDtTm>%sT21:00:00</CreDtTm>\n"
    "      <FrToDt><FrDtTm>%sT00:00:00</FrDtTm><ToDtTm>%sT23:59:59</ToDtTm></FrToDt>\n"
    "      <Acct>\n        <Id><IBAN>%s</IBAN></Id>\n        <Ccy>EUR</Ccy>\n      </Acct>\n",
    last, last, last, last, first, last, statement->iban);
  append_camt_balance (text, "OPBD", statement->opening, statement->first);
  append_camt_balance (text, "CLBD", statement->closing, statement->last);
  for (guint i = 0; i < self->fresh_transactions->len; i++)
    {
      const AcqTransaction *transaction = self->fresh_transactions->pdata[i];

      if (transaction->account_id == account + 1)
        append_camt_entry (text, transaction);
    }
  g_string_append (text, "    </Stmt>\n  </BkToCstmrStmt>\n</Document>\n");
  return g_string_free (text, FALSE);
}

/* Fourteen characters, the last of them punched over with the sign: { A-I for credits, } J-R for debits. */
static char *
overpunch (gint64 amount)
{
  char *text = g_strdup_printf ("%014" G_GINT64_FORMAT, ABS (amount));
  int digit = text[13] - '0';

  text[13] = amount < 0 ? "}JKLMNOPQR"[digit] : "{ABCDEFGHI"[digit];
  return text;
}

static const char *
cfonb_operation (const AcqTransaction *transaction)
{
  if (transaction->means == ACQ_MEANS_FEE)
    return "62";
  if (transaction->means == ACQ_MEANS_CHEQUE)
    return transaction->returned ? "03" : "02";
  if (transaction->means == ACQ_MEANS_CARD)
    return transaction->amount < 0 ? "11" : "30";
  if (transaction->means == ACQ_MEANS_DIRECT_DEBIT)
    return transaction->amount < 0 ? "B1" : "A1";
  return transaction->amount < 0 ? "06" : "05";
}

/* Balance records (01 and 07) and the common beginning of the others are alike. */
static void
append_cfonb_balance (GString *text, const char *code, const AcqStatement *statement, AcqDay day,
                      gint64 amount)
{
  g_autofree char *date = write_day (day, "cfonb");
  g_autofree char *figure = overpunch (amount);

  g_string_append_printf (text, "%s%.5s%4s%.5sEUR2%1s%.11s%2s%s%50s%s%16s\r\n", code, statement->iban + 4, "",
                          statement->iban + 9, "", statement->iban + 14, "", date, "", figure, "");
}

static void
append_cfonb_complement (GString *text, const AcqStatement *statement, const AcqTransaction *transaction,
                         const char *qualifier, const char *words)
{
  g_autofree char *date = write_day (transaction->booked, "cfonb");

  if (words == NULL)
    return;
  g_string_append_printf (text, "05%.5s%4s%.5sEUR2%1s%.11s%s%s%5s%s%-*.*s%2s\r\n", statement->iban + 4, "",
                          statement->iban + 9, "", statement->iban + 14, cfonb_operation (transaction), date,
                          "", qualifier, CFONB_TEXT_SIZE, CFONB_TEXT_SIZE, words, "");
}

static void
append_cfonb_movement (GString *text, const AcqStatement *statement, const AcqTransaction *transaction)
{
  g_autofree char *date = write_day (transaction->booked, "cfonb");
  g_autofree char *figure = overpunch (transaction->amount);

  g_string_append_printf (text, "04%.5s%4s%.5sEUR2%1s%.11s%s%s%2s%s%-*.*s%2s%07d%2s%s%-16.16s\r\n",
                          statement->iban + 4, "", statement->iban + 9, "", statement->iban + 14,
                          cfonb_operation (transaction), date, "", date, CFONB_LABEL_SIZE, CFONB_LABEL_SIZE,
                          transaction->label, "", 0, "", figure, transaction->bank_ref);
  append_cfonb_complement (text, statement, transaction, "NPY", transaction->counterparty);
  append_cfonb_complement (text, statement, transaction, "LCC", transaction->remittance);
}

char *
acq_example_statement_cfonb120 (const AcqExample *self, guint account)
{
  const AcqStatement *statement = statement_of (self, account);
  GString *text = g_string_new (NULL);

  append_cfonb_balance (text, "01", statement, statement->first - 1, statement->opening);
  for (guint i = 0; i < self->fresh_transactions->len; i++)
    {
      const AcqTransaction *transaction = self->fresh_transactions->pdata[i];

      if (transaction->account_id == account + 1)
        append_cfonb_movement (text, statement, transaction);
    }
  append_cfonb_balance (text, "07", statement, statement->last, statement->closing);
  return g_string_free (text, FALSE);
}

/* "-1234,56" */
static char *
write_comma_amount (gint64 amount)
{
  return g_strdelimit (acq_amount_format (amount), ".", ',');
}

char *
acq_example_statement_csv (const AcqExample *self, guint account)
{
  GString *text = g_string_new ("Date;Date de valeur;Débit;Crédit;Libellé;Solde\r\n");
  gint64 balance = statement_of (self, account)->opening;

  for (guint i = 0; i < self->fresh_transactions->len; i++)
    {
      const AcqTransaction *transaction = self->fresh_transactions->pdata[i];
      g_autofree char *day = write_day (transaction->booked, "csv");
      g_autofree char *amount = write_comma_amount (transaction->amount);
      g_autofree char *rest = NULL;

      if (transaction->account_id != account + 1)
        continue;
      balance += transaction->amount;
      rest = write_comma_amount (balance);
      g_string_append_printf (text, "%s;%s;%s;%s;%s;%s\r\n", day, day, transaction->amount < 0 ? amount : "",
                              transaction->amount < 0 ? "" : amount, transaction->label, rest);
    }
  return g_string_free (text, FALSE);
}
