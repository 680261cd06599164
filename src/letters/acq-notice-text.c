/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-notice-text.h"

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-letter-sender.h"
#include "acq-letter-text.h"

static guint
n_items (const AcqNoticeFigures *figures)
{
  return figures->n_first + figures->n_below;
}

char *
acq_notice_subject (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *count = acq_french_count (n_items (figures));
  g_autofree char *total = acq_french_amount (figures->total);

  return acq_letter_text_fill (acq_french_plural (n_items (figures),
                                                  "MISE EN DEMEURE DE PAYER – {count} facture, {total}",
                                                  "MISE EN DEMEURE DE PAYER – {count} factures, {total}"),
                               "count", count, "total", total, NULL);
}

/* How many of the first items were reminded, and how many reminders may be named in all. */
static guint
count_reminded (const AcqLetter *letter, guint *ret_reminders)
{
  guint reminded = 0;

  *ret_reminders = 0;
  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);
      g_autoptr (GArray) shown = acq_letter_item_shown_reminders (item, letter->day);

      if (item->below)
        continue;
      reminded += shown->len > 0 ? 1 : 0;
      *ret_reminders += shown->len;
    }
  return reminded;
}

static const char *
opening_model (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  guint reminders, reminded = count_reminded (letter, &reminders);
  gboolean partly = figures->first_settled != 0;

  if (figures->n_first == 1 && reminded == 0)
    return partly ? "Le solde de la facture suivante, dont l'échéance est passée, demeure impayé à ce jour."
                  : "La facture suivante, dont l'échéance est passée, demeure impayée à ce jour.";
  if (figures->n_first == 1)
    return partly ? "Malgré {reminders} ci-dessous, le solde de la facture suivante demeure impayé à ce jour."
                  : "Malgré {reminders} ci-dessous, la facture suivante demeure impayée à ce jour.";
  if (reminded == figures->n_first)
    return partly
             ? "Malgré {reminders} ci-dessous, les {count} factures suivantes demeurent impayées à ce jour, "
               "en tout "
               "ou en partie."
             : "Malgré {reminders} ci-dessous, les {count} factures suivantes demeurent impayées à ce jour.";
  return partly ? "Les {count} factures suivantes, dont l'échéance est passée, demeurent impayées à ce jour, "
                  "en tout ou en "
                  "partie."
                : "Les {count} factures suivantes, dont l'échéance est passée, demeurent impayées à ce jour.";
}

char *
acq_notice_opening (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  guint reminders;
  g_autofree char *count = acq_french_count (figures->n_first);
  const char *words;

  count_reminded (letter, &reminders);
  words
    = acq_french_plural (reminders, "la relance dont la date figure", "les relances dont les dates figurent");
  return acq_letter_text_fill (opening_model (letter, figures), "reminders", words, "count", count, NULL);
}

char *
acq_notice_opening_of_list (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  guint reminders, reminded = count_reminded (letter, &reminders);
  g_autofree char *count = acq_french_count (n_items (figures));
  g_autofree char *principal = acq_french_amount (figures->first_principal + figures->below_principal);

  return acq_letter_text_fill (reminded == figures->n_first
                                 ? "Malgré les relances dont les dates figurent en annexe, les {count} "
                                   "factures dont la liste est jointe (annexe~1) "
                                   "demeurent impayées à ce jour, pour {principal} en principal."
                                 : "Les {count} factures dont la liste est jointe (annexe~1), avec les "
                                   "relances de chacune, demeurent impayées à ce "
                                   "jour, pour {principal} en principal.",
                               "count", count, "principal", principal, NULL);
}

char *
acq_notice_below_lead (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *count = acq_french_count (figures->n_below);
  AcqDay latest_first = ACQ_DAY_NONE, earliest_below = G_MAXINT32;

  for (guint i = 0; i < letter->items->len; i++)
    {
      const AcqLetterItem *item = g_ptr_array_index (letter->items, i);

      if (item->below)
        earliest_below = MIN (earliest_below, item->due);
      else
        latest_first = MAX (latest_first, item->due);
    }
  if (earliest_below > latest_first)
    return acq_letter_text_fill (
      acq_french_plural (figures->n_below,
                         "S'y ajoute, pour son principal seul, une facture échue plus récemment :",
                         "S'y ajoutent, pour leur principal seul, {count} factures échues plus récemment :"),
      "count", count, NULL);
  return acq_letter_text_fill (
    acq_french_plural (figures->n_below, "S'y ajoute, pour son principal seul, une autre facture échue :",
                       "S'y ajoutent, pour leur principal seul, {count} autres factures échues :"),
    "count", count, NULL);
}

/* The beginning of the sentence of each rule of rate. */
static const char *
law_model (AcqRateRule rule)
{
  switch (rule)
    {
    case ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8:
      return "En application des articles |L._2192-13| et |R._2192-31| du Code de la commande publique, le "
             "retard de "
             "paiement fait courir de plein droit, sans autre formalité, des intérêts moratoires au taux de "
             "refinancement de "
             "la Banque centrale européenne en vigueur au premier jour du semestre où ils ont commencé à "
             "courir, majoré de "
             "{points}_points (calcul en annexe).";
    case ACQ_RATE_RULE_CONTRACT:
      return "Conformément à l'article |L._441-10|, II, du Code de commerce, des pénalités de retard sont "
             "exigibles de plein "
             "droit dès le lendemain de chaque échéance, sans qu'un rappel soit nécessaire, au taux convenu "
             "de {rate} l'an "
             "(calcul en annexe).";
    case ACQ_RATE_RULE_LEGAL_TIMES_3:
      return "Conformément à l'article |L._441-10|, II, du Code de commerce, des pénalités de retard sont "
             "exigibles de plein "
             "droit dès le lendemain de chaque échéance, sans qu'un rappel soit nécessaire, au taux convenu "
             "de trois fois "
             "l'intérêt légal, soit {rate} l'an depuis le {since} (taux antérieurs et calcul en annexe).";
    default:
      return "Conformément à l'article |L._441-10|, II, du Code de commerce, des pénalités de retard sont "
             "exigibles de plein "
             "droit dès le lendemain de chaque échéance, sans qu'un rappel soit nécessaire, au taux de "
             "refinancement de la "
             "Banque centrale européenne majoré de {points}_points, soit {rate} l'an depuis le {since} (taux "
             "antérieurs et calcul "
             "en annexe).";
    }
}

static const char *
indemnity_model (const AcqLetter *letter)
{
  if (letter->rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8)
    return " S'y ajoute une indemnité forfaitaire pour frais de recouvrement de {amount} par facture (article "
           "|D._2192-35| du même code).";
  return " S'y ajoute une indemnité forfaitaire pour frais de recouvrement de {amount} par facture (article "
         "|D._441-5| du même "
         "code).";
}

/* That of one invoice: the law gives the same for each. */
static char *
indemnity_text (const AcqLetter *letter)
{
  gint64 amount = 0;

  for (guint i = 0; i < letter->items->len; i++)
    amount = MAX (amount, ((const AcqLetterItem *) g_ptr_array_index (letter->items, i))->indemnity);
  return acq_french_short_amount (amount);
}

/* " Nos factures le rappellent : « … » et « … »." */
static char *
quote_invoices (const AcqLetter *letter, gboolean with_indemnity)
{
  const char *penalties = letter->penalty_clause, *indemnity = with_indemnity ? letter->indemnity_clause : NULL;

  if (penalties != NULL && indemnity != NULL)
    return acq_letter_text_fill (" Nos factures le rappellent : « {penalties} » et « {indemnity} ».", "penalties",
                                 penalties, "indemnity", indemnity, NULL);
  if (penalties == NULL && indemnity == NULL)
    return g_strdup ("");
  return acq_letter_text_fill (" Nos factures le rappellent : « {clause} ».", "clause",
                               penalties != NULL ? penalties : indemnity, NULL);
}

char *
acq_notice_law (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *rate = acq_french_rate (letter->rate);
  g_autofree char *points = acq_french_points (letter->points);
  g_autofree char *since = acq_french_day (acq_day_start_of_half_year (letter->day));
  g_autofree char *amount = indemnity_text (letter);
  g_autofree char *law = NULL;
  g_autofree char *indemnity = NULL;
  g_autofree char *quote = quote_invoices (letter, figures->first_indemnities > 0);

  if (figures->first_penalties == 0 && figures->first_indemnities == 0)
    return NULL;
  law = acq_letter_text_fill (law_model (letter->rule), "rate", rate, "points", points, "since", since, NULL);
  if (figures->first_indemnities > 0)
    indemnity = acq_letter_text_fill (indemnity_model (letter), "amount", amount, NULL);
  return g_strconcat (law, indemnity == NULL ? "" : indemnity, quote, NULL);
}

char *
acq_notice_claim_lead (const AcqLetter *letter)
{
  g_autofree char *day = acq_french_day (letter->day);

  return acq_letter_text_fill ("Décompte arrêté au {day} inclus :", "day", day, NULL);
}

char *
acq_notice_demand (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *total = acq_french_amount (figures->total);
  g_autofree char *deadline = acq_french_weekday_day (letter->deadline);

  return acq_letter_text_fill (
    "En conséquence, nous vous *mettons en demeure* de nous régler la somme de *{total}* au plus "
    "tard le *{deadline}*.",
    "total", total, "deadline", deadline, NULL);
}

/* ", ainsi que les pénalités (35,41 € au 23 novembre 2026) et l'indemnité (40,00 €) de la facture F2026-0119" */
static char *
below_claims (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *penalties = acq_french_amount (figures->below_penalties);
  g_autofree char *indemnities = acq_french_amount (figures->below_indemnities);
  g_autofree char *day = acq_french_day (letter->day);
  const char *number = "";

  if (figures->below_penalties == 0 && figures->below_indemnities == 0)
    return g_strdup ("");
  for (guint i = 0; i < letter->items->len; i++)
    if (((const AcqLetterItem *) g_ptr_array_index (letter->items, i))->below)
      number = ((const AcqLetterItem *) g_ptr_array_index (letter->items, i))->number;
  if (figures->below_indemnities == 0)
    return acq_letter_text_fill (
      acq_french_plural (figures->n_below,
                         ", ainsi que les pénalités ({penalties} au {day}) de la facture |{number}|",
                         ", ainsi que les pénalités ({penalties} au {day}) des autres factures"),
      "penalties", penalties, "day", day, "number", number, NULL);
  return acq_letter_text_fill (
    acq_french_plural (
      figures->n_below,
      ", ainsi que les pénalités ({penalties} au {day}) et l'indemnité ({indemnities}) de la facture "
      "|{number}|",
      ", ainsi que les pénalités ({penalties} au {day}) et les indemnités ({indemnities}) des autres "
      "factures"),
    "penalties", penalties, "day", day, "indemnities", indemnities, "number", number, NULL);
}

/* "soit 7,99 € par jour au taux en vigueur jusqu'au 31 décembre 2026" */
static char *
daily_clause (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *per_day = acq_french_amount (figures->per_day);
  g_autofree char *next_day = acq_french_day (letter->day + 1);
  g_autofree char *end = acq_french_day (acq_day_end_of_half_year (letter->day));

  if (letter->rule == ACQ_RATE_RULE_CONTRACT)
    return acq_letter_text_fill ("les pénalités courues depuis le {next}, soit {per_day} par jour", "next",
                                 next_day, "per_day", per_day, NULL);
  if (letter->rule == ACQ_RATE_RULE_PUBLIC_ECB_PLUS_8)
    return acq_letter_text_fill ("les intérêts courus depuis le {next}, soit {per_day} par jour", "next",
                                 next_day, "per_day", per_day, NULL);
  return acq_letter_text_fill (
    "les pénalités courues depuis le {next}, soit {per_day} par jour au taux en vigueur jusqu'au "
    "{end}",
    "next", next_day, "per_day", per_day, "end", end, NULL);
}

char *
acq_notice_acceptance (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *deadline = acq_french_day (letter->deadline);
  g_autofree char *count = acq_french_count (n_items (figures));
  g_autofree char *daily = daily_clause (letter, figures);
  g_autofree char *below = below_claims (letter, figures);
  g_autofree char *first = NULL;
  gboolean accrues = letter->penalties != ACQ_CLAIM_WAIVED && figures->per_day != 0;

  if (letter->accepted_in_full)
    first = acq_letter_text_fill (
      acq_french_plural (
        n_items (figures),
        "Reçue au plus tard le {deadline}, cette somme sera acceptée pour solde de la facture.",
        "Reçue au plus tard le {deadline}, cette somme sera acceptée pour solde des {count} factures."),
      "deadline", deadline, "count", count, NULL);
  if (!accrues)
    return g_steal_pointer (&first);
  if (first == NULL)
    return g_strdup_printf ("Au montant réclamé s’ajoutent %s%s.", daily, below);
  return g_strdup_printf ("%s Passé cette date, s’y ajouteront %s%s.", first, daily, below);
}

static char *
choice_sentence (AcqClaimChoice choice, gint64 amount, const char *mentioned, const char *waived)
{
  g_autofree char *figure = acq_french_amount (amount);

  if (choice == ACQ_CLAIM_CLAIMED || amount == 0)
    return g_strdup ("");
  return acq_letter_text_fill (choice == ACQ_CLAIM_MENTIONED ? mentioned : waived, "amount", figure, NULL);
}

char *
acq_notice_choices (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *penalties = choice_sentence (
    letter->penalties, figures->first_penalties,
    "Les pénalités de retard arrêtées à ce jour ({amount}) restent dues et ne sont pas comprises dans "
    "cette somme.",
    "Par choix exprès, nous renonçons aux pénalités de retard ({amount}).");
  g_autofree char *indemnities
    = choice_sentence (letter->indemnities, figures->first_indemnities,
                       "L'indemnité forfaitaire ({amount}) reste due et n'est pas comprise dans cette somme.",
                       "Par choix exprès, nous renonçons à l'indemnité forfaitaire ({amount}).");

  if (penalties[0] == '\0' && indemnities[0] == '\0')
    return NULL;
  return g_strconcat (penalties, penalties[0] != '\0' && indemnities[0] != '\0' ? " " : "", indemnities,
                      NULL);
}

char *
acq_notice_dispute (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  return acq_letter_text_fill (
    acq_french_plural (
      n_items (figures),
      "Si vous contestez tout ou partie de cette facture, ou si vous rencontrez une difficulté passagère, "
      "|écrivez-nous| d'ici là : nous examinerons toute proposition d'échéancier sérieuse. Si votre "
      "règlement "
      "s'est croisé avec cette lettre, veuillez ne pas tenir compte du montant correspondant.",
      "Si vous contestez tout ou partie de ces factures, ou si vous rencontrez une difficulté passagère, "
      "|écrivez-nous| d'ici là : nous examinerons toute proposition d'échéancier sérieuse. Si votre "
      "règlement "
      "s'est croisé avec cette lettre, veuillez ne pas tenir compte du montant correspondant."),
    NULL);
}

char *
acq_notice_consequence (const AcqLetter *letter)
{
  if (acq_customer_claims_interest_by_law (letter->customer))
    return acq_letter_text_fill (
      "À défaut de règlement dans ce délai, nous saisirons sans autre avis la juridiction "
      "compétente pour obtenir le paiement de l'ensemble des sommes dues.",
      NULL);
  return acq_letter_text_fill (
    "À défaut de règlement ou de réponse dans ce délai, nous pourrons saisir la juridiction compétente.",
    NULL);
}

char *
acq_notice_nature (const AcqLetter *letter)
{
  return acq_letter_text_fill ("La présente vaut mise en demeure au sens de l'article 1344 du Code civil.",
                               NULL);
}

char *
acq_notice_courtesy (const AcqLetter *letter)
{
  return acq_letter_text_fill ("Nous vous prions d'agréer, {salutation} nos salutations distinguées.",
                               "salutation", acq_customer_salutation (letter->customer), NULL);
}
