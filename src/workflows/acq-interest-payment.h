/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-books.h"
#include "acq-interest-basis.h"

G_BEGIN_DECLS

/**
 * acq_interest_payment_plan:
 * @invoices: (element-type AcqInvoice): of the books
 * @day: on which the money came
 * @money: what of it pays no invoice, above zero
 *
 * What that money pays of the claims beside these invoices, as they stood that day: first the indemnities, which were owed at once,
 * then late interest, the invoice that fell due first before the others. Invoices of other currencies, and debtors who owe neither,
 * have none.
 *
 * Returns: (element-type AcqInterestPayment) (transfer full): perhaps none; %NULL with an ACQ_LEGAL_ERROR
 */
GArray *acq_interest_payment_plan (const AcqBooks *books, const AcqInterestBasis *basis, const GPtrArray *invoices, AcqDay day,
                                   gint64 money, GError **error);

/**
 * acq_interest_payment_match:
 * @parts: (element-type AcqMatchPart): what the bank line settles of invoices; may be empty
 * @numbers: (nullable): further invoices whose interest it pays, %NULL-terminated
 *
 * As acq_match_by_hand(), and what is left of the line then pays indemnities and late interest of all these invoices. What they
 * do not take stays on account. ACQ_WORKFLOW_ERROR_NO_INTEREST where they owe none: nothing is matched then.
 */
gboolean acq_interest_payment_match (AcqCompanyFile *file, gint64 transaction_id, const GPtrArray *parts,
                                     const char *const *numbers, GError **error);

G_END_DECLS
