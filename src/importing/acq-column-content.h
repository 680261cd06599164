/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-table.h"

G_BEGIN_DECLS

/* What the cells of a column look like, whatever its heading says. */
typedef enum
{
  ACQ_COLUMN_EMPTY,
  ACQ_COLUMN_DAYS,
  ACQ_COLUMN_SERIAL_DAYS, /* whole numbers that a spreadsheet would show as days */
  ACQ_COLUMN_AMOUNTS,     /* with decimals or signs */
  ACQ_COLUMN_NUMBERS,     /* whole ones, perhaps amounts, perhaps not */
  ACQ_COLUMN_SIDES,       /* D and C, debit and credit, plus and minus */
  ACQ_COLUMN_CURRENCIES,
  ACQ_COLUMN_IBANS,
  ACQ_COLUMN_TEXTS,
} AcqColumnKind;

typedef struct
{
  AcqColumnKind kind;
  guint n_filled;
  guint n_negative; /* amounts below zero */
  guint n_positive;
  guint mean_length; /* of filled cells, in characters */
  guint n_different; /* texts that differ from the one above them */
} AcqColumnContent;

/* Looks through the rows from @first on; footers and other strays are outvoted. */
AcqColumnContent acq_column_content_of (const AcqTable *table, guint first, guint column);

/* The cell as an amount of two decimals. FALSE: it is none. */
gboolean acq_column_cell_amount (const AcqTable *table, guint row, guint column, gint64 *ret_amount);
/* The cell is a day, in either order. */
gboolean acq_column_cell_is_day (const AcqTable *table, guint row, guint column);
/* "D", "débit", "-": TRUE with -1; "C", "crédit", "+": TRUE with +1; else FALSE. */
gboolean acq_column_side_parse (const char *text, int *ret_sign);

G_END_DECLS
