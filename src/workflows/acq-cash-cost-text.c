/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-cash-cost-text.h"

#include <glib/gi18n.h>

#include "acq-amount-text.h"
#include "acq-legal-value-text.h"

static char *
write_factoring (const AcqCashTerms *terms, const char *amount, AcqCurrency currency, gint64 minor)
{
  g_autofree char *cost = acq_amount_text (acq_factoring_cost (terms, minor), currency);
  g_autofree char *fee = acq_rate_text (terms->factoring_fee), *rate = acq_rate_text (terms->factoring_rate);

  return g_strdup_printf (
    ngettext (
      /* Translators: an amount, what it costs, a share, a yearly rate and days. */
      "Ceding %1$s to a factor when invoiced costs about %2$s: a fee of %3$s, and %4$s a year for %5$d day.",
      "Ceding %1$s to a factor when invoiced costs about %2$s: a fee of %3$s, and %4$s a year for %5$d days.",
      (gulong) terms->factoring_days),
    amount, cost, fee, rate, terms->factoring_days);
}

static char *
write_discount (const AcqCashTerms *terms, const char *amount, AcqCurrency currency, gint64 minor)
{
  g_autofree char *cost = acq_amount_text (acq_discount_cost (terms, minor), currency);
  g_autofree char *share = acq_rate_text (terms->discount);
  g_autofree char *rate = acq_rate_text ((int) MIN (acq_discount_yearly_rate (terms), G_MAXINT));

  return g_strdup_printf (
    ngettext (
      /* Translators: a share, days, what that costs, an amount and a yearly rate. */
      "A discount of %1$s for paying %2$d day earlier costs %3$s on %4$s: as much as a loan at %5$s a year.",
      "A discount of %1$s for paying %2$d days earlier costs %3$s on %4$s: as much as a loan at %5$s a year.",
      (gulong) terms->discount_days),
    share, terms->discount_days, cost, amount, rate);
}

char *
acq_cash_cost_text (const AcqCashTerms *terms, gint64 amount, AcqCurrency currency)
{
  g_autofree char *text = acq_amount_text (amount, currency);
  g_autofree char *factoring = write_factoring (terms, text, currency, amount);
  g_autofree char *discount = write_discount (terms, text, currency, amount);

  return g_strdup_printf ("%s\n%s", factoring, discount);
}
