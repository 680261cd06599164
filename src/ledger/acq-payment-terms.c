/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "acq-payment-terms.h"

#include <string.h>

#include "acq-text-normalizer.h"

static gboolean
says_end_of_month (const char *folded)
{
  return strstr (folded, "FIN DE MOIS") != NULL || strstr (folded, "FDM") != NULL
         || strstr (folded, "END OF MONTH") != NULL || strstr (folded, "EOM") != NULL;
}

static gboolean
says_cash (const char *folded)
{
  return strstr (folded, "COMPTANT") != NULL || strstr (folded, "RECEPTION") != NULL
         || strstr (folded, "RECEIPT") != NULL;
}

/* The number after the word "LE", as in "FIN DE MOIS LE 10"; NULL where there is none. */
static const char *
find_day_of_month (const char *folded)
{
  const char *le = strstr (folded, " LE ");

  return le != NULL && g_ascii_isdigit (le[4]) ? le + 4 : NULL;
}

/* "2 MOIS", "2 MONTHS": a number of days would be a guess. */
static gboolean
counts_months (const char *number)
{
  const char *unit = number + strspn (number, "0123456789");

  unit += strspn (unit, " ");
  return g_str_has_prefix (unit, "MOIS") || g_str_has_prefix (unit, "MONTH");
}

AcqPaymentTerms
acq_payment_terms_parse (const char *text)
{
  g_autofree char *folded = acq_text_fold (text);
  AcqPaymentTerms terms = ACQ_PAYMENT_TERMS_UNKNOWN;
  gboolean end_of_month = says_end_of_month (folded);
  const char *number = strpbrk (folded, "0123456789");
  const char *day_of_month = end_of_month ? find_day_of_month (folded) : NULL;
  gint64 days;

  /* "FIN DE MOIS LE 10" counts no days. */
  if (number == day_of_month)
    number = NULL;
  if (number == NULL && !end_of_month)
    return says_cash (folded) ? (AcqPaymentTerms){ 0, FALSE, 0 } : terms;
  days = number == NULL ? 0 : g_ascii_strtoll (number, NULL, 10);
  if (days > 365 || (number != NULL && counts_months (number)))
    return terms;
  terms.days = (int) days;
  terms.end_of_month = end_of_month;
  days = day_of_month == NULL ? 0 : g_ascii_strtoll (day_of_month, NULL, 10);
  terms.day_of_month = days >= 1 && days <= 28 ? (int) days : 0;
  return terms;
}

gboolean
acq_payment_terms_are_known (AcqPaymentTerms terms)
{
  return terms.days >= 0;
}

char *
acq_payment_terms_format (AcqPaymentTerms terms)
{
  if (!acq_payment_terms_are_known (terms))
    return NULL;
  if (!terms.end_of_month)
    return g_strdup_printf ("%d", terms.days);
  if (terms.day_of_month == 0)
    return g_strdup_printf ("%d fin de mois", terms.days);
  return g_strdup_printf ("%d fin de mois le %d", terms.days, terms.day_of_month);
}

AcqDay
acq_payment_terms_due_day (AcqPaymentTerms terms, AcqDay issued)
{
  AcqDay due;

  if (!acq_payment_terms_are_known (terms))
    terms = ACQ_PAYMENT_TERMS_LEGAL;
  due = issued + terms.days;
  if (terms.end_of_month)
    due = acq_day_end_of_month (due);
  if (terms.end_of_month && terms.day_of_month > 0)
    due += terms.day_of_month;
  return due;
}
