/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-decimal-text.h"

#include <string.h>

#include "acq-money.h"

#define SIGNIFICANT  15
#define MAX_EXPONENT 40

/* 0.d₁d₂d₃… × 10^point, without leading zeros. */
typedef struct
{
  char digits[64];
  int len;
  int point;
  gboolean negative;
} Decimal;

/* Keeps the first "kept" digits, rounded half away from zero. */
static void
round_digits (Decimal *number, int kept)
{
  gboolean up;

  if (kept >= number->len)
    return;
  up = kept >= 0 && number->digits[kept] >= '5';
  number->len = MAX (kept, 0);
  while (up && number->len > 0 && number->digits[number->len - 1] == '9')
    number->len--;
  if (up && number->len > 0)
    number->digits[number->len - 1]++;
  else if (up)
    {
      number->digits[number->len++] = '1';
      number->point++;
    }
}

/* Reads "E+05"; *text stands behind it. */
static gboolean
take_exponent (const char **text, int *ret_exponent)
{
  char *end;
  gint64 exponent;

  *ret_exponent = 0;
  if (**text != 'e' && **text != 'E')
    return TRUE;
  exponent = g_ascii_strtoll (*text + 1, &end, 10);
  if (end == *text + 1 || ABS (exponent) > MAX_EXPONENT)
    return FALSE;
  *text = end;
  *ret_exponent = (int) exponent;
  return TRUE;
}

static gboolean
take_digits (const char **text, Decimal *number)
{
  gboolean any = FALSE, behind = FALSE;

  for (;; (*text)++)
    {
      char c = **text;

      if (c == '.' && !behind)
        {
          behind = TRUE;
          continue;
        }
      if (!g_ascii_isdigit (c))
        return any;
      any = TRUE;
      if (number->len == 0 && c == '0')
        number->point -= behind;
      else if (number->len == (int) sizeof number->digits)
        return FALSE;
      else
        {
          number->digits[number->len++] = c;
          number->point += !behind;
        }
    }
}

static gboolean
read_decimal (const char *text, Decimal *number)
{
  int exponent;

  *number = (Decimal){ 0 };
  if (text == NULL)
    return FALSE;
  number->negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  if (!take_digits (&text, number) || !take_exponent (&text, &exponent) || *text != '\0')
    return FALSE;
  number->point += exponent;
  round_digits (number, SIGNIFICANT);
  return TRUE;
}

gboolean
acq_decimal_to_minor (const char *text, int decimals, gint64 *ret_minor)
{
  Decimal number;
  gint64 value = 0;

  if (!read_decimal (text, &number))
    return FALSE;
  if (number.len > 0)
    round_digits (&number, number.point + decimals);
  for (int i = 0; i < number.point + decimals && number.len > 0; i++)
    {
      value = value * 10 + (i < number.len ? number.digits[i] - '0' : 0);
      if (value > ACQ_MONEY_MAX)
        return FALSE;
    }
  *ret_minor = number.negative ? -value : value;
  return TRUE;
}

char *
acq_decimal_to_plain (const char *text)
{
  Decimal number;
  GString *plain;

  if (!read_decimal (text, &number))
    return NULL;
  while (number.len > 0 && number.digits[number.len - 1] == '0')
    number.len--;
  plain = g_string_new (number.negative && number.len > 0 ? "-" : "");
  if (number.len == 0 || number.point <= 0)
    g_string_append_c (plain, '0');
  for (int i = 0; i < number.point && number.len > 0; i++)
    g_string_append_c (plain, i < number.len ? number.digits[i] : '0');
  if (number.len > MAX (number.point, 0) || (number.len > 0 && number.point < 0))
    g_string_append_c (plain, '.');
  for (int i = number.point; i < number.len; i++)
    g_string_append_c (plain, i < 0 ? '0' : number.digits[i]);
  return g_string_free (plain, FALSE);
}
