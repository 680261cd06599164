/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-amounts.h"

#include <string.h>

#include "acq-column-content.h"
#include "acq-decimal-text.h"

/* One sign among so many others is a line taken back; more of them are just how the file is written. */
#define FEW 4
/* Longer texts are no amounts. */
#define MAX_AMOUNT_BYTES 64

/* The currencies that stand beside amounts: "579,68 USD", "$ 12.00". */
static const struct
{
  const char *sign;
  const char *code;
} currencies[] = {
  { "$", "USD" }, { "USD", "USD" }, { "\302\243", "GBP" }, { "GBP", "GBP" }, { "CHF", "CHF" },
  { "CAD", "CAD" }, { "\342\202\254", "EUR" }, { "EUR", "EUR" },
};

/* The index of the currency in a cell that has more than digits; -1: none. */
static int
find_sign (const char *text)
{
  if (text[0] == '\0' || strlen (text) > MAX_AMOUNT_BYTES || text[strspn (text, "0123456789+-., ")] == '\0')
    return -1;
  for (gsize i = 0; i < G_N_ELEMENTS (currencies); i++)
    if (strstr (text, currencies[i].sign) != NULL)
      return (int) i;
  return -1;
}

AcqCurrency
acq_bank_amounts_currency (const AcqBankAmounts *self)
{
  static const AcqBankColumn columns[] = { ACQ_BANK_COLUMN_AMOUNT, ACQ_BANK_COLUMN_DEBIT, ACQ_BANK_COLUMN_CREDIT };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      int at = self->columns->columns[columns[i]];
      int sign = at < 0 ? -1 : find_sign (acq_row_source_cell (self->rows, (guint) at));

      if (sign >= 0)
        return acq_currency_parse (currencies[sign].code);
    }
  return ACQ_CURRENCY_NONE;
}

/* The amount without the letters of its currency. */
static gboolean
parse_beside_code (const char *text, int decimals, gint64 *ret_amount)
{
  int sign = find_sign (text);
  char bare[MAX_AMOUNT_BYTES + 1];
  const char *found = sign < 0 ? NULL : strstr (text, currencies[sign].sign);
  gsize before = found == NULL ? 0 : (gsize) (found - text);

  if (found == NULL)
    return FALSE;
  memcpy (bare, text, before);
  g_strlcpy (bare + before, found + strlen (currencies[sign].sign), sizeof bare - before);
  return acq_amount_parse_written (bare, decimals, ret_amount);
}

gboolean
acq_bank_amounts_read_cell (const AcqBankAmounts *self, AcqBankColumn column, AcqCurrency currency, gint64 *ret_amount,
                            gboolean *ret_given)
{
  int at = self->columns->columns[column];
  const char *text = at < 0 ? "" : acq_row_source_cell (self->rows, (guint) at);

  *ret_amount = 0;
  if (text[0] == '\0')
    return TRUE;
  *ret_given = TRUE;
  if (acq_row_source_is_number (self->rows, (guint) at))
    return acq_decimal_to_minor (text, acq_currency_decimals (currency), ret_amount);
  return acq_amount_parse_written (text, acq_currency_decimals (currency), ret_amount)
         || parse_beside_code (text, acq_currency_decimals (currency), ret_amount);
}

static gboolean
read_or_blame (const AcqBankAmounts *self, AcqBankColumn column, AcqCurrency currency, gint64 *ret_amount,
               gboolean *ret_given, const char **ret_bad)
{
  if (acq_bank_amounts_read_cell (self, column, currency, ret_amount, ret_given))
    return TRUE;
  *ret_bad = acq_row_source_cell (self->rows, (guint) self->columns->columns[column]);
  return FALSE;
}

static void
read_pair (gint64 debit, gint64 credit, gint64 amounts[ACQ_BANK_N_SIGNS])
{
  amounts[ACQ_BANK_SIGNS_IGNORED] = ABS (credit) - ABS (debit);
  amounts[ACQ_BANK_SIGNS_DEBIT_PLUS] = credit - debit;
  amounts[ACQ_BANK_SIGNS_DEBIT_MINUS] = credit + debit;
}

static gint64
apply_side (const AcqBankAmounts *self, gint64 amount)
{
  int at = self->columns->columns[ACQ_BANK_COLUMN_SIDE], sign;

  if (at < 0 || !acq_column_side_parse (acq_row_source_cell (self->rows, (guint) at), &sign))
    return amount;
  return sign * ABS (amount);
}

gboolean
acq_bank_amounts_read (const AcqBankAmounts *self, AcqCurrency currency, gint64 amounts[ACQ_BANK_N_SIGNS],
                       gboolean *ret_given, const char **ret_bad)
{
  gint64 amount, debit, credit, fee;
  gboolean fee_is_given;

  *ret_given = FALSE;
  if (!read_or_blame (self, ACQ_BANK_COLUMN_DEBIT, currency, &debit, ret_given, ret_bad)
      || !read_or_blame (self, ACQ_BANK_COLUMN_CREDIT, currency, &credit, ret_given, ret_bad))
    return FALSE;
  read_pair (debit, credit, amounts);
  if (*ret_given)
    return TRUE;
  if (!read_or_blame (self, ACQ_BANK_COLUMN_AMOUNT, currency, &amount, ret_given, ret_bad)
      || !read_or_blame (self, ACQ_BANK_COLUMN_FEE, currency, &fee, &fee_is_given, ret_bad))
    return FALSE;
  amount = apply_side (self, amount) - ABS (fee);
  for (int i = 0; i < ACQ_BANK_N_SIGNS; i++)
    amounts[i] = amount;
  return TRUE;
}

void
acq_bank_amounts_weigh (AcqBankAmounts *self, AcqCurrency currency)
{
  gboolean is_given;
  gint64 amount;

  if (self->columns->columns[ACQ_BANK_COLUMN_DEBIT] < 0)
    return;
  if (acq_bank_amounts_read_cell (self, ACQ_BANK_COLUMN_DEBIT, currency, &amount, &is_given) && amount != 0)
    self->n_debits[amount < 0]++;
  if (acq_bank_amounts_read_cell (self, ACQ_BANK_COLUMN_CREDIT, currency, &amount, &is_given) && amount != 0)
    self->n_credits[amount < 0]++;
}

/* Nearly all of one sign, so that the others mean something. */
static gboolean
is_rare (guint64 n, guint64 n_others)
{
  return n == 0 || n * FEW < n_others;
}

AcqBankSigns
acq_bank_amounts_decide (const AcqBankAmounts *self)
{
  if (!is_rare (self->n_credits[1], self->n_credits[0]))
    return ACQ_BANK_SIGNS_IGNORED;
  if (is_rare (self->n_debits[1], self->n_debits[0]))
    return ACQ_BANK_SIGNS_DEBIT_PLUS;
  return is_rare (self->n_debits[0], self->n_debits[1]) ? ACQ_BANK_SIGNS_DEBIT_MINUS : ACQ_BANK_SIGNS_IGNORED;
}

void
acq_bank_chain_add (AcqBankChain *self, gint64 balance, const gint64 amounts[ACQ_BANK_N_SIGNS])
{
  for (int i = 0; i < ACQ_BANK_N_SIGNS; i++)
    {
      if (self->n == 0)
        self->first_amount[i] = amounts[i];
      else
        {
          self->breaks_down[i] += balance != self->last_balance + amounts[i];
          self->breaks_up[i] += self->last_balance != balance + self->last_amount[i];
        }
      self->last_amount[i] = amounts[i];
    }
  if (self->n++ == 0)
    self->first_balance = balance;
  self->last_balance = balance;
}

void
acq_bank_chain_break (AcqBankChain *self)
{
  for (int i = 0; i < ACQ_BANK_N_SIGNS; i++)
    {
      self->breaks_down[i]++;
      self->breaks_up[i]++;
    }
}

gboolean
acq_bank_chain_holds (const AcqBankChain *self, AcqBankSigns signs, gboolean *ret_down)
{
  *ret_down = self->breaks_down[signs] == 0;
  return self->n > 0 && (*ret_down || self->breaks_up[signs] == 0);
}
