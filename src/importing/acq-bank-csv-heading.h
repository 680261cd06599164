/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-bank-csv-layouts.h"
#include "acq-delimited-reader.h"

G_BEGIN_DECLS

/* A heading stands within the first so many rows. */
#define ACQ_BANK_CSV_HEADING_ROWS 60
#define ACQ_BANK_CSV_MAX_LABELS   8

/**
 * AcqBankCsvHeading:
 *
 * Where the columns of a bank's table are.
 */
typedef struct
{
  const AcqBankLayout *layout; /* NULL: no bank that is known */
  guint64 row;                 /* the heading's own, as acq_delimited_reader_row() counts */
  guint n_cells;
  int columns[ACQ_BANK_N_COLUMNS]; /* the best column of each; -1: none */
  int other_day;                   /* a second day column, where the first is empty; -1: none */
  guint n_labels;
  guint labels[ACQ_BANK_CSV_MAX_LABELS];
  gboolean is_about_invoices; /* headings of a list of invoices are there too */
} AcqBankCsvHeading;

/* Tries the row that was read last. @mapping: (nullable): heading to code of AcqBankColumn, which overrules.
   FALSE where a day, a text or an amount lacks. */
gboolean acq_bank_csv_heading_read (AcqBankCsvHeading *self, const AcqDelimitedReader *reader,
                                    GHashTable *mapping);

G_END_DECLS
