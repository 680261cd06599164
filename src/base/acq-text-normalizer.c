/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-text-normalizer.h"

#include <string.h>

/* Letters whose canonical decomposition is not a base letter and marks. */
static const struct
{
  gunichar letter;
  const char *ascii;
} resolved[] = {
  { 0x00c6, "AE" }, { 0x00e6, "AE" }, { 0x0152, "OE" }, { 0x0153, "OE" }, { 0x00df, "SS" },
  { 0x1e9e, "SS" }, { 0x00d8, "O" },  { 0x00f8, "O" },  { 0x0141, "L" },  { 0x0142, "L" },
  { 0x0110, "D" },  { 0x0111, "D" },  { 0x00d0, "D" },  { 0x00f0, "D" },  { 0x00de, "TH" },
  { 0x00fe, "TH" }, { 0x0131, "I" },
};

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x00a0 || c == 0x202f || c == 0xfeff
         || c == 0x200b;
}

/* ASCII with nothing but single spaces inside: most texts of files are. */
static gboolean
is_squeezed (const char *text)
{
  char before = ' ';

  for (; *text != '\0'; text++)
    {
      if ((guint8) *text < ' ' || (guint8) *text >= 0x7f || (*text == ' ' && before == ' '))
        return FALSE;
      before = *text;
    }
  return before != ' ';
}

char *
acq_text_squeeze (const char *text)
{
  GString *squeezed;
  gboolean pending = FALSE;

  if (text != NULL && is_squeezed (text))
    return g_strdup (text);
  squeezed = g_string_new (NULL);
  for (const char *p = text == NULL ? "" : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c))
        {
          pending = squeezed->len > 0;
          continue;
        }
      if (pending)
        g_string_append_c (squeezed, ' ');
      pending = FALSE;
      g_string_append_unichar (squeezed, c);
    }
  return g_string_free (squeezed, FALSE);
}

static const char *
resolve_letter (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (resolved); i++)
    if (resolved[i].letter == c)
      return resolved[i].ascii;
  return NULL;
}

/* Appends the ASCII capitals of one character; FALSE where it has none. */
static gboolean
append_folded (GString *folded, gunichar c)
{
  gunichar decomposed[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  const char *ascii;
  gsize before = folded->len, n;

  if (c < 0x80)
    {
      if (!g_ascii_isalnum ((char) c))
        return FALSE;
      g_string_append_c (folded, g_ascii_toupper ((char) c));
      return TRUE;
    }
  ascii = resolve_letter (c);
  if (ascii != NULL)
    {
      g_string_append (folded, ascii);
      return TRUE;
    }
  /* A ligature such as the one of f and i decomposes to several letters; marks are left out. */
  n = g_unichar_fully_decompose (c, TRUE, decomposed, G_N_ELEMENTS (decomposed));
  for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (decomposed)); i++)
    if (decomposed[i] < 0x80 && g_ascii_isalnum ((char) decomposed[i]))
      g_string_append_c (folded, g_ascii_toupper ((char) decomposed[i]));
  return folded->len > before;
}

/* Characters of "kept" stay as they are; others that do not fold become one space. */
static char *
fold (const char *text, const char *kept)
{
  GString *folded = g_string_new (NULL);
  gboolean pending = FALSE;

  for (const char *p = text == NULL ? "" : text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize before;

      if (g_unichar_combining_class (c) != 0)
        continue;
      before = folded->len;
      if (pending && before > 0)
        g_string_append_c (folded, ' ');
      if (append_folded (folded, c))
        pending = FALSE;
      else if (c < 0x80 && c != 0 && strchr (kept, (int) c) != NULL)
        {
          g_string_append_c (folded, (char) c);
          pending = FALSE;
        }
      else
        {
          g_string_truncate (folded, before);
          pending = TRUE;
        }
    }
  return g_string_free (folded, FALSE);
}

char *
acq_text_fold (const char *text)
{
  return fold (text, "");
}

char **
acq_text_fold_words (const char *text)
{
  g_autofree char *folded = acq_text_fold (text);

  return folded[0] == '\0' ? g_new0 (char *, 1) : g_strsplit (folded, " ", -1);
}

char *
acq_text_fold_key (const char *text)
{
  char *key = acq_text_fold (text);
  char *to = key;

  for (const char *from = key; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = g_ascii_tolower (*from);
  *to = '\0';
  return key;
}

char *
acq_text_fold_address (const char *text)
{
  return fold (text, "-/");
}
