/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-field-flaw-text.h"

#include <glib/gi18n.h>

static const struct
{
  const char *code;
  const char *sentence;
} sentences[] = {
  { "no_name", N_ ("A customer needs a name.") },
  { "code_taken", N_ ("Another customer has this code.") },
  { "bad_siren", N_ ("A SIREN has nine digits; one of these is wrong.") },
  { "bad_siret", N_ ("A SIRET has fourteen digits; one of these is wrong.") },
  { "other_siret", N_ ("This SIRET belongs to another SIREN.") },
  { "bad_vat_number", N_ ("This VAT number is not valid.") },
  { "other_vat_number", N_ ("This VAT number belongs to another SIREN.") },
  { "bad_country", N_ ("Give the country by its two letters: FR, BE, CH…") },
  { "bad_language", N_ ("Letters are written in French or in English.") },
  { "bad_email", N_ ("This is not an e-mail address.") },
  { "bad_phone", N_ ("This is not a telephone number.") },
  { "empty_contact", N_ ("Give this contact a name, an e-mail address or a telephone number.") },
  { "bad_credit_limit", N_ ("This credit limit is not possible.") },
  { "bad_recipient", N_ ("Messages cannot go to this customer: it has a recipient of its own.") },
  { "bad_payer", N_ ("There is no such payer.") },
  { "bad_insolvency", N_ ("The judgment cannot lie in the future.") },
  { "no_number", N_ ("An invoice needs a number.") },
  { "number_taken", N_ ("Another invoice has this number.") },
  { "no_customer", N_ ("Say whose invoice it is.") },
  { "other_customer", N_ ("An invoice cannot pass to another customer.") },
  { "bad_issued", N_ ("This day of issue is not possible.") },
  { "bad_due", N_ ("The due day cannot lie before the day of issue, nor more than ten years after it.") },
  { "bad_total", N_ ("This total is not possible.") },
  { "parts_differ", N_ ("The due items do not add up to the total.") },
  { "vat_differs", N_ ("The VAT lines do not add up to the total.") },
  { "below_settled", N_ ("More than this total has been paid already.") },
  { "bad_copy", N_ ("The copy must be a PDF of at most 64 MB.") },
};

const char *
acq_field_flaw_text (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_strcmp0 (sentences[i].code, code) == 0)
      return _ (sentences[i].sentence);
  return NULL;
}
