/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AcqCurrency:
 *
 * An ISO 4217 code as a value: three capitals and a zero byte. All zero is "no currency".
 */
typedef struct
{
  char code[4];
} AcqCurrency;

/**
 * AcqMoney:
 *
 * An amount in minor units (cents for the euro) of one currency. Amounts alone, where the currency is known
 * from what surrounds them, are gint64 minor units too. No amount is ever a floating-point number.
 */
typedef struct
{
  gint64 minor;
  AcqCurrency currency;
} AcqMoney;

/* No amount that Acquit takes in is larger than this, in minor units; sums of a million of them fit. */
#define ACQ_MONEY_MAX G_GINT64_CONSTANT (1000000000000)

#define ACQ_CURRENCY_EUR ((AcqCurrency) { "EUR" })
#define ACQ_CURRENCY_NONE ((AcqCurrency) { "" })

/* Three ASCII letters in any case; anything else gives ACQ_CURRENCY_NONE. NULL is allowed. */
AcqCurrency acq_currency_parse (const char *code);
gboolean acq_currency_equal (AcqCurrency a, AcqCurrency b);
gboolean acq_currency_is_set (AcqCurrency currency);
/* The number of decimals of ISO 4217: 2 for most, 0 for JPY or XPF, 3 for TND. */
int acq_currency_decimals (AcqCurrency currency);

AcqMoney acq_money_new (gint64 minor, AcqCurrency currency);
/* FALSE, without touching the result, where the currencies differ or the sum does not fit. */
gboolean acq_money_add (AcqMoney a, AcqMoney b, AcqMoney *ret_sum);

/* Major units with a dot: "-1234.56". Free it. */
char *acq_money_format (AcqMoney money);
/* As above for an amount of two decimals. Free it. */
char *acq_amount_format (gint64 minor);

/* "1234.56", "-7", "+0.5": an optional sign, digits, at most that many decimals after a dot. FALSE, without
   touching the result, for anything else and for more than ACQ_MONEY_MAX. */
gboolean acq_amount_parse (const char *text, int decimals, gint64 *ret_minor);

/**
 * acq_amount_parse_written:
 * @text: an amount as people and their programs write it, in any of the French and English manners:
 *   "1 234,56 €", "1.234,56", "1,234.56", "(12,00)", "12,00-", "−3,5", "1'200.00"
 * @decimals: the decimals of the currency
 *
 * White space (no-break and narrow too), apostrophes, currency signs and EUR are passed over. The last of
 * two different separators is the decimal one; one that repeats groups thousands, and so does a lone one before
 * exactly three digits ("1.234") where the currency has fewer decimals.
 *
 * Returns: FALSE, without touching the result, where the text is no amount, has more decimals than the currency
 *   (zeros apart), or is larger than ACQ_MONEY_MAX
 */
gboolean acq_amount_parse_written (const char *text, int decimals, gint64 *ret_minor);

/* a × b ÷ c rounded half away from zero, exact in 128 bits; c is positive. */
gint64 acq_amount_scale (gint64 a, gint64 b, gint64 c);

G_END_DECLS
