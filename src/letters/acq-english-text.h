/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-day.h"
#include "acq-money.h"

G_BEGIN_DECLS

/* As acq-french-text.h, in English. Free what is returned. */

/* "€1,482.40", "CHF 12,345.00" with a no-break space, U+2212 below zero. */
char *acq_english_amount (gint64 minor, AcqCurrency currency);
/* "1,482.40" in the currency's decimals, without naming it. */
char *acq_english_figure (gint64 minor, AcqCurrency currency);
/* "30 Oct", "30 Oct 2026", with no-break spaces. */
char *acq_english_short_day_month (AcqDay day);
char *acq_english_short_day (AcqDay day);
/* "30 October", with a no-break space. */
char *acq_english_day_month (AcqDay day);
/* "30 October 2026". */
char *acq_english_day (AcqDay day);
/* "Monday". */
const char *acq_english_weekday (AcqDay day);
/* "no", "one"… "twenty"; figures above. */
char *acq_english_count (guint count);
/* With typographic apostrophes. */
char *acq_english_typeset (const char *text);

G_END_DECLS
