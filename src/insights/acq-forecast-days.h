/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* The Monday of the week of the first bank day that is not before that day. */
AcqDay acq_forecast_first_monday (AcqDay day);

/* Up to which day all bank accounts in use are covered by statements, today at the latest; today where there is no
   account, for then receipts are typed by hand. An account whose last statement is two months older than the newest of
   all is not in use. */
AcqDay acq_forecast_known_until (const AcqLedger *ledger, AcqDay today);

G_END_DECLS
