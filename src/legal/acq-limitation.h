/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-business-calendar.h"
#include "acq-debtor-regime.h"

G_BEGIN_DECLS

/**
 * AcqLimitation:
 *
 * Until when a debt can be claimed in court. It runs from the delivery or the end of the service, not from the
 * invoice (Cass. com. 26/02/2020 n° 18-25.036); a formal notice does not interrupt it (Cass. com. 18/05/2022
 * n° 20-23.204).
 */
typedef struct
{
  AcqDay last_day;  /* the last one on which a claim is in time */
  gboolean assumed; /* the day of performance is not known: the day of issue was taken */
} AcqLimitation;

/**
 * acq_limitation_of_debt:
 * @performed: day of delivery or end of the service, or ACQ_DAY_NONE
 * @issued: day of the invoice
 *
 * Two years against a consumer (L218-2 of the Code de la consommation), and by prudence where the debtor's kind is
 * not known; four years from the next 1 January against a public body (loi n° 68-1250, article 1); else five
 * (L110-4 of the Code de commerce, 2224 of the Code civil). Never moved off week-ends (2228 and 2229).
 */
AcqLimitation acq_limitation_of_debt (AcqDebtorRegime regime, AcqDay performed, AcqDay issued);

/**
 * acq_procedural_deadline:
 * @event: day of the act or publication that starts the delay; it is not counted
 * @months: length of the delay
 * @calendar: of the court's place, without closures
 *
 * Articles 641 and 642 of the Code de procédure civile: the same day of the month, or its last one, moved to the next
 * working day off Saturdays, Sundays and holidays.
 */
AcqDay acq_procedural_deadline (AcqDay event, int months, const AcqBusinessCalendar *calendar);

/* Declaration of a claim in insolvency proceedings: two months from the publication in the BODACC (R622-24 of the Code
   de commerce), four where the creditor is not in metropolitan France. */
#define ACQ_CLAIM_DECLARATION_MONTHS        2
#define ACQ_CLAIM_DECLARATION_MONTHS_ABROAD 4

G_END_DECLS
