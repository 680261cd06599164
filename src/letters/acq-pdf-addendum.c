/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-pdf-addendum.h"

#include <stdlib.h>
#include <string.h>

#define ENTRY_SIZE 20
/* "startxref", an offset and "%%EOF" fit into it. */
#define TAIL_SIZE 48

typedef struct
{
  const char *data; /* the PDF, with a zero byte behind it */
  gsize len;
  gsize table; /* offset of "xref" */
  guint n_objects;
  const char *entries;
  guint root;
  guint info;
} Source;

/* An object that is written anew, and the words that go into its dictionary. */
typedef struct
{
  guint number;
  gsize offset;
} Update;

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error (error, ACQ_LETTER_ERROR, ACQ_LETTER_ERROR_WRITE, "the PDF of this version of cairo has no %s",
               what);
  return FALSE;
}

static guint
reference_in (const char *text, const char *key)
{
  const char *at = strstr (text, key);

  return at == NULL ? 0 : (guint) strtoul (at + strlen (key), NULL, 10);
}

static gboolean
open_source (Source *source, const GByteArray *pdf, GError **error)
{
  const char *start, *trailer;
  char *end;

  source->data = (const char *) pdf->data;
  source->len = pdf->len;
  start = strstr (source->data + (source->len > TAIL_SIZE ? source->len - TAIL_SIZE : 0), "startxref");
  source->table = start == NULL ? 0 : (gsize) strtoul (start + strlen ("startxref"), NULL, 10);
  if (source->table == 0 || source->table >= source->len
      || !g_str_has_prefix (source->data + source->table, "xref\n0 "))
    return refuse (error, "cross-reference table");
  source->n_objects = (guint) strtoul (source->data + source->table + strlen ("xref\n0 "), &end, 10);
  source->entries = end + 1;
  if (source->entries + (gsize) source->n_objects * ENTRY_SIZE > source->data + source->len)
    return refuse (error, "whole cross-reference table");
  trailer = source->entries + (gsize) source->n_objects * ENTRY_SIZE;
  source->root = reference_in (trailer, "/Root ");
  source->info = reference_in (trailer, "/Info ");
  return source->root != 0 || refuse (error, "root");
}

/* The text of an object from its dictionary's "<<", or NULL where the table says it is free or it is no dictionary. */
static const char *
find_dictionary (const Source *source, guint number)
{
  const char *entry = source->entries + (gsize) number * ENTRY_SIZE;
  gsize offset = (gsize) strtoul (entry, NULL, 10);
  const char *open;

  if (number >= source->n_objects || entry[17] != 'n' || offset >= source->table)
    return NULL;
  open = strstr (source->data + offset, " obj\n");
  return open != NULL && g_str_has_prefix (open + 5, "<<") ? open + 5 : NULL;
}

static gboolean
is_element (const char *dictionary, const char *structure)
{
  gsize len = strlen (structure);

  return g_str_has_prefix (dictionary, "<< /Type /StructElem\n   /S /")
         && strncmp (dictionary + strlen ("<< /Type /StructElem\n   /S /"), structure, len) == 0
         && !g_ascii_isalnum (dictionary[strlen ("<< /Type /StructElem\n   /S /") + len]);
}

/* Writes the object again with these words at the end of its dictionary. */
static void
rewrite (const Source *source, GString *addendum, GArray *updates, guint number, const char *words)
{
  const char *dictionary = find_dictionary (source, number);
  const char *end = strstr (dictionary, "endobj");
  Update update = { number, source->len + addendum->len };
  const char *close = g_strrstr_len (dictionary, end - dictionary, ">>");

  g_string_append_printf (addendum, "%u 0 obj\n", number);
  g_string_append_len (addendum, dictionary, close - dictionary);
  g_string_append_printf (addendum, "   %s\n>>\nendobj\n", words);
  g_array_append_val (updates, update);
}

/* A text string of PDF: UTF-16 with its byte order mark, in hexadecimal figures. */
static char *
figure_words (const char *text)
{
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  GString *words = g_string_new ("/Alt <FEFF");

  for (glong i = 0; i < n; i++)
    g_string_append_printf (words, "%04X", units[i]);
  g_string_append_c (words, '>');
  return g_string_free (words, FALSE);
}

static void
rewrite_elements (const Source *source, const GPtrArray *figures, GString *addendum, GArray *updates)
{
  guint figure = 0;

  for (guint number = 1; number < source->n_objects; number++)
    {
      const char *dictionary = find_dictionary (source, number);

      if (dictionary == NULL)
        continue;
      if (is_element (dictionary, "Figure") && figure < figures->len)
        {
          g_autofree char *words = figure_words (g_ptr_array_index (figures, figure++));

          rewrite (source, addendum, updates, number, words);
        }
      else if (is_element (dictionary, "TH"))
        rewrite (source, addendum, updates, number, "/A << /O /Table /Scope /Column >>");
    }
}

static int
compare_updates (gconstpointer a, gconstpointer b)
{
  const Update *left = a, *right = b;

  return (left->number > right->number) - (left->number < right->number);
}

static void
append_table (const Source *source, GString *addendum, GArray *updates)
{
  gsize table = source->len + addendum->len;

  g_array_sort (updates, compare_updates);
  g_string_append (addendum, "xref\n");
  for (guint i = 0; i < updates->len; i++)
    {
      const Update *update = &g_array_index (updates, Update, i);

      g_string_append_printf (addendum, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", update->number,
                              update->offset);
    }
  g_string_append_printf (addendum, "trailer\n<< /Size %u\n   /Root %u 0 R\n", source->n_objects,
                          source->root);
  if (source->info != 0)
    g_string_append_printf (addendum, "   /Info %u 0 R\n", source->info);
  g_string_append_printf (addendum,
                          "   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          source->table, table);
}

gboolean
acq_pdf_addendum_append (GByteArray *pdf, const GPtrArray *figures, GError **error)
{
  g_autoptr (GString) addendum = g_string_new (NULL);
  g_autoptr (GArray) updates = g_array_new (FALSE, FALSE, sizeof (Update));
  Source source = { 0 };

  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);
  if (!open_source (&source, pdf, error))
    return FALSE;
  if (find_dictionary (&source, source.root) == NULL)
    return refuse (error, "catalogue");
  rewrite (
    &source, addendum, updates, source.root,
    "/Lang (fr-FR)\n   /MarkInfo << /Marked true >>\n   /ViewerPreferences << /DisplayDocTitle true >>");
  rewrite_elements (&source, figures, addendum, updates);
  append_table (&source, addendum, updates);
  g_byte_array_append (pdf, (const guint8 *) addendum->str, (guint) addendum->len);
  return TRUE;
}
