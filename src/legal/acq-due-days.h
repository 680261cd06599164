/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-code.h"
#include "acq-legal-values.h"

G_BEGIN_DECLS

/* Days between professionals, article L441-10 I of the Code de commerce. Calendar days; the day of issue is not
   counted; a due day is never moved off week-ends or holidays, for no text does so. */

/* "30 jours net", "60 jours". */
AcqDay acq_due_day_net (AcqDay issued, int days);
/* That many days, then the end of that month: the first way to count "45 jours fin de mois". */
AcqDay acq_due_day_then_end_of_month (AcqDay issued, int days);
/* The end of the month of issue, then that many days: the second way, allowed where the contract says so. */
AcqDay acq_due_day_from_end_of_month (AcqDay issued, int days);
/* The latest day that may be agreed: sixty days from issue, or, if the contract names "fin de mois", the later of the
   two ways to count forty-five. */
AcqDay acq_due_day_latest_allowed (const AcqLegalValues *law, AcqDay issued, gboolean end_of_month);

/**
 * AcqTermVerdict:
 *
 * What the law says of the time between issue and due day:
 *
 * - ALLOWED: whatever the contract says.
 * - ONLY_MONTH_END: only where the contract names forty-five days "fin de mois" (both ways to count are taken).
 * - TOO_LONG: in no case. It costs the buyer a fine (L441-16 of the Code de commerce); the seller may ask for his money
 *   from the latest allowed day on.
 */
typedef enum
{
  ACQ_TERM_ALLOWED,
  ACQ_TERM_ONLY_MONTH_END,
  ACQ_TERM_TOO_LONG,
} AcqTermVerdict;

ACQ_DECLARE_CODES (AcqTermVerdict, acq_term_verdict)

AcqTermVerdict acq_term_check (const AcqLegalValues *law, AcqDay issued, AcqDay due);

G_END_DECLS
