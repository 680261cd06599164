/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-legal-values.h"

G_BEGIN_DECLS

/* Values of the law in the user's language. Free what is returned but the titles. */

/* "12.40 %", from hundredths of a per cent. */
char *acq_rate_text (int rate);
/* "12.40", as one types it. */
char *acq_rate_text_plain (int rate);
/* "Since 1 July 2026" for the half-year of today, "First half of 2026" for the others. */
char *acq_half_year_text (AcqDay first, AcqDay today);

/* "Limitation against a consumer"; borrowed. */
const char *acq_legal_value_title (AcqLegalValueKind kind);
/* "2.15 %", "+ 10 points", "3 ×", "40.00 €", "45 days", "24 months". */
char *acq_legal_value_text (const AcqLegalValue *value);
/* "Code de commerce L441-10, checked on 21 November 2026". */
char *acq_legal_value_source_text (const AcqLegalValue *value);

G_END_DECLS
