/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-einvoice.h"

#include <string.h>

#include "acq-decimal-text.h"
#include "acq-siren.h"
#include "acq-text-normalizer.h"

/* UNTDID 1001 as EN 16931 and the French rules (BR-FR-04) use it. Codes that are not here are plain invoices. */
static const struct
{
  const char *code;
  AcqInvoiceKind kind;
  gboolean factored;
} document_types[] = {
  { "81", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE },  { "83", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE },
  { "211", ACQ_INVOICE_KIND_PROGRESS, FALSE },    { "218", ACQ_INVOICE_KIND_FINAL, FALSE },
  { "261", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE }, { "262", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE },
  { "308", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE }, { "326", ACQ_INVOICE_KIND_PROGRESS, FALSE },
  { "381", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE }, { "386", ACQ_INVOICE_KIND_DEPOSIT, FALSE },
  { "393", ACQ_INVOICE_KIND_INVOICE, TRUE },      { "396", ACQ_INVOICE_KIND_CREDIT_NOTE, TRUE },
  { "420", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE }, { "456", ACQ_INVOICE_KIND_INVOICE, FALSE },
  { "457", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE }, { "458", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE },
  { "472", ACQ_INVOICE_KIND_INVOICE, TRUE },      { "473", ACQ_INVOICE_KIND_INVOICE, TRUE },
  { "500", ACQ_INVOICE_KIND_DEPOSIT, FALSE },     { "501", ACQ_INVOICE_KIND_INVOICE, TRUE },
  { "502", ACQ_INVOICE_KIND_CREDIT_NOTE, TRUE },  { "503", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE },
  { "532", ACQ_INVOICE_KIND_CREDIT_NOTE, FALSE }, { "875", ACQ_INVOICE_KIND_PROGRESS, FALSE },
  { "876", ACQ_INVOICE_KIND_PROGRESS, FALSE },    { "877", ACQ_INVOICE_KIND_FINAL, FALSE },
};

AcqEInvoice *
acq_einvoice_new (void)
{
  AcqEInvoice *self = g_new0 (AcqEInvoice, 1);

  self->invoice = acq_invoice_new ();
  self->customer = acq_customer_new ();
  self->instalments = g_array_new (FALSE, TRUE, sizeof (AcqInstalment));
  return self;
}

void
acq_einvoice_free (AcqEInvoice *self)
{
  if (self == NULL)
    return;
  acq_invoice_free (self->invoice);
  acq_customer_free (self->customer);
  g_free (self->type_code);
  g_free (self->process);
  g_free (self->terms);
  g_free (self->seller_name);
  g_free (self->seller_siren);
  g_array_unref (self->instalments);
  g_free (self);
}

void
acq_einvoice_set_amount (AcqEInvoice *self, const char *text, gboolean *ret_has, gint64 *ret_amount)
{
  if (text == NULL)
    return;
  if (acq_decimal_to_minor (text, acq_currency_decimals (self->invoice->currency), ret_amount))
    {
      if (ret_has != NULL)
        *ret_has = TRUE;
    }
  else
    self->has_bad_amount = TRUE;
}

int
acq_einvoice_parse_rate (const char *text)
{
  gint64 rate;

  return acq_decimal_to_minor (text, 2, &rate) && ABS (rate) <= 10000 ? (int) rate : 0;
}

void
acq_einvoice_add_note (AcqEInvoice *self, const char *subject, const char *content)
{
  char **note = NULL;

  if (g_strcmp0 (subject, "PMT") == 0)
    note = &self->invoice->indemnity_note;
  else if (g_strcmp0 (subject, "PMD") == 0)
    note = &self->invoice->penalty_note;
  else if (g_strcmp0 (subject, "AAB") == 0)
    note = &self->invoice->discount_note;
  if (note != NULL && *note == NULL && content != NULL)
    *note = g_strdup (content);
}

void
acq_customer_take_identifier (AcqCustomer *customer, const char *scheme, const char *identifier)
{
  char **place = NULL, *normalised = NULL;

  if (identifier == NULL)
    return;
  if (g_strcmp0 (scheme, "0009") == 0)
    {
      normalised = acq_siret_normalize (identifier);
      place = &customer->siret;
    }
  else if (g_strcmp0 (scheme, "0002") == 0)
    {
      normalised = acq_siren_normalize (identifier);
      place = &customer->siren;
    }
  else if (scheme == NULL)
    {
      normalised = g_strdup (identifier);
      place = &customer->code;
    }
  if (place == NULL || normalised == NULL || *place != NULL)
    g_free (normalised);
  else
    *place = normalised;
}

void
acq_einvoice_add_street (AcqEInvoice *self, char *line)
{
  char *before = self->customer->address;

  if (line == NULL)
    return;
  if (before == NULL)
    self->customer->address = line;
  else
    {
      self->customer->address = g_strdup_printf ("%s\n%s", before, line);
      g_free (before);
      g_free (line);
    }
}

void
acq_einvoice_finish_address (AcqEInvoice *self, char *country)
{
  if (g_strcmp0 (country, "FR") != 0)
    self->customer->country = country;
  else
    g_free (country);
}

AcqDay
acq_einvoice_parse_day (const char *text)
{
  char iso[ACQ_DAY_ISO_SIZE];
  gsize digits = text == NULL ? 0 : strspn (text, "0123456789");

  if (digits >= 8)
    g_snprintf (iso, sizeof iso, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
  else
    g_strlcpy (iso, text == NULL ? "" : text, sizeof iso);
  return acq_day_parse_iso (iso);
}

/* Turns every amount over, so that a credit note is below zero. */
static void
negate (AcqEInvoice *self)
{
  self->total = -self->total;
  self->prepaid = -self->prepaid;
  self->rounding = -self->rounding;
  self->payable = -self->payable;
  for (guint i = 0; i < self->instalments->len; i++)
    g_array_index (self->instalments, AcqInstalment, i).amount *= -1;
  for (guint i = 0; i < self->invoice->vat_lines->len; i++)
    {
      AcqVatLine *line = &g_array_index (self->invoice->vat_lines, AcqVatLine, i);

      line->base = -line->base;
      line->tax = -line->tax;
    }
}

static void
settle_kind (AcqEInvoice *self)
{
  AcqInvoice *invoice = self->invoice;

  for (gsize i = 0; i < G_N_ELEMENTS (document_types); i++)
    if (g_strcmp0 (document_types[i].code, self->type_code) == 0)
      {
        invoice->kind = document_types[i].kind;
        invoice->factored = document_types[i].factored;
      }
  if (self->is_credit_note)
    invoice->kind = ACQ_INVOICE_KIND_CREDIT_NOTE;
  if (invoice->kind == ACQ_INVOICE_KIND_CREDIT_NOTE && self->total > 0)
    negate (self);
  if (self->total < 0)
    invoice->kind = ACQ_INVOICE_KIND_CREDIT_NOTE;
}

static gboolean
was_paid_before (const AcqEInvoice *self)
{
  const char *process = self->process;

  return process != NULL && strlen (process) == 2 && strchr ("BSM", process[0]) != NULL && process[1] == '2';
}

/* BT-115 = BT-112 − BT-113 + BT-114. What is asked for in the end decides; the profile MINIMUM has no BT-113. */
static void
settle_amounts (AcqEInvoice *self)
{
  AcqInvoice *invoice = self->invoice;

  invoice->total = self->total + self->rounding;
  if (!self->has_payable)
    invoice->prepaid = self->prepaid;
  else if (ABS (self->payable) <= ABS (invoice->total) || (self->payable < 0) != (invoice->total < 0))
    invoice->prepaid = invoice->total - self->payable;
  else
    invoice->total = self->payable;
  if (was_paid_before (self))
    invoice->prepaid = invoice->total;
}

static gboolean
says_days (const char *terms)
{
  static const char *const words[]
    = { "JOUR", "JOURS", "DAYS", "COMPTANT", "RECEPTION", "FDM", "FIN DE MOIS" };
  g_autofree char *folded = acq_text_fold (terms);
  guint numbers = 0;

  for (const char *p = folded; *p != '\0'; p += MAX (1, strspn (p, "0123456789")))
    numbers += g_ascii_isdigit (*p);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return numbers <= 1;
  return FALSE;
}

/* Instalments count where they are all dated and add up to the total or to what is left to pay of it. */
static gboolean
add_instalments (AcqEInvoice *self)
{
  AcqInvoice *invoice = self->invoice;
  gint64 sum = 0;

  for (guint i = 0; i < self->instalments->len; i++)
    {
      const AcqInstalment *part = &g_array_index (self->instalments, AcqInstalment, i);

      if (part->due == ACQ_DAY_NONE || !part->has_amount)
        return FALSE;
      sum += part->amount;
    }
  if (self->instalments->len < 2 || (sum != invoice->total && sum != invoice->total - invoice->prepaid))
    return FALSE;
  for (guint i = 0; i < self->instalments->len; i++)
    {
      const AcqInstalment *part = &g_array_index (self->instalments, AcqInstalment, i);

      acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, part->due, part->amount);
    }
  acq_invoice_due_item (invoice, 0)->amount += invoice->total - sum;
  return TRUE;
}

/* Several days without amounts are steps of a discount: the last one is when it is owed. */
static void
add_due_items (AcqEInvoice *self)
{
  AcqInvoice *invoice = self->invoice;
  AcqDay due = ACQ_DAY_NONE;

  if (add_instalments (self))
    return;
  for (guint i = 0; i < self->instalments->len; i++)
    due = MAX (due, g_array_index (self->instalments, AcqInstalment, i).due);
  if (due == ACQ_DAY_NONE && self->terms != NULL && says_days (self->terms))
    {
      AcqPaymentTerms terms = acq_payment_terms_parse (self->terms);

      if (acq_payment_terms_are_known (terms))
        due = acq_payment_terms_due_day (terms, invoice->issued);
    }
  if (due != ACQ_DAY_NONE)
    acq_invoice_add_due_item (invoice, ACQ_DUE_KIND_NORMAL, due, invoice->total);
}

/* A number of either kind tells the SIREN; for a public buyer the order is the "engagement" of Chorus Pro. */
static void
complete_buyer (AcqEInvoice *self)
{
  AcqCustomer *buyer = self->customer;
  AcqInvoice *invoice = self->invoice;

  if (buyer->siren == NULL && buyer->siret != NULL)
    buyer->siren = g_strndup (buyer->siret, 9);
  if (buyer->siren == NULL && buyer->vat_number != NULL && g_str_has_prefix (buyer->vat_number, "FR"))
    buyer->siren = acq_siren_normalize (buyer->vat_number + 4);
  if (invoice->engagement == NULL && invoice->order_reference != NULL
      && acq_customer_guess_kind (buyer->name, buyer->siren, buyer->vat_number)
           == ACQ_CUSTOMER_KIND_PUBLIC_BODY)
    invoice->engagement = g_strdup (invoice->order_reference);
}

static gboolean
find_rejection (const AcqEInvoice *self, AcqReject *ret_reason)
{
  const AcqInvoice *invoice = self->invoice;

  if (invoice->number == NULL)
    *ret_reason = ACQ_REJECT_NO_NUMBER;
  else if (invoice->issued == ACQ_DAY_NONE)
    *ret_reason = ACQ_REJECT_BAD_DAY;
  else if (!acq_currency_is_set (invoice->currency))
    *ret_reason = ACQ_REJECT_BAD_CURRENCY;
  else if (self->has_bad_amount)
    *ret_reason = ACQ_REJECT_BAD_AMOUNT;
  else if (!self->has_total && !self->has_payable)
    *ret_reason = ACQ_REJECT_NO_AMOUNT;
  else if (self->customer->name == NULL)
    *ret_reason = ACQ_REJECT_NO_CUSTOMER;
  else
    return FALSE;
  return TRUE;
}

gboolean
acq_einvoice_emit (AcqEInvoice *self, GBytes *copy, const char *copy_name, const AcqImportSink *sink,
                   gpointer user_data, GError **error)
{
  AcqImportedInvoice imported = {
    .customer = self->customer,
    .invoice = self->invoice,
    .copy = copy,
    .copy_name = copy_name,
    .seller_name = self->seller_name,
    .seller_siren = self->seller_siren,
  };
  AcqReject reason;

  if (find_rejection (self, &reason))
    return sink->reject (user_data, 1, reason, self->invoice->number, error);
  if (!self->has_total)
    self->total = self->payable + self->prepaid - self->rounding;
  settle_kind (self);
  settle_amounts (self);
  add_due_items (self);
  complete_buyer (self);
  return sink->invoice (user_data, &imported, 1, error);
}

AcqDay
acq_einvoice_read_day (const xmlNode *node, const char *path)
{
  g_autofree char *text = acq_xml_text (node, path);

  return acq_einvoice_parse_day (text);
}

void
acq_einvoice_read_amount (AcqEInvoice *einvoice, const xmlNode *node, const char *path, gboolean *ret_has,
                          gint64 *ret_amount)
{
  g_autofree char *text = acq_xml_text (node, path);

  acq_einvoice_set_amount (einvoice, text, ret_has, ret_amount);
}
