/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-claims.h"

#include "acq-customer-law.h"
#include "acq-mail-words.h"

typedef struct
{
  const char *penalties; /* of an amount, as all below */
  const char *interest;  /* of a public body */
  const char *indemnities;
  const char *public_indemnities;
  const char *both; /* between the two */
} ClaimWords;

static const ClaimWords words_of[] = {
  [ACQ_TONGUE_FRENCH] = { "les pénalités de retard, exigibles de plein droit (article L._441-10, II, du Code de "
                          "commerce ; {amount} à ce jour)",
                          "les intérêts moratoires, dus de plein droit ({amount} à ce jour)",
                          "l'indemnité de 40 € par facture (article D._441-5 ; {amount})",
                          "l'indemnité de 40 € par facture ({amount})", ", et " },
  [ACQ_TONGUE_ENGLISH]
  = { "late-payment penalties, due by law (article L._441-10, II, of the French Code de commerce; {amount} to date)",
      "late-payment interest, due by law ({amount} to date)",
      "the compensation of €40 per invoice (article D._441-5; {amount})",
      "the compensation of €40 per invoice ({amount})", ", and " },
};

gboolean
acq_mail_claims_apply (const AcqMailAccount *account)
{
  const AcqMailClaims *claims = &account->claims;

  return acq_customer_claims_interest_by_law (account->customer)
         && (!claims->known || claims->penalties > 0 || claims->indemnities > 0);
}

static char *
write_claim (const char *words, gint64 cents, AcqTongue tongue)
{
  g_autofree char *amount = acq_mail_amount (tongue, cents, ACQ_CURRENCY_EUR);

  return acq_mail_fill (words, "amount", amount, NULL);
}

char *
acq_mail_claims_write (const AcqReminderMail *mail, const AcqMailAccount *account, AcqTongue tongue)
{
  const AcqMailClaims *claims = &account->claims;
  const ClaimWords *words = &words_of[tongue];
  gboolean is_public = account->customer->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY;
  g_autofree char *penalties = NULL;
  g_autofree char *indemnities = NULL;

  if (!claims->known || !acq_mail_claims_apply (account) || mail->accounts->len > 1
      || !acq_currency_equal (mail->currency, ACQ_CURRENCY_EUR)
      || (!mail->on_paper && claims->penalties > 0 && claims->indemnities > 0))
    return NULL;
  if (claims->penalties > 0)
    penalties = write_claim (is_public ? words->interest : words->penalties, claims->penalties, tongue);
  if (claims->indemnities > 0)
    indemnities
      = write_claim (is_public ? words->public_indemnities : words->indemnities, claims->indemnities, tongue);
  if (penalties == NULL || indemnities == NULL)
    return penalties != NULL ? g_steal_pointer (&penalties) : g_steal_pointer (&indemnities);
  return g_strconcat (penalties, words->both, indemnities, NULL);
}
