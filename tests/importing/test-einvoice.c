/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include "acq-decimal-text.h"
#include "acq-recording-sink.h"

/* An invoice of 120.00 with the parts that vary. */
static char *
cii (const char *type, const char *notes, const char *terms, const char *sums)
{
  return g_strdup_printf (
    "<?xml version='1.0' encoding='UTF-8'?><rsm:CrossIndustryInvoice xmlns:rsm='a' xmlns:ram='b' "
    "xmlns:udt='c'>"
    "<rsm:ExchangedDocumentContext/><rsm:ExchangedDocument><ram:ID>F1</ram:ID><ram:TypeCode>%s</ram:TypeCode>"
    "<ram:IssueDateTime><udt:DateTimeString format='102'>20260115</udt:DateTimeString></ram:IssueDateTime>%s"
    "</rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>"
    "<ram:SellerTradeParty><ram:Name>Nous</ram:Name></ram:SellerTradeParty>"
    "<ram:BuyerTradeParty><ram:ID>C7</ram:ID><ram:GlobalID schemeID='0009'>73282932000074</ram:GlobalID>"
    "<ram:Name>Dupont &amp; Fils "
    "SARL</ram:Name><ram:PostalTradeAddress><ram:PostcodeCode>69001</ram:PostcodeCode>"
    "<ram:LineOne>1 rue X</ram:LineOne><ram:CityName>Lyon</ram:CityName><ram:CountryID>FR</ram:CountryID>"
    "</ram:PostalTradeAddress></ram:BuyerTradeParty><ram:BuyerOrderReferencedDocument>"
    "<ram:IssuerAssignedID>PO9</ram:IssuerAssignedID></ram:BuyerOrderReferencedDocument>"
    "</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery/"
    "><ram:ApplicableHeaderTradeSettlement>"
    "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>%s"
    "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>%s</"
    "ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
    "</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>",
    type, notes, terms, sums);
}

#define DUE(day)                                                                                             \
  "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format='102'>" day               \
  "</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>"
#define PART(day, amount)                                                                                    \
  "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format='102'>" day               \
  "</udt:DateTimeString></ram:DueDateDateTime><ram:PartialPaymentAmount>" amount                             \
  "</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>"
#define TOTAL(amount)   "<ram:GrandTotalAmount>" amount "</ram:GrandTotalAmount>"
#define PREPAID(amount) "<ram:TotalPrepaidAmount>" amount "</ram:TotalPrepaidAmount>"
#define PAYABLE(amount) "<ram:DuePayableAmount>" amount "</ram:DuePayableAmount>"
#define NOTE(subject, text)                                                                                  \
  "<ram:IncludedNote><ram:Content>" text "</ram:Content><ram:SubjectCode>" subject                           \
  "</ram:SubjectCode></ram:IncludedNote>"
#define BUYER                                                                                                \
  "code=C7 name=Dupont & Fils SARL siren=732829320 siret=73282932000074 address=1 rue X postcode=69001 "     \
  "city=Lyon "

static void
test_cii (void)
{
  static const struct
  {
    const char *type, *notes, *terms, *sums, *expected;
  } cases[] = {
    { "380", NOTE ("PMT", "40 euros") NOTE ("PMD", "12 %"), DUE ("20260214"),
      TOTAL ("120.00") PAYABLE ("120.00"),
      "kind=invoice issued=2026-01-15 total=120.00 due=2026-02-14 of=120.00 order=PO9 pmd=12 % pmt=40 "
      "euros" },
    { "381", "", DUE ("20260214"), TOTAL ("120.00") PAYABLE ("120.00"),
      "kind=credit_note issued=2026-01-15 total=-120.00 due=2026-02-14 of=-120.00 order=PO9" },
    { "380", "", "", TOTAL ("-120.00") PAYABLE ("-120.00"),
      "kind=credit_note issued=2026-01-15 total=-120.00 order=PO9" },
    /* The profile MINIMUM has no prepaid amount. */
    { "380", "", "", TOTAL ("120.00") PAYABLE ("90.00"),
      "kind=invoice issued=2026-01-15 total=120.00 prepaid=30.00 order=PO9" },
    { "386", "", "",
      TOTAL ("120.00") PREPAID ("20.00") PAYABLE ("100.05") "<ram:RoundingAmount>0.05</ram:RoundingAmount>",
      "kind=deposit issued=2026-01-15 total=120.05 prepaid=20.00 order=PO9" },
    { "380", "", PART ("20260214", "60.00") PART ("20260314", "40.00"),
      TOTAL ("120.00") PREPAID ("20.00") PAYABLE ("100.00"),
      "kind=invoice issued=2026-01-15 total=120.00 prepaid=20.00 due=2026-02-14 of=80.00 due=2026-03-14 "
      "of=40.00 order=PO9" },
    /* Days without amounts are the steps of a discount. */
    { "380", "", DUE ("20260131") DUE ("20260214"), TOTAL ("120.00"),
      "kind=invoice issued=2026-01-15 total=120.00 due=2026-02-14 of=120.00 order=PO9" },
    { "380", "",
      "<ram:SpecifiedTradePaymentTerms><ram:Description>30 jours fin de "
      "mois</ram:Description></ram:SpecifiedTradePaymentTerms>",
      TOTAL ("120.00"), "kind=invoice issued=2026-01-15 total=120.00 due=2026-02-28 of=120.00 order=PO9" },
    { "393", "", "", TOTAL ("120.00"), "kind=invoice issued=2026-01-15 total=120.00 order=PO9 factored" },
    { "396", "", "", TOTAL ("120.00"),
      "kind=credit_note issued=2026-01-15 total=-120.00 order=PO9 factored" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
      g_autofree char *text = cii (cases[i].type, cases[i].notes, cases[i].terms, cases[i].sums);
      g_autofree char *expected = g_strconcat ("invoice F1 " BUYER, cases[i].expected, "\n", NULL);

      g_assert_cmpstr (acq_recording_sink_read_text (sink, acq_test_format ("cii"), text), ==, expected);
    }
}

static void
test_rejected (void)
{
  static const struct
  {
    const char *from, *to, *expected;
  } cases[] = {
    { "<ram:ID>F1</ram:ID>", "", "reject 1 no_number\n" },
    { "20260115", "20261301", "reject 1 bad_day detail=F1\n" },
    { ">120.00<", ">12o.00<", "reject 1 bad_amount detail=F1\n" },
    { ">120.00<", ">99999999999.00<", "reject 1 bad_amount detail=F1\n" },
    { TOTAL ("120.00"), "", "reject 1 no_amount detail=F1\n" },
    { ">EUR<", ">EURO<", "reject 1 bad_currency detail=F1\n" },
    { "<ram:Name>Dupont &amp; Fils SARL</ram:Name>", "", "reject 1 no_customer detail=F1\n" },
  };
  g_autofree char *text = cii ("380", "", "", TOTAL ("120.00"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
      g_auto (GStrv) pieces = g_strsplit (text, cases[i].from, 2);
      g_autofree char *changed = g_strjoinv (cases[i].to, pieces);

      g_assert_cmpstr (acq_recording_sink_read_text (sink, acq_test_format ("cii"), changed), ==,
                       cases[i].expected);
    }
}

static void
expect_refusal (const char *format, const char *text, gsize size, AcqImportError code)
{
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (acq_recording_sink_read (sink, acq_test_format (format), "test", text, size, &error));
  g_assert_error (error, ACQ_IMPORT_ERROR, (int) code);
  g_assert_cmpstr (sink->log->str, ==, "");
}

static void
test_refused (void)
{
  static const char bomb[]
    = "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>"
      "<CrossIndustryInvoice><ExchangedDocument>&b;</ExchangedDocument></CrossIndustryInvoice>";
  static const char external[] = "<!DOCTYPE Invoice SYSTEM 'file:///etc/passwd'><Invoice/>";
  g_autofree char *text = cii ("380", "", "", TOTAL ("120.00"));
  g_autofree char *deep = g_strnfill (400000, '<');

  expect_refusal ("cii", bomb, sizeof bomb - 1, ACQ_IMPORT_ERROR_HOSTILE);
  expect_refusal ("ubl", external, sizeof external - 1, ACQ_IMPORT_ERROR_HOSTILE);
  expect_refusal ("cii", text, strlen (text) / 2, ACQ_IMPORT_ERROR_TRUNCATED);
  expect_refusal ("cii", "<a/>", 4, ACQ_IMPORT_ERROR_SYNTAX);
  expect_refusal ("ubl", "<Invoice/>", 10, ACQ_IMPORT_ERROR_SYNTAX);
  expect_refusal ("cii", "no XML", 6, ACQ_IMPORT_ERROR_SYNTAX);
  for (gsize i = 1; i < 400000; i += 3)
    deep[i] = 'a';
  for (gsize i = 2; i < 400000; i += 3)
    deep[i] = '>';
  expect_refusal ("cii", deep, 399999, ACQ_IMPORT_ERROR_SYNTAX);
  expect_refusal ("facturx", "%PDF-1.7\nnothing", 16, ACQ_IMPORT_ERROR_DAMAGED);
  expect_refusal ("pdf_copy", "%PDF-1.7\nnothing", 16, ACQ_IMPORT_ERROR_DAMAGED);
}

#define UBL_PARTY                                                                                            \
  "<cac:AccountingCustomerParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>FR44732829320</cbc:CompanyID>" \
  "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity>"           \
  "<cbc:RegistrationName>Dupont</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></"                 \
  "cac:AccountingCustomerParty>"
#define UBL_TAX                                                                                              \
  "<cac:TaxTotal><cbc:TaxAmount currencyID='EUR'>20</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount>100"  \
  "</cbc:TaxableAmount><cbc:TaxAmount>20</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>20"  \
  "</cbc:Percent></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal><cac:TaxTotal><cbc:TaxAmount "           \
  "currencyID='GBP'>17</cbc:TaxAmount></cac:TaxTotal>"

static void
test_ubl (void)
{
  static const char invoice[]
    = "<Invoice xmlns='urn:i' xmlns:cac='a' "
      "xmlns:cbc='b'><cbc:ID>U1</cbc:ID><cbc:IssueDate>2026-01-15+01:00</cbc:IssueDate>"
      "<cbc:DueDate>2026-02-14</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>"
      "<cbc:Note>Merci</cbc:Note><cbc:Note>#AAB# Pas d'escompte</cbc:Note>"
      "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>" UBL_PARTY UBL_TAX
      "<cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount>120</cbc:TaxInclusiveAmount><cbc:PayableAmount>120"
      "</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>";
  static const char credit[]
    = "<CreditNote xmlns='urn:c' xmlns:cac='a' "
      "xmlns:cbc='b'><cbc:ID>A1</cbc:ID><cbc:IssueDate>2026-01-15</cbc:IssueDate>"
      "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode><cbc:DocumentCurrencyCode>EUR</"
      "cbc:DocumentCurrencyCode>"
      "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>U1</cbc:ID></cac:InvoiceDocumentReference>"
      "</cac:BillingReference>" UBL_PARTY
      "<cac:PaymentMeans><cbc:PaymentDueDate>2026-02-01</cbc:PaymentDueDate>"
      "</cac:PaymentMeans><cac:LegalMonetaryTotal><cbc:TaxInclusiveAmount>120</cbc:TaxInclusiveAmount>"
      "<cbc:PayableAmount>120</cbc:PayableAmount></cac:LegalMonetaryTotal></CreditNote>";
  g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();

  acq_recording_sink_read_text (sink, acq_test_format ("ubl"), invoice);
  g_assert_cmpstr (
    acq_recording_sink_read_text (sink, acq_test_format ("ubl"), credit), ==,
    "invoice U1 name=Dupont siren=732829320 vat=FR44732829320 kind=invoice issued=2026-01-15 "
    "total=120.00 due=2026-02-14 of=120.00 tax=2000:10000:2000 aab=Pas d'escompte\n"
    "invoice A1 name=Dupont siren=732829320 vat=FR44732829320 kind=credit_note issued=2026-01-15 "
    "total=-120.00 due=2026-02-01 of=-120.00 corrects=U1\n");
}

/* What a plain reading of the document says its total is. */
static gboolean
read_naively (const char *path, gint64 *ret_total)
{
  xmlDoc *document = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *found = xmlXPathEvalExpression (
    (const xmlChar
       *) "normalize-space(//*[local-name()='SpecifiedTradeSettlementHeaderMonetarySummation' or "
          "local-name()='SpecifiedTradeSettlementMonetarySummation' or local-name()='LegalMonetaryTotal']"
          "/*[local-name()='GrandTotalAmount' or local-name()='TaxInclusiveAmount'])",
    context);
  gboolean read = acq_decimal_to_minor ((const char *) found->stringval, 2, ret_total);

  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);
  xmlFreeDoc (document);
  return read;
}

static gboolean
read_file (AcqRecordingSink *sink, const char *path, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  AcqImportSource source
    = { .path = path, .today = acq_day_new (2026, 11, 20), .currency = ACQ_CURRENCY_EUR };
  const AcqImportFormat *format;

  source.bytes = (const guint8 *) g_mapped_file_get_contents (file);
  source.size = g_mapped_file_get_length (file);
  format = acq_import_format_sniff (&source, NULL, error);
  return format != NULL && format->read (&source, acq_recording_sink_functions (), sink, error);
}

/* No invoice: another country's format, an order, an empty or broken file, the forerunner of ZUGFeRD 1.0. */
static gboolean
may_be_refused (const char *path)
{
  static const char *const parts[] = {
    "fatturaPA",
    "order-x",
    "xml_dummy",
    "xml_invalid",
    "invalidV1TooMinimal",
    "BeispielRE-20140519_499",
    "BeispielRE-20140522_501",
    "invalid-xml-encoding-attribute",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (path, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
read_samples (GPtrArray *paths, gboolean are_xml, guint *ret_invoices)
{
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];
      g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
      g_autoptr (GError) error = NULL;
      gint64 total;

      if (!read_file (sink, path, &error))
        {
          if (!may_be_refused (path))
            g_error ("%s: %s", path, error->message);
          continue;
        }
      g_assert_cmpuint (sink->n_invoices + sink->n_rejects + sink->n_copies, ==, 1);
      *ret_invoices += sink->n_invoices;
      if (are_xml && sink->n_invoices == 1 && read_naively (path, &total))
        {
          gint64 read = g_array_index (sink->invoices, AcqRecordedAmount, 0).total;

          /* The payable amount may be rounded. */
          g_assert_cmpint (ABS (ABS (read) - ABS (total)), <=, 99);
        }
    }
}

static void
test_samples (void)
{
  g_autoptr (GPtrArray) standard = acq_test_samples ("einvoice", ".xml");
  g_autoptr (GPtrArray) xml = acq_test_samples ("facturx", ".xml");
  g_autoptr (GPtrArray) pdf = acq_test_samples ("facturx", ".pdf");
  guint invoices = 0;

  if (standard->len == 0)
    {
      g_test_skip ("no samples");
      return;
    }
  read_samples (standard, TRUE, &invoices);
  g_assert_cmpuint (invoices, ==, standard->len);
  read_samples (xml, TRUE, &invoices);
  read_samples (pdf, FALSE, &invoices);
  g_test_message ("%u invoices in %u files", invoices, standard->len + xml->len + pdf->len);
  g_assert_cmpuint (invoices, >=, (standard->len + xml->len + pdf->len) * 85 / 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/importing/einvoice/cii", test_cii);
  g_test_add_func ("/importing/einvoice/rejected", test_rejected);
  g_test_add_func ("/importing/einvoice/refused", test_refused);
  g_test_add_func ("/importing/einvoice/ubl", test_ubl);
  g_test_add_func ("/importing/einvoice/samples", test_samples);
  return g_test_run ();
}
