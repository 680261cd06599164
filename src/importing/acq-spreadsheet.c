/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-spreadsheet.h"

#include <string.h>

#include "acq-invoice-table.h"

#define MAX_SHEETS 32
/* How sure sniffing is of a spreadsheet that cannot be opened or holds nothing we know. */
#define UNREADABLE 5

/* What all sheets share is read once. */
typedef struct
{
  AcqZipContainer *container;
  AcqXlsxWorkbook *workbook; /* NULL: an OpenDocument spreadsheet */
} Document;

static void
document_clear (gpointer data)
{
  Document *self = data;

  g_clear_pointer (&self->workbook, acq_xlsx_workbook_free);
  g_clear_pointer (&self->container, acq_zip_container_free);
}

static void
document_unref (Document *self)
{
  g_rc_box_release_full (self, document_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, document_unref)

struct _AcqSpreadsheetCache
{
  Document *document; /* NULL: not opened yet, or read already */
};

AcqSpreadsheetCache *
acq_spreadsheet_cache_new (void)
{
  return g_new0 (AcqSpreadsheetCache, 1);
}

static void
forget_document (AcqSpreadsheetCache *self)
{
  if (self != NULL)
    g_clear_pointer (&self->document, document_unref);
}

void
acq_spreadsheet_cache_free (AcqSpreadsheetCache *self)
{
  forget_document (self);
  g_free (self);
}

gboolean
acq_sheet_sink_begin_row (AcqSheetSink *self, guint64 place, GError **error)
{
  self->n_rows++;
  self->column = 0;
  return acq_table_begin_row (self->table, place, error);
}

gboolean
acq_sheet_sink_add_cell (AcqSheetSink *self, guint column, const char *text, gboolean is_number,
                         GError **error)
{
  if (text[0] == '\0' || column >= ACQ_SHEET_MAX_COLUMNS || column < self->column)
    return TRUE;
  for (; self->column < column; self->column++)
    if (!acq_table_add_cell (self->table, "", FALSE, error))
      return FALSE;
  self->column++;
  return acq_table_add_cell (self->table, text, is_number, error);
}

gboolean
acq_sheet_sink_is_full (const AcqSheetSink *self)
{
  return self->n_rows >= self->max_rows;
}

/* *ret_is_spreadsheet is told where it can be told: not of an archive that cannot be opened. */
static Document *
unpack_document (const AcqImportSource *source, gboolean *ret_is_spreadsheet, GError **error)
{
  g_autoptr (Document) self = g_rc_box_new0 (Document);
  gboolean is_xlsx;

  self->container = acq_zip_container_open (source->bytes, source->size, error);
  if (self->container == NULL)
    return NULL;
  is_xlsx = acq_zip_container_find (self->container, "xl/workbook.xml") != NULL;
  if (!is_xlsx && acq_zip_container_find (self->container, "content.xml") == NULL)
    {
      *ret_is_spreadsheet = FALSE;
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_SYNTAX, "the archive holds no spreadsheet");
      return NULL;
    }
  if (is_xlsx)
    self->workbook = acq_xlsx_workbook_new (self->container, error);
  return is_xlsx && self->workbook == NULL ? NULL : g_steal_pointer (&self);
}

static Document *
open_document (const AcqImportSource *source, gboolean *ret_is_spreadsheet, GError **error)
{
  AcqSpreadsheetCache *cache = source->spreadsheet;
  Document *document;

  *ret_is_spreadsheet = TRUE;
  if (cache != NULL && cache->document != NULL)
    return g_rc_box_acquire (cache->document);
  document = unpack_document (source, ret_is_spreadsheet, error);
  if (cache != NULL && document != NULL)
    cache->document = g_rc_box_acquire (document);
  return document;
}

/* NULL, perhaps without an error: no such sheet. */
static AcqTable *
read_sheet (const Document *document, guint nth, guint max_rows, GError **error)
{
  g_autoptr (AcqTable) table = acq_table_new ();
  AcqSheetSink sink = { table, max_rows, 0, 0 };
  gboolean is_read = document->workbook != NULL ? acq_xlsx_read_sheet (document->workbook, nth, &sink, error)
                                                : acq_ods_read_sheet (document->container, nth, &sink, error);

  return is_read ? g_steal_pointer (&table) : NULL;
}

/* The number of the best sheet and how good it is; 0 and perhaps an error where none is any good. */
static int
rate_sheets (const Document *document, AcqSheetRate rate, gpointer user_data, guint *ret_nth,
             GError **error)
{
  int best = 0;

  for (guint nth = 0; nth < MAX_SHEETS; nth++)
    {
      g_autoptr (AcqTable) head = read_sheet (document, nth, ACQ_SHEET_HEAD_ROWS, error);
      int rated = head == NULL ? 0 : rate (head, user_data);

      if (head == NULL)
        break;
      if (rated > best)
        {
          best = rated;
          *ret_nth = nth;
        }
    }
  return best;
}

int
acq_spreadsheet_rate (const AcqImportSource *source, AcqSheetRate rate, gpointer user_data)
{
  g_autoptr (Document) document = NULL;
  gboolean is_spreadsheet;
  guint nth;

  if (!acq_zip_is_zip (source->bytes, source->size))
    return 0;
  document = open_document (source, &is_spreadsheet, NULL);
  return document == NULL ? 0 : rate_sheets (document, rate, user_data, &nth, NULL);
}

AcqTable *
acq_spreadsheet_read_best (const AcqImportSource *source, AcqSheetRate rate, gpointer user_data, guint max_rows,
                           GError **error)
{
  gboolean is_spreadsheet;
  g_autoptr (Document) document = open_document (source, &is_spreadsheet, error);
  g_autoptr (GError) cause = NULL;
  AcqTable *table;
  guint nth = 0;

  if (document == NULL)
    return NULL;
  /* Whoever reads all of it is the last who needs it: its memory is free again while the lines are kept. */
  if (max_rows == ACQ_TABLE_MAX_ROWS)
    forget_document (source->spreadsheet);
  rate_sheets (document, rate, user_data, &nth, &cause);
  table = cause == NULL ? read_sheet (document, nth, max_rows, &cause) : NULL;
  if (table == NULL && cause == NULL)
    g_set_error_literal (&cause, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "the workbook has no sheet");
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  return table;
}

/* The first sheet whose headings are of invoices or of customers; its number in *ret_nth. */
static AcqTableSubject
find_sheet (const Document *document, GHashTable *mapping, guint *ret_nth, int *ret_sureness,
            GError **error)
{
  for (guint nth = 0; nth < MAX_SHEETS; nth++)
    {
      g_autoptr (AcqTable) head = read_sheet (document, nth, ACQ_SHEET_HEAD_ROWS, error);
      AcqTableSubject subject;

      if (head == NULL)
        break;
      subject = acq_table_headings_guess_subject (head, mapping, ret_sureness);
      if (subject != ACQ_TABLE_ABOUT_NOTHING)
        {
          *ret_nth = nth;
          return subject;
        }
    }
  return ACQ_TABLE_ABOUT_NOTHING;
}

int
acq_spreadsheet_sniff (const AcqImportSource *source, gboolean customers)
{
  g_autoptr (Document) document = NULL;
  gboolean is_spreadsheet;
  int sureness = 0;
  guint nth;
  AcqTableSubject subject;

  if (!acq_zip_is_zip (source->bytes, source->size))
    return 0;
  document = open_document (source, &is_spreadsheet, NULL);
  if (!is_spreadsheet)
    return 0;
  subject
    = document == NULL ? ACQ_TABLE_ABOUT_NOTHING : find_sheet (document, source->mapping, &nth, &sureness, NULL);
  /* Reading it then says what is wrong with it. */
  if (subject == ACQ_TABLE_ABOUT_NOTHING)
    return customers ? 0 : UNREADABLE;
  return (subject == ACQ_TABLE_ABOUT_CUSTOMERS) == customers ? sureness : 0;
}

AcqTable *
acq_spreadsheet_read (const AcqImportSource *source, GError **error)
{
  gboolean is_spreadsheet;
  g_autoptr (Document) document = open_document (source, &is_spreadsheet, error);
  g_autoptr (GError) cause = NULL;
  int sureness;
  guint nth = 0;

  if (document == NULL)
    return NULL;
  forget_document (source->spreadsheet);
  if (find_sheet (document, source->mapping, &nth, &sureness, &cause) == ACQ_TABLE_ABOUT_NOTHING
      && cause == NULL)
    g_set_error_literal (&cause, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS,
                         "no sheet has headings that are known");
  if (cause == NULL)
    return read_sheet (document, nth, ACQ_TABLE_MAX_ROWS, error);
  g_propagate_error (error, g_steal_pointer (&cause));
  return NULL;
}
