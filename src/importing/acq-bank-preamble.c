/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-bank-preamble.h"

#include <string.h>

#include "acq-iban.h"
#include "acq-text-normalizer.h"
#include "acq-written-day.h"

/* Cells beyond this many are not looked at outside a table, nor cells of more bytes. */
#define MAX_CELLS      12
#define MAX_CELL_BYTES 400

/* Folded beginnings of cells that name a balance. */
static const struct
{
  const char *words;
  gboolean is_opening;
} balances[] = {
  { "ANCIEN SOLDE", TRUE },     { "SOLDE INITIAL", TRUE },    { "SOLDE PRECEDENT", TRUE },
  { "SOLDE EN DEBUT", TRUE },   { "SOLDE DE DEBUT", TRUE },   { "SOLDE DEBUT", TRUE },
  { "BALANCE AT START", TRUE }, { "OPENING BALANCE", TRUE },  { "NOUVEAU SOLDE", FALSE },
  { "BALANCE AT END", FALSE },  { "CLOSING BALANCE", FALSE }, { "SOLDE", FALSE },
};

/* An account number is at least so long, which a day or a year is not. */
#define MIN_ACCOUNT_LENGTH 5

void
acq_bank_preamble_init (AcqBankPreamble *self)
{
  *self = (AcqBankPreamble){ .first = ACQ_DAY_NONE, .last = ACQ_DAY_NONE };
}

void
acq_bank_preamble_clear (AcqBankPreamble *self)
{
  g_clear_pointer (&self->iban, g_free);
  g_clear_pointer (&self->account_number, g_free);
}

static int
two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  return (text[0] - '0') * 10 + text[1] - '0';
}

static AcqDay
parse_numeric (const char *text, gboolean month_first)
{
  int first = two_digits (text), second, century;

  if (first < 0 || strchr ("/.-", text[2]) == NULL || text[2] == '\0')
    return ACQ_DAY_NONE;
  second = two_digits (text + 3);
  if (second < 0 || text[5] != text[2])
    return ACQ_DAY_NONE;
  century = two_digits (text + 6);
  if (century < 0)
    return ACQ_DAY_NONE;
  if (two_digits (text + 8) >= 0)
    return acq_day_new (century * 100 + two_digits (text + 8), month_first ? first : second,
                        month_first ? second : first);
  if (text[8] != '\0' && text[8] != ' ')
    return ACQ_DAY_NONE;
  return acq_day_new (century + (century >= 70 ? 1900 : 2000), month_first ? first : second,
                      month_first ? second : first);
}

AcqDay
acq_bank_day_parse (const char *text, gboolean month_first)
{
  char iso[ACQ_DAY_ISO_SIZE];
  AcqDay day;

  if (strlen (text) < 5)
    return ACQ_DAY_NONE;
  if (text[4] == '-')
    {
      g_strlcpy (iso, text, sizeof iso);
      return acq_day_parse_iso (iso);
    }
  day = parse_numeric (text, month_first);
  if (day != ACQ_DAY_NONE)
    return day;
  return acq_written_day_parse (text, month_first ? ACQ_DAY_ORDER_MONTH_FIRST : ACQ_DAY_ORDER_DAY_FIRST);
}

/* The end of the last "15/01/2026" of a text, and what days there are on the way; NULL where there is none. */
static const char *
find_days (const char *text, AcqDay *ret_first, AcqDay *ret_second)
{
  const char *end = NULL;

  *ret_first = *ret_second = ACQ_DAY_NONE;
  for (const char *p = text; strlen (p) >= 10;)
    {
      char piece[11];
      AcqDay day;

      g_strlcpy (piece, p, sizeof piece);
      day = parse_numeric (piece, FALSE);
      if (day == ACQ_DAY_NONE || (p > text && g_ascii_isdigit (p[-1])))
        {
          p++;
          continue;
        }
      *(*ret_first == ACQ_DAY_NONE ? ret_first : ret_second) = day;
      end = p += 10;
    }
  return end;
}

static const char *
cell_at (const AcqRowSource *rows, guint index)
{
  const char *cell = acq_row_source_cell (rows, index);

  return strlen (cell) > MAX_CELL_BYTES ? "" : cell;
}

static gboolean
is_day (const char *text)
{
  AcqDay first, second;

  return find_days (text, &first, &second) != NULL;
}

/* The last cell that is an amount, or what stands behind the day of the first: "Solde au 20/11/2026 1 234,56 €". */
static gboolean
find_amount (const AcqRowSource *rows, int decimals, gint64 *ret_amount)
{
  AcqDay first, second;
  const char *rest;

  for (guint i = MIN (acq_row_source_n_cells (rows), MAX_CELLS); i-- > 1;)
    {
      const char *cell = cell_at (rows, i);

      if (cell[0] != '\0' && !is_day (cell) && acq_amount_parse_written (cell, decimals, ret_amount))
        return TRUE;
    }
  rest = find_days (cell_at (rows, 0), &first, &second);
  return rest != NULL && acq_amount_parse_written (rest, decimals, ret_amount);
}

static gboolean
read_balance (AcqBankPreamble *self, const AcqRowSource *rows, const char *folded,
              AcqCurrency currency)
{
  gint64 amount;

  for (gsize i = 0; i < G_N_ELEMENTS (balances); i++)
    {
      if (!g_str_has_prefix (folded, balances[i].words))
        continue;
      if (!find_amount (rows, acq_currency_decimals (currency), &amount))
        return TRUE;
      if (balances[i].is_opening)
        self->opening = amount;
      else
        self->closing = amount;
      self->has_opening |= balances[i].is_opening;
      self->has_closing |= !balances[i].is_opening;
      return TRUE;
    }
  return FALSE;
}

/* The first run of letters and digits that begins with a digit and is long enough for an account number. */
static gboolean
take_number (AcqBankPreamble *self, const char *cell)
{
  for (const char *p = cell + strcspn (cell, "0123456789"); *p != '\0'; p += strcspn (p, "0123456789"))
    {
      gsize len = 0;

      while (g_ascii_isalnum (p[len]))
        len++;
      if (len >= MIN_ACCOUNT_LENGTH && len <= 34)
        {
          self->account_number = g_strndup (p, len);
          return TRUE;
        }
      p += len;
    }
  return FALSE;
}

/* "Compte Courant n° 12345678901", "Account Number : 0808880", "Numéro Compte ;1234567A033". */
static void
read_account (AcqBankPreamble *self, const AcqRowSource *rows, guint index, const char *folded)
{
  if (self->account_number != NULL
      || (strstr (folded, "COMPTE") == NULL && strstr (folded, "ACCOUNT NUMBER") == NULL))
    return;
  if (!take_number (self, cell_at (rows, index)) && g_ascii_isdigit (cell_at (rows, index + 1)[0]))
    take_number (self, cell_at (rows, index + 1));
}

static void
read_iban (AcqBankPreamble *self, const char *cell)
{
  const char *start = strstr (cell, "IBAN");

  if (self->iban != NULL)
    return;
  self->iban = acq_iban_normalize (cell);
  if (self->iban == NULL && start != NULL)
    {
      start += strlen ("IBAN");
      start += strspn (start, " :.");
      self->iban = acq_iban_normalize (start);
    }
}

/* A line of cells without names: the account (its digits, perhaps with stars before them), days, the balance last. */
static void
read_bare_row (AcqBankPreamble *self, const AcqRowSource *rows, AcqCurrency currency)
{
  guint n_cells = MIN (acq_row_source_n_cells (rows), MAX_CELLS);

  if (n_cells < 5 || self->account_number != NULL)
    return;
  for (guint i = 0; i < n_cells && self->account_number == NULL; i++)
    {
      const char *cell = cell_at (rows, i);
      gsize stars = strspn (cell, "*X"), digits = strspn (cell + stars, "0123456789");

      if (cell[stars + digits] == '\0' && stars + digits >= 8 && digits >= 4)
        self->account_number = g_strdup (cell);
    }
  if (self->account_number != NULL && !self->has_closing)
    self->has_closing = find_amount (rows, acq_currency_decimals (currency), &self->closing);
}

void
acq_bank_preamble_read (AcqBankPreamble *self, const AcqRowSource *rows, AcqCurrency currency)
{
  for (guint i = 0; i < MIN (acq_row_source_n_cells (rows), MAX_CELLS); i++)
    {
      const char *cell = cell_at (rows, i);
      g_autofree char *folded = acq_text_fold (cell);
      AcqDay first, second;

      if (folded[0] == '\0' || read_balance (self, rows, folded, currency))
        continue;
      read_iban (self, cell);
      read_account (self, rows, i, folded);
      find_days (cell, &first, &second);
      if (second != ACQ_DAY_NONE && self->first == ACQ_DAY_NONE)
        {
          self->first = MIN (first, second);
          self->last = MAX (first, second);
        }
    }
  read_bare_row (self, rows, currency);
}

gboolean
acq_bank_preamble_read_footer (AcqBankPreamble *self, const AcqRowSource *rows,
                               AcqCurrency currency)
{
  const char *cell = cell_at (rows, 0);
  g_autofree char *folded = NULL;

  /* A line of the table begins with its day. */
  if (cell[0] == '\0' || g_ascii_isdigit (cell[0]))
    return FALSE;
  folded = acq_text_fold (cell);
  return read_balance (self, rows, folded, currency) || g_str_has_prefix (folded, "TOTAL");
}

/* Digits, with stars before or letters among them, and nothing else. */
static gboolean
is_account_number (const char *text)
{
  gsize n_digits = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '*')
        return FALSE;
      n_digits += g_ascii_isdigit (*p);
    }
  return n_digits >= 8;
}

gboolean
acq_bank_preamble_read_bare_balance (AcqBankPreamble *self, const AcqRowSource *rows, AcqCurrency currency)
{
  const char *number = NULL;
  guint n_cells = acq_row_source_n_cells (rows), n_days = 0, n_amounts = 0;
  gint64 amount = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = cell_at (rows, i);

      if (cell[0] == '\0')
        continue;
      if (is_day (cell) && strlen (cell) == 10)
        n_days++;
      else if (number == NULL && is_account_number (cell))
        number = cell;
      else if (acq_amount_parse_written (cell, acq_currency_decimals (currency), &amount))
        n_amounts++;
      else
        return FALSE;
    }
  if (n_days != 1 || n_amounts != 1 || number == NULL)
    return FALSE;
  self->has_closing = TRUE;
  self->closing = amount;
  if (self->account_number == NULL)
    self->account_number = g_strdup (number);
  return TRUE;
}
