/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-text-table.h"

#define GAP 2

struct _AcqTextTable
{
  gsize max_width;
  GArray *right_aligned; /* gboolean, a column each */
  GPtrArray *cells;      /* lines of each cell (char **), the headings first */
};

AcqTextTable *
acq_text_table_new (gsize max_width)
{
  AcqTextTable *self = g_new0 (AcqTextTable, 1);

  self->max_width = max_width;
  self->right_aligned = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

void
acq_text_table_free (AcqTextTable *self)
{
  g_array_unref (self->right_aligned);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* Where a text of more than "width" characters is best broken: behind its last space that fits, else at the width. */
static const char *
find_break (const char *text, gsize width)
{
  const char *end = g_utf8_offset_to_pointer (text, (glong) width);

  if (*end == ' ')
    return end;
  for (const char *p = end; p > text; p--)
    if (p[-1] == ' ')
      return p;
  return end;
}

static void
add_line (GStrvBuilder *lines, const char *line, gsize width)
{
  while ((gsize) g_utf8_strlen (line, -1) > width)
    {
      const char *end = find_break (line, width);
      g_autofree char *part = g_strndup (line, (gsize) (end - line));

      g_strv_builder_add (lines, g_strchomp (part));
      line = *end == ' ' ? end + 1 : end;
    }
  g_strv_builder_add (lines, line);
}

static char **
break_lines (const char *text, gsize width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) given = g_strsplit (text, "\n", -1);

  for (gsize i = 0; given[i] != NULL; i++)
    add_line (lines, given[i], width);
  return g_strv_builder_end (lines);
}

void
acq_text_table_add_column (AcqTextTable *self, const char *heading, gboolean right_aligned)
{
  g_array_append_val (self->right_aligned, right_aligned);
  g_ptr_array_add (self->cells, break_lines (heading, self->max_width));
}

void
acq_text_table_take_cell (AcqTextTable *self, char *text)
{
  g_ptr_array_add (self->cells, break_lines (text, self->max_width));
  g_free (text);
}

static gsize *
measure (const AcqTextTable *self)
{
  guint n_columns = self->right_aligned->len;
  gsize *widths = g_new0 (gsize, n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    for (char **line = self->cells->pdata[i]; *line != NULL; line++)
      widths[i % n_columns] = MAX (widths[i % n_columns], (gsize) g_utf8_strlen (*line, -1));
  return widths;
}

static void
append_line (GString *out, const char *text, gsize width, gboolean right_aligned)
{
  int blank = (int) (width - (gsize) g_utf8_strlen (text, -1));

  g_string_append_printf (out, "%*s", right_aligned ? blank : 0, "");
  g_string_append (out, text);
  g_string_append_printf (out, "%*s", GAP + (right_aligned ? 0 : blank), "");
}

static void
trim_end (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_row (const AcqTextTable *self, guint first, const gsize *widths, GString *out)
{
  guint n_columns = self->right_aligned->len, n_lines = 1;

  for (guint c = 0; c < n_columns; c++)
    n_lines = MAX (n_lines, g_strv_length (self->cells->pdata[first + c]));
  for (guint n = 0; n < n_lines; n++)
    {
      for (guint c = 0; c < n_columns; c++)
        {
          char **lines = self->cells->pdata[first + c];

          append_line (out, n < g_strv_length (lines) ? lines[n] : "", widths[c],
                       g_array_index (self->right_aligned, gboolean, c));
        }
      trim_end (out);
    }
}

void
acq_text_table_append_to (const AcqTextTable *self, GString *out)
{
  g_autofree gsize *widths = measure (self);

  for (guint first = 0; first < self->cells->len; first += self->right_aligned->len)
    append_row (self, first, widths, out);
}
