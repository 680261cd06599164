/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-column-content.h"

#include <string.h>

#include "acq-bank-preamble.h"
#include "acq-decimal-text.h"
#include "acq-iban.h"
#include "acq-money.h"
#include "acq-text-normalizer.h"

/* So many cells of ten that are filled make the kind of a column. */
#define ENOUGH_OF_TEN 8
/* Serial days of 2000 and 2060 in the 1900 system. */
#define FIRST_SERIAL 36526
#define LAST_SERIAL  58440
/* Longer texts are no day, amount or code. */
#define MAX_VALUE_BYTES 40

typedef enum
{
  CELL_DAY,
  CELL_SERIAL,
  CELL_AMOUNT,
  CELL_NUMBER,
  CELL_SIDE,
  CELL_CURRENCY,
  CELL_IBAN,
  CELL_TEXT,
  N_CELLS,
} CellKind;

gboolean
acq_column_side_parse (const char *text, int *ret_sign)
{
  static const char *const out[] = { "D", "DEBIT", "DBIT", "DR" };
  static const char *const in[] = { "C", "CREDIT", "CRDT", "CR" };
  g_autofree char *folded = NULL;

  if (strlen (text) > MAX_VALUE_BYTES)
    return FALSE;
  if (strcmp (text, "+") == 0 || strcmp (text, "-") == 0 || strcmp (text, "\342\210\222") == 0)
    {
      *ret_sign = text[0] == '+' ? 1 : -1;
      return TRUE;
    }
  folded = acq_text_fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (out); i++)
    if (strcmp (folded, out[i]) == 0 || strcmp (folded, in[i]) == 0)
      {
        *ret_sign = strcmp (folded, out[i]) == 0 ? -1 : 1;
        return TRUE;
      }
  return FALSE;
}

gboolean
acq_column_cell_amount (const AcqTable *table, guint row, guint column, gint64 *ret_amount)
{
  const char *text = acq_table_cell (table, row, column);

  if (text[0] == '\0' || strlen (text) > MAX_VALUE_BYTES)
    return FALSE;
  if (acq_table_is_number (table, row, column))
    return acq_decimal_to_minor (text, 2, ret_amount);
  return acq_amount_parse_written (text, 2, ret_amount);
}

static gboolean
is_whole (const char *text)
{
  return text[strspn (text, "0123456789")] == '\0';
}

gboolean
acq_column_cell_is_day (const AcqTable *table, guint row, guint column)
{
  const char *text = acq_table_cell (table, row, column);
  gint64 amount;

  /* A day of one number alone is more often an amount. */
  return text[0] != '\0' && strlen (text) <= MAX_VALUE_BYTES && !acq_column_cell_amount (table, row, column, &amount)
         && (acq_bank_day_parse (text, FALSE) != ACQ_DAY_NONE || acq_bank_day_parse (text, TRUE) != ACQ_DAY_NONE);
}

static CellKind
kind_of_whole (const char *text)
{
  gint64 number = g_ascii_strtoll (text, NULL, 10);

  return strlen (text) == 5 && number >= FIRST_SERIAL && number <= LAST_SERIAL ? CELL_SERIAL : CELL_NUMBER;
}

/* Three letters are mostly none: "VIR", "CHQ". */
static gboolean
is_currency (const char *text)
{
  static const char *const codes[] = {
    "EUR", "\342\202\254", "USD", "GBP", "CHF", "CAD", "JPY", "SEK", "NOK", "DKK",
    "PLN", "CZK",          "HUF", "RON", "MAD", "TND", "XPF", "XOF", "AUD", "CNY",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (strcmp (text, codes[i]) == 0)
      return TRUE;
  return FALSE;
}

static CellKind
kind_of_word (const char *text)
{
  g_autofree char *iban = strlen (text) >= 15 ? acq_iban_normalize (text) : NULL;
  int sign;

  if (iban != NULL)
    return CELL_IBAN;
  if (acq_column_side_parse (text, &sign))
    return CELL_SIDE;
  return is_currency (text) ? CELL_CURRENCY : CELL_TEXT;
}

static CellKind
kind_of_cell (const AcqTable *table, guint row, guint column, gint64 *ret_amount)
{
  const char *text = acq_table_cell (table, row, column);
  gboolean is_amount;

  *ret_amount = 0;
  if (strlen (text) > MAX_VALUE_BYTES)
    return CELL_TEXT;
  is_amount = acq_column_cell_amount (table, row, column, ret_amount);
  if (is_whole (text))
    return kind_of_whole (text);
  if (acq_column_cell_is_day (table, row, column))
    return CELL_DAY;
  return is_amount ? CELL_AMOUNT : kind_of_word (text);
}

/* Amounts without cents stand among those with them, and the other way round a zero stands anywhere. */
static AcqColumnKind
decide (const guint counts[N_CELLS], guint n_filled)
{
  static const AcqColumnKind kinds[] = {
    [CELL_DAY] = ACQ_COLUMN_DAYS,         [CELL_SERIAL] = ACQ_COLUMN_SERIAL_DAYS,
    [CELL_AMOUNT] = ACQ_COLUMN_AMOUNTS,   [CELL_NUMBER] = ACQ_COLUMN_NUMBERS,
    [CELL_SIDE] = ACQ_COLUMN_SIDES,       [CELL_CURRENCY] = ACQ_COLUMN_CURRENCIES,
    [CELL_IBAN] = ACQ_COLUMN_IBANS,
  };
  guint enough = (n_filled * ENOUGH_OF_TEN + 9) / 10;
  guint n_figures = counts[CELL_AMOUNT] + counts[CELL_NUMBER] + counts[CELL_SERIAL];

  if (n_filled == 0)
    return ACQ_COLUMN_EMPTY;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (counts[i] >= enough)
      return kinds[i];
  if (n_figures >= enough)
    return counts[CELL_AMOUNT] > 0 ? ACQ_COLUMN_AMOUNTS : ACQ_COLUMN_NUMBERS;
  return ACQ_COLUMN_TEXTS;
}

AcqColumnContent
acq_column_content_of (const AcqTable *table, guint first, guint column)
{
  AcqColumnContent content = { ACQ_COLUMN_EMPTY, 0, 0, 0, 0, 0 };
  guint counts[N_CELLS] = { 0 };
  const char *before = "";
  gsize length = 0;

  for (guint row = first; row < acq_table_n_rows (table); row++)
    {
      const char *text = acq_table_cell (table, row, column);
      gint64 amount;

      if (text[0] == '\0' || acq_table_n_filled (table, row) < 2)
        continue;
      content.n_filled++;
      counts[kind_of_cell (table, row, column, &amount)]++;
      content.n_negative += amount < 0;
      content.n_positive += amount > 0;
      content.n_different += strcmp (text, before) != 0;
      length += (gsize) g_utf8_strlen (text, -1);
      before = text;
    }
  content.kind = decide (counts, content.n_filled);
  if (counts[CELL_AMOUNT] > 0 && content.kind == ACQ_COLUMN_NUMBERS)
    content.kind = ACQ_COLUMN_AMOUNTS;
  content.mean_length = content.n_filled == 0 ? 0 : (guint) (length / content.n_filled);
  return content;
}
