/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-call-guide.h"
#include "acq-reminder-letter.h"
#include "acq-reminder-mail.h"
#include "pdf-probe.h"

/* A joiner writes to an architect on Monday 23 November 2026. */
typedef struct
{
  AcqCompany *company;
  AcqCustomer *customer;
  AcqCustomer *other;
  AcqReminderMail *mail;
} MailCase;

static AcqDay
a_day (const char *iso)
{
  AcqDay day = acq_day_parse_iso (iso);

  g_assert_true (acq_day_is_valid (day));
  return day;
}

static AcqCustomer *
customer_new (gint64 id, const char *name, AcqCustomerKind kind)
{
  AcqCustomer *customer = acq_customer_new ();

  customer->id = id;
  customer->code = g_strdup_printf ("C%03d", (int) id);
  customer->name = g_strdup (name);
  customer->kind = kind;
  customer->address = g_strdup ("12 rue de l’Exemple");
  customer->postcode = g_strdup ("25000");
  customer->city = g_strdup ("Besançon");
  return customer;
}

static MailCase *
mail_case_new (AcqMailTone tone)
{
  MailCase *self = g_new0 (MailCase, 1);

  self->company = acq_company_new ();
  acq_company_set (self->company, "name", "Menuiserie Vauban");
  acq_company_set (self->company, "legal_form", "SARL");
  acq_company_set (self->company, "siren", "000000000");
  acq_company_set (self->company, "address", "12 rue de l’Exemple");
  acq_company_set (self->company, "postcode", "25000");
  acq_company_set (self->company, "city", "Besançon");
  acq_company_set (self->company, "phone", "03 53 01 23 45");
  acq_company_set (self->company, "iban", "FR7610278000000123456789059");
  acq_company_set (self->company, "signatory", "Hélène Vauban");
  self->customer = customer_new (1, "Perrin Architectes", ACQ_CUSTOMER_KIND_COMPANY);
  g_ptr_array_add (self->customer->contacts, acq_contact_new (ACQ_CONTACT_ROLE_PAYS, "Mme Claire Perrin",
                                                              "compta@perrin.example", NULL));
  self->other = customer_new (2, "Copropriété Les Lilas", ACQ_CUSTOMER_KIND_CO_OWNERSHIP);
  self->mail = acq_reminder_mail_new ();
  self->mail->company = self->company;
  self->mail->recipient = self->customer;
  self->mail->contact = self->customer->contacts->pdata[0];
  self->mail->tone = tone;
  self->mail->day = a_day ("2026-11-23");
  self->mail->deadline = a_day ("2026-12-01");
  self->mail->currency = ACQ_CURRENCY_EUR;
  return self;
}

static void
mail_case_free (MailCase *self)
{
  acq_reminder_mail_free (self->mail);
  acq_customer_free (self->customer);
  acq_customer_free (self->other);
  acq_company_free (self->company);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MailCase, mail_case_free)

static AcqMailItem *
add_item (MailCase *self, const AcqCustomer *customer, const char *number, const char *due, gint64 amount)
{
  return acq_mail_account_add_item (acq_reminder_mail_account (self->mail, customer), number, a_day (due),
                                    amount);
}

/* No-break spaces as plain ones. */
static char *
with_plain_spaces (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\u202f", " ", 0);
  g_string_replace (plain, "\u00a0", " ", 0);
  return g_string_free (plain, FALSE);
}

static char *
write_plain (const MailCase *self)
{
  g_autoptr (AcqMailText) text = acq_reminder_mail_write (self->mail);
  g_autofree char *body = acq_mail_text_to_plain (text);
  g_autofree char *whole = g_strconcat (text->subject, "\n\n", body, NULL);

  return with_plain_spaces (whole);
}

static void
assert_says (const MailCase *self, const char *words)
{
  g_autofree char *text = write_plain (self);

  if (strstr (text, words) == NULL)
    g_error ("\"%s\" is not in:\n%s", words, text);
}

static void
assert_silent (const MailCase *self, const char *words)
{
  g_autofree char *text = write_plain (self);

  if (strstr (text, words) != NULL)
    g_error ("\"%s\" is in:\n%s", words, text);
}

static MailCase *
perrin_new (void)
{
  MailCase *self = mail_case_new (ACQ_MAIL_TONE_LAST);
  AcqMailItem *first = add_item (self, self->customer, "F2026-0243", "2026-10-22", 98640);
  AcqMailItem *below = add_item (self, self->customer, "F2026-0251", "2026-10-30", 49600);

  acq_mail_item_add_reminder (first, a_day ("2026-10-26"), FALSE);
  acq_mail_item_add_reminder (first, a_day ("2026-11-02"), FALSE);
  acq_mail_item_add_reminder (below, a_day ("2026-11-02"), FALSE);
  first->promise = (AcqMailPromise){ a_day ("2026-11-12"), a_day ("2026-11-13"), TRUE, FALSE };
  below->promise = first->promise;
  below->below = TRUE;
  return self;
}

static void
test_last (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  g_autofree char *text = write_plain (self);

  g_assert_cmpstr (
    text, ==,
    "Dernier rappel : facture F2026-0243\n\n"
    "Madame Perrin,\n\n"
    "Le 12 novembre, vous nous annonciez au téléphone un règlement pour le vendredi 13 : nous ne l’avons "
    "pas reçu.\n\n"
    "Reste à régler :\n\n"
    "F2026-0243 · échéance : 22 octobre 2026 · relancée : les 26 octobre et 2 novembre · reste dû : "
    "986,40 €\n"
    "S’y ajoute :\n"
    "F2026-0251 · échéance : 30 octobre 2026 · relancée : le 2 novembre · reste dû : 496,00 €\n"
    "Total : 1 482,40 €\n\n"
    "Merci de régler 1 482,40 € au plus tard le mardi 1ᵉʳ décembre, par virement. Passé cette date, "
    "nous devrons vous mettre en demeure de payer F2026-0243.\n\n"
    "Notre IBAN : FR76 1027 8000 0001 2345 6789 059, référence F2026-0243 F2026-0251.\n\n"
    "La loi prévoit en outre des pénalités de retard et une indemnité de 40 € par facture.\n\n"
    "Une question ? Appelez-moi au 03 53 01 23 45 : nous trouverons une solution.\n\n"
    "Hélène Vauban · Menuiserie Vauban\n\n"
    "Menuiserie Vauban, SARL. Siège : 12 rue de l’Exemple, 25000 Besançon · 000 000 000");
}

/* What each tone says, and what it does not say yet. */
static void
test_tones (void)
{
  static const struct
  {
    AcqMailTone tone;
    const char *subject;
    const char *says;
    const char *silent;
  } cases[] = {
    { ACQ_MAIL_TONE_COURTEOUS, "Rappel : facture F1", "n’a pas encore été réglée.", "malgré" },
    { ACQ_MAIL_TONE_FIRM, "Facture F1 : merci de votre règlement", ", malgré notre rappel du 9 novembre.",
      "40 €" },
    { ACQ_MAIL_TONE_PROPOSAL, "Facture F1 : convenons d’un règlement", "en plusieurs fois",
      "mise en demeure" },
    { ACQ_MAIL_TONE_LAST, "Dernier rappel : facture F1", "vous mettre en demeure de payer F1.",
      "Sauf erreur" },
    { ACQ_MAIL_TONE_RELEASE, "Retenue de garantie, facture F1 : demande de libération", "loi n° 71-584",
      "réglée" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MailCase) self = mail_case_new (cases[i].tone);
      AcqMailItem *item = add_item (self, self->customer, "F1", "2026-10-30", 12000);
      g_autoptr (AcqMailText) text = NULL;
      g_autofree char *subject = NULL;

      acq_mail_item_add_reminder (item, a_day ("2026-11-09"), FALSE);
      text = acq_reminder_mail_write (self->mail);
      subject = with_plain_spaces (text->subject);
      g_assert_cmpstr (subject, ==, cases[i].subject);
      assert_says (self, cases[i].says);
      assert_silent (self, cases[i].silent);
      assert_says (self, "Notre IBAN : FR76 1027 8000 0001 2345 6789 059, référence F1.");
      assert_says (self, "mardi 1ᵉʳ décembre");
      assert_says (self, "Une question ?");
      assert_silent (self, "jours");
    }
}

static void
test_before_due (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_INFORMATIVE);

  add_item (self, self->customer, "F1", "2026-11-28", 12000);
  assert_says (self, "Facture F1 : échéance le 28 novembre");
  assert_says (self, "Notre facture F1 de 120,00 € arrive à échéance le 28 novembre.");
  assert_silent (self, "au plus tard");
  assert_silent (self, "Total");
}

/* Each invoice shows the reminders that it had itself: after its due day, up to the mail's day. */
static void
test_own_reminders (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_FIRM);
  AcqMailItem *first = add_item (self, self->customer, "F1", "2026-09-30", 10000);
  AcqMailItem *second = add_item (self, self->customer, "F2", "2026-10-15", 20000);

  acq_mail_item_add_reminder (first, a_day ("2026-09-28"), FALSE);
  acq_mail_item_add_reminder (first, a_day ("2026-10-05"), FALSE);
  acq_mail_item_add_reminder (first, a_day ("2026-10-12"), FALSE);
  acq_mail_item_add_reminder (first, a_day ("2026-10-20"), TRUE);
  acq_mail_item_add_reminder (first, a_day ("2026-11-24"), FALSE);
  assert_says (self,
               "F1 · échéance : 30 septembre 2026 · relancée : les 5 et 12 octobre et 20 octobre (appel)");
  assert_says (self, "F2 · échéance : 15 octobre 2026 · reste dû");
  assert_silent (self, "malgré");
  acq_mail_item_add_reminder (second, a_day ("2026-11-03"), FALSE);
  assert_says (self, "malgré les relances rappelées ci-dessous");
}

static void
test_no_indemnity_for_consumers (void)
{
  static const AcqCustomerKind kinds[] = { ACQ_CUSTOMER_KIND_CONSUMER, ACQ_CUSTOMER_KIND_ASSOCIATION,
                                           ACQ_CUSTOMER_KIND_CO_OWNERSHIP, ACQ_CUSTOMER_KIND_UNKNOWN };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (MailCase) self = perrin_new ();

      assert_says (self, "indemnité de 40 €");
      self->customer->kind = kinds[i];
      assert_silent (self, "indemnité");
      assert_silent (self, "pénalités");
    }
}

/* One table, one sum and one reference a debtor; each law only where it applies. */
static void
test_agent (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_LAST);

  add_item (self, self->other, "F1", "2026-10-01", 10000);
  add_item (self, self->other, "F2", "2026-10-02", 5000);
  add_item (self, self->customer, "F3", "2026-10-03", 70000);
  assert_says (self, "Copropriété Les Lilas\n\nF1 ");
  assert_says (self, "Total : 150,00 €\n\nNotre IBAN : FR76 1027 8000 0001 2345 6789 059, référence F1 F2.");
  assert_says (self, "référence F3.");
  assert_says (self, "Pour Perrin Architectes, la loi prévoit");
  assert_silent (self, "Pour Copropriété Les Lilas");
  assert_silent (self, "850,00");
  assert_says (self, "une mise en demeure devra être adressée pour F1, F2 et F3.");
}

/* What falls due later is told, and not asked for. */
static void
test_upcoming (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_FIRM);

  add_item (self, self->customer, "F1", "2026-10-01", 10000);
  add_item (self, self->customer, "F2", "2026-11-23", 5000)->below = TRUE;
  assert_says (self, "Merci de régler 100,00 €");
  assert_says (self, "Pas encore dû, pour mémoire :\nF2 ");
  assert_says (self, "référence F1.");
  assert_silent (self, "S’y ajoute");
}

static void
test_promises (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  AcqMailAccount *account = self->mail->accounts->pdata[0];
  AcqMailItem *first = account->items->pdata[0], *below = account->items->pdata[1];

  below->promise.made = ACQ_DAY_NONE;
  assert_says (self, "un règlement de la facture F2026-0243 pour le vendredi 13 : nous ne l’avons pas reçu.");
  first->promise.on_phone = FALSE;
  first->promise.partly = TRUE;
  first->promise.until = a_day ("2026-12-04");
  assert_says (
    self, "vous nous annonciez un règlement de la facture F2026-0243 pour le vendredi 4 décembre : nous n’en "
          "avons reçu qu’une partie.");
}

static void
test_account_is_not_ours (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_FIRM);
  AcqMailItem *item = add_item (self, self->customer, "F1", "2026-10-01", 10000);

  item->factored = TRUE;
  assert_silent (self, "IBAN");
  item->factored = FALSE;
  acq_company_set (self->company, "iban", NULL);
  assert_silent (self, "IBAN");
}

static void
test_salutations (void)
{
  static const struct
  {
    const char *name;
    const char *salutation;
  } cases[] = {
    { "Mme Claire Perrin", "Bonjour Madame Perrin," },
    { "M. Perrin", "Bonjour Monsieur Perrin," },
    { "Mme Le Goff", "Bonjour Madame Le Goff," },
    { "M. Yves de La Tour", "Bonjour Monsieur," },
    { "Claire Perrin", "Bonjour," },
    { "M. et Mme Perrin", "Bonjour," },
    { "Mme", "Bonjour," },
    { "", "Bonjour," },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_FIRM);
      AcqContact *contact = self->customer->contacts->pdata[0];
      g_autoptr (AcqMailText) text = NULL;

      add_item (self, self->customer, "F1", "2026-10-01", 10000);
      g_free (contact->name);
      contact->name = g_strdup (cases[i].name);
      text = acq_reminder_mail_write (self->mail);
      g_assert_cmpstr (((AcqMailBlock *) text->blocks->pdata[0])->text, ==, cases[i].salutation);
    }
}

/* Names from outside bring no marks, no line breaks and no reversed text into a mail. */
static void
test_hostile_names (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_LAST);
  g_autofree char *text = NULL;

  add_item (self, self->other, "F1\001*{x}\n\u202eAB", "2026-10-01", 10000);
  g_free (self->other->name);
  self->other->name = g_strnfill (300, 'W');
  text = write_plain (self);
  g_assert_nonnull (strstr (text, "F1 *{x} AB · "));
  g_assert_null (strchr (text, '\001'));
  g_assert_null (strstr (text, "\u202e"));
}

static void
test_many (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_LAST);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *number = g_strdup_printf ("F2026-%04d", i);

      add_item (self, self->customer, number, "2026-10-01", 10000);
    }
  assert_says (self, "Dernier rappel : 200 factures");
  assert_says (self, "Total : 20 000,00 €");
  assert_says (self, "référence C001.");
  self->mail->on_paper = TRUE;
  pdf = acq_reminder_letter_write (press, self->mail, &n_pages, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, >, 3);
}

static void
test_on_paper (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) again = NULL;
  PopplerDocument *document;
  g_autofree char *fonts = NULL;
  guint n_pages = 0;

  self->mail->on_paper = TRUE;
  pdf = acq_reminder_letter_write (press, self->mail, &n_pages, &error);
  g_assert_no_error (error);
  again = acq_reminder_letter_write (press, self->mail, NULL, &error);
  g_assert_true (g_bytes_equal (pdf, again));
  document = pdf_probe_open (pdf);
  fonts = pdf_probe_fonts (document);
  g_assert_cmpuint (n_pages, ==, 1);
  g_assert_null (strchr (fonts, '!'));
  g_assert_true (
    pdf_probe_says (document, 0, "F2026-0243 22/10/2026 32 26/10, 02/11 986,40"));
  g_assert_true (pdf_probe_says (document, 0, "Nous vous demandons de régler 1 482,40 €"));
  g_assert_true (pdf_probe_says (document, 0, "PERRIN ARCHITECTES"));
  g_assert_false (pdf_probe_says (document, 0, "Répondez à ce message"));
  g_object_unref (document);
}

static void
test_call_guide (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  g_autoptr (AcqMailText) guide = acq_call_guide_write (self->mail);
  g_autofree char *marked = acq_mail_text_to_plain (guide);
  g_autofree char *text = with_plain_spaces (marked);

  g_assert_nonnull (strstr (text, "Bonjour, Hélène Vauban, de Menuiserie Vauban."));
  g_assert_nonnull (strstr (text, "Le 12 novembre, vous nous annonciez au téléphone"));
  g_assert_nonnull (strstr (text, "Total : 1 482,40 €"));
  g_assert_nonnull (strstr (text, "Puis-je compter sur 1 482,40 € au plus tard le mardi 1ᵉʳ décembre ?"));
  g_assert_nonnull (strstr (text, "FR76 1027 8000 0001 2345 6789 059"));
}

static void
test_other_currencies (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_FIRM);

  add_item (self, self->customer, "F1", "2026-10-01", 1234500);
  self->mail->currency = acq_currency_parse ("CHF");
  assert_says (self, "Merci de régler 12 345,00 CHF");
  self->mail->currency = acq_currency_parse ("JPY");
  assert_says (self, "Merci de régler 1 234 500 JPY");
  self->mail->currency = acq_currency_parse ("TND");
  assert_says (self, "Merci de régler 1 234,500 TND");
}

/* The customer's language and manner choose the words. */
static void
test_familiar (void)
{
  g_autoptr (MailCase) self = perrin_new ();

  self->customer->address_form = ACQ_ADDRESS_FORM_TU;
  assert_says (self, "Bonjour Claire,");
  assert_says (self, "tu nous annonçais au téléphone un règlement");
  assert_says (self, "nous devrons te mettre en demeure de payer F2026-0243.");
  assert_says (self, "Appelle-moi au 03 53 01 23 45");
  assert_silent (self, "vous");
}

static void
test_english (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  g_autofree char *text = NULL;

  self->customer->language = g_strdup ("en");
  text = write_plain (self);
  g_assert_cmpstr (
    text, ==,
    "Final reminder: invoice F2026-0243\n\n"
    "Dear Ms Perrin,\n\n"
    "On 12 November you told us on the phone that a payment would be made on Friday 13 November: it has not "
    "reached us.\n\n"
    "Still to be paid:\n\n"
    "F2026-0243 · due date: 22 October 2026 · reminded: on 26 October and 2 November · balance: €986.40\n"
    "Also due:\n"
    "F2026-0251 · due date: 30 October 2026 · reminded: on 2 November · balance: €496.00\n"
    "Total: €1,482.40\n\n"
    "Please pay €1,482.40 by Tuesday 1 December at the latest, by bank transfer. After that date, we will "
    "have to send you a formal notice to pay F2026-0243.\n\n"
    "Our IBAN: FR76 1027 8000 0001 2345 6789 059, reference F2026-0243 F2026-0251.\n\n"
    "The law further provides for late-payment penalties and a compensation of €40 per invoice.\n\n"
    "Any question? Call me on 03 53 01 23 45: we will find a solution.\n\n"
    "Hélène Vauban · Menuiserie Vauban\n\n"
    "Menuiserie Vauban, SARL. Siège : 12 rue de l’Exemple, 25000 Besançon · 000 000 000");
}

/* A mail about nothing but what was promised has words of its own. */
static void
test_promised_only (void)
{
  g_autoptr (MailCase) self = mail_case_new (ACQ_MAIL_TONE_FIRM);
  AcqMailItem *item = add_item (self, self->customer, "F1", "2026-10-30", 12000);

  item->promise = (AcqMailPromise){ a_day ("2026-11-12"), a_day ("2026-11-13"), FALSE, FALSE };
  assert_says (self, "Facture F1 : le règlement annoncé");
  add_item (self, self->customer, "F2", "2026-10-30", 12000);
  assert_says (self, "Factures F1 et F2 : merci de votre règlement");
}

/* A telephone's screen is read by others: nothing of several customers, or of another one than its owner. */
static void
test_sms (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  g_autoptr (AcqMailText) text = acq_reminder_mail_write (self->mail);
  g_autoptr (AcqMailText) for_two = NULL;

  g_assert_cmpstr (
    text->sms, ==,
    "Dernier rappel : 1 482,40 € restent à régler (dont facture F2026-0243). Merci de régler au plus tard le "
    "mardi 1er décembre, par virement. Une question ? Appelez le 03 53 01 23 45. Menuiserie Vauban");
  add_item (self, self->other, "F9", "2026-10-01", 100);
  for_two = acq_reminder_mail_write (self->mail);
  g_assert_null (for_two->sms);
}

/* Whoever is written to, however much he owes: every model says something whole in every language. */
static void
test_all_models (void)
{
  for (int model = 0; model < ACQ_TEMPLATE_N_MODELS; model++)
    for (int variant = 0; variant < ACQ_TEMPLATE_N_VARIANTS; variant++)
      {
        g_autoptr (MailCase) self = perrin_new ();
        g_autoptr (AcqMailText) text = NULL;
        g_autofree char *plain = NULL;

        self->mail->template
          = acq_mail_template_original ((AcqTemplateModel) model, (AcqTemplateVariant) variant);
        text = acq_reminder_mail_write (self->mail);
        g_assert_true (acq_mail_text_is_whole (text));
        g_assert_cmpuint (text->blanks->len, ==, 0);
        plain = acq_mail_text_to_plain (text);
        g_assert_null (strstr (plain, "  "));
        g_assert_null (strstr (plain, " ."));
        g_assert_null (strstr (plain, " ,"));
        g_test_message ("%s\n\n%s", text->subject, plain);
      }
}

/* A template whose conditions leave nothing makes no message. */
static void
test_blank (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  g_autoptr (AcqMailText) text = NULL;

  self->mail->template
    = acq_mail_template_new (ACQ_TEMPLATE_MODEL_THANKS, ACQ_TEMPLATE_VARIANT_FR_VOUS, "Merci",
                             "{if retention}Merci{end}\n\n{signature}", NULL, NULL, NULL, NULL);
  text = acq_reminder_mail_write (self->mail);
  g_assert_false (acq_mail_text_is_whole (text));
}

/* A letter in English is one from its head to its end, and signed whatever the template says. */
static void
test_english_letter (void)
{
  g_autoptr (MailCase) self = perrin_new ();
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  self->mail->on_paper = TRUE;
  self->mail->template
    = acq_mail_template_new (ACQ_TEMPLATE_MODEL_FIRM, ACQ_TEMPLATE_VARIANT_EN, "Pay {invoices}",
                             "Pay.\n\n{payment_details}", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  pdf = acq_reminder_letter_write (press, self->mail, NULL, &error);
  g_assert_no_error (error);
  document = pdf_probe_open (pdf);
  g_assert_true (pdf_probe_says (document, 0, "Besançon, 23 November 2026"));
  g_assert_true (pdf_probe_says (document, 0, "Your account"));
  g_assert_true (pdf_probe_says (document, 0, "Yours faithfully,"));
  g_assert_true (pdf_probe_says (document, 0, "Hélène Vauban"));
  g_object_unref (document);
}

static void
test_strip (void)
{
  g_autoptr (GArray) bold = NULL;
  g_autofree char *text = acq_mail_text_strip ("a\001é\001 \002b c\002\001d\001", &bold);

  g_assert_cmpstr (text, ==, "aé b cd");
  g_assert_cmpuint (bold->len, ==, 2);
  g_assert_cmpuint (g_array_index (bold, AcqTextRange, 0).start, ==, 1);
  g_assert_cmpuint (g_array_index (bold, AcqTextRange, 0).end, ==, 3);
  g_assert_cmpuint (g_array_index (bold, AcqTextRange, 1).end, ==, strlen (text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-mail/last", test_last);
  g_test_add_func ("/reminder-mail/tones", test_tones);
  g_test_add_func ("/reminder-mail/before-due", test_before_due);
  g_test_add_func ("/reminder-mail/own-reminders", test_own_reminders);
  g_test_add_func ("/reminder-mail/no-indemnity-for-consumers", test_no_indemnity_for_consumers);
  g_test_add_func ("/reminder-mail/agent", test_agent);
  g_test_add_func ("/reminder-mail/upcoming", test_upcoming);
  g_test_add_func ("/reminder-mail/promises", test_promises);
  g_test_add_func ("/reminder-mail/account-is-not-ours", test_account_is_not_ours);
  g_test_add_func ("/reminder-mail/salutations", test_salutations);
  g_test_add_func ("/reminder-mail/hostile-names", test_hostile_names);
  g_test_add_func ("/reminder-mail/many", test_many);
  g_test_add_func ("/reminder-mail/on-paper", test_on_paper);
  g_test_add_func ("/reminder-mail/call-guide", test_call_guide);
  g_test_add_func ("/reminder-mail/other-currencies", test_other_currencies);
  g_test_add_func ("/reminder-mail/familiar", test_familiar);
  g_test_add_func ("/reminder-mail/english", test_english);
  g_test_add_func ("/reminder-mail/promised-only", test_promised_only);
  g_test_add_func ("/reminder-mail/sms", test_sms);
  g_test_add_func ("/reminder-mail/all-models", test_all_models);
  g_test_add_func ("/reminder-mail/blank", test_blank);
  g_test_add_func ("/reminder-mail/english-letter", test_english_letter);
  g_test_add_func ("/reminder-mail/strip", test_strip);
  return g_test_run ();
}
