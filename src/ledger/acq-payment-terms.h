/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"

G_BEGIN_DECLS

/**
 * AcqPaymentTerms:
 *
 * How a due day follows from the day of issue: that many days, then, if asked, the end of that month, then, if
 * asked, a day of the following month. "45 jours fin de mois" is { 45, TRUE, 0 }, "30 jours fin de mois le 10"
 * is { 30, TRUE, 10 }.
 */
typedef struct
{
  int days;              /* 0 to 365; -1: not known */
  gboolean end_of_month; /* after the days */
  int day_of_month;      /* 1 to 28 of the month after; 0: none */
} AcqPaymentTerms;

#define ACQ_PAYMENT_TERMS_UNKNOWN ((AcqPaymentTerms) { -1, FALSE, 0 })
/* Article L441-10 I of the Code de commerce: thirty days where nothing was agreed. */
#define ACQ_PAYMENT_TERMS_LEGAL ((AcqPaymentTerms) { 30, FALSE, 0 })

/* Reads "30", "30 jours", "45 j fin de mois", "30 FDM le 10", "comptant"; unknown terms for anything else. */
AcqPaymentTerms acq_payment_terms_parse (const char *text);
gboolean acq_payment_terms_are_known (AcqPaymentTerms terms);
/* "30", "45 fin de mois", "30 fin de mois le 10": parses back to the same terms; NULL for unknown ones. Free it. */
char *acq_payment_terms_format (AcqPaymentTerms terms);
/* Legal terms are taken for unknown ones. The day is never moved off week-ends: no text does so. */
AcqDay acq_payment_terms_due_day (AcqPaymentTerms terms, AcqDay issued);

G_END_DECLS
