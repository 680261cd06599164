/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mt940-scanner.h"

#include <string.h>

#include "acq-statement-feed.h"

void
acq_mt940_scanner_init (AcqMt940Scanner *self, const AcqTextDecoder *decoder)
{
  *self = (AcqMt940Scanner){
    .decoder = decoder,
    .p = decoder->text,
    .end = decoder->text + decoder->size,
    .content = g_string_sized_new (512),
  };
}

void
acq_mt940_scanner_clear (AcqMt940Scanner *self)
{
  if (self->content != NULL)
    g_string_free (g_steal_pointer (&self->content), TRUE);
}

/* How many characters ":61:" takes at the start of a line; 0 where none stands there. */
static gsize
read_tag (const char *line, const char *end, char tag[ACQ_MT940_TAG_SIZE])
{
  gsize len = 0;

  if (line == end || *line != ':')
    return 0;
  while (len < 4 && line + 1 + len < end && (g_ascii_isdigit (line[1 + len]) || g_ascii_isupper (line[1 + len])))
    {
      tag[len] = line[1 + len];
      len++;
    }
  tag[len] = '\0';
  return len >= 2 && len <= 3 && line + 1 + len < end && line[1 + len] == ':' ? len + 2 : 0;
}

/* The line that begins at "p", without its end; "p" then stands at the next. */
static const char *
take_line (AcqMt940Scanner *self, const char **ret_end)
{
  const char *line = self->p;
  const char *end = memchr (line, '\n', (gsize) (self->end - line));

  self->lines++;
  self->is_cut = end == NULL;
  self->p = end == NULL ? self->end : end + 1;
  end = end == NULL ? self->end : end;
  while (end > line && end[-1] == '\r')
    end--;
  *ret_end = end;
  return line;
}

/* "-", "-}" and what control characters surround them. */
static gboolean
ends_message (const char *line, const char *end)
{
  if (line == end || *line != '-')
    return FALSE;
  line++;
  if (line < end && *line == '}')
    return TRUE;
  while (line < end && (guint8) *line <= ' ')
    line++;
  return line == end;
}

static gboolean
starts_block (const char *line, const char *end)
{
  return end - line >= 3 && line[0] == '{' && g_ascii_isdigit (line[1]) && line[2] == ':';
}

/* "{1:…}{2:…}{4:" and the field that may follow on the same line. */
static const char *
skip_blocks (AcqMt940Scanner *self, const char *line, const char *end)
{
  const char *text = starts_block (line, end) ? memmem (line, (gsize) (end - line), "{4:", 3) : NULL;

  if (text == NULL)
    return line;
  self->in_block = TRUE;
  return text + 3;
}

static void
append_line (AcqMt940Scanner *self, const char *line, const char *end)
{
  gsize room = ACQ_STATEMENT_MAX_TEXT + 1 - MIN (self->content->len, ACQ_STATEMENT_MAX_TEXT + 1);

  if (room == 0)
    return;
  if ((gsize) (end - line) > room)
    {
      /* Whatever is cut off here makes a record that is refused; a half character must not stand at its end. */
      end = line + room;
      while (end > line && ((guint8) *end & 0xc0) == 0x80)
        end--;
      acq_text_decoder_append (self->decoder, self->content, line, (gsize) (end - line));
      while (self->content->len <= ACQ_STATEMENT_MAX_TEXT)
        g_string_append_c (self->content, '.');
      return;
    }
  acq_text_decoder_append (self->decoder, self->content, line, (gsize) (end - line));
}

/* Goes on to a line that begins a field. */
static const char *
find_field (AcqMt940Scanner *self, const char **ret_end)
{
  while (self->p < self->end)
    {
      const char *line = take_line (self, ret_end);
      gsize len;

      line = skip_blocks (self, line, *ret_end);
      len = read_tag (line, *ret_end, self->tag);
      if (len > 0)
        return line + len;
      if (ends_message (line, *ret_end))
        {
          self->message_ended = TRUE;
          self->in_block = FALSE;
        }
    }
  return NULL;
}

gboolean
acq_mt940_scanner_next (AcqMt940Scanner *self)
{
  const char *end, *line;

  self->message_ended = FALSE;
  line = find_field (self, &end);
  if (line == NULL)
    return FALSE;
  self->line = self->lines;
  g_string_truncate (self->content, 0);
  append_line (self, line, end);
  while (self->p < self->end)
    {
      char tag[ACQ_MT940_TAG_SIZE];
      const char *next = self->p;

      if (read_tag (next, self->end, tag) > 0 || starts_block (next, self->end))
        break;
      line = take_line (self, &end);
      if (ends_message (line, end))
        {
          self->p = next;
          self->lines--;
          break;
        }
      g_string_append_c (self->content, '\n');
      append_line (self, line, end);
    }
  return TRUE;
}
