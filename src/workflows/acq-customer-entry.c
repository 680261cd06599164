/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer-entry.h"

#include <string.h>

#include "acq-customer-repository.h"
#include "acq-siren.h"
#include "acq-text-normalizer.h"
#include "acq-workflow-error.h"

static const struct
{
  const char *code;
  const char *field;
} flaws[] = {
  [ACQ_CUSTOMER_FLAW_NONE] = { "none", NULL },
  [ACQ_CUSTOMER_FLAW_NO_NAME] = { "no_name", "name" },
  [ACQ_CUSTOMER_FLAW_CODE_TAKEN] = { "code_taken", "code" },
  [ACQ_CUSTOMER_FLAW_BAD_SIREN] = { "bad_siren", "siren" },
  [ACQ_CUSTOMER_FLAW_BAD_SIRET] = { "bad_siret", "siret" },
  [ACQ_CUSTOMER_FLAW_OTHER_SIRET] = { "other_siret", "siret" },
  [ACQ_CUSTOMER_FLAW_BAD_VAT_NUMBER] = { "bad_vat_number", "vat_number" },
  [ACQ_CUSTOMER_FLAW_OTHER_VAT_NUMBER] = { "other_vat_number", "vat_number" },
  [ACQ_CUSTOMER_FLAW_BAD_COUNTRY] = { "bad_country", "country" },
  [ACQ_CUSTOMER_FLAW_BAD_LANGUAGE] = { "bad_language", "language" },
  [ACQ_CUSTOMER_FLAW_BAD_EMAIL] = { "bad_email", "contacts" },
  [ACQ_CUSTOMER_FLAW_BAD_PHONE] = { "bad_phone", "contacts" },
  [ACQ_CUSTOMER_FLAW_EMPTY_CONTACT] = { "empty_contact", "contacts" },
  [ACQ_CUSTOMER_FLAW_BAD_CREDIT_LIMIT] = { "bad_credit_limit", "credit_limit" },
  [ACQ_CUSTOMER_FLAW_BAD_RECIPIENT] = { "bad_recipient", "recipient_id" },
  [ACQ_CUSTOMER_FLAW_BAD_PAYER] = { "bad_payer", "payer_id" },
  [ACQ_CUSTOMER_FLAW_BAD_INSOLVENCY] = { "bad_insolvency", "insolvent_since" },
};

const char *
acq_customer_flaw_to_code (AcqCustomerFlaw flaw)
{
  g_return_val_if_fail ((gsize) flaw < G_N_ELEMENTS (flaws), NULL);

  return flaws[flaw].code;
}

gboolean
acq_customer_flaw_from_code (const char *code, AcqCustomerFlaw *ret_flaw)
{
  for (gsize i = 0; i < G_N_ELEMENTS (flaws); i++)
    if (g_strcmp0 (flaws[i].code, code) == 0)
      {
        *ret_flaw = (AcqCustomerFlaw) i;
        return TRUE;
      }
  return FALSE;
}

const char *
acq_customer_flaw_field (AcqCustomerFlaw flaw)
{
  g_return_val_if_fail ((gsize) flaw < G_N_ELEMENTS (flaws), NULL);

  return flaws[flaw].field;
}

AcqCustomer *
acq_customer_entry_load (AcqCompanyFile *file, gint64 id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  AcqCustomer *customer
    = acq_customer_repository_find (acq_company_file_connection (file), id, &local_error);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (customer == NULL)
    g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER, "%" G_GINT64_FORMAT, id);
  return customer;
}

/* An empty text is no text. */
static void
tidy_text (char **text)
{
  g_autofree char *typed = g_steal_pointer (text);
  g_autofree char *plain = typed == NULL ? NULL : acq_text_squeeze (typed);

  if (plain != NULL && plain[0] != '\0')
    *text = g_steal_pointer (&plain);
}

/* Line by line. */
static void
tidy_lines (char **text)
{
  g_auto (GStrv) lines = *text == NULL ? NULL : g_strsplit (*text, "\n", -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_autofree char *line = acq_text_squeeze (lines[i]);

      if (line[0] != '\0')
        g_string_append_printf (plain, "%s%s", plain->len > 0 ? "\n" : "", line);
    }
  g_free (*text);
  *text = plain->len == 0 ? NULL : g_strdup (plain->str);
}

static void
tidy_number (char **text, char *(*normalize) (const char *text))
{
  char *normal;

  tidy_text (text);
  normal = normalize (*text);
  if (normal == NULL)
    return;
  g_free (*text);
  *text = normal;
}

static void
tidy_case (char **text, char *(*change) (const char *text, gssize length))
{
  char *typed;

  tidy_text (text);
  typed = *text;
  if (typed == NULL)
    return;
  *text = change (typed, -1);
  g_free (typed);
}

/* The SIREN stands within both. */
static void
find_siren (AcqCustomer *customer)
{
  g_autofree char *siret = acq_siret_normalize (customer->siret);
  g_autofree char *vat_number = acq_vat_number_normalize (customer->vat_number);

  if (customer->siren != NULL)
    return;
  if (siret != NULL)
    customer->siren = g_strndup (siret, 9);
  else if (vat_number != NULL && g_str_has_prefix (vat_number, "FR"))
    customer->siren = acq_siren_normalize (vat_number + 4);
}

void
acq_customer_entry_tidy (AcqCustomer *customer)
{
  tidy_text (&customer->code);
  tidy_text (&customer->name);
  tidy_number (&customer->siren, acq_siren_normalize);
  tidy_number (&customer->siret, acq_siret_normalize);
  tidy_number (&customer->vat_number, acq_vat_number_normalize);
  tidy_lines (&customer->address);
  tidy_text (&customer->postcode);
  tidy_text (&customer->city);
  tidy_case (&customer->country, g_ascii_strup);
  tidy_case (&customer->language, g_ascii_strdown);
  find_siren (customer);
  for (guint i = 0; i < customer->contacts->len; i++)
    {
      AcqContact *contact = customer->contacts->pdata[i];

      tidy_text (&contact->name);
      tidy_text (&contact->email);
      tidy_text (&contact->phone);
    }
  if (customer->recipient_id == customer->id)
    customer->recipient_id = 0;
  if (customer->payer_id == customer->id)
    customer->payer_id = 0;
  if (customer->kind_source == ACQ_KIND_SOURCE_GUESSED && customer->name != NULL)
    customer->kind = acq_customer_guess_kind (customer->name, customer->siren, customer->vat_number);
}

/* "12", "12 bis", "12B": what follows its comma stands on the same line. */
static gboolean
is_house_number (const char *text)
{
  return g_regex_match_simple ("^[0-9]+ ?(bis|ter|quater|[a-z])?$", text, G_REGEX_CASELESS, 0);
}

char *
acq_customer_entry_split_street (const char *typed)
{
  g_auto (GStrv) parts = g_strsplit (typed, ",", -1);
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean after_number = FALSE;

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (part[0] == '\0')
        continue;
      g_string_append_printf (lines, "%s%s", lines->len == 0 ? "" : after_number ? ", " : "\n", part);
      after_number = is_house_number (part);
    }
  return g_strdup (lines->str);
}

static AcqCustomerFlaw
find_number_flaw (const AcqCustomer *customer)
{
  g_autofree char *siren = acq_siren_normalize (customer->siren);
  g_autofree char *siret = acq_siret_normalize (customer->siret);
  g_autofree char *vat_number = acq_vat_number_normalize (customer->vat_number);

  if (customer->siren != NULL && siren == NULL)
    return ACQ_CUSTOMER_FLAW_BAD_SIREN;
  if (customer->siret != NULL && siret == NULL)
    return ACQ_CUSTOMER_FLAW_BAD_SIRET;
  if (siret != NULL && siren != NULL && !g_str_has_prefix (siret, siren))
    return ACQ_CUSTOMER_FLAW_OTHER_SIRET;
  if (customer->vat_number != NULL && vat_number == NULL)
    return ACQ_CUSTOMER_FLAW_BAD_VAT_NUMBER;
  if (siren != NULL && vat_number != NULL && g_str_has_prefix (vat_number, "FR")
      && g_strcmp0 (vat_number + 4, siren) != 0)
    return ACQ_CUSTOMER_FLAW_OTHER_VAT_NUMBER;
  return ACQ_CUSTOMER_FLAW_NONE;
}

/* One "@" with something on both sides, a dot in the domain, no space: whether the address exists, only the mail tells. */
static gboolean
looks_like_email (const char *text)
{
  const char *at = strchr (text, '@');
  const char *dot = at == NULL ? NULL : strrchr (at, '.');

  return at != NULL && at > text && strchr (at + 1, '@') == NULL && dot != NULL && dot > at + 1
         && dot[1] != '\0' && strpbrk (text, " \t,;<>\"") == NULL;
}

static AcqCustomerFlaw
find_contact_flaw (const AcqContact *contact)
{
  if (contact->name == NULL && contact->email == NULL && contact->phone == NULL)
    return ACQ_CUSTOMER_FLAW_EMPTY_CONTACT;
  if (contact->email != NULL && !looks_like_email (contact->email))
    return ACQ_CUSTOMER_FLAW_BAD_EMAIL;
  if (contact->phone != NULL && strpbrk (contact->phone, "0123456789") == NULL)
    return ACQ_CUSTOMER_FLAW_BAD_PHONE;
  return ACQ_CUSTOMER_FLAW_NONE;
}

static gboolean
is_country (const char *text)
{
  return strlen (text) == 2 && g_ascii_isupper (text[0]) && g_ascii_isupper (text[1]);
}

AcqCustomerFlaw
acq_customer_entry_find_flaw (const AcqCustomer *customer, AcqDay today)
{
  AcqCustomerFlaw flaw;

  if (customer->name == NULL || customer->name[0] == '\0')
    return ACQ_CUSTOMER_FLAW_NO_NAME;
  flaw = find_number_flaw (customer);
  if (flaw != ACQ_CUSTOMER_FLAW_NONE)
    return flaw;
  if (customer->country != NULL && !is_country (customer->country))
    return ACQ_CUSTOMER_FLAW_BAD_COUNTRY;
  if (customer->language != NULL && !g_str_equal (customer->language, "fr")
      && !g_str_equal (customer->language, "en"))
    return ACQ_CUSTOMER_FLAW_BAD_LANGUAGE;
  for (guint i = 0; i < customer->contacts->len && flaw == ACQ_CUSTOMER_FLAW_NONE; i++)
    flaw = find_contact_flaw (customer->contacts->pdata[i]);
  if (flaw != ACQ_CUSTOMER_FLAW_NONE)
    return flaw;
  if (customer->credit_limit < -1 || customer->credit_limit > ACQ_MONEY_MAX)
    return ACQ_CUSTOMER_FLAW_BAD_CREDIT_LIMIT;
  if (customer->insolvent_since != ACQ_DAY_NONE && customer->insolvent_since > today)
    return ACQ_CUSTOMER_FLAW_BAD_INSOLVENCY;
  return ACQ_CUSTOMER_FLAW_NONE;
}

/* Messages go one hop: a recipient of messages has no recipient of its own, and who has one is no recipient. */
static gboolean
check_links (AcqConnection *connection, const AcqCustomer *customer, AcqCustomerFlaw *ret_flaw, GError **error)
{
  gint64 recipients = 0, payers = 0, users = 0;

  if (!acq_connection_get_int (connection, &recipients, error,
                               "SELECT count(*) FROM customer WHERE id = ? AND recipient_id IS NULL", "i",
                               customer->recipient_id)
      || !acq_connection_get_int (connection, &users, error,
                                  "SELECT count(*) FROM customer WHERE recipient_id = ?1 AND id <> ?1", "i",
                                  customer->id)
      || !acq_connection_get_int (connection, &payers, error, "SELECT count(*) FROM customer WHERE id = ?",
                                  "i", customer->payer_id))
    return FALSE;
  if (customer->recipient_id != 0 && (recipients == 0 || users > 0))
    *ret_flaw = ACQ_CUSTOMER_FLAW_BAD_RECIPIENT;
  else if (customer->payer_id != 0 && payers == 0)
    *ret_flaw = ACQ_CUSTOMER_FLAW_BAD_PAYER;
  return TRUE;
}

/* What only the file knows. */
static gboolean
find_flaw_in_file (AcqConnection *connection, const AcqCustomer *customer, AcqCustomerFlaw *ret_flaw,
                   GError **error)
{
  gint64 owner = 0;

  *ret_flaw = ACQ_CUSTOMER_FLAW_NONE;
  if (customer->code != NULL)
    owner = acq_customer_repository_find_by_code (connection, customer->code, error);
  if (owner < 0)
    return FALSE;
  if (owner != 0 && owner != customer->id)
    {
      *ret_flaw = ACQ_CUSTOMER_FLAW_CODE_TAKEN;
      return TRUE;
    }
  return check_links (connection, customer, ret_flaw, error);
}

static gboolean
check (AcqCompanyFile *file, const AcqCustomer *customer, GError **error)
{
  AcqCustomerFlaw flaw
    = acq_customer_entry_find_flaw (customer, acq_clock_today (acq_company_file_clock (file)));

  if (flaw == ACQ_CUSTOMER_FLAW_NONE
      && !find_flaw_in_file (acq_company_file_connection (file), customer, &flaw, error))
    return FALSE;
  if (flaw == ACQ_CUSTOMER_FLAW_NONE)
    return TRUE;
  g_set_error_literal (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_BAD_FIELD,
                       acq_customer_flaw_to_code (flaw));
  return FALSE;
}

/* A code cannot be taken away; one that the user types is his own. */
static gboolean
update (AcqConnection *connection, AcqCustomer *customer, GError **error)
{
  g_autoptr (AcqCustomer) kept = acq_customer_repository_find (connection, customer->id, error);

  if (kept == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, ACQ_WORKFLOW_ERROR, ACQ_WORKFLOW_ERROR_NO_SUCH_CUSTOMER, "%" G_GINT64_FORMAT,
                     customer->id);
      return FALSE;
    }
  if (customer->code == NULL)
    customer->code = g_strdup (kept->code);
  customer->code_generated = kept->code_generated && g_str_equal (customer->code, kept->code);
  return acq_customer_repository_update (connection, customer, error);
}

gboolean
acq_customer_entry_write (AcqCompanyFile *file, AcqCustomer *customer, GError **error)
{
  AcqConnection *connection = acq_company_file_connection (file);

  acq_customer_entry_tidy (customer);
  if (!check (file, customer, error))
    return FALSE;
  if (customer->id != 0)
    return update (connection, customer, error);
  return acq_customer_repository_insert (connection, customer, 0, error);
}

gboolean
acq_customer_entry_save (AcqCompanyFile *file, AcqCustomer *customer, GError **error)
{
  gboolean is_new = customer->id == 0;
  g_autoptr (AcqChange) change = acq_change_begin (file, error);

  if (change != NULL && acq_customer_entry_write (file, customer, error)
      && acq_change_commit (change, is_new ? "new_customer" : "edit_customer", customer->code, customer->name,
                            error))
    return TRUE;
  if (is_new)
    customer->id = 0;
  return FALSE;
}
