/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-money.h"

#include <string.h>

/* The exceptions of ISO 4217 list one; every other currency has two decimals. */
static const struct
{
  AcqCurrency currency;
  int decimals;
} odd_currencies[] = {
  { { "BIF" }, 0 }, { { "CLP" }, 0 }, { { "DJF" }, 0 }, { { "GNF" }, 0 }, { { "ISK" }, 0 }, { { "JPY" }, 0 }, { { "KMF" }, 0 },
  { { "KRW" }, 0 }, { { "PYG" }, 0 }, { { "RWF" }, 0 }, { { "UGX" }, 0 }, { { "VND" }, 0 }, { { "VUV" }, 0 }, { { "XAF" }, 0 },
  { { "XOF" }, 0 }, { { "XPF" }, 0 }, { { "BHD" }, 3 }, { { "IQD" }, 3 }, { { "JOD" }, 3 }, { { "KWD" }, 3 }, { { "LYD" }, 3 },
  { { "OMR" }, 3 }, { { "TND" }, 3 },
};

AcqCurrency
acq_currency_parse (const char *code)
{
  AcqCurrency currency = ACQ_CURRENCY_NONE;

  if (code == NULL || strlen (code) != 3)
    return currency;
  for (int i = 0; i < 3; i++)
    if (!g_ascii_isalpha (code[i]))
      return ACQ_CURRENCY_NONE;
    else
      currency.code[i] = g_ascii_toupper (code[i]);
  return currency;
}

gboolean
acq_currency_equal (AcqCurrency a, AcqCurrency b)
{
  return memcmp (a.code, b.code, sizeof a.code) == 0;
}

gboolean
acq_currency_is_set (AcqCurrency currency)
{
  return currency.code[0] != '\0';
}

int
acq_currency_decimals (AcqCurrency currency)
{
  if (acq_currency_equal (currency, ACQ_CURRENCY_EUR))
    return 2;
  for (gsize i = 0; i < G_N_ELEMENTS (odd_currencies); i++)
    if (acq_currency_equal (odd_currencies[i].currency, currency))
      return odd_currencies[i].decimals;
  return 2;
}

AcqMoney
acq_money_new (gint64 minor, AcqCurrency currency)
{
  return (AcqMoney){ minor, currency };
}

gboolean
acq_money_add (AcqMoney a, AcqMoney b, AcqMoney *ret_sum)
{
  gint64 sum;

  if (!acq_currency_equal (a.currency, b.currency))
    return FALSE;
  if (__builtin_add_overflow (a.minor, b.minor, &sum))
    return FALSE;
  *ret_sum = acq_money_new (sum, a.currency);
  return TRUE;
}

static char *
format_minor (gint64 minor, int decimals)
{
  guint64 magnitude = minor < 0 ? -(guint64) minor : (guint64) minor;
  guint64 unit = 1;
  const char *sign = minor < 0 ? "-" : "";

  for (int i = 0; i < decimals; i++)
    unit *= 10;
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, magnitude / unit, decimals,
                          magnitude % unit);
}

char *
acq_money_format (AcqMoney money)
{
  return format_minor (money.minor, acq_currency_decimals (money.currency));
}

char *
acq_amount_format (gint64 minor)
{
  return format_minor (minor, 2);
}

/* Digits of both parts to minor units; decimals beyond the currency's must be zeros. */
static gboolean
digits_to_minor (const char *whole, gsize whole_len, const char *fraction, gsize fraction_len, int decimals,
                 gint64 *ret_minor)
{
  gint64 value = 0;

  for (gsize i = 0; i < whole_len; i++)
    {
      value = value * 10 + (whole[i] - '0');
      if (value > ACQ_MONEY_MAX)
        return FALSE;
    }
  for (gsize i = 0; i < (gsize) decimals; i++)
    {
      value = value * 10 + (i < fraction_len ? fraction[i] - '0' : 0);
      if (value > ACQ_MONEY_MAX)
        return FALSE;
    }
  for (gsize i = (gsize) decimals; i < fraction_len; i++)
    if (fraction[i] != '0')
      return FALSE;
  *ret_minor = value;
  return TRUE;
}

gboolean
acq_amount_parse (const char *text, int decimals, gint64 *ret_minor)
{
  gboolean negative;
  const char *fraction = "";
  gsize whole_len, fraction_len = 0;
  gint64 value;

  if (text == NULL)
    return FALSE;
  negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  whole_len = strspn (text, "0123456789");
  if (whole_len == 0)
    return FALSE;
  if (text[whole_len] == '.')
    {
      fraction = text + whole_len + 1;
      fraction_len = strspn (fraction, "0123456789");
      if (fraction_len == 0)
        return FALSE;
    }
  if ((fraction_len > 0 ? fraction[fraction_len] : text[whole_len]) != '\0')
    return FALSE;
  if (!digits_to_minor (text, whole_len, fraction, fraction_len, decimals, &value))
    return FALSE;
  *ret_minor = negative ? -value : value;
  return TRUE;
}

typedef struct
{
  char digits[64]; /* digits, '.' and ',' only */
  gsize len;
  gboolean negative;
} WrittenAmount;

static gboolean
is_minus (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2013;
}

static gboolean
is_passed_over (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0x2009 || c == '\'' || c == 0x2019
         || c == 0x20ac || c == '$' || c == 0x00a3;
}

/* Strips everything but digits and separators; the sign may stand before, behind, or be parentheses. */
static gboolean
collect_written (const char *text, WrittenAmount *amount)
{
  gboolean open = FALSE, closed = FALSE;
  int signs = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x80 && g_ascii_isdigit ((char) c)) || c == '.' || c == ',')
        {
          if (closed || amount->len + 1 >= sizeof amount->digits)
            return FALSE;
          amount->digits[amount->len++] = (char) c;
        }
      else if (is_minus (c) || c == '+')
        {
          closed = amount->len > 0;
          amount->negative = is_minus (c);
          signs++;
        }
      else if (c == '(' && amount->len == 0 && !open)
        open = amount->negative = TRUE;
      else if (c == ')' && open)
        closed = TRUE;
      else if (g_ascii_strncasecmp (p, "EUR", 3) == 0)
        p += 2;
      else if (!is_passed_over (c))
        return FALSE;
    }
  return signs + open <= 1 && open <= closed;
}

/* Where the decimal separator stands in "digits", or NULL where there is none. */
static const char *
find_decimal_separator (const WrittenAmount *amount, int decimals)
{
  const char *end = amount->digits + amount->len;
  const char *last = NULL;
  int seen[2] = { 0, 0 };
  gboolean like_thousands;

  for (const char *p = amount->digits; p < end; p++)
    if (*p == '.' || *p == ',')
      {
        seen[*p == ',']++;
        last = p;
      }
  if (last == NULL || seen[*last == ','] > 1)
    return NULL;
  like_thousands = end - last - 1 == 3 && decimals < 3 && amount->digits[0] != '0' && last != amount->digits;
  return seen[*last != ','] == 0 && like_thousands ? NULL : last;
}

/* Thousands separators stand three digits from their right neighbour; anything else is a slip of the pen. */
static gboolean
groups_are_regular (const char *whole, gsize len)
{
  gsize since = 0;
  gboolean seen = FALSE;

  for (gsize i = len; i-- > 0;)
    if (whole[i] == '.' || whole[i] == ',')
      {
        if (since != 3)
          return FALSE;
        since = 0;
        seen = TRUE;
      }
    else
      since++;
  return !seen || (since >= 1 && since <= 3);
}

gboolean
acq_amount_parse_written (const char *text, int decimals, gint64 *ret_minor)
{
  WrittenAmount amount = { 0 };
  const char *separator;
  char whole[64];
  gsize whole_len, kept = 0, fraction_len;
  gint64 value;

  if (text == NULL || !collect_written (text, &amount) || amount.len == 0)
    return FALSE;
  separator = find_decimal_separator (&amount, decimals);
  whole_len = separator == NULL ? amount.len : (gsize) (separator - amount.digits);
  fraction_len = separator == NULL ? 0 : amount.len - whole_len - 1;
  if (!groups_are_regular (amount.digits, whole_len))
    return FALSE;
  for (gsize i = 0; i < whole_len; i++)
    if (g_ascii_isdigit (amount.digits[i]))
      whole[kept++] = amount.digits[i];
  if (kept + fraction_len == 0)
    return FALSE;
  if (!digits_to_minor (whole, kept, separator == NULL ? "" : separator + 1, fraction_len, decimals, &value))
    return FALSE;
  *ret_minor = amount.negative ? -value : value;
  return TRUE;
}

gint64
acq_amount_scale (gint64 a, gint64 b, gint64 c)
{
  __int128 product = (__int128) a * b;
  __int128 magnitude = product < 0 ? -product : product;
  __int128 rounded;

  g_return_val_if_fail (c > 0, 0);

  rounded = (magnitude * 2 + c) / ((__int128) c * 2);
  return (gint64) (product < 0 ? -rounded : rounded);
}
