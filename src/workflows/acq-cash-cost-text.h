/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-cash-cost.h"
#include "acq-money.h"

G_BEGIN_DECLS

/* What it would cost to have had an amount sooner, by a factor and by a discount: two sentences in the user's language, one a
   line. Free it. */
char *acq_cash_cost_text (const AcqCashTerms *terms, gint64 amount, AcqCurrency currency);

G_END_DECLS
