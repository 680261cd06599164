/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-debtor-regime.h"
#include "acq-legal-values.h"

G_BEGIN_DECLS

/**
 * AcqLimitation:
 *
 * Until when a debt can be claimed in court. It runs from the delivery or the end of the service, not from the
 * invoice (Cass. com. 26/02/2020 n° 18-25.036). A formal notice does not interrupt it, registered or not (Cass. com.
 * 18/05/2022 n° 20-23.204); a claim in court or an enforcement measure does (2241 and 2244 of the Code civil), and so may
 * what the debtor does to acknowledge the debt (2240).
 */
typedef struct
{
  AcqDay last_day;      /* the last one on which a claim is in time, whatever happened since */
  AcqDay possible_day;  /* later than that where an acknowledgement may have made it run anew; never to be relied on */
  gboolean assumed;     /* the day of performance is not known: the day of issue was taken */
  AcqDebtorRegime regime;
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
AcqLimitation acq_limitation_of_debt (const AcqLegalValues *law, AcqDebtorRegime regime, AcqDay performed,
                                      AcqDay issued);

/* The debtor paid a part, asked for time, or signed a plan on that day: it may run anew from there (2240 and 2231 of the
   Code civil). An act after the last day revives nothing. Days come in any order. */
void acq_limitation_acknowledge (AcqLimitation *self, const AcqLegalValues *law, AcqDay day);

G_END_DECLS
