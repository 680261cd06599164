/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-csv-heading.h"

#include <string.h>

#include "acq-text-normalizer.h"

/* Tables wider than this are no bank's. */
#define MAX_HEADINGS 64

static gboolean
names_an_invoice (const char *folded)
{
  static const char *const words[]
    = { "FACTURE", "INVOICE", "ECHEANCE", "DUE", "CLIENT", "CUSTOMER", "ECRITURENUM" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* What the user said of a heading, or its bank, or all banks. */
static AcqBankColumn
find_column (const AcqBankLayout *layout, GHashTable *mapping, const char *heading, const char *folded,
             int *rank)
{
  const char *code = mapping == NULL ? NULL : g_hash_table_lookup (mapping, heading);
  AcqBankColumn column;

  *rank = 0;
  if (code != NULL && acq_bank_column_from_code (code, &column))
    return column;
  for (gsize i = 0;
       layout != NULL && i < G_N_ELEMENTS (layout->headings) && layout->headings[i].heading != NULL; i++)
    if (strcmp (layout->headings[i].heading, folded) == 0)
      return layout->headings[i].column;
  return acq_bank_heading_find (folded, strstr (heading, "\xef\xbf\xbd") != NULL, rank);
}

static void
place_column (AcqBankCsvHeading *self, AcqBankColumn column, int rank, guint at, int *ranks)
{
  if (column == ACQ_BANK_COLUMN_LABEL && self->n_labels < ACQ_BANK_CSV_MAX_LABELS)
    self->labels[self->n_labels++] = at;
  if (self->columns[column] >= 0 && ranks[column] <= rank)
    {
      if (column == ACQ_BANK_COLUMN_DAY && self->other_day < 0)
        self->other_day = (int) at;
      return;
    }
  if (column == ACQ_BANK_COLUMN_DAY && self->columns[column] >= 0)
    self->other_day = self->columns[column];
  self->columns[column] = (int) at;
  ranks[column] = rank;
}

static gboolean
is_enough (const AcqBankCsvHeading *self)
{
  const int *columns = self->columns;
  gboolean has_text = self->n_labels > 0 || columns[ACQ_BANK_COLUMN_COUNTERPARTY] >= 0
                      || columns[ACQ_BANK_COLUMN_REMITTANCE] >= 0;
  gboolean has_amount = columns[ACQ_BANK_COLUMN_AMOUNT] >= 0
                        || (columns[ACQ_BANK_COLUMN_DEBIT] >= 0 && columns[ACQ_BANK_COLUMN_CREDIT] >= 0);

  return columns[ACQ_BANK_COLUMN_DAY] >= 0 && has_text && has_amount;
}

static void
place_columns (AcqBankCsvHeading *self, const AcqDelimitedReader *reader, const char *const *folded,
               GHashTable *mapping)
{
  int ranks[ACQ_BANK_N_COLUMNS] = { 0 };

  for (guint i = 0; i < self->n_cells; i++)
    {
      int rank;
      AcqBankColumn column
        = find_column (self->layout, mapping, acq_delimited_reader_cell (reader, i), folded[i], &rank);

      if (column != ACQ_BANK_COLUMN_IGNORED)
        place_column (self, column, rank, i, ranks);
      self->is_about_invoices |= names_an_invoice (folded[i]);
    }
}

gboolean
acq_bank_csv_heading_read (AcqBankCsvHeading *self, const AcqDelimitedReader *reader, GHashTable *mapping)
{
  char *folded[MAX_HEADINGS] = { NULL };

  *self = (AcqBankCsvHeading){ .row = acq_delimited_reader_row (reader), .other_day = -1 };
  self->n_cells = acq_delimited_reader_n_cells (reader);
  for (int i = 0; i < ACQ_BANK_N_COLUMNS; i++)
    self->columns[i] = -1;
  if (self->n_cells < 3 || self->n_cells > MAX_HEADINGS)
    return FALSE;
  for (guint i = 0; i < self->n_cells; i++)
    folded[i] = acq_text_fold (acq_delimited_reader_cell (reader, i));
  self->layout = acq_bank_layout_find ((const char *const *) folded, self->n_cells);
  place_columns (self, reader, (const char *const *) folded, mapping);
  for (guint i = 0; i < self->n_cells; i++)
    g_free (folded[i]);
  return is_enough (self);
}
