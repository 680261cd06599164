/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-letter-page.h"
#include "acq-payment-receipt.h"
#include "letter-case.h"
#include "pdf-probe.h"

static GBytes *
write_receipt (const AcqPaymentReceipt *receipt, AcqLetterReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = acq_payment_receipt_write (press, receipt, report, &error);
  g_assert_no_error (error);
  return pdf;
}

static PopplerDocument *
write_and_open (const AcqPaymentReceipt *receipt, AcqLetterReport *report, const char *name)
{
  g_autoptr (GBytes) pdf = write_receipt (receipt, report);

  pdf_probe_keep (pdf, name);
  return pdf_probe_open (pdf);
}

/* The stamp is set at an angle: it is found by its words, which stand in the left half and below the table. */
static void
assert_stamp (PopplerDocument *document, const char *words)
{
  PopplerRectangle place;
  gboolean full = strcmp (words, "Pour acquit") == 0;

  g_assert_true (pdf_probe_find (document, 0, words, &place));
  g_assert_cmpfloat (place.x1, <, 105);
  g_assert_false (pdf_probe_find (document, 0, full ? "Acompte reçu" : "Pour acquit", &place));
}

static AcqPaymentReceipt *
new_consumer_receipt (const LetterCase *letter_case)
{
  AcqPaymentReceipt *receipt = letter_case_new_receipt (letter_case);

  receipt->notice_day = acq_day_new (2026, 11, 23);
  receipt->accepted_until = acq_day_new (2026, 12, 8);
  receipt->choice = ACQ_CREDITOR_CHOICE_WAIVED;
  acq_payment_receipt_add_invoice (receipt, "F2026-0071", acq_day_new (2026, 6, 12), 248600, 74600, 174000);
  return receipt;
}

static AcqPaymentReceipt *
new_hotel_receipt (const LetterCase *letter_case, gint64 amount)
{
  AcqPaymentReceipt *receipt = letter_case_new_receipt (letter_case);

  receipt->penalties = 44984;
  receipt->indemnity = 4000;
  acq_payment_receipt_add_invoice (receipt, "F2026-0057", acq_day_new (2026, 4, 15), 693000, 0, amount);
  return receipt;
}

/* One invoice whose balance a consumer paid by the day that the notice named. */
static void
test_consumer (void)
{
  static const char *const words[] = {
    "Objet : Reçu pour acquit – facture F2026-0071",
    "Votre dossier C00402",
    "Cette facture est soldée ; la mise en demeure du 23 novembre 2026 est désormais sans objet.",
    "Reçu n° 2026-0388",
    "Reçu de Mme Claire Delaunay, Appartement 12, Résidence Les Tilleuls, 5 rue du Pressoir, 25220 Thise",
    "La somme de 1 740,00 €",
    "mille-sept-cent-quarante euros",
    "Par virement, crédité le 2 décembre 2026",
    "Pour facture F2026-0071 du 12 juin 2026",
    "Intérêts au taux légal : abandonnés, par choix exprès du créancier",
    "F2026-0071 2 486,00 746,00 1 740,00 0,00",
    "Hélène Vauban",
    ("Ce reçu vaut quittance du solde de la facture. Votre règlement ayant été reçu au plus tard le 8 "
     "décembre"),
    "nous l’acceptons pour solde, comme notre lettre vous le proposait, et nous renonçons",
    "Aucune autre somme n’est due pour cette facture.",
    "Nous vous prions d’agréer, Madame, nos salutations distinguées.",
  };
  static const char *const forbidden[] = { "Aucun intérêt", "441-10", "indemnité", "pénalité", "Acompte" };
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  g_autoptr (AcqPaymentReceipt) receipt = new_consumer_receipt (letter_case);
  AcqLetterReport report = { 0 };
  PopplerDocument *document = write_and_open (receipt, &report, "receipt.pdf");

  g_assert_cmpint (report.total_due, ==, 174000);
  g_assert_cmpuint (report.n_pages, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    pdf_probe_expect (document, 0, words[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    pdf_probe_expect_nowhere (document, forbidden[i]);
  g_object_unref (document);
}

static void
test_claim_stays_owed (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqPaymentReceipt) receipt = new_hotel_receipt (letter_case, 693000);
  PopplerDocument *document;

  receipt->choice = ACQ_CREDITOR_CHOICE_CLAIMED;
  receipt->notice_day = acq_day_new (2026, 11, 23);
  document = write_and_open (receipt, NULL, "receipt-claimed.pdf");
  pdf_probe_expect (document, 0, "Le principal de cette facture est soldé.");
  pdf_probe_expect (
    document, 0,
    "Pénalités et indemnité 449,84 € de pénalités de retard et 40,00 € d’indemnité : restent dues");
  pdf_probe_expect (document, 0, "Ce reçu vaut quittance du principal de la facture.");
  pdf_probe_expect (document, 0, "; nous n’y renonçons pas.");
  pdf_probe_expect_nowhere (document, "Aucune autre somme");
  pdf_probe_expect_nowhere (document, "sans objet");
  g_object_unref (document);
}

static void
test_waiver_is_said (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqPaymentReceipt) receipt = new_hotel_receipt (letter_case, 693000);
  PopplerDocument *document;

  receipt->choice = ACQ_CREDITOR_CHOICE_WAIVED;
  document = write_and_open (receipt, NULL, "receipt-waived.pdf");
  pdf_probe_expect (document, 0, "d’indemnité : abandonnées, par choix exprès du créancier");
  pdf_probe_expect (document, 0,
                    "Nous renonçons expressément aux pénalités de retard (449,84 €) et à l’indemnité");
  pdf_probe_expect_nowhere (document, "comme notre lettre vous le proposait");
  g_object_unref (document);
}

/* "Pour acquit" is stamped on nothing that is still owed. */
static void
test_part_payment (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqPaymentReceipt) receipt = new_hotel_receipt (letter_case, 200000);
  PopplerDocument *document;

  receipt->choice = ACQ_CREDITOR_CHOICE_WAIVED;
  document = write_and_open (receipt, NULL, "receipt-part.pdf");
  pdf_probe_expect (document, 0, "Objet : Reçu d’un acompte – facture F2026-0057");
  pdf_probe_expect (document, 0, "Il reste dû 4 930,00 €, en principal.");
  pdf_probe_expect (document, 0, "F2026-0057 6 930,00 – 2 000,00 4 930,00");
  assert_stamp (document, "Acompte reçu");
  pdf_probe_expect (document, 0, "Nous ne renonçons à rien de ce qui court ensuite sur le reste dû.");
  pdf_probe_expect_nowhere (document, "quittance");
  g_object_unref (document);
}

/* Who paid in time owed nothing beside the principal: there is nothing to choose, and no word about it. */
static void
test_nothing_beside (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqPaymentReceipt) receipt = new_hotel_receipt (letter_case, 693000);
  PopplerDocument *document;

  receipt->penalties = receipt->indemnity = 0;
  receipt->payer = g_strdup ("Holding du Doubs");
  document = write_and_open (receipt, NULL, "receipt-plain.pdf");
  pdf_probe_expect (document, 0, "Holding du Doubs, pour le compte de Hôtel des Deux Rives SAS");
  assert_stamp (document, "Pour acquit");
  pdf_probe_expect_nowhere (document, "intérêt");
  pdf_probe_expect_nowhere (document, "énalité");
  g_object_unref (document);
}

static void
test_refusals (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqPaymentReceipt) receipt = new_hotel_receipt (letter_case, 693000);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_payment_receipt_write (press, receipt, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_clear_error (&error);
  receipt->choice = ACQ_CREDITOR_CHOICE_CLAIMED;
  receipt->credited = ACQ_DAY_NONE;
  g_assert_null (acq_payment_receipt_write (press, receipt, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_BLOCKED);
  g_clear_error (&error);
  receipt->credited = receipt->day;
  g_array_index (receipt->invoices, AcqPaidInvoice, 0).rest++;
  g_assert_null (acq_payment_receipt_write (press, receipt, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
}

static void
test_many_invoices (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqPaymentReceipt) receipt = letter_case_new_receipt (letter_case);
  AcqLetterReport report = { 0 };
  PopplerDocument *document;

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *number = g_strdup_printf ("F2026-%04d", i);

      acq_payment_receipt_add_invoice (receipt, number, acq_day_new (2026, 1, 5), 10000, 0, 10000);
    }
  document = write_and_open (receipt, &report, "receipt-many.pdf");
  g_assert_cmpuint (report.n_pages, >, 3);
  pdf_probe_expect (document, 0, "Pour 200 factures, détaillées ci-dessous");
  pdf_probe_expect (document, (int) report.n_pages - 1, "Total 20 000,00 – 20 000,00 0,00");
  pdf_probe_expect (document, (int) report.n_pages - 1, "Aucune autre somme n’est due pour ces factures.");
  g_object_unref (document);
}

static void
test_bad_input (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqPaymentReceipt) receipt = NULL;
  PopplerDocument *document;

  g_free (letter_case->customer->name);
  letter_case->customer->name = letter_case_make_bad_text ();
  g_free (letter_case->company->signatory);
  letter_case->company->signatory = letter_case_make_bad_text ();
  receipt = letter_case_new_receipt (letter_case);
  receipt->payer = letter_case_make_bad_text ();
  g_free (receipt->reference);
  receipt->reference = g_strdup ("12");
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *number = letter_case_make_bad_text ();

      acq_payment_receipt_add_invoice (receipt, number, acq_day_new (2026, 1, 5), 10000, 0, 10000);
    }
  document = write_and_open (receipt, NULL, "receipt-bad.pdf");
  pdf_probe_expect (document, 0, "Reçu n° 12");
  pdf_probe_expect (document, 0, "A B <b>&amp; {reference}* |x|~ ?");
  g_object_unref (document);
}

/* In the envelope's window stands the address alone; what tells of a debt begins below the fold. */
static void
test_window (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  g_autoptr (AcqPaymentReceipt) receipt = new_consumer_receipt (letter_case);
  PopplerDocument *document = write_and_open (receipt, NULL, "receipt.pdf");
  g_autofree char *zone = pdf_probe_zone (document);
  g_auto (GStrv) words = g_strsplit_set (zone, " \n", -1);
  g_autofree char *packed = g_strjoinv ("", words);
  PopplerRectangle place;

  g_assert_cmpstr (packed, ==, "MMECLAIREDELAUNAYAPPARTEMENT12RESIDENCELESTILLEULS5RUEDUPRESSOIR25220THISE");
  g_assert_true (pdf_probe_find (document, 0, "Objet", &place));
  g_assert_cmpfloat (place.y1, >, ACQ_FIRST_FOLD);
  g_object_unref (document);
}

static void
test_same_bytes (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  g_autoptr (AcqPaymentReceipt) receipt = new_consumer_receipt (letter_case);
  g_autoptr (GBytes) first = write_receipt (receipt, NULL);
  g_autoptr (GBytes) second = write_receipt (receipt, NULL);
  PopplerDocument *document = pdf_probe_open (first);
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpstr (title, ==, "Reçu – Mme Claire Delaunay – 3\u00a0décembre 2026");
  g_object_unref (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payment-receipt/consumer", test_consumer);
  g_test_add_func ("/payment-receipt/claim-stays-owed", test_claim_stays_owed);
  g_test_add_func ("/payment-receipt/waiver-is-said", test_waiver_is_said);
  g_test_add_func ("/payment-receipt/part-payment", test_part_payment);
  g_test_add_func ("/payment-receipt/nothing-beside", test_nothing_beside);
  g_test_add_func ("/payment-receipt/refusals", test_refusals);
  g_test_add_func ("/payment-receipt/many-invoices", test_many_invoices);
  g_test_add_func ("/payment-receipt/bad-input", test_bad_input);
  g_test_add_func ("/payment-receipt/window", test_window);
  g_test_add_func ("/payment-receipt/same-bytes", test_same_bytes);
  return g_test_run ();
}
