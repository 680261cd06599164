/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-qif-notation.h"

#include <string.h>

#define MAX_AMOUNT 63

typedef struct
{
  int numbers[3];
  int digits[3];
  int n;
} Parts;

/* Up to three numbers and what separates them. FALSE for anything else. */
static gboolean
split_day (const char *text, gsize len, Parts *parts)
{
  const char *end = text + len;

  *parts = (Parts){ 0 };
  while (text < end)
    {
      if (strchr ("/-.' ", *text) != NULL)
        {
          text++;
          continue;
        }
      if (!g_ascii_isdigit (*text) || parts->n == 3)
        return FALSE;
      for (; text < end && g_ascii_isdigit (*text) && parts->digits[parts->n] <= 8; text++)
        {
          parts->numbers[parts->n] = parts->numbers[parts->n] * 10 + (*text - '0');
          parts->digits[parts->n]++;
        }
      parts->n++;
    }
  return parts->n == 3 || (parts->n == 1 && parts->digits[0] == 8);
}

static int
full_year (const Parts *parts)
{
  int year = parts->numbers[2];

  if (parts->digits[2] > 2)
    return parts->digits[2] == 4 ? year : 0;
  return year < 70 ? 2000 + year : 1900 + year;
}

static AcqDay
day_of_parts (const Parts *parts, AcqDayOrder order)
{
  const int *n = parts->numbers;

  if (parts->n == 1)
    return acq_day_new (n[0] / 10000, n[0] / 100 % 100, n[0] % 100);
  if (parts->digits[0] == 4)
    return acq_day_new (n[0], n[1], n[2]);
  return order == ACQ_DAY_ORDER_DAY_FIRST ? acq_day_new (full_year (parts), n[1], n[0])
                                          : acq_day_new (full_year (parts), n[0], n[1]);
}

void
acq_qif_notation_init (AcqQifNotation *self, AcqDay today)
{
  *self = (AcqQifNotation){ .today = today };
}

void
acq_qif_notation_weigh_day (AcqQifNotation *self, const char *text, gsize len)
{
  Parts parts;
  AcqDay day_first, month_first;

  if (!split_day (text, len, &parts) || parts.n == 1 || parts.digits[0] > 2)
    return;
  day_first = day_of_parts (&parts, ACQ_DAY_ORDER_DAY_FIRST);
  month_first = day_of_parts (&parts, ACQ_DAY_ORDER_MONTH_FIRST);
  if (day_first == ACQ_DAY_NONE && month_first == ACQ_DAY_NONE)
    return;
  self->no_day_first += day_first == ACQ_DAY_NONE;
  self->no_month_first += month_first == ACQ_DAY_NONE;
  self->future_day_first += day_first != ACQ_DAY_NONE && day_first > self->today;
  self->future_month_first += month_first != ACQ_DAY_NONE && month_first > self->today;
}

AcqDayOrder
acq_qif_notation_order (const AcqQifNotation *self)
{
  if (self->no_day_first > 0 || self->no_month_first > 0)
    return self->no_day_first > self->no_month_first ? ACQ_DAY_ORDER_MONTH_FIRST : ACQ_DAY_ORDER_DAY_FIRST;
  return self->future_day_first > self->future_month_first ? ACQ_DAY_ORDER_MONTH_FIRST
                                                           : ACQ_DAY_ORDER_DAY_FIRST;
}

AcqDay
acq_qif_notation_parse_day (const AcqQifNotation *self, const char *text, gsize len)
{
  Parts parts;

  return split_day (text, len, &parts) ? day_of_parts (&parts, acq_qif_notation_order (self)) : ACQ_DAY_NONE;
}

/* A separator that comes with another, and last, or before another number of digits than three, is the decimal one; one that
   repeats is not. */
void
acq_qif_notation_weigh_amount (AcqQifNotation *self, const char *text, gsize len)
{
  const char *last = NULL;
  guint commas = 0, dots = 0;
  gsize behind;
  gboolean is_decimal;

  for (gsize i = 0; i < len; i++)
    {
      commas += text[i] == ',';
      dots += text[i] == '.';
      if (text[i] == ',' || text[i] == '.')
        last = text + i;
    }
  if (last == NULL)
    return;
  behind = (gsize) (text + len - last) - 1;
  is_decimal = (commas > 0 && dots > 0) || commas + dots == 1;
  if (commas + dots == 1 && behind == 3)
    return;
  if ((*last == ',') == is_decimal)
    self->comma_decides++;
  else
    self->dot_decides++;
}

/* FALSE where a character is none of an amount, or there are too many. */
static gboolean
make_plain (char decimal, const char *text, gsize len, char plain[MAX_AMOUNT + 1])
{
  gsize n = 0;

  for (gsize i = 0; i < len; i++)
    {
      char c = text[i];

      if (c == ' ' || c == '\'' || ((c == ',' || c == '.') && c != decimal))
        continue;
      if (n == MAX_AMOUNT || (!g_ascii_isdigit (c) && c != decimal && c != '-' && c != '+'))
        return FALSE;
      plain[n++] = c == decimal ? '.' : c;
    }
  if (n > 0 && plain[n - 1] == '.')
    n--;
  plain[n] = '\0';
  return TRUE;
}

gboolean
acq_qif_notation_parse_amount (const AcqQifNotation *self, const char *text, gsize len, AcqCurrency currency,
                               gint64 *ret_minor)
{
  gboolean is_told = (self->comma_decides > 0) != (self->dot_decides > 0);
  int decimals = acq_currency_decimals (currency);
  g_autofree char *written = NULL;
  char plain[MAX_AMOUNT + 1];

  if (is_told && make_plain (self->comma_decides > 0 ? ',' : '.', text, len, plain))
    return acq_amount_parse (plain, decimals, ret_minor);
  written = g_strndup (text, len);
  return acq_amount_parse_written (written, decimals, ret_minor);
}
