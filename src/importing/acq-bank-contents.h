/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-statement-columns.h"

G_BEGIN_DECLS

/* What the cells of a table say of its columns where headings do not. */
typedef struct
{
  AcqBankColumn fields[ACQ_BANK_MAX_COLUMNS]; /* of the columns that were left open; IGNORED: it says nothing */
  AcqMappingSureness sureness;                /* of the whole, headings included */
} AcqBankContents;

/* The first row that has a day and an amount, as most rows below it have, and whether the row above it is a heading. */
gboolean acq_bank_contents_find_lines (const AcqTable *head, guint *ret_first, gboolean *ret_has_heading);
/* How many columns the rows from there on have. */
guint acq_bank_contents_width (const AcqTable *head, guint first);

/* @is_told: by column: the user said what it holds. */
void acq_bank_contents_read (AcqBankContents *self, const AcqStatementColumns *columns, const AcqTable *head,
                             const gboolean *is_told);

G_END_DECLS
