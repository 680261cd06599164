/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-ledger.h"

G_BEGIN_DECLS

/* Adds what matching by hand has taught: the payers' words and IBANs of all transfers that were allocated by hand and pay one
   customer alone. The ledger has its receipts and transactions already, by id from 1. */
void acq_example_aliases_add (AcqLedger *ledger);

G_END_DECLS
