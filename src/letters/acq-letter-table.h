/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-layout.h"

G_BEGIN_DECLS

/* Edges in millimetres from the left edge of the text block. */
typedef struct
{
  const char *title; /* NULL: no head cell */
  double left;
  double right;
  AcqTextAlign align;
} AcqTableColumn;

typedef enum
{
  ACQ_ROW_BODY,
  ACQ_ROW_TOTAL,    /* bold under a thick rule; never parted from the row above */
  ACQ_ROW_CLAIM,    /* as above, larger */
  ACQ_ROW_GROUP,    /* head of a group, one text over all columns; stays with its first row */
  ACQ_ROW_REMARK,   /* one small text over all columns */
  ACQ_ROW_SUBTOTAL, /* never parted from the row above */
} AcqRowKind;

typedef struct _AcqLetterTable AcqLetterTable;

/* Copies the columns. padding: millimetres above and below each row's text. */
AcqLetterTable *acq_letter_table_new (AcqLetterPress *press, const AcqTableColumn *columns, guint n,
                                      double padding);
void acq_letter_table_free (AcqLetterTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqLetterTable, acq_letter_table_free)

/* One text a column, copied; NULL is an empty cell. A cell too long for its column is wrapped, and the row stays whole. */
void acq_letter_table_add_row (AcqLetterTable *self, AcqRowKind kind, const char *const *cells);
/* The first cell of the row that was added last leads to a place in the document. */
void acq_letter_table_link_row (AcqLetterTable *self, const char *destination);
/* A row whose only text runs over all columns (group, remark). */
void acq_letter_table_add_line (AcqLetterTable *self, AcqRowKind kind, const char *text);

typedef enum
{
  ACQ_TABLE_WHOLE,     /* never cut */
  ACQ_TABLE_BREAKABLE, /* between rows; its head is repeated */
} AcqTableBreaking;

/* Lays the table out; its heads are drawn only if a column has a title. Returns the part's number. */
guint acq_letter_layout_take_table (AcqLetterLayout *layout, AcqLetterTable *table, AcqTableBreaking breaking,
                                    double gap);

/* For a table that stands inside another part: its height, and the whole of it at once. */
double acq_letter_table_height (const AcqLetterTable *self);
void acq_letter_table_draw (const AcqLetterTable *self, cairo_t *cr, double x, double y);

G_END_DECLS
