/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-company-file.h"
#include "acq-legal-values.h"

G_BEGIN_DECLS

/* The law as it is built in, and the half-years that the user entered. */
AcqLegalValues *acq_legal_rates_load (AcqConnection *connection, GError **error);

/* The rates of one half-year, in hundredths of a per cent; ACQ_LEGAL_VALUE_NONE leaves one as it is. */
typedef struct
{
  AcqDay first;
  int ecb;
  int legal_professional;
} AcqHalfYearRates;

/* Enters the rates of a half-year, or confirms those that are known, with where they were read. As
   acq_legal_values_enter(). */
gboolean acq_legal_rates_enter (AcqCompanyFile *file, const AcqHalfYearRates *rates, const char *source, GError **error);

/* "ecb_rate.2027-S1", "legal_rate.2027-S1" or "legal_rate_individual.2027-S1". */
gboolean acq_legal_rates_parse_key (const char *key, AcqLegalValueKind *ret_kind, AcqDay *ret_first);
/* The same inside a change, from what was typed: a rate in per cent, and behind a space where it was read. FALSE with
   ACQ_WORKFLOW_ERROR_BAD_VALUE. */
gboolean acq_legal_rates_write (AcqConnection *connection, const char *key, const char *value, AcqDay today,
                                GError **error);

/**
 * AcqRatesAdvice:
 *
 * What the user has to look up:
 *
 * - NONE: the rates of today's half-year are known and confirmed.
 * - CONFIRM: they rest on weak sources.
 * - SOON: a half-year begins within sixteen days, and its rates may be published.
 * - MISSING: today's half-year is not known; letters with interest cannot be written.
 */
typedef enum
{
  ACQ_RATES_ADVICE_NONE,
  ACQ_RATES_ADVICE_CONFIRM,
  ACQ_RATES_ADVICE_SOON,
  ACQ_RATES_ADVICE_MISSING,
} AcqRatesAdvice;

/* The half-year that it is about is set by its first day where there is advice. */
AcqRatesAdvice acq_legal_rates_advise (const AcqLegalValues *law, AcqDay today, AcqDay *ret_first);

G_END_DECLS
