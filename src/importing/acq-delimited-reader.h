/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row may not have more cells, nor a row take more bytes, than any real table has. */
#define ACQ_DELIMITED_MAX_CELLS     512
#define ACQ_DELIMITED_MAX_ROW_BYTES (1 << 20)

/**
 * AcqDelimitedReader:
 *
 * The rows of a text table, one at a time, in memory that does not grow with the file. Cells are UTF-8 without the
 * white space at their ends; quotes are those of RFC 4180 (a quoted cell may hold separators, line ends and doubled
 * quotes) and ="…" as spreadsheets write it; a line ends with LF, CR LF, CR or CR CR LF; empty lines are passed over.
 */
typedef struct _AcqDelimitedReader AcqDelimitedReader;

/**
 * acq_delimited_reader_new:
 * @bytes: must outlive the reader
 * @separator: one of ";", ",", tab and "|"; 0 to guess it (a first line "sep=;" is obeyed)
 *
 * Returns: (transfer full) (nullable): %NULL with ACQ_IMPORT_ERROR_ENCODING where the bytes are no text
 */
AcqDelimitedReader *acq_delimited_reader_new (const guint8 *bytes, gsize size, char separator,
                                              GError **error);
/* A reader of the first ACQ_TEXT_HEAD_BYTES alone, to recognise a file by: its last row may be cut. NULL: no text. */
AcqDelimitedReader *acq_delimited_reader_new_head (const guint8 *bytes, gsize size, char separator);
void acq_delimited_reader_free (AcqDelimitedReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqDelimitedReader, acq_delimited_reader_free)

/* For formats that know no quotes (an accounting export): a quote is a character like any other. */
void acq_delimited_reader_set_quoting (AcqDelimitedReader *self, gboolean quoting);

/* Goes to the next row. FALSE at the end of the file, and with an error set for a quote that the file never closes
   (TRUNCATED) and for a row beyond the limits above (HOSTILE). */
gboolean acq_delimited_reader_next (AcqDelimitedReader *self, GError **error);
/* Back to before the first row. */
void acq_delimited_reader_rewind (AcqDelimitedReader *self);

/* Of the row that was read last. */
guint acq_delimited_reader_n_cells (const AcqDelimitedReader *self);
/* "" for a cell beyond the row's last. Valid until the next row is read; the caller may change it in place. */
char *acq_delimited_reader_cell (const AcqDelimitedReader *self, guint index);
/* TRUE where every cell is empty. */
gboolean acq_delimited_reader_is_blank (const AcqDelimitedReader *self);
/* The row's number among those returned, and the line it begins on, both from 1. */
guint64 acq_delimited_reader_row (const AcqDelimitedReader *self);
guint64 acq_delimited_reader_line (const AcqDelimitedReader *self);

char acq_delimited_reader_separator (const AcqDelimitedReader *self);
/* Bytes read so far and whether the last row ended with a line end (a file cut off mostly does not). */
gsize acq_delimited_reader_offset (const AcqDelimitedReader *self);
gboolean acq_delimited_reader_row_is_ended (const AcqDelimitedReader *self);

G_END_DECLS
