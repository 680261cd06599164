/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-spreadsheet.h"

#include <string.h>

#include "acq-day.h"
#include "acq-decimal-text.h"
#include "acq-xml-pull.h"
#include "acq-xml-tree.h"

/* Office Open XML (ECMA-376): cells point into a list of shared strings and a list of styles, of which only one thing
   matters here, whether a number is shown as a day. */

#define MAX_CELL_TEXT 32767

/* Serial days of 1970-01-01 in the two systems. */
#define EPOCH_1900 25569
#define EPOCH_1904 24107

typedef struct
{
  GStringChunk *text;
  GPtrArray *strings; /* shared ones, inside "text" */
  GByteArray *is_day; /* by style: shown as a day */
  gint64 epoch;
} Workbook;

static void
workbook_clear (Workbook *self)
{
  g_string_chunk_free (self->text);
  g_ptr_array_unref (self->strings);
  g_byte_array_unref (self->is_day);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Workbook, workbook_clear)

/* A number format shows a day if it has a year or a day of the month outside quotes and brackets. */
static gboolean
shows_day (const char *format)
{
  for (const char *p = format; *p != '\0'; p++)
    {
      const char *end = *p == '"' ? strchr (p + 1, '"') : *p == '[' ? strchr (p + 1, ']') : NULL;

      if (*p == '\\' && p[1] != '\0')
        p++;
      else if (end != NULL)
        p = end;
      else if (strchr ("yYdD", *p) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Formats that every program knows by number (ECMA-376 part 1, 18.8.30): 14 to 17 and 22 are days, and so are those of
   other languages. */
static gboolean
built_in_shows_day (guint id)
{
  return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54)
         || id == 57 || id == 58;
}

static gboolean
read_styles (const AcqZipContainer *container, Workbook *workbook, GError **error)
{
  GBytes *part = acq_zip_container_find (container, "xl/styles.xml");
  g_autoptr (xmlTextReader) reader = part == NULL ? NULL : acq_xml_pull_new (part);
  g_autoptr (GHashTable) custom = g_hash_table_new (NULL, NULL);
  g_autoptr (GError) cause = NULL;
  gboolean inside = FALSE;

  while (reader != NULL && acq_xml_pull_next (reader, &cause))
    {
      if (acq_xml_pull_begins (reader, "numFmt"))
        {
          g_autofree char *format = acq_xml_pull_attribute (reader, "formatCode");
          guint id = acq_xml_pull_number (reader, "numFmtId", 0);

          if (format != NULL && shows_day (format))
            g_hash_table_add (custom, GUINT_TO_POINTER (id));
        }
      else if (acq_xml_pull_begins (reader, "cellXfs"))
        inside = TRUE;
      else if (acq_xml_pull_ends (reader, "cellXfs"))
        inside = FALSE;
      else if (inside && acq_xml_pull_begins (reader, "xf"))
        {
          guint id = acq_xml_pull_number (reader, "numFmtId", 0);
          guint8 is_day = built_in_shows_day (id) || g_hash_table_contains (custom, GUINT_TO_POINTER (id));

          g_byte_array_append (workbook->is_day, &is_day, 1);
        }
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return error == NULL || *error == NULL;
}

/* Appends the text of <t> elements until the element of that name ends; phonetic readings (<rPh>) are left out. */
static gboolean
read_text_runs (xmlTextReader *reader, const char *until, GString *text, GError **error)
{
  gboolean in_text = FALSE, in_phonetic = FALSE;

  g_string_truncate (text, 0);
  if (xmlTextReaderIsEmptyElement (reader) == 1)
    return TRUE;
  while (acq_xml_pull_next (reader, error))
    {
      int type = xmlTextReaderNodeType (reader);

      if (acq_xml_pull_ends (reader, until))
        return TRUE;
      if (acq_xml_pull_begins (reader, "rPh"))
        in_phonetic = xmlTextReaderIsEmptyElement (reader) != 1;
      else if (acq_xml_pull_ends (reader, "rPh"))
        in_phonetic = FALSE;
      else if (acq_xml_pull_ends (reader, "t"))
        in_text = FALSE;
      else if (acq_xml_pull_begins (reader, "t"))
        in_text = TRUE;
      else if (in_text && !in_phonetic && text->len < MAX_CELL_TEXT
               && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA
                   || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
        g_string_append (text, (const char *) xmlTextReaderConstValue (reader));
    }
  return FALSE;
}

static gboolean
read_shared_strings (const AcqZipContainer *container, Workbook *workbook, GError **error)
{
  GBytes *part = acq_zip_container_find (container, "xl/sharedStrings.xml");
  g_autoptr (xmlTextReader) reader = part == NULL ? NULL : acq_xml_pull_new (part);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;

  while (reader != NULL && acq_xml_pull_next (reader, &cause))
    if (acq_xml_pull_begins (reader, "si"))
      {
        if (!read_text_runs (reader, "si", text, &cause))
          break;
        g_ptr_array_add (workbook->strings, g_string_chunk_insert (workbook->text, text->str));
      }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

/* The path of a sheet is found through the workbook's relations. */
static char *
find_sheet_path (const AcqZipContainer *container, const char *relation)
{
  GBytes *part = acq_zip_container_find (container, "xl/_rels/workbook.xml.rels");
  g_autoptr (xmlTextReader) reader = part == NULL ? NULL : acq_xml_pull_new (part);

  while (reader != NULL && relation != NULL && acq_xml_pull_next (reader, NULL))
    {
      g_autofree char *id = NULL;
      g_autofree char *target = NULL;

      if (!acq_xml_pull_begins (reader, "Relationship"))
        continue;
      id = acq_xml_pull_attribute (reader, "Id");
      target = acq_xml_pull_attribute (reader, "Target");
      if (g_strcmp0 (id, relation) == 0 && target != NULL)
        return target[0] == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
    }
  return NULL;
}

/* The nth sheet's part, and which system of days the workbook counts in. NULL: no such sheet. */
static GBytes *
find_sheet (const AcqZipContainer *container, guint nth, Workbook *workbook)
{
  GBytes *part = acq_zip_container_find (container, "xl/workbook.xml");
  g_autoptr (xmlTextReader) reader = part == NULL ? NULL : acq_xml_pull_new (part);

  while (reader != NULL && acq_xml_pull_next (reader, NULL))
    {
      if (acq_xml_pull_begins (reader, "workbookPr"))
        {
          g_autofree char *flag = acq_xml_pull_attribute (reader, "date1904");

          if (g_strcmp0 (flag, "1") == 0 || g_strcmp0 (flag, "true") == 0)
            workbook->epoch = EPOCH_1904;
        }
      else if (acq_xml_pull_begins (reader, "sheet") && nth-- == 0)
        {
          g_autofree char *relation = acq_xml_pull_attribute (reader, "id");
          g_autofree char *path = find_sheet_path (container, relation);

          return path == NULL ? NULL : acq_zip_container_find (container, path);
        }
    }
  return NULL;
}

/* "AB12" is column 27; G_MAXUINT for anything else. */
static guint
column_of_reference (const char *reference)
{
  guint column = 0;

  for (; reference != NULL && g_ascii_isupper (*reference); reference++)
    {
      column = column * 26 + (guint) (*reference - 'A') + 1;
      if (column > 16384)
        return G_MAXUINT;
    }
  return column - 1;
}

static gboolean
add_number (AcqSheetSink *sink, const Workbook *workbook, guint column, guint style, const char *text,
            GError **error)
{
  g_autofree char *plain = acq_decimal_to_plain (text);
  char iso[ACQ_DAY_ISO_SIZE];
  gint64 serial;

  if (plain == NULL)
    return acq_sheet_sink_add_cell (sink, column, text, FALSE, error);
  if (style >= workbook->is_day->len || !workbook->is_day->data[style])
    return acq_sheet_sink_add_cell (sink, column, plain, TRUE, error);
  serial = g_ascii_strtoll (plain, NULL, 10) - workbook->epoch;
  if (serial < G_MININT32 / 2 || serial > G_MAXINT32 / 2 || !acq_day_is_valid ((AcqDay) serial))
    return acq_sheet_sink_add_cell (sink, column, plain, TRUE, error);
  return acq_sheet_sink_add_cell (sink, column, acq_day_write_iso ((AcqDay) serial, iso), FALSE, error);
}

static gboolean
add_cell (AcqSheetSink *sink, const Workbook *workbook, guint column, const char *type, guint style,
          const char *value, GError **error)
{
  gint64 index;

  if (value[0] == '\0' || g_strcmp0 (type, "e") == 0)
    return TRUE;
  if (g_strcmp0 (type, "s") == 0)
    {
      index = g_ascii_strtoll (value, NULL, 10);
      return index < 0 || index >= workbook->strings->len
             || acq_sheet_sink_add_cell (sink, column, workbook->strings->pdata[index], FALSE, error);
    }
  if (type == NULL || strcmp (type, "n") == 0)
    return add_number (sink, workbook, column, style, value, error);
  return acq_sheet_sink_add_cell (sink, column, value, FALSE, error);
}

/* Reads what is inside <c>: the value <v>, or the inline string <is>. A formula <f> is passed over. */
static gboolean
read_value (xmlTextReader *reader, GString *value, GString *text, GError **error)
{
  gboolean in_value = FALSE;

  g_string_truncate (value, 0);
  if (xmlTextReaderIsEmptyElement (reader) == 1)
    return TRUE;
  while (acq_xml_pull_next (reader, error))
    {
      if (acq_xml_pull_ends (reader, "c"))
        return TRUE;
      if (acq_xml_pull_begins (reader, "is"))
        {
          if (!read_text_runs (reader, "is", text, error))
            return FALSE;
          g_string_assign (value, text->str);
        }
      else if (acq_xml_pull_ends (reader, "v"))
        in_value = FALSE;
      else if (acq_xml_pull_begins (reader, "v"))
        in_value = TRUE;
      else if (in_value && xmlTextReaderNodeType (reader) == XML_READER_TYPE_TEXT
               && value->len < MAX_CELL_TEXT)
        g_string_append (value, (const char *) xmlTextReaderConstValue (reader));
    }
  return FALSE;
}

static gboolean
read_cell (xmlTextReader *reader, const Workbook *workbook, AcqSheetSink *sink, GString *value, GString *text,
           GError **error)
{
  g_autofree char *reference = acq_xml_pull_attribute (reader, "r");
  g_autofree char *type = acq_xml_pull_attribute (reader, "t");
  guint style = acq_xml_pull_number (reader, "s", 0);
  guint column = reference == NULL ? sink->column : column_of_reference (reference);

  return read_value (reader, value, text, error)
         && add_cell (sink, workbook, column, type, style, value->str, error);
}

static gboolean
read_rows (GBytes *part, const Workbook *workbook, AcqSheetSink *sink, GError **error)
{
  g_autoptr (xmlTextReader) reader = acq_xml_pull_new (part);
  g_autoptr (GString) value = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) cause = NULL;
  guint place = 0;

  while (reader != NULL && !acq_sheet_sink_is_full (sink) && acq_xml_pull_next (reader, &cause))
    {
      if (acq_xml_pull_begins (reader, "row"))
        {
          place = acq_xml_pull_number (reader, "r", place + 1);
          if (!acq_sheet_sink_begin_row (sink, place, &cause))
            break;
        }
      else if (acq_xml_pull_begins (reader, "c") && sink->n_rows > 0
               && !read_cell (reader, workbook, sink, value, text, &cause))
        break;
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

gboolean
acq_xlsx_read_sheet (const AcqZipContainer *container, guint nth, AcqSheetSink *sink, GError **error)
{
  g_auto (Workbook) workbook = {
    g_string_chunk_new (1 << 16),
    g_ptr_array_new (),
    g_byte_array_new (),
    EPOCH_1900,
  };
  GBytes *part = find_sheet (container, nth, &workbook);
  g_autoptr (GError) cause = NULL;

  if (part == NULL)
    return FALSE;
  if (read_styles (container, &workbook, &cause) && read_shared_strings (container, &workbook, &cause)
      && read_rows (part, &workbook, sink, &cause))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}
