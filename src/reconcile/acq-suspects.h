/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-explanation.h"

G_BEGIN_DECLS

/**
 * AcqSuspects:
 *
 * Receipts that nothing explains for sure, by the customers who may be behind them. What such a receipt may already
 * have paid cannot be surely paid by a later one. Receipts are named by their place in order of day.
 */
typedef struct _AcqSuspects AcqSuspects;

AcqSuspects *acq_suspects_new (const AcqOpenItems *items);
void acq_suspects_free (AcqSuspects *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AcqSuspects, acq_suspects_free)

/* Files a receipt that stays unexplained, or with explanations that are not sure; replaces what was filed of it before. */
void acq_suspects_file (AcqSuspects *self, guint place, const AcqOpenReceipt *receipt,
                        const GPtrArray *explanations);
void acq_suspects_clear (AcqSuspects *self, guint place);

/* Whether an earlier receipt may have paid one of the parts. */
gboolean acq_suspects_taint (const AcqSuspects *self, guint place, const AcqExplanation *explanation);

G_END_DECLS
