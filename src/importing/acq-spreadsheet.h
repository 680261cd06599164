/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-import-format.h"
#include "acq-table-headings.h"
#include "acq-xlsx-workbook.h"
#include "acq-zip-container.h"

G_BEGIN_DECLS

/* Rows enough to recognise a sheet by. */
#define ACQ_SHEET_HEAD_ROWS 80
/* Cells further right belong to no table. */
#define ACQ_SHEET_MAX_COLUMNS 512

/**
 * AcqSheetSink:
 *
 * Puts the cells of a sheet into a table: cells come row by row and left to right, with gaps.
 */
typedef struct
{
  AcqTable *table;
  guint max_rows; /* reading ends after so many */
  guint n_rows;
  guint column; /* the next one of the row that is being filled */
} AcqSheetSink;

gboolean acq_sheet_sink_begin_row (AcqSheetSink *self, guint64 place, GError **error);
/* Fills the gap before the column; passes over what is empty or stands beyond the last column. */
gboolean acq_sheet_sink_add_cell (AcqSheetSink *self, guint column, const char *text, gboolean is_number,
                                  GError **error);
gboolean acq_sheet_sink_is_full (const AcqSheetSink *self);

/* Of one file, for AcqImportSource.spreadsheet; used by one thread at a time. */
AcqSpreadsheetCache *acq_spreadsheet_cache_new (void);
void acq_spreadsheet_cache_free (AcqSpreadsheetCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqSpreadsheetCache, acq_spreadsheet_cache_free)

/* How sure it is that the first sheet with known headings is a list of customers, or of invoices: as AcqImportFormat.sniff(). */
int acq_spreadsheet_sniff (const AcqImportSource *source, gboolean customers);
/* That sheet, or NULL with an error of ACQ_IMPORT_ERROR. */
AcqTable *acq_spreadsheet_read (const AcqImportSource *source, GError **error);

/* How good the first rows of a sheet are for a purpose: 0 for no good at all. */
typedef int (*AcqSheetRate) (const AcqTable *head, gpointer user_data);
/* The rate of the best sheet; 0 where the file is no spreadsheet or no sheet is any good. */
int acq_spreadsheet_rate (const AcqImportSource *source, AcqSheetRate rate, gpointer user_data);
/* At most @max_rows of that sheet, of the first one where none is any good. (transfer full) (nullable): NULL with an error of
   ACQ_IMPORT_ERROR. */
AcqTable *acq_spreadsheet_read_best (const AcqImportSource *source, AcqSheetRate rate, gpointer user_data,
                                     guint max_rows, GError **error);

/* The nth sheet, from 0, of an Office Open XML or an OpenDocument spreadsheet. FALSE without an error where there is no
   such sheet; days come as ISO days. */
gboolean acq_xlsx_read_sheet (const AcqXlsxWorkbook *workbook, guint nth, AcqSheetSink *sink, GError **error);
gboolean acq_ods_read_sheet (const AcqZipContainer *container, guint nth, AcqSheetSink *sink, GError **error);

G_END_DECLS
