/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-company.h"

#include <string.h>

#define FIELD(name) { #name, G_STRUCT_OFFSET (AcqCompany, name) }

static const struct
{
  const char *key;
  glong offset;
} fields[] = {
  FIELD (name),      FIELD (legal_form),    FIELD (capital),          FIELD (siren),        FIELD (registry),
  FIELD (vat_number), FIELD (address),      FIELD (postcode),         FIELD (city),         FIELD (phone),
  FIELD (email),     FIELD (iban),          FIELD (bic),              FIELD (bank_name),    FIELD (signatory),
  FIELD (signatory_role), FIELD (mediator_name), FIELD (mediator_address), FIELD (mediator_url), FIELD (logo),
};

#undef FIELD

AcqCompany *
acq_company_new (void)
{
  return g_new0 (AcqCompany, 1);
}

void
acq_company_free (AcqCompany *self)
{
  if (self == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (G_STRUCT_MEMBER (char *, self, fields[i].offset));
  g_free (self);
}

const char *const *
acq_company_keys (void)
{
  static const char *const keys[] = {
    "name",     "legal_form", "capital", "siren", "registry",  "vat_number",     "address",
    "postcode", "city",       "phone",   "email", "iban",      "bic",            "bank_name",
    "signatory", "signatory_role", "mediator_name", "mediator_address", "mediator_url", "logo", NULL,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (keys) == G_N_ELEMENTS (fields) + 1);
  return keys;
}

static char **
find_field (const AcqCompany *self, const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i].key, key) == 0)
      return G_STRUCT_MEMBER_P (self, fields[i].offset);
  return NULL;
}

const char *
acq_company_get (const AcqCompany *self, const char *key)
{
  char **field = find_field (self, key);

  return field == NULL ? NULL : *field;
}

gboolean
acq_company_set (AcqCompany *self, const char *key, const char *value)
{
  char **field = find_field (self, key);

  if (field == NULL)
    return FALSE;
  g_free (*field);
  *field = value == NULL || *value == '\0' ? NULL : g_strdup (value);
  return TRUE;
}

gboolean
acq_company_is_sole_trader (const AcqCompany *self)
{
  return self->legal_form != NULL
         && (strcmp (self->legal_form, "EI") == 0 || strcmp (self->legal_form, "EIRL") == 0);
}
