/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-mail-html.h"

#include <string.h>

#include "acq-letter-text.h"

#define PARAGRAPH "margin:0 0 1em 0"
#define HEADING   "margin:1.2em 0 .4em 0;font-weight:bold"
#define SMALL     "margin:1.6em 0 0 0;font-size:.8em;color:#666666"
#define CELL      "padding:4px 16px 4px 0;border-bottom:1px solid #cccccc;text-align:left;vertical-align:top"
#define AMOUNT                                                                                               \
  "padding:4px 0;border-bottom:1px solid #cccccc;text-align:right;vertical-align:top;white-space:nowrap"

static void
append_escaped (GString *html, const char *text, gsize len)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) len);

  g_string_append (html, escaped);
}

/* What each mark opens and closes. */
static const char *
tag_for (char mark, gboolean open)
{
  switch (mark)
    {
    case ACQ_MARK_BOLD:
      return open ? "<b>" : "</b>";
    case ACQ_MARK_KEEP:
      return open ? "<span style=\"white-space:nowrap\">" : "</span>";
    case ACQ_MARK_SMALL:
    default:
      return open ? "<small>" : "</small>";
    }
}

/* Closes the mark, and those that were opened behind it and go on. */
static void
toggle (GString *html, GString *open, char mark)
{
  char *at = memchr (open->str, mark, open->len);
  gsize first = at == NULL ? open->len : (gsize) (at - open->str);

  for (gsize i = open->len; i > first; i--)
    g_string_append (html, tag_for (open->str[i - 1], FALSE));
  if (at == NULL)
    {
      g_string_append (html, tag_for (mark, TRUE));
      g_string_append_c (open, mark);
      return;
    }
  g_string_erase (open, (gssize) first, 1);
  for (gsize i = first; i < open->len; i++)
    g_string_append (html, tag_for (open->str[i], TRUE));
}

static void
append_marked (GString *html, const char *text)
{
  g_autoptr (GString) open = g_string_new (NULL);
  const char *start = text;

  for (const char *p = text;; p++)
    {
      gboolean mark = *p >= ACQ_MARK_BOLD && *p <= ACQ_MARK_LAST;

      if (*p != '\0' && *p != '\n' && !mark)
        continue;
      append_escaped (html, start, (gsize) (p - start));
      start = p + 1;
      if (mark)
        toggle (html, open, *p);
      else if (*p == '\n')
        g_string_append (html, "<br>\n");
      else
        break;
    }
  for (gsize i = open->len; i > 0; i--)
    g_string_append (html, tag_for (open->str[i - 1], FALSE));
}

static void
append_cell (GString *html, const char *element, const char *style, const char *emphasis, const char *text)
{
  g_string_append_printf (html, "<%s style=\"%s%s\">", element, style, emphasis);
  append_escaped (html, text, strlen (text));
  g_string_append_printf (html, "</%s>", element);
}

static void
append_row (GString *html, const AcqMailRow *row)
{
  guint n = g_strv_length (row->cells);
  const char *element = row->kind == ACQ_MAIL_ROW_HEAD ? "th" : "td";
  const char *emphasis = row->kind == ACQ_MAIL_ROW_TOTAL ? ";font-weight:bold" : "";

  g_string_append (html, "<tr>");
  if (row->kind == ACQ_MAIL_ROW_GROUP)
    {
      g_string_append_printf (html, "<td colspan=\"%u\" style=\"" CELL ";font-weight:bold\">", n);
      append_escaped (html, row->cells[0], strlen (row->cells[0]));
      g_string_append (html, "</td>");
    }
  else
    for (guint i = 0; i < n; i++)
      append_cell (html, element, i + 1 == n ? AMOUNT : CELL, emphasis, row->cells[i]);
  g_string_append (html, "</tr>\n");
}

static void
append_block (GString *html, const AcqMailBlock *block)
{
  const char *style = block->kind == ACQ_MAIL_BLOCK_HEADING   ? HEADING
                      : block->kind == ACQ_MAIL_BLOCK_IMPRINT ? SMALL
                                                              : PARAGRAPH;

  if (block->kind == ACQ_MAIL_BLOCK_TABLE)
    {
      g_string_append (html, "<table style=\"border-collapse:collapse;margin:0 0 1em 0\">\n");
      for (guint i = 0; i < block->rows->len; i++)
        append_row (html, block->rows->pdata[i]);
      g_string_append (html, "</table>\n");
      return;
    }
  g_string_append_printf (html, "<p style=\"%s\">", style);
  append_marked (html, block->text);
  g_string_append (html, "</p>\n");
}

char *
acq_mail_text_to_html (const AcqMailText *self)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n");

  g_string_append_printf (html, "<html lang=\"%s\">\n<head><meta charset=\"utf-8\"><title>",
                          self->tongue == ACQ_TONGUE_ENGLISH ? "en" : "fr");
  if (self->subject != NULL)
    append_escaped (html, self->subject, strlen (self->subject));
  g_string_append (html,
                   "</title></head>\n"
                   "<body style=\"font-family:sans-serif;font-size:15px;line-height:1.4;color:#222222\">\n");
  for (guint i = 0; i < self->blocks->len; i++)
    append_block (html, self->blocks->pdata[i]);
  g_string_append (html, "</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
