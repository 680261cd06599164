/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-einvoice.h"

#include <string.h>

#include "acq-siren.h"
#include "acq-xml-tree.h"

/* UN/CEFACT Cross Industry Invoice (Factur-X, ZUGFeRD 2, XRechnung) and its forerunner in ZUGFeRD 1.0, which differ in
   the names of the upper elements. */
typedef struct
{
  const char *root;
  const char *context;
  const char *document;
  const char *agreement;
  const char *delivery;
  const char *settlement;
  const char *summation; /* inside the settlement */
  const char *rate;      /* inside a tax */
} Dialect;

static const Dialect dialects[] = {
  { "CrossIndustryInvoice", "ExchangedDocumentContext", "ExchangedDocument",
    "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement",
    "SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery",
    "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement",
    "SpecifiedTradeSettlementHeaderMonetarySummation", "RateApplicablePercent" },
  { "CrossIndustryDocument", "SpecifiedExchangedDocumentContext", "HeaderExchangedDocument",
    "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeAgreement",
    "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeDelivery",
    "SpecifiedSupplyChainTradeTransaction/ApplicableSupplyChainTradeSettlement",
    "SpecifiedTradeSettlementMonetarySummation", "ApplicablePercent" },
};

/* The same, found in one document. */
typedef struct
{
  const Dialect *dialect;
  const xmlNode *context;
  const xmlNode *document;
  const xmlNode *agreement;
  const xmlNode *delivery;
  const xmlNode *settlement;
} Parts;

static gboolean
find_parts (const xmlNode *root, Parts *parts)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialects); i++)
    if (strcmp ((const char *) root->name, dialects[i].root) == 0)
      {
        *parts = (Parts){
          &dialects[i],
          acq_xml_find (root, dialects[i].context),
          acq_xml_find (root, dialects[i].document),
          acq_xml_find (root, dialects[i].agreement),
          acq_xml_find (root, dialects[i].delivery),
          acq_xml_find (root, dialects[i].settlement),
        };
        return parts->document != NULL && parts->agreement != NULL && parts->settlement != NULL;
      }
  return FALSE;
}

static void
read_notes (const Parts *parts, AcqEInvoice *einvoice)
{
  g_autoptr (GPtrArray) notes = acq_xml_find_all (parts->document, "IncludedNote");

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *subject = acq_xml_text (notes->pdata[i], "SubjectCode");
      g_autofree char *content = acq_xml_text (notes->pdata[i], "Content");

      acq_einvoice_add_note (einvoice, subject, content);
    }
}

static void
read_document (const Parts *parts, AcqEInvoice *einvoice)
{
  AcqInvoice *invoice = einvoice->invoice;

  einvoice->type_code = acq_xml_text (parts->document, "TypeCode");
  einvoice->process = acq_xml_text (parts->context, "BusinessProcessSpecifiedDocumentContextParameter/ID");
  invoice->number = acq_xml_text (parts->document, "ID");
  invoice->issued = acq_einvoice_read_day (parts->document, "IssueDateTime/DateTimeString");
  invoice->performed = acq_einvoice_read_day (
    parts->delivery, "ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString");
  if (invoice->performed == ACQ_DAY_NONE)
    invoice->performed
      = acq_einvoice_read_day (parts->settlement, "BillingSpecifiedPeriod/EndDateTime/DateTimeString");
  invoice->order_reference = acq_xml_text (parts->agreement, "BuyerOrderReferencedDocument/IssuerAssignedID");
  if (invoice->order_reference == NULL)
    invoice->order_reference = acq_xml_text (parts->agreement, "BuyerOrderReferencedDocument/ID");
  if (invoice->order_reference == NULL)
    invoice->order_reference = acq_xml_text (parts->agreement, "BuyerReference");
  invoice->corrects = acq_xml_text (parts->settlement, "InvoiceReferencedDocument/IssuerAssignedID");
  read_notes (parts, einvoice);
}

static char *
read_vat_number (const xmlNode *party)
{
  g_autofree char *text = acq_xml_text_where (party, "SpecifiedTaxRegistration/ID", "schemeID", "VA");

  return acq_vat_number_normalize (text);
}

static void
read_contact (const xmlNode *buyer, AcqCustomer *customer)
{
  const xmlNode *contact = acq_xml_find (buyer, "DefinedTradeContact");
  g_autofree char *name = acq_xml_text (contact, "PersonName");
  g_autofree char *email = acq_xml_text (contact, "EmailURIUniversalCommunication/URIID");
  g_autofree char *phone = acq_xml_text (contact, "TelephoneUniversalCommunication/CompleteNumber");

  if (email == NULL)
    email = acq_xml_text_where (buyer, "URIUniversalCommunication/URIID", "schemeID", "EM");
  if (email != NULL || phone != NULL)
    g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_ORDERS, name, email, phone));
}

static void
read_address (const xmlNode *address, AcqEInvoice *einvoice)
{
  static const char *const lines[] = { "LineOne", "LineTwo", "LineThree" };

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    acq_einvoice_add_street (einvoice, acq_xml_text (address, lines[i]));
  einvoice->customer->postcode = acq_xml_text (address, "PostcodeCode");
  einvoice->customer->city = acq_xml_text (address, "CityName");
  acq_einvoice_finish_address (einvoice, acq_xml_text (address, "CountryID"));
}

static void
read_identifiers (const xmlNode *party, AcqCustomer *customer)
{
  static const char *const schemes[] = { "0009", "0002" };
  static const char *const places[] = { "SpecifiedLegalOrganization/ID", "GlobalID", "ID" };
  g_autofree char *code = acq_xml_text_where (party, "ID", "schemeID", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
      {
        g_autofree char *id = acq_xml_text_where (party, places[j], "schemeID", schemes[i]);

        acq_customer_take_identifier (customer, schemes[i], id);
      }
  acq_customer_take_identifier (customer, NULL, code);
}

static void
read_parties (const Parts *parts, AcqEInvoice *einvoice)
{
  const xmlNode *buyer = acq_xml_find (parts->agreement, "BuyerTradeParty");
  const xmlNode *seller = acq_xml_find (parts->agreement, "SellerTradeParty");
  AcqCustomer *customer = einvoice->customer;
  g_autofree char *seller_id
    = acq_xml_text_where (seller, "SpecifiedLegalOrganization/ID", "schemeID", "0002");

  customer->name = acq_xml_text (buyer, "Name");
  customer->vat_number = read_vat_number (buyer);
  read_identifiers (buyer, customer);
  read_address (acq_xml_find (buyer, "PostalTradeAddress"), einvoice);
  read_contact (buyer, customer);
  einvoice->seller_name = acq_xml_text (seller, "Name");
  einvoice->seller_siren = acq_siren_normalize (seller_id);
}

static void
read_taxes (const Parts *parts, AcqEInvoice *einvoice)
{
  g_autoptr (GPtrArray) taxes = acq_xml_find_all (parts->settlement, "ApplicableTradeTax");

  for (guint i = 0; i < taxes->len; i++)
    {
      g_autofree char *rate_text = acq_xml_text (taxes->pdata[i], parts->dialect->rate);
      g_autofree char *category = acq_xml_text (taxes->pdata[i], "CategoryCode");
      gint64 base = 0, tax = 0;
      gboolean has_base = FALSE;

      acq_einvoice_read_amount (einvoice, taxes->pdata[i], "BasisAmount", &has_base, &base);
      acq_einvoice_read_amount (einvoice, taxes->pdata[i], "CalculatedAmount", NULL, &tax);
      if (has_base)
        acq_invoice_add_vat_line (einvoice->invoice, acq_einvoice_parse_rate (rate_text), base, tax,
                                  g_strcmp0 (category, "AE") == 0);
    }
}

static void
read_terms (const Parts *parts, AcqEInvoice *einvoice)
{
  g_autoptr (GPtrArray) terms = acq_xml_find_all (parts->settlement, "SpecifiedTradePaymentTerms");

  for (guint i = 0; i < terms->len; i++)
    {
      AcqInstalment part = { ACQ_DAY_NONE, FALSE, 0 };

      part.due = acq_einvoice_read_day (terms->pdata[i], "DueDateDateTime/DateTimeString");
      acq_einvoice_read_amount (einvoice, terms->pdata[i], "PartialPaymentAmount", &part.has_amount,
                                &part.amount);
      if (part.due != ACQ_DAY_NONE)
        g_array_append_val (einvoice->instalments, part);
      if (einvoice->terms == NULL)
        einvoice->terms = acq_xml_text (terms->pdata[i], "Description");
    }
}

static void
read_settlement (const Parts *parts, AcqEInvoice *einvoice, AcqCurrency otherwise)
{
  const xmlNode *sums = acq_xml_find (parts->settlement, parts->dialect->summation);
  g_autofree char *currency = acq_xml_text (parts->settlement, "InvoiceCurrencyCode");

  einvoice->invoice->currency = currency == NULL ? otherwise : acq_currency_parse (currency);
  acq_einvoice_read_amount (einvoice, sums, "GrandTotalAmount", &einvoice->has_total, &einvoice->total);
  acq_einvoice_read_amount (einvoice, sums, "TotalPrepaidAmount", &einvoice->has_prepaid, &einvoice->prepaid);
  acq_einvoice_read_amount (einvoice, sums, "RoundingAmount", NULL, &einvoice->rounding);
  acq_einvoice_read_amount (einvoice, sums, "DuePayableAmount", &einvoice->has_payable, &einvoice->payable);
  read_taxes (parts, einvoice);
  read_terms (parts, einvoice);
}

gboolean
acq_cii_read (const guint8 *bytes, gsize size, const AcqImportSource *source, GBytes *copy,
              const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (xmlDoc) document = acq_xml_tree_parse (bytes, size, error);
  g_autoptr (AcqEInvoice) einvoice = NULL;
  g_autofree char *name = copy == NULL ? NULL : g_filename_display_basename (source->path);
  Parts parts;

  if (document == NULL)
    return FALSE;
  if (!find_parts (xmlDocGetRootElement (document), &parts))
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX, "not a Cross Industry Invoice");
      return FALSE;
    }
  einvoice = acq_einvoice_new ();
  read_document (&parts, einvoice);
  read_parties (&parts, einvoice);
  read_settlement (&parts, einvoice, source->currency);
  return acq_einvoice_emit (einvoice, copy, name, sink, user_data, error);
}

static int
sniff (const AcqImportSource *source)
{
  for (gsize i = 0; i < G_N_ELEMENTS (dialects); i++)
    if (acq_xml_head_has_root (source->bytes, source->size, dialects[i].root))
      return 100;
  return 0;
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  return acq_cii_read (source->bytes, source->size, source, NULL, sink, user_data, error);
}

const AcqImportFormat acq_cii_format
  = { "cii", "CII (EN 16931)", ACQ_IMPORT_KIND_INVOICES, sniff, read_source };
