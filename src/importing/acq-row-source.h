/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-table.h"

G_BEGIN_DECLS

/**
 * AcqRowSource:
 *
 * The rows of a table one at a time, whatever it came as: delimited text, of which one row is in memory, or a sheet of a
 * workbook, which is there as a whole.
 */
typedef struct _AcqRowSource AcqRowSource;

/* @bytes must outlive it. NULL with ACQ_IMPORT_ERROR_ENCODING where they are no text. */
AcqRowSource *acq_row_source_new_delimited (const guint8 *bytes, gsize size, GError **error);
/* The first bytes alone, to recognise a file by: its last row may be cut. NULL: no text. */
AcqRowSource *acq_row_source_new_delimited_head (const guint8 *bytes, gsize size);
/* @table must outlive it. @size: the bytes of the file, to tell how far it was read. */
AcqRowSource *acq_row_source_new_table (const AcqTable *table, gsize size);
void acq_row_source_free (AcqRowSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqRowSource, acq_row_source_free)

/* Goes to the next row. FALSE at the end, and with an error set where acq_delimited_reader_next() sets one. */
gboolean acq_row_source_next (AcqRowSource *self, GError **error);
void acq_row_source_rewind (AcqRowSource *self);

/* Of the row that was read last. Cells beyond its end are "". */
guint acq_row_source_n_cells (const AcqRowSource *self);
const char *acq_row_source_cell (const AcqRowSource *self, guint index);
/* The cell is kept as a number ("1234.5"), not as text that looks like one. */
gboolean acq_row_source_is_number (const AcqRowSource *self, guint index);
/* The row's number among those read, and its line or row in the file, both from 1. */
guint64 acq_row_source_row (const AcqRowSource *self);
guint64 acq_row_source_line (const AcqRowSource *self);
/* FALSE for a row at which the file ends without a line end, as one that was cut off does. */
gboolean acq_row_source_row_is_ended (const AcqRowSource *self);
/* Bytes of the file read so far, about. */
gsize acq_row_source_offset (const AcqRowSource *self);

/* Its first rows, then back to before them: row n of the table is acq_row_source_row() n + 1. Rows that cannot be read
   end it early. (transfer full) */
AcqTable *acq_row_source_read_head (AcqRowSource *self, guint n_rows);

G_END_DECLS
