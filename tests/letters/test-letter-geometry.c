/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-address-block.h"
#include "acq-formal-notice.h"
#include "acq-letter-page.h"
#include "letter-case.h"
#include "pdf-probe.h"

static PopplerDocument *
write_and_open (AcqLetterPress *press, const AcqLetter *letter, AcqLetterReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = acq_formal_notice_write (press, letter, report, &error);

  g_assert_no_error (error);
  return pdf_probe_open (pdf);
}

/* Readers of PDFs guess where spaces are. */
static gboolean
is_line (const char *seen, const char *line)
{
  g_auto (GStrv) seen_words = g_strsplit (seen, " ", -1);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autofree char *packed_seen = g_strjoinv ("", seen_words);
  g_autofree char *packed = g_strjoinv ("", words);

  return strcmp (packed_seen, packed) == 0;
}

/* In the window the address stands, line by line, and nothing else. */
static void
assert_zone (PopplerDocument *document, AcqLetterPress *press, const AcqCustomer *recipient)
{
  g_autofree char *seen = pdf_probe_zone (document);
  g_autoptr (AcqAddressBlock) plain = acq_address_block_new (press, recipient, NULL);
  g_auto (GStrv) lines = g_strsplit (seen, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      gboolean known = (*line)[0] == '\0' || g_str_has_prefix (*line, "A L ATTENTION");

      for (guint i = 0; i < plain->lines->len && !known; i++)
        known = is_line (*line, g_ptr_array_index (plain->lines, i));
      if (!known)
        g_error ("the window shows \"%s\" in:\n%s", *line, seen);
    }
}

static void
assert_subject_below_fold (PopplerDocument *document)
{
  PopplerRectangle place;

  g_assert_true (pdf_probe_find (document, 0, "Objet", &place));
  g_assert_cmpfloat (place.y1, >, ACQ_FIRST_FOLD);
}

static void
assert_page_numbers (PopplerDocument *document)
{
  int n = poppler_document_get_n_pages (document);

  for (int page = 0; page < n; page++)
    {
      g_autofree char *number = g_strdup_printf ("%d/%d", page + 1, n);
      g_autofree char *text = pdf_probe_text (document, page);

      if (strstr (text, number) == NULL)
        g_error ("page %d has no number %s:\n%s", page + 1, number, text);
    }
}

static void
test_grid (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  PopplerDocument *document = write_and_open (press, letter_case->letter, NULL);
  PopplerRectangle place;

  assert_zone (document, press, letter_case->customer);
  assert_subject_below_fold (document);
  assert_page_numbers (document);
  g_assert_true (pdf_probe_find (document, 0, "25290 ORNANS", &place));
  g_assert_cmpfloat_with_epsilon (place.x1, 110.0, 0.5);
  g_assert_cmpfloat (place.y2, <=, 79.6);
  g_assert_cmpfloat (place.y1, >=, 74.0);
  g_assert_true (pdf_probe_find (document, 0, "HOTEL DES DEUX RIVES", &place));
  g_assert_cmpfloat_with_epsilon (place.y1, 63.0, 1.0);
  g_assert_true (pdf_probe_find (document, 0, "Besançon, le 23", &place));
  g_assert_cmpfloat_with_epsilon (place.x1, 110.0, 0.5);
  g_assert_cmpfloat (place.y1, >, ACQ_ZONE_BOTTOM);
  g_object_unref (document);
}

/* On which page a text stands, or -1. */
static int
page_of (PopplerDocument *document, const char *words)
{
  PopplerRectangle place;

  for (int page = 0; page < poppler_document_get_n_pages (document); page++)
    if (pdf_probe_find (document, page, words, &place))
      return page;
  return -1;
}

static void
test_page_rules (gconstpointer data)
{
  guint n_invoices = GPOINTER_TO_UINT (data);
  g_autoptr (LetterCase) letter_case = letter_case_new_many (n_invoices);
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  AcqLetterReport report = { 0 };
  PopplerDocument *document = write_and_open (press, letter_case->letter, &report);
  PopplerRectangle nature, signatory;
  int last = (int) report.n_letter_pages - 1;

  g_assert_cmpint (page_of (document, "mettons en demeure"), ==, 0);
  g_assert_cmpint (page_of (document, "À défaut de règlement"), ==, last);
  g_assert_true (pdf_probe_find (document, last, "La présente vaut", &nature));
  g_assert_true (pdf_probe_find (document, last, "Gérante", &signatory));
  g_assert_cmpfloat (signatory.y1, >, nature.y1);
  g_assert_cmpint (page_of (document, "Règlement par virement"), ==, page_of (document, "Bénéficiaire"));
  g_assert_cmpint (page_of (document, "Règlement par virement"), ==,
                   page_of (document, "à rappeler dans le libellé"));
  assert_zone (document, press, letter_case->customer);
  assert_page_numbers (document);
  for (int page = 0; page <= last; page++)
    {
      g_autofree char *text = pdf_probe_text (document, page);

      g_assert_nonnull (strstr (text, "Menuiserie Vauban"));
    }
  g_object_unref (document);
}

static const char *const pieces[] = {
  "SARL",
  "Établissements",
  "l'Île d'Œuvre",
  "& Fils",
  "<b>gras</b>",
  "\n",
  "\t",
  "مصطفى",
  "\u202eevil\u202c",
  "%s%n",
  "漢字",
  "Société",
  "-",
  "12",
  "*",
  "|",
  "{total}",
  "a\u0301",
  "\001\002",
  "🙂",
  "Saint-Étienne",
  "_",
  "~",
  "0123456789",
};

static char *
random_text (int max_words)
{
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (1, max_words + 1);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ",
                            pieces[g_test_rand_int_range (0, (int) G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
set_random (char **text, int max_words)
{
  g_free (*text);
  *text = random_text (max_words);
}

static LetterCase *
random_case (void)
{
  LetterCase *letter_case = g_test_rand_bit () ? letter_case_new_consumer ()
                                               : letter_case_new_many (1 + g_test_rand_int_range (0, 25));
  char *reference = letter_case->letter->reference;

  set_random (&letter_case->customer->name, 30);
  set_random (&letter_case->customer->address, 12);
  set_random (&letter_case->customer->city, 6);
  set_random (&letter_case->customer->code, 8);
  set_random (&letter_case->company->name, 20);
  set_random (&letter_case->company->address, 20);
  set_random (&letter_case->company->email, 12);
  set_random (&letter_case->company->signatory, 20);
  set_random (&letter_case->company->bank_name, 20);
  set_random (&letter_case->company->capital, 6);
  letter_case->letter->reference = random_text (8);
  g_free (reference);
  for (guint i = 0; i < letter_case->letter->items->len; i++)
    {
      AcqLetterItem *item = g_ptr_array_index (letter_case->letter->items, i);

      if (g_test_rand_int_range (0, 4) == 0)
        set_random (&item->number, 10);
      item->below = i > 0 && g_test_rand_int_range (0, 4) == 0;
    }
  return letter_case;
}

/* Whatever the texts are, no debt shows in the window: an address that does not fit is what the checks block. */
static void
test_random_letters (void)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);

  for (int i = 0; i < 60; i++)
    {
      g_autoptr (LetterCase) letter_case = random_case ();
      g_autoptr (AcqAddressBlock) address = acq_address_block_new (press, letter_case->customer, NULL);
      PopplerDocument *document = write_and_open (press, letter_case->letter, NULL);
      g_autofree char *zone = pdf_probe_zone (document);

      if (address->flaw == ACQ_ADDRESS_FITS)
        assert_zone (document, press, letter_case->customer);
      g_assert_null (strstr (zone, "demeure"));
      g_assert_null (strstr (zone, "€"));
      assert_subject_below_fold (document);
      g_object_unref (document);
    }
}

static void
test_names_of_300_characters (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  GString *name = g_string_new (NULL);
  PopplerDocument *document;
  PopplerRectangle place;

  while (name->len < 300)
    g_string_append (name, "Compagnie des Eaux ");
  g_free (letter_case->customer->name);
  letter_case->customer->name = g_strdup (name->str);
  g_assert_true (acq_company_set (letter_case->company, "name", name->str));
  document = write_and_open (press, letter_case->letter, NULL);
  assert_subject_below_fold (document);
  assert_page_numbers (document);
  g_assert_true (pdf_probe_find (document, 1, "MED-2026-0014", &place)
                 || pdf_probe_find (document, 1, "…", &place));
  g_object_unref (document);
  g_string_free (name, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-geometry/grid", test_grid);
  g_test_add_data_func ("/letter-geometry/page-rules/1", GUINT_TO_POINTER (1), test_page_rules);
  g_test_add_data_func ("/letter-geometry/page-rules/2", GUINT_TO_POINTER (2), test_page_rules);
  g_test_add_data_func ("/letter-geometry/page-rules/9", GUINT_TO_POINTER (9), test_page_rules);
  g_test_add_data_func ("/letter-geometry/page-rules/30", GUINT_TO_POINTER (30), test_page_rules);
  g_test_add_data_func ("/letter-geometry/page-rules/200", GUINT_TO_POINTER (200), test_page_rules);
  g_test_add_func ("/letter-geometry/random-letters", test_random_letters);
  g_test_add_func ("/letter-geometry/names-of-300-characters", test_names_of_300_characters);
  return g_test_run ();
}
