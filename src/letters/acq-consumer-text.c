/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-consumer-text.h"

#include "acq-french-text.h"
#include "acq-letter-text.h"
#include "acq-notice-text.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* "Malgré nos courriers des 28 juillet, 8 septembre et 19 octobre 2026, …" */
static char *
opening_of_one (const AcqLetter *letter, const AcqLetterItem *item)
{
  g_autoptr (GArray) shown = acq_letter_item_shown_reminders (item, letter->day);
  const char *what = item->settled != 0 ? "le solde de la facture correspondante demeure impayé à ce jour."
                                        : "la facture correspondante demeure impayée à ce jour.";
  g_autofree char *days = NULL;

  if (shown->len == 0)
    return acq_letter_text_fill (
      item->settled != 0
        ? "Le solde de la facture suivante, dont l'échéance est passée, demeure impayé à ce jour."
        : "La facture suivante, dont l'échéance est passée, demeure impayée à ce jour.",
      NULL);
  if (!is_given (letter->opening))
    what = item->settled != 0 ? "le solde de la facture suivante demeure impayé à ce jour."
                              : "la facture suivante demeure impayée à ce jour.";
  days = acq_french_days_list ((const AcqDay *) (gpointer) shown->data, shown->len);
  return acq_letter_text_fill (acq_french_plural (shown->len, "Malgré notre courrier du {days}, {what}",
                                                  "Malgré nos courriers des {days}, {what}"),
                               "days", days, "what", what, NULL);
}

char *
acq_consumer_opening (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *sentence = letter->items->len == 1
                                ? opening_of_one (letter, g_ptr_array_index (letter->items, 0))
                                : acq_notice_opening (letter, figures);
  g_autofree char *own = acq_french_printable (letter->opening);

  return own[0] == '\0' ? g_steal_pointer (&sentence) : g_strconcat (own, " ", sentence, NULL);
}

char *
acq_consumer_demand (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *demand = acq_notice_demand (letter, figures);

  if (!letter->accepted_in_full)
    return g_steal_pointer (&demand);
  return g_strconcat (
    demand, " Reçue au plus tard à cette date, elle sera acceptée pour solde, sans intérêts.", NULL);
}

char *
acq_consumer_law (const AcqLetter *letter)
{
  return acq_letter_text_fill (
    letter->accepted_in_full
      ? "Passé cette date, des intérêts au taux légal seront dus à compter de la réception de la présente "
        "|(articles~"
        "1231-6| et |1344-1| du Code civil). Nous ne vous réclamons aucun frais de relance : les frais de "
        "recouvrement engagés "
        "sans titre exécutoire restent à notre charge (article |L._111-8| du Code des procédures civiles "
        "d'exécution)."
      : "Des intérêts au taux légal sont dus à compter de la réception de la présente |(articles~1231-6| et "
        "|1344-1| du Code "
        "civil). Nous ne vous réclamons aucun frais de relance : les frais de recouvrement engagés sans "
        "titre exécutoire "
        "restent à notre charge (article |L._111-8| du Code des procédures civiles d'exécution).",
    NULL);
}

char *
acq_consumer_dispute (const AcqLetter *letter, const AcqNoticeFigures *figures)
{
  g_autofree char *phone = acq_french_printable (letter->company->phone);
  g_autofree char *call
    = phone[0] == '\0' ? g_strdup ("") : acq_letter_text_fill (" ou |appelez-nous|", NULL);
  g_autofree char *at
    = phone[0] == '\0' ? g_strdup ("") : acq_letter_text_fill (" au |{phone}|", "phone", phone, NULL);
  g_autofree char *first = acq_letter_text_fill (
    acq_french_plural (figures->n_first + figures->n_below,
                       "Si vous contestez cette facture, ou si sa charge est trop lourde en ce moment, "
                       "|écrivez-nous|",
                       "Si vous contestez une de ces factures, ou si leur charge est trop lourde en ce "
                       "moment, |écrivez-nous|"),
    NULL);
  g_autofree char *last
    = acq_letter_text_fill (" : un paiement en plusieurs fois peut être convenu. Si votre règlement s'est "
                            "croisé avec cette lettre, veuillez ne pas en tenir compte.",
                            NULL);

  return g_strconcat (first, call, " d’ici là", at, last, NULL);
}

char *
acq_consumer_mediator (const AcqLetter *letter)
{
  const AcqCompany *company = letter->company;
  g_autofree char *address
    = g_strdelimit (g_strdup (company->mediator_address == NULL ? "" : company->mediator_address), "\n", ',');
  g_autofree char *url = acq_french_printable (company->mediator_url);
  g_autofree char *site = url[0] == '\0' ? g_strdup ("") : g_strconcat (", ", url, NULL);

  if (letter->customer->kind != ACQ_CUSTOMER_KIND_CONSUMER || !is_given (company->mediator_name))
    return NULL;
  return acq_letter_text_fill (
    "Vous pouvez aussi recourir au médiateur de la consommation dont nous relevons (article "
    "|L._612-1| du Code de la consommation) : {name}, {address}{site}.",
    "name", company->mediator_name, "address", address, "site", site, NULL);
}
