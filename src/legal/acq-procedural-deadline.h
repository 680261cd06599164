/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-business-calendar.h"
#include "acq-code.h"
#include "acq-legal-values.h"

G_BEGIN_DECLS

/**
 * AcqProceduralDeadline:
 *
 * What has to be done within a delay, and from which act it runs:
 *
 * - CLAIM_DECLARATION: declaring a claim in insolvency proceedings, from the publication in the BODACC (R622-24 of the Code
 *   de commerce); ABROAD where the creditor is not in metropolitan France. Who misses it is paid nothing.
 * - ORDER_SERVICE: having a payment order served, from the order (1411 of the Code de procédure civile).
 * - ORDER_OPPOSITION: until when the debtor may oppose it, from its service (1416).
 */
typedef enum
{
  ACQ_PROCEDURAL_DEADLINE_CLAIM_DECLARATION,
  ACQ_PROCEDURAL_DEADLINE_CLAIM_DECLARATION_ABROAD,
  ACQ_PROCEDURAL_DEADLINE_ORDER_SERVICE,
  ACQ_PROCEDURAL_DEADLINE_ORDER_OPPOSITION,
} AcqProceduralDeadline;

ACQ_DECLARE_CODES (AcqProceduralDeadline, acq_procedural_deadline)

/**
 * acq_procedural_deadline_day:
 * @act: day of the act or publication that starts the delay; it is not counted
 * @calendar: of the court's place, without closures
 *
 * Returns: the last day on which it can be done, by acq_procedural_day()
 */
AcqDay acq_procedural_deadline_day (AcqProceduralDeadline deadline, AcqDay act, const AcqLegalValues *law,
                                    const AcqBusinessCalendar *calendar);

/* Articles 641 and 642 of the Code de procédure civile: the same day of the month, or its last one, moved to the next working
   day off Saturdays, Sundays and holidays. */
AcqDay acq_procedural_day (AcqDay act, int months, const AcqBusinessCalendar *calendar);

G_END_DECLS
