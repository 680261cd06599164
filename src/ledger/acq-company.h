/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-business-calendar.h"

G_BEGIN_DECLS

/**
 * AcqCompany:
 *
 * The sender: what letters say about the company whose file this is. Each text may be NULL (not given yet). The
 * names of the fields are the keys of "acquit-cli set" and of the profile.
 */
typedef struct
{
  char *name;
  char *legal_form;      /* "SARL", "SAS", "EI"… */
  char *capital;         /* as it is to be printed: "20 000 €" */
  char *siren;
  char *registry;        /* "RCS Besançon" without the word RCS: "Besançon" */
  char *vat_number;
  char *address;         /* street lines, separated by line feeds */
  char *postcode;
  char *city;
  char *phone;
  char *email;
  char *iban;            /* normalised */
  char *bic;
  char *bank_name;
  char *signatory;
  char *signatory_role;  /* "Gérante" */
  char *mediator_name;   /* of consumers, article L612-1 of the Code de la consommation */
  char *mediator_address;
  char *mediator_url;
  char *logo;            /* path of a PNG file, or NULL */
} AcqCompany;

AcqCompany *acq_company_new (void);
void acq_company_free (AcqCompany *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqCompany, acq_company_free)

/* The keys in the order of the structure, NULL-terminated. */
const char *const *acq_company_keys (void);
/* NULL for an unknown key or a text that was not given. */
const char *acq_company_get (const AcqCompany *self, const char *key);
/* Keeps the text as it is; NULL or "" takes it away. FALSE for an unknown key. */
gboolean acq_company_set (AcqCompany *self, const char *key, const char *value);

/* An entrepreneur who trades in his own name: letters must say "EI" (article R526-27 of the Code de commerce). */
gboolean acq_company_is_sole_trader (const AcqCompany *self);

G_END_DECLS
