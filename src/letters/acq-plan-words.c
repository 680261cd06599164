/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-plan-words.h"

#include "acq-customer-law.h"
#include "acq-french-number.h"
#include "acq-french-text.h"
#include "acq-iban.h"
#include "acq-letter-text.h"

static gboolean
is_business (const AcqPaymentPlanLetter *letter)
{
  return acq_customer_claims_interest_by_law (letter->debt->customer);
}

static gboolean
is_public (const AcqPaymentPlanLetter *letter)
{
  return letter->debt->rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8;
}

static gboolean
is_claimed (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim)
{
  return letter->choices[claim] == ACQ_CREDITOR_CHOICE_CLAIMED
         && acq_payment_plan_letter_has_claim (letter, claim);
}

static gboolean
is_waived (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim)
{
  return letter->choices[claim] == ACQ_CREDITOR_CHOICE_WAIVED
         && acq_payment_plan_letter_has_claim (letter, claim);
}

/* What interest is called against this debtor. */
static const char *
interest_name (const AcqPaymentPlanLetter *letter)
{
  if (!is_business (letter))
    return "intérêts au taux légal";
  return is_public (letter) ? "intérêts moratoires" : "pénalités";
}

static gboolean
interest_is_feminine (const AcqPaymentPlanLetter *letter)
{
  return is_business (letter) && !is_public (letter);
}

char *
acq_plan_acknowledgment (const AcqPaymentPlanLetter *letter)
{
  gint64 total = acq_payment_plan_letter_total (letter);
  g_autofree char *day = acq_french_day (letter->debt->day);
  g_autofree char *amount = acq_french_amount (total);
  g_autofree char *words = acq_french_euro_words (total);

  return acq_letter_text_fill ("Le débiteur reconnaît devoir au créancier, au {day} inclus, la somme de "
                               "*{amount}* ({words}), qui se décompose ainsi :",
                               "day", day, "amount", amount, "words", words, NULL);
}

char *
acq_plan_engagement (const AcqPaymentPlanLetter *letter)
{
  guint n = letter->parts->len;
  g_autofree char *count = n == 1 ? g_strdup ("un") : acq_french_count (n);

  return acq_letter_text_fill (
    n == 1
      ? "Le débiteur s'engage à régler cette somme en {count} versement, reçu par virement au plus tard à la "
        "date suivante."
      : "Le débiteur s'engage à régler cette somme en {count} versements, reçus par virement au plus tard "
        "aux "
        "dates suivantes.",
    "count", count, NULL);
}

static char *
accessories (const AcqPaymentPlanLetter *letter)
{
  gboolean penalties = is_claimed (letter, ACQ_PLAN_CLAIM_PENALTIES) && is_business (letter);
  gboolean indemnities = is_claimed (letter, ACQ_PLAN_CLAIM_INDEMNITIES);

  if (penalties && indemnities)
    return g_strdup_printf (", puis sur les %s, enfin sur les indemnités", interest_name (letter));
  if (!penalties && !indemnities)
    return NULL;
  return g_strdup_printf (", puis sur les %s", penalties ? interest_name (letter) : "indemnités");
}

static char *
order_of_imputation (const AcqPaymentPlanLetter *letter)
{
  gboolean one = letter->debt->items->len == 1;
  const char *principal
    = one ? "le principal de la facture" : "le principal, de la facture la plus ancienne à la plus récente";
  g_autofree char *others = accessories (letter);

  if (others == NULL)
    return g_strdup (principal);
  if (letter->debt->imputation == ACQ_IMPUTATION_INTEREST_FIRST
      && is_claimed (letter, ACQ_PLAN_CLAIM_PENALTIES))
    return g_strdup_printf ("d’abord sur les %s, puis sur %s%s", interest_name (letter), principal,
                            is_claimed (letter, ACQ_PLAN_CLAIM_INDEMNITIES) ? ", enfin sur les indemnités"
                                                                            : "");
  return g_strdup_printf ("d’abord sur %s%s", principal, others);
}

static char *
account_words (const AcqCompany *company)
{
  g_autofree char *iban = acq_iban_format (company->iban == NULL ? "" : company->iban, ACQ_NARROW_SPACE);

  if (company->bic == NULL || company->bic[0] == '\0')
    return acq_letter_text_fill ("(IBAN~|{iban}|)", "iban", iban, NULL);
  return acq_letter_text_fill ("(IBAN~|{iban}|, BIC~|{bic}|)", "iban", iban, "bic", company->bic, NULL);
}

char *
acq_plan_imputation (const AcqPaymentPlanLetter *letter)
{
  g_autofree char *order = order_of_imputation (letter);
  g_autofree char *account = account_words (letter->debt->company);
  g_autofree char *first = acq_letter_text_fill ("Chaque virement porte la référence *{reference}* ",
                                                 "reference", letter->debt->reference, NULL);
  g_autofree char *second
    = acq_letter_text_fill (g_str_has_prefix (order, "d’abord")
                              ? ". Les parties conviennent que les versements s'imputent {order}."
                              : ". Les parties conviennent que les versements s'imputent sur {order}.",
                            "order", order, NULL);

  return g_strconcat (first, account, second, NULL);
}

const char *
acq_plan_choices_title (const AcqPaymentPlanLetter *letter)
{
  if (!is_business (letter))
    return "4. Intérêts" ACQ_NARROW_SPACE ": choix du créancier";
  return is_public (letter) ? "4. Intérêts moratoires et indemnités" ACQ_NARROW_SPACE ": choix du créancier"
                            : "4. Pénalités et indemnités" ACQ_NARROW_SPACE ": choix du créancier";
}

/* "Pénalités de retard", "Intérêts moratoires", "Intérêts au taux légal". */
static const char *
interest_title (const AcqPaymentPlanLetter *letter)
{
  if (!is_business (letter))
    return "Intérêts au taux légal";
  return is_public (letter) ? "Intérêts moratoires" : "Pénalités";
}

char *
acq_plan_claim_words (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim)
{
  g_autofree char *day = acq_french_day (letter->debt->day);
  g_autofree char *next = acq_french_day (letter->debt->day + 1);
  const char *title = interest_title (letter);

  switch (claim)
    {
    case ACQ_PLAN_CLAIM_PENALTIES:
      if (interest_is_feminine (letter))
        return g_strdup_printf ("%s de retard courues jusqu’au %s", title, day);
      return g_strdup_printf ("%s courus au %s", title, day);
    case ACQ_PLAN_CLAIM_INDEMNITIES:
      return g_strdup ("Indemnités forfaitaires de recouvrement");
    default:
      return g_strdup_printf (
        interest_is_feminine (letter) ? "%s à courir à partir du %s" : "%s à partir du %s", title, next);
    }
}

char *
acq_plan_claim_figure (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim)
{
  if (claim == ACQ_PLAN_CLAIM_LATER_PENALTIES)
    return g_strdup ("à courir");
  if (!is_business (letter))
    return g_strdup ("–");
  return acq_french_figure (acq_payment_plan_letter_claim_amount (letter, claim));
}

/* A consumer to whom no notice was sent owes no interest before there is one (article 1231-6 of the Code civil). */
static gboolean
waits_for_notice (const AcqPaymentPlanLetter *letter)
{
  return !is_business (letter) && letter->notice_day == ACQ_DAY_NONE;
}

static const char *
words_of_claimed (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim)
{
  if (waits_for_notice (letter))
    return "*réclamé{agree}*, à compter d'une mise en demeure";
  if (claim == ACQ_PLAN_CLAIM_LATER_PENALTIES || !is_business (letter))
    return "*réclamé{agree}*, en sus de la somme de l'article~1";
  return "*réclamé{agree}*, compris{agree} à l'article~1";
}

char *
acq_plan_claim_choice (const AcqPaymentPlanLetter *letter, AcqPlanClaim claim)
{
  gboolean feminine = claim == ACQ_PLAN_CLAIM_INDEMNITIES || interest_is_feminine (letter);
  const char *model = words_of_claimed (letter, claim);

  if (letter->choices[claim] == ACQ_CREDITOR_CHOICE_NONE)
    return g_strdup ("");
  if (letter->choices[claim] == ACQ_CREDITOR_CHOICE_WAIVED)
    model = claim == ACQ_PLAN_CLAIM_LATER_PENALTIES
              ? "*abandonné{agree}*, si chaque versement est reçu à sa date"
              : "*abandonné{agree}*, sans condition";
  return acq_letter_text_fill (model, "agree", feminine ? "es" : "s", NULL);
}

char *
acq_plan_no_other_waiver (const AcqPaymentPlanLetter *letter)
{
  gboolean earlier
    = is_waived (letter, ACQ_PLAN_CLAIM_PENALTIES) || is_waived (letter, ACQ_PLAN_CLAIM_INDEMNITIES);

  if (!is_waived (letter, ACQ_PLAN_CLAIM_LATER_PENALTIES))
    return acq_letter_text_fill (earlier ? "Aucune autre renonciation ne résulte du présent accord."
                                         : "Aucune renonciation ne résulte du présent accord.",
                                 NULL);
  if (!earlier)
    return acq_letter_text_fill (
      "L'abandon cesse de plein droit dans le cas prévu à l'article~5. Aucune autre "
      "renonciation ne résulte du présent accord.",
      NULL);
  return acq_letter_text_fill ("L'abandon des {interest} à courir cesse de plein droit dans le cas prévu à "
                               "l'article~5. Aucune autre renonciation ne résulte du présent accord.",
                               "interest", interest_name (letter), NULL);
}

static const char *
words_of_later_interest (const AcqPaymentPlanLetter *letter)
{
  if (is_waived (letter, ACQ_PLAN_CLAIM_LATER_PENALTIES))
    return "les {interest} sont {owing} depuis le {since} sur le principal restant dû";
  return waits_for_notice (letter) ? "les {interest} courent à compter d'une mise en demeure"
                                   : "les {interest} continuent de courir sur le principal restant dû";
}

char *
acq_plan_default (const AcqPaymentPlanLetter *letter)
{
  g_autofree char *since = acq_french_day (letter->debt->day + 1);
  g_autofree char *owed
    = acq_letter_text_fill (words_of_later_interest (letter), "interest", interest_name (letter), "owing",
                            interest_is_feminine (letter) ? "dues" : "dus", "since", since, NULL);

  return acq_letter_text_fill (
    "Si un versement n'est pas reçu à sa date, le créancier adresse un rappel écrit au débiteur. Sans "
    "règlement "
    "dans les huit jours de ce rappel, la totalité du solde devient immédiatement exigible et {owed}. Le "
    "créancier retrouve alors toute liberté d'agir en justice.",
    "owed", owed, NULL);
}

char *
acq_plan_scope (const AcqPaymentPlanLetter *letter)
{
  return acq_letter_text_fill (
    letter->debt->items->len == 1
      ? "Le présent accord aménage le seul calendrier de paiement. Il n'éteint ni ne remplace la facture, et "
        "ne "
        "modifie aucune autre condition entre les parties. Tout versement anticipé est possible sans frais."
      : "Le présent accord aménage le seul calendrier de paiement. Il n'éteint ni ne remplace les factures, "
        "et ne "
        "modifie aucune autre condition entre les parties. Tout versement anticipé est possible sans frais.",
    NULL);
}

char *
acq_plan_principal_line (const AcqPaymentPlanLetter *letter)
{
  guint n = letter->debt->items->len;
  g_autofree char *count = acq_french_count (n);

  return n == 1 ? g_strdup ("Principal d’une facture (voir l’annexe)")
                : g_strdup_printf ("Principal de %s factures (liste en annexe)", count);
}

char *
acq_plan_penalties_line (const AcqPaymentPlanLetter *letter)
{
  switch (letter->debt->rule)
    {
    case ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8:
      return acq_letter_text_fill ("Intérêts moratoires (article R._2192-31, Code de la commande publique)",
                                   NULL);
    default:
      return acq_letter_text_fill ("Pénalités de retard (article L._441-10, II, C._com.)", NULL);
    }
}

char *
acq_plan_indemnities_line (const AcqPaymentPlanLetter *letter)
{
  gint64 sum = acq_payment_plan_letter_claim_amount (letter, ACQ_PLAN_CLAIM_INDEMNITIES);
  guint n = 0;
  g_autofree char *each = NULL;

  for (guint i = 0; i < letter->debt->items->len; i++)
    n += ((const AcqLetterItem *) letter->debt->items->pdata[i])->indemnity > 0 ? 1 : 0;
  each = acq_french_amount (n == 0 ? 0 : sum / n);
  return n == 1 ? g_strdup ("Indemnité forfaitaire de recouvrement")
                : g_strdup_printf ("Indemnités forfaitaires" ACQ_NARROW_SPACE ": %u × %s", n, each);
}
