/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-example-draft.h"

G_BEGIN_DECLS

/* Adds the reminders that went out up to the last statement, by the standard scenario: three, ten and thirty days after
   the due day, Tuesdays to Thursdays, a week apart for each recipient. The ledger has its notes and plans already. */
void acq_example_reminders_add (const AcqExampleDraft *draft, AcqLedger *ledger);

G_END_DECLS
