/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-table.h"

#include <string.h>

#include "acq-delimited-reader.h"
#include "acq-import-error.h"
#include "acq-text-normalizer.h"

#define NUMBER_FLAG (1u << 31)
#define HEAD_ROWS   80

typedef struct
{
  guint64 place;
  guint first; /* index of its first cell */
  guint n;
} Row;

struct _AcqTable
{
  GString *text; /* cells one after the other, each ended by a zero byte; "" stands at 0 */
  GArray *cells; /* (element-type guint32) offset in "text", with NUMBER_FLAG */
  GArray *rows;  /* (element-type Row) */
};

AcqTable *
acq_table_new (void)
{
  AcqTable *self = g_new0 (AcqTable, 1);

  self->text = g_string_new_len ("", 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
acq_table_free (AcqTable *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

static gboolean
set_too_large (GError **error)
{
  g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TOO_LARGE,
                       "more rows or cells than any table has");
  return FALSE;
}

gboolean
acq_table_begin_row (AcqTable *self, guint64 place, GError **error)
{
  Row row = { place, self->cells->len, 0 };

  if (self->rows->len >= ACQ_TABLE_MAX_ROWS)
    return set_too_large (error);
  g_array_append_val (self->rows, row);
  return TRUE;
}

/* ASCII without double spaces, as nearly all cells are, needs no squeezing. */
static gboolean
is_squeezed (const char *text)
{
  char before = ' ';

  for (const char *p = text; *p != '\0'; p++)
    {
      if ((guchar) *p >= 0x7f || (guchar) *p < ' ' || (*p == ' ' && before == ' '))
        return FALSE;
      before = *p;
    }
  return before != ' ' || *text == '\0';
}

gboolean
acq_table_add_cell (AcqTable *self, const char *text, gboolean is_number, GError **error)
{
  g_autofree char *squeezed = is_squeezed (text) ? NULL : acq_text_squeeze (text);
  guint32 cell = 0;

  if (squeezed != NULL)
    text = squeezed;
  if (*text != '\0')
    {
      gsize len = strlen (text);

      if (self->cells->len >= ACQ_TABLE_MAX_CELLS || len > ACQ_TABLE_MAX_TEXT - self->text->len - 1)
        return set_too_large (error);
      cell = (guint32) self->text->len | (is_number ? NUMBER_FLAG : 0);
      g_string_append_len (self->text, text, (gssize) len + 1);
    }
  else if (self->cells->len >= ACQ_TABLE_MAX_CELLS)
    return set_too_large (error);
  g_array_append_val (self->cells, cell);
  g_array_index (self->rows, Row, self->rows->len - 1).n++;
  return TRUE;
}

static gboolean
add_delimited_row (AcqTable *self, AcqDelimitedReader *reader, GError **error)
{
  if (!acq_table_begin_row (self, acq_delimited_reader_line (reader), error))
    return FALSE;
  for (guint i = 0; i < acq_delimited_reader_n_cells (reader); i++)
    if (!acq_table_add_cell (self, acq_delimited_reader_cell (reader, i), FALSE, error))
      return FALSE;
  return TRUE;
}

AcqTable *
acq_table_new_delimited (const guint8 *bytes, gsize size, gboolean head, GError **error)
{
  g_autoptr (AcqDelimitedReader) reader = head ? acq_delimited_reader_new_head (bytes, size, 0)
                                               : acq_delimited_reader_new (bytes, size, 0, error);
  g_autoptr (AcqTable) self = acq_table_new ();
  g_autoptr (GError) cause = NULL;

  if (reader == NULL)
    return NULL;
  while (acq_delimited_reader_next (reader, &cause))
    {
      if (head && self->rows->len == HEAD_ROWS)
        break;
      if (!acq_delimited_reader_is_blank (reader) && !add_delimited_row (self, reader, &cause))
        break;
    }
  if (cause != NULL && !head)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  return g_steal_pointer (&self);
}

guint
acq_table_n_rows (const AcqTable *self)
{
  return self->rows->len;
}

static const Row *
row_at (const AcqTable *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

guint64
acq_table_place (const AcqTable *self, guint row)
{
  return row_at (self, row)->place;
}

guint
acq_table_n_cells (const AcqTable *self, guint row)
{
  return row_at (self, row)->n;
}

static guint32
cell_at (const AcqTable *self, guint row, guint column)
{
  const Row *found = row_at (self, row);

  return column < found->n ? g_array_index (self->cells, guint32, found->first + column) : 0;
}

const char *
acq_table_cell (const AcqTable *self, guint row, guint column)
{
  return self->text->str + (cell_at (self, row, column) & ~NUMBER_FLAG);
}

gboolean
acq_table_is_number (const AcqTable *self, guint row, guint column)
{
  return (cell_at (self, row, column) & NUMBER_FLAG) != 0;
}

guint
acq_table_n_filled (const AcqTable *self, guint row)
{
  guint filled = 0;

  for (guint i = 0; i < row_at (self, row)->n; i++)
    filled += cell_at (self, row, i) != 0;
  return filled;
}

char *
acq_table_row_text (const AcqTable *self, guint row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row_at (self, row)->n && text->len < 200; i++)
    {
      if (i > 0)
        g_string_append_c (text, ';');
      g_string_append (text, acq_table_cell (self, row, i));
    }
  return g_string_free (text, FALSE);
}

gboolean
acq_table_rows_equal (const AcqTable *self, guint a, guint b)
{
  guint n = MAX (row_at (self, a)->n, row_at (self, b)->n);

  for (guint i = 0; i < n; i++)
    if (strcmp (acq_table_cell (self, a, i), acq_table_cell (self, b, i)) != 0)
      return FALSE;
  return TRUE;
}
