/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-customer.h"

#include <string.h>

#include "acq-text-normalizer.h"

static const char *const kind_codes[] = {
  "unknown", "company", "sole_trader", "consumer", "public_body", "association", "co_ownership",
};
static const char *const kind_source_codes[] = { "guessed", "stated" };
static const char *const contact_role_codes[] = { "pays", "orders", "directs", "other" };
static const char *const shortfall_codes[]
  = { "still_owed", "bank_fee", "discount", "credit_note", "dispute" };

ACQ_DEFINE_CODES (AcqCustomerKind, acq_customer_kind, kind_codes)
ACQ_DEFINE_CODES (AcqKindSource, acq_kind_source, kind_source_codes)

static const char *const address_form_codes[] = { "vous", "tu" };

ACQ_DEFINE_CODES (AcqAddressForm, acq_address_form, address_form_codes)
ACQ_DEFINE_CODES (AcqContactRole, acq_contact_role, contact_role_codes)
ACQ_DEFINE_CODES (AcqShortfall, acq_shortfall, shortfall_codes)

AcqContact *
acq_contact_new (AcqContactRole role, const char *name, const char *email, const char *phone)
{
  AcqContact *self = g_new0 (AcqContact, 1);

  self->role = role;
  self->name = g_strdup (name);
  self->email = g_strdup (email);
  self->phone = g_strdup (phone);
  return self;
}

void
acq_contact_free (AcqContact *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->email);
  g_free (self->phone);
  g_free (self);
}

AcqCustomer *
acq_customer_new (void)
{
  AcqCustomer *self = g_new0 (AcqCustomer, 1);

  self->terms = ACQ_PAYMENT_TERMS_UNKNOWN;
  self->credit_limit = -1;
  self->insolvent_since = ACQ_DAY_NONE;
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) acq_contact_free);
  return self;
}

void
acq_customer_free (AcqCustomer *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->name);
  g_free (self->siren);
  g_free (self->siret);
  g_free (self->vat_number);
  g_free (self->address);
  g_free (self->postcode);
  g_free (self->city);
  g_free (self->country);
  g_free (self->language);
  g_free (self->recipient_code);
  g_free (self->payer_code);
  g_ptr_array_unref (self->contacts);
  g_free (self);
}

static const AcqContact *
find_contact (const AcqCustomer *self, AcqContactRole role, gboolean by_email)
{
  const AcqContact *pays = NULL, *any = NULL;

  for (guint i = 0; i < self->contacts->len; i++)
    {
      const AcqContact *contact = self->contacts->pdata[i];

      if ((by_email ? contact->email : contact->phone) == NULL)
        continue;
      if (contact->role == role)
        return contact;
      if (pays == NULL && contact->role == ACQ_CONTACT_ROLE_PAYS)
        pays = contact;
      if (any == NULL)
        any = contact;
    }
  return pays != NULL ? pays : any;
}

const AcqContact *
acq_customer_find_email (const AcqCustomer *self, AcqContactRole role)
{
  return find_contact (self, role, TRUE);
}

const AcqContact *
acq_customer_find_phone (const AcqCustomer *self, AcqContactRole role)
{
  return find_contact (self, role, FALSE);
}

/* Phrases of a folded name, most telling first: a public body has a SIREN too, and "SYNDICAT MIXTE" is public. */
static const struct
{
  const char *phrase;
  gboolean only_first;
  AcqCustomerKind kind;
} telling_phrases[] = {
  { "SYNDICAT DES COPROPRIETAIRES", FALSE, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "SYNDICAT DE COPROPRIETE", FALSE, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "SYNDIC COPRO", FALSE, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "COPROPRIETE", FALSE, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "SDC", TRUE, ACQ_CUSTOMER_KIND_CO_OWNERSHIP },
  { "ASSOCIATION", FALSE, ACQ_CUSTOMER_KIND_ASSOCIATION },
  { "ASSO", TRUE, ACQ_CUSTOMER_KIND_ASSOCIATION },
  { "COMITE DES FETES", FALSE, ACQ_CUSTOMER_KIND_ASSOCIATION },
  { "COMITE SOCIAL ET ECONOMIQUE", FALSE, ACQ_CUSTOMER_KIND_ASSOCIATION },
  { "CSE", TRUE, ACQ_CUSTOMER_KIND_ASSOCIATION },
  { "MAIRIE", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "COMMUNE DE", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "COMMUNE D", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "VILLE DE", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "VILLE D", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "COMMUNAUTE DE COMMUNES", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "COMMUNAUTE D AGGLOMERATION", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "CONSEIL DEPARTEMENTAL", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "CONSEIL REGIONAL", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "DEPARTEMENT DE", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "DEPARTEMENT DU", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "REGION", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "MINISTERE", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "PREFECTURE", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "CENTRE HOSPITALIER", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "LYCEE", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "COLLEGE", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "UNIVERSITE", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "SYNDICAT MIXTE", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "OFFICE PUBLIC", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "EHPAD PUBLIC", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "CCAS", FALSE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
  { "SDIS", TRUE, ACQ_CUSTOMER_KIND_PUBLIC_BODY },
};

static const char *const company_forms[] = {
  "SARL", "SAS",  "SASU", "EURL", "SA",  "SCI",  "SNC", "SCP", "SELARL", "SELAS", "SCOP", "SCEA",
  "GAEC", "EARL", "GIE",  "SCCV", "SCA", "GMBH", "LTD", "BV",  "SPA",    "SRL",   "SPRL",
};
static const char *const sole_trader_words[] = { "EI", "EIRL", "ENTREPRENEUR", "AUTOENTREPRENEUR" };
static const char *const civilities[]
  = { "M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME", "MADEMOISELLE", "MM" };

static gboolean
is_among (const char *word, const char *const *words, gsize n_words)
{
  for (gsize i = 0; i < n_words; i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A phrase counts only as whole words. */
static gboolean
holds_phrase (const char *folded, const char *phrase, gboolean only_first)
{
  gsize len = strlen (phrase);

  for (const char *at = strstr (folded, phrase); at != NULL; at = strstr (at + 1, phrase))
    {
      gboolean starts = at == folded || at[-1] == ' ';
      gboolean ends = at[len] == '\0' || at[len] == ' ';

      if (starts && ends && (!only_first || at == folded))
        return TRUE;
    }
  return FALSE;
}

/* "Mme de Sá" is no public limited company: after a civility, letters that are a name too tell nothing. */
static gboolean
names_company_form (const char *folded, char **words, gboolean is_person)
{
  static const char *const names_too[] = { "SA", "SPA", "BV", "SCA" };
  static const char *const dotted_forms[] = { "S A R L", "S A S", "S A S U", "E U R L", "S C I", "S N C" };

  for (gsize i = 0; i < G_N_ELEMENTS (dotted_forms); i++)
    if (holds_phrase (folded, dotted_forms[i], FALSE))
      return TRUE;
  for (gsize i = 0; words[i] != NULL; i++)
    if (is_among (words[i], company_forms, G_N_ELEMENTS (company_forms))
        && !(is_person && is_among (words[i], names_too, G_N_ELEMENTS (names_too))))
      return TRUE;
  return FALSE;
}

AcqCustomerKind
acq_customer_guess_kind (const char *name, const char *siren, const char *vat_number)
{
  g_autofree char *folded = acq_text_fold (name);
  g_auto (GStrv) words = acq_text_fold_words (name);
  gboolean is_person = words[0] != NULL && is_among (words[0], civilities, G_N_ELEMENTS (civilities));

  for (gsize i = 0; i < G_N_ELEMENTS (telling_phrases); i++)
    if (holds_phrase (folded, telling_phrases[i].phrase, telling_phrases[i].only_first))
      return telling_phrases[i].kind;
  for (gsize i = 0; words[i] != NULL; i++)
    if (is_among (words[i], sole_trader_words, G_N_ELEMENTS (sole_trader_words)))
      return ACQ_CUSTOMER_KIND_SOLE_TRADER;
  if (names_company_form (folded, words, is_person))
    return ACQ_CUSTOMER_KIND_COMPANY;
  /* Numbers of the State and of local authorities begin with 1 and 2 (INSEE). */
  if (siren != NULL && (siren[0] == '1' || siren[0] == '2'))
    return ACQ_CUSTOMER_KIND_PUBLIC_BODY;
  if (siren != NULL || vat_number != NULL)
    return is_person ? ACQ_CUSTOMER_KIND_SOLE_TRADER : ACQ_CUSTOMER_KIND_COMPANY;
  return is_person ? ACQ_CUSTOMER_KIND_CONSUMER : ACQ_CUSTOMER_KIND_UNKNOWN;
}
