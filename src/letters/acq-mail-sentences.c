/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-sentences.h"

#include <string.h>

#include "acq-customer-law.h"
#include "acq-french-text.h"
#include "acq-iban.h"
#include "acq-letter-sender.h"
#include "acq-mail-words.h"
#include "acq-text-normalizer.h"

/* More invoices than these are counted in a subject, and more than those in a threat, instead of being named. */
#define MAX_IN_SUBJECT 3
#define MAX_IN_THREAT  6
/* Characters that a transfer carries (SEPA). */
#define MAX_REFERENCE 140

static gboolean
is_given (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
count_item (AcqMailScope *self, const AcqMailItem *item, guint *n_level)
{
  g_autoptr (GArray) shown = NULL;

  if (acq_reminder_mail_is_upcoming (self->mail, item))
    return;
  self->n_asked++;
  self->asked += item->amount;
  if (item->below)
    return;
  shown = acq_mail_shown_reminders (item, self->mail->day);
  self->n_reminded += shown->len > 0 ? 1 : 0;
  self->partial = self->partial || item->partial;
  self->only = (*n_level)++ == 0 ? item : NULL;
  if (!g_ptr_array_find_with_equal_func (self->numbers, item->number, g_str_equal, NULL))
    g_ptr_array_add (self->numbers, item->number);
}

void
acq_mail_scope_init (AcqMailScope *self, const AcqReminderMail *mail)
{
  guint n_level = 0;

  *self = (AcqMailScope){ .mail = mail, .numbers = g_ptr_array_new () };
  for (guint i = 0; i < mail->accounts->len; i++)
    {
      const AcqMailAccount *account = mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        count_item (self, account->items->pdata[j], &n_level);
    }
}

void
acq_mail_scope_clear (AcqMailScope *self)
{
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
}

/* "facture F1", "factures F1, F2 et F3", "cinq factures". */
static char *
name_invoices (const AcqMailScope *scope)
{
  g_autofree char *names = NULL;

  if (scope->numbers->len > MAX_IN_SUBJECT)
    {
      names = acq_french_count (scope->numbers->len);
      return g_strconcat (names, " factures", NULL);
    }
  names = acq_mail_join (scope->numbers);
  return g_strdup_printf ("%s %s", acq_french_plural (scope->numbers->len, "facture", "factures"), names);
}

static char *
capitalized (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

static const char *
subject_model (const AcqMailScope *scope)
{
  switch (scope->mail->tone)
    {
    case ACQ_MAIL_TONE_INFORMATIVE:
      return scope->only != NULL ? "{Invoices} : échéance le {due}" : "{Invoices} : échéances à venir";
    case ACQ_MAIL_TONE_COURTEOUS:
      return "Rappel : {invoices}";
    case ACQ_MAIL_TONE_FIRM:
      return "{Invoices} : merci de votre règlement";
    case ACQ_MAIL_TONE_PROPOSAL:
      return "{Invoices} : convenons d'un règlement";
    case ACQ_MAIL_TONE_RELEASE:
      return "Retenue de garantie, {invoices} : demande de libération";
    case ACQ_MAIL_TONE_LAST:
    default:
      return "Dernier rappel : {invoices}";
    }
}

char *
acq_mail_subject (const AcqMailScope *scope)
{
  g_autofree char *invoices = name_invoices (scope);
  g_autofree char *capital = capitalized (invoices);
  g_autofree char *due
    = scope->only == NULL ? g_strdup ("") : acq_mail_day (scope->only->due, scope->mail->day);

  return acq_mail_fill (subject_model (scope), "Invoices", capital, "invoices", invoices, "due", due, NULL);
}

/* How civilities are written, folded, and how they are said. */
static const struct
{
  const char *written;
  const char *spoken;
} civilities[] = {
  { "MME ", "Madame" }, { "MADAME ", "Madame" }, { "MLLE ", "Madame" },
  { "M ", "Monsieur" }, { "MR ", "Monsieur" },   { "MONSIEUR ", "Monsieur" },
};

/* Words that belong to the name that follows them: "Mme Le Goff". */
static const char *const particles[]
  = { "LE", "LA", "LES", "L", "DE", "DU", "DES", "D", "DA", "DI", "DOS", "VAN", "VON", "BEN", "EL", NULL };

/* "Madame Perrin" where the name says so, "Madame" where it does not tell which of its words are the first name; NULL
   without a civility: nobody's sex is guessed. */
static char *
address_person (const char *name)
{
  g_autofree char *printable = acq_french_printable (name);
  g_autofree char *folded = acq_text_fold (printable);
  g_autofree char *padded = g_strconcat (" ", folded, " ", NULL);
  g_auto (GStrv) words = g_strsplit (printable, " ", -1);
  g_autofree char *second = NULL;
  guint n = g_strv_length (words);

  for (gsize i = 0; i < G_N_ELEMENTS (civilities); i++)
    {
      if (!g_str_has_prefix (folded, civilities[i].written) || strstr (padded, " ET ") != NULL)
        continue;
      second = acq_text_fold (words[1]);
      if (n == 3 && g_strv_contains (particles, second))
        return g_strdup_printf ("%s %s %s", civilities[i].spoken, words[1], words[2]);
      if (n > 3)
        return g_strdup (civilities[i].spoken);
      return g_strdup_printf ("%s %s", civilities[i].spoken, words[n - 1]);
    }
  return NULL;
}

char *
acq_mail_salutation (const AcqMailScope *scope)
{
  const AcqReminderMail *mail = scope->mail;
  const AcqCustomer *recipient = mail->recipient;
  g_autofree char *person = mail->contact == NULL ? NULL : address_person (mail->contact->name);
  gboolean formal = mail->tone == ACQ_MAIL_TONE_LAST || mail->on_paper;

  if (person == NULL && recipient->kind == ACQ_CUSTOMER_KIND_CONSUMER)
    person = address_person (recipient->name);
  if (person != NULL)
    return acq_mail_fill (formal ? "{person}," : "Bonjour {person},", "person", person, NULL);
  return g_strdup (formal ? "Madame, Monsieur," : "Bonjour,");
}

/* Whether two promises were the same word given. */
static gboolean
is_same_promise (const AcqMailPromise *a, const AcqMailPromise *b)
{
  return a->made == b->made && a->until == b->until;
}

/* "vendredi 13", with the month where it is another than that of the day before it in the sentence. */
static char *
promised_day (const AcqMailPromise *promise, AcqDay mail_day)
{
  g_autofree char *whole = acq_mail_weekday (promise->until, mail_day);
  int made_month, until_month;

  acq_day_get (promise->made, NULL, &made_month, NULL);
  acq_day_get (promise->until, NULL, &until_month, NULL);
  if (made_month != until_month || acq_day_year (promise->made) != acq_day_year (promise->until))
    return g_steal_pointer (&whole);
  return g_strndup (whole, (gsize) (strstr (whole, ACQ_WIDE_SPACE) - whole));
}

/* Numbers of the invoices that this promise was about. */
static GPtrArray *
list_promised (const AcqMailScope *scope, const AcqMailPromise *promise, guint *ret_items,
               gboolean *ret_partly)
{
  GPtrArray *numbers = g_ptr_array_new ();

  *ret_items = 0;
  *ret_partly = FALSE;
  for (guint i = 0; i < scope->mail->accounts->len; i++)
    {
      const AcqMailAccount *account = scope->mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        {
          AcqMailItem *item = account->items->pdata[j];

          if (item->promise.made == ACQ_DAY_NONE || !is_same_promise (&item->promise, promise))
            continue;
          (*ret_items)++;
          *ret_partly = *ret_partly || item->promise.partly;
          if (!g_ptr_array_find_with_equal_func (numbers, item->number, g_str_equal, NULL))
            g_ptr_array_add (numbers, item->number);
        }
    }
  return numbers;
}

static char *
promise_sentence (const AcqMailScope *scope, const AcqMailPromise *promise)
{
  guint n_items;
  gboolean partly;
  g_autoptr (GPtrArray) numbers = list_promised (scope, promise, &n_items, &partly);
  g_autofree char *made = acq_mail_day (promise->made, scope->mail->day);
  g_autofree char *until = promised_day (promise, scope->mail->day);
  g_autofree char *names = acq_mail_join (numbers);
  const char *of = n_items == scope->n_asked ? ""
                   : numbers->len == 1       ? " de la facture {names}"
                                             : " des factures {names}";
  g_autofree char *model
    = g_strconcat ("Le {made}, vous nous annonciez", promise->on_phone ? " au téléphone" : "", " un règlement", of,
                   " pour le {until} : ", partly ? "nous n'en avons reçu qu'une partie." : "nous ne l'avons pas reçu.",
                   NULL);

  return acq_mail_fill (model, "made", made, "names", names, "until", until, NULL);
}

static gboolean
was_said (const GPtrArray *said, const AcqMailPromise *promise)
{
  for (guint i = 0; i < said->len; i++)
    if (is_same_promise (said->pdata[i], promise))
      return TRUE;
  return FALSE;
}

gboolean
acq_mail_add_promises (const AcqMailScope *scope, AcqMailText *text)
{
  g_autoptr (GPtrArray) said = g_ptr_array_new ();

  for (guint i = 0; i < scope->mail->accounts->len; i++)
    {
      const AcqMailAccount *account = scope->mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        {
          AcqMailItem *item = account->items->pdata[j];

          if (item->promise.made == ACQ_DAY_NONE || was_said (said, &item->promise))
            continue;
          acq_mail_text_take (text, ACQ_MAIL_BLOCK_PARAGRAPH, promise_sentence (scope, &item->promise));
          g_ptr_array_add (said, &item->promise);
        }
    }
  return said->len > 0;
}

static const char *
model_for_one (const AcqMailScope *scope)
{
  gboolean partial = scope->partial;

  switch (scope->mail->tone)
    {
    case ACQ_MAIL_TONE_INFORMATIVE:
      return partial
               ? "Un règlement de *{amount}* pour notre facture *|{number}|* arrive à échéance le {due}."
               : "Notre facture *|{number}|* de *{amount}* arrive à échéance le {due}.";
    case ACQ_MAIL_TONE_COURTEOUS:
    case ACQ_MAIL_TONE_FIRM:
      return partial
               ? "Sauf erreur de notre part, *{amount}* restent à régler sur notre facture *|{number}|*, "
                 "échue le {due}{despite}."
               : "Sauf erreur de notre part, notre facture *|{number}|* de *{amount}*, échue le {due}, n'a "
                 "pas encore été réglée{despite}.";
    case ACQ_MAIL_TONE_RELEASE:
      return "La retenue de garantie de notre facture *|{number}|*, soit *{amount}*, peut être libérée "
             "depuis le "
             "{due}.";
    case ACQ_MAIL_TONE_PROPOSAL:
    case ACQ_MAIL_TONE_LAST:
    default:
      return partial ? "*{amount}* restent à régler sur notre facture *|{number}|*, échue le {due}{despite}."
                     : "Notre facture *|{number}|* de *{amount}*, échue le {due}, reste à régler{despite}.";
    }
}

static char *
opening_of_one (const AcqMailScope *scope)
{
  const AcqMailItem *item = scope->only;
  AcqDay day = scope->mail->day;
  g_autofree char *amount = acq_mail_amount (item->amount, scope->mail->currency);
  g_autofree char *due = acq_mail_day (item->due, day);
  g_autofree char *despite = scope->mail->tone == ACQ_MAIL_TONE_FIRM
                               ? acq_mail_despite (item, day, "rappel", "rappels")
                               : acq_mail_despite (item, day, "relance", "relances");

  if (scope->mail->tone == ACQ_MAIL_TONE_COURTEOUS)
    despite[0] = '\0';
  return acq_mail_fill (model_for_one (scope), "number", item->number, "amount", amount, "due", due,
                        "despite", despite, NULL);
}

static const char *
model_for_several (const AcqMailScope *scope)
{
  switch (scope->mail->tone)
    {
    case ACQ_MAIL_TONE_INFORMATIVE:
      return "Les règlements suivants arrivent bientôt à échéance.";
    case ACQ_MAIL_TONE_COURTEOUS:
    case ACQ_MAIL_TONE_FIRM:
      return scope->partial
               ? "Sauf erreur de notre part, les factures suivantes n'ont pas encore été réglées, en "
                 "tout ou en partie{despite}."
               : "Sauf erreur de notre part, les factures suivantes n'ont pas encore été "
                 "réglées{despite}.";
    case ACQ_MAIL_TONE_RELEASE:
      return "Les retenues de garantie suivantes peuvent être libérées.";
    case ACQ_MAIL_TONE_PROPOSAL:
    case ACQ_MAIL_TONE_LAST:
    default:
      return scope->partial ? "Les factures suivantes restent à régler, en tout ou en partie{despite}."
                            : "Les factures suivantes restent à régler{despite}.";
    }
}

static guint
count_level (const AcqMailScope *scope)
{
  guint n_level = 0;

  for (guint i = 0; i < scope->mail->accounts->len; i++)
    {
      const AcqMailAccount *account = scope->mail->accounts->pdata[i];

      for (guint j = 0; j < account->items->len; j++)
        {
          const AcqMailItem *item = account->items->pdata[j];

          n_level += !item->below && !acq_reminder_mail_is_upcoming (scope->mail, item) ? 1 : 0;
        }
    }
  return n_level;
}

char *
acq_mail_opening (const AcqMailScope *scope)
{
  gboolean all_reminded = scope->n_reminded == count_level (scope);
  gboolean says_despite = all_reminded && scope->mail->tone != ACQ_MAIL_TONE_COURTEOUS;
  g_autofree char *opening = NULL;

  opening = scope->only != NULL
              ? opening_of_one (scope)
              : acq_mail_fill (model_for_several (scope), "despite",
                               says_despite ? ", malgré les relances rappelées ci-dessous" : "", NULL);
  if (scope->mail->accounts->len > 1)
    return g_strconcat (opening, " Chaque client a son tableau et se règle séparément.", NULL);
  return g_steal_pointer (&opening);
}

static const char *
demand_model (const AcqMailScope *scope)
{
  gboolean several = scope->mail->accounts->len > 1;

  switch (scope->mail->tone)
    {
    case ACQ_MAIL_TONE_INFORMATIVE:
      return "Si c'est déjà prévu, vous n'avez rien à faire ; sinon, merci de le prévoir par virement.";
    case ACQ_MAIL_TONE_PROPOSAL:
      return several
               ? "Si un règlement en une fois est difficile en ce moment, nous pouvons convenir d'un "
                 "règlement en plusieurs fois. Dites-nous *au plus tard le {deadline}* ce qui est possible."
               : "Merci de régler {amount} par virement. Si c'est difficile en une fois, nous pouvons "
                 "convenir d'un règlement en plusieurs fois : dites-nous *au plus tard le {deadline}* ce qui "
                 "vous est possible.";
    case ACQ_MAIL_TONE_RELEASE:
      return several
               ? "Sauf opposition motivée, notifiée par lettre recommandée (article 2 de la loi n° 71-584 du "
                 "16 juillet 1971), merci de nous les régler *au plus tard le {deadline}*, par virement."
               : "Sauf opposition motivée, notifiée par lettre recommandée (article 2 de la loi n° 71-584 du "
                 "16 juillet 1971), merci de nous régler {amount} *au plus tard le {deadline}*, par "
                 "virement.";
    case ACQ_MAIL_TONE_COURTEOUS:
      return several
               ? "Merci de les régler *au plus tard le {deadline}*, par virement. Si c'est déjà fait, merci "
                 "de "
                 "ne pas tenir compte de ce message."
               : "Merci de régler {amount} *au plus tard le {deadline}*, par virement. Si c'est déjà fait, "
                 "merci de ne pas tenir compte de ce message.";
    case ACQ_MAIL_TONE_FIRM:
    case ACQ_MAIL_TONE_LAST:
    default:
      return several ? "Merci de les régler *au plus tard le {deadline}*, par virement."
                     : "Merci de régler {amount} *au plus tard le {deadline}*, par virement.";
    }
}

char *
acq_mail_threat (const AcqMailScope *scope)
{
  g_autofree char *names = NULL;
  g_autofree char *count = NULL;
  gboolean by_agent
    = scope->mail->accounts->len > 1
      || ((const AcqMailAccount *) scope->mail->accounts->pdata[0])->customer != scope->mail->recipient;

  if (scope->mail->tone != ACQ_MAIL_TONE_LAST)
    return NULL;
  count = acq_french_count (scope->numbers->len);
  names = scope->numbers->len > MAX_IN_THREAT
            ? acq_mail_fill ("{count} factures, les premières de la liste", "count", count, NULL)
            : acq_mail_join (scope->numbers);
  return acq_mail_fill (by_agent ? "Passé cette date, une mise en demeure devra être adressée pour {names}."
                                 : "Passé cette date, nous devrons vous mettre en demeure de payer {names}.",
                        "names", names, NULL);
}

char *
acq_mail_demand (const AcqMailScope *scope)
{
  g_autofree char *amount = acq_mail_amount (scope->asked, scope->mail->currency);
  g_autofree char *deadline = acq_mail_weekday (scope->mail->deadline, scope->mail->day);
  g_autofree char *demand
    = acq_mail_fill (demand_model (scope), "amount", amount, "deadline", deadline, NULL);
  g_autofree char *threat = acq_mail_threat (scope);

  return threat == NULL ? g_steal_pointer (&demand) : g_strconcat (demand, " ", threat, NULL);
}

char *
acq_mail_penalties (const AcqMailScope *scope, const AcqMailAccount *account)
{
  gboolean public = account->customer->kind == ACQ_CUSTOMER_KIND_PUBLIC_BODY;
  g_autofree char *name = acq_french_printable (account->customer->name);

  if (scope->mail->tone != ACQ_MAIL_TONE_LAST || !acq_customer_claims_interest_by_law (account->customer))
    return NULL;
  if (scope->mail->accounts->len > 1)
    return acq_mail_fill ("Pour {name}, la loi prévoit en outre {what} et une indemnité de 40 € par facture.",
                          "name", name, "what",
                          public ? "des intérêts moratoires" : "des pénalités de retard", NULL);
  return acq_mail_fill ("La loi prévoit en outre {what} et une indemnité de 40 € par facture.", "what",
                        public ? "des intérêts moratoires" : "des pénalités de retard", NULL);
}

/* What the transfer should say; NULL where an item is not ours to be paid. */
static char *
reference_of (const AcqMailScope *scope, const AcqMailAccount *account)
{
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autofree char *reference = NULL;

  for (guint i = 0; i < account->items->len; i++)
    {
      const AcqMailItem *item = account->items->pdata[i];

      if (item->factored)
        return NULL;
      if (!acq_reminder_mail_is_upcoming (scope->mail, item)
          && !g_ptr_array_find_with_equal_func (numbers, item->number, g_str_equal, NULL))
        g_ptr_array_add (numbers, item->number);
    }
  g_ptr_array_add (numbers, NULL);
  reference = g_strjoinv (" ", (char **) numbers->pdata);
  if (reference[0] == '\0' || (strlen (reference) > MAX_REFERENCE && account->customer->code != NULL))
    return g_strdup (account->customer->code);
  return g_steal_pointer (&reference);
}

char *
acq_mail_payment (const AcqMailScope *scope, const AcqMailAccount *account)
{
  const char *own = scope->mail->company->iban;
  g_autofree char *iban = is_given (own) ? acq_iban_format (own, ACQ_WIDE_SPACE) : NULL;
  g_autofree char *reference = reference_of (scope, account);

  if (iban == NULL || reference == NULL)
    return NULL;
  return acq_mail_fill ("Notre IBAN : {iban}, référence {reference}.", "iban", iban, "reference", reference,
                        NULL);
}

static const char *
question_model (const AcqMailScope *scope, gboolean phone)
{
  gboolean alone = is_given (scope->mail->company->signatory);

  if (scope->mail->tone == ACQ_MAIL_TONE_LAST && phone)
    return alone ? "Une question ? Appelez-moi au |{phone}| : nous trouverons une solution."
                 : "Une question ? Appelez-nous au |{phone}| : nous trouverons une solution.";
  if (scope->mail->on_paper)
    return phone ? "Une question ? Écrivez-nous ou appelez-nous au |{phone}|."
                 : "Une question ? Écrivez-nous.";
  if (!phone)
    return "Une question ? Répondez à ce message.";
  return alone ? "Une question ? Répondez à ce message ou appelez-moi au |{phone}|."
               : "Une question ? Répondez à ce message ou appelez-nous au |{phone}|.";
}

char *
acq_mail_question (const AcqMailScope *scope)
{
  const char *phone = scope->mail->company->phone;

  return acq_mail_fill (question_model (scope, is_given (phone)), "phone", is_given (phone) ? phone : "",
                        NULL);
}

char *
acq_mail_signature (const AcqMailScope *scope)
{
  const AcqCompany *company = scope->mail->company;
  const char *courtesy = scope->mail->tone == ACQ_MAIL_TONE_LAST ? "" : "Bien cordialement,\n";
  g_autofree char *signatory = acq_french_printable (company->signatory);
  g_autofree char *name = acq_company_is_sole_trader (company) ? acq_company_legal_name (company)
                                                               : acq_french_printable (company->name);

  /* An entrepreneur who trades in his own name is not named twice. */
  if (signatory[0] == '\0' || strstr (name, signatory) != NULL)
    return g_strconcat (courtesy, name, NULL);
  return g_strconcat (courtesy, signatory, " · ", name, NULL);
}

char *
acq_mail_imprint (const AcqMailScope *scope)
{
  g_autoptr (AcqLetterhead) head = acq_letterhead_new_for_company (scope->mail->company);

  return acq_mail_widen (
    acq_french_list ((const char *const *) head->mentions->pdata, head->mentions->len, " · "));
}
