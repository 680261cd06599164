/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-debt-history.h"
#include "acq-limitation.h"

G_BEGIN_DECLS

/* Until when an invoice can be claimed in court, with what its debtor did since that may make it run anew: payments in part,
   promises, payment plans. */
AcqLimitation acq_debt_limitation (const AcqLedger *ledger, const AcqDebtHistory *history, const AcqLegalValues *law,
                                   const AcqInvoice *invoice);

/* "15 March 2028", "15 March 2028 (in 40 days)" when it comes near, "since 15 March 2026" once it is over. Free it. */
char *acq_debt_limitation_text (const AcqLimitation *limitation, AcqDay today);

G_END_DECLS
