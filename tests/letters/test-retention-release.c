/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-letter-check.h"
#include "acq-letter-page.h"
#include "acq-retention-release.h"
#include "letter-case.h"
#include "pdf-probe.h"

/* A developer who kept 5 % of three invoices, on Monday 23 November 2026. */
typedef struct
{
  LetterCase *story;
  AcqRetentionRelease *letter;
} Case;

static void
set_customer (AcqCustomer *customer)
{
  g_free (customer->code);
  g_free (customer->name);
  g_free (customer->address);
  g_free (customer->postcode);
  g_free (customer->city);
  customer->code = g_strdup ("C00164");
  customer->name = g_strdup ("Résidence du Parc SAS");
  customer->address = g_strdup ("6 avenue des Platanes");
  customer->postcode = g_strdup ("25000");
  customer->city = g_strdup ("Besançon");
}

static void
add (AcqRetentionRelease *letter, const char *works, const char *number, AcqDay issued, gint64 total)
{
  acq_retention_release_add (letter, number, issued, total, total - total / 20, total / 20)->works = g_strdup (works);
}

static void
case_init (Case *self)
{
  AcqRetentionRelease *letter = self->letter = acq_retention_release_new ();

  self->story = letter_case_new_hotel ();
  set_customer (self->story->customer);
  letter->company = self->story->company;
  letter->customer = letter->recipient = self->story->customer;
  letter->reference = g_strdup ("RG-2026-0003");
  letter->day = acq_day_new (2026, 11, 23);
  letter->deadline = acq_day_new (2026, 12, 8);
  letter->day_is_working = letter->deadline_is_working = TRUE;
  letter->most = 500;
  letter->months = 12;
  letter->terms.contract = g_strdup ("M2025-014");
  letter->terms.contract_day = acq_day_new (2025, 2, 3);
  letter->terms.works = g_strdup ("menuiseries extérieures");
  letter->terms.accepted = acq_day_new (2025, 11, 14);
  letter->terms.n_reserves = 2;
  letter->terms.lifted = acq_day_new (2025, 12, 12);
  letter->terms.unopposed = TRUE;
  add (letter, "Situation n° 1", "F2025-0196", acq_day_new (2025, 6, 30), 1800000);
  add (letter, "Situation n° 2", "F2025-0222", acq_day_new (2025, 8, 29), 2160000);
  add (letter, "Décompte définitif", "F2025-0268", acq_day_new (2025, 11, 28), 900000);
}

static void
case_clear (Case *self)
{
  acq_retention_release_free (self->letter);
  letter_case_free (self->story);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static GBytes *
write_letter (const Case *self, AcqLetterReport *report)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = acq_retention_release_write (press, self->letter, report, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_three (void)
{
  static const char *const lines[] = {
    "Notre référence RG-2026-0003",
    "Votre marché M2025-014",
    "Votre compte C00164",
    "RESIDENCE DU PARC SAS",
    "A L ATTENTION DE LA DIRECTION",
    "Besançon, le 23 novembre 2026",
    "Objet : Libération de la retenue de garantie, 2 430,00 €",
    "Madame, Monsieur,",
    "Les travaux (menuiseries extérieures) que vous nous avez confiés par marché du 3 février 2025 ont été reçus le "
    "14 novembre 2025, avec deux réserves levées le 12 décembre 2025. Une retenue de garantie de 5 % a été opérée sur nos "
    "factures, comme le marché le prévoyait :",
    "Travaux Facture Émise le Montant TTC (€) Réglé (€) Retenue de 5 % (€)",
    "Situation n° 1 F2025-0196 30/06/2025 18 000,00 17 100,00 900,00",
    "Situation n° 2 F2025-0222 29/08/2025 21 600,00 20 520,00 1 080,00",
    "Décompte définitif F2025-0268 28/11/2025 9 000,00 8 550,00 450,00",
    "Total 48 600,00 46 170,00 2 430,00",
    "La retenue prend fin une année après la réception, faite avec ou sans réserve, sauf opposition motivée du maître de "
    "l’ouvrage, notifiée par lettre recommandée (article 2 de la loi n° 71-584 du 16 juillet 1971). Ce délai a pris fin le 14 "
    "novembre 2026 et, à notre connaissance, aucune opposition n’a été notifiée.",
    "Nous vous remercions de bien vouloir nous verser, ou nous faire verser par le consignataire, la somme de 2 430,00 € au "
    "plus tard le mardi 8 décembre 2026.",
    "Retenue à libérer 2 430,00 €",
    "À recevoir au plus tard le mardi 8 décembre 2026",
    "Référence RG M2025-014",
    "Une question ? Appelez-nous au 03 53 01 12 34 ou écrivez-nous à compta@menuiserie-vauban.example.",
    "Avec nos remerciements, nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.",
    "Hélène Vauban",
    "Pièces jointes – Procès-verbal de réception du 14 novembre 2025 ; procès-verbal de levée des réserves du 12 décembre "
    "2025.",
    "1/1",
  };
  g_auto (Case) self = { 0 };
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;

  case_init (&self);
  pdf = write_letter (&self, &report);
  pdf_probe_keep (pdf, "retention-release.pdf");
  document = pdf_probe_open (pdf);
  g_assert_cmpint (report.total_due, ==, 243000);
  g_assert_cmpuint (report.n_pages, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    pdf_probe_expect (document, 0, lines[i]);
  g_object_unref (document);
}

/* It reproaches nothing: notes on what may never stand in it. */
static void
test_forbidden (void)
{
  static const char *const words[] = { "impayé", "retard", "énalité", "indemnité", "40,00", "mise en demeure", "MISE EN DEMEURE",
                                       "relance", "échue", "L. 441-10", "LRAR", "Lettre recommandée" };
  g_auto (Case) self = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  case_init (&self);
  pdf = write_letter (&self, NULL);
  document = pdf_probe_open (pdf);
  text = pdf_probe_text (document, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (text, words[i]) != NULL)
      g_error ("the letter says \"%s\"", words[i]);
  g_object_unref (document);
}

/* Nothing but the address in the window, and the sum below the fold. */
static void
test_window (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  PopplerRectangle place;
  g_autofree char *zone = NULL;
  g_auto (GStrv) lines = NULL;

  case_init (&self);
  pdf = write_letter (&self, NULL);
  document = pdf_probe_open (pdf);
  zone = pdf_probe_zone (document);
  lines = g_strsplit (g_strstrip (zone), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (pdf_probe_find (document, 0, "Objet", &place));
  g_assert_cmpfloat (place.y1, >, ACQ_FIRST_FOLD);
  g_assert_true (pdf_probe_find (document, 0, "Pièces jointes", &place));
  g_assert_cmpfloat (place.y2, <, ACQ_TEXT_BOTTOM);
  g_object_unref (document);
}

/* What is not known or not so is not said. */
static void
test_less (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  AcqRetentionTerms *terms;
  PopplerDocument *document;

  case_init (&self);
  terms = &self.letter->terms;
  g_clear_pointer (&terms->contract, g_free);
  g_clear_pointer (&terms->works, g_free);
  terms->contract_day = terms->lifted = ACQ_DAY_NONE;
  terms->n_reserves = 0;
  g_ptr_array_set_size (self.letter->items, 1);
  g_clear_pointer (&((AcqReleaseItem *) self.letter->items->pdata[0])->works, g_free);
  pdf = write_letter (&self, NULL);
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 0,
                    "Les travaux que vous nous avez confiés ont été reçus le 14 novembre 2025, sans réserve. Une retenue "
                    "de garantie de 5 % a été opérée sur notre facture, comme le marché le prévoyait :");
  pdf_probe_expect (document, 0, "Facture Émise le Montant TTC (€) Réglé (€) Retenue de 5 % (€)");
  pdf_probe_expect (document, 0, "F2025-0196 30/06/2025 18 000,00 17 100,00 900,00");
  pdf_probe_expect (document, 0, "Référence RG-2026-0003");
  pdf_probe_expect (document, 0, "Procès-verbal de réception du 14 novembre 2025.");
  g_assert_false (pdf_probe_says (document, 0, "Travaux Facture"));
  g_object_unref (document);
}

/* Different rates are not called one. */
static void
test_rates (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  AcqReleaseItem *item;
  PopplerDocument *document;

  case_init (&self);
  item = self.letter->items->pdata[1];
  item->retained -= 10000;
  item->settled += 10000;
  pdf = write_letter (&self, NULL);
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 0, "Une retenue de garantie a été opérée");
  pdf_probe_expect (document, 0, "Retenue (€)");
  g_object_unref (document);
}

static void
assert_flaw (const Case *self, const char *code)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GArray) flaws = acq_retention_release_find_flaws (press, self->letter);

  if (code == NULL)
    {
      g_assert_cmpuint (flaws->len, ==, 0);
      return;
    }
  g_assert_cmpuint (flaws->len, ==, 1);
  g_assert_cmpstr (acq_letter_flaw_to_code (g_array_index (flaws, AcqLetterFlaw, 0)), ==, code);
}

static void
test_law (void)
{
  g_auto (Case) self = { 0 };
  AcqRetentionTerms *terms;
  AcqReleaseItem *item;

  case_init (&self);
  terms = &self.letter->terms;
  item = self.letter->items->pdata[0];
  assert_flaw (&self, NULL);
  terms->unopposed = FALSE;
  assert_flaw (&self, "opposition_unknown");
  terms->unopposed = TRUE;
  terms->accepted = acq_day_new (2025, 11, 23);
  assert_flaw (&self, "retention_running");
  terms->accepted = acq_day_new (2025, 11, 22);
  assert_flaw (&self, NULL);
  terms->accepted = ACQ_DAY_NONE;
  assert_flaw (&self, "acceptance_missing");
  terms->accepted = acq_day_new (2025, 11, 14);
  terms->lifted = ACQ_DAY_NONE;
  assert_flaw (&self, "reserves_open");
  terms->lifted = acq_day_new (2026, 11, 24);
  assert_flaw (&self, "reserves_open");
  terms->lifted = acq_day_new (2025, 12, 12);
  item->retained++;
  item->settled--;
  assert_flaw (&self, "retention_too_high");
  item->settled++;
  item->retained--;
  item->settled -= 5;
  assert_flaw (&self, "retention_not_all");
  item->settled += 5;
  self.story->customer->kind = ACQ_CUSTOMER_KIND_PUBLIC_BODY;
  assert_flaw (&self, "public_contract");
  self.story->customer->kind = ACQ_CUSTOMER_KIND_COMPANY;
  item->bars = ACQ_LETTER_BAR_DISPUTED;
  assert_flaw (&self, "disputed");
  item->bars = ACQ_LETTER_BAR_INSOLVENT;
  assert_flaw (&self, "insolvent");
  item->bars = ACQ_LETTER_BAR_NONE;
  self.letter->deadline_is_working = FALSE;
  assert_flaw (&self, "deadline_not_working");
  self.letter->deadline_is_working = TRUE;
  g_ptr_array_set_size (self.letter->items, 0);
  assert_flaw (&self, "no_retention");
}

/* A cent is the half that rounding may add. */
static void
test_rounding (void)
{
  g_auto (Case) self = { 0 };

  case_init (&self);
  acq_retention_release_add (self.letter, "F1", acq_day_new (2025, 6, 30), 1010, 959, 51);
  assert_flaw (&self, NULL);
  acq_retention_release_add (self.letter, "F2", acq_day_new (2025, 6, 30), 1009, 958, 51);
  assert_flaw (&self, "retention_too_high");
}

static void
test_figures (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (GError) error = NULL;

  case_init (&self);
  ((AcqReleaseItem *) self.letter->items->pdata[1])->settled--;
  g_assert_null (acq_retention_release_write (press, self.letter, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
}

static void
test_same_bytes (void)
{
  g_auto (Case) self = { 0 };
  g_autoptr (GBytes) first = NULL, second = NULL;

  case_init (&self);
  first = write_letter (&self, NULL);
  second = write_letter (&self, NULL);
  g_assert_true (g_bytes_equal (first, second));
}

/* Many rows go on to further pages; the signature never stands alone. */
static void
test_many (void)
{
  g_auto (Case) self = { 0 };
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  int last;

  case_init (&self);
  for (guint i = 0; i < 80; i++)
    {
      g_autofree char *number = g_strdup_printf ("F2025-1%03u", i);

      add (self.letter, "Situation", number, acq_day_new (2025, 6, 30), 100000);
    }
  pdf = write_letter (&self, &report);
  document = pdf_probe_open (pdf);
  last = (int) report.n_pages - 1;
  g_assert_cmpint (last, >, 0);
  g_assert_true (pdf_probe_says (document, 1, "Travaux Facture"));
  g_assert_true (pdf_probe_says (document, last, "Hélène Vauban"));
  g_assert_true (pdf_probe_says (document, last, "Avec nos remerciements"));
  g_assert_true (pdf_probe_says (document, last, "Une question"));
  g_object_unref (document);
}

static void
test_bad_input (void)
{
  g_auto (Case) self = { 0 };
  g_autofree char *long_name = g_strnfill (200, 'W');
  const char *const texts[] = { long_name, "<b>&amp;</b>", "a\nb", "\u202eevil \001x", "" };

  case_init (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      AcqRetentionTerms *terms = &self.letter->terms;
      g_autoptr (GBytes) pdf = NULL;
      PopplerDocument *document;

      g_free (terms->works);
      g_free (terms->contract);
      g_free (terms->enclosures);
      terms->works = g_strdup (texts[i]);
      terms->contract = g_strdup (texts[i]);
      terms->enclosures = g_strdup (texts[i]);
      pdf = write_letter (&self, NULL);
      document = pdf_probe_open (pdf);
      pdf_probe_expect_margins (document);
      g_object_unref (document);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retention-release/three", test_three);
  g_test_add_func ("/retention-release/forbidden", test_forbidden);
  g_test_add_func ("/retention-release/window", test_window);
  g_test_add_func ("/retention-release/less", test_less);
  g_test_add_func ("/retention-release/rates", test_rates);
  g_test_add_func ("/retention-release/law", test_law);
  g_test_add_func ("/retention-release/rounding", test_rounding);
  g_test_add_func ("/retention-release/figures", test_figures);
  g_test_add_func ("/retention-release/same-bytes", test_same_bytes);
  g_test_add_func ("/retention-release/many", test_many);
  g_test_add_func ("/retention-release/bad-input", test_bad_input);
  return g_test_run ();
}
