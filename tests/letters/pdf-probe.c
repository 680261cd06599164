/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-probe.h"

#include <stdlib.h>
#include <string.h>

#include "acq-letter-layout.h"
#include "acq-letter-page.h"

PopplerDocument *
pdf_probe_open (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static char *
with_plain_spaces (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\u202f", " ", 0);
  g_string_replace (plain, "\u00a0", " ", 0);
  return g_string_free (plain, FALSE);
}

char *
pdf_probe_text (PopplerDocument *document, int page_number)
{
  PopplerPage *page = poppler_document_get_page (document, page_number);
  g_autofree char *text = poppler_page_get_text (page);

  g_object_unref (page);
  return with_plain_spaces (text);
}

static char *
without_spaces (const char *text)
{
  GString *packed = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (packed, g_utf8_get_char (p));
  return g_string_free (packed, FALSE);
}

typedef struct
{
  double x;
  double y;
  gunichar letter;
} Placed;

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;

  return (left->y > right->y) - (left->y < right->y);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;

  return (left->x > right->x) - (left->x < right->x);
}

static GArray *
collect_letters (PopplerDocument *document, int page_number)
{
  PopplerPage *page = poppler_document_get_page (document, page_number);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Placed));
  const char *p = text;
  guint n_places = 0;

  poppler_page_get_text_layout (page, &places, &n_places);
  for (guint i = 0; i < n_places && *p != '\0'; i++, p = g_utf8_next_char (p))
    {
      Placed letter = { places[i].x1, (places[i].y1 + places[i].y2) / 2, g_utf8_get_char (p) };

      if (!g_unichar_isspace (letter.letter))
        g_array_append_val (letters, letter);
    }
  g_object_unref (page);
  return letters;
}

/* Letters whose middles are less than half a line apart stand in one row. */
static char *
read_rows (PopplerDocument *document, int page)
{
  g_autoptr (GArray) letters = collect_letters (document, page);
  GString *text = g_string_new (NULL);

  g_array_sort (letters, compare_y);
  for (guint first = 0, end; first < letters->len; first = end)
    {
      Placed *row = &g_array_index (letters, Placed, first);

      for (end = first + 1; end < letters->len && g_array_index (letters, Placed, end).y < row->y + 4; end++)
        continue;
      qsort (row, end - first, sizeof *row, compare_x);
      for (guint i = 0; i < end - first; i++)
        g_string_append_unichar (text, row[i].letter);
    }
  return g_string_free (text, FALSE);
}

gboolean
pdf_probe_says (PopplerDocument *document, int page, const char *words)
{
  g_autofree char *rows = read_rows (document, page);
  g_autofree char *packed_words = without_spaces (words);

  return strstr (rows, packed_words) != NULL;
}

static double
millimetres (double points)
{
  return points * 25.4 / 72;
}

gboolean
pdf_probe_find (PopplerDocument *document, int page_number, const char *wanted, PopplerRectangle *ret_place)
{
  PopplerPage *page = poppler_document_get_page (document, page_number);
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *text = with_plain_spaces (raw);
  g_autofree PopplerRectangle *places = NULL;
  const char *at = strstr (text, wanted);
  guint n_places = 0;

  poppler_page_get_text_layout (page, &places, &n_places);
  g_object_unref (page);
  if (at == NULL)
    return FALSE;
  *ret_place = places[g_utf8_pointer_to_offset (text, at)];
  ret_place->x1 = millimetres (ret_place->x1);
  ret_place->x2 = millimetres (ret_place->x2);
  ret_place->y1 = millimetres (ret_place->y1);
  ret_place->y2 = millimetres (ret_place->y2);
  return TRUE;
}

static gboolean
touches_zone (const PopplerRectangle *place)
{
  return millimetres (place->x2) > ACQ_ZONE_LEFT && millimetres (place->x1) < ACQ_ZONE_RIGHT
         && millimetres (place->y2) > ACQ_ZONE_TOP && millimetres (place->y1) < ACQ_ZONE_BOTTOM;
}

char *
pdf_probe_zone (PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_page (document, 0);
  g_autofree char *text = poppler_page_get_text (page);
  g_autofree PopplerRectangle *places = NULL;
  GString *seen = g_string_new (NULL);
  const char *p = text;
  guint n_places = 0;

  poppler_page_get_text_layout (page, &places, &n_places);
  for (guint i = 0; i < n_places && *p != '\0'; i++, p = g_utf8_next_char (p))
    if (*p == '\n' || touches_zone (&places[i]))
      if (*p != '\n' || (seen->len > 0 && seen->str[seen->len - 1] != '\n'))
        g_string_append_unichar (seen, g_utf8_get_char (p));
  g_object_unref (page);
  return g_string_free (seen, FALSE);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
pdf_probe_fonts (PopplerDocument *document)
{
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  while (poppler_font_info_scan (info, 1000, &iter) && iter != NULL)
    {
      do
        {
          const char *name = poppler_fonts_iter_get_name (iter);
          g_autofree char *marked
            = g_strconcat (name, poppler_fonts_iter_is_embedded (iter) ? "" : "!", NULL);

          if (!g_ptr_array_find_with_equal_func (names, marked, g_str_equal, NULL))
            g_ptr_array_add (names, g_steal_pointer (&marked));
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
    }
  g_object_unref (info);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

void
pdf_probe_expect (PopplerDocument *document, int page, const char *words)
{
  g_autofree char *text = pdf_probe_text (document, page);

  if (!pdf_probe_says (document, page, words))
    g_error ("page %d does not say \"%s\":\n%s", page + 1, words, text);
}

void
pdf_probe_expect_nowhere (PopplerDocument *document, const char *words)
{
  for (int page = 0; page < poppler_document_get_n_pages (document); page++)
    {
      g_autofree char *text = pdf_probe_text (document, page);

      if (pdf_probe_says (document, page, words))
        g_error ("page %d says \"%s\":\n%s", page + 1, words, text);
    }
}

void
pdf_probe_expect_margins (PopplerDocument *document)
{
  for (int number = 0; number < poppler_document_get_n_pages (document); number++)
    {
      PopplerPage *page = poppler_document_get_page (document, number);
      g_autofree PopplerRectangle *places = NULL;
      guint n_places = 0;

      g_assert_true (poppler_page_get_text_layout (page, &places, &n_places));
      for (guint i = 0; i < n_places; i++)
        {
          g_assert_cmpfloat (millimetres (places[i].x1), >=, ACQ_TEXT_LEFT - 0.5);
          g_assert_cmpfloat (millimetres (places[i].x2), <=, ACQ_TEXT_RIGHT + 0.6);
          g_assert_cmpfloat (millimetres (places[i].y2), <=, 292);
        }
      g_object_unref (page);
    }
}

void
pdf_probe_keep (GBytes *pdf, const char *name)
{
  const char *directory = g_getenv ("ACQ_KEEP_LETTERS");
  g_autofree char *path = directory == NULL ? NULL : g_build_filename (directory, name, NULL);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
}
