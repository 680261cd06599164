/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-receivables.h"

G_BEGIN_DECLS

/* What of the amounts owed on that day is disputed by notes that were made by then and are still open: of an invoice, of
   all that a customer owes, or of an amount with him, and never more than is owed. A dispute that was closed since does
   not count, for its end has no day. */
gint64 acq_disputed_amount (const AcqLedger *ledger, const AcqReceivables *receivables, AcqDay day);

G_END_DECLS
