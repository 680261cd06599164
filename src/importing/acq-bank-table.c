/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-table.h"

#include <string.h>

#include "acq-bank-amounts.h"
#include "acq-statement-columns.h"
#include "acq-bank-preamble.h"
#include "acq-iban.h"
#include "acq-statement-feed.h"
#include "acq-text-normalizer.h"
#include "acq-written-day.h"

/* The tables that banks offer their customers. A first pass learns the accounts, the order of day and month and the
   balances; then each account is one pass, so that memory does not grow with the file. */

#define MAX_ACCOUNTS 64

/* One account of the file in one currency. */
typedef struct
{
  char *number; /* as the file writes it, perhaps "" */
  char *name;   /* nullable */
  AcqCurrency currency;
  AcqBankChain chain;
} Account;

typedef struct
{
  AcqStatementFeed feed;
  AcqRowSource *rows;
  AcqStatementColumns columns;
  AcqBankAmounts amounts;
  AcqBankSigns signs;
  AcqBankPreamble preamble;
  GPtrArray *accounts;   /* (element-type Account) */
  Account *last_account; /* of the row read last */
  AcqDayOrderEvidence order;
  gboolean month_first;
  guint least_cells; /* of the rows of the table but its last */
} BankTable;

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
cell (const BankTable *self, AcqBankColumn column)
{
  int at = self->columns.columns[column];

  return at < 0 ? "" : acq_row_source_cell (self->rows, (guint) at);
}

static AcqCurrency
row_currency (const BankTable *self)
{
  const char *text = cell (self, ACQ_BANK_COLUMN_CURRENCY);
  AcqCurrency currency = acq_currency_parse (strcmp (text, "\342\202\254") == 0 ? "EUR" : text);

  if (!acq_currency_is_set (currency))
    currency = acq_bank_amounts_currency (&self->amounts);
  if (acq_currency_is_set (currency))
    return currency;
  return acq_currency_is_set (self->feed.source->currency) ? self->feed.source->currency : ACQ_CURRENCY_EUR;
}

static void
refuse_row (Row *row, AcqReject reason, const char *detail)
{
  row->is_bad = TRUE;
  row->reason = reason;
  row->detail = detail;
}

static const char *
day_cell (const BankTable *self)
{
  const char *text = cell (self, ACQ_BANK_COLUMN_DAY);

  if (text[0] == '\0' && self->columns.other_day >= 0)
    text = acq_row_source_cell (self->rows, (guint) self->columns.other_day);
  return text;
}

static gboolean
is_unbooked (const BankTable *self)
{
  const char *status = cell (self, ACQ_BANK_COLUMN_STATUS);
  g_autofree char *folded = status[0] == '\0' ? NULL : acq_text_fold (status);

  return folded != NULL && acq_bank_status_is_unbooked (folded);
}

/* Rows without a day are what banks put between and below their lines. */
static Row
read_row (const BankTable *self)
{
  Row row = { .day = ACQ_DAY_NONE };
  const char *day = day_cell (self), *bad = NULL;
  gint64 amounts[ACQ_BANK_N_SIGNS];
  gboolean is_given;

  if (day[0] == '\0' || is_unbooked (self))
    return row;
  row.is_line = TRUE;
  row.currency = row_currency (self);
  row.day = acq_bank_day_parse (day, self->month_first);
  if (row.day == ACQ_DAY_NONE)
    refuse_row (&row, ACQ_REJECT_BAD_DAY, day);
  else if (!acq_bank_amounts_read (&self->amounts, row.currency, amounts, &is_given, &bad))
    refuse_row (&row, ACQ_REJECT_BAD_AMOUNT, bad);
  else if (!is_given)
    refuse_row (&row, ACQ_REJECT_NO_AMOUNT, day);
  else
    {
      row.amount = amounts[self->signs];
      row.is_line = row.amount != 0;
    }
  return row;
}

static gboolean
refuse_columns (const BankTable *self, const AcqTable *head, GError **error)
{
  guint row = self->columns.has_heading ? self->columns.first_row - 1 : self->columns.first_row;
  guint64 line = row < acq_table_n_rows (head) ? acq_table_place (head, row) : 1;

  if (self->columns.gaps == 0)
    g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_UNSURE_COLUMNS, "line %" G_GUINT64_FORMAT, line);
  else
    g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS, "line %" G_GUINT64_FORMAT ": no column for the %s",
                 line, acq_mapping_gap_to_code ((AcqMappingGap) g_bit_nth_lsf (self->columns.gaps, -1)));
  return FALSE;
}

static gboolean
find_columns (BankTable *self, GError **error)
{
  g_autoptr (AcqTable) head = acq_row_source_read_head (self->rows, ACQ_BANK_HEAD_ROWS);

  if (!acq_statement_columns_find (&self->columns, head, self->feed.source->mapping))
    {
      g_set_error_literal (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_NO_COLUMNS,
                           "no heading that names a day, a label and an amount");
      return FALSE;
    }
  if (self->columns.gaps != 0 || self->columns.sureness == ACQ_MAPPING_UNSAFE)
    return refuse_columns (self, head, error);
  return TRUE;
}

/* What stands above the lines tells of the account. */
static gboolean
read_preamble (BankTable *self, GError **error)
{
  GError *failure = NULL;
  guint n_rows = self->columns.first_row - (self->columns.has_heading ? 1 : 0);

  for (guint i = 0; i < self->columns.first_row && acq_row_source_next (self->rows, &failure); i++)
    if (i < n_rows)
      acq_bank_preamble_read (&self->preamble, self->rows, self->feed.source->currency);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
is_account_of (const BankTable *self, const Account *account)
{
  return account != NULL && strcmp (account->number, cell (self, ACQ_BANK_COLUMN_ACCOUNT)) == 0
         && acq_currency_equal (account->currency, row_currency (self));
}

/* The account of the row; NULL with an error where the file has more of them than a company. */
static Account *
find_account (BankTable *self, GError **error)
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
                   acq_row_source_line (self->rows), MAX_ACCOUNTS);
      return NULL;
    }
  account = g_new0 (Account, 1);
  account->number = g_strdup (cell (self, ACQ_BANK_COLUMN_ACCOUNT));
  account->name = acq_text_squeeze (cell (self, ACQ_BANK_COLUMN_ACCOUNT_NAME));
  account->currency = row_currency (self);
  g_ptr_array_add (self->accounts, account);
  return self->last_account = account;
}

/* A row of a balance or a total, which is none of the lines. */
static gboolean
read_footer (BankTable *self, AcqCurrency currency)
{
  return acq_bank_preamble_read_footer (&self->preamble, self->rows, currency)
         || (!self->columns.has_heading
             && acq_bank_preamble_read_bare_balance (&self->preamble, self->rows, currency));
}

static void
weigh_day (BankTable *self, const char *text)
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

static void
weigh_balance (const BankTable *self, Account *account)
{
  gint64 balance, amounts[ACQ_BANK_N_SIGNS];
  gboolean is_given = FALSE, amount_is_given;
  const char *bad;

  if (self->columns.columns[ACQ_BANK_COLUMN_BALANCE] < 0
      || !acq_bank_amounts_read (&self->amounts, account->currency, amounts, &amount_is_given, &bad))
    return;
  if (acq_bank_amounts_read_cell (&self->amounts, ACQ_BANK_COLUMN_BALANCE, account->currency, &balance, &is_given)
      && is_given)
    acq_bank_chain_add (&account->chain, balance, amounts);
  else
    acq_bank_chain_break (&account->chain);
}

static gboolean
survey_row (BankTable *self, GError **error)
{
  Account *account;

  if (read_footer (self, self->feed.source->currency))
    return TRUE;
  if (acq_row_source_row_is_ended (self->rows))
    self->least_cells = MIN (self->least_cells, acq_row_source_n_cells (self->rows));
  else if (acq_row_source_n_cells (self->rows) < self->least_cells && self->least_cells != G_MAXUINT)
    {
      g_set_error (error, ACQ_IMPORT_ERROR, ACQ_IMPORT_ERROR_TRUNCATED,
                   "line %" G_GUINT64_FORMAT ": the file ends within a row",
                   acq_row_source_line (self->rows));
      return FALSE;
    }
  if (day_cell (self)[0] == '\0' || is_unbooked (self))
    return TRUE;
  weigh_day (self, day_cell (self));
  account = find_account (self, error);
  if (account == NULL)
    return FALSE;
  acq_bank_amounts_weigh (&self->amounts, account->currency);
  weigh_balance (self, account);
  return TRUE;
}

/* Balances know better than the signs alone what these mean. */
static void
decide_signs (BankTable *self)
{
  AcqBankSigns usual = acq_bank_amounts_decide (&self->amounts);

  self->signs = usual;
  for (int i = -1; i < ACQ_BANK_N_SIGNS; i++)
    {
      AcqBankSigns signs = i < 0 ? usual : (AcqBankSigns) i;
      gboolean holds = self->accounts->len > 0, is_down;

      for (guint k = 0; k < self->accounts->len && holds; k++)
        holds = acq_bank_chain_holds (&((Account *) self->accounts->pdata[k])->chain, signs, &is_down);
      if (holds)
        {
          self->signs = signs;
          return;
        }
    }
}

static gboolean
survey (BankTable *self, GError **error)
{
  GError *failure = NULL;

  self->least_cells = G_MAXUINT;
  while (acq_row_source_next (self->rows, &failure))
    if (!survey_row (self, error))
      return FALSE;
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  decide_signs (self);
  self->month_first = acq_day_order_decide (&self->order) == ACQ_DAY_ORDER_MONTH_FIRST;
  return TRUE;
}

/* The balances of the column where each follows from the line beside it, else those above and below the table. */
static void
settle_balances (const BankTable *self, const Account *account, AcqStatement *statement)
{
  const AcqBankPreamble *preamble = &self->preamble;

  const AcqBankChain *chain = &account->chain;
  gboolean is_down;

  if (acq_bank_chain_holds (chain, self->signs, &is_down))
    {
      statement->has_opening = statement->has_closing = TRUE;
      statement->closing = is_down ? chain->last_balance : chain->first_balance;
      statement->opening = is_down ? chain->first_balance - chain->first_amount[self->signs]
                                   : chain->last_balance - chain->last_amount[self->signs];
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
settle_statement (BankTable *self, const Account *account)
{
  AcqStatement *statement = self->feed.statement;
  const AcqBankPreamble *preamble = &self->preamble;
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
  statement->bank = self->columns.layout == NULL ? NULL : g_strdup (self->columns.layout->bank);
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
read_texts (BankTable *self)
{
  AcqStatementFeed *feed = &self->feed;
  g_autofree char *iban = NULL;

  for (guint i = 0; i < self->columns.n_labels; i++)
    extend_text (feed->texts[ACQ_STATEMENT_TEXT_LABEL],
                 acq_row_source_cell (self->rows, self->columns.labels[i]));
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
  if (self->columns.columns[ACQ_BANK_COLUMN_COUNTERPARTY_IBAN] < 0)
    return;
  iban = acq_iban_normalize (cell (self, ACQ_BANK_COLUMN_COUNTERPARTY_IBAN));
  if (iban != NULL)
    acq_statement_feed_add_text (feed, ACQ_STATEMENT_TEXT_COUNTERPARTY_IBAN, iban, -1);
}

static gboolean
pass_row (BankTable *self, GError **error)
{
  guint64 line = acq_row_source_line (self->rows);
  Row row = read_row (self);

  if (!row.is_line)
    return TRUE;
  if (row.is_bad)
    return acq_statement_feed_reject (&self->feed, line, row.reason, row.detail, error);
  acq_statement_feed_reset_transaction (&self->feed);
  self->feed.transaction.booked = row.day;
  self->feed.transaction.value
    = acq_bank_day_parse (cell (self, ACQ_BANK_COLUMN_VALUE_DAY), self->month_first);
  self->feed.transaction.amount = row.amount;
  read_texts (self);
  return acq_statement_feed_transaction (&self->feed, line, error);
}

static gboolean
read_account (BankTable *self, const Account *account, GError **error)
{
  acq_statement_feed_reset_statement (&self->feed);
  settle_statement (self, account);
  acq_row_source_rewind (self->rows);
  while (acq_row_source_next (self->rows, error))
    {
      if (acq_row_source_row (self->rows) <= self->columns.first_row)
        continue;
      if (read_footer (self, account->currency))
        continue;
      if (self->accounts->len > 1 && !is_account_of (self, account))
        continue;
      if (!pass_row (self, error)
          || !acq_statement_feed_progress (&self->feed, acq_row_source_offset (self->rows), error))
        return FALSE;
    }
  return acq_statement_feed_end (&self->feed, error);
}

static gboolean
read_accounts (BankTable *self, GError **error)
{
  if (!find_columns (self, error) || !read_preamble (self, error) || !survey (self, error))
    return FALSE;
  for (guint i = 0; i < self->accounts->len; i++)
    if (!read_account (self, g_ptr_array_index (self->accounts, i), error))
      return FALSE;
  return acq_statement_feed_finish (&self->feed, error);
}

gboolean
acq_bank_table_read (AcqRowSource *rows, const AcqImportSource *source, const AcqImportSink *sink, gpointer user_data,
                     GError **error)
{
  g_autofree BankTable *self = g_new0 (BankTable, 1);
  gboolean is_read;

  self->rows = rows;
  self->amounts = (AcqBankAmounts){ .columns = &self->columns, .rows = rows };
  acq_statement_feed_init (&self->feed, source, sink, user_data);
  acq_bank_preamble_init (&self->preamble);
  self->accounts = g_ptr_array_new_with_free_func (account_free);
  is_read = read_accounts (self, error);
  g_ptr_array_unref (self->accounts);
  acq_bank_preamble_clear (&self->preamble);
  acq_statement_feed_clear (&self->feed);
  return is_read;
}
