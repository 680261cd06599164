/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letter-case.h"
#include "pdf-probe.h"

static GBytes *
write_plan (const AcqPaymentPlanLetter *plan, AcqLetterReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = acq_payment_plan_letter_write (press, plan, report, &error);
  g_assert_no_error (error);
  return pdf;
}

static PopplerDocument *
write_and_open (const AcqPaymentPlanLetter *plan, AcqLetterReport *report, const char *name)
{
  g_autoptr (GBytes) pdf = write_plan (plan, report);

  pdf_probe_keep (pdf, name);
  return pdf_probe_open (pdf);
}

static void
test_hotel (void)
{
  static const char *const first[] = {
    "Accord d’échéancier",
    "Référence ECH-2026-0007 – établi en deux exemplaires originaux",
    "Menuiserie Vauban, SARL au capital de 20 000 €",
    "représentée par Hélène Vauban, gérante",
    "SIREN 912 345 675",
    "la somme de 26 135,71 € (vingt-",
    "Principal de six factures (liste en annexe) 23 511,60 €",
    "Pénalités de retard (article L. 441-10, II, C. com.) 2 384,11 €",
    "Indemnités forfaitaires : 6 × 40,00 € 240,00 €",
    "Total 26 135,71 €",
    "en six versements",
    "1 mardi 15 décembre 2026 4 355,00 21 780,71",
    "5 jeudi 15 avril 2027 4 355,00 4 360,71",
    "6 mardi 18 mai 2027 4 360,71 0,00",
    "FR76 1027 8000 0001 2345 6789 059",
    "de la facture la plus ancienne à la plus récente, puis sur les pénalités, enfin sur les indemnités.",
    "Pénalités de retard courues jusqu’au 4 décembre 2026 2 384,11 réclamées, comprises à l’article 1",
    "Indemnités forfaitaires de recouvrement 240,00 réclamées, comprises à l’article 1",
    ("Pénalités à courir à partir du 5 décembre 2026 à courir abandonnées, si chaque versement est reçu à sa "
     "date"),
    "L’abandon cesse de plein droit dans le cas prévu à l’article 5. Aucune autre renonciation ne résulte du",
    "Paraphes",
  };
  static const char *const second[] = {
    "dues depuis le 5 décembre 2026 sur le principal restant dû.",
    "F2026-0012 20/01/2026 19/02/2026 2 388,00 288,00 2 100,00",
    "Total 26 799,60 3 288,00 23 511,60",
    "Fait à Besançon, le 4 décembre 2026, en deux exemplaires.",
    "« Bon pour reconnaissance de dette de [somme en chiffres], soit [somme en toutes lettres]. »",
  };
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel_at (acq_day_new (2026, 12, 4));
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 6);
  AcqLetterReport report = { 0 };
  PopplerDocument *document = write_and_open (plan, &report, "plan.pdf");

  g_assert_cmpint (report.total_due, ==, 2613571);
  g_assert_cmpuint (report.n_letter_pages, ==, 2);
  for (gsize i = 0; i < G_N_ELEMENTS (first); i++)
    pdf_probe_expect (document, 0, first[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (second); i++)
    pdf_probe_expect (document, 1, second[i]);
  pdf_probe_expect (document, 2, "Total des pénalités de retard au 04/12/2026 2 384,11");
  g_object_unref (document);
}

/* Initials stand on every page but the signed one, and over nothing else. */
static void
test_initials (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel_at (acq_day_new (2026, 12, 4));
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 6);
  AcqLetterReport report = { 0 };
  PopplerDocument *document = write_and_open (plan, &report, "plan.pdf");
  PopplerRectangle place;

  for (int page = 0; page < (int) report.n_pages; page++)
    {
      gboolean initialled = pdf_probe_find (document, page, "Paraphes", &place);

      g_assert_cmpint (initialled, ==, page + 1 != (int) report.n_letter_pages);
      g_assert_true (!initialled || (place.y1 > 257 && place.y2 < 268));
    }
  g_object_unref (document);
}

static void
test_consumer (void)
{
  static const char *const forbidden[] = { "441-10", "441-5", "indemnité", "pénalité", "Banque centrale" };
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 4);
  AcqLetterReport report = { 0 };
  PopplerDocument *document = write_and_open (plan, &report, "plan-consumer.pdf");

  g_assert_cmpint (report.total_due, ==, 174000);
  pdf_probe_expect (document, 0, "mille-sept-cent-quarante euros");
  pdf_probe_expect (document, 0, "4. Intérêts : choix du créancier");
  pdf_probe_expect (document, 0, "Intérêts au taux légal à partir du 24 novembre 2026");
  pdf_probe_expect_nowhere (document, "courus");
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    pdf_probe_expect_nowhere (document, forbidden[i]);
  g_object_unref (document);
  plan->notice_day = acq_day_new (2026, 11, 2);
  document = write_and_open (plan, NULL, "plan-consumer-notice.pdf");
  pdf_probe_expect (document, 0, "Intérêts au taux légal courus au 23 novembre 2026 – réclamés, en sus");
  g_object_unref (document);
}

static void
test_public_body (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_commune ();
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 2);
  PopplerDocument *document = write_and_open (plan, NULL, "plan-commune.pdf");

  pdf_probe_expect (document, 0, "4. Intérêts moratoires et indemnités : choix du créancier");
  pdf_probe_expect (document, 0, "Indemnité forfaitaire de recouvrement 40,00 €");
  pdf_probe_expect_nowhere (document, "441-10");
  g_object_unref (document);
}

static void
choose (AcqPaymentPlanLetter *plan, AcqCreditorChoice penalties, AcqCreditorChoice indemnities,
        AcqCreditorChoice later)
{
  gint64 sum = 0, total;

  plan->choices[ACQ_PLAN_CLAIM_PENALTIES] = penalties;
  plan->choices[ACQ_PLAN_CLAIM_INDEMNITIES] = indemnities;
  plan->choices[ACQ_PLAN_CLAIM_LATER_PENALTIES] = later;
  total = acq_payment_plan_letter_total (plan);
  for (guint i = 0; i + 1 < plan->parts->len; i++)
    sum += g_array_index (plan->parts, AcqPlanPart, i).amount;
  g_array_index (plan->parts, AcqPlanPart, plan->parts->len - 1).amount = total - sum;
}

static void
test_choices_are_said (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel_at (acq_day_new (2026, 12, 4));
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 6);
  AcqLetterReport report = { 0 };
  PopplerDocument *document;

  choose (plan, ACQ_CREDITOR_CHOICE_WAIVED, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED);
  document = write_and_open (plan, &report, "plan-waived.pdf");
  g_assert_cmpint (report.total_due, ==, 2351160 + 24000);
  pdf_probe_expect (document, 0, "courues jusqu’au 4 décembre 2026 2 384,11 abandonnées, sans condition");
  pdf_probe_expect (document, 0, "à courir réclamées, en sus de la somme de l’article 1");
  pdf_probe_expect (document, 0, "puis sur les indemnités.");
  pdf_probe_expect_nowhere (document, "Pénalités de retard (article");
  pdf_probe_expect (document, 0, "les pénalités continuent de courir sur le principal restant dû.");
  g_object_unref (document);
  choose (plan, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED, ACQ_CREDITOR_CHOICE_CLAIMED);
  document = write_and_open (plan, &report, "plan-claimed.pdf");
  pdf_probe_expect (document, 0, "Aucune renonciation ne résulte du présent accord.");
  pdf_probe_expect_nowhere (document, "abandon");
  g_object_unref (document);
  choose (plan, ACQ_CREDITOR_CHOICE_WAIVED, ACQ_CREDITOR_CHOICE_WAIVED, ACQ_CREDITOR_CHOICE_WAIVED);
  document = write_and_open (plan, &report, "plan-all-waived.pdf");
  g_assert_cmpint (report.total_due, ==, 2351160);
  pdf_probe_expect (document, 0, "L’abandon des pénalités à courir cesse de plein droit");
  g_object_unref (document);
}

static void
test_refusals (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel_at (acq_day_new (2026, 12, 4));
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 6);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;

  for (AcqPlanClaim claim = 0; claim < ACQ_N_PLAN_CLAIMS; claim++)
    {
      AcqCreditorChoice chosen = plan->choices[claim];

      plan->choices[claim] = ACQ_CREDITOR_CHOICE_NONE;
      g_assert_null (acq_payment_plan_letter_write (press, plan, NULL, &error));
      g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
      g_assert_cmpstr (error->message, ==, acq_plan_claim_to_code (claim));
      g_clear_error (&error);
      plan->choices[claim] = chosen;
    }
  g_array_index (plan->parts, AcqPlanPart, 0).amount++;
  g_assert_null (acq_payment_plan_letter_write (press, plan, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
}

/* A field of the ledger, from outside. */
static void
spoil (char **text)
{
  g_free (*text);
  *text = letter_case_make_bad_text ();
}

static void
test_bad_input (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_many (120);
  g_autoptr (AcqPaymentPlanLetter) plan = NULL;
  PopplerDocument *document;

  spoil (&letter_case->customer->name);
  spoil (&letter_case->customer->address);
  spoil (&letter_case->company->signatory);
  plan = letter_case_take_plan (letter_case, 60);
  spoil (&plan->representative);
  document = write_and_open (plan, NULL, "plan-bad.pdf");
  pdf_probe_expect_margins (document);
  pdf_probe_expect (document, 0, "A B <b>&amp; {reference}* |x|~ ?");
  g_object_unref (document);
}

static void
test_same_bytes (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel_at (acq_day_new (2026, 12, 4));
  g_autoptr (AcqPaymentPlanLetter) plan = letter_case_take_plan (letter_case, 6);
  g_autoptr (GBytes) first = write_plan (plan, NULL);
  g_autoptr (GBytes) second = write_plan (plan, NULL);
  PopplerDocument *document = pdf_probe_open (first);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *fonts = pdf_probe_fonts (document);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpstr (title, ==, "Accord d’échéancier – Hôtel des Deux Rives SAS – 4\u00a0décembre 2026");
  g_assert_cmpstr (fonts, ==, "CharisSIL CharisSIL-Bold Lato-Bold Lato-Regular Lato-Semibold");
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payment-plan-letter/hotel", test_hotel);
  g_test_add_func ("/payment-plan-letter/initials", test_initials);
  g_test_add_func ("/payment-plan-letter/consumer", test_consumer);
  g_test_add_func ("/payment-plan-letter/public-body", test_public_body);
  g_test_add_func ("/payment-plan-letter/choices-are-said", test_choices_are_said);
  g_test_add_func ("/payment-plan-letter/refusals", test_refusals);
  g_test_add_func ("/payment-plan-letter/bad-input", test_bad_input);
  g_test_add_func ("/payment-plan-letter/same-bytes", test_same_bytes);
  return g_test_run ();
}
