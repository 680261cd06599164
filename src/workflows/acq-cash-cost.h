/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"

G_BEGIN_DECLS

/**
 * AcqCashTerms:
 *
 * What it costs a company to have its money sooner. Rates and shares in hundredths of a per cent.
 */
typedef struct
{
  int factoring_fee;  /* of the amount that is ceded; 150 */
  int factoring_rate; /* a year, of what the factor advances; 600 */
  int factoring_days; /* for which he advances it; 60 */
  int discount;       /* for paying early, of the amount; 200 */
  int discount_days;  /* earlier by so many; 30 */
} AcqCashTerms;

/* What a new company has. */
AcqCashTerms acq_cash_terms_usual (void);
/* The company's own, as "set" wrote them, else the usual ones. */
gboolean acq_cash_terms_load (AcqCompanyFile *file, AcqCashTerms *ret_terms, GError **error);

/* What ceding an amount to a factor costs: his fee, and what he advances over the days, each rounded. The amount is not below
   zero; minor units, as is the result. */
gint64 acq_factoring_cost (const AcqCashTerms *terms, gint64 amount);
/* What is given away where the customer takes the discount. */
gint64 acq_discount_cost (const AcqCashTerms *terms, gint64 amount);
/* The yearly rate at which the discount borrows what comes early, without compounding, years of 365 days. */
gint64 acq_discount_yearly_rate (const AcqCashTerms *terms);

/* For "set": a share such as "1.50", at least 0 and below 100 per cent; NULL where it is none. Free it. */
char *acq_cash_share_normalize (const char *text);

G_END_DECLS
