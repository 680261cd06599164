/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-formal-notice.h"
#include "letter-case.h"
#include "pdf-probe.h"

static GBytes *
write_notice (const LetterCase *letter_case, AcqLetterReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (&error);
  GBytes *pdf;

  g_assert_no_error (error);
  pdf = acq_formal_notice_write (press, letter_case->letter, report, &error);
  g_assert_no_error (error);
  return pdf;
}

static PopplerDocument *
write_and_open (const LetterCase *letter_case, AcqLetterReport *report, const char *name)
{
  g_autoptr (GBytes) pdf = write_notice (letter_case, report);

  pdf_probe_keep (pdf, name);
  return pdf_probe_open (pdf);
}

static void
test_hotel_figures (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  AcqLetterReport report = { 0 };
  PopplerDocument *document = write_and_open (letter_case, &report, "formal-notice.pdf");

  g_assert_cmpint (report.total_due, ==, 2597243);
  g_assert_cmpuint (report.n_letter_pages, ==, 2);
  g_assert_cmpuint (report.n_pages, ==, 10);
  pdf_probe_expect (document, 0, "six factures, 25 972,43 €");
  pdf_probe_expect (document, 0, "F2026-0098 12/08/2026 11/09/2026 22/09, 20/10, 06/11 1 152,00 – 1 152,00");
  pdf_probe_expect (document, 0, "Total 23 325,60 3 288,00 20 037,60");
  pdf_probe_expect (document, 0, "F2026-0119 24/09/2026 24/10/2026 27/10, 06/11 3 474,00");
  pdf_probe_expect (document, 0, "2 260,83 €");
  pdf_probe_expect (document, 0, "5 × 40,00 € 200,00 €");
  pdf_probe_expect (document, 0, "au plus tard le mardi 8 décembre 2026.");
  pdf_probe_expect (document, 1, "soit 7,99 € par jour au taux en vigueur jusqu’au 31 décembre 2026");
  pdf_probe_expect (
    document, 1,
    "les pénalités (35,41 € au 23 novembre 2026) et l’indemnité (40,00 €) de la facture F2026-0119");
  pdf_probe_expect (
    document, 1,
    "Pièces n° 1 à 3 : factures F2025-0187, F2025-0241, F2026-0012. Pièce n° 4 : avoir A2026-0004.");
  g_object_unref (document);
}

static void
test_hotel_annex (void)
{
  static const char *const rows[] = {
    "28/06/2025 30/06/2025 3 8 640,00 13,15 1er sem. 2025 9,34",
    "01/07/2025 12/09/2025 74 8 640,00 12,15 2e sem. 2025 212,83",
    "12/09/2025 : virement reçu, 3 000,00 € – effet à la fin du jour ; base ramenée à 5 640,00 €",
    "Pénalités – F2025-0187 1 048,24",
    "Pénalités – F2025-0241 536,05",
    "16/03/2026 : avoir A2026-0004, 288,00 € – effet à la fin du jour ; base ramenée à 2 100,00 €",
    "Pénalités – F2026-0012 198,13",
    "Pénalités – F2026-0057 449,84",
    "Pénalités – F2026-0098 28,57",
    "Total des pénalités de retard au 23/11/2026 2 260,83",
    "3 474,00 × 12,40 % × 30 ÷ 365 = 35,41 €",
    "3,15 % + 10 = 13,15 % au 1er semestre 2025 ; 2,15 % + 10 = 12,15 % au 2e semestre 2025",
    "et au 1er semestre 2026",
  };
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  PopplerDocument *document = write_and_open (letter_case, NULL, "formal-notice.pdf");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    pdf_probe_expect (document, 2, rows[i]);
  pdf_probe_expect (document, 6, "Pièce n° 4 Avoir n° A2026-0004 du 16/03/2026");
  pdf_probe_expect (document, 9, "Pièce n° 7 Facture n° F2026-0119 du 24/09/2026");
  pdf_probe_expect (document, 9, "Mise en demeure du 23 novembre 2026 · page 10/10");
  g_object_unref (document);
}

static void
test_consumer (void)
{
  static const char *const forbidden[]
    = { "441-10", "441-5", "indemnité", "pénalité", "Banque centrale", "annexe", "SIREN 9" };
  g_autoptr (LetterCase) letter_case = letter_case_new_consumer ();
  AcqLetterReport report = { 0 };
  PopplerDocument *document = write_and_open (letter_case, &report, "consumer.pdf");

  g_assert_cmpint (report.total_due, ==, 174000);
  g_assert_cmpuint (report.n_letter_pages, ==, 2);
  pdf_probe_expect (document, 0, "Malgré nos courriers des 28 juillet, 8 septembre et 19 octobre 2026, le solde");
  pdf_probe_expect (document, 0, "F2026-0071 12/06/2026 12/07/2026 2 486,00 746,00 1 740,00");
  pdf_probe_expect (document, 0, "Médiation Consommation Est, 3 place du Marché, 25000 Besançon");
  pdf_probe_expect (document, 0, "au taux légal seront dus à compter de la réception de la présente");
  pdf_probe_expect (document, 1, "d’agréer, Madame, nos salutations");
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    pdf_probe_expect_nowhere (document, forbidden[i]);
  g_object_unref (document);
}

static void
test_public_body (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_commune ();
  PopplerDocument *document = write_and_open (letter_case, NULL, "commune.pdf");

  pdf_probe_expect (document, 0, "L. 2192-13 et R. 2192-31 du Code de la commande publique");
  pdf_probe_expect (document, 0,
                    "Malgré la relance dont la date figure ci-dessous, la facture suivante demeure impayée");
  pdf_probe_expect_nowhere (document, "441-10");
  pdf_probe_expect_nowhere (document, "Total 5 400,00");
  g_object_unref (document);
}

/* "Malgré nos relances" is never said of an invoice that had none after its due day. */
static void
test_truth_about_reminders (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_many (2);
  AcqLetterItem *item = g_ptr_array_index (letter_case->letter->items, 0);
  PopplerDocument *document;

  g_array_set_size (item->reminders, 0);
  acq_letter_item_add_reminder (item, item->due);
  document = write_and_open (letter_case, NULL, "never-reminded.pdf");
  pdf_probe_expect_nowhere (document, "Malgré");
  pdf_probe_expect (document, 0,
                    "Les deux factures suivantes, dont l’échéance est passée, demeurent impayées à ce jour.");
  pdf_probe_expect (document, 0, "F2026-0001 05/01/2026 04/02/2026 – 123,45");
  g_object_unref (document);
}

static void
test_choices_are_said (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_many (3);
  AcqLetterReport report = { 0 };
  PopplerDocument *document;

  letter_case->letter->penalties = ACQ_CLAIM_WAIVED;
  letter_case->letter->indemnities = ACQ_CLAIM_MENTIONED;
  document = write_and_open (letter_case, &report, "choices.pdf");
  g_assert_cmpint (report.total_due, ==, 12345 + 13023 + 13701);
  pdf_probe_expect (document, 0, "Par choix exprès, nous renonçons aux pénalités de retard (");
  pdf_probe_expect (document, 0,
                    "L’indemnité forfaitaire (120,00 €) reste due et n’est pas comprise dans cette somme.");
  pdf_probe_expect_nowhere (document, "par jour");
  g_object_unref (document);
}

/* What was given up of one invoice stands in the annex, over its lines. */
static void
test_waiver_is_said (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_many (2);
  AcqLetterItem *item = letter_case->letter->items->pdata[0];
  AcqLetterReport report = { 0 };
  PopplerDocument *document;

  item->waived = item->due + 10;
  item->indemnity_waived = TRUE;
  document = write_and_open (letter_case, &report, "waiver.pdf");
  /* The annex follows the two pages of the letter. */
  pdf_probe_expect (document, 2, "inclus et indemnité : abandonnées, par choix exprès du créancier");
  g_object_unref (document);
  item->indemnity_waived = FALSE;
  document = write_and_open (letter_case, &report, "waiver-interest.pdf");
  pdf_probe_expect (document, 2, "inclus : abandonnées, par choix exprès du créancier");
  g_object_unref (document);
  item->waived = ACQ_DAY_NONE;
  item->indemnity_waived = TRUE;
  document = write_and_open (letter_case, &report, "waiver-indemnity.pdf");
  pdf_probe_expect (document, 2, "Indemnité : abandonnée, par choix exprès du créancier");
  g_object_unref (document);
}

static void
test_figures_are_asserted (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  AcqLetterItem *item = g_ptr_array_index (letter_case->letter->items, 0);

  item->interest->interest++;
  g_assert_null (acq_formal_notice_write (press, letter_case->letter, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
  g_clear_error (&error);
  item->interest->interest--;
  item->rest--;
  g_assert_null (acq_formal_notice_write (press, letter_case->letter, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
}

static void
test_damaged_copy (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  AcqLetterItem *item = g_ptr_array_index (letter_case->letter->items, 1);

  g_bytes_unref (item->copy);
  item->copy = g_bytes_new_static ("%PDF-1.4 no more", 16);
  g_assert_null (acq_formal_notice_write (press, letter_case->letter, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY);
  g_assert_nonnull (strstr (error->message, "F2025-0241"));
}

/* A press that wrote other letters before gives the same bytes as a new one. */
static void
test_same_bytes (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (LetterCase) other = letter_case_new_consumer ();
  g_autoptr (GBytes) first = write_notice (letter_case, NULL);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GBytes) between = acq_formal_notice_write (press, other->letter, NULL, NULL);
  g_autoptr (GBytes) second = acq_formal_notice_write (press, letter_case->letter, NULL, NULL);

  g_assert_nonnull (between);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_document (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_many (3);
  g_autoptr (GBytes) pdf = write_notice (letter_case, NULL);
  PopplerDocument *document = pdf_probe_open (pdf);
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *fonts = pdf_probe_fonts (document);
  const char *bytes = g_bytes_get_data (pdf, NULL);
  gsize len = g_bytes_get_size (pdf);
  PopplerIndexIter *index = poppler_index_iter_new (document);

  g_assert_cmpstr (title, ==, "Mise en demeure – Atelier du Doubs SARL – 23\u00a0novembre 2026");
  g_assert_cmpstr (fonts, ==, "CharisSIL CharisSIL-Bold Lato-Bold Lato-Regular Lato-Semibold");
  g_assert_nonnull (memmem (bytes, len, "/Lang (fr-FR)", 13));
  g_assert_nonnull (memmem (bytes, len, "/Marked true", 12));
  g_assert_nonnull (memmem (bytes, len, "/Alt <FEFF0043006F00640065", 26));
  g_assert_nonnull (memmem (bytes, len, "/Scope /Column", 14));
  g_assert_nonnull (index);
  g_assert_true (poppler_index_iter_next (index));
  poppler_index_iter_free (index);
  g_object_unref (document);
}

/* Counts the links of the first page by their kind; each of those within the document leads to a page behind the letter. */
static void
count_links (PopplerDocument *document, guint *ret_mails, guint *ret_copies)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  GList *links = poppler_page_get_link_mapping (page);

  *ret_mails = *ret_copies = 0;
  for (GList *l = links; l != NULL; l = l->next)
    {
      const PopplerAction *action = ((PopplerLinkMapping *) l->data)->action;
      PopplerDest *place;

      if (action->type == POPPLER_ACTION_URI)
        {
          g_assert_true (g_str_has_prefix (action->uri.uri, "mailto:"));
          ++*ret_mails;
          continue;
        }
      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      place = poppler_document_find_dest (document, action->goto_dest.dest->named_dest);
      g_assert_nonnull (place);
      g_assert_cmpint (place->page_num, >, 3);
      poppler_dest_free (place);
      ++*ret_copies;
    }
  poppler_page_free_link_mapping (links);
  g_object_unref (page);
}

static void
test_links (void)
{
  g_autoptr (LetterCase) hotel = letter_case_new_hotel ();
  AcqLetterItem *item = g_ptr_array_index (hotel->letter->items, 0);
  PopplerDocument *whole, *lacking;
  guint mails, copies;

  /* Whatever stands in a number. */
  g_free (item->number);
  item->number = g_strdup ("F'1\\2 (é) 'x'");
  whole = write_and_open (hotel, NULL, "links.pdf");
  count_links (whole, &mails, &copies);
  g_assert_cmpuint (mails, ==, 1);
  g_assert_cmpuint (copies, ==, 6);
  g_clear_pointer (&item->copy, g_bytes_unref);
  lacking = write_and_open (hotel, NULL, "links-lacking.pdf");
  count_links (lacking, &mails, &copies);
  g_assert_cmpuint (copies, ==, 5);
  g_object_unref (whole);
  g_object_unref (lacking);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formal-notice/hotel-figures", test_hotel_figures);
  g_test_add_func ("/formal-notice/hotel-annex", test_hotel_annex);
  g_test_add_func ("/formal-notice/consumer", test_consumer);
  g_test_add_func ("/formal-notice/public-body", test_public_body);
  g_test_add_func ("/formal-notice/truth-about-reminders", test_truth_about_reminders);
  g_test_add_func ("/formal-notice/choices-are-said", test_choices_are_said);
  g_test_add_func ("/formal-notice/waiver-is-said", test_waiver_is_said);
  g_test_add_func ("/formal-notice/figures-are-asserted", test_figures_are_asserted);
  g_test_add_func ("/formal-notice/damaged-copy", test_damaged_copy);
  g_test_add_func ("/formal-notice/same-bytes", test_same_bytes);
  g_test_add_func ("/formal-notice/document", test_document);
  g_test_add_func ("/formal-notice/links", test_links);
  return g_test_run ();
}
