/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-law.h"
#include "acq-debt-history.h"
#include "acq-late-interest.h"
#include "acq-store-error.h"
#include "acq-connection.h"

G_BEGIN_DECLS

/* What is owed for one invoice on one day. */
typedef struct
{
  AcqLateInterest *interest; /* never NULL; without segments where no interest is owed by law */
  gint64 indemnity;
  gint64 total_due; /* principal left, interest unpaid, indemnity */
  AcqRateRule rule;
} AcqInterestReport;

void acq_interest_report_free (AcqInterestReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqInterestReport, acq_interest_report_free)

/* The rates built in, and those that were entered for this company ("ecb_rate.2027-S1"). */
AcqReferenceRates *acq_interest_load_rates (AcqConnection *connection, GError **error);

/**
 * acq_interest_report_new:
 * @at: the last day that counts
 *
 * By the law of the customer's kind: ECB + 10 points between professionals, ECB + 8 for public buyers; a
 * consumer owes none before a formal notice. Payments go to the principal first.
 *
 * Returns: (transfer full): %NULL with ACQ_LEGAL_ERROR_RATE_MISSING where a half-year is not known
 */
AcqInterestReport *acq_interest_report_new (const AcqLedger *ledger, const AcqDebtHistory *history,
                                            const AcqReferenceRates *rates, const AcqInvoice *invoice,
                                            AcqDay at, GError **error);

G_END_DECLS
