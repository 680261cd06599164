/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-spreadsheet.h"

#include <string.h>

#include "acq-day.h"
#include "acq-decimal-text.h"
#include "acq-xml-events.h"

/* What the value of a cell is; others than these four are texts. */
typedef enum
{
  CELL_NUMBER,
  CELL_SHARED, /* the index of a string */
  CELL_TEXT,
  CELL_ERROR,
} CellType;

typedef struct
{
  const AcqXlsxWorkbook *workbook;
  AcqSheetSink *sink;
  guint place;       /* of the row */
  gboolean in_cell;
  gboolean in_value;
  gboolean is_inline; /* inside <is> */
  guint column;
  CellType type;
  guint style;
  AcqXlsxRuns runs; /* the value, too, is collected in its text */
} Sheet;

/* "AB12" is column 27; G_MAXUINT for anything else. */
static guint
column_of_reference (const char *reference, gsize len)
{
  guint column = 0;

  for (gsize i = 0; i < len && g_ascii_isupper (reference[i]); i++)
    {
      column = column * 26 + (guint) (reference[i] - 'A') + 1;
      if (column > 16384)
        return G_MAXUINT;
    }
  return column - 1;
}

static CellType
cell_type (const char *code, gsize len)
{
  static const struct
  {
    const char *code;
    CellType type;
  } types[] = { { "n", CELL_NUMBER }, { "s", CELL_SHARED }, { "e", CELL_ERROR } };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (len == 1 && code[0] == types[i].code[0])
      return types[i].type;
  return CELL_TEXT;
}

static gboolean
add_number (AcqSheetSink *sink, const AcqXlsxWorkbook *workbook, guint column, guint style, const char *text,
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
add_cell (Sheet *self, GError **error)
{
  const GPtrArray *strings = self->workbook->strings;
  const char *value = self->runs.text->str;
  gint64 index;

  if (value[0] == '\0')
    return TRUE;
  switch (self->type)
    {
    case CELL_NUMBER:
      return add_number (self->sink, self->workbook, self->column, self->style, value, error);
    case CELL_SHARED:
      index = g_ascii_strtoll (value, NULL, 10);
      return index < 0 || index >= strings->len
             || acq_sheet_sink_add_cell (self->sink, self->column, strings->pdata[index], FALSE, error);
    case CELL_TEXT:
      return acq_sheet_sink_add_cell (self->sink, self->column, value, FALSE, error);
    case CELL_ERROR:
      break;
    }
  return TRUE;
}

static void
begin_cell (Sheet *self, const AcqXmlAttributes *attributes)
{
  const char *value;
  gsize len;

  self->in_cell = TRUE;
  self->in_value = self->is_inline = FALSE;
  self->column = self->sink->column;
  if (acq_xml_attributes_find (attributes, "r", &value, &len))
    self->column = column_of_reference (value, len);
  self->type = acq_xml_attributes_find (attributes, "t", &value, &len) ? cell_type (value, len) : CELL_NUMBER;
  self->style = acq_xml_attributes_number (attributes, "s", 0);
  g_string_truncate (self->runs.text, 0);
}

/* The rows are counted where they begin, so that the last one wanted is left empty. */
static gboolean
begin_row (Sheet *self, const AcqXmlAttributes *attributes, GError **error)
{
  self->place = acq_xml_attributes_number (attributes, "r", self->place + 1);
  return acq_sheet_sink_begin_row (self->sink, self->place, error) && !acq_sheet_sink_is_full (self->sink);
}

static gboolean
begin_element (gpointer user_data, const char *name, const AcqXmlAttributes *attributes, GError **error)
{
  Sheet *self = user_data;

  if (strcmp (name, "row") == 0)
    return begin_row (self, attributes, error);
  if (strcmp (name, "c") == 0 && self->sink->n_rows > 0)
    begin_cell (self, attributes);
  else if (self->in_cell && strcmp (name, "is") == 0)
    {
      g_string_truncate (self->runs.text, 0);
      self->runs.in_text = self->runs.in_phonetic = FALSE;
      self->is_inline = TRUE;
    }
  else if (self->is_inline)
    acq_xlsx_runs_begin (&self->runs, name);
  else if (self->in_cell && strcmp (name, "v") == 0)
    self->in_value = TRUE;
  return TRUE;
}

/* A formula <f> is passed over: it is no value. */
static gboolean
end_element (gpointer user_data, const char *name, GError **error)
{
  Sheet *self = user_data;

  if (!self->in_cell)
    return TRUE;
  if (strcmp (name, "c") == 0)
    {
      self->in_cell = FALSE;
      return add_cell (self, error);
    }
  if (strcmp (name, "is") == 0)
    self->is_inline = FALSE;
  else if (self->is_inline)
    acq_xlsx_runs_end (&self->runs, name);
  else if (strcmp (name, "v") == 0)
    self->in_value = FALSE;
  return TRUE;
}

static void
add_text (gpointer user_data, const char *text, gsize len)
{
  Sheet *self = user_data;

  if (self->is_inline)
    acq_xlsx_runs_text (&self->runs, text, len);
  else if (self->in_value && self->in_cell && self->runs.text->len < ACQ_XLSX_MAX_TEXT)
    g_string_append_len (self->runs.text, text, (gssize) len);
}

gboolean
acq_xlsx_read_sheet (const AcqXlsxWorkbook *workbook, guint nth, AcqSheetSink *sink, GError **error)
{
  static const AcqXmlEvents events = { begin_element, end_element, add_text };
  GBytes *part = acq_xlsx_workbook_find_sheet (workbook, nth);
  g_autoptr (GString) text = g_string_new (NULL);
  Sheet self = { .workbook = workbook, .sink = sink, .runs = { text, FALSE, FALSE } };

  return part != NULL && acq_xml_events_read (part, &events, &self, error);
}
