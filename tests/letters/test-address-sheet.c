/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-address-block.h"
#include "acq-address-sheet.h"
#include "acq-letter-page.h"
#include "letter-case.h"
#include "pdf-probe.h"

#define DAY (acq_day_new (2026, 11, 23))

/* Whatever paper it is: the ways that a post office's windows and machines see it, millimetres from its left and its top. */
typedef struct
{
  double width;
  double height;
  double left; /* of the window */
  double right;
  double top;
  double bottom;
} Paper;

static const Paper papers[] = {
  [ACQ_ADDRESS_SHEET_A4] = { 210, 297, ACQ_ZONE_LEFT, ACQ_ZONE_RIGHT, 54, 80 },
  [ACQ_ADDRESS_SHEET_DL] = { 220, 110, 100, 200, 55, 90 },
  [ACQ_ADDRESS_SHEET_C5] = { 229, 162, 109, 209, 97, 142 },
};

static GBytes *
write_kind (AcqAddressSheetKind kind, const LetterCase *letter_case, guint n_addressees, GError **error)
{
  g_autoptr (AcqLetterPress) press = acq_letter_press_new (NULL);
  g_autofree AcqAddressee *addressees = g_new0 (AcqAddressee, n_addressees);

  for (guint i = 0; i < n_addressees; i++)
    addressees[i]
      = (AcqAddressee){ letter_case->customer, i % 2 == 1 ? "À l'attention du représentant légal" : NULL };
  return acq_address_sheet_write (press, kind, letter_case->company, addressees, n_addressees, DAY, error);
}

static PopplerDocument *
open_kind (AcqAddressSheetKind kind, const LetterCase *letter_case, guint n_addressees)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = write_kind (kind, letter_case, n_addressees, &error);

  g_assert_no_error (error);
  return pdf_probe_open (pdf);
}

static void
assert_size (PopplerDocument *document, int number, const Paper *paper)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width * 25.4 / 72, paper->width, 0.1);
  g_assert_cmpfloat_with_epsilon (height * 25.4 / 72, paper->height, 0.1);
  g_object_unref (page);
}

static gboolean
lies_in_window (const PopplerRectangle *place, const Paper *paper)
{
  return place->x1 >= paper->left && place->x2 <= paper->right && place->y1 >= paper->top
         && place->y2 <= paper->bottom;
}

static gboolean
touches_window (const PopplerRectangle *place, const Paper *paper)
{
  return place->x2 > paper->left && place->x1 < paper->right && place->y2 > paper->top
         && place->y1 < paper->bottom;
}

/* What stands in the window stands there whole, and is returned. */
static char *
read_window (PopplerDocument *document, int number, const Paper *paper)
{
  PopplerPage *page = poppler_document_get_page (document, number);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GString *seen = g_string_new (NULL);
  const char *p = text;
  guint n_places = 0;

  poppler_page_get_text_layout (page, &places, &n_places);
  for (guint i = 0; i < n_places && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      PopplerRectangle place = { places[i].x1 * 25.4 / 72, places[i].y1 * 25.4 / 72, places[i].x2 * 25.4 / 72,
                                 places[i].y2 * 25.4 / 72 };

      if (g_unichar_isspace (g_utf8_get_char (p)))
        {
          if (seen->len > 0 && seen->str[seen->len - 1] != ' ')
            g_string_append_c (seen, ' ');
          continue;
        }
      g_assert_cmpint (lies_in_window (&place, paper), ==, touches_window (&place, paper));
      if (lies_in_window (&place, paper))
        g_string_append_unichar (seen, g_utf8_get_char (p));
    }
  g_object_unref (page);
  return g_strstrip (g_string_free (seen, FALSE));
}

static void
test_place (gconstpointer data)
{
  AcqAddressSheetKind kind = GPOINTER_TO_INT (data);
  const Paper *paper = &papers[kind];
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
  PopplerDocument *document = open_kind (kind, letter_case, 3);
  PopplerRectangle place;

  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 3);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *window = read_window (document, i, paper);

      assert_size (document, i, paper);
      g_assert_true (g_str_has_prefix (window, "HOTEL DES DEUX RIVES"));
      g_assert_true (g_str_has_suffix (window, "25290 ORNANS"));
      g_assert_cmpint (strstr (window, "A L ATTENTION DU REPRESENTANT LEGAL") != NULL, ==, i % 2 == 1);
    }
  g_assert_true (pdf_probe_find (document, 0, "25290 ORNANS", &place));
  g_assert_cmpfloat_with_epsilon (place.x1, acq_address_sheet_spec (kind)->address_left, 0.5);
  g_assert_cmpfloat_with_epsilon (place.y2, acq_address_sheet_spec (kind)->address_bottom, 1.0);
  g_assert_true (pdf_probe_find (document, 0, "Menuiserie Vauban SARL", &place));
  g_assert_cmpfloat_with_epsilon (place.x1, acq_address_sheet_spec (kind)->sender_left, 0.5);
  g_assert_cmpfloat (place.y2, <, 30);
  g_object_unref (document);
}

/* Nothing but the two addresses: no word of a debt on the outside. */
static void
test_text (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();

  for (int kind = ACQ_ADDRESS_SHEET_A4; kind <= ACQ_ADDRESS_SHEET_C5; kind++)
    {
      PopplerDocument *document = open_kind (kind, letter_case, 1);
      g_autofree char *text = pdf_probe_text (document, 0);
      g_autofree char *fonts = pdf_probe_fonts (document);
      g_auto (GStrv) lines = g_strsplit (g_strstrip (text), "\n", -1);

      g_assert_cmpstr (lines[0], ==, "Menuiserie Vauban SARL");
      g_assert_cmpstr (lines[1], ==, "8 rue des Charpentiers, 25000 Besançon");
      g_assert_cmpstr (lines[2], ==, "HOTEL DES DEUX RIVES SAS");
      g_assert_cmpstr (lines[g_strv_length (lines) - 1], ==, "25290 ORNANS");
      g_assert_cmpuint (g_strv_length (lines), <=, 2 + ACQ_ADDRESS_MAX_LINES);
      g_assert_null (strchr (fonts, '!'));
      g_object_unref (document);
    }
}

static void
set_address (LetterCase *letter_case, const char *name, const char *address)
{
  g_free (letter_case->customer->name);
  g_free (letter_case->customer->address);
  letter_case->customer->name = g_strdup (name);
  letter_case->customer->address = g_strdup (address);
}

/* As many lines as there may be, as wide as they may be, on the smallest paper. */
static void
test_six_lines (void)
{
  for (int kind = ACQ_ADDRESS_SHEET_A4; kind <= ACQ_ADDRESS_SHEET_C5; kind++)
    {
      g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
      PopplerDocument *document;
      g_autofree char *window = NULL;

      set_address (letter_case, "Société <b>d'Hôtellerie</b> مصطفى du Doubs",
                   "Zone industrielle\nBâtiment 12\n3 rue Haute\nCedex 3");
      document = open_kind (kind, letter_case, 1);
      window = read_window (document, 0, &papers[kind]);
      g_assert_true (g_str_has_suffix (window, "25290 ORNANS"));
      g_assert_nonnull (strstr (window, "BATIMENT 12"));
      g_object_unref (document);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *address;
  } cases[] = {
    { "Untel SA", "1\n2\n3\n4\n5\n6\n7" },
    { "Untel SA", NULL },
    { "Untel SA", "" },
    { "Untel SA", "Anticonstitutionnellementanticonstitutionnellement" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();
      g_autoptr (GError) error = NULL;

      set_address (letter_case, cases[i].name, cases[i].address);
      g_assert_null (write_kind (ACQ_ADDRESS_SHEET_DL, letter_case, 1, &error));
      g_assert_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_ADDRESS);
      g_assert_cmpstr (error->message, ==, cases[i].name);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (LetterCase) letter_case = letter_case_new_hotel ();

  for (int kind = ACQ_ADDRESS_SHEET_A4; kind <= ACQ_ADDRESS_SHEET_C5; kind++)
    {
      g_autoptr (GBytes) one = write_kind (kind, letter_case, 5, NULL);
      g_autoptr (GBytes) other = write_kind (kind, letter_case, 5, NULL);

      g_assert_true (g_bytes_equal (one, other));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/address-sheet/place/a4", GINT_TO_POINTER (ACQ_ADDRESS_SHEET_A4), test_place);
  g_test_add_data_func ("/address-sheet/place/dl", GINT_TO_POINTER (ACQ_ADDRESS_SHEET_DL), test_place);
  g_test_add_data_func ("/address-sheet/place/c5", GINT_TO_POINTER (ACQ_ADDRESS_SHEET_C5), test_place);
  g_test_add_func ("/address-sheet/text", test_text);
  g_test_add_func ("/address-sheet/six-lines", test_six_lines);
  g_test_add_func ("/address-sheet/refused", test_refused);
  g_test_add_func ("/address-sheet/same-bytes", test_same_bytes);
  return g_test_run ();
}
