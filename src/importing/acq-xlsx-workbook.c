/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-xlsx-workbook.h"

#include <string.h>

#include "acq-xml-events.h"
#include "acq-xml-pull.h"

/* Serial days of 1970-01-01 in the two systems. */
#define EPOCH_1900 25569
#define EPOCH_1904 24107

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
read_styles (AcqXlsxWorkbook *self, GError **error)
{
  GBytes *part = acq_zip_container_find (self->container, "xl/styles.xml");
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

          g_byte_array_append (self->is_day, &is_day, 1);
        }
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return error == NULL || *error == NULL;
}

void
acq_xlsx_runs_begin (AcqXlsxRuns *self, const char *element)
{
  if (strcmp (element, "t") == 0)
    self->in_text = TRUE;
  else if (strcmp (element, "rPh") == 0)
    self->in_phonetic = TRUE;
}

void
acq_xlsx_runs_end (AcqXlsxRuns *self, const char *element)
{
  if (strcmp (element, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (element, "rPh") == 0)
    self->in_phonetic = FALSE;
}

void
acq_xlsx_runs_text (AcqXlsxRuns *self, const char *text, gsize len)
{
  if (self->in_text && !self->in_phonetic && self->text->len < ACQ_XLSX_MAX_TEXT)
    g_string_append_len (self->text, text, (gssize) len);
}

typedef struct
{
  AcqXlsxWorkbook *workbook;
  AcqXlsxRuns runs;
} SharedStrings;

static gboolean
begin_shared (gpointer user_data, const char *name, const AcqXmlAttributes *attributes, GError **error)
{
  SharedStrings *self = user_data;

  if (strcmp (name, "si") == 0)
    {
      g_string_truncate (self->runs.text, 0);
      self->runs.in_text = self->runs.in_phonetic = FALSE;
    }
  else
    acq_xlsx_runs_begin (&self->runs, name);
  return TRUE;
}

static gboolean
end_shared (gpointer user_data, const char *name, GError **error)
{
  SharedStrings *self = user_data;

  if (strcmp (name, "si") != 0)
    acq_xlsx_runs_end (&self->runs, name);
  else
    g_ptr_array_add (self->workbook->strings,
                     g_string_chunk_insert_len (self->workbook->text, self->runs.text->str, (gssize) self->runs.text->len));
  return TRUE;
}

static void
add_shared_text (gpointer user_data, const char *text, gsize len)
{
  acq_xlsx_runs_text (&((SharedStrings *) user_data)->runs, text, len);
}

static gboolean
read_shared_strings (AcqXlsxWorkbook *self, GError **error)
{
  static const AcqXmlEvents events = { begin_shared, end_shared, add_shared_text };
  GBytes *part = acq_zip_container_find (self->container, "xl/sharedStrings.xml");
  g_autoptr (GString) text = g_string_new (NULL);
  SharedStrings strings = { self, { text, FALSE, FALSE } };

  return part == NULL || acq_xml_events_read (part, &events, &strings, error);
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

/* Which of the systems of days the workbook counts in. */
static gint64
read_epoch (const AcqZipContainer *container)
{
  GBytes *part = acq_zip_container_find (container, "xl/workbook.xml");
  g_autoptr (xmlTextReader) reader = part == NULL ? NULL : acq_xml_pull_new (part);

  while (reader != NULL && acq_xml_pull_next (reader, NULL))
    if (acq_xml_pull_begins (reader, "workbookPr"))
      {
        g_autofree char *flag = acq_xml_pull_attribute (reader, "date1904");

        return g_strcmp0 (flag, "1") == 0 || g_strcmp0 (flag, "true") == 0 ? EPOCH_1904 : EPOCH_1900;
      }
  return EPOCH_1900;
}

GBytes *
acq_xlsx_workbook_find_sheet (const AcqXlsxWorkbook *self, guint nth)
{
  GBytes *part = acq_zip_container_find (self->container, "xl/workbook.xml");
  g_autoptr (xmlTextReader) reader = part == NULL ? NULL : acq_xml_pull_new (part);

  while (reader != NULL && acq_xml_pull_next (reader, NULL))
    if (acq_xml_pull_begins (reader, "sheet") && nth-- == 0)
      {
        g_autofree char *relation = acq_xml_pull_attribute (reader, "id");
        g_autofree char *path = find_sheet_path (self->container, relation);

        return path == NULL ? NULL : acq_zip_container_find (self->container, path);
      }
  return NULL;
}

AcqXlsxWorkbook *
acq_xlsx_workbook_new (const AcqZipContainer *container, GError **error)
{
  g_autoptr (AcqXlsxWorkbook) self = g_new0 (AcqXlsxWorkbook, 1);

  self->container = container;
  self->text = g_string_chunk_new (1 << 16);
  self->strings = g_ptr_array_new ();
  self->is_day = g_byte_array_new ();
  self->epoch = read_epoch (container);
  return read_styles (self, error) && read_shared_strings (self, error) ? g_steal_pointer (&self) : NULL;
}

void
acq_xlsx_workbook_free (AcqXlsxWorkbook *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->text);
  g_ptr_array_unref (self->strings);
  g_byte_array_unref (self->is_day);
  g_free (self);
}
