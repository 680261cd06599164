/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "acq-bank-csv-heading.h"
#include "acq-bank-csv-preamble.h"
#include "acq-iban.h"
#include "acq-statement-feed.h"
#include "acq-text-normalizer.h"
#include "acq-written-day.h"

/* The tables that French banks offer their customers. A first pass learns the accounts, the order of day and month and the
   balances; then each account is one pass, so that memory does not grow with the file. */

#define MAX_ACCOUNTS 64

/* One account of the file in one currency. */
typedef struct
{
  char *number; /* as the file writes it, perhaps "" */
  char *name;   /* nullable */
  AcqCurrency currency;
  guint64 n_balances; /* lines with a balance; those below are of them */
  gint64 first_balance;
  gint64 first_amount;
  gint64 last_balance;
  gint64 last_amount;
  guint64 breaks_down; /* lines that do not follow the one above them */
  guint64 breaks_up;   /* or below them */
} Account;

typedef struct
{
  AcqStatementFeed feed;
  AcqDelimitedReader *reader;
  AcqBankCsvHeading heading;
  AcqBankCsvPreamble preamble;
  GPtrArray *accounts;   /* (element-type Account) */
  Account *last_account; /* of the row read last */
  AcqDayOrderEvidence order;
  gboolean month_first;
  guint least_cells; /* of the rows of the table but its last */
} BankCsv;

/* A row as its columns tell it. */
typedef struct
{
  gboolean is_line; /* FALSE: nothing to read or to reject */
  gboolean is_bad;
  AcqReject reason;
  const char *detail;
  AcqDay day;
  AcqCurrency currency;
  gint64 amount;
} Row;

static void
account_free (gpointer data)
{
  Account *self = data;

  g_free (self->number);
  g_free (self->name);
  g_free (self);
}

static const char *
cell (const BankCsv *self, AcqBankColumn column)
{
  int at = self->heading.columns[column];

  return at < 0 ? "" : acq_delimited_reader_cell (self->reader, (guint) at);
}

static AcqCurrency
row_currency (const BankCsv *self)
{
  AcqCurrency currency = acq_currency_parse (cell (self, ACQ_BANK_COLUMN_CURRENCY));

  if (acq_currency_is_set (currency))
    return currency;
  return acq_currency_is_set (self->feed.source->currency) ? self->feed.source->currency : ACQ_CURRENCY_EUR;
}

/* An empty cell is no amount and no error. FALSE for what is neither. */
static gboolean
parse_cell (const BankCsv *self, AcqBankColumn column, AcqCurrency currency, gint64 *ret_amount,
            gboolean *ret_given)
{
  const char *text = cell (self, column);

  *ret_amount = 0;
  if (text[0] == '\0')
    return TRUE;
  *ret_given = TRUE;
  return acq_amount_parse_written (text, acq_currency_decimals (currency), ret_amount);
}

/* Debits stand with or without their sign. */
static gboolean
read_amount (const BankCsv *self, Row *row, gboolean *ret_given)
{
  gint64 amount, debit, credit, fee;
  gboolean fee_is_given;
  char side = g_ascii_toupper (cell (self, ACQ_BANK_COLUMN_SIDE)[0]);

  *ret_given = FALSE;
  if (!parse_cell (self, ACQ_BANK_COLUMN_DEBIT, row->currency, &debit, ret_given)
      || !parse_cell (self, ACQ_BANK_COLUMN_CREDIT, row->currency, &credit, ret_given))
    return FALSE;
  row->amount = ABS (credit) - ABS (debit);
  if (*ret_given)
    return TRUE;
  if (!parse_cell (self, ACQ_BANK_COLUMN_AMOUNT, row->currency, &amount, ret_given)
      || !parse_cell (self, ACQ_BANK_COLUMN_FEE, row->currency, &fee, &fee_is_given))
    return FALSE;
  if (side == 'D')
    amount = -ABS (amount);
  else if (side == 'C')
    amount = ABS (amount);
  row->amount = amount - ABS (fee);
  return TRUE;
}

static void
refuse_row (Row *row, AcqReject reason, const char *detail)
{
  row->is_bad = TRUE;
  row->reason = reason;
  row->detail = detail;
}

static const char *
day_cell (const BankCsv *self)
{
  const char *text = cell (self, ACQ_BANK_COLUMN_DAY);

  if (text[0] == '\0' && self->heading.other_day >= 0)
    text = acq_delimited_reader_cell (self->reader, (guint) self->heading.other_day);
  return text;
}

static gboolean
is_unbooked (const BankCsv *self)
{
  const char *status = cell (self, ACQ_BANK_COLUMN_STATUS);
  g_autofree char *folded = status[0] == '\0' ? NULL : acq_text_fold (status);

  return folded != NULL && acq_bank_status_is_unbooked (folded);
}

/* Rows without a day are what banks put between and below their lines. */
static Row
read_row (const BankCsv *self)
{
  Row row = { .day = ACQ_DAY_NONE };
  const char *day = day_cell (self);
  gboolean is_given;

  if (day[0] == '\0' || is_unbooked (self))
    return row;
  row.is_line = TRUE;
  row.currency = row_currency (self);
  row.day = acq_bank_csv_day_parse (day, self->month_first);
  if (row.day == ACQ_DAY_NONE)
    refuse_row (&row, ACQ_REJECT_BAD_DAY, day);
  else if (!read_amount (self, &row, &is_given))
    refuse_row (&row, ACQ_REJECT_BAD_AMOUNT, acq_delimited_reader_cell (self->reader, 0));
  else if (!is_given)
    refuse_row (&row, ACQ_REJECT_NO_AMOUNT, day);
  else if (row.amount == 0)
    row.is_line = FALSE;
  return row;
}

static gboolean
find_heading (BankCsv *self, GError **error)
{
  GError *failure = NULL;

  for (int i = 0; i < ACQ_BANK_CSV_HEADING_ROWS && acq_delimited_reader_next (self->reader, &failure); i++)
    {
      if (acq_bank_csv_heading_read (&self->heading, self->reader, self->feed.source->mapping))
        return TRUE;
      acq_bank_csv_preamble_read (&self->preamble, self->reader, self->feed.source->currency);
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  else
    g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS,
                         "no heading that names a day, a label and an amount");
  return FALSE;
}

static gboolean
is_account_of (const BankCsv *self, const Account *account)
{
  return account != NULL && strcmp (account->number, cell (self, ACQ_BANK_COLUMN_ACCOUNT)) == 0
         && acq_currency_equal (account->currency, row_currency (self));
}

/* The account of the row; NULL with an error where the file has more of them than a company. */
static Account *
find_account (BankCsv *self, GError **error)
{
  Account *account;

  if (is_account_of (self, self->last_account))
    return self->last_account;
  for (guint i = 0; i < self->accounts->len; i++)
    if (is_account_of (self, g_ptr_array_index (self->accounts, i)))
      return self->last_account = g_ptr_array_index (self->accounts, i);
  if (self->accounts->len >= MAX_ACCOUNTS)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_HOSTILE,
                   "line %" G_GUINT64_FORMAT ": more than %d accounts",
                   acq_delimited_reader_line (self->reader), MAX_ACCOUNTS);
      return NULL;
    }
  account = g_new0 (Account, 1);
  account->number = g_strdup (cell (self, ACQ_BANK_COLUMN_ACCOUNT));
  account->name = acq_text_squeeze (cell (self, ACQ_BANK_COLUMN_ACCOUNT_NAME));
  account->currency = row_currency (self);
  g_ptr_array_add (self->accounts, account);
  return self->last_account = account;
}

static void
weigh_day (BankCsv *self, const char *text)
{
  if (g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) && text[2] != '\0' && !g_ascii_isdigit (text[2])
      && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4]))
    {
      self->order.day_first += (text[0] - '0') * 10 + text[1] - '0' > 12;
      self->order.month_first += (text[3] - '0') * 10 + text[4] - '0' > 12;
    }
  else if (text[0] != '\0' && !(g_ascii_isdigit (text[2]) && text[4] == '-'))
    acq_day_order_weigh (&self->order, text);
}

/* Whether balances run downwards (the newest line last) or upwards shows in how each follows from its neighbour. */
static void
weigh_balance (const BankCsv *self, Account *account, gint64 amount)
{
  gint64 balance;
  gboolean is_given = FALSE;

  if (!parse_cell (self, ACQ_BANK_COLUMN_BALANCE, account->currency, &balance, &is_given) || !is_given)
    {
      account->breaks_down++;
      account->breaks_up++;
      return;
    }
  if (account->n_balances++ == 0)
    {
      account->first_balance = balance;
      account->first_amount = amount;
    }
  else
    {
      account->breaks_down += balance != account->last_balance + amount;
      account->breaks_up += account->last_balance != balance + account->last_amount;
    }
  account->last_balance = balance;
  account->last_amount = amount;
}

static gboolean
survey_row (BankCsv *self, GError **error)
{
  gboolean is_given;
  Account *account;
  Row row;

  if (acq_bank_csv_preamble_read_footer (&self->preamble, self->reader, self->feed.source->currency))
    return TRUE;
  if (acq_delimited_reader_row_is_ended (self->reader))
    self->least_cells = MIN (self->least_cells, acq_delimited_reader_n_cells (self->reader));
  else if (acq_delimited_reader_n_cells (self->reader) < self->least_cells && self->least_cells != G_MAXUINT)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TRUNCATED,
                   "line %" G_GUINT64_FORMAT ": the file ends within a row",
                   acq_delimited_reader_line (self->reader));
      return FALSE;
    }
  if (day_cell (self)[0] == '\0' || is_unbooked (self))
    return TRUE;
  weigh_day (self, day_cell (self));
  account = find_account (self, error);
  if (account == NULL)
    return FALSE;
  if (self->heading.columns[ACQ_BANK_COLUMN_BALANCE] < 0)
    return TRUE;
  row = (Row){ .currency = account->currency };
  if (read_amount (self, &row, &is_given))
    weigh_balance (self, account, row.amount);
  return TRUE;
}

static gboolean
survey (BankCsv *self, GError **error)
{
  GError *failure = NULL;

  self->least_cells = G_MAXUINT;
  while (acq_delimited_reader_next (self->reader, &failure))
    if (!survey_row (self, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  self->month_first = acq_day_order_decide (&self->order) == ACQ_DAY_ORDER_MONTH_FIRST;
  return TRUE;
}

/* The balances of the column where each follows from the line beside it, else those above and below the table. */
static void
settle_balances (const BankCsv *self, const Account *account, AcqStatement *statement)
{
  const AcqBankCsvPreamble *preamble = &self->preamble;

  if (account->n_balances > 0 && (account->breaks_down == 0 || account->breaks_up == 0))
    {
      gboolean is_down = account->breaks_down == 0;

      statement->has_opening = statement->has_closing = TRUE;
      statement->closing = is_down ? account->last_balance : account->first_balance;
      statement->opening = is_down ? account->first_balance - account->first_amount
                                   : account->last_balance - account->last_amount;
    }
  else if (self->accounts->len == 1)
    {
      statement->has_opening = preamble->has_opening;
      statement->opening = preamble->opening;
      statement->has_closing = preamble->has_closing;
      statement->closing = preamble->closing;
    }
}

static void
settle_statement (BankCsv *self, const Account *account)
{
  AcqStatement *statement = self->feed.statement;
  const AcqBankCsvPreamble *preamble = &self->preamble;
  gboolean is_only = self->accounts->len == 1;

  statement->currency = account->currency;
  statement->iban = acq_iban_normalize (account->number);
  if (statement->iban == NULL && account->number[0] != '\0')
    statement->account_number = acq_text_squeeze (account->number);
  else if (statement->iban == NULL && is_only)
    {
      statement->iban = g_strdup (preamble->iban);
      statement->account_number = preamble->iban == NULL ? acq_text_squeeze (preamble->account_number) : NULL;
    }
  if (statement->account_number != NULL && statement->account_number[0] == '\0')
    g_clear_pointer (&statement->account_number, g_free);
  statement->account_name = account->name[0] == '\0' ? NULL : g_strdup (account->name);
  statement->bank = self->heading.layout == NULL ? NULL : g_strdup (self->heading.layout->bank);
  statement->first = preamble->first;
  statement->last = preamble->last;
  settle_balances (self, account, statement);
}

/* Banks shorten a label in one column and write it out in the next. */
static void
extend_text (GString *text, const char *piece)
{
  if (piece[0] == '\0' || text->len > ACQ_STATEMENT_MAX_TEXT || strstr (text->str, piece) != NULL)
    return;
  if (text->len > 0 && strncmp (piece, text->str, text->len) == 0)
    g_string_truncate (text, 0);
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, piece);
}

static void
read_texts (BankCsv *self)
{
  AcqStatementFeed *feed = &self->feed;
  g_autofree char *iban = NULL;

  for (guint i = 0; i < self->heading.n_labels; i++)
    extend_text (feed->texts[ACQ_STATEMENT_TEXT_LABEL],
                 acq_delimited_reader_cell (self->reader, self->heading.labels[i]));
  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_BANK_REF, cell (self, ACQ_BANK_COLUMN_BANK_REF), -1);
  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_COUNTERPARTY,
                               cell (self, ACQ_BANK_COLUMN_COUNTERPARTY), -1);
  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_REMITTANCE, cell (self, ACQ_BANK_COLUMN_REMITTANCE),
                               -1);
  acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_END_TO_END, cell (self, ACQ_BANK_COLUMN_END_TO_END),
                               -1);
  if (feed->texts[ACQ_STATEMENT_TEXT_LABEL]->len == 0)
    {
      extend_text (feed->texts[ACQ_STATEMENT_TEXT_LABEL], cell (self, ACQ_BANK_COLUMN_COUNTERPARTY));
      extend_text (feed->texts[ACQ_STATEMENT_TEXT_LABEL], cell (self, ACQ_BANK_COLUMN_REMITTANCE));
    }
  if (self->heading.columns[ACQ_BANK_COLUMN_COUNTERPARTY_IBAN] < 0)
    return;
  iban = acq_iban_normalize (cell (self, ACQ_BANK_COLUMN_COUNTERPARTY_IBAN));
  if (iban != NULL)
    acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN, iban, -1);
}

static gboolean
pass_row (BankCsv *self, GError **error)
{
  guint64 line = acq_delimited_reader_line (self->reader);
  Row row = read_row (self);

  if (!row.is_line)
    return TRUE;
  if (row.is_bad)
    return acq_statement_feed_reject (&self->feed, line, row.reason, row.detail, error);
  acq_statement_feed_reset_transaction (&self->feed);
  self->feed.transaction.booked = row.day;
  self->feed.transaction.value
    = acq_bank_csv_day_parse (cell (self, ACQ_BANK_COLUMN_VALUE_DAY), self->month_first);
  self->feed.transaction.amount = row.amount;
  read_texts (self);
  return acq_statement_feed_transaction (&self->feed, line, error);
}

static gboolean
read_account (BankCsv *self, const Account *account, GError **error)
{
  acq_statement_feed_reset_statement (&self->feed);
  settle_statement (self, account);
  acq_delimited_reader_rewind (self->reader);
  while (acq_delimited_reader_next (self->reader, error))
    {
      if (acq_delimited_reader_row (self->reader) <= self->heading.row)
        continue;
      if (acq_bank_csv_preamble_read_footer (&self->preamble, self->reader, account->currency))
        continue;
      if (self->accounts->len > 1 && !is_account_of (self, account))
        continue;
      if (!pass_row (self, error)
          || !acq_statement_feed_progress (&self->feed, acq_delimited_reader_offset (self->reader), error))
        return FALSE;
    }
  return acq_statement_feed_end (&self->feed, error);
}

static gboolean
read_accounts (BankCsv *self, GError **error)
{
  if (!find_heading (self, error) || !survey (self, error))
    return FALSE;
  for (guint i = 0; i < self->accounts->len; i++)
    if (!read_account (self, g_ptr_array_index (self->accounts, i), error))
      return FALSE;
  return acq_statement_feed_finish (&self->feed, error);
}

static gboolean
read_bank_csv (const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data, GError **error)
{
  g_autofree BankCsv *self = g_new0 (BankCsv, 1);
  gboolean is_read = FALSE;

  acq_statement_feed_init (&self->feed, source, sink, user_data);
  acq_bank_csv_preamble_init (&self->preamble);
  self->accounts = g_ptr_array_new_with_free_func (account_free);
  self->reader = acq_delimited_reader_new (source->bytes, source->size, 0, error);
  if (self->reader != NULL)
    is_read = read_accounts (self, error);
  acq_delimited_reader_free (self->reader);
  g_ptr_array_unref (self->accounts);
  acq_bank_csv_preamble_clear (&self->preamble);
  acq_statement_feed_clear (&self->feed);
  return is_read;
}

static int
rate_heading (const AcqBankCsvHeading *heading)
{
  if (heading->layout != NULL)
    return 90;
  if (heading->is_about_invoices)
    return 15;
  return heading->columns[ACQ_BANK_COLUMN_DEBIT] >= 0 ? 65 : 50;
}

static int
sniff_bank_csv (const AcqImportSource *source)
{
  g_autoptr (AcqDelimitedReader) reader = acq_delimited_reader_new_head (source->bytes, source->size, 0);
  AcqBankCsvHeading heading;

  for (int i = 0; reader != NULL && i < ACQ_BANK_CSV_HEADING_ROWS && acq_delimited_reader_next (reader, NULL);
       i++)
    if (acq_bank_csv_heading_read (&heading, reader, source->mapping))
      return rate_heading (&heading);
  return 0;
}

const AcqImportFormat acq_bank_csv_format = {
  .code = "bank_csv",
  .name = "CSV",
  .kind = ACQ_IMPORT_KIND_STATEMENT,
  .sniff = sniff_bank_csv,
  .read = read_bank_csv,
};
