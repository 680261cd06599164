/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqTextTable:
 *
 * A table in columns of characters. A cell holds lines; each is broken at spaces where it is wider than its column
 * may be, so that nothing is cut.
 */
typedef struct _AcqTextTable AcqTextTable;

/* max_width: of a column, in characters. */
AcqTextTable *acq_text_table_new (gsize max_width);
void acq_text_table_free (AcqTextTable *self);
/* All columns come before the first cell. */
void acq_text_table_add_column (AcqTextTable *self, const char *heading, gboolean right_aligned);
/* The next cell, row by row. Takes the text: UTF-8, lines separated by "\n". */
void acq_text_table_take_cell (AcqTextTable *self, char *text);
/* Writes the headings and the rows. */
void acq_text_table_append_to (const AcqTextTable *self, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqTextTable, acq_text_table_free)

G_END_DECLS
