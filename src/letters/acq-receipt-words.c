/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-receipt-words.h"

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"

static gboolean
is_business (const AcqPaymentReceipt *receipt)
{
  return acq_customer_claims_interest_by_law (receipt->customer);
}

static gboolean
is_public (const AcqPaymentReceipt *receipt)
{
  return acq_customer_regime (receipt->customer) == ACQ_DEBTOR_REGIME_PUBLIC_BUYER;
}

static gboolean
is_waived (const AcqPaymentReceipt *receipt)
{
  return receipt->choice == ACQ_CREDITOR_CHOICE_WAIVED;
}

static const AcqPaidInvoice *
invoice_at (const AcqPaymentReceipt *receipt, guint index)
{
  return &g_array_index (receipt->invoices, AcqPaidInvoice, index);
}

static gboolean
is_one (const AcqPaymentReceipt *receipt)
{
  return receipt->invoices->len == 1;
}

char *
acq_receipt_subject (const AcqPaymentReceipt *receipt)
{
  gboolean full = acq_payment_receipt_rest (receipt) == 0;
  g_autofree char *count = g_strdup_printf ("%u", receipt->invoices->len);

  if (is_one (receipt))
    return acq_letter_text_fill (full ? "Reçu pour acquit – facture {number}"
                                      : "Reçu d'un acompte – facture {number}",
                                 "number", invoice_at (receipt, 0)->number, NULL);
  return acq_letter_text_fill (full ? "Reçu pour acquit – {count} factures"
                                    : "Reçu d'un acompte – {count} factures",
                               "count", count, NULL);
}

/* The invoice is settled; where something beside it stays owed, only its principal is. */
static const char *
settled_model (const AcqPaymentReceipt *receipt)
{
  gboolean principal_alone = acq_payment_receipt_has_claim (receipt) && !is_waived (receipt);

  if (principal_alone)
    return is_one (receipt)
             ? "Nous avons bien reçu votre règlement et vous en remercions. Le principal de cette "
               "facture est soldé."
             : "Nous avons bien reçu votre règlement et vous en remercions. Le principal de ces "
               "factures est soldé.";
  if (receipt->notice_day == ACQ_DAY_NONE)
    return is_one (receipt)
             ? "Nous avons bien reçu votre règlement et vous en remercions. Cette facture est soldée."
             : "Nous avons bien reçu votre règlement et vous en remercions. Ces factures sont soldées.";
  return is_one (receipt)
           ? "Nous avons bien reçu votre règlement et vous en remercions. Cette facture est soldée ; la "
             "mise en demeure du {notice} est désormais sans objet."
           : "Nous avons bien reçu votre règlement et vous en remercions. Ces factures sont soldées ; la "
             "mise en demeure du {notice} est désormais sans objet pour elles.";
}

char *
acq_receipt_opening (const AcqPaymentReceipt *receipt)
{
  gint64 rest = acq_payment_receipt_rest (receipt);
  g_autofree char *left = acq_french_amount (rest);
  g_autofree char *notice
    = receipt->notice_day == ACQ_DAY_NONE ? g_strdup ("") : acq_french_day (receipt->notice_day);

  if (rest > 0)
    return acq_letter_text_fill (
      "Nous avons bien reçu votre acompte et vous en remercions. Il reste dû *{left}*, en "
      "principal.",
      "left", left, NULL);
  return acq_letter_text_fill (settled_model (receipt), "notice", notice, NULL);
}

char *
acq_receipt_payer (const AcqPaymentReceipt *receipt)
{
  g_autofree char *name = acq_french_printable (receipt->customer->name);
  g_autofree char *address = acq_customer_address_line (receipt->customer);
  g_autofree char *payer = acq_french_printable (receipt->payer);

  if (payer[0] != '\0')
    return g_strdup_printf ("%s, pour le compte de %s", payer, name);
  return g_strjoin (address[0] == '\0' ? "" : ", ", name, address, NULL);
}

char *
acq_receipt_means (const AcqPaymentReceipt *receipt)
{
  g_autofree char *day = acq_french_day (receipt->credited);
  const char *model;

  switch (receipt->means)
    {
    case ACQ_MEANS_TRANSFER:
      model = "virement, crédité le {day}";
      break;
    case ACQ_MEANS_DIRECT_DEBIT:
      model = "prélèvement, crédité le {day}";
      break;
    case ACQ_MEANS_CHEQUE:
      model = "chèque, crédité le {day}";
      break;
    case ACQ_MEANS_CARD:
      model = "carte bancaire, montant crédité le {day}";
      break;
    case ACQ_MEANS_CASH:
      model = "espèces, reçues le {day}";
      break;
    case ACQ_MEANS_BILL:
      model = "effet de commerce, crédité le {day}";
      break;
    default:
      model = "règlement crédité le {day}";
      break;
    }
  return acq_letter_text_fill (model, "day", day, NULL);
}

char *
acq_receipt_purpose (const AcqPaymentReceipt *receipt)
{
  g_autofree char *count = acq_french_count (receipt->invoices->len);
  g_autofree char *issued = NULL;

  if (!is_one (receipt))
    return acq_letter_text_fill ("{count} factures, détaillées ci-dessous", "count", count, NULL);
  issued = acq_french_day (invoice_at (receipt, 0)->issued);
  return acq_letter_text_fill ("facture {number} du {issued}", "number", invoice_at (receipt, 0)->number,
                               "issued", issued, NULL);
}

const char *
acq_receipt_claim_label (const AcqPaymentReceipt *receipt)
{
  if (!is_business (receipt))
    return "Intérêts";
  return is_public (receipt) ? "Intérêts et indemnité" : "Pénalités et indemnité";
}

/* "52,10 € de pénalités et 40,00 € d'indemnité", or one of both. */
static char *
claim_amounts (const AcqPaymentReceipt *receipt, gint64 of_penalties, gint64 of_indemnity)
{
  g_autofree char *penalties = acq_french_amount (of_penalties);
  g_autofree char *indemnity = acq_french_amount (of_indemnity);
  const char *name = is_public (receipt) ? "d'intérêts moratoires" : "de pénalités de retard";

  if (of_indemnity == 0)
    return acq_letter_text_fill ("{penalties} {name}", "penalties", penalties, "name", name, NULL);
  if (of_penalties == 0)
    return acq_letter_text_fill ("{indemnity} d'indemnité forfaitaire", "indemnity", indemnity, NULL);
  return acq_letter_text_fill ("{penalties} {name} et {indemnity} d'indemnité", "penalties", penalties,
                               "name", name, "indemnity", indemnity, NULL);
}

char *
acq_receipt_claim (const AcqPaymentReceipt *receipt)
{
  g_autofree char *amounts = NULL;
  const char *what = is_waived (receipt) ? "*{abandoned}*, par choix exprès du créancier" : "*{owed}*";
  gboolean feminine = is_business (receipt) && !is_public (receipt);
  g_autofree char *choice = acq_letter_text_fill (what, "abandoned", feminine ? "abandonnées" : "abandonnés",
                                                  "owed", feminine ? "restent dues" : "restent dus", NULL);

  if (!acq_payment_receipt_has_claim (receipt))
    return NULL;
  if (!is_business (receipt))
    return g_strconcat ("au taux légal" ACQ_NARROW_SPACE ": ", choice, NULL);
  amounts = claim_amounts (receipt, receipt->penalties, receipt->indemnity);
  return g_strconcat (amounts, ACQ_NARROW_SPACE ": ", choice, NULL);
}

char *
acq_receipt_paid_claims (const AcqPaymentReceipt *receipt)
{
  g_autofree char *amounts = NULL;

  if (receipt->paid_penalties + receipt->paid_indemnity == 0)
    return NULL;
  amounts = claim_amounts (receipt, receipt->paid_penalties, receipt->paid_indemnity);
  return g_strconcat ("dont ", amounts, NULL);
}

/* "aux intérêts au taux légal", "aux pénalités de retard (52,10 €) et à l'indemnité (40,00 €)". */
static char *
what_is_given_up (const AcqPaymentReceipt *receipt)
{
  g_autofree char *penalties = acq_french_amount (receipt->penalties);
  g_autofree char *indemnity = acq_french_amount (receipt->indemnity);
  const char *name = is_public (receipt) ? "intérêts moratoires" : "pénalités de retard";

  if (!is_business (receipt))
    return g_strdup ("aux intérêts au taux légal");
  if (receipt->indemnity == 0)
    return acq_letter_text_fill ("aux {name} ({penalties})", "name", name, "penalties", penalties, NULL);
  if (receipt->penalties == 0)
    return acq_letter_text_fill ("à l'indemnité forfaitaire ({indemnity})", "indemnity", indemnity, NULL);
  return acq_letter_text_fill ("aux {name} ({penalties}) et à l'indemnité forfaitaire ({indemnity})", "name",
                               name, "penalties", penalties, "indemnity", indemnity, NULL);
}

static char *
waiver_sentence (const AcqPaymentReceipt *receipt)
{
  gboolean full = acq_payment_receipt_rest (receipt) == 0;
  g_autofree char *what = what_is_given_up (receipt);
  g_autofree char *credited = acq_french_day (receipt->credited);
  g_autofree char *until
    = receipt->accepted_until == ACQ_DAY_NONE ? NULL : acq_french_day (receipt->accepted_until);

  if (!full)
    return acq_letter_text_fill (
      " Nous renonçons expressément {what}, pour la période close le {credited}. Nous ne "
      "renonçons à rien de ce qui court ensuite sur le reste dû.",
      "what", what, "credited", credited, NULL);
  if (until == NULL)
    return acq_letter_text_fill (" Nous renonçons expressément {what}.", "what", what, NULL);
  return acq_letter_text_fill (
    " Votre règlement ayant été reçu au plus tard le {until}, nous l'acceptons pour solde, "
    "comme notre lettre vous le proposait, et nous renonçons expressément {what}.",
    "until", until, "what", what, NULL);
}

static char *
claim_sentence (const AcqPaymentReceipt *receipt)
{
  g_autofree char *amounts = NULL;

  if (!acq_payment_receipt_has_claim (receipt))
    return g_strdup ("");
  if (is_waived (receipt))
    return waiver_sentence (receipt);
  if (!is_business (receipt))
    return g_strdup (" Les intérêts au taux légal restent dus" ACQ_NARROW_SPACE "; nous n’y renonçons pas.");
  amounts = claim_amounts (receipt, receipt->penalties, receipt->indemnity);
  return acq_letter_text_fill (" Restent dus {amounts} ; nous n'y renonçons pas.", "amounts", amounts, NULL);
}

static const char *
worth_model (const AcqPaymentReceipt *receipt)
{
  gboolean principal_alone = acq_payment_receipt_has_claim (receipt) && !is_waived (receipt);

  if (acq_payment_receipt_rest (receipt) > 0)
    return "Ce reçu vaut pour la seule somme ci-dessus.";
  if (principal_alone)
    return is_one (receipt) ? "Ce reçu vaut quittance du principal de la facture."
                            : "Ce reçu vaut quittance du principal des factures.";
  return is_one (receipt) ? "Ce reçu vaut quittance du solde de la facture."
                          : "Ce reçu vaut quittance du solde des factures.";
}

static const char *
last_words (const AcqPaymentReceipt *receipt)
{
  gboolean nothing_left = acq_payment_receipt_rest (receipt) == 0
                          && (!acq_payment_receipt_has_claim (receipt) || is_waived (receipt));

  if (!nothing_left)
    return is_one (receipt) ? " Conservez ce reçu avec la facture." : " Conservez ce reçu avec les factures.";
  return is_one (receipt) ? " Aucune autre somme n’est due pour cette facture. Conservez ce reçu avec elle."
                          : " Aucune autre somme n’est due pour ces factures. Conservez ce reçu avec elles.";
}

char *
acq_receipt_effect (const AcqPaymentReceipt *receipt)
{
  g_autofree char *claim = claim_sentence (receipt);

  return g_strconcat (worth_model (receipt), claim, last_words (receipt), NULL);
}
