/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "acq-planning.h"

G_BEGIN_DECLS

/**
 * acq_old_item_hints:
 *
 * The unmatched bank lines that might pay an invoice: one that is thought to, else one of the very amount that is owed and that
 * could. They are hints for whoever is asked about the invoice, never an answer.
 *
 * Returns: (element-type gint64 AcqTransaction) (transfer full): the invoice's id to the line, borrowed from the planning's
 *   ledger
 */
GHashTable *acq_old_item_hints (const AcqPlanning *planning);

G_END_DECLS
