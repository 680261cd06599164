/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-pdf-document.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* A plain PDF invoice: the copy of an invoice that came from elsewhere (a table, an accounting export). */

#define MAX_CANDIDATES 64
#define MAX_TEXT_BYTES (1u << 20)
/* A number of one or two digits would be found on every page. */
#define MIN_DIGITS        3
#define MAX_NUMBER_LENGTH 40

/* Folded words after which the number of the document itself stands. */
static const char *const announcing_words[]
  = { "FACTURE", "AVOIR", "INVOICE", "NUMERO", "N", "NO", "NUMBER" };

typedef struct
{
  GPtrArray *likely; /* announced by one of the words above */
  GPtrArray *others;
  GHashTable *seen; /* fold keys, owned */
} Candidates;

static void
candidates_init (Candidates *self)
{
  self->likely = g_ptr_array_new_with_free_func (g_free);
  self->others = g_ptr_array_new_with_free_func (g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
candidates_clear (Candidates *self)
{
  g_clear_pointer (&self->likely, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Candidates, candidates_clear)

/* All of them, likely ones first, NULL-terminated; borrowed. */
static const char *const *
candidates_end (Candidates *self)
{
  g_ptr_array_extend_and_steal (self->likely, g_steal_pointer (&self->others));
  g_ptr_array_add (self->likely, NULL);
  return (const char *const *) self->likely->pdata;
}

static gboolean
is_number_like (const char *word)
{
  guint digits = 0;

  for (const char *p = word; *p != '\0'; p++)
    digits += g_ascii_isdigit (*p);
  return digits >= MIN_DIGITS && strlen (word) <= MAX_NUMBER_LENGTH;
}

static void
add_candidate (Candidates *candidates, GPtrArray *to, const char *text)
{
  char *key = acq_text_fold_key (text);

  if (key[0] == '\0' || candidates->likely->len + candidates->others->len >= MAX_CANDIDATES
      || !g_hash_table_add (candidates->seen, key))
    return;
  g_ptr_array_add (to, g_strdup (text));
}

static gboolean
is_announcing (const char *word)
{
  g_autofree char *folded = acq_text_fold (word);

  for (gsize i = 0; i < G_N_ELEMENTS (announcing_words); i++)
    if (strcmp (folded, announcing_words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The punctuation of a sentence is no part of a number. */
static void
trim_word (char *word)
{
  static const char marks[] = ".,;:()[]#*\"'";
  gsize start = strspn (word, marks), len;

  memmove (word, word + start, strlen (word + start) + 1);
  for (len = strlen (word); len > 0 && strchr (marks, word[len - 1]) != NULL; len--)
    word[len - 1] = '\0';
}

static void
add_words (Candidates *candidates, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n\f", -1);
  gboolean announced = FALSE;

  for (gsize i = 0; words[i] != NULL; i++)
    {
      trim_word (words[i]);
      if (words[i][0] == '\0')
        continue;
      if (is_number_like (words[i]))
        {
          add_candidate (candidates, announced ? candidates->likely : candidates->others, words[i]);
          announced = FALSE;
        }
      else
        announced = is_announcing (words[i]) || (announced && !g_ascii_isalpha (words[i][0]));
    }
}

static char *
name_without_extension (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

static void
add_file_name (Candidates *candidates, const char *path)
{
  g_autofree char *stem = name_without_extension (path);
  g_autofree char *display = g_filename_display_name (stem);
  g_autofree char *spaced = g_strdup (display);

  add_candidate (candidates, candidates->likely, display);
  g_strdelimit (spaced, "_ ", ' ');
  add_words (candidates, spaced);
}

static int
sniff (const AcqImportSource *source)
{
  return acq_pdf_is_pdf (source) ? 20 : 0;
}

static gboolean
read_source (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqPdfDocument) document = acq_pdf_document_open (source, error);
  g_auto (Candidates) in_name = { 0 }, on_page = { 0 };
  g_autoptr (GBytes) copy = g_bytes_new_static (source->bytes, source->size);
  g_autofree char *name = g_filename_display_basename (source->path);
  g_autofree char *text = NULL;

  if (document == NULL)
    return FALSE;
  candidates_init (&in_name);
  candidates_init (&on_page);
  add_file_name (&in_name, source->path);
  text = acq_pdf_document_first_page (document);
  if (strlen (text) > MAX_TEXT_BYTES)
    text[MAX_TEXT_BYTES] = '\0';
  if (g_utf8_validate (text, -1, NULL))
    add_words (&on_page, text);
  return sink->copy (user_data, candidates_end (&in_name), candidates_end (&on_page), copy, name, error);
}

const AcqImportFormat acq_pdf_copy_format
  = { "pdf_copy", "PDF", ACQ_IMPORT_KIND_INVOICES, sniff, read_source };
