/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-spreadsheet.h"

#include <string.h>

#include "acq-decimal-text.h"
#include "acq-xml-pull.h"

/* OpenDocument 1.2 part 1, chapter 9: values stand in attributes, texts in paragraphs, and equal cells and rows that follow
   each other are written once with a count. */

#define MAX_CELL_TEXT 32767
/* Rows that hold something are repeated by hand at most; a count beyond is the empty rest of a sheet. */
#define MAX_REPEATS 1000

typedef struct
{
  xmlTextReader *reader;
  AcqSheetSink *sink;
  guint place; /* row in the sheet, from 1 */
  guint column;
  GString *text;
} Reading;

/* The paragraphs of a cell; notes that hang on it are left out. */
static gboolean
read_paragraphs (Reading *self, GError **error)
{
  gboolean in_note = FALSE;

  g_string_truncate (self->text, 0);
  if (xmlTextReaderIsEmptyElement (self->reader) == 1)
    return TRUE;
  while (acq_xml_pull_next (self->reader, error))
    {
      if (acq_xml_pull_ends (self->reader, "table-cell")
          || acq_xml_pull_ends (self->reader, "covered-table-cell"))
        return TRUE;
      if (acq_xml_pull_begins (self->reader, "annotation"))
        in_note = xmlTextReaderIsEmptyElement (self->reader) != 1;
      else if (acq_xml_pull_ends (self->reader, "annotation"))
        in_note = FALSE;
      else if (acq_xml_pull_begins (self->reader, "p") || acq_xml_pull_begins (self->reader, "s"))
        g_string_append_c (self->text, ' ');
      else if (!in_note && xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_TEXT
               && self->text->len < MAX_CELL_TEXT)
        g_string_append (self->text, (const char *) xmlTextReaderConstValue (self->reader));
    }
  return FALSE;
}

static gboolean
read_cell (Reading *self, GError **error)
{
  guint repeats = acq_xml_pull_number (self->reader, "number-columns-repeated", 1);
  g_autofree char *type = acq_xml_pull_attribute (self->reader, "value-type");
  g_autofree char *day = acq_xml_pull_attribute (self->reader, "date-value");
  g_autofree char *value = acq_xml_pull_attribute (self->reader, "value");
  g_autofree char *plain = acq_decimal_to_plain (value);
  gboolean is_number = plain != NULL && g_strcmp0 (type, "string") != 0;
  guint first = self->column;

  if (!read_paragraphs (self, error))
    return FALSE;
  self->column = first + MIN (repeats, 16384);
  for (guint i = 0; type != NULL && i < MIN (repeats, ACQ_SHEET_MAX_COLUMNS); i++)
    if (!acq_sheet_sink_add_cell (self->sink, first + i,
                                  day != NULL ? day
                                  : is_number ? plain
                                              : self->text->str,
                                  is_number && day == NULL, error))
      return FALSE;
  return TRUE;
}

/* A repeated row is one that stands there several times over. */
static gboolean
repeat_row (Reading *self, guint repeats, GError **error)
{
  AcqTable *table = self->sink->table;
  guint row = acq_table_n_rows (table) - 1;

  if (acq_table_n_filled (table, row) == 0)
    return TRUE;
  for (guint i = 1; i < MIN (repeats, MAX_REPEATS); i++)
    {
      if (!acq_sheet_sink_begin_row (self->sink, self->place + i, error))
        return FALSE;
      for (guint column = 0; column < acq_table_n_cells (table, row); column++)
        {
          g_autofree char *text = g_strdup (acq_table_cell (table, row, column));

          if (!acq_sheet_sink_add_cell (self->sink, column, text, acq_table_is_number (table, row, column),
                                        error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_row (Reading *self, GError **error)
{
  guint repeats = acq_xml_pull_number (self->reader, "number-rows-repeated", 1);

  self->column = 0;
  if (!acq_sheet_sink_begin_row (self->sink, self->place, error))
    return FALSE;
  while (!acq_xml_pull_ends (self->reader, "table-row"))
    {
      if (!acq_xml_pull_next (self->reader, error))
        return FALSE;
      if ((acq_xml_pull_begins (self->reader, "table-cell")
           || acq_xml_pull_begins (self->reader, "covered-table-cell"))
          && !read_cell (self, error))
        return FALSE;
    }
  if (!repeat_row (self, repeats, error))
    return FALSE;
  self->place += repeats;
  return TRUE;
}

gboolean
acq_ods_read_sheet (const AcqZipContainer *container, guint nth, AcqSheetSink *sink, GError **error)
{
  GBytes *part = acq_zip_container_find (container, "content.xml");
  g_autoptr (xmlTextReader) reader = part == NULL ? NULL : acq_xml_pull_new (part);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  Reading self = { reader, sink, 1, 0, text };
  guint sheet = 0;

  while (reader != NULL && cause == NULL && !acq_sheet_sink_is_full (sink)
         && acq_xml_pull_next (reader, &cause))
    {
      if (acq_xml_pull_begins (reader, "table"))
        sheet++;
      else if (sheet == nth + 1 && acq_xml_pull_begins (reader, "table-row"))
        read_row (&self, &cause);
      if (sheet > nth + 1)
        break;
    }
  if (cause == NULL)
    return sheet > nth;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}
