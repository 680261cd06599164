/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No table of receivables is larger; a larger one is refused with ACQ_IMPORT_ERROR_TOO_LARGE. */
#define ACQ_TABLE_MAX_ROWS  2000000u
#define ACQ_TABLE_MAX_CELLS 40000000u
#define ACQ_TABLE_MAX_TEXT  (1u << 30)

/**
 * AcqTable:
 *
 * Rows of cells of a text file, a spreadsheet or the clipboard, whole in memory (four bytes a cell beside its text),
 * because the order of day and month and the parts of an invoice show only over all rows. Cells are squeezed UTF-8.
 * A cell that a spreadsheet keeps as a number is told from text that looks like one.
 */
typedef struct _AcqTable AcqTable;

AcqTable *acq_table_new (void);
void acq_table_free (AcqTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTable, acq_table_free)

/* All rows of a delimited text, however it is separated and encoded. @head: only its beginning, to recognise it by; then
   an error ends it early instead of refusing it. */
AcqTable *acq_table_new_delimited (const guint8 *bytes, gsize size, gboolean head, GError **error);

/* The rows come one after the other. @place: line or row in the file, from 1. */
gboolean acq_table_begin_row (AcqTable *self, guint64 place, GError **error);
/* Appends a cell to the row begun last. */
gboolean acq_table_add_cell (AcqTable *self, const char *text, gboolean is_number, GError **error);

guint acq_table_n_rows (const AcqTable *self);
guint64 acq_table_place (const AcqTable *self, guint row);
guint acq_table_n_cells (const AcqTable *self, guint row);
/* "" beyond the row's last cell. Valid until a cell is added. */
const char *acq_table_cell (const AcqTable *self, guint row, guint column);
gboolean acq_table_is_number (const AcqTable *self, guint row, guint column);
/* How many cells of the row hold something. */
guint acq_table_n_filled (const AcqTable *self, guint row);
/* The row as text, for people to know it by. Free it. */
char *acq_table_row_text (const AcqTable *self, guint row);
gboolean acq_table_rows_equal (const AcqTable *self, guint a, guint b);

G_END_DECLS
