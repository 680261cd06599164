/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-rate-rule.h"

G_BEGIN_DECLS

/* Which rate of penalties an invoice announces. */
typedef struct
{
  AcqRateRule rule; /* ECB_PLUS_10, LEGAL_TIMES_3 or CONTRACT; NONE: its words were not understood for certain */
  int rate;         /* of CONTRACT: a year's, in hundredths of a per cent */
} AcqRateClause;

/**
 * acq_rate_clause_read:
 * @text: (nullable): the invoice's own words, note PMD of EN 16931
 *
 * Reads the usual French clauses: three times the legal rate, the rate of the ECB and 10 points, a rate in per cent, of a year
 * or of a month. Words that could mean two rates mean none.
 */
AcqRateClause acq_rate_clause_read (const char *text);

G_END_DECLS
