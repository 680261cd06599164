/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-customer-law.h"
#include "acq-debt-history.h"
#include "acq-interest-basis.h"

G_BEGIN_DECLS

/* What is owed for one invoice on one day. */
typedef struct
{
  AcqLateInterest *interest; /* never NULL; without segments where no interest is owed by law */
  gint64 indemnity; /* less what was paid of it */
  gint64 total_due; /* principal left, interest unpaid, indemnity */
  AcqRateRule rule;
  AcqDay waived; /* what had accrued by that day was given up; ACQ_DAY_NONE: nothing was */
  gboolean indemnity_waived;
  AcqDay paused; /* interest stopped on that day, for a payment plan is kept; ACQ_DAY_NONE: it runs */
} AcqInterestReport;

void acq_interest_report_free (AcqInterestReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqInterestReport, acq_interest_report_free)

/**
 * acq_interest_report_new:
 * @at: the last day that counts
 *
 * By the law of the customer's kind: what was agreed, else ECB + 10 points, between professionals; ECB + 8 for public
 * buyers; a consumer owes none before a formal notice.
 *
 * Returns: (transfer full): %NULL with ACQ_LEGAL_ERROR_RATE_MISSING where a half-year is not known
 */
AcqInterestReport *acq_interest_report_new (const AcqLedger *ledger, const AcqDebtHistory *history,
                                            const AcqInterestBasis *basis, const AcqInvoice *invoice,
                                            AcqDay at, GError **error);

G_END_DECLS
