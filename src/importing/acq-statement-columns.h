/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-layouts.h"
#include "acq-mapped-field.h"
#include "acq-table.h"

G_BEGIN_DECLS

/* So many rows tell what the columns hold. */
#define ACQ_BANK_HEAD_ROWS   120
#define ACQ_BANK_MAX_COLUMNS 64
#define ACQ_BANK_MAX_LABELS  8

/**
 * AcqStatementColumns:
 *
 * Where the columns of a bank's table are. Headings tell; what they leave open, the cells do: the share of days, the signs of
 * amounts, the length of texts, and above all a running balance, which only the right column of amounts explains.
 */
typedef struct
{
  const AcqBankLayout *layout; /* NULL: no bank that is known */
  guint first_row;             /* of the lines, from 0: what stands above is the heading and junk */
  gboolean has_heading;        /* in the row above them */
  guint n_columns;
  AcqBankColumn fields[ACQ_BANK_MAX_COLUMNS]; /* what each column holds */
  gboolean guessed[ACQ_BANK_MAX_COLUMNS];     /* from its cells alone */
  int columns[ACQ_BANK_N_COLUMNS];            /* the best column of each field; -1: none */
  int other_day;                              /* a second day column, where the first is empty; -1: none */
  guint n_labels;
  guint labels[ACQ_BANK_MAX_LABELS];
  gboolean is_about_invoices; /* headings of a list of invoices are there too */
  AcqMappingSureness sureness;
  guint gaps; /* set of ACQ_MAPPING_BIT() */
} AcqStatementColumns;

/* @head: the first rows of the table. @mapping: (nullable): what the user says, which is not doubted. FALSE where no rows look
   like lines of a statement; else look at the gaps. */
gboolean acq_statement_columns_find (AcqStatementColumns *self, const AcqTable *head, GHashTable *mapping);

/* How sure it is that the table is a bank's, as AcqImportFormat.sniff() says it. */
int acq_statement_columns_rate (const AcqTable *head, GHashTable *mapping);

G_END_DECLS
