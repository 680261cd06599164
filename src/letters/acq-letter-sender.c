/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-letter-sender.h"

#include <string.h>

#include "acq-french-text.h"
#include "acq-text-normalizer.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* Whether a name already says its form, as a word of its own. */
static gboolean
says_form (const char *name, const char *form)
{
  g_autofree char *folded_name = acq_text_fold (name);
  g_autofree char *folded_form = acq_text_fold (form);
  g_autofree char *padded_name = g_strconcat (" ", folded_name, " ", NULL);
  g_autofree char *padded_form = g_strconcat (" ", folded_form, " ", NULL);

  return strstr (padded_name, padded_form) != NULL;
}

char *
acq_company_legal_name (const AcqCompany *company)
{
  const char *form = acq_company_is_sole_trader (company) ? "EI" : company->legal_form;
  g_autofree char *name = acq_french_printable (company->name);

  if (!is_given (form) || says_form (name, form))
    return g_steal_pointer (&name);
  return g_strconcat (name, " ", form, NULL);
}

char *
acq_siren_grouped (const char *siren)
{
  if (!is_given (siren) || strlen (siren) != 9)
    return acq_french_printable (siren);
  return g_strdup_printf ("%.3s" ACQ_WIDE_SPACE "%.3s" ACQ_WIDE_SPACE "%s", siren, siren + 3, siren + 6);
}

/* "FR14 987 654 324"; other countries' numbers as they are. */
static char *
vat_number_grouped (const char *number)
{
  g_autofree char *siren = NULL;

  if (strlen (number) != 13 || !g_str_has_prefix (number, "FR"))
    return acq_french_printable (number);
  siren = acq_siren_grouped (number + 4);
  return g_strdup_printf ("%.4s" ACQ_WIDE_SPACE "%s", number, siren);
}

static char *
town_line (const char *postcode, const char *city)
{
  g_autofree char *line = g_strjoin (" ", postcode == NULL ? "" : postcode, city == NULL ? "" : city, NULL);

  return acq_french_printable (line);
}

static char *
address_line (const char *address, const char *postcode, const char *city)
{
  g_auto (GStrv) street = g_strsplit (address == NULL ? "" : address, "\n", -1);
  g_autofree char *joined = g_strjoinv (", ", street);
  g_autofree char *printable = acq_french_printable (joined);
  g_autofree char *town = town_line (postcode, city);

  return g_strjoin (printable[0] != '\0' && town[0] != '\0' ? ", " : "", printable, town, NULL);
}

char *
acq_company_address_line (const AcqCompany *company)
{
  return address_line (company->address, company->postcode, company->city);
}

char *
acq_customer_address_line (const AcqCustomer *customer)
{
  return address_line (customer->address, customer->postcode, customer->city);
}

static void
add_sender_lines (AcqLetterhead *head, const AcqCompany *company)
{
  g_auto (GStrv) street = g_strsplit (company->address == NULL ? "" : company->address, "\n", -1);

  for (char **line = street; *line != NULL; line++)
    if (is_given (*line))
      g_ptr_array_add (head->sender_lines, acq_french_printable (*line));
  g_ptr_array_add (head->sender_lines, town_line (company->postcode, company->city));
}

static char *
contact_line (const AcqCompany *company)
{
  gboolean both = is_given (company->phone) && is_given (company->email);
  g_autofree char *phone = acq_french_printable (company->phone);
  g_autofree char *email = acq_french_printable (company->email);

  if (!is_given (company->phone) && !is_given (company->email))
    return NULL;
  return g_strconcat (phone, both ? " · " : "", email, NULL);
}

static char *
form_mention (const AcqCompany *company)
{
  g_autofree char *name = acq_french_printable (company->name);
  g_autofree char *form = acq_french_printable (company->legal_form);
  g_autofree char *capital = acq_french_spaces (company->capital == NULL ? "" : company->capital);
  g_autofree char *address = acq_company_address_line (company);
  GString *mention = g_string_new (name);

  if (acq_company_is_sole_trader (company))
    g_string_append (mention, says_form (name, "EI") ? "" : " EI");
  else if (is_given (form))
    g_string_append_printf (mention, ", %s", form);
  if (is_given (capital))
    g_string_append_printf (mention, " au capital de %s", capital);
  g_string_append_printf (mention, ". Siège" ACQ_NARROW_SPACE ": %s", address);
  return g_string_free (mention, FALSE);
}

static char *
registry_mention (const AcqCompany *company)
{
  g_autofree char *siren = acq_siren_grouped (company->siren);
  GString *mention = g_string_new (siren);

  if (is_given (company->registry))
    g_string_append_printf (mention, " RCS %s", company->registry);
  if (is_given (company->vat_number))
    {
      g_autofree char *vat = vat_number_grouped (company->vat_number);

      g_string_append_printf (mention, "%sTVA intracommunautaire %s", mention->len > 0 ? " – " : "", vat);
    }
  return g_string_free (mention, FALSE);
}

AcqLetterhead *
acq_letterhead_new_for_company (const AcqCompany *company)
{
  AcqLetterhead *head = acq_letterhead_new ();

  head->sender_name = acq_company_is_sole_trader (company) ? acq_company_legal_name (company)
                                                           : acq_french_printable (company->name);
  head->sender_logo = g_strdup (company->logo);
  add_sender_lines (head, company);
  head->contact = contact_line (company);
  head->mail = is_given (company->email) ? g_strdup (company->email) : NULL;
  g_ptr_array_add (head->mentions, form_mention (company));
  g_ptr_array_add (head->mentions, registry_mention (company));
  return head;
}

char *
acq_letter_place_and_date (const AcqCompany *company, AcqDay day)
{
  g_autofree char *date = acq_french_day (day);
  g_autofree char *city = acq_french_printable (company->city);

  return city[0] == '\0' ? g_strdup_printf ("Le %s", date) : g_strdup_printf ("%s, le %s", city, date);
}

static gboolean
begins_with_word (const char *name, const char *word)
{
  g_autofree char *folded = acq_text_fold (name);

  return g_str_has_prefix (folded, word) && folded[strlen (word)] == ' ';
}

const char *
acq_customer_salutation (const AcqCustomer *customer)
{
  gboolean madam, sir;

  if (customer->kind != ACQ_CUSTOMER_KIND_CONSUMER)
    return "Madame, Monsieur,";
  madam = begins_with_word (customer->name, "MME") || begins_with_word (customer->name, "MADAME");
  sir = begins_with_word (customer->name, "M") || begins_with_word (customer->name, "MONSIEUR");
  if (madam == sir || strstr (customer->name, " et ") != NULL)
    return "Madame, Monsieur,";
  return madam ? "Madame," : "Monsieur,";
}

const char *
acq_customer_attention (const AcqCustomer *recipient)
{
  switch (recipient->kind)
    {
    case ACQ_CUSTOMER_KIND_COMPANY:
      return "À l'attention du représentant légal";
    case ACQ_CUSTOMER_KIND_PUBLIC_BODY:
      return "À l'attention de l'ordonnateur";
    default:
      return NULL;
    }
}
