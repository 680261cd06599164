/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-delimited-reader.h"

#include <string.h>

#include "acq-import-error.h"
#include "acq-text-decoder.h"

/* So many rows tell the separator; a table's junk lines above its heading are fewer. */
#define GUESS_ROWS 60

struct _AcqDelimitedReader
{
  AcqTextDecoder decoder;
  const char *start; /* of the first row */
  const char *p;
  const char *end;
  char separator;
  gboolean quoting;
  gboolean row_is_ended;
  guint64 row;
  guint64 row_line;
  guint64 line;
  const char *row_start;
  GString *text; /* the cells of the row, each with its zero byte */
  guint n_cells;
  guint32 cells[ACQ_DELIMITED_MAX_CELLS]; /* where they begin in "text" */
};

/* The length of the line end at p: 0 where there is none. */
static gsize
line_end_length (const char *p, const char *end)
{
  if (p == end)
    return 0;
  if (*p == '\n')
    return 1;
  if (*p != '\r')
    return 0;
  if (end - p >= 2 && p[1] == '\n')
    return 2;
  return end - p >= 3 && p[1] == '\r' && p[2] == '\n' ? 3 : 1;
}

static void
skip_line_end (AcqDelimitedReader *self)
{
  gsize len = line_end_length (self->p, self->end);

  self->p += len;
  self->line += len > 0;
}

static gboolean
row_is_too_long (AcqDelimitedReader *self, GError **error)
{
  if (self->p - self->row_start <= ACQ_DELIMITED_MAX_ROW_BYTES && self->n_cells < ACQ_DELIMITED_MAX_CELLS)
    return FALSE;
  g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE,
               "line %" G_GUINT64_FORMAT ": longer than any row of a table", self->row_line);
  return TRUE;
}

/* Ends before the separator or the line end, or at the row's greatest length. */
static void
read_plain (AcqDelimitedReader *self)
{
  const char *from = self->p;
  const char *end = self->end;
  const char *limit = self->row_start + ACQ_DELIMITED_MAX_ROW_BYTES + 1;
  const char *p = from;
  char separator = self->separator;

  if (limit < end)
    end = limit;
  while (p < end && *p != separator && *p != '\n' && *p != '\r')
    p++;
  self->p = p;
  acq_text_decoder_append (&self->decoder, self->text, from, (gsize) (p - from));
}

/* From behind the opening quote to behind the closing one. */
static gboolean
read_quoted (AcqDelimitedReader *self, GError **error)
{
  while (self->p < self->end)
    {
      const char *from = self->p;

      while (self->p < self->end && *self->p != '"' && *self->p != '\n' && *self->p != '\r')
        self->p++;
      acq_text_decoder_append (&self->decoder, self->text, from, (gsize) (self->p - from));
      if (self->p == self->end || row_is_too_long (self, error))
        break;
      if (*self->p != '"')
        {
          skip_line_end (self);
          g_string_append_c (self->text, '\n');
          continue;
        }
      self->p++;
      if (self->p == self->end || *self->p != '"')
        return TRUE;
      g_string_append_c (self->text, '"');
      self->p++;
    }
  if (error == NULL || *error == NULL)
    g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TRUNCATED,
                 "line %" G_GUINT64_FORMAT ": a quote is never closed", self->row_line);
  return FALSE;
}

static gboolean
is_blank_byte (char c)
{
  return c == ' ' || c == '\t' || c == '\n';
}

/* Takes the white space off both ends of the cell that begins at "from". */
static void
trim_cell (GString *text, gsize from)
{
  gsize to = text->len, begin = from;

  while (to > begin && is_blank_byte (text->str[to - 1]))
    to--;
  while (begin < to && is_blank_byte (text->str[begin]))
    begin++;
  memmove (text->str + from, text->str + begin, to - begin);
  g_string_truncate (text, from + to - begin);
}

static gsize
opening_quote_length (const AcqDelimitedReader *self)
{
  const char *p = self->p;

  if (!self->quoting || p == self->end)
    return 0;
  if (*p == '"')
    return 1;
  return self->end - p >= 2 && p[0] == '=' && p[1] == '"' ? 2 : 0;
}

static gboolean
read_cell (AcqDelimitedReader *self, GError **error)
{
  gsize from = self->text->len;
  gsize quote;

  if (row_is_too_long (self, error))
    return FALSE;
  while (self->p < self->end && *self->p == ' ')
    self->p++;
  quote = opening_quote_length (self);
  self->p += quote;
  if (quote > 0 && !read_quoted (self, error))
    return FALSE;
  read_plain (self);
  if (row_is_too_long (self, error))
    return FALSE;
  trim_cell (self->text, from);
  self->cells[self->n_cells++] = (guint32) from;
  g_string_append_c (self->text, '\0');
  return TRUE;
}

static void
pass_over_empty_lines (AcqDelimitedReader *self)
{
  while (line_end_length (self->p, self->end) > 0)
    skip_line_end (self);
}

gboolean
acq_delimited_reader_next (AcqDelimitedReader *self, GError **error)
{
  g_string_truncate (self->text, 0);
  self->n_cells = 0;
  pass_over_empty_lines (self);
  if (self->p == self->end)
    return FALSE;
  self->row++;
  self->row_line = self->line + 1;
  self->row_start = self->p;
  for (;;)
    {
      if (!read_cell (self, error))
        return FALSE;
      if (self->p == self->end || *self->p != self->separator)
        break;
      self->p++;
    }
  self->row_is_ended = self->p < self->end;
  skip_line_end (self);
  return TRUE;
}

void
acq_delimited_reader_rewind (AcqDelimitedReader *self)
{
  self->p = self->start;
  self->row = self->row_line = self->line = 0;
  self->n_cells = 0;
}

/* How well a separator cuts the first rows into equally many cells. */
static guint
rate_separator (AcqDelimitedReader *self, char separator)
{
  guint counts[ACQ_DELIMITED_MAX_CELLS + 1] = { 0 };
  guint best = 0;

  self->separator = separator;
  acq_delimited_reader_rewind (self);
  for (int i = 0; i < GUESS_ROWS && acq_delimited_reader_next (self, NULL); i++)
    counts[self->n_cells]++;
  for (guint cells = 2; cells <= ACQ_DELIMITED_MAX_CELLS; cells++)
    best = MAX (best, counts[cells] * (cells - 1));
  return best;
}

static char
guess_separator (AcqDelimitedReader *self)
{
  static const char candidates[] = { ';', '\t', ',', '|' };
  guint best = 0;
  char guess = ';';

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint rate = rate_separator (self, candidates[i]);

      if (rate > best)
        {
          best = rate;
          guess = candidates[i];
        }
    }
  return guess;
}

/* Spreadsheets write "sep=;" above a table to tell its separator. */
static char
take_separator_line (AcqDelimitedReader *self)
{
  char separator;
  gsize len;

  if (self->end - self->p < 5 || g_ascii_strncasecmp (self->p, "sep=", 4) != 0)
    return 0;
  separator = self->p[4];
  len = line_end_length (self->p + 5, self->end);
  if (len == 0 || strchr (";,\t|", separator) == NULL)
    return 0;
  self->start += 5;
  return separator;
}

static AcqDelimitedReader *
open_reader (AcqDelimitedReader *self, char separator)
{
  char told;

  self->start = self->p = self->decoder.text;
  self->end = self->start + self->decoder.size;
  self->quoting = TRUE;
  self->text = g_string_sized_new (1024);
  told = take_separator_line (self);
  if (separator == 0)
    separator = told != 0 ? told : guess_separator (self);
  self->separator = separator;
  acq_delimited_reader_rewind (self);
  return self;
}

AcqDelimitedReader *
acq_delimited_reader_new (const guint8 *bytes, gsize size, char separator, GError **error)
{
  g_autoptr (AcqDelimitedReader) self = g_new0 (AcqDelimitedReader, 1);

  if (!acq_text_decoder_init (&self->decoder, bytes, size, error))
    return NULL;
  return open_reader (g_steal_pointer (&self), separator);
}

AcqDelimitedReader *
acq_delimited_reader_new_head (const guint8 *bytes, gsize size, char separator)
{
  g_autoptr (AcqDelimitedReader) self = g_new0 (AcqDelimitedReader, 1);

  if (!acq_text_decoder_init_head (&self->decoder, bytes, size))
    return NULL;
  return open_reader (g_steal_pointer (&self), separator);
}

void
acq_delimited_reader_free (AcqDelimitedReader *self)
{
  if (self == NULL)
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  acq_text_decoder_clear (&self->decoder);
  g_free (self);
}

void
acq_delimited_reader_set_quoting (AcqDelimitedReader *self, gboolean quoting)
{
  self->quoting = quoting;
}

guint
acq_delimited_reader_n_cells (const AcqDelimitedReader *self)
{
  return self->n_cells;
}

char *
acq_delimited_reader_cell (const AcqDelimitedReader *self, guint index)
{
  /* The zero byte that ends the row's text stands for every cell that the row lacks. */
  return self->text->str + (index < self->n_cells ? self->cells[index] : self->text->len);
}

gboolean
acq_delimited_reader_is_blank (const AcqDelimitedReader *self)
{
  return self->text->len == self->n_cells;
}

guint64
acq_delimited_reader_row (const AcqDelimitedReader *self)
{
  return self->row;
}

guint64
acq_delimited_reader_line (const AcqDelimitedReader *self)
{
  return self->row_line;
}

char
acq_delimited_reader_separator (const AcqDelimitedReader *self)
{
  return self->separator;
}

gsize
acq_delimited_reader_offset (const AcqDelimitedReader *self)
{
  return self->p == NULL ? 0 : (gsize) (self->p - self->decoder.text);
}

gboolean
acq_delimited_reader_row_is_ended (const AcqDelimitedReader *self)
{
  return self->row_is_ended;
}
