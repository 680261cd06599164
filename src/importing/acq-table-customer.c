/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-table-view.h"

#include <string.h>

#include "acq-siren.h"
#include "acq-text-normalizer.h"

/* What people write in a column of customer kinds; the beginnings of folded words. */
static const struct
{
  const char *start;
  AcqCustomerKind kind;
} kind_words[] = {
  { "PARTICULIER", ACQ_CUSTOMER_KIND_CONSUMER },
  { "CONSOMMATEUR", ACQ_CUSTOMER_KIND_CONSUMER },
  { "CONSUMER", ACQ_CUSTOMER_KIND_CONSUMER },
  { "INDIVIDUAL", ACQ_CUSTOMER_KIND_CONSUMER },
  { "B2C", ACQ_CUSTOMER_KIND_CONSUMER },
  { "PUBLIC", ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "COLLECTIVITE", ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "ADMINISTRATION", ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "ORGANISME PUBLIC", ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "SECTEUR PUBLIC", ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "B2G", ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "ASSOCIATION", ACQ_CUSTOMER_KIND_ASSOCIATION },
  { "COPRO", ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "SYNDICAT DE", ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "CO OWNERSHIP", ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "ENTREPRENEUR INDIVIDUEL", ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "ENTREPRISE INDIVIDUELLE", ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "MICRO", ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "AUTO ENTREPRENEUR", ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "ARTISAN", ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "SOLE TRADER", ACQ_CUSTOMER_KIND_SOLE_TRADER },
  { "SOCIETE", ACQ_CUSTOMER_KIND_COMPANY },
  { "ENTREPRISE", ACQ_CUSTOMER_KIND_COMPANY },
  { "PROFESSIONNEL", ACQ_CUSTOMER_KIND_COMPANY },
  { "PRO", ACQ_CUSTOMER_KIND_COMPANY },
  { "COMPANY", ACQ_CUSTOMER_KIND_COMPANY },
  { "B2B", ACQ_CUSTOMER_KIND_COMPANY },
};

static void
read_kind (const AcqTableView *view, guint row, AcqCustomer *customer)
{
  const char *text = acq_table_view_text (view, row, ACQ_FIELD_CUSTOMER_KIND);
  g_autofree char *folded = acq_text_fold (text);
  gboolean known = acq_customer_kind_from_code (text, &customer->kind);

  for (gsize i = 0; i < G_N_ELEMENTS (kind_words) && !known; i++)
    if (g_str_has_prefix (folded, kind_words[i].start))
      {
        customer->kind = kind_words[i].kind;
        known = TRUE;
      }
  if (known && customer->kind != ACQ_CUSTOMER_KIND_UNKNOWN)
    customer->kind_source = ACQ_KIND_SOURCE_STATED;
}

/* A column "SIREN" holds SIRET and VAT numbers too. What is not valid is left out: letters must not print it. */
static void
read_numbers (const AcqTableView *view, guint row, AcqCustomer *customer)
{
  const char *siren = acq_table_view_text (view, row, ACQ_FIELD_SIREN);
  const char *siret = acq_table_view_text (view, row, ACQ_FIELD_SIRET);
  const char *vat = acq_table_view_text (view, row, ACQ_FIELD_VAT_NUMBER);

  customer->siren = acq_siren_normalize (siren);
  customer->siret = acq_siret_normalize (siret);
  if (customer->siret == NULL)
    customer->siret = acq_siret_normalize (siren);
  customer->vat_number = acq_vat_number_normalize (vat);
  if (customer->siren == NULL)
    customer->siren = acq_siren_normalize (siret);
  if (customer->siren == NULL && customer->siret != NULL)
    customer->siren = g_strndup (customer->siret, 9);
  if (customer->siren == NULL && customer->vat_number != NULL
      && g_str_has_prefix (customer->vat_number, "FR"))
    customer->siren = acq_siren_normalize (customer->vat_number + 4);
}

static void
read_address (const AcqTableView *view, guint row, AcqCustomer *customer)
{
  static const AcqTableField fields[] = { ACQ_FIELD_ADDRESS, ACQ_FIELD_ADDRESS_2, ACQ_FIELD_ADDRESS_3 };
  GString *address = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *line = acq_table_view_text (view, row, fields[i]);

      if (line[0] != '\0' && address->len > 0)
        g_string_append_c (address, '\n');
      g_string_append (address, line);
    }
  customer->address = g_string_free (address, address->len == 0);
  customer->postcode = acq_table_view_dup (view, row, ACQ_FIELD_POSTCODE);
  /* Spreadsheets take the zero off "01000". */
  if (customer->postcode != NULL && strlen (customer->postcode) == 4
      && strspn (customer->postcode, "0123456789") == 4
      && acq_table_view_text (view, row, ACQ_FIELD_COUNTRY)[0] == '\0')
    {
      g_autofree char *short_one = customer->postcode;

      customer->postcode = g_strconcat ("0", short_one, NULL);
    }
  customer->city = acq_table_view_dup (view, row, ACQ_FIELD_CITY);
}

static void
read_country (const AcqTableView *view, guint row, AcqCustomer *customer)
{
  const char *country = acq_table_view_text (view, row, ACQ_FIELD_COUNTRY);
  const char *language = acq_table_view_text (view, row, ACQ_FIELD_LANGUAGE);
  g_autofree char *folded = acq_text_fold (country);

  if (strlen (folded) == 2 && strcmp (folded, "FR") != 0)
    customer->country = g_strdup (folded);
  if (g_ascii_strncasecmp (language, "en", 2) == 0 || g_ascii_strncasecmp (language, "an", 2) == 0)
    customer->language = g_strdup ("en");
}

/* A cell may hold several addresses. Name and telephone go with the first of them. */
static void
add_emails (const AcqTableView *view, guint row, AcqTableField field, AcqContactRole role,
            AcqCustomer *customer)
{
  g_auto (GStrv) words = g_strsplit_set (acq_table_view_text (view, row, field), " ;,/<>", -1);
  g_autofree char *name = acq_table_view_dup (view, row, ACQ_FIELD_CONTACT);
  g_autofree char *phone = acq_table_view_dup (view, row, ACQ_FIELD_PHONE);
  gboolean is_first = role == ACQ_CONTACT_ROLE_PAYS;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strchr (words[i], '@') == NULL)
        continue;
      g_ptr_array_add (customer->contacts,
                       acq_contact_new (role, is_first ? name : NULL, words[i], is_first ? phone : NULL));
      is_first = FALSE;
    }
  if (is_first && (phone != NULL || name != NULL))
    g_ptr_array_add (customer->contacts, acq_contact_new (role, name, NULL, phone));
}

AcqCustomer *
acq_table_view_customer (const AcqTableView *self, guint row)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->code = acq_table_view_dup (self, row, ACQ_FIELD_CUSTOMER_CODE);
  customer->name = acq_table_view_dup (self, row, ACQ_FIELD_CUSTOMER_NAME);
  read_kind (self, row, customer);
  read_numbers (self, row, customer);
  read_address (self, row, customer);
  read_country (self, row, customer);
  customer->recipient_code = acq_table_view_dup (self, row, ACQ_FIELD_RECIPIENT);
  customer->payer_code = acq_table_view_dup (self, row, ACQ_FIELD_PAYER);
  customer->terms = acq_payment_terms_parse (acq_table_view_text (self, row, ACQ_FIELD_TERMS));
  if (acq_table_view_amount (self, row, ACQ_FIELD_CREDIT_LIMIT, self->source->currency,
                             &customer->credit_limit)
      != ACQ_CELL_READ)
    customer->credit_limit = -1;
  add_emails (self, row, ACQ_FIELD_EMAIL, ACQ_CONTACT_ROLE_PAYS, customer);
  add_emails (self, row, ACQ_FIELD_EMAIL_ORDERS, ACQ_CONTACT_ROLE_ORDERS, customer);
  add_emails (self, row, ACQ_FIELD_EMAIL_DIRECTS, ACQ_CONTACT_ROLE_DIRECTS, customer);
  return customer;
}
