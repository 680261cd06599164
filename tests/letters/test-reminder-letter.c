/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-letter-page.h"
#include "acq-reminder-letter.h"
#include "letter-case.h"
#include "pdf-probe.h"

/* The joiner of the letters' story writes to his debtors before any notice. */
typedef struct
{
  LetterCase *story;
  AcqReminderMail *mail;
} PaperCase;

/* The hotel's debts on a day, with the reminders that each had before it. */
static PaperCase *
paper_case_new (AcqMailTone tone, AcqDay day, AcqDay deadline)
{
  PaperCase *self = g_new0 (PaperCase, 1);

  self->story = letter_case_new_hotel_at (day);
  self->mail = acq_reminder_mail_new ();
  self->mail->company = self->story->company;
  self->mail->recipient = self->story->customer;
  self->mail->tone = tone;
  self->mail->day = day;
  self->mail->deadline = deadline;
  self->mail->currency = ACQ_CURRENCY_EUR;
  self->mail->on_paper = TRUE;
  return self;
}

static void
paper_case_free (PaperCase *self)
{
  acq_reminder_mail_free (self->mail);
  letter_case_free (self->story);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PaperCase, paper_case_free)

static AcqMailAccount *
account_of (const PaperCase *self)
{
  return acq_reminder_mail_account (self->mail, self->story->customer);
}

static AcqMailItem *
add_item (const PaperCase *self, const char *number, AcqDay issued, AcqDay due, gint64 amount)
{
  AcqMailItem *item = acq_mail_account_add_item (account_of (self), number, due, amount);

  item->issued = issued;
  return item;
}

static PaperCase *
last_new (void)
{
  PaperCase *self
    = paper_case_new (ACQ_MAIL_TONE_LAST, acq_day_new (2026, 11, 6), acq_day_new (2026, 11, 16));
  const GPtrArray *items = self->story->letter->items;

  for (guint i = 0; i < items->len; i++)
    {
      const AcqLetterItem *told = items->pdata[i];
      AcqMailItem *item = add_item (self, told->number, told->issued, told->due, told->rest);

      item->total = item->whole = told->total;
      item->settled = told->settled;
      item->partial = told->settled != 0;
      item->below = told->below;
      for (guint j = 0; j < told->reminders->len; j++)
        if (g_array_index (told->reminders, AcqDay, j) < self->mail->day)
          acq_mail_item_add_reminder (item, g_array_index (told->reminders, AcqDay, j), FALSE);
    }
  account_of (self)->claims = (AcqMailClaims){ .known = TRUE };
  for (guint i = 0; i < items->len; i++)
    {
      const AcqLetterItem *told = items->pdata[i];

      if (told->below)
        continue;
      account_of (self)->claims.penalties += told->interest->interest;
      account_of (self)->claims.indemnities += told->indemnity;
    }
  return self;
}

static PaperCase *
first_new (void)
{
  PaperCase *self
    = paper_case_new (ACQ_MAIL_TONE_COURTEOUS, acq_day_new (2026, 11, 10), acq_day_new (2026, 11, 17));
  AcqCustomer *customer = self->story->customer;

  g_free (customer->code);
  g_free (customer->name);
  g_free (customer->address);
  g_free (customer->postcode);
  g_free (customer->city);
  customer->code = g_strdup ("C00118");
  customer->name = g_strdup ("Archipel Architectes SELARL");
  customer->address = g_strdup ("Service comptabilité\nBâtiment B\n27 rue de la Fonderie");
  customer->postcode = g_strdup ("25000");
  customer->city = g_strdup ("Besançon");
  add_item (self, "F2026-0124", acq_day_new (2026, 9, 30), acq_day_new (2026, 10, 30), 186240);
  add_item (self, "F2026-0126", acq_day_new (2026, 10, 1), acq_day_new (2026, 10, 31), 54000);
  return self;
}

static GBytes *
write_pdf (const PaperCase *self, guint *ret_n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = acq_reminder_letter_write (press, self->mail, ret_n_pages, &error);
  g_assert_no_error (error);
  return pdf;
}

/* Leaves the PDF where those who want to look at it asked for it. */
static void
keep (GBytes *pdf, const char *name)
{
  const char *directory = g_getenv ("ACQ_KEEP_LETTERS");
  g_autofree char *path = directory == NULL ? NULL : g_build_filename (directory, name, NULL);

  if (path != NULL)
    g_assert_true (
      g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
}

static PopplerDocument *
write_and_open (const PaperCase *self, const char *name)
{
  g_autoptr (GBytes) pdf = write_pdf (self, NULL);

  if (name != NULL)
    keep (pdf, name);
  return pdf_probe_open (pdf);
}

static void
assert_says (PopplerDocument *document, const char *words)
{
  for (int page = 0; page < poppler_document_get_n_pages (document); page++)
    if (pdf_probe_says (document, page, words))
      return;
  {
    g_autofree char *text = pdf_probe_text (document, 0);

    g_error ("\"%s\" is not said:\n%s", words, text);
  }
}

static void
assert_silent (PopplerDocument *document, const char *words)
{
  for (int page = 0; page < poppler_document_get_n_pages (document); page++)
    {
      g_autofree char *text = pdf_probe_text (document, page);

      if (pdf_probe_says (document, page, words))
        g_error ("page %d says \"%s\":\n%s", page + 1, words, text);
    }
}

/* Every visible character lies on the paper's text block, or in its head and foot; fold marks are no text. */
static void
assert_inside_margins (PopplerDocument *document)
{
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree PopplerRectangle *places = NULL;
      guint n_places = 0;
      const char *p = text;

      g_assert_true (poppler_page_get_text_layout (page, &places, &n_places));
      for (guint j = 0; j < n_places && *p != '\0'; j++, p = g_utf8_next_char (p))
        {
          if (g_unichar_isspace (g_utf8_get_char (p)))
            continue;
          g_assert_cmpfloat (places[j].x1 * 25.4 / 72, >=, ACQ_TEXT_LEFT - 0.5);
          g_assert_cmpfloat (places[j].x2 * 25.4 / 72, <=, ACQ_TEXT_RIGHT + 0.5);
          g_assert_cmpfloat (places[j].y2 * 25.4 / 72, <=, 286);
        }
      g_object_unref (page);
    }
}

/* The figures of the story: what each debt had, and what is asked. */
static void
test_last (void)
{
  g_autoptr (PaperCase) self = last_new ();
  PopplerDocument *document = write_and_open (self, "last-reminder.pdf");
  g_autofree char *zone = pdf_probe_zone (document);

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  assert_says (document, "Facture Émise le Échue le Retard (j) Relancée en 2026 Montant TTC (€) Réglé, crédité (€) "
                         "Restant dû (€)");
  assert_says (document, "F2025-0187 28/05/2025 27/06/2025 497 03/09, 20/10 8 640,00 3 000,00 5 640,00");
  assert_says (document, "F2025-0241 10/10/2025 09/11/2025 362 03/09, 20/10 4 215,60 – 4 215,60");
  assert_says (document, "F2026-0012 20/01/2026 19/02/2026 260 03/09, 20/10 2 388,00 288,00 2 100,00");
  assert_says (document, "F2026-0098 12/08/2026 11/09/2026 56 22/09, 20/10 1 152,00 – 1 152,00");
  assert_says (document, "Total 23 325,60 3 288,00 20 037,60");
  assert_says (document, "S’y ajoute une facture échue plus récemment, rappelée une fois :");
  assert_says (document, "Facture Émise le Échue le Retard (j) Relancée en 2026 Montant TTC (€)");
  assert_says (document, "F2026-0119 24/09/2026 24/10/2026 13 27/10 3 474,00");
  assert_says (document, "Dernier rappel : cinq factures, 20 037,60 € en principal");
  assert_says (document, "Malgré nos rappels, les cinq factures suivantes restent à régler, en tout ou en partie.");
  assert_says (document, "Nous vous demandons de régler 23 511,60 € au plus tard le lundi 16 novembre 2026.");
  assert_says (document, "Montant à régler 23 511,60 €");
  assert_says (document, "Référence C00231 (à rappeler dans le libellé)");
  assert_says (document, "À défaut, nous vous adresserons pour les cinq factures une mise en demeure par lettre "
                         "recommandée.");
  assert_says (document, "Nous y ajouterons les pénalités de retard, exigibles de plein droit");
  assert_says (document, "441-10, II, du Code de commerce ; 2 145,11 € à ce jour), et");
  assert_says (document, "441-5 ; 200,00 €).");
  assert_says (document, "un échéancier convenu vaut mieux qu’une procédure.");
  assert_says (document, "Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.");
  assert_says (document, "Hélène Vauban");
  assert_says (document, "Gérante");
  assert_inside_margins (document);
  g_assert_cmpstr (zone, ==, "HOTEL DES DEUX RIVES SAS\n14 QUAI DES TANNEURS\n25290 ORNANS\n");
  g_object_unref (document);
}

/* All that a transfer needs, once. */
static void
test_payment_box (void)
{
  g_autoptr (PaperCase) self = first_new ();
  PopplerDocument *document = write_and_open (self, NULL);

  assert_says (document, "Règlement par virement");
  assert_says (document, "Montant à régler 2 402,40 €");
  assert_says (document, "À recevoir au plus tard le mardi 17 novembre 2026");
  assert_says (document, "Bénéficiaire Menuiserie Vauban SARL");
  assert_says (document, "IBAN FR76 1027 8000 0001 2345 6789 059");
  assert_says (document, "BIC CMCIFR2A (Crédit Mutuel)");
  assert_says (document, "Référence F2026-0124 F2026-0126 (à rappeler dans le libellé)");
  assert_says (document, "Virement SEPA prérempli, si votre banque lit ce code");
  assert_silent (document, "Notre IBAN");
  g_object_unref (document);
}

/* Nobody is asked to pay us what is not ours to be paid, or on an account that is not known. */
static void
test_no_payment_box (void)
{
  g_autoptr (PaperCase) self = first_new ();
  AcqMailItem *item = account_of (self)->items->pdata[0];
  PopplerDocument *document;

  item->factored = TRUE;
  document = write_and_open (self, NULL);
  assert_silent (document, "Bénéficiaire");
  assert_silent (document, "IBAN");
  g_object_unref (document);
  item->factored = FALSE;
  acq_company_set (self->story->company, "iban", NULL);
  document = write_and_open (self, NULL);
  assert_silent (document, "Bénéficiaire");
  assert_silent (document, "IBAN");
  assert_says (document, "Total 2 402,40");
  g_object_unref (document);
}

/* A template that writes about the account itself gets no box beside its words; one that names none at all is refused. */
static void
test_own_payment_words (void)
{
  g_autoptr (PaperCase) self = first_new ();
  g_autoptr (GError) error = NULL;
  PopplerDocument *document;

  self->mail->template
    = acq_mail_template_new (ACQ_TEMPLATE_MODEL_COURTEOUS, ACQ_TEMPLATE_VARIANT_FR_VOUS, "Rappel",
                             "Bonjour,\n\nSur le compte {iban}.\n\n{signature}", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  document = write_and_open (self, NULL);
  assert_says (document, "Sur le compte FR76");
  assert_silent (document, "Bénéficiaire");
  g_object_unref (document);
}

/* Before the due day nothing is asked sooner; who is offered to pay in parts has no day for the whole. */
static void
test_day_of_box (void)
{
  g_autoptr (PaperCase) self
    = paper_case_new (ACQ_MAIL_TONE_INFORMATIVE, acq_day_new (2026, 11, 10), acq_day_new (2026, 11, 17));
  PopplerDocument *document;

  add_item (self, "F2026-0150", acq_day_new (2026, 10, 20), acq_day_new (2026, 11, 20), 12000);
  document = write_and_open (self, NULL);
  assert_says (document, "À recevoir au plus tard le vendredi 20 novembre 2026");
  assert_says (document, "Facture Émise le Échéance Montant TTC (€)");
  assert_silent (document, "17 novembre");
  g_object_unref (document);
  self->mail->tone = ACQ_MAIL_TONE_PROPOSAL;
  self->mail->day = acq_day_new (2026, 11, 25);
  document = write_and_open (self, NULL);
  assert_says (document, "Montant à régler 120,00 €");
  assert_silent (document, "À recevoir");
  g_object_unref (document);
}

static void
test_first (void)
{
  g_autoptr (PaperCase) self = first_new ();
  PopplerDocument *document = write_and_open (self, "first-reminder.pdf");

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  assert_says (document, "Facture Émise le Échue le Montant TTC (€)");
  assert_says (document, "F2026-0124 30/09/2026 30/10/2026 1 862,40");
  assert_says (document, "F2026-0126 01/10/2026 31/10/2026 540,00");
  assert_says (document, "Total 2 402,40");
  assert_says (document, "Rappel : factures F2026-0124 et F2026-0126, 2 402,40 €");
  assert_says (document, "les deux factures suivantes n’ont pas encore été réglées. Il s’agit sans doute d’un simple oubli.");
  assert_says (document, "Si c’est déjà fait, merci de ne pas tenir compte de ce rappel.");
  assert_says (document, "Appelez-nous au 03 53 01 12 34 ou écrivez-nous à compta@menuiserie-vauban.example.");
  assert_says (document, "Avec nos remerciements, nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.");
  assert_silent (document, "Retard");
  assert_silent (document, "Relancée");
  assert_silent (document, "mise en demeure");
  assert_silent (document, "pénalités");
  assert_inside_margins (document);
  g_object_unref (document);
}

/* "Malgré nos rappels" is for those who had some, and nothing is called an oversight twice. */
static void
test_true_words (void)
{
  g_autoptr (PaperCase) last = last_new ();
  g_autoptr (PaperCase) first = first_new ();
  AcqMailItem *item = account_of (last)->items->pdata[4];
  PopplerDocument *document;

  g_array_set_size (item->reminders, 0);
  document = write_and_open (last, NULL);
  assert_silent (document, "Malgré");
  assert_says (document, "Les cinq factures suivantes restent à régler");
  assert_says (document, "F2026-0098 12/08/2026 11/09/2026 56 – 1 152,00");
  g_object_unref (document);
  for (guint i = 0; i < 2; i++)
    acq_mail_item_add_reminder (account_of (first)->items->pdata[i], acq_day_new (2026, 11, 3), FALSE);
  document = write_and_open (first, NULL);
  assert_silent (document, "oubli");
  assert_says (document, "Relancée en 2026");
  g_object_unref (document);
}

/* A consumer is told of no penalties, and spoken to by name. */
static void
test_consumer (void)
{
  g_autoptr (PaperCase) self = last_new ();
  AcqCustomer *customer = self->story->customer;
  PopplerDocument *document;

  customer->kind = ACQ_CUSTOMER_KIND_CONSUMER;
  g_free (customer->name);
  customer->name = g_strdup ("Mme Claire Delaunay");
  document = write_and_open (self, "last-reminder-consumer.pdf");
  assert_says (document, "Votre dossier");
  assert_says (document, "Nous vous prions d’agréer, Madame Delaunay, nos salutations distinguées.");
  assert_silent (document, "pénalités");
  assert_silent (document, "indemnité");
  assert_silent (document, "principal");
  g_object_unref (document);
}

/* What was given up is not mentioned, and without figures none are named. */
static void
test_claims (void)
{
  g_autoptr (PaperCase) self = last_new ();
  AcqMailClaims *claims = &account_of (self)->claims;
  PopplerDocument *document;

  claims->penalties = 0;
  document = write_and_open (self, NULL);
  assert_silent (document, "pénalités");
  assert_says (document, "Nous y ajouterons l’indemnité de 40 € par facture");
  g_object_unref (document);
  claims->indemnities = 0;
  document = write_and_open (self, NULL);
  assert_silent (document, "pénalités");
  assert_silent (document, "indemnité");
  g_object_unref (document);
  claims->known = FALSE;
  document = write_and_open (self, NULL);
  assert_says (document, "La loi prévoit en outre des pénalités de retard et une indemnité de 40 € par facture.");
  g_object_unref (document);
  *claims = (AcqMailClaims){ TRUE, 12345, 4000 };
  self->story->customer->kind = ACQ_CUSTOMER_KIND_PUBLIC_BODY;
  document = write_and_open (self, NULL);
  assert_says (document, "les intérêts moratoires, dus de plein droit (123,45 € à ce jour)");
  assert_silent (document, "441-10");
  g_object_unref (document);
  self->story->customer->kind = ACQ_CUSTOMER_KIND_CONSUMER;
  document = write_and_open (self, NULL);
  assert_silent (document, "123,45");
  g_object_unref (document);
}

/* Only what is true of each is said above the second table. */
static void
test_lead (void)
{
  g_autoptr (PaperCase) self = last_new ();
  AcqMailItem *below = account_of (self)->items->pdata[5];
  AcqMailItem *more;
  PopplerDocument *document;

  acq_mail_item_add_reminder (below, acq_day_new (2026, 11, 2), TRUE);
  document = write_and_open (self, NULL);
  assert_says (document, "S’y ajoute une facture échue plus récemment, rappelée deux fois :");
  assert_says (document, "13 27/10, 02/11 (appel) 3 474,00");
  g_object_unref (document);
  more = add_item (self, "F2025-0090", acq_day_new (2025, 3, 1), acq_day_new (2025, 4, 1), 10000);
  more->below = TRUE;
  document = write_and_open (self, NULL);
  assert_says (document, "S’y ajoutent deux factures :");
  assert_says (document, "Total 3 574,00");
  g_object_unref (document);
}

/* A part of an invoice is called so, and what is not asked is told apart from what was paid. */
static void
test_parts (void)
{
  g_autoptr (PaperCase) self = first_new ();
  AcqMailItem *item
    = add_item (self, "F2026-0130", acq_day_new (2026, 10, 5), acq_day_new (2026, 11, 5), 20000);
  PopplerDocument *document;

  item->total = 50000;
  item->settled = 10000;
  item->whole = 100000;
  document = write_and_open (self, NULL);
  assert_says (document, "F2026-0130 05/10/2026 05/11/2026 500,00 100,00 200,00");
  assert_says (document, "F2026-0130 : part d’une facture de 1 000,00 €");
  assert_says (document, "F2026-0130 : dont 200,00 € qui ne sont pas demandés à ce jour");
  g_object_unref (document);
}

static void
test_reminders_of_two_years (void)
{
  g_autoptr (PaperCase) self = last_new ();
  PopplerDocument *document;

  acq_mail_item_add_reminder (account_of (self)->items->pdata[0], acq_day_new (2025, 7, 9), FALSE);
  document = write_and_open (self, NULL);
  assert_says (document, "Relancée le");
  assert_says (document, "497 03/09/26,");
  assert_says (document, "09/07/25");
  assert_inside_margins (document);
  g_object_unref (document);
}

/* What is not due yet has a table of its own, and is in no sum. */
static void
test_upcoming (void)
{
  g_autoptr (PaperCase) self = first_new ();
  PopplerDocument *document;

  add_item (self, "F2026-0140", acq_day_new (2026, 10, 20), acq_day_new (2026, 11, 20), 99900);
  document = write_and_open (self, NULL);
  assert_says (document, "Pas encore dû, pour mémoire :");
  assert_says (document, "Facture Émise le Échéance Montant TTC (€)");
  assert_says (document, "Total 2 402,40");
  g_object_unref (document);
}

/* Each debtor's debts apart, with their own sum. */
static void
test_several_debtors (void)
{
  g_autoptr (PaperCase) self = first_new ();
  AcqCustomer *other = acq_customer_new ();
  AcqMailAccount *account;
  PopplerDocument *document;

  other->code = g_strdup ("C00900");
  other->name = g_strdup ("Copropriété Les Lilas");
  account = acq_reminder_mail_account (self->mail, other);
  acq_mail_account_add_item (account, "F9", acq_day_new (2026, 10, 1), 10000);
  acq_mail_account_add_item (account, "F10", acq_day_new (2026, 10, 2), 5000)->below = TRUE;
  document = write_and_open (self, NULL);
  assert_says (document, "Copropriété Les Lilas");
  assert_says (document, "Montant à régler 2 402,40 €");
  assert_says (document, "Montant à régler 150,00 €");
  assert_says (document, "Référence F9 F10");
  assert_says (document, "Total 2 402,40");
  assert_says (document, "Total avec ce qui précède 150,00");
  g_object_unref (document);
  acq_reminder_mail_free (g_steal_pointer (&self->mail));
  self->mail = acq_reminder_mail_new ();
  acq_customer_free (other);
}

static void
test_english (void)
{
  g_autoptr (PaperCase) self = last_new ();
  PopplerDocument *document;

  self->story->customer->language = g_strdup ("en");
  document = write_and_open (self, "last-reminder-en.pdf");
  assert_says (document, "Invoice Issued Due Days late Reminded in 2026 Incl. VAT (€) Paid, credited (€) Balance (€)");
  assert_says (document, "F2025-0187 28 May 2025 27 Jun 2025 497 3 Sep, 20 Oct 8,640.00 3,000.00 5,640.00");
  assert_says (document, "Amount to pay €23,511.60");
  assert_says (document, "To arrive by Monday 16 November 2026 at the latest");
  assert_says (document, "Payee Menuiserie Vauban SARL");
  assert_silent (document, "Règlement");
  assert_says (document, "Also due: an invoice of a more recent date, reminded once:");
  assert_inside_margins (document);
  g_object_unref (document);
}

static void
test_other_currency (void)
{
  g_autoptr (PaperCase) self = last_new ();
  PopplerDocument *document;

  self->mail->currency = acq_currency_parse ("CHF");
  document = write_and_open (self, NULL);
  assert_says (document, "Montant TTC (CHF)");
  assert_says (document, "IBAN");
  assert_silent (document, "€)");
  assert_inside_margins (document);
  g_object_unref (document);
}

/* However many there are, and however long their numbers: heads repeat, nothing runs off the page. */
static void
test_many (void)
{
  g_autoptr (PaperCase) self
    = paper_case_new (ACQ_MAIL_TONE_LAST, acq_day_new (2026, 11, 6), acq_day_new (2026, 11, 16));
  PopplerDocument *document;
  g_autofree char *fonts = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *number = g_strdup_printf ("FACTURE-2026-DOUBS-%04u", i);
      AcqMailItem *item
        = add_item (self, number, acq_day_new (2026, 5, 1), acq_day_new (2026, 6, 1), 12345);

      item->settled = 100;
      item->total = item->whole = 12445;
      item->below = i > 100;
      acq_mail_item_add_reminder (item, acq_day_new (2026, 9, 3), FALSE);
    }
  document = write_and_open (self, "reminder-200.pdf");
  g_assert_cmpint (poppler_document_get_n_pages (document), >, 4);
  assert_says (document, "24 690,00 €");
  assert_inside_margins (document);
  fonts = pdf_probe_fonts (document);
  g_assert_null (strchr (fonts, '!'));
  g_object_unref (document);
}

/* Words from outside bring no marks into a letter and nothing into the window. */
static void
test_hostile (void)
{
  g_autoptr (PaperCase) self = first_new ();
  AcqMailItem *item
    = add_item (self, "F\001*{x}\n\u202eAB", acq_day_new (2026, 1, 1), acq_day_new (2026, 2, 1), G_MAXINT32);
  PopplerDocument *document;
  g_autofree char *long_name = g_strnfill (200, 'W');

  add_item (self, long_name, ACQ_DAY_NONE, acq_day_new (2026, 2, 1), 1);
  acq_mail_item_add_reminder (item, acq_day_new (2026, 1, 15), FALSE);
  document = write_and_open (self, NULL);
  assert_says (document, "F *{x} AB");
  assert_silent (document, "Relancée");
  g_object_unref (document);
}

static void
test_same_bytes (void)
{
  g_autoptr (PaperCase) self = last_new ();
  g_autoptr (GBytes) one = write_pdf (self, NULL);
  g_autoptr (GBytes) other = write_pdf (self, NULL);

  g_assert_true (g_bytes_equal (one, other));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder-letter/last", test_last);
  g_test_add_func ("/reminder-letter/first", test_first);
  g_test_add_func ("/reminder-letter/payment-box", test_payment_box);
  g_test_add_func ("/reminder-letter/no-payment-box", test_no_payment_box);
  g_test_add_func ("/reminder-letter/own-payment-words", test_own_payment_words);
  g_test_add_func ("/reminder-letter/day-of-box", test_day_of_box);
  g_test_add_func ("/reminder-letter/true-words", test_true_words);
  g_test_add_func ("/reminder-letter/consumer", test_consumer);
  g_test_add_func ("/reminder-letter/claims", test_claims);
  g_test_add_func ("/reminder-letter/lead", test_lead);
  g_test_add_func ("/reminder-letter/parts", test_parts);
  g_test_add_func ("/reminder-letter/reminders-of-two-years", test_reminders_of_two_years);
  g_test_add_func ("/reminder-letter/upcoming", test_upcoming);
  g_test_add_func ("/reminder-letter/several-debtors", test_several_debtors);
  g_test_add_func ("/reminder-letter/english", test_english);
  g_test_add_func ("/reminder-letter/other-currency", test_other_currency);
  g_test_add_func ("/reminder-letter/many", test_many);
  g_test_add_func ("/reminder-letter/hostile", test_hostile);
  g_test_add_func ("/reminder-letter/same-bytes", test_same_bytes);
  return g_test_run ();
}
