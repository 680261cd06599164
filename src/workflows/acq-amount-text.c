/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-amount-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define MINUS "\u2212"

char *
acq_amount_text_separate (const char *number)
{
  /* Translators: the decimal separator of amounts. */
  const char *point = C_ ("decimal separator", ".");
  /* Translators: what stands between groups of three digits. */
  const char *group = C_ ("thousands separator", ",");
  const char *digits = number[0] == '-' ? number + 1 : number;
  const char *dot = strchr (digits, '.');
  gsize whole = dot == NULL ? strlen (digits) : (gsize) (dot - digits);
  GString *text = g_string_new (number[0] == '-' ? "-" : "");

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, group);
      g_string_append_c (text, digits[i]);
    }
  if (dot != NULL)
    g_string_append_printf (text, "%s%s", point, dot + 1);
  return g_string_free (text, FALSE);
}

/* The amount without its sign, with its currency. */
static char *
write_absolute (const char *number, AcqCurrency currency)
{
  g_autofree char *figure = acq_amount_text_separate (number[0] == '-' ? number + 1 : number);

  if (acq_currency_equal (currency, ACQ_CURRENCY_EUR))
    /* Translators: an amount in euros; French has a no-break space before the sign. */
    return g_strdup_printf (C_ ("amount", "%s\u00a0€"), figure);
  /* Translators: an amount in another currency, and its code of three letters. */
  return g_strdup_printf (C_ ("amount", "%1$s\u00a0%2$s"), figure, currency.code);
}

static char *
write_rounded (gint64 minor, AcqCurrency currency)
{
  gint64 unit = 1;

  for (int i = acq_currency_decimals (currency); i > 0; i--)
    unit *= 10;
  return g_strdup_printf ("%" G_GINT64_FORMAT, acq_amount_scale (minor, 1, unit));
}

char *
acq_amount_text (gint64 minor, AcqCurrency currency)
{
  g_autofree char *number = acq_money_format (acq_money_new (minor, currency));
  g_autofree char *absolute = write_absolute (number, currency);

  return g_strconcat (minor < 0 ? MINUS : "", absolute, NULL);
}

char *
acq_amount_text_rounded (gint64 minor, AcqCurrency currency)
{
  g_autofree char *number = write_rounded (minor, currency);
  g_autofree char *absolute = write_absolute (number, currency);

  return g_strconcat (number[0] == '-' ? MINUS : "", absolute, NULL);
}

char *
acq_amount_text_change (gint64 minor, AcqCurrency currency)
{
  g_autofree char *number = write_rounded (minor, currency);
  g_autofree char *absolute = write_absolute (number, currency);

  return g_strconcat (minor < 0 ? MINUS : "+", "\u202f", absolute, NULL);
}

char *
acq_amount_text_plain (gint64 minor, AcqCurrency currency)
{
  g_autofree char *number = acq_money_format (acq_money_new (minor, currency));
  g_auto (GStrv) parts = g_strsplit (number, ".", 2);

  return g_strjoinv (C_ ("decimal separator", "."), parts);
}

char *
acq_number_text (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number < 0 ? -number : number);
  g_autofree char *figure = acq_amount_text_separate (digits);

  return g_strconcat (number < 0 ? MINUS : "", figure, NULL);
}
