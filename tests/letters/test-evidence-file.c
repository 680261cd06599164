/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-evidence-archive.h"
#include "acq-evidence-needs.h"
#include "acq-letter-check.h"
#include "evidence-case.h"
#include "pdf-probe.h"

typedef PopplerDocument Document;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, g_object_unref)

static GBytes *
write_file (EvidenceCase *fixture, AcqLetterReport *report)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = acq_evidence_file_write (fixture->press, fixture->file, NULL, NULL, NULL, report, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_cover (EvidenceCase *fixture, gconstpointer data)
{
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = write_file (fixture, &report);
  g_autoptr (Document) document = pdf_probe_open (pdf);

  pdf_probe_keep (pdf, "evidence-court.pdf");
  g_assert_cmpint (report.total_due, ==, 2621558);
  pdf_probe_expect (document, 0, "Dossier de pièces");
  pdf_probe_expect (document, 0, "à l’appui d’une requête en injonction de payer");
  pdf_probe_expect (document, 0, "Tribunal de commerce de Besançon");
  pdf_probe_expect (document, 0, "8 rue des Charpentiers, 25000 Besançon – 987 654 324 RCS Besançon");
  pdf_probe_expect (document, 0, "représentée par Hélène Vauban, gérante");
  pdf_probe_expect (document, 0, "14 quai des Tanneurs, 25290 Ornans – SIREN 912 345 675");
  pdf_probe_expect (document, 0, "Six factures de menuiserie et d’agencement, impayées en tout ou en partie");
  pdf_probe_expect (document, 0, "Principal (TTC) 23 511,60 € pièces n° 6 à 12");
  pdf_probe_expect (document, 0, "Pénalités de retard 2 463,98 € pièce n° 14, article L. 441-10, II, C. com.");
  pdf_probe_expect (document, 0, "Indemnités forfaitaires 240,00 € 6 × 40,00 €, article D. 441-5 C. com.");
  pdf_probe_expect (document, 0, "Total 26 215,58 €");
  pdf_probe_expect (document, 0, "23 novembre 2026, reçue le 25 novembre 2026 (pièces n° 21 et 22)");
  pdf_probe_expect (document, 0, "aucune reçue à ce jour");
  pdf_probe_expect (document, 0, "7,99 € par jour du 15 au 31 décembre 2026, puis au taux du semestre suivant");
  pdf_probe_expect (document, 0, "Ce document n’est pas un acte judiciaire.");
  pdf_probe_expect (document, 0, "1/24");
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 24);
}

static void
test_index (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = write_file (fixture, NULL);
  g_autoptr (Document) document = pdf_probe_open (pdf);

  pdf_probe_expect (document, 1, "Menuiserie Vauban contre Hôtel des Deux Rives SAS – 22 pièces, 24 pages");
  pdf_probe_expect (document, 1, "A. Les parties");
  pdf_probe_expect (document, 1, "B. L’engagement");
  pdf_probe_expect (document, 1, "9 Avoir A2026-0004 16/03/2026 11");
  pdf_probe_expect (document, 1, "14 Décompte des intérêts période par période 14/12/2026 16");
  pdf_probe_expect (document, 1, "19 Rappel : F2026-0119 27/10/2026 21");
  pdf_probe_expect (document, 1, "2/24");
  for (guint i = 0; i < fixture->file->pieces->len; i++)
    {
      const AcqEvidencePiece *piece = g_ptr_array_index (fixture->file->pieces, i);
      g_autofree char *band = g_strdup_printf ("Pièce n° %u", piece->number);
      g_autofree char *page = g_strdup_printf ("page %u/24", piece->first_page);

      pdf_probe_expect (document, (int) piece->first_page - 1, band);
      pdf_probe_expect (document, (int) piece->first_page - 1, page);
    }
  pdf_probe_expect (document, 15, "Total des pénalités de retard au 14/12/2026 2 463,98");
  pdf_probe_expect (document, 14, "Totaux et solde");
}

static void
test_forbidden (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = write_file (fixture, NULL);
  g_autoptr (Document) document = pdf_probe_open (pdf);
  g_autofree char *text = pdf_probe_text (document, 0);
  static const char *const never[] = { "République", "Marianne", "Ordonnance", "signifié à", "fichage", "frais de dossier",
                                       "frais de relance", "interrompt la prescription.", "BCD", "votre faveur",
                                       "vous est favorable" };

  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    pdf_probe_expect_nowhere (document, never[i]);
  /* The petition is spoken of, but nothing here is headed as one. */
  g_assert_nonnull (strstr (text, "à l’appui d’une requête"));
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *page = pdf_probe_text (document, i);
      g_auto (GStrv) lines = g_strsplit (page, "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        {
          g_autofree char *folded = g_utf8_casefold (g_strstrip (*line), -1);

          g_assert_false (g_str_has_prefix (folded, "requête"));
        }
    }
}

static void
test_fonts_and_margins (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = write_file (fixture, NULL);
  g_autoptr (Document) document = pdf_probe_open (pdf);
  g_autofree char *fonts = pdf_probe_fonts (document);
  PopplerRectangle place;

  g_assert_null (strchr (fonts, '!'));
  g_assert_true (pdf_probe_find (document, 0, "Juridiction", &place));
  g_assert_cmpfloat (ABS (place.x1 - 25.0), <, 0.5);
  g_assert_true (pdf_probe_find (document, 0, "Tribunal", &place));
  g_assert_cmpfloat (ABS (place.x1 - 58.9), <, 0.6);
}

static void
test_same_bytes (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = write_file (fixture, NULL);
  g_autoptr (GBytes) second = write_file (fixture, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_lawyer (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;

  fixture->file->reader = ACQ_EVIDENCE_READER_LAWYER;
  g_clear_pointer (&fixture->file->court, g_free);
  acq_evidence_file_add_exchange (fixture->file, acq_day_new (2026, 10, 21), "Appel", "F2025-0187",
                                  "Le règlement part vendredi");
  acq_evidence_file_add (fixture->file, ACQ_EVIDENCE_PIECE_EXCHANGES, NULL, fixture->file->letter->day);
  pdf = write_file (fixture, NULL);
  pdf_probe_keep (pdf, "evidence-lawyer.pdf");
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 0, "remis par le créancier à son avocat");
  pdf_probe_expect (document, 0, "Tribunal de commerce (ou des activités économiques) de ____");
  pdf_probe_expect (document, 0, "à compléter : tribunal du lieu où demeure le débiteur, 25290 Ornans");
  pdf_probe_expect (document, 2, "Ce qui est réuni, ce qui manque");
  pdf_probe_expect (document, 2, "MANQUE Le tribunal du lieu où demeure le débiteur");
  pdf_probe_expect (document, 2, "dans les 3 mois");
  pdf_probe_expect (document, 2, "Décret n° 2026-96");
  pdf_probe_expect (document, 2, "FERMÉ Principal et intérêts : 5 000,00 € au plus");
  pdf_probe_expect (document, 2, "Information, non conseil juridique");
}

static AcqEvidenceState
state_of (const AcqEvidenceFile *file, AcqEvidenceStep step, AcqEvidenceNeed need)
{
  AcqNoticeFigures figures;
  g_autoptr (GArray) needs = NULL;

  g_assert_true (acq_notice_figures_init (&figures, file->letter, NULL));
  needs = acq_evidence_list_needs (file, &figures);
  for (guint i = 0; i < needs->len; i++)
    {
      const AcqEvidenceNeedState *state = &g_array_index (needs, AcqEvidenceNeedState, i);

      if (state->step == step && state->need == need)
        return state->state;
    }
  g_assert_not_reached ();
}

static void
test_needs (EvidenceCase *fixture, gconstpointer data)
{
  AcqEvidenceFile *file = fixture->file;
  AcqNoticeFigures figures;
  g_autoptr (GArray) needs = NULL;

  g_assert_true (acq_notice_figures_init (&figures, file->letter, NULL));
  needs = acq_evidence_list_needs (file, &figures);
  /* The second half-year of 2026 is weakly attested. */
  g_assert_cmpint (acq_evidence_step_state (needs, ACQ_EVIDENCE_STEP_PAYMENT_ORDER), ==, ACQ_EVIDENCE_STATE_TO_CHECK);
  g_assert_cmpint (acq_evidence_step_state (needs, ACQ_EVIDENCE_STEP_SMALL_CLAIM), ==, ACQ_EVIDENCE_STATE_CLOSED);
  g_assert_cmpint (acq_evidence_step_state (needs, ACQ_EVIDENCE_STEP_TRADE_DEBT), ==, ACQ_EVIDENCE_STATE_TO_CHECK);
  g_clear_pointer (&file->court, g_free);
  g_assert_cmpint (state_of (file, ACQ_EVIDENCE_STEP_PAYMENT_ORDER, ACQ_EVIDENCE_NEED_COURT), ==,
                   ACQ_EVIDENCE_STATE_MISSING);
  file->dispute = g_strdup ("conteste la facture F2026-0119");
  g_assert_cmpint (state_of (file, ACQ_EVIDENCE_STEP_PAYMENT_ORDER, ACQ_EVIDENCE_NEED_UNCONTESTED), ==,
                   ACQ_EVIDENCE_STATE_CLOSED);
  ((AcqCustomer *) file->letter->customer)->kind = ACQ_CUSTOMER_KIND_CONSUMER;
  g_assert_cmpint (state_of (file, ACQ_EVIDENCE_STEP_TRADE_DEBT, ACQ_EVIDENCE_NEED_PARTIES), ==,
                   ACQ_EVIDENCE_STATE_CLOSED);
  g_array_index (file->limitations, AcqEvidenceLimitation, 0).limitation.last_day = file->letter->day - 1;
  g_assert_cmpint (state_of (file, ACQ_EVIDENCE_STEP_PAYMENT_ORDER, ACQ_EVIDENCE_NEED_IN_TIME), ==,
                   ACQ_EVIDENCE_STATE_CLOSED);
}

static gboolean
has_flaw (const EvidenceCase *fixture, AcqLetterFlaw flaw)
{
  g_autoptr (GArray) flaws = acq_evidence_file_find_flaws (fixture->press, fixture->file);

  for (guint i = 0; i < flaws->len; i++)
    if (g_array_index (flaws, AcqLetterFlaw, i) == flaw)
      return TRUE;
  return FALSE;
}

static void
test_flaws (EvidenceCase *fixture, gconstpointer data)
{
  AcqLetterItem *item = g_ptr_array_index (fixture->file->letter->items, 0);

  g_assert_false (has_flaw (fixture, ACQ_LETTER_FLAW_DISPUTED));
  g_assert_false (has_flaw (fixture, ACQ_LETTER_FLAW_MISSING_COPY));
  item->bars = ACQ_LETTER_BAR_DISPUTED;
  g_assert_true (has_flaw (fixture, ACQ_LETTER_FLAW_DISPUTED));
  fixture->file->reader = ACQ_EVIDENCE_READER_LAWYER;
  g_assert_false (has_flaw (fixture, ACQ_LETTER_FLAW_DISPUTED));
  item->bars = ACQ_LETTER_BAR_IN_PLAN;
  g_assert_true (has_flaw (fixture, ACQ_LETTER_FLAW_IN_PLAN));
  g_clear_pointer (&item->copy, g_bytes_unref);
  g_assert_true (has_flaw (fixture, ACQ_LETTER_FLAW_MISSING_COPY));
}

static void
test_missing_copy_is_named (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;

  for (guint i = 0; i < fixture->file->pieces->len; i++)
    {
      AcqEvidencePiece *piece = g_ptr_array_index (fixture->file->pieces, i);

      if (g_str_equal (piece->title, "Facture F2026-0057"))
        g_clear_pointer (&piece->copy, g_bytes_unref);
    }
  pdf = write_file (fixture, NULL);
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 1, "– Facture F2026-0057 – à joindre 15/04/2026 –");
  pdf_probe_expect (document, 1, "21 pièces, 23 pages");
}

/* Claim and annex must come from the same figures. */
static void
test_figures_agree (EvidenceCase *fixture, gconstpointer data)
{
  AcqLetterItem *item = g_ptr_array_index (fixture->file->letter->items, 0);
  g_autoptr (GError) error = NULL;

  item->interest->interest++;
  g_assert_null (acq_evidence_file_write (fixture->press, fixture->file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_FIGURES);
}

static void
test_bad_copy (EvidenceCase *fixture, gconstpointer data)
{
  AcqEvidencePiece *piece = acq_evidence_file_add (fixture->file, ACQ_EVIDENCE_PIECE_OTHER, "Bon perdu", ACQ_DAY_NONE);
  g_autoptr (GError) error = NULL;

  piece->copy = g_bytes_new_static ("%PDF-1.4 nothing", 16);
  g_assert_null (acq_evidence_file_write (fixture->press, fixture->file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY);
  g_assert_nonnull (strstr (error->message, "Bon perdu"));
}

static void
cancel_cb (gpointer user_data, guint n_done, guint n_pieces)
{
  if (n_done == 3)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (EvidenceCase *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (acq_evidence_file_write (fixture->press, fixture->file, cancel_cb, cancellable, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_hostile_names (EvidenceCase *fixture, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (200, 'W');
  g_autofree char *name = g_strconcat (long_name, " <b>&amp;\n\u202e☎ 😀", NULL);
  AcqCustomer *customer = (AcqCustomer *) fixture->file->letter->customer;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;
  PopplerRectangle place;

  g_free (customer->name);
  customer->name = g_strdup (name);
  fixture->file->dispute = g_strnfill (3000, 'x');
  pdf = write_file (fixture, NULL);
  document = pdf_probe_open (pdf);
  g_assert_true (pdf_probe_find (document, 0, "WWWW", &place));
  g_assert_cmpfloat (place.x2, <=, 190.5);
  pdf_probe_expect (document, 0, "Débiteur");
  pdf_probe_expect (document, 1, "Ce document n’est pas un acte judiciaire.");
  pdf_probe_keep (pdf, "evidence-hostile.pdf");
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A scan becomes a page of its own; what only begins like one is refused by its name. */
static void
test_pictures (EvidenceCase *fixture, gconstpointer data)
{
  static const char jpeg[] = "\xff\xd8\xff\xc0 and no size";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 600, 400);
  AcqEvidencePiece *piece
    = acq_evidence_file_add (fixture->file, ACQ_EVIDENCE_PIECE_OTHER, "Pli retourné", ACQ_DAY_NONE);
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;
  g_autoptr (GError) error = NULL;

  cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  piece->copy = g_bytes_new (bytes->data, bytes->len);
  pdf = write_file (fixture, &report);
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, (int) report.n_pages - 1, "Pièce n° 23 Pli retourné");
  for (gsize kept = 8; kept < bytes->len; kept += bytes->len / 3)
    {
      g_clear_pointer (&piece->copy, g_bytes_unref);
      piece->copy = g_bytes_new (bytes->data, kept);
      g_assert_null (acq_evidence_file_write (fixture->press, fixture->file, NULL, NULL, NULL, NULL, &error));
      g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY);
      g_assert_nonnull (strstr (error->message, "Pli retourné"));
      g_clear_error (&error);
    }
  g_clear_pointer (&piece->copy, g_bytes_unref);
  piece->copy = g_bytes_new_static (jpeg, sizeof jpeg - 1);
  g_assert_null (acq_evidence_file_write (fixture->press, fixture->file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_COPY);
}

/* Every invoice of many is named, and the whole stays in order. */
static void
test_many (void)
{
  g_autoptr (LetterCase) story = letter_case_new_many (500);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autoptr (AcqEvidenceFile) file = acq_evidence_file_new ();
  g_autoptr (GError) error = NULL;
  AcqLetterReport report = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (Document) document = NULL;

  file->letter = g_steal_pointer (&story->letter);
  file->law = story->rates;
  acq_evidence_file_add_claim (file);
  pdf = acq_evidence_file_write (press, file, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  document = pdf_probe_open (pdf);
  pdf_probe_expect (document, 0, "500 factures");
  pdf_probe_expect (document, 1, "– Facture F2026-0001 – à joindre");
  g_assert_cmpuint (report.n_letter_pages, >, 10);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, (int) report.n_pages);
}

static void
test_safe_names (void)
{
  static const struct
  {
    const char *text, *name;
  } cases[] = {
    { "Facture F2025-0187", "Facture-F2025-0187" },
    { "../../etc/passwd", "etc-passwd" },
    { "Procès-verbal de réception", "Proces-verbal-de-reception" },
    { "", "piece" },
    { NULL, "piece" },
    { "😀", "piece" },
    { "C:\\Windows\\..\\x", "C-Windows-x" },
    { "a\nb\tc", "a-b-c" },
  };
  g_autofree char *long_text = g_strnfill (200, 'z');
  g_autofree char *short_name = acq_evidence_safe_name (long_text);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = acq_evidence_safe_name (cases[i].text);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
  g_assert_cmpuint (strlen (short_name), ==, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/evidence/" path, EvidenceCase, NULL, evidence_case_set_up, func, evidence_case_tear_down)
  ADD ("cover", test_cover);
  ADD ("index", test_index);
  ADD ("forbidden", test_forbidden);
  ADD ("fonts-and-margins", test_fonts_and_margins);
  ADD ("same-bytes", test_same_bytes);
  ADD ("lawyer", test_lawyer);
  ADD ("needs", test_needs);
  ADD ("flaws", test_flaws);
  ADD ("missing-copy-is-named", test_missing_copy_is_named);
  ADD ("figures-agree", test_figures_agree);
  ADD ("bad-copy", test_bad_copy);
  ADD ("cancel", test_cancel);
  ADD ("hostile-names", test_hostile_names);
  ADD ("pictures", test_pictures);
  g_test_add_func ("/evidence/many", test_many);
  g_test_add_func ("/evidence/safe-names", test_safe_names);
  return g_test_run ();
}
