/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-einvoice.h"

#include <string.h>

#include "acq-siren.h"
#include "acq-xml-tree.h"

/* OASIS UBL 2.1, Invoice and CreditNote. */

/* UBL has no place for the subject of a note: French practice writes "#PMT#text". */
static void
read_notes (const xmlNode *root, AcqEInvoice *einvoice)
{
  g_autoptr (GPtrArray) notes = acq_xml_find_all (root, "Note");

  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *text = acq_xml_content (notes->pdata[i]);
      char *second = text != NULL && text[0] == '#' ? strchr (text + 1, '#') : NULL;

      if (second == NULL)
        continue;
      *second = '\0';
      acq_einvoice_add_note (einvoice, text + 1, g_strchug (second + 1));
    }
}

static void
read_document (const xmlNode *root, AcqEInvoice *einvoice, AcqCurrency otherwise)
{
  AcqInvoice *invoice = einvoice->invoice;
  g_autofree char *currency = acq_xml_text (root, "DocumentCurrencyCode");

  einvoice->is_credit_note = strcmp ((const char *) root->name, "CreditNote") == 0;
  einvoice->type_code
    = acq_xml_text (root, einvoice->is_credit_note ? "CreditNoteTypeCode" : "InvoiceTypeCode");
  einvoice->process = acq_xml_text (root, "ProfileID");
  invoice->number = acq_xml_text (root, "ID");
  invoice->issued = acq_einvoice_read_day (root, "IssueDate");
  invoice->currency = currency == NULL ? otherwise : acq_currency_parse (currency);
  invoice->performed = acq_einvoice_read_day (root, "Delivery/ActualDeliveryDate");
  if (invoice->performed == ACQ_DAY_NONE)
    invoice->performed = acq_einvoice_read_day (root, "InvoicePeriod/EndDate");
  invoice->order_reference = acq_xml_text (root, "OrderReference/ID");
  if (invoice->order_reference == NULL)
    invoice->order_reference = acq_xml_text (root, "BuyerReference");
  invoice->corrects = acq_xml_text (root, "BillingReference/InvoiceDocumentReference/ID");
  read_notes (root, einvoice);
}

static char *
read_vat_number (const xmlNode *party)
{
  g_autoptr (GPtrArray) schemes = acq_xml_find_all (party, "PartyTaxScheme");

  for (guint i = 0; i < schemes->len; i++)
    {
      g_autofree char *scheme = acq_xml_text (schemes->pdata[i], "TaxScheme/ID");
      g_autofree char *text = acq_xml_text (schemes->pdata[i], "CompanyID");
      char *number = g_strcmp0 (scheme, "VAT") == 0 ? acq_vat_number_normalize (text) : NULL;

      if (number != NULL)
        return number;
    }
  return NULL;
}

static char *
read_name (const xmlNode *party)
{
  char *name = acq_xml_text (party, "PartyLegalEntity/RegistrationName");

  return name != NULL ? name : acq_xml_text (party, "PartyName/Name");
}

static void
read_identifiers (const xmlNode *party, AcqCustomer *customer)
{
  static const char *const schemes[] = { "0009", "0002" };
  static const char *const places[] = { "PartyLegalEntity/CompanyID", "PartyIdentification/ID" };
  g_autofree char *code = acq_xml_text_where (party, "PartyIdentification/ID", "schemeID", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
      {
        g_autofree char *id = acq_xml_text_where (party, places[j], "schemeID", schemes[i]);

        acq_customer_take_identifier (customer, schemes[i], id);
      }
  acq_customer_take_identifier (customer, NULL, code);
}

static void
read_contact (const xmlNode *party, AcqCustomer *customer)
{
  g_autofree char *name = acq_xml_text (party, "Contact/Name");
  g_autofree char *phone = acq_xml_text (party, "Contact/Telephone");
  g_autofree char *email = acq_xml_text (party, "Contact/ElectronicMail");

  if (email == NULL)
    email = acq_xml_text_where (party, "EndpointID", "schemeID", "EM");
  if (email != NULL || phone != NULL)
    g_ptr_array_add (customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_ORDERS, name, email, phone));
}

static void
read_buyer (const xmlNode *party, AcqEInvoice *einvoice)
{
  static const char *const lines[] = { "StreetName", "AdditionalStreetName", "AddressLine/Line" };
  const xmlNode *address = acq_xml_find (party, "PostalAddress");
  AcqCustomer *customer = einvoice->customer;

  customer->name = read_name (party);
  customer->vat_number = read_vat_number (party);
  read_identifiers (party, customer);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    acq_einvoice_add_street (einvoice, acq_xml_text (address, lines[i]));
  customer->postcode = acq_xml_text (address, "PostalZone");
  customer->city = acq_xml_text (address, "CityName");
  acq_einvoice_finish_address (einvoice, acq_xml_text (address, "Country/IdentificationCode"));
  read_contact (party, customer);
}

static void
read_seller (const xmlNode *party, AcqEInvoice *einvoice)
{
  g_autofree char *id = acq_xml_text_where (party, "PartyLegalEntity/CompanyID", "schemeID", "0002");

  einvoice->seller_name = read_name (party);
  einvoice->seller_siren = acq_siren_normalize (id);
}

static void
read_taxes (const xmlNode *root, AcqEInvoice *einvoice)
{
  g_autoptr (GPtrArray) taxes = acq_xml_find_all (root, "TaxTotal/TaxSubtotal");

  for (guint i = 0; i < taxes->len; i++)
    {
      g_autofree char *rate = acq_xml_text (taxes->pdata[i], "TaxCategory/Percent");
      g_autofree char *category = acq_xml_text (taxes->pdata[i], "TaxCategory/ID");
      gint64 base = 0, tax = 0;
      gboolean has_base = FALSE;

      acq_einvoice_read_amount (einvoice, taxes->pdata[i], "TaxableAmount", &has_base, &base);
      acq_einvoice_read_amount (einvoice, taxes->pdata[i], "TaxAmount", NULL, &tax);
      if (has_base)
        acq_invoice_add_vat_line (einvoice->invoice, acq_einvoice_parse_rate (rate), base, tax,
                                  g_strcmp0 (category, "AE") == 0);
    }
}

static void
add_instalment (AcqEInvoice *einvoice, AcqDay due, const xmlNode *terms)
{
  AcqInstalment part = { due, FALSE, 0 };

  if (due == ACQ_DAY_NONE)
    return;
  if (terms != NULL)
    acq_einvoice_read_amount (einvoice, terms, "Amount", &part.has_amount, &part.amount);
  g_array_append_val (einvoice->instalments, part);
}

/* The due day stands at the top of an invoice, but with the means of payment in a credit note; instalments have terms
   of their own. */
static void
read_terms (const xmlNode *root, AcqEInvoice *einvoice)
{
  g_autoptr (GPtrArray) terms = acq_xml_find_all (root, "PaymentTerms");
  g_autoptr (GPtrArray) means = acq_xml_find_all (root, "PaymentMeans");

  einvoice->terms = acq_xml_text (root, "PaymentTerms/Note");
  for (guint i = 0; i < terms->len; i++)
    {
      AcqDay due = acq_einvoice_read_day (terms->pdata[i], "PaymentDueDate");

      add_instalment (
        einvoice, due == ACQ_DAY_NONE ? acq_einvoice_read_day (terms->pdata[i], "InstallmentDueDate") : due,
        terms->pdata[i]);
    }
  if (einvoice->instalments->len == 0)
    add_instalment (einvoice, acq_einvoice_read_day (root, "DueDate"), NULL);
  for (guint i = 0; i < means->len && einvoice->instalments->len == 0; i++)
    add_instalment (einvoice, acq_einvoice_read_day (means->pdata[i], "PaymentDueDate"), NULL);
}

static void
read_totals (const xmlNode *root, AcqEInvoice *einvoice)
{
  const xmlNode *totals = acq_xml_find (root, "LegalMonetaryTotal");

  acq_einvoice_read_amount (einvoice, totals, "TaxInclusiveAmount", &einvoice->has_total, &einvoice->total);
  acq_einvoice_read_amount (einvoice, totals, "PrepaidAmount", &einvoice->has_prepaid, &einvoice->prepaid);
  acq_einvoice_read_amount (einvoice, totals, "PayableRoundingAmount", NULL, &einvoice->rounding);
  acq_einvoice_read_amount (einvoice, totals, "PayableAmount", &einvoice->has_payable, &einvoice->payable);
}

static gboolean
is_ubl (const xmlNode *root)
{
  return (strcmp ((const char *) root->name, "Invoice") == 0
          || strcmp ((const char *) root->name, "CreditNote") == 0)
         && acq_xml_find (root, "LegalMonetaryTotal") != NULL;
}

gboolean
acq_ubl_read (const guint8 *bytes, gsize size, const AcqImportSource *source, GBytes *copy,
              const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (xmlDoc) document = acq_xml_tree_parse (bytes, size, error);
  g_autoptr (AcqEInvoice) einvoice = NULL;
  g_autofree char *name = copy == NULL ? NULL : g_filename_display_basename (source->path);
  const xmlNode *root;

  if (document == NULL)
    return FALSE;
  root = xmlDocGetRootElement (document);
  if (!is_ubl (root))
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX,
                           "not a UBL invoice or credit note");
      return FALSE;
    }
  einvoice = acq_einvoice_new ();
  read_document (root, einvoice, source->currency);
  read_seller (acq_xml_find (root, "AccountingSupplierParty/Party"), einvoice);
  read_buyer (acq_xml_find (root, "AccountingCustomerParty/Party"), einvoice);
  read_taxes (root, einvoice);
  read_terms (root, einvoice);
  read_totals (root, einvoice);
  return acq_einvoice_emit (einvoice, copy, name, sink, user_data, error);
}

static int
sniff (const AcqImportSource *source)
{
  return acq_xml_head_has_root (source->bytes, source->size, "Invoice")
             || acq_xml_head_has_root (source->bytes, source->size, "CreditNote")
           ? 95
           : 0;
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  return acq_ubl_read (source->bytes, source->size, source, NULL, sink, user_data, error);
}

const AcqImportFormat acq_ubl_format = { "ubl", "UBL", ACQ_IMPORT_KIND_INVOICES, sniff, read_source };
