/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-zip-container.h"

G_BEGIN_DECLS

/* No text of a cell is longer, in bytes. */
#define ACQ_XLSX_MAX_TEXT 32767

/**
 * AcqXlsxWorkbook:
 *
 * What the sheets of an Office Open XML document (ECMA-376) share: cells point into a list of strings and a list of styles, of
 * which only one thing matters here, whether a number is shown as a day.
 */
typedef struct
{
  const AcqZipContainer *container;
  GStringChunk *text;
  GPtrArray *strings; /* inside "text" */
  GByteArray *is_day; /* by style */
  gint64 epoch;       /* the serial day of 1970-01-01 */
} AcqXlsxWorkbook;

/* The container must outlive it. NULL with an error of ACQ_IMPORT_ERROR. */
AcqXlsxWorkbook *acq_xlsx_workbook_new (const AcqZipContainer *container, GError **error);
void acq_xlsx_workbook_free (AcqXlsxWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqXlsxWorkbook, acq_xlsx_workbook_free)

/* The part of the nth sheet, from 0, or NULL. */
GBytes *acq_xlsx_workbook_find_sheet (const AcqXlsxWorkbook *self, guint nth);

/* Collects the text of <t> elements, phonetic readings (<rPh>) left out, of the events of the elements around them. */
typedef struct
{
  GString *text;
  gboolean in_text;
  gboolean in_phonetic;
} AcqXlsxRuns;

void acq_xlsx_runs_begin (AcqXlsxRuns *self, const char *element);
void acq_xlsx_runs_end (AcqXlsxRuns *self, const char *element);
void acq_xlsx_runs_text (AcqXlsxRuns *self, const char *text, gsize len);

G_END_DECLS
