/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-letter-draft.h"
#include "acq-retention-release.h"

G_BEGIN_DECLS

/* Whether something is kept back of the invoice, as security, for longer than the contract said. */
gboolean acq_retention_is_due (const AcqInvoice *invoice, AcqDay today);

/* (element-type AcqInvoice) (transfer container): those in euros of which a retention is due and that can be asked for in one
   letter: of the one that was due first, and all of that day; or the one invoice alone. Empty where there is none. */
GPtrArray *acq_retention_list_due (const AcqLedger *ledger, const AcqCustomer *customer, const AcqInvoice *only, AcqDay today);

/**
 * acq_retention_terms_guess:
 * @law: for how long it may be kept
 *
 * What the invoices let one think: the acceptance as long before the day on which the retention was due, the order as the
 * contract. It is for the user to confirm; that there was no opposition is never guessed.
 */
AcqRetentionTerms *acq_retention_terms_guess (const AcqLedger *ledger, const AcqCustomer *customer, const AcqInvoice *only,
                                              const AcqLegalValues *law, AcqDay today);

/* terms: (nullable): without them, the letter is blocked. */
AcqRetentionRelease *acq_draft_retention_release (const AcqLetterSource *source, const AcqCustomer *customer,
                                                  const AcqInvoice *only, const AcqRetentionTerms *terms,
                                                  const char *reference);

G_END_DECLS
