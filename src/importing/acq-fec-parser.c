/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-fec.h"

#include <string.h>

#include "acq-decimal-text.h"
#include "acq-delimited-reader.h"
#include "acq-text-normalizer.h"
#include "acq-written-day.h"

typedef enum
{
  COLUMN_JOURNAL,
  COLUMN_JOURNAL_LABEL,
  COLUMN_ENTRY,
  COLUMN_BOOKED,
  COLUMN_ACCOUNT,
  COLUMN_ACCOUNT_LABEL,
  COLUMN_AUX,
  COLUMN_AUX_LABEL,
  COLUMN_PIECE,
  COLUMN_PIECE_DAY,
  COLUMN_LABEL,
  COLUMN_DEBIT,
  COLUMN_CREDIT,
  COLUMN_LETTERING,
  COLUMN_LETTERED,
  COLUMN_VALIDATED,
  COLUMN_FOREIGN_AMOUNT,
  COLUMN_FOREIGN_CURRENCY,
  COLUMN_AMOUNT,
  COLUMN_SENSE,
  COLUMN_MODE,
  N_COLUMNS,
} Column;

/* Names as acq_text_fold_key() leaves them, with the slips of the pen that programs ship. The first eighteen stand in
   the order of the law. */
static const char *const column_names[N_COLUMNS] = {
  " journalcode codejournal ",
  " journallib journallibelle ",
  " ecriturenum numecriture ",
  " ecrituredate dateecriture ",
  " comptenum numcompte ",
  " comptelib ",
  " compauxnum compteauxnum comptauxnum ",
  " compauxlib compteauxlib comptauxlib ",
  " pieceref refpiece ",
  " piecedate datepiece ",
  " ecriturelib libecriture ",
  " debit ",
  " credit ",
  " ecriturelet ecrturelet lettragepiece lettrage ecriturelettrage ",
  " datelet datelettrage ",
  " validdate datevalid ",
  " montantdevise ",
  " idevise codedevise ",
  " montant ",
  " sens ",
  " modereglt modereglement ",
};
#define N_LEGAL_COLUMNS 18
#define MIN_NAMED       12

typedef struct
{
  AcqDelimitedReader *reader;
  int at[N_COLUMNS]; /* -1: no such column */
  guint n_cells;     /* of a full line */
  const AcqImportSource *source;
  const AcqImportSink *sink;
  gpointer user_data;
  AcqFec *fec;
} Parsing;

/* Only tab and "|" are legal; programs that think in CSV write ";". */
static char
find_separator (const guint8 *bytes, gsize size)
{
  static const char separators[] = "\t|;";
  guint counts[3] = { 0 };
  int best = 0;

  for (gsize i = 0; i < size && bytes[i] != '\n' && bytes[i] != '\r'; i++)
    for (int j = 0; j < 3; j++)
      counts[j] += bytes[i] == (guint8) separators[j];
  for (int j = 1; j < 3; j++)
    if (counts[j] > counts[best])
      best = j;
  return separators[best];
}

static int
find_column (const char *name)
{
  g_autofree char *key = acq_text_fold_key (name);
  g_autofree char *word = g_strdup_printf (" %s ", key);

  for (int i = 0; key[0] != '\0' && i < N_COLUMNS; i++)
    if (strstr (column_names[i], word) != NULL)
      return i;
  return -1;
}

static gboolean
is_compact_day (const char *text)
{
  return strlen (text) == 8 && strspn (text, "0123456789") == 8;
}

/* Reads the names off the current row; without names, the order of the law counts if the row looks like it. */
static gboolean
read_heading (Parsing *self)
{
  guint named = 0;

  self->n_cells = acq_delimited_reader_n_cells (self->reader);
  for (int i = 0; i < N_COLUMNS; i++)
    self->at[i] = -1;
  for (guint i = 0; i < self->n_cells; i++)
    {
      int column = find_column (acq_delimited_reader_cell (self->reader, i));

      if (column < 0 || self->at[column] >= 0)
        continue;
      self->at[column] = (int) i;
      named++;
    }
  if (named == 0 && self->n_cells >= N_LEGAL_COLUMNS
      && is_compact_day (acq_delimited_reader_cell (self->reader, COLUMN_BOOKED)))
    {
      for (int i = 0; i < N_LEGAL_COLUMNS; i++)
        self->at[i] = i;
      acq_delimited_reader_rewind (self->reader);
      return TRUE;
    }
  return named >= MIN_NAMED && self->at[COLUMN_ACCOUNT] >= 0
         && ((self->at[COLUMN_DEBIT] >= 0 && self->at[COLUMN_CREDIT] >= 0)
             || (self->at[COLUMN_AMOUNT] >= 0 && self->at[COLUMN_SENSE] >= 0));
}

gboolean
acq_fec_is_fec (const guint8 *bytes, gsize size)
{
  g_autoptr (AcqDelimitedReader) reader
    = acq_delimited_reader_new_head (bytes, size, find_separator (bytes, MIN (size, 4096)));
  Parsing parsing = { .reader = reader };

  if (reader == NULL)
    return FALSE;
  acq_delimited_reader_set_quoting (reader, FALSE);
  return acq_delimited_reader_next (reader, NULL) && read_heading (&parsing);
}

static const char *
cell (const Parsing *self, Column column)
{
  return self->at[column] < 0 ? "" : acq_delimited_reader_cell (self->reader, (guint) self->at[column]);
}

/* Kept once however often it occurs. */
static const char *
keep (Parsing *self, Column column)
{
  g_autofree char *squeezed = acq_text_squeeze (cell (self, column));

  return g_string_chunk_insert_const (self->fec->text, squeezed);
}

static AcqDay
read_day (const Parsing *self, Column column)
{
  const char *text = cell (self, column);
  int number;

  if (!is_compact_day (text))
    return acq_written_day_parse (text, ACQ_DAY_ORDER_DAY_FIRST);
  number = (int) g_ascii_strtoll (text, NULL, 10);
  return acq_day_new (number / 10000, number / 100 % 100, number % 100);
}

/* "0000000069,60", "69.6", "-69,60", "69,60-", "": the comma is the decimal one and nothing groups thousands. */
static gboolean
read_figure (const char *text, gint64 *ret_minor)
{
  char plain[64];
  gsize len = 0;
  gboolean negative = FALSE;

  *ret_minor = 0;
  for (; *text != '\0'; text++)
    {
      if (*text == ' ' || *text == '+' || ((guchar) *text == 0xc2 && (guchar) text[1] == 0xa0 && text++))
        continue;
      if (*text == '-')
        negative = !negative;
      else if (len + 1 < sizeof plain)
        plain[len++] = *text == ',' ? '.' : *text;
      else
        return FALSE;
    }
  plain[len] = '\0';
  if (len > 0 && !acq_decimal_to_minor (plain, 2, ret_minor))
    return FALSE;
  if (negative)
    *ret_minor = -*ret_minor;
  return TRUE;
}

static gboolean
read_amount (const Parsing *self, gint64 *ret_amount)
{
  gint64 debit = 0, credit = 0;
  const char *sense;

  if (self->at[COLUMN_DEBIT] >= 0)
    {
      if (!read_figure (cell (self, COLUMN_DEBIT), &debit)
          || !read_figure (cell (self, COLUMN_CREDIT), &credit))
        return FALSE;
      *ret_amount = debit - credit;
      return TRUE;
    }
  sense = cell (self, COLUMN_SENSE);
  if (!read_figure (cell (self, COLUMN_AMOUNT), ret_amount))
    return FALSE;
  if (g_ascii_toupper (sense[0]) == 'C' || strcmp (sense, "-1") == 0)
    *ret_amount = -*ret_amount;
  else if (g_ascii_toupper (sense[0]) != 'D' && strcmp (sense, "1") != 0 && strcmp (sense, "+1") != 0)
    return FALSE;
  return TRUE;
}

static gboolean
reject (const Parsing *self, AcqReject reason, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("%s %s %s", cell (self, COLUMN_JOURNAL),
                                             cell (self, COLUMN_ACCOUNT), cell (self, COLUMN_LABEL));

  return self->sink->reject (self->user_data, acq_delimited_reader_line (self->reader), reason, detail,
                             error);
}

static void
count_journal (Parsing *self, const char *account)
{
  const char *code = cell (self, COLUMN_JOURNAL);
  AcqFecJournal *journal = g_hash_table_lookup (self->fec->journals, code);

  if (journal == NULL)
    {
      journal = g_new0 (AcqFecJournal, 1);
      g_hash_table_insert (self->fec->journals, g_strdup (code), journal);
    }
  journal->rows++;
  journal->money_rows += account[0] == '5';
}

static gboolean
take_row (Parsing *self, GError **error)
{
  AcqFecRow row = { .line = acq_delimited_reader_line (self->reader) };

  if (!read_amount (self, &row.amount) || ABS (row.amount) > ACQ_MONEY_MAX)
    return reject (self, ACQ_REJECT_BAD_AMOUNT, error);
  row.booked = read_day (self, COLUMN_BOOKED);
  row.piece_day = read_day (self, COLUMN_PIECE_DAY);
  if (row.booked == ACQ_DAY_NONE)
    row.booked = row.piece_day;
  if (row.piece_day == ACQ_DAY_NONE)
    row.piece_day = row.booked;
  if (row.booked == ACQ_DAY_NONE)
    return reject (self, ACQ_REJECT_BAD_DAY, error);
  if (row.amount == 0)
    return TRUE;
  row.journal = keep (self, COLUMN_JOURNAL);
  row.journal_label = keep (self, COLUMN_JOURNAL_LABEL);
  row.entry = keep (self, COLUMN_ENTRY);
  row.account = keep (self, COLUMN_ACCOUNT);
  row.account_label = keep (self, COLUMN_ACCOUNT_LABEL);
  row.aux = keep (self, COLUMN_AUX);
  row.aux_label = keep (self, COLUMN_AUX_LABEL);
  row.piece = keep (self, COLUMN_PIECE);
  row.label = keep (self, COLUMN_LABEL);
  row.lettering = keep (self, COLUMN_LETTERING);
  row.mode = keep (self, COLUMN_MODE);
  g_array_append_val (self->fec->rows, row);
  return TRUE;
}

/* One cell less than the heading is a separator at its end only. */
static gboolean
take_line (Parsing *self, GError **error)
{
  const char *account = cell (self, COLUMN_ACCOUNT);

  if (acq_delimited_reader_n_cells (self->reader) + 1 < self->n_cells)
    {
      if (!acq_delimited_reader_row_is_ended (self->reader))
        {
          g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TRUNCATED, "line %" G_GUINT64_FORMAT,
                       acq_delimited_reader_line (self->reader));
          return FALSE;
        }
      return reject (self, ACQ_REJECT_BAD_RECORD, error);
    }
  count_journal (self, account);
  if (strncmp (account, "411", 3) != 0 && strncmp (account, "416", 3) != 0)
    return TRUE;
  return take_row (self, error);
}

static gboolean
take_lines (Parsing *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  guint64 n = 0;

  while (acq_delimited_reader_next (self->reader, &cause))
    {
      if (!acq_delimited_reader_is_blank (self->reader) && !take_line (self, error))
        return FALSE;
      if (++n % 4096 != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (self->source->cancellable, error))
        return FALSE;
      if (self->sink->progress != NULL)
        self->sink->progress (self->user_data, acq_delimited_reader_offset (self->reader),
                              self->source->size);
    }
  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else if (n == 0)
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_EMPTY, "no line below the headings");
  else
    return TRUE;
  return FALSE;
}

AcqFec *
acq_fec_parse (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autoptr (AcqDelimitedReader) reader = acq_delimited_reader_new (
    source->bytes, source->size, find_separator (source->bytes, MIN (source->size, 4096)), error);
  g_autoptr (AcqFec) fec = g_new0 (AcqFec, 1);
  Parsing parsing = { .reader = reader, .source = source, .sink = sink, .user_data = user_data, .fec = fec };

  fec->rows = g_array_new (FALSE, FALSE, sizeof (AcqFecRow));
  fec->journals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  fec->text = g_string_chunk_new (1 << 16);
  if (reader == NULL)
    return NULL;
  acq_delimited_reader_set_quoting (reader, FALSE);
  if (!acq_delimited_reader_next (reader, NULL) || !read_heading (&parsing))
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS,
                           "the first line does not name the columns of a FEC");
      return NULL;
    }
  return take_lines (&parsing, error) ? g_steal_pointer (&fec) : NULL;
}

void
acq_fec_free (AcqFec *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_hash_table_unref (self->journals);
  g_string_chunk_free (self->text);
  g_free (self);
}
