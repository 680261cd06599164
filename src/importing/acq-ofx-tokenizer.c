/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-ofx-tokenizer.h"

#include <string.h>

#include "acq-import-error.h"

/* Longer values are cut here, which is beyond what any field may hold, so that their reader refuses them. */
#define MAX_VALUE 20000

void
acq_ofx_tokenizer_init (AcqOfxTokenizer *self, const AcqTextDecoder *decoder)
{
  *self = (AcqOfxTokenizer){ .decoder = decoder, .p = decoder->text, .end = decoder->text + decoder->size };
  self->tag_start = self->counted = self->p;
  self->line = 1;
}

guint64
acq_ofx_tokenizer_line (AcqOfxTokenizer *self)
{
  while (self->counted < self->tag_start)
    {
      const char *newline = memchr (self->counted, '\n', (gsize) (self->tag_start - self->counted));

      self->line += newline != NULL;
      self->counted = newline == NULL ? self->tag_start : newline + 1;
    }
  return self->line;
}

static gboolean
fail (AcqOfxTokenizer *self, AcqImportError code, const char *what, GError **error)
{
  g_set_error (error, ACQ_IMPORT_ERROR, code, "line %" G_GUINT64_FORMAT ": %s", acq_ofx_tokenizer_line (self),
               what);
  return FALSE;
}

static gboolean
starts_with (const AcqOfxTokenizer *self, const char *text)
{
  gsize len = strlen (text);

  return (gsize) (self->end - self->p) >= len && memcmp (self->p, text, len) == 0;
}

/* Behind the text that ends a comment or an instruction. */
static gboolean
skip_behind (AcqOfxTokenizer *self, const char *text, GError **error)
{
  const char *found = memmem (self->p, (gsize) (self->end - self->p), text, strlen (text));

  if (found == NULL)
    return fail (self, ACQ_IMPORT_ERROR_TRUNCATED, "the file ends within a tag", error);
  self->p = found + strlen (text);
  return TRUE;
}

/* Only what looks like a tag is one: banks write "<" in texts too. */
static gboolean
is_tag_start (const char *p, const char *end)
{
  if (end - p < 2)
    return TRUE;
  if (p[1] == '/')
    return end - p < 3 || g_ascii_isalpha (p[2]);
  return g_ascii_isalpha (p[1]) || p[1] == '!' || p[1] == '?';
}

/* To the next "<" that begins a tag. */
static void
find_tag (AcqOfxTokenizer *self)
{
  while (self->p < self->end)
    {
      const char *found = memchr (self->p, '<', (gsize) (self->end - self->p));

      self->p = found == NULL ? self->end : found;
      if (found == NULL || is_tag_start (found, self->end))
        return;
      self->p++;
    }
}

/* Passes over one comment, instruction or CDATA mark at p; FALSE at a tag, or with an error. */
static gboolean
skip_markup (AcqOfxTokenizer *self, GError **error)
{
  self->tag_start = self->p;
  if (starts_with (self, "<!--"))
    return skip_behind (self, "-->", error);
  if (starts_with (self, "<?"))
    return skip_behind (self, "?>", error);
  if (starts_with (self, "<!"))
    return fail (self, ACQ_IMPORT_ERROR_HOSTILE, "a document type declaration", error);
  return FALSE;
}

static gboolean
read_tag_name (AcqOfxTokenizer *self, GError **error)
{
  gsize len = 0;
  const char *close;

  self->tag_start = self->p++;
  self->is_closing = self->p < self->end && *self->p == '/';
  self->p += self->is_closing;
  close = memchr (self->p, '>', MIN ((gsize) (self->end - self->p), 1024));
  if (close == NULL)
    return fail (self, self->end - self->p < 1024 ? ACQ_IMPORT_ERROR_TRUNCATED : ACQ_IMPORT_ERROR_SYNTAX,
                 "a tag without its end", error);
  for (; self->p < close && !g_ascii_isspace (*self->p) && *self->p != '/'; self->p++)
    if (len + 1 < sizeof self->tag)
      self->tag[len++] = g_ascii_toupper (*self->p);
  self->tag[len] = '\0';
  self->p = close + 1;
  return TRUE;
}

static void
read_value (AcqOfxTokenizer *self)
{
  const char *from = self->p, *to;

  if (starts_with (self, "<![CDATA["))
    {
      const char *close = memmem (self->p, (gsize) (self->end - self->p), "]]>", 3);

      from = self->p + strlen ("<![CDATA[");
      to = close == NULL ? self->end : close;
      self->p = close == NULL ? self->end : close + 3;
    }
  else
    {
      find_tag (self);
      to = self->p;
    }
  while (from < to && g_ascii_isspace (*from))
    from++;
  while (to > from && g_ascii_isspace (to[-1]))
    to--;
  self->value = from;
  self->value_len = (gsize) (to - from);
}

gboolean
acq_ofx_tokenizer_next (AcqOfxTokenizer *self, GError **error)
{
  for (;;)
    {
      find_tag (self);
      if (self->p == self->end)
        return FALSE;
      if (starts_with (self, "<!") || starts_with (self, "<?"))
        {
          if (!skip_markup (self, error))
            return FALSE;
          continue;
        }
      if (!read_tag_name (self, error))
        return FALSE;
      read_value (self);
      return TRUE;
    }
}

/* The character of a reference such as "amp" or "#233"; 0 where it is none. */
static gunichar
resolve_reference (const char *name, gsize len)
{
  static const struct
  {
    const char *name;
    gunichar character;
  } known[]
    = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' }, { "nbsp", ' ' } };
  gunichar character = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (strlen (known[i].name) == len && memcmp (known[i].name, name, len) == 0)
      return known[i].character;
  if (len < 2 || name[0] != '#')
    return 0;
  for (gsize i = 1 + (name[1] == 'x'); i < len; i++)
    {
      int digit = name[1] == 'x' ? g_ascii_xdigit_value (name[i]) : g_ascii_digit_value (name[i]);

      if (digit < 0)
        return 0;
      character = character * (name[1] == 'x' ? 16 : 10) + (gunichar) digit;
    }
  return g_unichar_validate (character) && character >= ' ' ? character : 0;
}

void
acq_ofx_tokenizer_append_value (const AcqOfxTokenizer *self, GString *to)
{
  const char *p = self->value;
  const char *end = p + MIN (self->value_len, MAX_VALUE);

  while (p < end)
    {
      const char *mark = memchr (p, '&', (gsize) (end - p));
      const char *close;
      gunichar character;

      acq_text_decoder_append (self->decoder, to, p, (gsize) ((mark == NULL ? end : mark) - p));
      if (mark == NULL)
        return;
      close = memchr (mark, ';', MIN ((gsize) (end - mark), 9));
      character = close == NULL ? 0 : resolve_reference (mark + 1, (gsize) (close - mark) - 1);
      g_string_append_unichar (to, character == 0 ? '&' : character);
      p = character == 0 ? mark + 1 : close + 1;
    }
}
