/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-statement-columns.h"

#include <string.h>

#include "acq-bank-contents.h"
#include "acq-text-normalizer.h"

/* Junk above the heading is no longer than that. */
#define MAX_JUNK_ROWS 60

/* The headings of one row. */
typedef struct
{
  const AcqTable *head;
  guint row;
  guint n;
  GHashTable *mapping; /* nullable */
  char *folded[ACQ_BANK_MAX_COLUMNS];
  const AcqBankLayout *layout;
} Headings;

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

static void
headings_init (Headings *self, const AcqTable *head, guint row, guint n, GHashTable *mapping)
{
  *self = (Headings){ .head = head, .row = row, .n = n, .mapping = mapping };
  for (guint i = 0; i < n; i++)
    self->folded[i] = acq_text_fold (acq_table_cell (head, row, i));
  self->layout = acq_bank_layout_find ((const char *const *) self->folded, n);
}

static void
headings_clear (Headings *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->folded[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Headings, headings_clear)

/* What the bank says by a heading, or all banks. */
static AcqBankColumn
read_heading (const Headings *self, guint i, int *rank)
{
  const char *folded = self->folded[i];

  *rank = 0;
  for (gsize k = 0; self->layout != NULL && k < G_N_ELEMENTS (self->layout->headings)
                    && self->layout->headings[k].heading != NULL;
       k++)
    if (strcmp (self->layout->headings[k].heading, folded) == 0)
      return self->layout->headings[k].column;
  return acq_bank_heading_find (folded, strstr (acq_table_cell (self->head, self->row, i), "\xef\xbf\xbd") != NULL,
                                rank);
}

static gboolean
may_repeat (AcqBankColumn field)
{
  return field == ACQ_BANK_COLUMN_LABEL || field == ACQ_BANK_COLUMN_DAY || field == ACQ_BANK_COLUMN_IGNORED;
}

/* Of two columns that mean the same the better one counts; a second day stands in where the first is empty. */
static void
place (AcqStatementColumns *self, AcqBankColumn field, int rank, guint at, int *ranks)
{
  int *column = &self->columns[field];

  if (field == ACQ_BANK_COLUMN_LABEL && self->n_labels == ACQ_BANK_MAX_LABELS)
    return;
  if (field == ACQ_BANK_COLUMN_LABEL)
    self->labels[self->n_labels++] = at;
  self->fields[at] = field;
  if (*column >= 0 && !may_repeat (field))
    self->fields[ranks[field] <= rank ? at : (guint) *column] = ACQ_BANK_COLUMN_IGNORED;
  if (*column >= 0 && field == ACQ_BANK_COLUMN_DAY && (ranks[field] > rank || self->other_day < 0))
    self->other_day = ranks[field] > rank ? *column : (int) at;
  if (*column >= 0 && ranks[field] <= rank)
    return;
  *column = (int) at;
  ranks[field] = rank;
}

static void
count_gaps (AcqStatementColumns *self)
{
  const int *columns = self->columns;
  gboolean has_text = self->n_labels > 0 || columns[ACQ_BANK_COLUMN_COUNTERPARTY] >= 0
                      || columns[ACQ_BANK_COLUMN_REMITTANCE] >= 0;
  gboolean has_amount = columns[ACQ_BANK_COLUMN_AMOUNT] >= 0
                        || (columns[ACQ_BANK_COLUMN_DEBIT] >= 0 && columns[ACQ_BANK_COLUMN_CREDIT] >= 0);

  self->gaps = (columns[ACQ_BANK_COLUMN_DAY] < 0 ? ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_DAY) : 0)
               | (has_text ? 0 : ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_LABEL))
               | (has_amount ? 0 : ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_AMOUNT));
}

static void
clear_places (AcqStatementColumns *self)
{
  for (int i = 0; i < ACQ_BANK_N_COLUMNS; i++)
    self->columns[i] = -1;
  for (guint i = 0; i < ACQ_BANK_MAX_COLUMNS; i++)
    self->fields[i] = ACQ_BANK_COLUMN_IGNORED;
  self->other_day = -1;
  self->n_labels = 0;
}

/* Places what the headings of a row say. @letters: columns may be mapped by their letters too. */
static void
place_headings (AcqStatementColumns *self, const Headings *headings, gboolean letters)
{
  int ranks[ACQ_BANK_N_COLUMNS] = { 0 };

  clear_places (self);
  for (guint i = 0; i < headings->n; i++)
    {
      const char *text = acq_table_cell (headings->head, headings->row, i);
      const char *code = letters ? acq_mapped_field (headings->mapping, text, i)
                                 : acq_mapped_field_by_heading (headings->mapping, text);
      AcqBankColumn field;
      int rank = -1;

      if (code == NULL || !acq_bank_column_from_code (code, &field))
        field = read_heading (headings, i, &rank);
      if (field != ACQ_BANK_COLUMN_IGNORED)
        place (self, field, rank, i, ranks);
      self->is_about_invoices |= names_an_invoice (headings->folded[i]);
    }
  self->layout = headings->layout;
  count_gaps (self);
}

/* A row of headings, whether or not the user's mapping leaves enough of it. */
static gboolean
try_heading (AcqStatementColumns *self, const AcqTable *head, guint row, GHashTable *mapping)
{
  g_auto (Headings) headings = { 0 };
  guint n = acq_table_n_cells (head, row);
  gboolean enough;

  *self = (AcqStatementColumns){ .first_row = row + 1, .has_heading = TRUE, .n_columns = n };
  if (n < 3 || n > ACQ_BANK_MAX_COLUMNS)
    return FALSE;
  headings_init (&headings, head, row, n, mapping);
  place_headings (self, &headings, FALSE);
  enough = self->gaps == 0;
  if (!enough && mapping != NULL)
    {
      headings.mapping = NULL;
      place_headings (self, &headings, FALSE);
      enough = self->gaps == 0;
      headings.mapping = mapping;
    }
  if (enough && mapping != NULL)
    place_headings (self, &headings, TRUE);
  return enough;
}

static void
place_mapped (AcqStatementColumns *self, const AcqTable *head, GHashTable *mapping, gboolean *is_told)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *heading = self->has_heading ? acq_table_cell (head, self->first_row - 1, i) : "";

      is_told[i] = acq_mapped_field (mapping, heading, i) != NULL;
    }
}

/* Where there is no heading, letters are all that names a column. */
static void
place_letters (AcqStatementColumns *self, GHashTable *mapping)
{
  int ranks[ACQ_BANK_N_COLUMNS] = { 0 };

  clear_places (self);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *code = acq_mapped_field (mapping, "", i);
      AcqBankColumn field;

      if (code != NULL && acq_bank_column_from_code (code, &field) && field != ACQ_BANK_COLUMN_IGNORED)
        place (self, field, 0, i, ranks);
    }
  count_gaps (self);
}

/* Rows below headings that nobody knows, or without any. */
static gboolean
find_by_contents (AcqStatementColumns *self, const AcqTable *head, GHashTable *mapping)
{
  g_auto (Headings) headings = { 0 };
  guint first;
  gboolean has_heading;

  if (!acq_bank_contents_find_lines (head, &first, &has_heading))
    return FALSE;
  *self = (AcqStatementColumns){ .first_row = first, .has_heading = has_heading };
  self->n_columns = MIN (acq_bank_contents_width (head, first), ACQ_BANK_MAX_COLUMNS);
  if (!has_heading)
    {
      place_letters (self, mapping);
      return TRUE;
    }
  headings_init (&headings, head, first - 1, self->n_columns, mapping);
  place_headings (self, &headings, TRUE);
  return TRUE;
}

/* A heading of which all but one column is there, above lines that do not tell it either. */
static gboolean
find_nearly (AcqStatementColumns *self, const AcqTable *head, GHashTable *mapping)
{
  for (guint row = 0; row < MIN (acq_table_n_rows (head), MAX_JUNK_ROWS); row++)
    {
      try_heading (self, head, row, mapping);
      if (self->n_columns >= 3 && __builtin_popcount (self->gaps) == 1)
        return TRUE;
    }
  return FALSE;
}

/* The row whose headings say enough; else a place where lines begin. */
static gboolean
find_lines (AcqStatementColumns *self, const AcqTable *head, GHashTable *mapping)
{
  for (guint row = 0; row < MIN (acq_table_n_rows (head), MAX_JUNK_ROWS); row++)
    if (try_heading (self, head, row, mapping))
      return TRUE;
  return find_by_contents (self, head, mapping) || find_nearly (self, head, mapping);
}

gboolean
acq_statement_columns_find (AcqStatementColumns *self, const AcqTable *head, GHashTable *mapping)
{
  gboolean is_told[ACQ_BANK_MAX_COLUMNS] = { FALSE };
  AcqBankContents contents;
  int ranks[ACQ_BANK_N_COLUMNS] = { 0 };

  if (!find_lines (self, head, mapping))
    return FALSE;
  place_mapped (self, head, mapping, is_told);
  acq_bank_contents_read (&contents, self, head, is_told);
  for (guint i = 0; i < self->n_columns; i++)
    if (contents.fields[i] != ACQ_BANK_COLUMN_IGNORED)
      {
        place (self, contents.fields[i], 0, i, ranks);
        self->guessed[i] = TRUE;
      }
  self->sureness = contents.sureness;
  count_gaps (self);
  return TRUE;
}

int
acq_statement_columns_rate (const AcqTable *head, GHashTable *mapping)
{
  AcqStatementColumns columns;

  if (!acq_statement_columns_find (&columns, head, mapping))
    return 0;
  /* Reading it then says which column lacks. */
  if (columns.gaps != 0)
    return 2;
  if (columns.sureness == ACQ_MAPPING_UNSAFE)
    return 8;
  if (columns.layout != NULL)
    return 90;
  if (columns.is_about_invoices)
    return 15;
  if (columns.sureness == ACQ_MAPPING_LIKELY)
    return 30;
  return columns.columns[ACQ_BANK_COLUMN_DEBIT] >= 0 ? 65 : 50;
}
