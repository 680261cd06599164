/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-example-table-texts.h"

static char *
write_slashed (AcqDay day)
{
  int year, month, day_of_month;

  acq_day_get (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%02d/%02d/%04d", day_of_month, month, year);
}

static char *
write_amount (gint64 amount)
{
  return g_strdelimit (acq_amount_format (amount), ".", ',');
}

static const char *
or_nothing (const char *text)
{
  return text == NULL ? "" : text;
}

static void
append_invoice (GString *text, const AcqExample *self, const AcqInvoice *invoice)
{
  const AcqCustomer *customer = acq_ledger_find_customer (self->ledger, invoice->customer_id);
  g_autofree char *issued = write_slashed (invoice->issued);
  g_autofree char *due = write_slashed (acq_invoice_due_item (invoice, 0)->due);
  g_autofree char *total = write_amount (invoice->total);
  g_autofree char *base_text = NULL, *tax_text = NULL;
  gint64 base = 0;

  for (guint i = 0; i < invoice->vat_lines->len; i++)
    base += g_array_index (invoice->vat_lines, AcqVatLine, i).base;
  base_text = write_amount (base);
  tax_text = write_amount (invoice->total - base);
  g_string_append_printf (text, "%s;%s;%s;%s;%s;%s;%s;%s;%s;0,00;%s\r\n", invoice->number, issued, due,
                          customer->code, customer->name, or_nothing (customer->siren), base_text, tax_text,
                          total, or_nothing (invoice->order_reference));
}

char *
acq_example_invoices_csv (const AcqExample *self)
{
  GString *text = g_string_new (
    "N° facture;Date;Échéance;Code client;Client;SIREN;Total HT;TVA;Total TTC;Payé;Référence commande\r\n");

  for (guint i = 0; i < self->fresh_invoices->len; i++)
    append_invoice (text, self, self->fresh_invoices->pdata[i]);
  return g_string_free (text, FALSE);
}

static const char *
kind_words (AcqCustomerKind kind)
{
  static const char *const words[] = {
    "",           "Professionnel", "Entrepreneur individuel", "Particulier", "Collectivité", "Association",
    "Copropriété"
  };

  return words[kind];
}

/* Who has no e-mail address in the company file gets one here. */
static void
append_completed (GString *text, const AcqCustomer *customer)
{
  const AcqContact *contact = customer->contacts->len > 0 ? customer->contacts->pdata[0] : NULL;
  g_autofree char *terms = acq_payment_terms_format (customer->terms);
  g_autofree char *number = g_ascii_strdown (customer->code, -1);

  g_string_append_printf (text, "%s;%s;%s;%s;%s;%s@courriel.example;%s;%s;%s;%s;%s\r\n", customer->code,
                          customer->name, kind_words (customer->kind), or_nothing (customer->siren),
                          contact == NULL ? "" : or_nothing (contact->name), number,
                          contact == NULL ? "" : or_nothing (contact->phone), or_nothing (customer->address),
                          or_nothing (customer->postcode), or_nothing (customer->city), terms);
}

char *
acq_example_customers_csv (const AcqExample *self)
{
  GString *text = g_string_new (
    "Code client;Nom du client;Type de client;SIREN;Contact;E-mail;Téléphone;Adresse;Code postal;Ville;"
    "Conditions de paiement\r\n");

  for (guint i = 0; i < self->ledger->customers->len; i++)
    {
      const AcqCustomer *customer = self->ledger->customers->pdata[i];

      if (acq_customer_find_email (customer, ACQ_CONTACT_ROLE_PAYS) == NULL)
        append_completed (text, customer);
    }
  g_string_append (
    text, "C061;Chocolaterie Amandine Vaucoulon SARL;Professionnel;;Amandine "
          "Vaucoulon;compta@choco-vaucoulon.example;"
          "03 53 01 91 10;6 rue des Cacaos;39100;Dole;30\r\n"
          "C062;M. Eric Taillebourg;Particulier;;Eric Taillebourg;eric.taillebourg@courriel.example;"
          "06 39 98 92 20;17 rue du Puits;39100;Dole;15\r\n"
          "C063;Commune de Sampans-le-Vieux;Collectivité;;Service comptable;mairie@sampans-le-vieux.example;"
          "03 53 01 93 30;Place de la Mairie;39100;Sampans-le-Vieux;30\r\n");
  return g_string_free (text, FALSE);
}
