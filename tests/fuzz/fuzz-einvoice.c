/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-recording-sink.h"
#include "fuzz-seeds.h"

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

const char *const acq_fuzz_seeds[] = {
  "<a:CrossIndustryInvoice><a:ExchangedDocument><ID>F1</ID><TypeCode>381</"
  "TypeCode><IssueDateTime><DateTimeString>20260115"
  "</DateTimeString></IssueDateTime><IncludedNote><Content>x</Content><SubjectCode>PMT</SubjectCode></"
  "IncludedNote>"
  "</"
  "a:ExchangedDocument><SupplyChainTradeTransaction><ApplicableHeaderTradeAgreement><BuyerTradeParty><ID>C</"
  "ID><GlobalID "
  "schemeID=\"0009\">73282932000074</GlobalID><Name>N</Name><PostalTradeAddress><LineOne>1</"
  "LineOne><CountryID>FR</CountryID>"
  "</PostalTradeAddress><SpecifiedTaxRegistration><ID "
  "schemeID=\"VA\">FR44732829320</ID></SpecifiedTaxRegistration>"
  "</BuyerTradeParty></"
  "ApplicableHeaderTradeAgreement><ApplicableHeaderTradeSettlement><InvoiceCurrencyCode>EUR"
  "</InvoiceCurrencyCode><ApplicableTradeTax><BasisAmount>100</BasisAmount><RateApplicablePercent>20</"
  "RateApplicablePercent>"
  "</ApplicableTradeTax><SpecifiedTradePaymentTerms><Description>30 "
  "jours</Description><DueDateDateTime><DateTimeString>20260301"
  "</DateTimeString></DueDateDateTime><PartialPaymentAmount>60</PartialPaymentAmount></"
  "SpecifiedTradePaymentTerms>"
  "<SpecifiedTradePaymentTerms><DueDateDateTime><DateTimeString>20260401</DateTimeString></DueDateDateTime>"
  "<PartialPaymentAmount>60</PartialPaymentAmount></SpecifiedTradePaymentTerms>"
  "<SpecifiedTradeSettlementHeaderMonetarySummation><GrandTotalAmount>120.00</"
  "GrandTotalAmount><TotalPrepaidAmount>20"
  "</TotalPrepaidAmount><RoundingAmount>0.01</RoundingAmount><DuePayableAmount>100.01</DuePayableAmount>"
  "</SpecifiedTradeSettlementHeaderMonetarySummation></ApplicableHeaderTradeSettlement></"
  "SupplyChainTradeTransaction>"
  "</a:CrossIndustryInvoice>",
  "<Invoice><ID>U1</ID><IssueDate>2026-01-15</IssueDate><DueDate>2026-02-14</DueDate><Note>#PMD#x</"
  "Note><DocumentCurrencyCode>EUR"
  "</DocumentCurrencyCode><AccountingCustomerParty><Party><PartyLegalEntity><RegistrationName>D</"
  "RegistrationName>"
  "</PartyLegalEntity></Party></AccountingCustomerParty><TaxTotal><TaxSubtotal><TaxableAmount>1</"
  "TaxableAmount></TaxSubtotal>"
  "</TaxTotal><LegalMonetaryTotal><TaxInclusiveAmount>120</TaxInclusiveAmount><PayableAmount>-20</"
  "PayableAmount>"
  "</LegalMonetaryTotal></Invoice>",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static const char *const formats[] = { "cii", "ubl" };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (AcqRecordingSink) sink = acq_recording_sink_new ();
      g_autoptr (GError) error = NULL;

      if (!acq_recording_sink_read (sink, acq_test_format (formats[i]), "fuzz", bytes, size, &error))
        g_assert_nonnull (error);
    }
  return 0;
}
