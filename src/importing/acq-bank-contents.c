/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-contents.h"

#include "acq-bank-preamble.h"
#include "acq-column-content.h"

#define MAX_JUNK_ROWS 60
/* So many lines must follow from a running balance before it proves anything. */
#define PROVING_STEPS 2
/* No bank writes more columns of amounts; each is tried with each. */
#define MAX_AMOUNTS 12
/* A bank values a line within so many days of booking it. */
#define MAX_VALUE_DAYS 10

/* The columns of a table while they are being read. */
typedef struct
{
  AcqBankContents *contents;
  const AcqStatementColumns *columns;
  const AcqTable *head;
  AcqColumnContent of[ACQ_BANK_MAX_COLUMNS];
  gboolean is_free[ACQ_BANK_MAX_COLUMNS]; /* nobody has said what it holds */
  guint n_lines;
  gboolean is_proved;     /* by the running balance */
  gboolean has_direction; /* money in and money out can be told apart */
  gboolean is_doubtful;   /* something else would do as well */
} Reading;

static int
day_column_of (const AcqTable *head, guint row)
{
  for (guint i = 0; i < MIN (acq_table_n_cells (head, row), ACQ_BANK_MAX_COLUMNS); i++)
    if (acq_column_cell_is_day (head, row, i))
      return (int) i;
  return -1;
}

static gboolean
has_amount_beside (const AcqTable *head, guint row, guint day_column)
{
  gint64 amount;

  for (guint i = 0; i < MIN (acq_table_n_cells (head, row), ACQ_BANK_MAX_COLUMNS); i++)
    if (i != day_column && !acq_column_cell_is_day (head, row, i) && acq_column_cell_amount (head, row, i, &amount))
      return TRUE;
  return FALSE;
}

/* Whether at least half of the rows below have their day in the same column. */
static gboolean
is_followed (const AcqTable *head, guint row, guint day_column)
{
  guint n_below = 0, n_alike = 0;

  for (guint below = row + 1; below < acq_table_n_rows (head); below++)
    if (acq_table_n_filled (head, below) >= 3)
      {
        n_below++;
        n_alike += acq_column_cell_is_day (head, below, day_column);
      }
  return 2 * n_alike >= n_below;
}

/* Words only, nearly as many as the row below has cells. */
static gboolean
looks_like_heading (const AcqTable *head, guint row, guint n_below)
{
  gint64 amount;

  for (guint i = 0; i < acq_table_n_cells (head, row); i++)
    if (acq_column_cell_is_day (head, row, i) || acq_column_cell_amount (head, row, i, &amount))
      return FALSE;
  return acq_table_n_filled (head, row) >= 3 && 2 * acq_table_n_filled (head, row) >= n_below;
}

gboolean
acq_bank_contents_find_lines (const AcqTable *head, guint *ret_first, gboolean *ret_has_heading)
{
  for (guint row = 0; row < MIN (acq_table_n_rows (head), MAX_JUNK_ROWS); row++)
    {
      int day = acq_table_n_filled (head, row) < 3 ? -1 : day_column_of (head, row);

      if (day < 0 || !has_amount_beside (head, row, (guint) day) || !is_followed (head, row, (guint) day))
        continue;
      *ret_first = row;
      *ret_has_heading = row > 0 && looks_like_heading (head, row - 1, acq_table_n_cells (head, row));
      return TRUE;
    }
  return FALSE;
}

guint
acq_bank_contents_width (const AcqTable *head, guint first)
{
  guint width = 0;

  for (guint row = first; row < acq_table_n_rows (head); row++)
    width = MAX (width, acq_table_n_cells (head, row));
  return width;
}

static void
set_field (Reading *self, guint column, AcqBankColumn field)
{
  self->contents->fields[column] = field;
  self->is_free[column] = FALSE;
}

static gboolean
is_full (const Reading *self, guint column)
{
  return 10 * self->of[column].n_filled >= 8 * self->n_lines;
}

/* The first free column of a kind that is filled in nearly every line, from "from" on; -1: none. */
static int
find_full (const Reading *self, AcqColumnKind kind, guint from)
{
  for (guint i = from; i < self->columns->n_columns; i++)
    if (self->is_free[i] && self->of[i].kind == kind && is_full (self, i))
      return (int) i;
  return -1;
}

/* A value day is near its booking day; the due day of an invoice is not. */
static gboolean
are_near (const Reading *self, guint a, guint b)
{
  guint n_near = 0, n_far = 0;

  for (guint row = self->columns->first_row; row < acq_table_n_rows (self->head); row++)
    {
      AcqDay first = acq_bank_day_parse (acq_table_cell (self->head, row, a), FALSE);
      AcqDay second = acq_bank_day_parse (acq_table_cell (self->head, row, b), FALSE);

      if (first == ACQ_DAY_NONE || second == ACQ_DAY_NONE)
        continue;
      *(ABS (first - second) <= MAX_VALUE_DAYS ? &n_near : &n_far) += 1;
    }
  return n_near >= n_far;
}

static void
read_days (Reading *self)
{
  int day = find_full (self, ACQ_COLUMN_DAYS, 0);
  int other = day < 0 ? -1 : find_full (self, ACQ_COLUMN_DAYS, (guint) day + 1);

  if (day < 0)
    day = find_full (self, ACQ_COLUMN_SERIAL_DAYS, 0);
  if (day < 0)
    return;
  set_field (self, (guint) day, ACQ_BANK_COLUMN_DAY);
  if (other < 0)
    return;
  if (self->columns->columns[ACQ_BANK_COLUMN_VALUE_DAY] < 0)
    set_field (self, (guint) other, ACQ_BANK_COLUMN_VALUE_DAY);
  self->is_doubtful |= find_full (self, ACQ_COLUMN_DAYS, (guint) other + 1) >= 0
                       || !are_near (self, (guint) day, (guint) other);
}

/* The amount of a line: of one column, or (@amount < 0) what is credit less what is debit. */
static gboolean
line_amount (const Reading *self, guint row, int amount, int debit, int credit, gint64 *ret_amount)
{
  gint64 out = 0, in = 0;
  gboolean is_given;

  if (amount >= 0)
    return acq_column_cell_amount (self->head, row, (guint) amount, ret_amount);
  is_given = acq_column_cell_amount (self->head, row, (guint) debit, &out);
  is_given |= acq_column_cell_amount (self->head, row, (guint) credit, &in);
  *ret_amount = ABS (in) - ABS (out);
  return is_given;
}

/* Whether each balance follows from the one above it, or each from the one below. */
static gboolean
proves (const Reading *self, int amount, int debit, int credit, guint balance)
{
  guint n = 0, breaks_down = 0, breaks_up = 0;
  gint64 last_balance = 0, last_amount = 0;

  for (guint row = self->columns->first_row; row < acq_table_n_rows (self->head); row++)
    {
      gint64 here, moved;

      if (!acq_column_cell_amount (self->head, row, balance, &here)
          || !line_amount (self, row, amount, debit, credit, &moved))
        continue;
      if (n++ > 0)
        {
          breaks_down += here != last_balance + moved;
          breaks_up += last_balance != here + last_amount;
        }
      last_balance = here;
      last_amount = moved;
    }
  return n > PROVING_STEPS && (breaks_down == 0 || breaks_up == 0);
}

static gboolean
may_be_amount (const Reading *self, guint column)
{
  return self->is_free[column]
         && (self->of[column].kind == ACQ_COLUMN_AMOUNTS || self->of[column].kind == ACQ_COLUMN_NUMBERS);
}

/* Money in one direction alone: a column of both signs needs no other beside it. */
static gboolean
may_be_half (const AcqColumnContent *content)
{
  return (content->n_positive > 0) != (content->n_negative > 0);
}

/* Amounts in one of two columns: never in both. */
static gboolean
share_lines (const Reading *self, guint a, guint b)
{
  guint n_one = 0;

  if (!may_be_half (&self->of[a]) || !may_be_half (&self->of[b]))
    return FALSE;
  for (guint row = self->columns->first_row; row < acq_table_n_rows (self->head); row++)
    {
      gint64 first = 0, second = 0;
      gboolean any = acq_column_cell_amount (self->head, row, a, &first);

      any |= acq_column_cell_amount (self->head, row, b, &second);
      if (first != 0 && second != 0)
        return FALSE;
      n_one += any;
    }
  return 10 * n_one >= 8 * self->n_lines;
}

static gboolean
try_proof (Reading *self, guint a, guint balance)
{
  if (!is_full (self, a) || !proves (self, (int) a, -1, -1, balance))
    return FALSE;
  set_field (self, a, ACQ_BANK_COLUMN_AMOUNT);
  return TRUE;
}

static gboolean
try_pair_proof (Reading *self, guint a, guint balance)
{
  for (guint b = a + 1; b < self->columns->n_columns; b++)
    {
      gboolean is_forward;

      if (b == balance || !may_be_amount (self, b) || !share_lines (self, a, b))
        continue;
      is_forward = proves (self, -1, (int) a, (int) b, balance);
      if (!is_forward && !proves (self, -1, (int) b, (int) a, balance))
        continue;
      set_field (self, a, is_forward ? ACQ_BANK_COLUMN_DEBIT : ACQ_BANK_COLUMN_CREDIT);
      set_field (self, b, is_forward ? ACQ_BANK_COLUMN_CREDIT : ACQ_BANK_COLUMN_DEBIT);
      return TRUE;
    }
  return FALSE;
}

/* A running balance tells which column moved it. */
static gboolean
read_proved (Reading *self)
{
  int known = self->columns->columns[ACQ_BANK_COLUMN_BALANCE];

  for (guint balance = 0; balance < self->columns->n_columns; balance++)
    {
      if (known >= 0 ? balance != (guint) known : !may_be_amount (self, balance) || !is_full (self, balance))
        continue;
      for (guint a = 0; a < self->columns->n_columns; a++)
        if (a != balance && may_be_amount (self, a)
            && (try_proof (self, a, balance) || try_pair_proof (self, a, balance)))
          {
            if (known < 0)
              set_field (self, balance, ACQ_BANK_COLUMN_BALANCE);
            return self->is_proved = self->has_direction = TRUE;
          }
    }
  return FALSE;
}

/* Debit stands left of credit, as everywhere; that alone proves nothing unless a sign says the same. */
static gboolean
read_pair (Reading *self)
{
  for (guint a = 0; a < self->columns->n_columns; a++)
    for (guint b = a + 1; b < self->columns->n_columns; b++)
      if (may_be_amount (self, a) && may_be_amount (self, b) && share_lines (self, a, b))
        {
          gboolean is_backward = self->of[b].n_negative > 0 && self->of[a].n_negative == 0;

          self->has_direction = (self->of[a].n_negative > 0) != (self->of[b].n_negative > 0);
          set_field (self, a, is_backward ? ACQ_BANK_COLUMN_CREDIT : ACQ_BANK_COLUMN_DEBIT);
          set_field (self, b, is_backward ? ACQ_BANK_COLUMN_DEBIT : ACQ_BANK_COLUMN_CREDIT);
          return TRUE;
        }
  return FALSE;
}

/* Where one of debit and credit is named, the other is the one that shares its lines. */
static gboolean
read_other_half (Reading *self)
{
  int debit = self->columns->columns[ACQ_BANK_COLUMN_DEBIT], credit = self->columns->columns[ACQ_BANK_COLUMN_CREDIT];
  int known = debit >= 0 ? debit : credit;

  for (guint i = 0; known >= 0 && i < self->columns->n_columns; i++)
    if (may_be_amount (self, i) && share_lines (self, i, (guint) known))
      {
        set_field (self, i, debit >= 0 ? ACQ_BANK_COLUMN_CREDIT : ACQ_BANK_COLUMN_DEBIT);
        self->has_direction = TRUE;
        return TRUE;
      }
  return FALSE;
}

static void
read_single (Reading *self)
{
  int best = -1;
  guint n = 0;

  for (guint i = 0; i < self->columns->n_columns; i++)
    {
      gboolean is_amount = self->is_free[i] && self->of[i].kind == ACQ_COLUMN_AMOUNTS && is_full (self, i);

      n += is_amount;
      if (is_amount && (best < 0 || (self->of[best].n_negative == 0 && self->of[i].n_negative > 0)))
        best = (int) i;
    }
  if (best < 0)
    best = find_full (self, ACQ_COLUMN_NUMBERS, 0);
  if (best < 0)
    return;
  set_field (self, (guint) best, ACQ_BANK_COLUMN_AMOUNT);
  self->is_doubtful |= n != 1;
  self->has_direction = self->of[best].n_negative > 0;
}

/* D and C beside amounts without a sign. */
static void
read_side (Reading *self, guint amount)
{
  int side = find_full (self, ACQ_COLUMN_SIDES, 0);

  if (side < 0 || self->columns->columns[ACQ_BANK_COLUMN_SIDE] >= 0 || self->of[amount].n_negative > 0)
    return;
  set_field (self, (guint) side, ACQ_BANK_COLUMN_SIDE);
  self->has_direction = TRUE;
}

static void
read_amounts (Reading *self)
{
  if (read_proved (self) || read_other_half (self) || read_pair (self))
    return;
  read_single (self);
  for (guint i = 0; i < self->columns->n_columns; i++)
    if (self->contents->fields[i] == ACQ_BANK_COLUMN_AMOUNT)
      read_side (self, i);
}

/* Lines that a column of texts would be the first to give a label. */
static guint
count_unnamed (const Reading *self, guint column, const gboolean *is_named)
{
  guint n = 0;

  for (guint row = self->columns->first_row; row < acq_table_n_rows (self->head); row++)
    n += !is_named[row] && acq_table_n_filled (self->head, row) >= 3
         && acq_table_cell (self->head, row, column)[0] != '\0';
  return n;
}

/* The column of texts that names most lines that have no name yet, the longer texts of two; -1: none names any. */
static int
find_label (const Reading *self, const gboolean *is_named)
{
  guint best_length = 0;
  int best = -1;

  for (guint i = 0; i < self->columns->n_columns; i++)
    {
      guint n = self->is_free[i] && self->of[i].kind == ACQ_COLUMN_TEXTS ? count_unnamed (self, i, is_named) : 0;

      if (n * self->of[i].mean_length <= best_length)
        continue;
      best_length = n * self->of[i].mean_length;
      best = (int) i;
    }
  return best;
}

/* As many columns as it takes for each line to have a label. */
static void
read_labels (Reading *self)
{
  gboolean is_named[ACQ_BANK_HEAD_ROWS] = { FALSE };

  for (guint n = 0; n < ACQ_BANK_MAX_LABELS; n++)
    {
      int label = find_label (self, is_named);

      if (label < 0)
        return;
      set_field (self, (guint) label, ACQ_BANK_COLUMN_LABEL);
      for (guint row = self->columns->first_row; row < acq_table_n_rows (self->head); row++)
        is_named[row] = is_named[row] || acq_table_cell (self->head, row, (guint) label)[0] != '\0';
    }
}

static void
read_currency (Reading *self)
{
  int currency = find_full (self, ACQ_COLUMN_CURRENCIES, 0);

  if (currency >= 0 && self->columns->columns[ACQ_BANK_COLUMN_CURRENCY] < 0)
    set_field (self, (guint) currency, ACQ_BANK_COLUMN_CURRENCY);
}

/* Above the lines, as banks have it, the number of an account stands: digits, perhaps with stars before them. */
static gboolean
names_account (const Reading *self)
{
  for (guint row = 0; row < self->columns->first_row; row++)
    for (guint i = 0; i < acq_table_n_cells (self->head, row); i++)
      {
        const char *text = acq_table_cell (self->head, row, i);
        gsize n_digits = 0, n_stars = 0;

        for (const char *p = text; *p != '\0'; p++)
          {
            n_digits += g_ascii_isdigit (*p);
            n_stars += *p == '*';
          }
        if ((n_stars >= 2 && n_digits >= 4) || (n_digits >= 8 && !acq_column_cell_is_day (self->head, row, i)))
          return TRUE;
      }
  return FALSE;
}

/* Amounts without a sign beside a balance that falls by them: money out looks like money in. */
static gboolean
lacks_signs (const Reading *self, guint amount, guint balance)
{
  gint64 last = 0;
  gboolean has_last = FALSE;

  for (guint row = self->columns->first_row; row < acq_table_n_rows (self->head); row++)
    {
      gint64 here, moved;

      if (!acq_column_cell_amount (self->head, row, balance, &here)
          || !acq_column_cell_amount (self->head, row, amount, &moved))
        continue;
      if (has_last && moved > 0 && here == last - moved)
        return !proves (self, (int) amount, -1, -1, balance);
      last = here;
      has_last = TRUE;
    }
  return FALSE;
}

/* Headings of a list of invoices, and no bank that writes so. */
static gboolean
looks_like_invoices (const Reading *self)
{
  return self->columns->is_about_invoices && self->columns->layout == NULL;
}

/* What headings alone said, if nothing in the cells speaks against it. */
static AcqMappingSureness
judge_headings (const Reading *self, const gboolean *is_told)
{
  const int *columns = self->columns->columns;
  int amount = columns[ACQ_BANK_COLUMN_AMOUNT], balance = columns[ACQ_BANK_COLUMN_BALANCE];

  if (is_told[columns[ACQ_BANK_COLUMN_DAY]])
    return ACQ_MAPPING_SAFE;
  if (amount >= 0 && balance >= 0 && self->of[amount].n_negative == 0 && columns[ACQ_BANK_COLUMN_SIDE] < 0
      && !self->has_direction && lacks_signs (self, (guint) amount, (guint) balance))
    return ACQ_MAPPING_UNSAFE;
  if (!looks_like_invoices (self))
    return ACQ_MAPPING_SAFE;
  return amount >= 0 && balance < 0 && self->of[amount].n_negative == 0 && !self->has_direction ? ACQ_MAPPING_UNSAFE
                                                                                                : ACQ_MAPPING_LIKELY;
}

/* Headings or signs tell money in from money out already. */
static gboolean
names_direction (const Reading *self)
{
  const int *columns = self->columns->columns;
  int amount = columns[ACQ_BANK_COLUMN_AMOUNT];

  if (amount >= 0)
    return self->of[amount].n_negative > 0 || columns[ACQ_BANK_COLUMN_SIDE] >= 0;
  return columns[ACQ_BANK_COLUMN_DEBIT] >= 0 && columns[ACQ_BANK_COLUMN_CREDIT] >= 0;
}

/* How sure the whole is where the cells had to say something. */
static AcqMappingSureness
judge (const Reading *self, guint named)
{
  if (looks_like_invoices (self) && !self->is_proved)
    return ACQ_MAPPING_UNSAFE;
  if (self->columns->has_heading)
    return self->is_proved || (named >= 2 && self->has_direction && !self->is_doubtful) ? ACQ_MAPPING_LIKELY
                                                                                        : ACQ_MAPPING_UNSAFE;
  if (self->is_proved && !self->is_doubtful)
    return ACQ_MAPPING_SAFE;
  if (self->is_doubtful || !(self->has_direction || names_account (self)))
    return ACQ_MAPPING_UNSAFE;
  return ACQ_MAPPING_LIKELY;
}

static void
reading_init (Reading *self, AcqBankContents *contents, const AcqStatementColumns *columns, const AcqTable *head,
              const gboolean *is_told)
{
  guint n_amounts = 0;

  *self = (Reading){ .contents = contents, .columns = columns, .head = head };
  *contents = (AcqBankContents){ .sureness = ACQ_MAPPING_SAFE };
  for (guint row = columns->first_row; row < acq_table_n_rows (head); row++)
    self->n_lines += acq_table_n_filled (head, row) >= 3;
  for (guint i = 0; i < columns->n_columns; i++)
    {
      self->of[i] = acq_column_content_of (head, columns->first_row, i);
      self->is_free[i] = !is_told[i] && columns->fields[i] == ACQ_BANK_COLUMN_IGNORED;
      n_amounts += may_be_amount (self, i);
      self->is_free[i] = self->is_free[i] && (n_amounts <= MAX_AMOUNTS || !may_be_amount (self, i));
    }
}

void
acq_bank_contents_read (AcqBankContents *contents, const AcqStatementColumns *columns, const AcqTable *head,
                        const gboolean *is_told)
{
  Reading self;
  guint gaps = columns->gaps;
  int amount = columns->columns[ACQ_BANK_COLUMN_AMOUNT];

  reading_init (&self, contents, columns, head, is_told);
  if (gaps == 0 && amount >= 0 && !is_told[amount])
    read_side (&self, (guint) amount);
  if (gaps == 0)
    {
      contents->sureness = judge_headings (&self, is_told);
      return;
    }
  self.has_direction = names_direction (&self);
  if ((gaps & ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_DAY)) != 0)
    read_days (&self);
  if ((gaps & ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_AMOUNT)) != 0)
    read_amounts (&self);
  if ((gaps & ACQ_MAPPING_BIT (ACQ_MAPPING_LACKS_LABEL)) != 0)
    read_labels (&self);
  read_currency (&self);
  contents->sureness = judge (&self, 3 - (guint) __builtin_popcount (gaps));
}
