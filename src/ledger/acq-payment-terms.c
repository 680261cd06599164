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

/* The number after the word "LE", as in "FIN DE MOIS LE 10"; 0 where there is none. */
static int
read_day_of_month (const char *folded)
{
  const char *le = strstr (folded, " LE ");
  gint64 day = le == NULL ? 0 : g_ascii_strtoll (le + 4, NULL, 10);

  return day >= 1 && day <= 28 ? (int) day : 0;
}

AcqPaymentTerms
acq_payment_terms_parse (const char *text)
{
  g_autofree char *folded = acq_text_fold (text);
  AcqPaymentTerms terms = ACQ_PAYMENT_TERMS_UNKNOWN;
  const char *number = strpbrk (folded, "0123456789");
  gint64 days = number == NULL ? -1 : g_ascii_strtoll (number, NULL, 10);

  if (number == NULL && !says_end_of_month (folded))
    return says_cash (folded) ? (AcqPaymentTerms){ 0, FALSE, 0 } : terms;
  if (number == NULL)
    days = 0;
  if (days < 0 || days > 365)
    return terms;
  terms.days = (int) days;
  terms.end_of_month = says_end_of_month (folded);
  terms.day_of_month = terms.end_of_month ? read_day_of_month (folded) : 0;
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
